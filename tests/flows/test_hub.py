"""Subscribers of feeds are pushed what a poll would give them, from the minute on."""

import http.client
import json
import os
import signal
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from press.embargo import next_minute
from storage import Storage
from tests.delivery.listener import Heard, Listener, confirming, listening
from tests.flows.server import HOST, Server, newsroom

pytestmark = [pytest.mark.waits, pytest.mark.timeout(480)]

SECRET = "a secret of theirs"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def server(server: Server) -> Server:
    server.settings["PRIVATE_CALLBACKS"] = "on"
    return server


def ask(server: Server, path: str, callback: str, mode: str = "subscribe", **more: str) -> int:
    """Ask the hub for a feed's path; its answer's status."""
    said = {"mode": mode, "topic": f"http://{HOST}:{server.port}{path}", "callback": callback}
    body = urlencode({f"hub.{name}": value for name, value in (said | more).items()})
    connection = http.client.HTTPConnection(HOST, server.port, timeout=30)
    try:
        connection.request("POST", "/hub", body, FORM)
        return connection.getresponse().status
    finally:
        connection.close()


def file(server: Server, tmp_path: Path, headline: str, at: datetime | None = None) -> int:
    """File a release for a minute, or now; its number."""
    words = tmp_path / f"{len(list(tmp_path.glob('*.txt')))}.txt"
    words.write_text(f"{headline}\n\nThe river is shared.\n")
    brussels = ZoneInfo("Europe/Brussels")
    when = ("--at", f"{at.astimezone(brussels):%Y-%m-%d %H:%M}") if at else ()
    topic = ("--topic", "rivers", "--new-topic", "--json")
    done = newsroom(server.home, "import", str(words), *when, *topic, **server.settings)
    assert done.returncode == 0, done.stderr
    number = int(json.loads(done.stdout)[0]["release"])
    if at is None:
        let_out = newsroom(server.home, "publish", str(number), **server.settings)
        assert let_out.returncode == 0, let_out.stderr
    return number


def a_minute(leaving: timedelta) -> datetime:
    """A whole minute that leaves time for what has to be done before it."""
    return next_minute(datetime.now(UTC) + leaving)


def sleep_until(instant: datetime) -> None:
    time.sleep(max(0.0, (instant - datetime.now(UTC)).total_seconds()))


@pytest.mark.promise(60, 62, 63, 64)
def test_a_push_is_what_a_get_gives_signed_and_never_before_the_minute(
    server: Server, tmp_path: Path
) -> None:
    server.start()
    with listening() as listener:
        for extension in ("atom", "rss", "json"):
            path, callback = f"/fr/all.{extension}", listener.address(f"/{extension}?id=7")
            assert ask(server, path, callback, secret=SECRET) == 202
        assert listener.wait(lambda: len(listener.heard) == 3)
        minute = a_minute(timedelta(seconds=12))
        file(server, tmp_path, "Two neighbours share a river", minute)
        sleep_until(minute - timedelta(milliseconds=50))
        early = listener.pushes()
        assert early == [] or min(one.at for one in early) >= minute
        assert listener.wait(lambda: len(listener.pushes()) == 3)
        for push in listener.pushes():
            extension = push.path.removeprefix("/").removesuffix("?id=7")
            status, headers, body = server.get(f"/fr/all.{extension}")
            assert (status, push.body) == (200, body)
            assert b"Two neighbours" in push.body
            assert (push.headers["link"], push.headers["content-type"]) == (
                *(headers["link"], headers["content-type"]),
            )
            assert push.is_signed(SECRET)
            assert push.at >= minute


@pytest.mark.promise(64, 66)
def test_a_clock_that_is_killed_among_many_pushes_serves_them_all_the_same(
    server: Server, tmp_path: Path
) -> None:
    count, killed = 60, threading.Event()

    def some(heard: Heard) -> tuple[int, bytes]:
        """The first few are answered at once, the others once the clock is gone."""
        if len(listener.pushes()) > count // 6:
            killed.wait(60)
        return confirming(heard)

    server.start()
    with listening(some) as listener:
        for number in range(count):
            assert ask(server, "/en/all.atom", listener.address(f"/{number}")) == 202
        assert listener.wait(lambda: len(listener.heard) == count)
        wait_for_all_confirmed(server, count)
        file(server, tmp_path, "Many are told")
        assert listener.wait(lambda: len(listener.pushes()) >= count // 6)
        (clock,) = server.children(b"\0work\0")
        os.kill(clock, signal.SIGKILL)
        assert len(paths(listener)) < count
        killed.set()
        assert listener.wait(lambda: len(paths(listener)) == count, 120)
        bodies = {push.body for push in listener.pushes()}
        assert bodies == {server.get("/en/all.atom")[2]}
        assert max(paths(listener).values()) <= 2


def paths(listener: Listener) -> Counter[str]:
    return Counter(push.path for push in listener.pushes())


def wait_for_all_confirmed(server: Server, count: int) -> None:
    """Whoever answered is subscribed once that is written down, a moment later."""
    storage = Storage(server.home / "newsroom.db")
    for _ in range(300):
        with storage.read() as db:
            query = "SELECT COUNT(*) FROM hub_subscription WHERE verified_at IS NOT NULL"
            if db.execute(query).fetchone()[0] == count:
                break
        time.sleep(0.1)
    storage.close()


@pytest.mark.promise(61, 66)
def test_others_are_told_beside_one_that_sleeps_and_one_that_is_gone_is_told_no_more(
    server: Server, tmp_path: Path
) -> None:
    woken = threading.Event()

    def unlike(heard: Heard) -> tuple[int, bytes]:
        if heard.method == "GET":
            return confirming(heard)
        if heard.path == "/sleeps":
            woken.wait()
        return {"/gone": 410, "/moved": 302}.get(heard.path, 200), b""

    server.start()
    with listening(unlike) as listener:
        for path in ("/sleeps", "/gone", "/moved", "/a", "/b"):
            assert ask(server, "/en/rivers.atom", listener.address(path)) == 400
            assert ask(server, "/en/all.atom", listener.address(path)) == 202
        try:
            assert listener.wait(lambda: len(listener.heard) == 5)
            wait_for_all_confirmed(server, 5)
            file(server, tmp_path, "First")
            assert listener.wait(lambda: len(paths(listener)) == 5)
            file(server, tmp_path, "Second")
            assert listener.wait(lambda: {paths(listener)[p] for p in ("/a", "/b")} == {2})
        finally:
            woken.set()
        assert paths(listener)["/gone"] == 1
        assert not [one for one in listener.heard if one.path == "/elsewhere"]
