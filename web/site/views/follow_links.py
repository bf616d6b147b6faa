"""What the links in mails lead to: GET shows it and changes nothing, POST does it, also twice.

Programs follow links to look for harm; only a person presses a button. `List-Unsubscribe-Post`
makes a mail program press that of unsubscribing (RFC 8058).
"""

import json
from dataclasses import replace
from datetime import datetime, timedelta

from flask import Blueprint, request
from werkzeug.wrappers import Response

from newsroom.telling.following.sign_ups import CONFIRM, MANAGE, UNSUBSCRIBE, name_of
from press.errors import NotPublic
from press.languages import Language
from press.months import day_in
from press.public.edition import Feed
from press.telling.subscriber import Following, Subscriber
from press.telling.wishes import Wishes
from press.topic import ALL
from press.words import say
from web.site.asker import posted
from web.site.follow_form import FollowForm, form_of, read_form
from web.site.frame import Frame
from web.site.house import front, language_at, local, now, site
from web.site.preferred import preferred
from web.site.templating import render
from web.site.views.follow import FOLLOW, UNPROCESSABLE, private, sign_ups
from web.site.views.previews import HEADERS

WEEK = timedelta(days=7)
blueprint = Blueprint("follow_links", __name__)


@blueprint.get(f"{FOLLOW}{CONFIRM}/<link>")
def confirm(link: str) -> Response:
    """What was asked for with somebody's address, and the button that makes it hold."""
    return _asked_or_confirmed(sign_ups().whose(link, CONFIRM))


@blueprint.post(f"{FOLLOW}{CONFIRM}/<link>")
def do_confirm(link: str) -> Response:
    """It holds, unless something else was asked for since it was shown: then that is shown."""
    shown = posted().get("shown", "")
    return _asked_or_confirmed(sign_ups().confirm(link, now(), shown))


@blueprint.get(f"{FOLLOW}{MANAGE}/<link>")
def manage(link: str) -> Response:
    """What somebody has chosen, to be changed."""
    found = sign_ups().whose(link, MANAGE)
    return _managed(found, form_of(_chosen(found), site()))


@blueprint.post(f"{FOLLOW}{MANAGE}/<link>")
def change(link: str) -> Response:
    """Other wishes hold; what was chosen and is not offered stays as it is."""
    found, topics = sign_ups().whose(link, MANAGE), front().topics(now())
    chosen = _chosen(found)
    form = read_form(posted(), topics, site(), chosen.zone)
    if form.mistakes:
        return _managed(found, form)
    offered = {ALL, *(topic.slug for topic in topics)}
    kept = (slug for slug in chosen.topics if slug not in offered and slug not in form.topics)
    wishes = replace(form.wishes, topics=(*form.topics, *kept))
    found = sign_ups().change(link, wishes, now())
    return _managed(found, form_of(_chosen(found), site()), is_saved=True)


@blueprint.get(f"{FOLLOW}{MANAGE}/<link>/data.json")
def data(link: str) -> Response:
    """Everything that is kept about somebody."""
    words = json.dumps(sign_ups().export(link, now()), ensure_ascii=False, indent=2)
    response = Response(f"{words}\n", 200, HEADERS, mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="newsroom.json"'
    return response


@blueprint.get(f"{FOLLOW}{UNSUBSCRIBE}/<link>")
def unsubscribe(link: str) -> Response:
    """The button that ends it."""
    found = sign_ups().whose(link, UNSUBSCRIBE)
    if not found.address:
        return _unsubscribed(_language(found))
    return _page("follow_unsubscribe.html", found, "follow_unsubscribe")


@blueprint.post(f"{FOLLOW}{UNSUBSCRIBE}/<link>")
def do_unsubscribe(link: str) -> Response:
    """It has ended; a person reads that, and a mail program looks at the status."""
    language = _language(sign_ups().whose(link, UNSUBSCRIBE))  # not known any more afterwards
    sign_ups().unsubscribe(link, now())
    return _unsubscribed(language)


def _asked_or_confirmed(found: Subscriber) -> Response:
    if not found.address:
        return _unsubscribed(_language(found))
    if wishes := found.wanted:
        shown = {"wishes": wishes, "shown": name_of(wishes)}
        return _page("follow_confirm.html", found, "follow_confirm", **shown)
    ways = ((_way(found, MANAGE), "follow_change"),)
    lines = ("follow_confirmed_more",)
    return _page("follow_done.html", found, "follow_confirmed", lines=lines, ways=ways)


def _unsubscribed(language: Language) -> Response:
    frame = Frame(language, say(language.code, "follow_unsubscribed"), {})
    ways = ((local(site().follow(language)), "follow_anew"),)
    lines = ("follow_unsubscribed_more",)
    return private(render("follow_done.html", frame, lines=lines, ways=ways), language)


def _managed(found: Subscriber, form: FollowForm, *, is_saved: bool = False) -> Response:
    if not found.address:
        return _unsubscribed(_language(found))
    ways = {name: _way(found, name) for name in (CONFIRM, MANAGE, UNSUBSCRIBE)}
    status = UNPROCESSABLE if form.mistakes else 200
    shown = {"form": form, "found": found, "ways": ways, "is_saved": is_saved}
    return _page("follow_manage.html", found, "follow_manage", status, **shown)


def _page(
    template: str, found: Subscriber, title: str, status: int = 200, /, **shown: object
) -> Response:
    """A page about somebody in their own language; it names no other, and leads nowhere else."""
    language = _language(found)
    words = say(language.code, title)
    if status == UNPROCESSABLE:
        words = say(language.code, "follow_error", title=words)
    frame = Frame(language, words, {})
    shown |= {"action": local(request.path), "topics": front().topics(now())}
    return private(render(template, frame, **shown), language, status)


def _chosen(found: Subscriber) -> Wishes:
    """What holds, or would once it is confirmed."""
    return (found.wanted if found.state is Following.ASKED else None) or found.wishes


def _language(found: Subscriber) -> Language:
    """The one they put first; of whom nothing is kept any more, the one their browser asks for."""
    known = (language_at(code) for code in _chosen(found).languages)
    first = next((language for language in known if language), None)
    return first or preferred(request.accept_languages, site().languages)


def _way(found: Subscriber, purpose: str) -> str:
    return local(sign_ups().address(found, purpose))


@blueprint.app_template_global()
def is_quiet(wishes: Wishes, language: Language) -> bool:
    """Whether nothing came out for a week in what somebody follows."""
    newest = (_newest(topic, language) for topic in wishes.topics)
    return not any(newest)


def _newest(topic: str, language: Language) -> bool:
    """Whether a release of a topic came out this week."""
    try:
        entries = front().page(Feed(topic, language), 1, now()).entries
    except NotPublic:
        return False
    return any(entry.published > now() - WEEK for entry in entries)


@blueprint.app_template_global()
def day(moment: datetime, language: Language) -> str:
    """A day as people of a language write it, in the newsroom's zone."""
    return day_in(language.code, site().wall(moment).date())
