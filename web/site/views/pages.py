"""Pages for people: what is out, newest first, and each release."""

import re

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from press.errors import NotPublic
from press.languages import Language
from press.public.edition import Feed, digest_of
from press.topic import ALL, Topic
from web.site.answers import COPYING, answer, moved
from web.site.frame import list_frame, release_frame, withdrawn_frame
from web.site.house import front, house, language_of, local, now, site
from web.site.preferred import preferred
from web.site.templating import render

_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def door() -> Response:
    """Send each reader to the newsroom in a language they read."""
    language = preferred(request.accept_languages, site().languages)
    response = redirect(local(site().home(language)), 302)
    response.vary.add("Accept-Language")
    return response


@blueprint.get("/<lang>/")
def home(lang: str) -> Response:
    """Everything that is out."""
    return _list(language_of(lang), ALL)


@blueprint.get("/<lang>/<topic>/")
def about(lang: str, topic: str) -> Response:
    """Everything that is out about a topic."""
    language = language_of(lang)
    if topic == ALL:
        return moved(site().home(language))
    return _list(language, topic)


@blueprint.get("/<lang>/releases/<slug>")
def release(lang: str, slug: str) -> Response:
    """One release."""
    language, topics = language_of(lang), front().topics(now())
    try:
        entry = front().entry(slug, language, now())
    except NotPublic:
        return withdrawn(slug, language, topics)
    tag = digest_of("release", language, entry, topics, house().look)
    frame = release_frame(entry, language, topics)
    page = answer(tag, "text/html", lambda: render("release.html", frame, entry=entry), language)
    page.headers["Content-Security-Policy"] = COPYING
    return page


def withdrawn(slug: str, language: Language, topics: tuple[Topic, ...]) -> Response:
    """Say that a release was taken back and why; whatever was never out is simply unknown."""
    gone = front().withdrawal(slug, language, now())
    page = render("withdrawn.html", withdrawn_frame(language, topics), gone=gone)
    response = Response(page, 410, mimetype="text/html")
    response.content_language.add(language.tag)
    return response


def _list(language: Language, topic: str) -> Response:
    number, topics = page_number(), front().topics(now())
    page = front().page(Feed(topic, language), number, now())
    tag = digest_of("list", language, topic, number, page.digest, topics, house().look)
    frame = list_frame(page, topics)
    return answer(tag, "text/html", lambda: render("list.html", frame, page=page), language)


def page_number() -> int:
    """Which page is asked for; what is not a number is an unknown page."""
    asked = request.args.get("page", "1")
    return int(asked) if _NUMBER.fullmatch(asked) else abort(404)
