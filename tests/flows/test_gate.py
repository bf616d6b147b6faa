"""The gate as it is started: before Granian, in a process of its own."""

import os
import resource
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsroom.commands.running.serving import listen
from tests.flows.server import HOST, environment, newsroom
from tests.web.gatehouse import Said, ask, call, head, hear
from tests.web.polls import WISHES

pytestmark = pytest.mark.waits

SAMPLES = Path(__file__).parents[2] / "newsroom" / "samples"
ADDRESSES = ["/en/all.atom", "/fr/all.json", "/de/", "/feeds.opml", "/sitemap.xml", "/en/nowhere/"]
PASSED = ["/", "/healthz", "/en/?page=2", "/feeds", "/en//", "/en/../", "/preview/x", "//"]
LARGE = 24 * 2**20


@contextmanager
def ended(*words: str, home: Path, files: Sequence[int] = ()) -> Iterator[subprocess.Popen[bytes]]:
    values = environment(home, BASE_URL="https://press.example.org")
    process = subprocess.Popen(
        [sys.executable, "-m", *words], env=values, stdin=subprocess.PIPE, bufsize=0, pass_fds=files
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
    assert newsroom(home, "init").returncode == 0
    assert newsroom(home, "import", "--publish", "--new-topic", str(SAMPLES)).returncode == 0
    large.write_bytes(b"%PDF-1.7\n" + os.urandom(LARGE))
    assert newsroom(home, "attach", "1", str(large)).returncode == 0
    return home


@pytest.fixture(scope="module")
def both(home: Path) -> Iterator[tuple[int, str]]:
    """The port of the gate, and the socket of the Granian behind it."""
    with tempfile.TemporaryDirectory() as folder:
        backend = f"{folder}/web"
        words = ["granian", "--interface", "wsgi", "--log-level", "warning", "--uds", backend]
        words += ["--http", "1", "--no-ws", "--blocking-threads", "3", "wsgi:app"]
        with listen(HOST, 0) as listener, ended(*words, home=home):
            number, port = listener.fileno(), int(listener.getsockname()[1])
            with ended("gate", str(number), backend, home=home, files=[number]):
                assert ask(port, "/healthz")[0] == 200  # it waits until both are there
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


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="needs Linux' prlimit")
def test_who_calls_when_there_are_no_file_numbers_left_is_answered_when_somebody_leaves(
    home: Path, both: tuple[int, str]
) -> None:
    feed = ADDRESSES[0]
    with listen(HOST, 0) as listener:
        number, port = listener.fileno(), int(listener.getsockname()[1])
        with ended("gate", str(number), both[1], home=home, files=[number]) as gate:
            assert ask(port, feed)[0] == 200
            most = len(list(Path(f"/proc/{gate.pid}/fd").iterdir())) + 4
            resource.prlimit(gate.pid, resource.RLIMIT_NOFILE, (most, most))
            callers = [call(port) for _ in range(12)]
            for one in callers:
                one.sendall(head(feed))
            for one in callers:
                with one:  # in a new minute the feed has to be asked for, and that takes a number
                    assert hear(one)[0] in {200, 503}
            assert ask(port, feed)[0] == 200
