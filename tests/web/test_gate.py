"""The gate says what the application says, to everybody at once, and passes on all else."""

import http.client
import os
import socket
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from newsroom.public.front import Front
from press.embargo import MINUTE
from storage import Storage
from tests.conftest import NOON
from tests.web.conftest import Clock
from tests.web.gatehouse import Actor, application, ask, call, head, hear, opened
from tests.web.polls import FEED, KEPT, MISSED, PASSED, WISHES, Counted, retitle
from web.counter import OVERHEAD, Counter
from web.gate import Gate
from web.lane import Lane
from web.packet import LONG, OFTEN, Body

Act = Callable[[socket.socket, bytes], None]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A place for sockets: their addresses may only have about a hundred letters."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def counted(app: Flask, front: Front, clock: Clock) -> Counted:
    """The application as it is served, counting what reaches it."""
    return Counted(Lane(app, front.generation, clock))


@pytest.fixture
def backend(counted: Counted, folder: Path) -> Iterator[str]:
    with application(counted, folder) as address:
        yield address


@pytest.fixture
def port(backend: str, front: Front, clock: Clock) -> Iterator[int]:
    with opened(Counter(backend, front.generation, clock)) as (_, port):
        yield port


@pytest.fixture
def acting(folder: Path) -> Iterator[Callable[[Act], Actor]]:
    actors: list[Actor] = []

    def begin(act: Act) -> Actor:
        actors.append(Actor(folder, act))
        return actors[-1]

    yield begin
    for actor in actors:
        actor.close()


def public(body: bytes, *, more: int = 0) -> bytes:
    """An answer everybody may be given, of which so many bytes are missing."""
    size = len(body) + more
    fields = f"Cache-Control: public, max-age=30\r\nContent-Length: {size}\r\nConnection: close"
    return f"HTTP/1.1 200 OK\r\n{fields}\r\n\r\n".encode() + body


def await_(is_so: Callable[[], bool]) -> None:
    """Wait for the gate's own thread."""
    for _ in range(2000):
        if is_so():
            return
        time.sleep(0.01)
    raise TimeoutError


def asking(gate: Gate) -> int:
    """How many wait for an answer."""
    return sum(not one.is_resting for one in set(gate.calls))


@pytest.mark.parametrize("wish", WISHES, ids=str)
def test_every_answer_is_the_backends_own(
    backend: str, port: int, clock: Clock, wish: dict[str, str]
) -> None:
    for address in (*KEPT, *PASSED, *MISSED):
        tag = dict(ask(backend, address)[1]).get("ETag", '"none"')
        headers = {name: value.format(tag=tag) for name, value in wish.items()}
        for seconds in (17, 60):
            clock.now = NOON + timedelta(seconds=seconds)
            for method in ("GET", "GET", "HEAD", "HEAD", "OPTIONS"):
                own = ask(backend, address, method, **headers)
                assert ask(port, address, method, **headers) == own


def test_a_poll_enters_the_application_once_a_minute_and_is_dated_every_time(
    port: int, counted: Counted, clock: Clock
) -> None:
    first = ask(port, FEED)
    with call(port) as one:
        for _ in range(3):
            one.sendall(head(FEED, Accept="*/*"))
            assert hear(one) == first
    assert counted.calls == 1
    for seconds, left in ((0.5, 59), (1, 59), (51, 9), (59.9, 1)):
        clock.now = NOON + timedelta(seconds=seconds)
        status, headers, body = ask(port, FEED)
        assert (status, body) == (first[0], first[2])
        assert dict(headers)["Cache-Control"] == f"public, max-age={left}"
    assert counted.calls == 1
    clock.now = NOON + MINUTE
    assert ask(port, FEED)[2] == first[2]
    assert counted.calls == 2


@pytest.mark.parametrize("address", [*PASSED, *MISSED])
def test_nothing_else_is_kept(port: int, counted: Counted, address: str) -> None:
    for calls in (1, 2):
        ask(port, address)
        assert counted.calls == calls


def test_nothing_of_a_request_but_the_wish_reaches_the_application(
    acting: Callable[[Act], Actor], front: Front, clock: Clock
) -> None:
    actor = acting(lambda one, _: one.sendall(public(b"words")))
    with opened(Counter(actor.address, front.generation, clock)) as (_, port):
        ask(port, FEED, Host="evil.example", Cookie="a=b", **{"X-Forwarded-Host": "evil.example"})
    assert actor.asked == [
        f"GET {FEED} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        "Accept-Encoding: identity\r\n\r\n".encode()
    ]


def test_a_commit_of_somebody_else_is_seen_by_the_next_poll(port: int, storage: Storage) -> None:
    with call(port) as one:
        one.sendall(head("/feeds/"))
        assert b"Lasting peace" not in hear(one)[2]
        retitle(storage)
        one.sendall(head("/feeds/"))
        assert b"Lasting peace" in hear(one)[2]


def test_a_connection_made_before_a_commit_asks_after_it(port: int, storage: Storage) -> None:
    ask(port, "/feeds/")
    with call(port) as one:
        retitle(storage)
        one.sendall(head("/feeds/"))
        assert b"Lasting peace" in hear(one)[2]


def test_the_minute_is_seen_at_once(port: int, counted: Counted, clock: Clock) -> None:
    for instant, fresh, calls in (
        (NOON + MINUTE - timedelta(microseconds=2), "public, max-age=1", 1),
        (NOON + MINUTE - timedelta(microseconds=1), "public, max-age=1", 1),
        (NOON + MINUTE, "public, max-age=60", 2),
        (NOON, "public, max-age=60", 3),  # it stepped back: what was known is not asked
    ):
        clock.now = instant
        assert dict(ask(port, FEED)[1])["Cache-Control"] == fresh
        assert counted.calls == calls


def test_a_busy_database_is_said_by_the_application_and_soon_over(
    port: int, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.COUNT_SECONDS", 0)
    storage.close()
    with closing(sqlite3.connect(storage.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        status, fields, _ = ask(port, FEED)
        other.execute("ROLLBACK")
    assert (status, dict(fields)["Cache-Control"]) == (503, "no-store")
    assert ask(port, FEED)[0] == 200


def test_a_head_may_come_byte_by_byte(port: int, backend: str, counted: Counted) -> None:
    own = ask(backend, FEED)
    with call(port) as one:
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in head(FEED):
            one.sendall(bytes([byte]))
        assert hear(one) == own
    assert counted.calls == 2


@pytest.mark.parametrize(
    "said",
    [
        head(FEED) + head("/healthz"),
        head(FEED, version="1.0"),
        head(FEED, Connection="close"),
        head(FEED, "OPTIONS"),
        head(FEED, "BREW"),
        head("/en/", "POST", **{"Content-Length": "3"}) + b"a=b",
        head(FEED, **{"Content-Length": "3"}) + b"a=b",
        head(FEED, If_None_Match="*"),
        head(FEED, X="y" * 9000),
        head(f"/en/{'a' * 9000}"),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET /en/\r\n\r\n",
        b"GET /en/ HTTP/1.1\n\n",
        head(FEED).replace(b"\r\n", b"\n"),
    ],
    ids=lambda said: repr(said[:40]),
)
def test_what_is_no_plain_poll_is_answered_as_by_the_backend_alone(
    port: int, backend: str, said: bytes
) -> None:
    def heard(address: int | str) -> list[bytes]:
        with call(address) as one:
            one.sendall(said)
            one.shutdown(socket.SHUT_WR)
            whole = b""
            try:
                while piece := one.recv(65536):
                    whole += piece
            except ConnectionResetError:
                pass
        return [line for line in whole.split(b"\r\n") if not line.startswith(b"Date:")]

    assert heard(port) == heard(backend)


def test_many_who_miss_at_once_wait_for_one_answer_of_their_generation(
    acting: Callable[[Act], Actor], clock: Clock
) -> None:
    numbers, going, entered = [1], threading.Event(), threading.Semaphore(0)

    def act(one: socket.socket, _: bytes) -> None:
        body = b"of generation %d" % numbers[0]
        entered.release()
        going.wait(20)
        one.sendall(public(body))

    actor = acting(act)
    with opened(Counter(actor.address, lambda: numbers[0], clock)) as (gate, port):
        callers = [call(port) for _ in range(8)]
        for one in callers[:4]:
            one.sendall(head(FEED))
        entered.acquire()
        await_(lambda: asking(gate) == 4)
        numbers[0] = 2
        for one in callers[4:]:
            one.sendall(head(FEED))
        entered.acquire()
        await_(lambda: asking(gate) == 8)
        going.set()
        bodies = [hear(one)[2] for one in callers]
        assert bodies == [b"of generation 1"] * 4 + [b"of generation 2"] * 4
        assert len(actor.asked) == 2
        assert ask(port, FEED)[2] == b"of generation 2"
        assert len(actor.asked) == 2
        for one in callers:
            one.close()


def test_an_answer_that_a_commit_overtakes_is_not_kept(
    acting: Callable[[Act], Actor], clock: Clock
) -> None:
    numbers, entered, going = [1], threading.Event(), threading.Event()

    def act(one: socket.socket, said: bytes) -> None:
        body = b"of generation %d" % numbers[0]
        if b"/en/slow/" in said:
            entered.set()
            going.wait(20)
        one.sendall(public(body))

    actor = acting(act)
    with opened(Counter(actor.address, lambda: numbers[0], clock)) as (_, port), call(port) as one:
        one.sendall(head("/en/slow/"))
        entered.wait(20)
        numbers[0] = 2
        assert ask(port, FEED)[2] == b"of generation 2"
        going.set()
        assert hear(one)[2] == b"of generation 1"
        assert ask(port, "/en/slow/")[2] == b"of generation 2"


def test_half_an_answer_is_never_passed_off_as_whole_nor_kept(
    acting: Callable[[Act], Actor], clock: Clock
) -> None:
    answers = [public(b"half", more=4), public(b"half", more=4), public(b"whole")]
    actor = acting(lambda one, _: one.sendall(answers.pop(0)))
    with opened(Counter(actor.address, lambda: 1, clock)) as (_, port):
        with pytest.raises(http.client.IncompleteRead):
            ask(port, FEED)  # asked twice: the second time its client sees what happens
        assert ask(port, FEED)[2] == b"whole"
        assert ask(port, FEED)[2] == b"whole"


def test_an_application_that_is_not_there_is_said_and_not_kept(
    folder: Path, front: Front, clock: Clock, counted: Counted
) -> None:
    with opened(Counter(str(folder / "web"), front.generation, clock)) as (_, port):
        for address in (FEED, "/healthz"):
            status, fields, body = ask(port, address)
            assert (status, body) == (503, b"")
            assert {"Retry-After", "Cache-Control"} <= dict(fields).keys()
            assert dict(fields)["Cache-Control"] == "no-store"
        with application(counted, folder):
            assert ask(port, FEED)[0] == 200


def test_a_system_without_epoll_is_served_as_well(
    acting: Callable[[Act], Actor], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.loop.HAS_EPOLL", False)
    body = bytes(8 * 2**20)
    actor = acting(lambda one, _: one.sendall(public(body)))
    with opened(Counter(actor.address, lambda: 1, clock)) as (_, port):
        for _ in range(2):
            assert ask(port, FEED)[2] == body


def test_who_hangs_up_disturbs_nobody(acting: Callable[[Act], Actor], clock: Clock) -> None:
    going = threading.Event()

    def act(one: socket.socket, said: bytes) -> None:
        if b"/en/slow/" in said:
            going.wait(20)
        one.sendall(public(bytes(10**7 if b"large" in said else 10)))

    actor = acting(act)
    with opened(Counter(actor.address, lambda: 1, clock)) as (gate, port):
        for said in (b"", b"GET /en/", head("/en/slow/"), head("/en/large/"), head("/large")):
            one = call(port)
            one.sendall(said)
            one.close()
        going.set()
        assert ask(port, FEED)[2] == bytes(10)
        await_(lambda: not gate.calls)


def test_an_answer_nobody_reads_waits_for_its_reader(
    acting: Callable[[Act], Actor], clock: Clock
) -> None:
    body = bytes(range(256)) * 2**14  # 4 MiB
    actor = acting(lambda one, _: one.sendall(public(body)))
    with opened(Counter(actor.address, lambda: 1, clock)) as (_, port):
        slow = call(port)
        slow.sendall(head(FEED))
        assert ask(port, FEED)[2] == body
        assert hear(slow)[2] == body
        slow.sendall(head(FEED))
        assert hear(slow)[2] == body
        slow.close()
    assert len(actor.asked) == 1


def test_what_is_kept_is_bounded(acting: Callable[[Act], Actor], clock: Clock) -> None:
    room = 10 * (1000 + OVERHEAD)
    actor = acting(lambda one, _: one.sendall(public(bytes(800))))
    counter = Counter(actor.address, lambda: 1, clock, room)
    with opened(counter) as (_, port):
        for number in range(30):
            ask(port, f"/en/{number}/")
            assert counter.size <= room
        ask(port, "/en/29/")
        assert len(actor.asked) == 30
        ask(port, "/en/0/")
        assert len(actor.asked) == 31
        clock.now += MINUTE
        ask(port, "/en/0/")
        assert counter.size < 1000 + OVERHEAD


def test_a_long_question_takes_as_much_place_as_it_has(
    acting: Callable[[Act], Actor], clock: Clock
) -> None:
    actor = acting(lambda one, _: one.sendall(public(b"body")))
    counter = Counter(actor.address, lambda: 1, clock, room=3 * 7000)
    with opened(counter) as (_, port):
        for number in (0, 1, 2, 0):
            ask(port, FEED, **{"If-None-Match": f'"{number}", "{"x" * 6000}"'})
    assert len(actor.asked) == 4  # two of them have place


def test_the_ways_to_ask_that_are_remembered_are_bounded_and_forgotten_with_the_second(
    acting: Callable[[Act], Actor], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.counter.MOST_READY", 3)
    actor = acting(lambda one, _: one.sendall(public(b"body")))
    counter = Counter(actor.address, lambda: 1, clock)
    with opened(counter) as (_, port):
        for number in range(6):
            ask(port, FEED, **{"User-Agent": f"reader {number % 5}"})
        assert len(counter._ready) == 3
        clock.now += timedelta(seconds=1)
        ask(port, FEED)
        assert len(counter._ready) == 1


def test_what_many_asked_for_a_minute_ago_lies_in_no_file_any_more(
    acting: Callable[[Act], Actor], clock: Clock
) -> None:
    before, body = Body.files, bytes(LONG)
    actor = acting(lambda one, _: one.sendall(public(body)))
    with opened(Counter(actor.address, lambda: 1, clock)) as (_, port):
        for address in (FEED, "/en/all.rss"):
            for _ in range(OFTEN + 2):
                assert ask(port, address)[2] == body
        assert Body.files == before + 2 * hasattr(os, "memfd_create")
        clock.now += timedelta(minutes=1)
        assert ask(port, FEED)[2] == body
        assert Body.files == before


def test_who_finds_no_place_waits_outside(
    backend: str, front: Front, clock: Clock, counted: Counted
) -> None:
    with opened(Counter(backend, front.generation, clock), most=2) as (gate, port):
        inside = [call(port) for _ in range(2)]
        inside[0].sendall(head(FEED))
        inside[1].sendall(head("/healthz"))
        hear(inside[0])
        hear(inside[1])
        outside = call(port)
        outside.sendall(head("/healthz"))
        inside[0].sendall(head(FEED))
        assert hear(inside[0])[0] == 200
        assert len(gate.calls) == 2
        inside[1].close()
        assert hear(outside)[2] == b"alive\n"
        outside.close()
        inside[0].close()


@pytest.mark.parametrize("said", [b"", b"GET /en/ HTTP/1.1\r\nHost: a"])
def test_who_says_nothing_or_never_ends_is_hung_up_on(
    monkeypatch: pytest.MonkeyPatch, port: int, said: bytes
) -> None:
    monkeypatch.setattr("web.call.REST_SECONDS", 75 if said else 0)
    monkeypatch.setattr("web.call.HEAD_SECONDS", 0)
    with call(port) as one:
        one.sendall(said)
        assert one.recv(1) == b""


def test_a_gate_that_stops_still_answers_who_has_asked(
    acting: Callable[[Act], Actor], clock: Clock
) -> None:
    entered, going = threading.Event(), threading.Event()

    def act(one: socket.socket, _: bytes) -> None:
        entered.set()
        going.wait(20)
        one.sendall(public(b"words"))

    actor = acting(act)
    with opened(Counter(actor.address, lambda: 1, clock)) as (gate, port):
        resting, asking = call(port), call(port)
        asking.sendall(head(FEED))
        entered.wait(20)
        gate.stop()
        assert resting.recv(1) == b""
        with pytest.raises(ConnectionRefusedError):
            call(port)
        going.set()
        assert hear(asking)[2] == b"words"
        assert asking.recv(1) == b""
        for one in (resting, asking):
            one.close()
