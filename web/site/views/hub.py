"""Where subscribers of feeds ask to be told instead of polling (WebSub, 5.1)."""

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from newsroom.telling.hub import SubscriptionRequest
from press.errors import HubBusy, HubRefused
from web.site.asker import posted
from web.site.house import house, now

FORM = "application/x-www-form-urlencoded"
RETRY_SECONDS = "600"
ABOUT = """\
This is the WebSub hub of our feeds (https://www.w3.org/TR/websub/). Readers that know how are told
here of what is new: POST hub.mode (subscribe or unsubscribe), hub.topic (a feed's own address),
hub.callback and, if wanted, hub.secret and hub.lease_seconds.
"""
blueprint = Blueprint("hub", __name__)


@blueprint.get("/hub")
def about() -> Response:
    """What this address is for, for who comes here with a browser."""
    return Response(ABOUT, mimetype="text/plain")


@blueprint.post("/hub")
def hub() -> Response:
    """Take a request; whether it holds is asked of the callback, and nobody waits for that here."""
    counter = house().hub or abort(404)
    if request.mimetype != FORM:
        return _said(400, f"send {FORM}")
    form = posted()
    said = {name: form.get(f"hub.{name}", "") for name in SubscriptionRequest.__slots__}
    try:
        counter.request(SubscriptionRequest(**said), now())
    except HubRefused as refusal:
        return _said(400, str(refusal))
    except HubBusy as refusal:
        response = _said(503, str(refusal))
        response.headers["Retry-After"] = RETRY_SECONDS
        return response
    return _said(202, "the callback will be asked")


def _said(status: int, words: str) -> Response:
    return Response(f"{words}\n", status, {"Cache-Control": "no-store"}, mimetype="text/plain")
