"""The one client that asks programs elsewhere, at addresses that others gave us.

Such an address must not lead into our own network (SSRF). A name is resolved once, and what was
checked is what is connected to, so that a name that means something else a moment later leads
nowhere; redirects are not followed, and proxies are not asked.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from delivery.callback_address import CallbackAddress, read_address
from delivery.deadline import DeadlineConnection, Found
from delivery.public_addresses import is_own, is_public
from press.errors import CallbackFailed, CallbackRefused

SECONDS = 10.0
MOST = 64 * 1024


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What a program elsewhere answered.

    Args:
        status: of the answer.
        headers: by their names in small letters.
        body: its beginning, as long as was asked for.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


class GuardedClient:
    """Asks programs elsewhere, and never one in our own network.

    Args:
        private: whether this machine and its house's network may be asked all the same.
        seconds: after which an answer is no longer waited for, from the first connection on.
        most: bytes of an answer's body that are read.
        resolve: says which addresses a name has, as `socket.getaddrinfo`.
    """

    def __init__(
        self,
        *,
        private: bool,
        seconds: float = SECONDS,
        most: int = MOST,
        resolve: Callable[..., Sequence[Found]] = socket.getaddrinfo,
    ) -> None:
        self._private = private
        self._seconds = seconds
        self._most = most
        self._resolve = resolve

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context()  # reads every authority there is: not before it is used

    def check(self, address: str) -> None:
        """Make sure that an address may be asked.

        Args:
            address: http or https.

        Raises:
            CallbackRefused: it may not.
            CallbackFailed: its name is not known now.
        """
        self._find(read_address(address))

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> CallbackAnswer:
        """Ask for what is at an address.

        Args:
            address: http or https.
            headers: sent with it.

        Raises:
            CallbackRefused: it may not be asked.
            CallbackFailed: it did not answer.
        """
        return self._ask("GET", address, None, headers or {})

    def post(self, address: str, body: bytes, headers: Mapping[str, str]) -> CallbackAnswer:
        """Send bytes to an address.

        Args:
            address: http or https.
            body: what is sent.
            headers: sent with it.

        Raises:
            CallbackRefused: it may not be asked.
            CallbackFailed: it did not answer.
        """
        return self._ask("POST", address, body, headers)

    def _ask(
        self, method: str, address: str, body: bytes | None, headers: Mapping[str, str]
    ) -> CallbackAnswer:
        asked = read_address(address)
        found = self._find(asked)
        end = time.monotonic() + self._seconds
        line = DeadlineConnection(asked, found, end, self._tls if asked.scheme == "https" else None)
        try:
            line.request(method, asked.path, body, {"User-Agent": "newsroom", **headers})
            answer = line.getresponse()
            said = {name.lower(): value for name, value in answer.getheaders()}
            return CallbackAnswer(answer.status, said, answer.read(self._most))
        except (OSError, http.client.HTTPException) as error:
            raise CallbackFailed(_reason(error)) from error
        finally:
            line.hang_up()

    def _find(self, asked: CallbackAddress) -> Sequence[Found]:
        """The addresses behind a name; if one of them is not the world's, none is asked."""
        host = asked.host
        try:
            found = self._resolve(host, asked.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise CallbackFailed(f"the name {host} is not known") from error
        if not found or not all(self._may_ask(str(one[4][0])) for one in found):
            raise CallbackRefused(f"{host} is not an address on the public internet")
        return found

    def _may_ask(self, address: str) -> bool:
        return is_public(address) or (self._private and is_own(address))


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it did not answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold: {error.verify_message}"
    return str(getattr(error, "strerror", None) or error or type(error).__name__)
