"""Whether the service is alive, and whether it can serve."""

import logging

from flask import Blueprint
from werkzeug.wrappers import Response

from web.site.house import front
from web.site.views.errors import RETRY_SECONDS

logger = logging.getLogger("newsroom.web")
blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers; nothing else is asked."""
    return _plain("alive", 200)


@blueprint.get("/readyz")
def ready() -> Response:
    """The newsroom can serve, or 503; why not is for the log, since anybody may ask."""
    reason = front().ready()
    if reason is None:
        return _plain("ready", 200)
    logger.error("not ready: %s", reason)
    response = _plain("not ready", 503)
    response.headers["Retry-After"] = RETRY_SECONDS
    return response


def _plain(words: str, status: int) -> Response:
    return Response(f"{words}\n", status, {"Cache-Control": "no-store"}, mimetype="text/plain")
