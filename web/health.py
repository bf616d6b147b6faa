"""Whether the service is alive, and whether it can serve."""

from flask import Blueprint
from werkzeug.wrappers import Response

from web.asked import front

RETRY_SECONDS = "5"
blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers; nothing else is asked."""
    return _plain("alive", 200)


@blueprint.get("/readyz")
def ready() -> Response:
    """The newsroom can serve, or 503 with the reason."""
    reason = front().ready()
    if reason is None:
        return _plain("ready", 200)
    response = _plain(reason, 503)
    response.headers["Retry-After"] = RETRY_SECONDS
    return response


def _plain(words: str, status: int) -> Response:
    return Response(f"{words}\n", status, {"Cache-Control": "no-store"}, mimetype="text/plain")
