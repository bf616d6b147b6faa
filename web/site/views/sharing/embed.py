"""Pages that stand in a frame on other sites: the newest releases, and a card of one."""

import re

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from press.errors import NotPublic
from press.languages import Language
from press.public.edition import Feed, digest_of
from press.topic import ALL
from press.words import say
from web.site.answers import GUARDS, answer
from web.site.frame import Frame
from web.site.house import front, house, language_of, now, site
from web.site.links import title_of
from web.site.templating import render

# The only pages that others may put into a frame. There is nothing to click in them but links, so
# nobody gains by hiding something under them.
HEADERS = {
    "Content-Security-Policy": GUARDS["Content-Security-Policy"].replace(
        "frame-ancestors 'none'", "frame-ancestors *"
    ),
    # What is in them is found where it stands.
    "X-Robots-Tag": "noindex",
}
NEWEST = 5  # where it is not said how many
_NUMBER = re.compile(r"[1-9]|1[0-9]|20", re.ASCII)
blueprint = Blueprint("embed", __name__)


@blueprint.get("/<lang>/<topic>/embed")
def newest(lang: str, topic: str) -> Response:
    """The headlines of the newest releases of a topic, `?n=` of them."""
    language, number = language_of(lang), _number()
    page = front().page(Feed(topic, language), 1, now())
    tag = digest_of("embed", number, page.digest, house().look)
    canonical = site().home(language, None if topic == ALL else topic)
    frame = Frame(language, title_of(page.topic, language), {}, canonical)
    entries = page.entries[:number]
    return _framed(
        answer(
            tag,
            "text/html",
            lambda: render("embed_list.html", frame, topic=page.topic, entries=entries),
            language,
        )
    )


@blueprint.get("/<lang>/releases/<slug>/embed")
def card(lang: str, slug: str) -> Response:
    """One release in a few words."""
    language = language_of(lang)
    try:
        entry = front().entry(slug, language, now())
    except NotPublic:
        return _withdrawn(slug, language)
    tag = digest_of("card", language, entry, house().look)
    frame = Frame(language, entry.text.headline, {}, site().release(language, slug))
    return _framed(
        answer(tag, "text/html", lambda: render("embed_card.html", frame, entry=entry), language)
    )


def _withdrawn(slug: str, language: Language) -> Response:
    """Say in the card's place that its release was taken back."""
    gone = front().withdrawal(slug, language, now())
    title, address = say(language.code, "withdrawn"), site().release(language, slug)
    frame = Frame(language, title, {}, address)
    page = render("embed_withdrawn.html", frame, gone=gone)
    response = Response(page, 410, mimetype="text/html")
    response.content_language.add(language.tag)
    return _framed(response)


def _framed(response: Response) -> Response:
    response.headers.extend(HEADERS)
    return response


def _number() -> int:
    """How many are asked for; what is not such a number is an unknown page."""
    asked = request.args.get("n", str(NEWEST))
    return int(asked) if _NUMBER.fullmatch(asked) else abort(404)
