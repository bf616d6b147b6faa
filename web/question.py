"""What a kept answer may depend on, and nothing else."""

import sys
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from web.asked import ANEW, INSTANT
from web.shelf import Key

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

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


@dataclass(frozen=True, slots=True)
class Question:
    """Everything a kept answer may depend on.

    Args:
        key: address, and coding of the answer.
        instant: of the request, UTC; within its minute it only says how long one is fresh.
    """

    key: Key
    instant: datetime

    @property
    def minute(self) -> datetime:
        """What is public changes with it and no sooner."""
        return self.instant.replace(second=0, microsecond=0)

    def environ(self, *, anew: bool) -> "WSGIEnvironment":
        """The question as Flask hears it (PEP 3333): nothing else of a request reaches an answer.

        Args:
            anew: render it, whatever is kept.
        """
        path, coding = self.key
        environ = _BARE | {"PATH_INFO": path, "wsgi.input": BytesIO(), INSTANT: self.instant}
        environ |= {"HTTP_ACCEPT_ENCODING": coding}
        return environ | ({ANEW: True} if anew else {})
