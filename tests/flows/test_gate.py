"""The gate as it is started: before Granian, in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.flows.server import Server, environment, free_port, newsroom
from tests.web.gatehouse import Said, ask, call, head, hear
from tests.web.polls import WISHES

SAMPLES = Path(__file__).parents[2] / "newsroom" / "samples"
ADDRESSES = ["/en/all.atom", "/fr/all.json", "/de/", "/feeds.opml", "/sitemap.xml", "/en/nowhere/"]
PASSED = ["/", "/healthz", "/en/?page=2", "/feeds", "/en//", "/en/../", "/preview/x", "//"]
LARGE = 24 * 2**20


@contextmanager
def ended(*words: str, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    values = environment(home, BASE_URL="https://press.example.org")
    process = subprocess.Popen(
        [sys.executable, "-m", *words], env=values, stdin=subprocess.PIPE, bufsize=0
    )
    try:
        yield process
    finally:
        process.terminate()
        assert process.wait(20) == 0
        assert process.stdin
        process.stdin.close()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home, large = (tmp_path_factory.mktemp("gate") / name for name in ("home", "large.pdf"))
    assert newsroom(home, "import", str(SAMPLES)).returncode == 0
    large.write_bytes(b"%PDF-1.7\n" + os.urandom(LARGE))
    assert newsroom(home, "attach", "1", str(large)).returncode == 0
    return home


@pytest.fixture(scope="module")
def both(home: Path) -> Iterator[tuple[int, str]]:
    """The port of the gate, and the socket of the Granian behind it."""
    with tempfile.TemporaryDirectory() as folder:
        backend, port = f"{folder}/web", free_port()
        words = ["granian", "--interface", "wsgi", "--log-level", "warning", "--uds", backend]
        words += ["--http", "1", "--no-ws", "--blocking-threads", "3", "wsgi:app"]
        with ended(*words, home=home), ended("gate", "127.0.0.1", str(port), backend, home=home):
            for _ in range(300):
                try:
                    call(port).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield port, backend


def same(both: tuple[int, str], path: str, method: str, **headers: str) -> tuple[Said, Said]:
    """Both answers, asked within a second: how long they are fresh says so."""
    for _ in range(5):
        first, second = (ask(address, path, method, **headers) for address in both)
        if first == second:
            break
    return first, second


@pytest.mark.parametrize("wish", WISHES, ids=str)
def test_every_answer_is_granians_own(both: tuple[int, str], wish: dict[str, str]) -> None:
    for path in (*ADDRESSES, *PASSED):
        tag = dict(ask(both[1], path)[1]).get("etag", '"none"')
        headers = {name: value.format(tag=tag) for name, value in wish.items()}
        for method in ("GET", "GET", "HEAD", "POST", "OPTIONS", "BREW"):
            first, second = same(both, path, method, **headers)
            assert first == second


def test_requests_on_the_heels_of_each_other_are_answered_in_turn(both: tuple[int, str]) -> None:
    with call(both[0]) as one:
        one.sendall(head("/en/all.atom") + head("/healthz") + head("/en/nowhere/", "HEAD"))
        one.sendall(head("/en/", Connection="close"))
        said = b""
        while piece := one.recv(65536):
            said += piece
    places = [said.index(words) for words in (b"</feed>", b"\r\n\r\nalive", b" 404 ", b"</html>")]
    assert places == sorted(places)
    assert said.count(b"HTTP/1.1 ") == 4


def test_a_connection_may_poll_and_then_ask_for_something_else(both: tuple[int, str]) -> None:
    with call(both[0]) as one:
        for path in ("/en/all.atom", "/healthz", "/en/all.atom", "/en/?page=2", "/feeds.opml"):
            one.sendall(head(path))
            assert hear(one)[0] in (200, 404)


@pytest.mark.parametrize(
    "said",
    [
        b"\x16\x03\x01\x02\x00\r\n\r\n",
        b"GET /\r\n\r\n",
        head("/en/", version="1.0"),
        b"GET\r\n\r\n",
    ],
    ids=repr,
)
def test_garbage_is_answered_as_by_granian_alone(both: tuple[int, str], said: bytes) -> None:
    def heard(address: int | str) -> bytes:
        with call(address) as one:
            one.sendall(said)
            return b"".join(iter(lambda: one.recv(65536), b"")).partition(b"\r\n")[0]

    assert heard(both[0]) == heard(both[1])


def test_a_large_attachment_reaches_a_slow_reader_whole_and_in_parts(
    both: tuple[int, str], home: Path
) -> None:
    page = ask(both[0], "/en/all.json")[2].decode()
    address = page.partition("https://press.example.org/files/")[2].partition('"')[0]
    content = next((home / "files").iterdir()).read_bytes()
    with call(both[0]) as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        slow.sendall(head(f"/files/{address}"))
        for _ in range(3):  # meanwhile others are answered
            assert ask(both[0], "/en/all.atom")[0] == 200
        assert hear(slow)[2] == content
    status, _, part = ask(both[0], f"/files/{address}", Range=f"bytes={LARGE}-")
    assert (status, part) == (206, content[LARGE:])


def children(pid: int) -> dict[int, bytes]:
    """Processes that a process has started, with the words they were started with (Linux)."""
    numbers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return {int(n): Path(f"/proc/{n}/cmdline").read_bytes() for n in numbers}


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_gate_that_dies_is_opened_again_and_goes_with_its_server(server: Server) -> None:
    server.start()
    assert server.process
    (gate,) = [n for n, words in children(server.process.pid).items() if b"-m\0gate\0" in words]
    os.kill(gate, signal.SIGKILL)
    for _ in range(300):
        try:
            assert server.get("/readyz")[0] == 200
            break
        except OSError:
            time.sleep(0.1)
    else:
        raise TimeoutError
    server.kill()
    server.start()
    assert server.get("/en/all.atom")[0] == 200
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(20) == 0
