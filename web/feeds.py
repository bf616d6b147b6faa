"""Feeds as readers poll them."""

from flask import Blueprint
from werkzeug.wrappers import Response

from feeds import FORMATS, entity_tag
from press.edition import Feed
from web.answers import answer
from web.asked import front, language_of, now, site

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


def _for_everybody(response: Response) -> Response:
    """Let a page of any other site read it: there is nothing here that is not public."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
