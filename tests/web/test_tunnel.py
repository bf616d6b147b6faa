"""A tunnel passes bytes on, both ways, and holds few of them."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from web.loop import Loop
from web.tunnel import MOST, Tunnel

Ends = tuple[Loop, socket.socket, socket.socket, list[str]]


@contextmanager
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    for one in (ours, theirs):
        one.setblocking(False)
    with ours, theirs:
        yield ours, theirs


@pytest.fixture
def ends() -> Iterator[Ends]:
    """A tunnel: its loop, the client's end, the backend's end, and whether it is over."""
    loop, over = Loop(lambda: None), list[str]()
    with pair() as (ours, client), pair() as (to_backend, backend):
        Tunnel(loop, ours, to_backend, b"first ", lambda: over.append("over"))
        yield loop, client, backend, over
        for one in list(loop.waiting):
            one.expire()
        loop.end()


def push(loop: Loop, one: socket.socket, most: int) -> int:
    """Send as much as is taken, though nobody reads at the other end."""
    sent, idle = 0, 0
    while sent < most and idle < 5:
        try:
            sent += one.send(bytes(min(65536, most - sent)))
            idle = 0
        except BlockingIOError:
            idle += 1
        loop.turn() if idle < 2 else None
    return sent


def pull(loop: Loop, one: socket.socket, least: int) -> bytes:
    """Read until so much has come."""
    came = b""
    while len(came) < least:
        loop.turn()
        try:
            came += one.recv(2**20)
        except BlockingIOError:
            continue
    return came


def test_both_sides_hear_each_other(ends: Ends) -> None:
    loop, client, backend, _ = ends
    client.send(b"question")
    assert pull(loop, backend, 14) == b"first question"
    backend.send(b"answer")
    assert pull(loop, client, 6) == b"answer"


@pytest.mark.parametrize("which", [1, 2])
def test_who_does_not_read_stops_the_other_and_loses_nothing(ends: Ends, which: int) -> None:
    loop, talks, silent = ends[0], ends[which], ends[3 - which]
    before = b"" if which == 2 else b"first "
    sent = push(loop, talks, 64 * 2**20)
    assert MOST < sent < MOST + 4 * 2**20  # the kernel keeps some too
    assert pull(loop, silent, sent + len(before)) == before + bytes(sent)


def test_who_has_said_everything_still_hears_the_answer(ends: Ends) -> None:
    loop, client, backend, over = ends
    client.send(b"all")
    client.shutdown(socket.SHUT_WR)
    assert pull(loop, backend, 9) == b"first all"
    loop.turn()
    assert backend.recv(9) == b""
    backend.send(b"answer")
    backend.close()
    assert pull(loop, client, 6) == b"answer"
    while not over:
        loop.turn()
    assert client.recv(9) == b""
    assert over == ["over"]


def test_what_the_backend_said_before_it_broke_off_is_passed_on(ends: Ends) -> None:
    loop, client, backend, _ = ends
    backend.send(b"too large")
    backend.close()  # without having read what the client said: a reset
    client.send(bytes(10))
    assert pull(loop, client, 9) == b"too large"
    loop.turn()
    assert client.recv(9) == b""


def test_a_client_that_is_gone_ends_it(ends: Ends) -> None:
    loop, client, backend, over = ends
    client.close()
    assert pull(loop, backend, 6) == b"first "
    loop.turn()
    assert backend.recv(9) == b""
    backend.close()
    while not over:
        loop.turn()


def test_where_nothing_moves_for_long_it_ends(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    loop, client, _, over = ends
    monkeypatch.setattr("web.tunnel._IDLE_SECONDS", -1)
    client.send(b"x")
    while not over:
        loop.turn()
