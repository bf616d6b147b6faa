"""Every feed there is: a page for people, a list for their readers."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from flask import Blueprint, request
from werkzeug.wrappers import Response

from feeds import opml
from press.languages import Language
from press.public.edition import Feed, digest_of
from press.topic import ALL, Topic
from web.site.answers import COPYING, answer, moved
from web.site.frame import feeds_frame
from web.site.house import front, house, language_of, now, site
from web.site.links import directory
from web.site.templating import render

# Where web readers take the address of a feed, percent-encoded.
READERS = {
    "Feedly": "https://feedly.com/i/subscription/feed%2F",
    "Inoreader": "https://www.inoreader.com/?add_feed=",
    "NewsBlur": "https://www.newsblur.com/?url=",
}
# Where people and programs look for a feed that have read no page, and what they are led to.
GUESSES = {
    **dict.fromkeys(("feed", "feed.xml", "feed.atom", "atom", "atom.xml"), "atom"),
    **dict.fromkeys(("rss", "rss.xml", "feed.rss", "index.xml"), "rss"),
    "feed.json": "json",
}
blueprint = Blueprint("directory", __name__)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to open a feed in a reader.

    Args:
        name: of the reader; nothing where it is the one that the machine knows.
        address: to follow.
    """

    name: str
    address: str


@blueprint.app_template_global()
def ways_to(address: str) -> Iterator[Way]:
    """How a feed is opened in a reader: the machine's own (`feed:`), or one on the web."""
    yield Way("", f"feed:{address}")
    for name, place in READERS.items():
        yield Way(name, place + quote(address, safe=""))


@blueprint.get("/feeds.opml")
def outline() -> Response:
    """Every feed there is, for readers."""
    topics = front().topics(now())
    tag = digest_of("opml", topics, house().look)
    response = answer(tag, opml.MEDIA_TYPE, lambda: opml.render(site(), topics))
    # Any other site may read it: there is nothing here that is not public.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@blueprint.get("/feeds/")
def index() -> Response:
    """Every feed there is, for people; the address names no language, so the default speaks."""
    return _page(site().languages.default, front().topics(now()))


@blueprint.get("/<lang>/feeds/")
def index_in(lang: str) -> Response:
    """The same in another language."""
    language = language_of(lang)
    if language == site().languages.default:
        return moved(directory(language))
    return _page(language, front().topics(now()))


def tried() -> Response:
    """The feed of everything, where one is tried for; the address names no language."""
    return moved(site().feed(site().languages.default, ALL, _guess()))


@blueprint.get("/provenance")
def provenance() -> Response:
    """What feeds name by this address who wrote a text: a browser keeps what stands behind `#`."""
    return moved(directory(site().languages.default))


def guessed(lang: str, topic: str) -> Response:
    """A topic's feed, where one is tried for below its page."""
    feed = Feed(topic, language_of(lang))
    front().edition(feed, now())  # or there is no such topic
    return moved(site().feed(feed.language, topic, _guess()))


for _name in GUESSES:
    blueprint.add_url_rule(f"/{_name}", view_func=tried, methods=["GET"])
    blueprint.add_url_rule(f"/<lang>/<topic>/{_name}", view_func=guessed, methods=["GET"])


def _guess() -> str:
    return GUESSES[request.path.removesuffix("/").rpartition("/")[2]]


def _page(language: Language, topics: tuple[Topic, ...]) -> Response:
    frame = feeds_frame(language, topics)
    tag = digest_of("feeds", language, topics, house().look)
    response = answer(tag, "text/html", lambda: render("feeds.html", frame), language)
    response.headers["Content-Security-Policy"] = COPYING
    return response
