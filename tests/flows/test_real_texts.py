"""The texts that users really send, from file to feed."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest

from tests.flows.server import Server, newsroom

RELEASE, LISTING = "003_2cb1a503a9b1902c.txt", "000_9f57dcf84b2fafa9.txt"
FEED = "/en/peace-and-security"


@pytest.fixture
def filed(server: Server, seeds: Path) -> Server:
    for words in ((RELEASE, "--topic", "peace-and-security"), (LISTING,)):
        answer = newsroom(server.home, "import", str(seeds / words[0]), *words[1:])
        assert answer.returncode == 0, answer.stderr
    return server


def listed(server: Server) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(newsroom(server.home, "releases", "--json").stdout)
    return found


def test_a_press_release_comes_out_whole(filed: Server) -> None:
    (release,) = [r for r in listed(filed) if r["instant"] == "2026-02-18T13:18:00Z"]
    shown = json.loads(newsroom(filed.home, "show", str(release["id"]), "--json").stdout)
    headline, *paragraphs = shown["texts"]["en"]
    assert headline == "Belgium, pioneer in humanitarian demining in Iraq and Syria"
    assert len(paragraphs) == 6
    assert paragraphs[2].count('"') == 2
    assert len(shown["contacts"]) == 4


def test_filing_the_same_texts_again_files_nothing(filed: Server, seeds: Path) -> None:
    before = listed(filed)
    for name in (RELEASE, LISTING):
        answer = newsroom(filed.home, "import", str(seeds / name))
        assert answer.stdout.splitlines()[-1].startswith("0 filed")
    assert listed(filed) == before


def test_all_formats_show_all_releases_newest_first(filed: Server) -> None:
    filed.start()
    links = []
    for extension in ("atom", "rss"):
        parsed = feedparser.parse(filed.get(f"{FEED}.{extension}")[2])
        assert not parsed.bozo
        assert [e.published_parsed for e in parsed.entries] == sorted(
            (e.published_parsed for e in parsed.entries), reverse=True
        )
        links.append([entry.link for entry in parsed.entries])
    items = json.loads(filed.get(f"{FEED}.json")[2])["items"]
    moments = [datetime.fromisoformat(item["date_published"]) for item in items]
    assert moments == sorted(moments, reverse=True)
    links.append([item["url"] for item in items])
    assert len(items) == 25
    assert links[0] == links[1] == links[2]
