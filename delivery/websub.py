"""Asks and tells the callbacks of a hub's subscribers (WebSub, W3C Recommendation of 2018)."""

import hmac
import secrets
import socket
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from delivery.http import GuardedClient
from press.errors import CallbackFailed, CallbackRefused

# Readers take more of a push (FreshRSS three times as much), smaller ones not always.
MOST_BYTES = 1024 * 1024
_GONE = 410


@dataclass(frozen=True, slots=True)
class Intent:
    """What a callback is asked to confirm (5.3).

    Args:
        mode: `subscribe` or `unsubscribe`.
        topic: address of the feed.
        lease_seconds: how long the subscription will run; None where it ends.
    """

    mode: str
    topic: str
    lease_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A feed's state as subscribers are sent it (7).

    Args:
        digest: of the body (hex): the same for all that are equal.
        body: the document.
        content_type: as a GET of the feed says.
        topic: address of the feed.
        hub: address of the hub.
    """

    digest: str
    body: bytes
    content_type: str
    topic: str
    hub: str


class Callbacks:
    """Asks them and tells them.

    Args:
        client: goes to addresses that others gave us.
    """

    def __init__(self, client: GuardedClient) -> None:
        self._client = client

    def confirms(self, callback: str, intent: Intent) -> bool:
        """Whether a callback wants what was asked for in its name (5.3).

        Args:
            callback: its address.
            intent: what was asked for.

        Raises:
            CallbackRefused: it may not be asked.
            CallbackFailed: it did not answer, or could not.
        """
        challenge = secrets.token_urlsafe(32)
        said = {"hub.mode": intent.mode, "hub.topic": intent.topic, "hub.challenge": challenge}
        if intent.lease_seconds is not None:
            said["hub.lease_seconds"] = str(intent.lease_seconds)
        answer = self._client.get(_with(callback, said))
        if answer.status >= 500:
            raise CallbackFailed(f"it answered {answer.status}")
        is_same = hmac.compare_digest(answer.body, challenge.encode())
        return 200 <= answer.status < 300 and is_same

    def deny(self, callback: str, topic: str, reason: str) -> None:
        """Say that a subscription ends for a reason of ours, if anybody listens (5.2)."""
        said = {"hub.mode": "denied", "hub.topic": topic, "hub.reason": reason}
        with suppress(CallbackRefused, CallbackFailed):
            self._client.get(_with(callback, said))

    def push(self, callback: str, parcel: Parcel, secret: str) -> bool:
        """Send a feed's state (7).

        Args:
            callback: where to.
            parcel: what.
            secret: signs it (7.1); may be empty.

        Returns:
            whether the callback took it; if not, it is gone and wants no more (410).

        Raises:
            CallbackRefused: it may not be asked.
            CallbackFailed: it did not answer, or something else.
        """
        headers = {
            "Content-Type": parcel.content_type,
            "Link": f'<{parcel.hub}>; rel="hub", <{parcel.topic}>; rel="self"',
        }
        if secret:
            signed = hmac.digest(secret.encode(), parcel.body, "sha256").hex()
            headers["X-Hub-Signature"] = f"sha256={signed}"
        status = self._client.post(callback, parcel.body, headers).status
        if not 200 <= status < 300 and status != _GONE:
            raise CallbackFailed(f"it answered {status}")
        return status != _GONE


class CallbackCheck:
    """Refuses an address that can be seen to be no callback, without asking who has its name.

    What a name means is looked up when it is asked: whoever waits for an answer here learns nothing
    of our network by how long it takes.

    Args:
        private: whether this machine and its network may be asked.
    """

    def __init__(self, *, private: bool) -> None:
        self._client = GuardedClient(private=private, resolve=_numbers_alone)

    def check(self, callback: str) -> None:
        """Look at an address.

        Raises:
            CallbackRefused: it is no callback.
        """
        with suppress(CallbackFailed):  # it is a name
            self._client.check(callback)


def _numbers_alone(host: str, port: int, **wanted: Any) -> Sequence[tuple[Any, ...]]:
    return socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST, **wanted)


def _with(callback: str, said: dict[str, str]) -> str:
    """An address with more behind its question mark; what stands there stays (5.3)."""
    parts = urlsplit(callback)
    query = "&".join(filter(None, (parts.query, urlencode(said))))
    return parts._replace(query=query, fragment="").geturl()
