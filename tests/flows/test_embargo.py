"""A release is filed ahead, the server is killed and started again, and its minute comes."""

import json
import time
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.flows.server import Server, newsroom

pytestmark = pytest.mark.waits

SECRET = "Sample: two neighbours agree on a shared river"
LANGUAGES = ("en", "fr", "nl", "de")
FORMATS = ("atom", "rss", "json")


def soon() -> datetime:
    """The first whole minute that leaves time to file, kill and start again."""
    later = datetime.now(UTC) + timedelta(seconds=25)
    return later.replace(second=0, microsecond=0) + timedelta(minutes=1)


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
    minute = soon()
    when = minute.astimezone(ZoneInfo("Europe/Brussels")).strftime("%Y-%m-%d %H:%M")
    server.start()
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
        assert showing() == []
        time.sleep(min(5, left.total_seconds() / 2))
    time.sleep(max(0.0, (minute - datetime.now(UTC)).total_seconds()))
    assert sorted(showing()) == sorted(paths)
    time.sleep(1)
    shown = json.loads(newsroom(server.home, "show", str(number), "--json").stdout)
    came_out = [line for line in shown["journal"] if "came out" in line]
    assert len(came_out) == 1
