"""Callbacks are asked what they want, and sent what is new, as WebSub says."""

import socket
from collections.abc import Callable
from typing import Any

import pytest

from delivery.http import GuardedClient
from delivery.websub import CallbackCheck, Callbacks, Intent, Parcel
from press.errors import CallbackFailed, CallbackRefused
from tests.delivery.listener import Heard, confirming, listening

TOPIC = "https://press.example.org/en/all.atom"
INTENT = Intent("subscribe", TOPIC, 432_000)
PARCEL = Parcel("tag", b"<feed/>", "application/atom+xml; charset=utf-8", TOPIC, "https://x/hub")


def callbacks(**more: Any) -> Callbacks:
    return Callbacks(GuardedClient(private=True, **more))


@pytest.mark.promise(60, 61)
@pytest.mark.parametrize("query", ["", "?", "?id=7&name=%C3%A9+a"])
def test_a_callback_is_asked_with_all_that_it_has_in_its_address(query: str) -> None:
    with listening() as listener:
        assert callbacks().confirms(listener.address(f"/back{query}"), INTENT)
        (heard,) = listener.heard
    assert heard.method == "GET"
    assert heard.path.startswith(f"/back{query if len(query) > 1 else '?'}")
    asked = {name: value for name, value in heard.asked.items() if name.startswith("hub.")}
    assert len(asked.pop("hub.challenge")) > 20
    assert asked == {
        "hub.mode": "subscribe",
        "hub.topic": TOPIC,
        "hub.lease_seconds": "432000",
    }


@pytest.mark.promise(60)
@pytest.mark.parametrize(
    "answer",
    [
        lambda heard: (404, confirming(heard)[1]),
        lambda heard: (302, confirming(heard)[1]),
        lambda heard: (200, confirming(heard)[1] + b"\n"),
        lambda heard: (200, confirming(heard)[1][:-1]),
        lambda heard: (200, confirming(heard)[1].lower() + b""),
        lambda _heard: (200, b""),
        lambda _heard: (204, b""),
    ],
)
def test_only_the_challenge_itself_confirms(answer: Callable[[Heard], tuple[int, bytes]]) -> None:
    with listening(answer) as listener:
        assert not callbacks().confirms(listener.address(), INTENT)
        assert len(listener.heard) == 1


def test_a_callback_that_is_in_trouble_may_be_asked_again() -> None:
    with listening(lambda _heard: (503, b"")) as listener, pytest.raises(CallbackFailed):
        callbacks().confirms(listener.address(), INTENT)


@pytest.mark.promise(62, 63)
@pytest.mark.parametrize("secret", ["", "é secret " * 15])
def test_a_push_is_the_bytes_with_their_type_both_links_and_a_signature(secret: str) -> None:
    with listening() as listener:
        assert callbacks().push(listener.address(), PARCEL, secret)
        (heard,) = listener.heard
    assert (heard.method, heard.body) == ("POST", PARCEL.body)
    assert heard.headers["content-type"] == PARCEL.content_type
    assert heard.headers["link"] == f'<https://x/hub>; rel="hub", <{TOPIC}>; rel="self"'
    assert heard.is_signed(secret) if secret else "x-hub-signature" not in heard.headers


@pytest.mark.promise(65, 66)
def test_gone_is_gone_and_all_else_is_tried_again() -> None:
    statuses = iter([200, 202, 204, 410, 301, 302, 307, 400, 404, 500])
    with listening(lambda _heard: (next(statuses), b"")) as listener:
        address = listener.address()
        assert [callbacks().push(address, PARCEL, "") for _ in range(4)] == [True] * 3 + [False]
        for _ in range(6):
            with pytest.raises(CallbackFailed):
                callbacks().push(address, PARCEL, "")
        assert {heard.path for heard in listener.heard} == {"/"}


PRIVATE = ["127.0.0.1", "169.254.169.254", "10.0.0.1", "::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1"]


def resolving(address: str) -> Callable[..., list[tuple[Any, ...]]]:
    """As a name server that has one answer to all."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET

    def resolve(_host: str, port: int, **_wanted: Any) -> list[tuple[Any, ...]]:
        return [(family, socket.SOCK_STREAM, 6, "", (address, port))]

    return resolve


@pytest.mark.promise(65)
@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_of_our_own_network_is_neither_asked_nor_told(address: str) -> None:
    guarded = Callbacks(GuardedClient(private=False, resolve=resolving(address)))
    with listening() as listener:
        callback = f"http://reader.example:{listener.port}/"
        with pytest.raises(CallbackRefused):
            guarded.confirms(callback, INTENT)
        with pytest.raises(CallbackRefused):
            guarded.push(callback, PARCEL, "")
        guarded.deny(callback, TOPIC, "gone")
        assert listener.heard == []


@pytest.mark.promise(65)
def test_what_an_address_says_itself_is_seen_at_once_and_no_name_is_looked_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    flags = list[int]()
    real = socket.getaddrinfo

    def noting(*args: Any, **more: Any) -> Any:
        flags.append(more["flags"])
        return real(*args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", noting)
    check = CallbackCheck(private=False)
    check.check("https://reader.example/back")
    check.check("http://93.184.215.14/")
    for host in ("127.0.0.1", "127.1", "0x7f000001", "[::1]", "[::ffff:10.0.0.1]", "10.0.0.1"):
        with pytest.raises(CallbackRefused):
            check.check(f"http://{host}/")
    for address in ("ftp://reader.example/", "//reader.example/", "http://me:a@reader.example/"):
        with pytest.raises(CallbackRefused):
            check.check(address)
    assert set(flags) == {socket.AI_NUMERICHOST}


def test_a_denial_says_why_and_needs_no_answer() -> None:
    with listening(lambda _heard: (500, b"")) as listener:
        callbacks().deny(listener.address("/?id=1"), TOPIC, "there is no such feed")
        asked = listener.heard[0].asked
    assert asked == {
        "id": "1",
        "hub.mode": "denied",
        "hub.topic": TOPIC,
        "hub.reason": "there is no such feed",
    }
