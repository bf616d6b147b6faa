"""Readers who hold a document already are spared it (RFC 9110, 13)."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from storage import Storage
from tests.conftest import NOON
from tests.web.conftest import Clock

FEED = "/fr/peace-and-security.atom"
TAGGED = ["/en/", "/en/?page=2", "/fr/releases/demining", "/feeds/", "/feeds.opml", FEED]
TAGGED += ["/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/2026-03.xml", "/news-sitemap.xml"]
TAGGED += ["/robots.txt", "/fr/feeds/"]
CHANGED = datetime(2026, 3, 5, 9, 32, tzinfo=UTC)


def tag_of(answer: TestResponse) -> str:
    return answer.headers["ETag"].removeprefix("W/").strip('"')


@pytest.mark.promise(47)
@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ('"{tag}"', 304),
        ('W/"{tag}"', 304),
        ('"other", W/"{tag}"', 304),
        ('"{tag}","other"', 304),
        ("*", 304),
        ('"{tag}-gzip"', 304),
        ('W/"{tag}-br"', 304),
        ('"other"', 200),
        ('"{tag}x"', 200),
        ("", 200),
        ('"', 200),
    ],
)
@pytest.mark.parametrize("address", TAGGED)
def test_a_tag_that_is_held_answers_304(
    client: FlaskClient, address: str, wish: str, status: int
) -> None:
    wish = wish.format(tag=tag_of(client.get(address)))
    assert client.get(address, headers={"If-None-Match": wish}).status_code == status


@pytest.mark.promise(47, 114)
@pytest.mark.parametrize(
    ("since", "status"),
    [
        (CHANGED, 304),
        (CHANGED + timedelta(days=1), 304),
        (CHANGED - timedelta(seconds=1), 200),
        ("yesterday", 200),
        ("Thu, 99 Mar 2026 99:99:99 GMT", 200),
        (NOON, 304),
        (NOON + timedelta(seconds=1), 200),
        ("Fri, 01 Jan 99999999999", 200),
        ("Fri, 01 Jan 99999999999 00:00:00 GMT", 200),
        ("", 200),
    ],
)
def test_a_date_answers_304_only_if_nothing_changed_since(
    client: FlaskClient, since: datetime | str, status: int
) -> None:
    text = since if isinstance(since, str) else format_datetime(since, usegmt=True)
    assert client.get(FEED, headers={"If-Modified-Since": text}).status_code == status


@pytest.mark.promise(47)
def test_a_tag_beats_a_date(client: FlaskClient) -> None:
    late, early = "Tue, 25 Aug 2026 12:00:00 GMT", "Thu, 01 Jan 1970 00:00:01 GMT"
    tag = client.get(FEED).headers["ETag"]
    other = {"If-None-Match": '"other"', "If-Modified-Since": late}
    same = {"If-None-Match": tag, "If-Modified-Since": early}
    assert client.get(FEED, headers=other).status_code == 200
    assert client.get(FEED, headers=same).status_code == 304


@pytest.mark.promise(48)
@pytest.mark.parametrize("address", TAGGED)
def test_a_304_has_no_body_and_repeats_what_caches_need(client: FlaskClient, address: str) -> None:
    full = client.get(address)
    short = client.get(address, headers={"If-None-Match": full.headers["ETag"]})
    assert (short.status_code, short.data) == (304, b"")
    assert "Content-Type" not in short.headers
    for name in ("ETag", "Cache-Control", "Vary"):
        assert short.headers[name] == full.headers[name]


@pytest.mark.promise(46)
def test_last_modified_is_when_the_feed_changed_and_pages_claim_none(client: FlaskClient) -> None:
    assert client.get(FEED).last_modified == CHANGED
    assert "Last-Modified" not in client.get("/en/").headers


@pytest.mark.promise(46)
def test_a_feed_claims_no_date_while_that_second_lasts(client: FlaskClient, clock: Clock) -> None:
    """It may change once more within it, and would say the same date of other words."""
    for after, dated in ((0, False), (0.999, False), (1, True)):
        clock.now = CHANGED + timedelta(seconds=after)
        assert ("Last-Modified" in client.get(FEED).headers) is dated


@pytest.mark.promise(113)
def test_what_bears_no_date_yet_is_good_for_that_moment_alone(
    client: FlaskClient, clock: Clock
) -> None:
    for after, left in ((0, 0), (0.999, 0), (1, 59), (2, 58)):
        clock.now = CHANGED + timedelta(seconds=after)
        fresh = f"public, max-age={left}"
        full = client.get(FEED)
        held = client.get(FEED, headers={"If-None-Match": full.headers["ETag"]})
        assert (full.headers["Cache-Control"], held.headers["Cache-Control"]) == (fresh, fresh)


@pytest.mark.promise(113)
def test_where_a_clock_was_set_back_a_feed_is_dated_before_its_answer_and_nobody_is_told_304(
    client: FlaskClient, clock: Clock, storage: Storage
) -> None:
    """What was announced stays public, though it is dated later than it is."""
    with storage.write() as db:
        db.execute("UPDATE release SET out_at = publish_at WHERE slug = 'demining'")
    for hours in (3, 2, 1):
        clock.now = CHANGED - timedelta(hours=hours)
        answer = client.get(FEED)
        assert answer.last_modified == clock.now - timedelta(seconds=1)
        since = {"If-Modified-Since": answer.headers["Last-Modified"]}
        assert client.get(FEED, headers=since).status_code == 200
        clock.now += timedelta(seconds=1)
        assert client.get(FEED, headers=since).status_code == 200
    clock.now = CHANGED + timedelta(seconds=1)
    assert client.get(FEED).last_modified == CHANGED


def test_a_304_costs_no_rendering(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    tags = {address: client.get(address).headers["ETag"] for address in ("/en/", "/feeds.opml")}
    monkeypatch.setattr("web.site.views.pages.render", None)
    monkeypatch.setattr("web.site.views.directory.opml.render", None)
    for address, tag in tags.items():
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


ASK = """
import json, os, sys
from datetime import datetime
from pathlib import Path
from newsroom.wiring import open_newsroom
from newsroom.settings import load_settings
from web.site.application import create_app

home, now, *addresses = sys.argv[1:]
now = datetime.fromisoformat(now)
newsroom = open_newsroom(load_settings(os.environ, Path(home)), now)
client = create_app(newsroom.front, lambda: now).test_client()
answers = [client.get(address) for address in addresses]
print(json.dumps([[a.status_code, a.text, dict(a.headers)] for a in answers]))
"""


def asked_of_another_process(home: Path, seed: str, *addresses: str) -> object:
    environ = {**os.environ, "PYTHONHASHSEED": seed, "NEWSROOM_MODELS": "", "NEWSROOM_HOME": ""}
    words = [sys.executable, "-c", ASK, str(home), "2026-08-25T12:00:00+00:00", *addresses]
    root = Path(__file__).parents[3]
    ended = subprocess.run(words, env=environ, cwd=root, check=True, capture_output=True)
    return json.loads(ended.stdout)


@pytest.mark.waits
@pytest.mark.promise(46)
def test_every_process_gives_the_same_documents_tags_and_dates(storage: Storage) -> None:
    storage.close()
    home, addresses = storage.path.parent, [FEED, "/en/all.rss", "/nl/all.json", "/feeds.opml"]
    one, two = (asked_of_another_process(home, seed, *addresses) for seed in "12")
    assert one == two
    assert isinstance(one, list)
    for status, _, headers in one[:3]:
        assert (status, headers["ETag"][-1]) == (200, '"')
        assert "Last-Modified" in headers
