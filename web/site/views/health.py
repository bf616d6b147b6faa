"""Whether the service is alive, and whether it can serve."""

import logging

from flask import Blueprint, current_app
from werkzeug.wrappers import Response

from feeds import FORMATS
from press.embargo import minute_of
from press.public.edition import Feed
from press.topic import ALL
from web.cache.coding import IDENTITY
from web.cache.environ import environ_of
from web.site.house import front, now, site
from web.site.views.errors import RETRY_SECONDS

logger = logging.getLogger("newsroom.web")
blueprint = Blueprint("health", __name__)
# Under which minute and generation all could be answered last.
_TRIED = "newsroom.tried"


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers; nothing else is asked."""
    return _plain("alive", 200)


@blueprint.get("/readyz")
def ready() -> Response:
    """The newsroom can serve, or 503; why not is for the log, since anybody may ask.

    What readers ask is tried; what could be answered is not tried again before it may have changed.
    """
    reason = front().ready() or _failing()
    if reason is None:
        return _plain("ready", 200)
    logger.error("not ready: %s", reason)
    response = _plain("not ready", 503)
    response.headers["Retry-After"] = RETRY_SECONDS
    return response


def _failing() -> str | None:
    """What of that which readers ask cannot be answered, and how that ended."""
    known, key = current_app.extensions, (minute_of(now()), front().generation())
    if known.get(_TRIED) == key:
        return None
    try:
        for path in _asked():
            answer = Response.from_app(current_app, environ_of(path, IDENTITY, now(), None))
            if answer.status_code != 200:
                return f"{path} is answered with {answer.status_code}"
    except Exception as error:  # whatever it is, readers would have been answered with it
        return repr(error)
    known[_TRIED] = key
    return None


def _asked() -> list[str]:
    """The paths of what readers ask first: pages, feeds, the newest release, what leads to them."""
    everything = [Feed(ALL, language) for language in site().languages]
    paths = [f"/{feed.language.code}/" for feed in everything]
    paths += [f"/{f.language.code}/{ALL}.{extension}" for f in everything for extension in FORMATS]
    newest = front().page(everything[0], 1, now()).entries[:1]
    paths += [f"/{everything[0].language.code}/releases/{entry.slug}" for entry in newest]
    return [*paths, "/feeds/", "/feeds.opml", "/sitemap.xml"]


def _plain(words: str, status: int) -> Response:
    return Response(f"{words}\n", status, {"Cache-Control": "no-store"}, mimetype="text/plain")
