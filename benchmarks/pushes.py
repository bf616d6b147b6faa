"""How soon after its minute are all subscribers of a feed pushed what came out?

A newsroom is served in processes of its own; callbacks on this machine confirm, then count. Each is
an address of its own on as many computers as are wanted, 127.0.0.1, 127.0.0.2 and so on: how many
are told at the same time depends on how many are at one place.
"""

import http.client
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from newsroom.filing.refiling import Instructions
from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import embargo_from, next_minute
from press.releases.release import Filing, Reading
from press.text import Block, Kind
from tests.delivery.listener import Listener, listening
from tests.flows.server import HOST, Server

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
FEED = "/en/all.atom"
WORDS = "The two governments share the river, its fish, its floods and the cost of its dams. " * 8
PATIENCE = 120.0
LEAD = timedelta(seconds=15)


@dataclass(frozen=True)
class Pushed:
    """What was seen of one minute.

    Args:
        subscribers: how many there were.
        early: requests before the minute.
        first: seconds from the minute to the first push.
        last: to the last subscriber's first push.
        reached: how many subscribers had one.
        again: pushes beyond the first of each.
        size: bytes of a push.
    """

    subscribers: int
    early: int
    first: float
    last: float
    reached: int
    again: int
    size: int


def run(subscribers: int, places: int) -> None:
    """Subscribe, let a release come out, and print how long that took to tell."""
    with (
        tempfile.TemporaryDirectory(prefix="newsroom-pushes-") as folder,
        listening(host="0.0.0.0") as listener,
    ):
        server = Server(Path(folder) / "home", {"PRIVATE_CALLBACKS": "on"})
        try:
            server.start()
            begun = time.monotonic()
            _subscribe(server, listener, subscribers, places)
            print(f"{subscribers} subscriptions confirmed in {time.monotonic() - begun:.1f} s")
            print(_told(_minute(server, listener, subscribers)))
        finally:
            server.stop()


def _subscribe(server: Server, listener: Listener, count: int, places: int) -> None:
    for number in range(count):
        callback = f"http://127.0.0.{1 + number % places}:{listener.port}/{number}"
        said = {"mode": "subscribe", "topic": f"http://{HOST}:{server.port}{FEED}"}
        said |= {"callback": callback, "secret": f"secret of {number}"}
        body = urlencode({f"hub.{name}": value for name, value in said.items()})
        line = http.client.HTTPConnection(HOST, server.port, timeout=30)
        line.request("POST", "/hub", body, FORM)
        assert line.getresponse().status == http.client.ACCEPTED
        line.close()
    assert listener.wait(lambda: len(listener.heard) >= count, PATIENCE)
    time.sleep(1)  # the last is written down


def _minute(server: Server, listener: Listener, count: int) -> Pushed:
    newsroom = _opened(server)
    minute = next_minute(datetime.now(UTC) + LEAD)
    try:
        _file(newsroom, 50, minute - timedelta(days=1))
        _file(newsroom, 1, minute)
    finally:
        newsroom.storage.close()
    time.sleep(max(0.0, (minute - datetime.now(UTC)).total_seconds()))
    listener.wait(lambda: len({one.path for one in listener.pushes()}) == count, PATIENCE)
    first: dict[str, float] = {}
    for one in listener.pushes():
        first.setdefault(one.path, (one.at - minute).total_seconds())
    times = sorted(first.values())
    early = sum(one.at < minute for one in listener.pushes())
    again, size = len(listener.pushes()) - len(first), len(listener.pushes()[-1].body)
    return Pushed(count, early, times[0], times[-1], len(first), again, size)


def _opened(server: Server) -> Newsroom:
    ours = {
        "MODELS": "",
        "STARTER": "off",
        "AUTHORITY": "press.example.org,2026",
        **server.settings,
    }
    environment = {f"NEWSROOM_{name}": value for name, value in ours.items()}
    return open_newsroom(load_settings(environment, server.home), datetime.now(UTC))


def _file(newsroom: Newsroom, count: int, at: datetime) -> None:
    filings = tuple(
        Filing(
            (Block(Kind.HEADLINE, f"River {n} of {at:%d}"), Block(Kind.PARAGRAPH, WORDS)),
            embargo=embargo_from(at, "UTC"),
        )
        for n in range(count)
    )
    asked = Instructions("bench", publish=True, new_topics=True, beside=True)
    newsroom.releases.file(Reading(filings), asked, datetime.now(UTC))


def _told(seen: Pushed) -> str:
    return (
        f"{seen.reached} of {seen.subscribers} pushed {seen.size:,} bytes each, the first"
        f" {seen.first * 1000:.0f} ms and the last {seen.last * 1000:.0f} ms after the minute;"
        f" {seen.early} before it, {seen.again} twice"
    )
