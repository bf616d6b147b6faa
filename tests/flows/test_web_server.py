"""Granian as `newsroom serve` starts it: whoever is slow, silent or many, others are answered."""

import http.client
import json
import os
import resource
import select
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsroom.running.webworker import BODIES
from tests.flows.server import HOST, Server, newsroom

pytestmark = pytest.mark.waits

SAMPLES = Path(__file__).parents[2] / "newsroom" / "samples"
FEED, LARGE = "/en/all.atom", 24 * 2**20
WEB = b"\0serve\0"


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home, large = (tmp_path_factory.mktemp("web") / name for name in ("home", "large.pdf"))
    assert newsroom(home, "init").returncode == 0
    assert newsroom(home, "import", "--publish", "--new-topic", str(SAMPLES)).returncode == 0
    large.write_bytes(b"%PDF-1.7\n" + os.urandom(LARGE))
    assert newsroom(home, "attach", "1", str(large)).returncode == 0
    server = Server(home)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def calls(serving: Server) -> Iterator[ExitStack]:
    """Connections that are closed in the end."""
    with ExitStack() as stack:
        yield stack


def call(serving: Server, calls: ExitStack, said: bytes = b"") -> socket.socket:
    one = calls.enter_context(socket.create_connection((HOST, serving.port), timeout=20))
    one.sendall(said)
    return one


def head(path: str, method: str = "GET", version: str = "1.1", **headers: str) -> bytes:
    fields = {"Host": "press.example.org"} | headers
    lines = [f"{method} {path} HTTP/{version}", *(f"{n}: {v}" for n, v in fields.items())]
    return "\r\n".join([*lines, "", ""]).encode()


def hear(one: socket.socket, method: str = "GET") -> tuple[int, http.client.HTTPMessage, bytes]:
    answer = http.client.HTTPResponse(one, method=method)
    answer.begin()
    return answer.status, answer.headers, answer.read()


def everything(one: socket.socket) -> bytes:
    return b"".join(iter(lambda: one.recv(65536), b""))


def large_file(serving: Server) -> tuple[str, bytes]:
    """The address and the content of the large attachment."""
    items = json.loads(serving.get("/en/all.json")[2])["items"]
    (address,) = [one["url"] for item in items for one in item.get("attachments", ())]
    return urlsplit(address).path, next((serving.home / "files").iterdir()).read_bytes()


def test_a_connection_may_poll_and_then_ask_for_something_else(
    serving: Server, calls: ExitStack
) -> None:
    one = call(serving, calls)
    for path in (FEED, "/healthz", FEED, "/en/?page=2", "/feeds.opml"):
        one.sendall(head(path))
        assert hear(one)[0] in (200, 404)


def test_requests_on_the_heels_of_each_other_are_answered_in_turn(
    serving: Server, calls: ExitStack
) -> None:
    one = call(serving, calls, head(FEED) + head("/healthz") + head("/en/nowhere/", "HEAD"))
    one.sendall(head("/en/", Connection="close"))
    said = everything(one)
    places = [said.index(words) for words in (b"</feed>", b"\r\n\r\nalive", b" 404 ", b"</html>")]
    assert places == sorted(places)
    assert said.count(b"HTTP/1.1 ") == 4


@pytest.mark.promise(48, 51)
def test_head_and_304_have_no_body_and_leave_the_connection_usable(
    serving: Server, calls: ExitStack
) -> None:
    one = call(serving, calls, head(FEED))
    _, whole, body = hear(one)
    one.sendall(head(FEED, "HEAD"))
    status, short, nothing = hear(one, "HEAD")
    assert (status, nothing, short["Content-Length"]) == (200, b"", str(len(body)))
    one.sendall(head(FEED, If_None_Match="", **{"If-None-Match": whole["ETag"]}))
    status, short, nothing = hear(one)
    assert (status, nothing, short["ETag"]) == (304, b"", whole["ETag"])
    assert "Content-Type" not in short
    one.sendall(head("/healthz"))
    assert hear(one)[2] == b"alive\n"


@pytest.mark.parametrize(
    "said", [b"\x16\x03\x01\x02\x00\r\n\r\n", b"GET /\r\n\r\n", b"GET\r\n\r\n"], ids=repr
)
def test_garbage_is_refused_and_disturbs_nobody(
    serving: Server, calls: ExitStack, said: bytes
) -> None:
    assert everything(call(serving, calls, said)).startswith((b"HTTP/1.1 400", b""))
    assert serving.get("/healthz")[0] == 200


def test_slow_readers_of_a_large_file_keep_nobody_waiting_and_get_all_of_it(
    serving: Server, calls: ExitStack
) -> None:
    address, content = large_file(serving)
    slow = [call(serving, calls) for _ in range(8)]
    for one in slow:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        one.sendall(head(address))
    for path in (FEED, "/en/?page=2", "/healthz"):
        assert serving.get(path)[0] in (200, 404)
    status, _, part = serving.get(address, Range=f"bytes={LARGE}-")
    assert (status, part) == (206, content[LARGE:])
    for one in slow:
        assert hear(one)[2] == content


def test_a_slow_reader_of_a_large_file_costs_no_more_memory_than_its_piece(
    serving: Server, calls: ExitStack
) -> None:
    address, content = large_file(serving)
    (web,) = serving.children(WEB)
    status = Path(f"/proc/{web}/status")
    if not status.exists():
        pytest.skip("looks for memory in /proc")

    def resident() -> int:
        return int(status.read_text().partition("VmRSS:")[2].split()[0]) * 1024

    before = resident()
    for _ in range(16):
        one = call(serving, calls, head(address))
        assert one.recv(12) == b"HTTP/1.1 200"
    assert resident() - before < len(content)


def test_more_than_a_thousand_who_say_nothing_or_half_a_head_lock_nobody_out(
    serving: Server, calls: ExitStack
) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 2000:
        pytest.skip("too few files for so many connections")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2000), hard))
    calls.callback(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
    for number in range(1200):
        call(serving, calls, b"GET /en/ HTTP/1.1\r\nHost: a" if number % 2 else b"")
    assert serving.get(FEED)[0] == 200


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="needs Linux' prlimit")
def test_who_calls_when_there_are_no_file_numbers_left_is_answered_when_somebody_leaves(
    serving: Server,
) -> None:
    (web,) = serving.children(WEB)
    assert serving.get(FEED)[0] == 200
    before = resource.prlimit(web, resource.RLIMIT_NOFILE)
    most = len(list(Path(f"/proc/{web}/fd").iterdir())) + 4
    resource.prlimit(web, resource.RLIMIT_NOFILE, (most, before[1]))
    try:
        with ExitStack() as calls:
            for one in [call(serving, calls, head(FEED)) for _ in range(12)]:
                with one:
                    assert hear(one)[0] == 200
        assert serving.get(FEED)[0] == 200
    finally:
        resource.prlimit(web, resource.RLIMIT_NOFILE, before)


def test_a_server_that_is_told_to_end_answers_who_has_asked(serving: Server) -> None:
    other = Server(serving.home)
    other.start()
    with ExitStack() as calls:
        resting, asking = call(other, calls), call(other, calls)
        assert other.process
        asking.sendall(head("/en/all.rss"))
        # Whoever called later is answered: so the server has read what was asked before.
        assert other.get("/healthz")[0] == 200
        other.process.terminate()
        assert hear(asking)[0] == 200
        assert resting.recv(1) == b""
        assert asking.recv(1) == b""
        assert other.process.wait(20) == 0
        with pytest.raises(ConnectionRefusedError):
            call(other, calls)


def test_what_is_sent_with_a_request_may_come_slowly_and_holds_up_no_poll(
    serving: Server, calls: ExitStack
) -> None:
    body = b"hub.mode=subscribe&hub.topic=nothing&hub.callback=https%3A%2F%2Freader.example%2F"
    form = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
    slow = [call(serving, calls, head("/hub", "POST", **form)) for _ in range(20)]
    for _ in range(3):
        assert serving.get(FEED)[0] == 200
        assert serving.get("/en/nowhere.atom")[0] == 404
    answered = set[socket.socket]()
    while len(answered) < len(slow) - BODIES:  # all but those whose bodies are waited for
        ready, _, _ = select.select([one for one in slow if one not in answered], [], [], 20)
        assert ready
        answered.update(ready)
    assert {hear(one)[::2] for one in answered} == {(503, b"")}
    waited_for = [one for one in slow if one not in answered]
    for one in waited_for:
        one.sendall(body)
    refusal = (400, b"hub.topic is not the address of one of our feeds\n")
    assert [hear(one)[::2] for one in waited_for] == [refusal] * BODIES
