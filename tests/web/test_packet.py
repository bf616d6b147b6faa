"""An answer that is sent again and again is the same every time."""

import os
import socket
from collections.abc import Iterator

import pytest

from web.packet import LONG, OFTEN, Body, Packet

Pair = tuple[socket.socket, socket.socket]
HEAD = b"HTTP/1.1 200 OK\r\n\r\n"


@pytest.fixture
def pair() -> Iterator[Pair]:
    """Two ends of a connection, the first of which never blocks."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ours = socket.create_connection(listener.getsockname())
        theirs, _ = listener.accept()
    ours.setblocking(False)
    with ours, theirs:
        yield ours, theirs


def heard(theirs: socket.socket, count: int) -> bytes:
    return theirs.recv(count, socket.MSG_WAITALL)


@pytest.mark.parametrize("size", [0, 1, LONG - 1, LONG, 3 * LONG])
def test_every_time_the_same_bytes_are_sent(pair: Pair, size: int) -> None:
    raw, (ours, theirs) = os.urandom(size), pair
    one = Packet(HEAD, Body(raw))
    for _ in range(2 * OFTEN):
        sent = one.send(ours)
        assert heard(theirs, sent) == HEAD + raw
        assert sent == one.size
        assert one.raw == HEAD + raw


def test_a_body_follows_whichever_head_it_is_given(pair: Pair) -> None:
    body, (ours, theirs) = Body(os.urandom(LONG)), pair
    for number in range(2 * OFTEN):
        head = b"HTTP/1.1 200 OK\r\nage: %d\r\n\r\n" % number
        sent = Packet(head, body).send(ours)
        assert heard(theirs, sent) == head + body.raw


def test_what_is_on_its_way_comes_when_the_answer_is_let_go(pair: Pair) -> None:
    raw, (ours, theirs) = os.urandom(LONG), pair
    one = Packet(HEAD, Body(raw))
    for _ in range(OFTEN + 2):
        assert one.send(ours) == one.size
    size = one.size
    del one  # and its file is closed
    assert heard(theirs, (OFTEN + 2) * size) == (OFTEN + 2) * (HEAD + raw)


@pytest.mark.parametrize("times", [0, OFTEN], ids=["seldom", "often"])
def test_who_is_slow_is_told_how_far_it_came(pair: Pair, times: int) -> None:
    raw, (ours, theirs) = HEAD + os.urandom(4 * LONG), pair
    one = Packet(HEAD, Body(raw.removeprefix(HEAD)))
    for _ in range(times):
        assert heard(theirs, one.send(ours)) == raw
    took = [len(raw)]
    while took[-1] == len(raw):
        took.append(one.send(ours))
    assert 0 < took[-1] < len(raw)
    with pytest.raises(BlockingIOError):
        one.send(ours)
    sent = sum(took[1:])
    assert heard(theirs, sent) == (raw * len(took))[:sent]


@pytest.mark.parametrize("times", [0, OFTEN], ids=["seldom", "often"])
@pytest.mark.parametrize("begin", [0, 1, len(HEAD) - 1, len(HEAD), len(HEAD) + 1, 2 * LONG])
@pytest.mark.parametrize("size", [9, 3 * LONG], ids=["short", "long"])
def test_who_is_slow_gets_the_rest_from_anywhere(
    pair: Pair, size: int, begin: int, times: int
) -> None:
    raw, (ours, theirs) = os.urandom(size), pair
    one = Packet(HEAD, Body(raw))
    for _ in range(times):
        assert heard(theirs, one.send(ours)) == HEAD + raw
    begin = min(begin, one.size - 1)
    assert heard(theirs, one.send(ours, begin)) == (HEAD + raw)[begin:]


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="files in memory are Linux's")
def test_there_are_so_many_files_and_no_more_and_they_go_with_their_answers(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Body, "most_files", Body.files + 2)
    before, (ours, theirs) = Body.files, pair
    some = [Packet(HEAD, Body(bytes([number]) * LONG)) for number in range(4)]
    for one in some:
        for _ in range(OFTEN + 1):
            assert one.send(ours) == one.size
            assert heard(theirs, one.size) == one.raw
    assert Body.files == before + 2
    del some, one
    assert Body.files == before


def test_a_system_without_files_in_memory_sends_as_well(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    one, (ours, theirs) = Packet(HEAD, Body(bytes(LONG))), pair
    for _ in range(2 * OFTEN):
        assert heard(theirs, one.send(ours)) == one.raw


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="files in memory are Linux's")
def test_a_file_that_cannot_be_written_disturbs_nobody(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, (ours, theirs), one = Body.files, pair, Packet(HEAD, Body(bytes(LONG)))
    monkeypatch.setattr(os, "memfd_create", lambda _: os.open(os.devnull, os.O_RDONLY))
    for _ in range(2 * OFTEN):
        assert heard(theirs, one.send(ours)) == one.raw
    assert Body.files == before
