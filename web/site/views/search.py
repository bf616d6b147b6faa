"""Finding releases by their words, as a page, as feeds, and from the browser's own field."""

import re
from dataclasses import replace
from functools import partial

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from feeds import FORMATS, entity_tag
from press.folding import as_typed, canonical
from press.public.edition import digest_of
from press.public.search import ResultPage
from press.public.sought import Sought
from press.topic import ALL
from web.site.answers import answer, moved
from web.site.frame import search_frame
from web.site.house import front, house, language_of, now, site
from web.site.templating import render
from web.site.views.feeds import EXTENSIONS, for_everybody
from web.site.views.pages import page_number

_YEAR = re.compile(r"[12][0-9]{3}", re.ASCII)
# Lists of what strangers asked are nothing to find; what is in them is found where it stands.
HEADERS = {"X-Robots-Tag": "noindex"}
MEDIA_TYPE = "application/opensearchdescription+xml"
blueprint = Blueprint("search", __name__)


@blueprint.get("/<lang>/search")
def results(lang: str) -> Response:
    """What is found, newest first; without a question the field to ask in."""
    language, sought, topics = language_of(lang), _sought(), front().topics(now())
    if today := _of_today(sought):
        return moved(site().search(language, today))
    number, page = page_number(), ResultPage(sought, language)
    if not sought.is_empty:
        page = front().search(sought, language, number, now())
    elif number != 1:
        abort(404)
    frame = search_frame(page, topics)
    typed = as_typed(request.args.get("q", ""))
    tag = digest_of("search", page.digest, typed, topics, house().look)
    write = partial(render, "search.html", frame, page=page, typed=typed)
    response = answer(tag, "text/html", write, language)
    response.headers.extend(HEADERS)
    return response


@blueprint.get("/<lang>/search/")
def page_of_slash(lang: str) -> Response:
    """Lead to the one spelling of the address."""
    return moved(site().search(language_of(lang), _sought()))


@blueprint.get(f"/<lang>/search.<any({EXTENSIONS}):extension>")
def feed(lang: str, extension: str) -> Response:
    """The newest of what is found, to follow; nothing was asked is nothing to follow."""
    language, sought, form = language_of(lang), _sought(), FORMATS[extension]
    if sought.is_empty:
        abort(404)
    if today := _of_today(sought):
        return moved(site().search(language, today, extension))
    edition = front().found(sought, language, now())
    response = answer(
        entity_tag(edition.digest, form),
        form.media_type,
        lambda: form.render(edition, site()),
        language,
        edition.changed,
    )
    # It is pushed to nobody, so it names no hub.
    response.headers["Link"] = f'<{site().search(language, sought, extension)}>; rel="self"'
    response.headers.extend(HEADERS)
    return for_everybody(response)


@blueprint.get("/<lang>/opensearch.xml")
def description(lang: str) -> Response:
    """How a browser asks (OpenSearch 1.1)."""
    language = language_of(lang)
    tag = digest_of("opensearch", language, house().look)
    frame = search_frame(ResultPage(Sought(), language), ())
    return answer(
        tag, MEDIA_TYPE, lambda: render("opensearch.xml", frame, media_type=MEDIA_TYPE), language
    )


def _of_today(sought: Sought) -> Sought | None:
    """The same question where its topic has another name today."""
    name = front().moved(sought.topic, now()) if sought.topic else None
    return replace(sought, topic=name) if name and name != sought.topic else None


def _sought() -> Sought:
    """What is asked; a topic or year that is none is an unknown page."""
    asked = request.args.get
    topic, year = asked("topic", ""), asked("year", "")
    if year and not _YEAR.fullmatch(year):
        abort(404)
    chosen = "" if topic == ALL else topic
    return Sought(canonical(asked("q", "")), chosen, int(year or 0))
