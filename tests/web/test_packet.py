"""An answer that is sent again and again is the same every time."""

import os
import socket
from collections.abc import Iterator

import pytest

from web.packet import LONG, OFTEN, Packet

Pair = tuple[socket.socket, socket.socket]


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


@pytest.mark.parametrize("size", [1, LONG - 1, LONG, 3 * LONG])
def test_every_time_the_same_bytes_are_sent(pair: Pair, size: int) -> None:
    raw, (ours, theirs) = os.urandom(size), pair
    one = Packet(raw)
    for _ in range(2 * OFTEN):
        sent = one.send(ours)
        assert heard(theirs, sent) == raw[:sent]
        assert sent == size


def test_what_is_on_its_way_comes_when_the_answer_is_let_go(pair: Pair) -> None:
    raw, (ours, theirs) = os.urandom(LONG), pair
    one = Packet(raw)
    for _ in range(OFTEN + 2):
        assert one.send(ours) == LONG
    del one  # and its file is closed
    assert heard(theirs, (OFTEN + 2) * LONG) == (OFTEN + 2) * raw


def test_who_is_slow_is_told_how_far_it_came(pair: Pair) -> None:
    raw, (ours, theirs) = os.urandom(4 * LONG), pair
    one, took = Packet(raw), [len(raw)]
    while took[-1] == len(raw):
        took.append(one.send(ours))
    assert 0 < took[-1] < len(raw)
    with pytest.raises(BlockingIOError):
        one.send(ours)
    sent = sum(took[1:])
    assert heard(theirs, sent) == (raw * len(took))[:sent]


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="files in memory are Linux's")
def test_there_are_so_many_files_and_no_more_and_they_go_with_their_answers(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Packet, "most_files", Packet.files + 2)
    before, (ours, theirs) = Packet.files, pair
    some = [Packet(bytes([number]) * LONG) for number in range(4)]
    for one in some:
        for _ in range(OFTEN + 1):
            assert one.send(ours) == LONG
            assert heard(theirs, LONG) == one.raw
    assert Packet.files == before + 2
    del some, one
    assert Packet.files == before


def test_a_system_without_files_in_memory_sends_as_well(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    one, (ours, theirs) = Packet(bytes(LONG)), pair
    for _ in range(2 * OFTEN):
        assert heard(theirs, one.send(ours)) == one.raw


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="files in memory are Linux's")
def test_a_file_that_cannot_be_written_disturbs_nobody(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, (ours, theirs), one = Packet.files, pair, Packet(bytes(LONG))
    monkeypatch.setattr(os, "memfd_create", lambda _: os.open(os.devnull, os.O_RDONLY))
    for _ in range(2 * OFTEN):
        assert heard(theirs, one.send(ours)) == one.raw
    assert Packet.files == before
