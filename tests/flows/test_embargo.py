"""A release is filed ahead, the server is killed and started again, and its minute comes."""

import json
import time
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from press.embargo import next_minute
from tests.flows.server import Server, newsroom

pytestmark = [pytest.mark.waits, pytest.mark.timeout(480)]  # on a busy machine it waits longer

SECRET = "Sample: two neighbours agree on a shared river"
LANGUAGES = ("en", "fr", "nl", "de")
FORMATS = ("atom", "rss", "json")


def started(server: Server) -> datetime:
    """Start a server, and tell a whole minute that leaves time to file, kill and start again.

    How long that takes on this machine, as busy as it is, is seen by the first start.
    """
    begun = datetime.now(UTC)
    server.start()
    now = datetime.now(UTC)
    return next_minute(now + max(timedelta(seconds=20), 3 * (now - begun)))


def surfaces(slug: str) -> list[str]:
    feeds = [
        f"/{code}/{topic}.{extension}"
        for code, topic, extension in product(LANGUAGES, ("all", "rivers"), FORMATS)
    ]
    pages = [
        f"/{code}/{rest}" for code in LANGUAGES for rest in ("", "rivers/", f"releases/{slug}")
    ]
    return [*feeds, *pages, "/feeds/", "/feeds.opml"]


def test_an_embargo_outlives_a_killed_server_and_ends_everywhere_at_its_minute(
    server: Server, tmp_path: Path
) -> None:
    file = tmp_path / "release.txt"
    file.write_text(f"{SECRET}\n\nThe river is shared.\n")
    minute = started(server)
    when = minute.astimezone(ZoneInfo("Europe/Brussels")).strftime("%Y-%m-%d %H:%M")
    filed = newsroom(
        server.home, "import", str(file), "--at", when, "--topic", "rivers", "--new-topic", "--json"
    )
    number = json.loads(filed.stdout)[0]["release"]
    slug = json.loads(newsroom(server.home, "show", str(number), "--json").stdout)["slug"]
    paths = surfaces(slug)
    traces = (slug.encode(), b"rivers", SECRET.encode())

    def showing() -> list[str]:
        bodies = {path: server.get(path)[2] for path in paths}
        return [path for path in paths if any(trace in bodies[path] for trace in traces)]

    assert showing() == []
    server.kill()
    server.start()
    while (left := minute - datetime.now(UTC)) > timedelta(seconds=1):
        seen = showing()
        assert seen == [] or datetime.now(UTC) >= minute  # it came while they were asked
        time.sleep(min(5, left.total_seconds() / 2))
    time.sleep(max(0.0, (minute - datetime.now(UTC)).total_seconds()))
    assert sorted(showing()) == sorted(paths)
    assert times_announced(server, number) == 1


def times_announced(server: Server, number: int) -> int:
    """How often a release was announced, two ticks of the clock after it was at all."""

    def count() -> int:
        shown = json.loads(newsroom(server.home, "show", str(number), "--json").stdout)
        return sum("came out" in line for line in shown["journal"])

    for _ in range(60):
        if count():
            break
        time.sleep(0.5)
    time.sleep(2)
    return count()
