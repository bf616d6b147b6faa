"""Feeds as readers poll them."""

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from feeds import FORMATS, Format, entity_tag
from press.public.archive import Part
from press.public.edition import Edition, Feed
from web.site.answers import answer
from web.site.house import front, language_of, now, site

EXTENSIONS = ",".join(FORMATS)
blueprint = Blueprint("feeds", __name__)


@blueprint.get(f"/<lang>/<topic>.<any({EXTENSIONS}):extension>")
def feed(lang: str, topic: str, extension: str) -> Response:
    """A topic's feed in a language and a format; only a new edition is rendered."""
    return _written(front().edition(Feed(topic, language_of(lang)), now()), FORMATS[extension])


@blueprint.get(f"/<lang>/<topic>/<part>.<any({EXTENSIONS}):extension>")
def archive(lang: str, topic: str, part: str, extension: str) -> Response:
    """Older entries of a feed, at an address that never moves (RFC 5005, 4)."""
    wanted, feed = Part.named(part) or abort(404), Feed(topic, language_of(lang))
    return _written(front().archive(feed, wanted, now()), FORMATS[extension])


def _written(edition: Edition, form: Format) -> Response:
    response = answer(
        entity_tag(edition.digest, form),
        form.media_type,
        lambda: form.render(edition, site()),
        edition.feed.language,
        edition.changed,
    )
    response.headers["Link"] = _links(edition, form)
    return for_everybody(response)


def _links(edition: Edition, form: Format) -> str:
    """The address to subscribe to, as configured and never as asked for, and where (WebSub, 4).

    Nobody subscribes to an archive: what is new is never in it.
    """
    feed, part = edition.feed, edition.place.part
    address = site().feed(feed.language, feed.topic, form.extension, part)
    own = f'<{address}>; rel="self"'
    return own if part else f'<{site().hub}>; rel="hub", {own}'


def for_everybody(response: Response) -> Response:
    """Let a page of any other site read it: there is nothing here that is not public."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
