"""Feeds as readers poll them, and the list of all there are."""

from flask import Blueprint
from werkzeug.wrappers import Response

from feeds import FORMATS, entity_tag, opml
from press.edition import Feed, digest_of
from web.answers import answer
from web.asked import front, house, language_of, now, site
from web.frame import feeds_frame
from web.templating import render

EXTENSIONS = ",".join(FORMATS)
blueprint = Blueprint("feeds", __name__)


@blueprint.get(f"/<lang>/<topic>.<any({EXTENSIONS}):extension>")
def feed(lang: str, topic: str, extension: str) -> Response:
    """A topic's feed in a language and a format; only a new edition is rendered."""
    language, form = language_of(lang), FORMATS[extension]
    edition = front().edition(Feed(topic, language), now())
    response = answer(
        entity_tag(edition.digest, form),
        form.media_type,
        lambda: form.render(edition, site()),
        language,
        edition.changed,
    )
    # WebSub, 4: the address to subscribe to, as configured and never as asked for.
    response.headers["Link"] = f'<{site().feed(language, topic, extension)}>; rel="self"'
    return _for_everybody(response)


@blueprint.get("/feeds.opml")
def outline() -> Response:
    """Every feed there is, for readers."""
    topics = front().topics(now())
    tag = digest_of("opml", topics, house().look)
    return _for_everybody(answer(tag, opml.MEDIA_TYPE, lambda: opml.render(site(), topics)))


@blueprint.get("/feeds/")
def index() -> Response:
    """Every feed there is, for people; the address names no language, so the default speaks."""
    language, topics = site().languages.default, front().topics(now())
    frame = feeds_frame(language, topics)
    tag = digest_of("feeds", topics, house().look)
    return answer(tag, "text/html", lambda: render("feeds.html", frame), language)


def _for_everybody(response: Response) -> Response:
    """Let a page of any other site read it: there is nothing here that is not public."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
