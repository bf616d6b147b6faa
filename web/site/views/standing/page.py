"""One of the pages of every footer: about the newsroom, contact, accessibility, legal notice."""

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from press.public.edition import digest_of
from web.site.answers import answer
from web.site.frame import standing_frame
from web.site.house import front, house, language_of, now, standing
from web.site.templating import render

blueprint = Blueprint("standing", __name__)


@blueprint.get("/<lang>/pages/<name>")
def page(lang: str, name: str) -> Response:
    """A page in its reader's language, or else in the first that has it, which it says."""
    language = language_of(lang)
    found = standing().page(name, language.code) or abort(404)
    topics = front().topics(now())
    tag = digest_of("standing", name, language, topics, house().look)
    frame = standing_frame(found, standing().languages(name), language, topics)
    return answer(tag, "text/html", lambda: render("standing.html", frame, page=found), language)
