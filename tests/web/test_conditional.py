"""Readers who hold a document already are spared it (RFC 9110, 13)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

FEED = "/fr/peace-and-security.atom"
TAGGED = ["/en/", "/en/?page=2", "/fr/releases/demining", "/feeds/", "/feeds.opml", FEED]
TAGGED += ["/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/2026-03.xml", "/news-sitemap.xml"]
TAGGED += ["/robots.txt", "/fr/feeds/"]
CHANGED = datetime(2026, 3, 5, 9, 32, tzinfo=UTC)


def tag_of(answer: TestResponse) -> str:
    return answer.headers["ETag"].removeprefix("W/").strip('"')


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ('"{tag}"', 304),
        ('W/"{tag}"', 304),
        ('"other", W/"{tag}"', 304),
        ('"{tag}","other"', 304),
        ("*", 304),
        ('"{tag}-gzip"', 304),
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


@pytest.mark.parametrize(
    ("since", "status"),
    [
        (CHANGED, 304),
        (CHANGED + timedelta(days=1), 304),
        (CHANGED - timedelta(seconds=1), 200),
        ("yesterday", 200),
        ("Thu, 99 Mar 2026 99:99:99 GMT", 200),
        ("", 200),
    ],
)
def test_a_date_answers_304_only_if_nothing_changed_since(
    client: FlaskClient, since: datetime | str, status: int
) -> None:
    text = since if isinstance(since, str) else format_datetime(since, usegmt=True)
    assert client.get(FEED, headers={"If-Modified-Since": text}).status_code == status


def test_a_tag_beats_a_date(client: FlaskClient) -> None:
    late, early = "Tue, 25 Aug 2026 12:00:00 GMT", "Thu, 01 Jan 1970 00:00:01 GMT"
    tag = client.get(FEED).headers["ETag"]
    other = {"If-None-Match": '"other"', "If-Modified-Since": late}
    same = {"If-None-Match": tag, "If-Modified-Since": early}
    assert client.get(FEED, headers=other).status_code == 200
    assert client.get(FEED, headers=same).status_code == 304


@pytest.mark.parametrize("address", TAGGED)
def test_a_304_has_no_body_and_repeats_what_caches_need(client: FlaskClient, address: str) -> None:
    full = client.get(address)
    short = client.get(address, headers={"If-None-Match": full.headers["ETag"]})
    assert (short.status_code, short.data) == (304, b"")
    assert "Content-Type" not in short.headers
    for name in ("ETag", "Cache-Control", "Vary"):
        assert short.headers[name] == full.headers[name]


def test_last_modified_is_when_the_feed_changed_and_pages_claim_none(client: FlaskClient) -> None:
    assert client.get(FEED).last_modified == CHANGED
    assert "Last-Modified" not in client.get("/en/").headers


def test_a_304_costs_no_rendering(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = client.get(FEED).headers["ETag"]

    def get(_name: str, _make: Callable[[], bytes]) -> bytes:
        raise AssertionError("rendered")

    monkeypatch.setattr(client.application.extensions["newsroom"].kept, "get", get)
    assert client.get(FEED, headers={"If-None-Match": tag}).status_code == 304


def test_the_same_edition_is_rendered_once(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get("/en/")
    monkeypatch.setattr("web.pages.render", None)
    assert client.get("/en/").data == first.data
