"""Answers to what cannot be answered; unknown and not yet public are one and the same."""

import logging
from urllib.parse import urlencode

from flask import Blueprint, g, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.wrappers import Response

from press.errors import HomeRefused, NotPublic
from press.languages import Language
from press.topic import ALL, Topic
from web.site.answers import moved
from web.site.frame import missing_frame
from web.site.house import front, house, is_prewarming, language_at, now, site
from web.site.templating import render
from web.site.views.directory import GUESSES
from web.site.views.follow import FOLLOW
from web.site.views.previews import HEADERS, PREVIEWS

RETRY_SECONDS = "5"
logger = logging.getLogger("newsroom.web")
blueprint = Blueprint("errors", __name__)


@blueprint.app_errorhandler(NotPublic)
def not_public(error: Exception) -> Response:
    """What is not public is missing, unless its topic has another name today, or it is a feed's."""
    asked = request.view_args or {}
    old, language = asked.get("topic", ""), language_at(asked.get("lang", ""))
    if not old or language is None:
        return missing(error)
    if new := front().moved(old, now()):
        rest = request.path.removeprefix(f"/{language.code}/{old}")
        wish = f"?{urlencode(wishes)}" if (wishes := [*request.args.items(multi=True)]) else ""
        return moved(f"{site().home(language)}{new}{_spelt(rest)}{wish}")
    name = request.path.removeprefix(f"/{language.code}/").removesuffix("/")
    if name in GUESSES:
        return moved(site().feed(language, ALL, GUESSES[name]))
    return missing(error)


def _spelt(rest: str) -> str:
    """The right spelling of what stands in an address after a topic's name."""
    bare = rest.removesuffix("/")
    guess = GUESSES.get(bare.removeprefix("/"))
    if bare == "/archive" or bare.startswith("/archive/"):
        return f"{bare}/"
    return f".{guess}" if guess else bare or "/"


@blueprint.app_errorhandler(404)
def missing(_error: Exception) -> Response:
    """There is no such page: nothing in the answer depends on more than language and minute.

    What is asked where links of one person's lead is never written down, for the link may be good;
    nor is it kept, or told to another page.
    """
    is_secret = request.path.startswith((PREVIEWS, FOLLOW))
    if (probes := house().probes) and not is_prewarming() and not is_secret:
        probes.missed(g.get("asked", request.path), now())
    language = language_at(request.path.split("/")[1]) or site().languages.default
    headers = HEADERS if is_secret else None
    response = Response(_page(language), 404, headers, mimetype="text/html")
    response.content_language.add(language.tag)
    return response


def _page(language: Language) -> bytes:
    """The one page of a language for all that is missing, made again only once it would differ.

    Whoever guesses asks for hundreds, and the embargoed takes no longer than what never was.
    """
    pages, made_of = house().missing, (_topics(), house().look)
    known = pages.get(language.code)
    if known is None or known[0] != made_of:
        page = render("missing.html", missing_frame(language, made_of[0]))
        known = pages[language.code] = made_of, page
    return known[1]


def _topics() -> tuple[Topic, ...]:
    """The way on; while the database cannot be asked, what is missing is missing all the same."""
    try:
        return front().topics(now())
    except HomeRefused:
        return ()


@blueprint.app_errorhandler(HomeRefused)
def unavailable(error: HomeRefused) -> Response:
    """The database is busy or broken; which and where is for the log, the public may come again."""
    logger.error("unavailable: %s", error)
    headers = {"Retry-After": RETRY_SECONDS, "Cache-Control": "no-store"}
    return Response("Temporarily unavailable\n", 503, headers, mimetype="text/plain")


@blueprint.app_errorhandler(HTTPException)
def refused(error: HTTPException) -> Response:
    """Any other refusal, a failure of ours included, in the protocol's own words.

    Flask has logged a failure before it asks here.
    """
    response = Response(f"{error.name}\n", error.code, mimetype="text/plain")
    if isinstance(error, MethodNotAllowed):
        response.allow.update(sorted(error.valid_methods or ()))
    return response
