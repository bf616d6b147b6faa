"""What the response cache asks the application: all that a kept answer may depend on.

The names below are added to the WSGI environment (PEP 3333) where nobody else can: a request's
headers become HTTP_… there.
"""

import sys
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

# When it is asked, UTC: the clock was read already.
INSTANT = "newsroom.instant"
# Why the newsroom cannot be asked: the cache has waited; not a second time.
REFUSAL = "newsroom.refusal"
# Bodies that the cache has of this address, by their ETag: same tag, same bytes.
KNOWN = "newsroom.known"
# Whether it is rendered in advance, for nobody yet.
PREWARMING = "newsroom.prewarming"
_BARE: dict[str, Any] = {
    "REQUEST_METHOD": "GET",
    "SCRIPT_NAME": "",
    "QUERY_STRING": "",
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "80",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "wsgi.version": (1, 0),
    "wsgi.url_scheme": "http",
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}


def environ_of(
    path: str, coding: str, instant: datetime, known: Mapping[str, bytes] | None
) -> "WSGIEnvironment":
    """A request as the application hears it: nothing else of a client's reaches a kept answer.

    Args:
        path: of the address.
        coding: of the content.
        instant: UTC; within its minute it only says how long the answer is fresh.
        known: bodies by their ETag, or None where all is rendered anew, in advance.
    """
    asked = {"PATH_INFO": path, "HTTP_ACCEPT_ENCODING": coding, "wsgi.input": BytesIO()}
    ours = {PREWARMING: True} if known is None else {KNOWN: known}
    return _BARE | asked | {INSTANT: instant} | ours
