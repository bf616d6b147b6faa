"""A minute comes: what is due is out, what was withdrawn is gone, in nginx's cache as well.

One wait for all tests: readers poll the newsroom and nginx before, at and after a whole minute,
and everything they see is written down.
"""

import json
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from benchmarks.proxy import Proxy
from tests.deploy.asking import ask
from tests.flows.server import HOST, Server, newsroom

# A busy machine takes its time to file, and then there is a minute to wait for.
pytestmark = [pytest.mark.usefixtures("nginx"), pytest.mark.waits, pytest.mark.timeout(480)]
SECRET = "Sample: two neighbours agree on a shared river"
MOMENT = 0.1  # seconds within which nginx has to know
# Nobody asks for this one before the last second: what nginx takes then is said to last a second.
LATE_FEED = "/en/all.rss"
FEED, WITHDRAWN = "/en/all.atom", 1


@dataclass(frozen=True)
class Sight:
    """What one reader saw.

    Args:
        path: what was asked for.
        began: when, in seconds since 1970.
        ended: when the answer was there.
        status: of the answer.
        body: of the answer.
        seconds: how long it may be kept.
    """

    path: str
    began: float
    ended: float
    status: int
    body: bytes
    seconds: int


@dataclass
class Story:
    """One minute.

    Args:
        page: address of the release that is due.
        gone: address of the page that is withdrawn.
        file: address of a file of that.
        minute: when the release is due, in seconds since 1970.
        withdrawn: the end of the minute in which the other was withdrawn.
        sights: by who was asked, newsroom or nginx.
        cut: whether nginx hung up on a reader whose head came a byte at a time.
    """

    page: str
    gone: str
    file: str
    minute: float = 0.0
    withdrawn: float = 0.0
    sights: dict[str, list[Sight]] = field(default_factory=dict)
    cut: bool = False

    def of(self, path: str, who: str = "nginx") -> list[Sight]:
        """What readers of an address saw there."""
        return [sight for sight in self.sights[who] if sight.path == path]


@pytest.fixture(scope="module")
def story(
    server: Server,
    report: tuple[str, bytes],
    proxy: Proxy,
    tmp_path_factory: pytest.TempPathFactory,
) -> Story:
    """Everything that readers saw around one minute."""
    folder = tmp_path_factory.mktemp("filed")
    slow = _dribble(proxy)
    assert not next(slow)
    number = _filed(server, folder)
    pages = [f"/en/releases/{_slug(server, one)}" for one in (number, WITHDRAWN)]
    told = Story(*pages, report[0])
    _look(told, server, proxy)
    _do(server, "withdraw", str(WITHDRAWN), "--reason", "Sent in error.", "--yes")
    told.withdrawn = _next_minute(datetime.now(UTC)).timestamp()
    minute = _next_minute(datetime.now(UTC) + timedelta(seconds=30))
    when = minute.astimezone(ZoneInfo("Europe/Brussels")).strftime("%Y-%m-%d %H:%M")
    _do(server, "schedule", str(number), when)
    told.minute = minute.timestamp()
    while time.time() < told.minute + 2.5:
        _look(told, server, proxy)
        told.cut = told.cut or next(slow)
        left = told.minute - time.time()
        if left < 0.8:
            _see(told, "nginx", proxy.plain, LATE_FEED)
        time.sleep(0.5 if left > 1.5 else 0.02)
    return told


def test_nobody_sees_a_release_before_its_minute(story: Story) -> None:
    sights = [s for path in (FEED, LATE_FEED, story.page) for s in story.of(path)]
    early = [sight for sight in sights if sight.ended < story.minute]
    assert early
    assert not any(SECRET.encode() in sight.body for sight in early)
    assert {sight.status for sight in early if sight.path == story.page} == {404}


def test_whoever_asks_a_moment_after_its_minute_sees_it(story: Story) -> None:
    for path in (FEED, LATE_FEED, story.page):
        late = [s for s in story.of(path) if s.began > story.minute + MOMENT]
        assert late
        assert all(SECRET.encode() in sight.body for sight in late)


def test_what_is_withdrawn_is_gone_from_the_newsroom_at_once_and_from_nginx_with_the_minute(
    story: Story,
) -> None:
    for path in (story.gone, story.file):
        first, *later = story.of(path, "newsroom")
        assert first.status == 200
        assert {sight.status for sight in later} <= {404, 410}
        assert story.of(path)[0].status == 200
        left = [s.status for s in story.of(path) if s.began > story.withdrawn + MOMENT]
        assert left
        assert set(left) <= {404, 410}


def test_nobody_is_told_to_keep_an_answer_beyond_its_minute(story: Story) -> None:
    for path in (FEED, story.page, story.gone):
        for sight in story.of(path):
            # The last second of a minute is said to last one second, by the newsroom too; a feed of
            # the very second of a change is for now alone.
            assert (
                (path != FEED)
                <= sight.seconds
                <= max(1, 60 - sight.began % 60, 60 - sight.ended % 60)
            )


def test_a_head_that_comes_a_byte_at_a_time_is_cut_off(story: Story) -> None:
    assert story.cut


def _next_minute(instant: datetime) -> datetime:
    return instant.replace(second=0, microsecond=0) + timedelta(minutes=1)


def _do(server: Server, *words: str) -> str:
    done = newsroom(server.home, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _look(told: Story, server: Server, proxy: Proxy) -> None:
    for who, port in (("newsroom", server.port), ("nginx", proxy.plain)):
        for path in (FEED, told.page, told.gone, told.file):
            _see(told, who, port, path)


def _see(told: Story, who: str, port: int, path: str) -> None:
    began = time.time()
    said = ask(port, path)
    seconds = int(said.headers["cache-control"].partition("max-age=")[2])
    sight = Sight(path, began, time.time(), said.status, said.body, seconds)
    told.sights.setdefault(who, []).append(sight)


def _filed(server: Server, folder: Path) -> int:
    """A release that nothing lets out yet."""
    text = folder / "release.txt"
    text.write_text(f"{SECRET}\n\nThe river is shared.\n")
    number: int = json.loads(_do(server, "import", str(text), "--json"))[0]["release"]
    return number


def _slug(server: Server, number: int) -> str:
    slug: str = json.loads(_do(server, "show", str(number), "--json"))["slug"]
    return slug


def _dribble(proxy: Proxy) -> Iterator[bool]:
    """Send a byte of a head at every look; tells whether the other side has hung up."""
    with socket.create_connection((HOST, proxy.plain)) as slow:
        slow.sendall(b"GET /en/ HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        slow.setblocking(False)
        while True:
            gone = False
            try:
                slow.send(b"x")
                gone = slow.recv(4096) == b""
            except BlockingIOError:
                pass
            except OSError:
                gone = True
            yield gone
