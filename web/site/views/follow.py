"""Following by mail: the form, and one answer to all who fill it in."""

from dataclasses import replace
from itertools import islice

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from newsroom.telling.following.sign_ups import SignUps
from press.languages import Language
from press.public.edition import digest_of
from press.topic import ALL
from press.words import say
from web.site.answers import answer
from web.site.asker import client_address, posted
from web.site.follow_form import TRAP, FollowForm, read_form, with_mistakes
from web.site.frame import follow_frame
from web.site.house import front, house, language_of, local, now, site
from web.site.templating import render
from web.site.views.previews import HEADERS

FOLLOW = "/follow/"  # what begins so may hold a link that is good
UNPROCESSABLE = 422
_MOST_NAMED = 100  # topics in an address; who names more wants to keep us busy
blueprint = Blueprint("follow", __name__)


@blueprint.get("/<lang>/follow/")
def form(lang: str) -> Response:
    """The form; the topics that its address names are chosen in it."""
    sign_ups()
    language, topics = language_of(lang), front().topics(now())
    known = {ALL, *(topic.slug for topic in topics)}
    chosen = _chosen(known)
    tag = digest_of("follow", language, topics, chosen, house().look)
    blank = FollowForm(chosen, (language.code,))
    return answer(tag, "text/html", lambda: _form(blank, language), language)


def _chosen(known: set[str]) -> tuple[str, ...]:
    """The topics that the address names, by what they are called today."""
    asked = islice(dict.fromkeys(request.args.getlist("topic")), _MOST_NAMED)
    names = (slug if slug in known else front().moved(slug, now()) for slug in asked)
    return tuple(dict.fromkeys(name for name in names if name))


@blueprint.post("/<lang>/follow/")
def ask(lang: str) -> Response:
    """Take what somebody filled in, and say the same whoever it is."""
    following, language = sign_ups(), language_of(lang)
    said = posted()
    filled = read_form(said, front().topics(now()), site(), site().zone)
    if not following.can_write_to(filled.email):
        filled = with_mistakes(filled, "email")
    if filled.mistakes:
        return private(_form(filled, language), language, UNPROCESSABLE)
    if not said.get(TRAP):
        following.sign_up(filled.email, filled.wishes, client_address(), now())
    return private(_sent(language), language)


def sign_ups() -> SignUps:
    """What may be done, or the answer 404 where nobody can follow by mail."""
    return house().following or abort(404)


def private(page: bytes, language: Language, status: int = 200) -> Response:
    """A page for one person: kept by nobody, found by nobody, told to nobody."""
    response = Response(page, status, HEADERS, mimetype="text/html")
    response.content_language.add(language.tag)
    return response


def _form(form: FollowForm, language: Language) -> bytes:
    frame = follow_frame(language, front().topics(now()))
    if form.mistakes:
        frame = replace(frame, title=say(language.code, "follow_error", title=frame.title))
    return render("follow.html", frame, form=form, trap=TRAP)


def _sent(language: Language) -> bytes:
    title = say(language.code, "follow_sent")
    frame = replace(follow_frame(language, front().topics(now())), title=title, canonical="")
    ways = ((local(site().home(language)), "home"),)
    lines = ("follow_sent_more", "follow_sent_nothing")
    return render("follow_done.html", frame, lines=lines, ways=ways)
