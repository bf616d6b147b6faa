"""Texts as users send them, where some are present, from file to feed."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest

from press.topic import slugify
from tests.flows.server import Server, newsroom

pytestmark = pytest.mark.waits


@pytest.fixture
def topic(seed_listing: Path) -> str:
    """The slug of the topic that the listing opens with."""
    title = seed_listing.read_text(encoding="utf-8").strip().split("\n")[0]
    return slugify(title, "en")


@pytest.fixture
def filed(server: Server, seed_release: Path, seed_listing: Path, topic: str) -> Server:
    newsroom(server.home, "init")
    for words in ((seed_release, "--topic", topic, "--new-topic"), (seed_listing,)):
        answer = newsroom(server.home, "import", "--publish", *map(str, words))
        assert answer.returncode == 0, answer.stderr
    return server


def listed(server: Server) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(newsroom(server.home, "releases", "--json").stdout)
    return found


def test_a_press_release_comes_out_whole(filed: Server, seed_release: Path) -> None:
    dateline, *paragraphs = seed_release.read_text(encoding="utf-8").strip().split("\n\n")
    (release,) = [r for r in listed(filed) if r["headline"] == paragraphs[0]]
    when = datetime.strptime(f"{dateline}+0100", "%d %b %Y -%H:%M%z")  # it is winter there
    assert datetime.fromisoformat(release["instant"]) == when
    shown = json.loads(newsroom(filed.home, "show", str(release["id"]), "--json").stdout)
    assert shown["texts"]["en"] == paragraphs[: len(shown["texts"]["en"])]
    assert len(shown["texts"]["en"]) == 7
    assert len(shown["contacts"]) == 4


def test_filing_the_same_texts_again_files_nothing(
    filed: Server, seed_release: Path, seed_listing: Path
) -> None:
    before = listed(filed)
    for path in (seed_release, seed_listing):
        answer = newsroom(filed.home, "import", str(path))
        assert answer.stdout.splitlines()[-1].startswith("0 filed")
    assert listed(filed) == before


def test_all_formats_show_all_releases_newest_first(filed: Server, topic: str) -> None:
    filed.start()
    links = []
    for extension in ("atom", "rss"):
        parsed = feedparser.parse(filed.get(f"/en/{topic}.{extension}")[2])
        assert not parsed.bozo
        assert [e.published_parsed for e in parsed.entries] == sorted(
            (e.published_parsed for e in parsed.entries), reverse=True
        )
        links.append([entry.link for entry in parsed.entries])
    items = json.loads(filed.get(f"/en/{topic}.json")[2])["items"]
    moments = [datetime.fromisoformat(item["date_published"]) for item in items]
    assert moments == sorted(moments, reverse=True)
    links.append([item["url"] for item in items])
    assert len(items) == 25
    assert links[0] == links[1] == links[2]
