"""Feeds over HTTP."""

import gzip
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from feeds import FORMATS
from newsroom.front import Front
from press.site import Site
from press.topic import ALL, Topic
from storage import Storage, topics
from web import create_app

FEED = "/fr/peace-and-security.atom"
COMMON = ["/feeds.opml", "/feeds/", "/fr/feeds/", "/sitemap.xml", "/sitemaps/pages.xml"]
COMMON += ["/news-sitemap.xml", "/robots.txt"]
EVERYTHING = [f"/en/all.{extension}" for extension in FORMATS]


@pytest.mark.parametrize(
    ("extension", "kind"),
    [
        ("atom", "application/atom+xml; charset=utf-8"),
        ("rss", "application/rss+xml; charset=utf-8"),
        ("json", "application/feed+json"),
    ],
)
def test_a_feed_says_what_it_is_and_in_which_language(
    client: FlaskClient, extension: str, kind: str
) -> None:
    answer = client.get(f"/fr/all.{extension}")
    assert answer.content_type == kind
    assert answer.headers["Content-Language"] == "fr-BE"
    assert "Velmora déblaie" in answer.text


def test_every_format_can_be_read(client: FlaskClient) -> None:
    assert ET.fromstring(client.get("/en/all.atom").data).tag.endswith("feed")
    assert ET.fromstring(client.get("/en/all.rss").data).tag == "rss"
    assert json.loads(client.get("/en/all.json").data)["version"].startswith("https://jsonfeed.org")
    assert ET.fromstring(client.get("/feeds.opml").data).tag == "opml"


def test_a_feed_names_its_own_address_as_configured(client: FlaskClient) -> None:
    answer = client.get(FEED, headers={"Host": "evil.example"})
    assert answer.headers["Link"] == f'<https://press.example.org{FEED}>; rel="self"'


@pytest.mark.parametrize("address", [*EVERYTHING, "/feeds.opml"])
def test_pages_of_other_sites_may_read_feeds(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", [*EVERYTHING, "/en/", "/en/releases/demining", "/en/nowhere/"])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_head_is_get_without_the_body(client: FlaskClient, address: str, coding: str) -> None:
    wish = {"Accept-Encoding": coding}
    head, get = client.head(address, headers=wish), client.get(address, headers=wish)
    assert head.data == b""
    assert (head.status_code, head.headers) == (get.status_code, get.headers)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("address", [*EVERYTHING, "/en/nowhere.atom", "/", "/en/", "/feeds/"])
def test_other_methods_are_refused_with_those_allowed(
    client: FlaskClient, method: str, address: str
) -> None:
    answer = client.open(address, method=method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    ("wish", "packed"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip;q=0.0, *", False),
        ("*;q=0", False),
        ("gzip;q=0.5, identity", False),
        ("br", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("address", [*EVERYTHING, "/en/", "/en/nowhere/"])
def test_gzip_is_sent_to_those_who_ask_for_it(
    client: FlaskClient, address: str, wish: str, packed: bool
) -> None:
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    answer = client.get(address, headers={"Accept-Encoding": wish})
    assert answer.headers.get("Content-Encoding") == ("gzip" if packed else None)
    assert (gzip.decompress(answer.data) if packed else answer.data) == plain.data
    assert "Accept-Encoding" in answer.vary


def test_the_tag_of_one_coding_serves_the_other(client: FlaskClient) -> None:
    packed = client.get(FEED, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["ETag"].startswith("W/")
    assert client.get(FEED, headers={"If-None-Match": packed.headers["ETag"]}).status_code == 304


def test_the_same_feed_is_the_same_bytes(client: FlaskClient) -> None:
    wish = {"Accept-Encoding": "gzip"}
    again = client.application.test_client().get(FEED, headers=wish)
    assert again.data == client.get(FEED, headers=wish).data


def test_no_two_documents_share_a_tag_though_both_are_empty(
    tmp_path: Path, site: Site, clock: Any
) -> None:
    storage = Storage(tmp_path / "empty.db")
    with storage.write() as db:
        for slug in (ALL, "a", "b"):
            topics.declare(db, Topic(slug), clock.now)
    client = create_app(Front(storage, site), clock).test_client()
    ends = [f".{extension}" for extension in FORMATS] + ["/"]
    feeds = [
        f"/{code}/{slug}{end}" for code in site.languages.codes for slug in "ab" for end in ends
    ]
    answers = [client.get(address) for address in [*feeds, *EVERYTHING, "/feeds.opml", "/feeds/"]]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.headers["ETag"] for answer in answers}) == len(answers)
    storage.close()
