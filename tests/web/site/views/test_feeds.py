"""Feeds over HTTP."""

import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from feeds import FORMATS
from newsroom.public.front import Front
from press.public.site import Site
from press.releases.dimensions import dimensions
from press.topic import ALL, Topic
from storage import Storage, topics
from web.site.application import create_app

FEED = "/fr/peace-and-security.atom"
COMMON = ["/feeds.opml", "/feeds/", "/fr/feeds/", "/sitemap.xml", "/sitemaps/pages.xml"]
COMMON += ["/news-sitemap.xml", "/robots.txt"]
EVERYTHING = [f"/en/all.{extension}" for extension in FORMATS]


@pytest.mark.promise(34, 55, 58)
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


@pytest.mark.promise(59)
@pytest.mark.parametrize("extension", FORMATS)
def test_a_feed_names_its_own_address_and_its_hub_as_configured_in_every_answer(
    client: FlaskClient, extension: str
) -> None:
    address = f"/fr/peace-and-security.{extension}"
    answer = client.get(address, headers={"Host": "evil.example"})
    own = f'<https://press.example.org{address}>; rel="self"'
    assert answer.headers["Link"] == f'<https://press.example.org/hub>; rel="hub", {own}'
    held = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert (held.status_code, held.headers["Link"]) == (304, answer.headers["Link"])
    assert client.head(address).headers["Link"] == answer.headers["Link"]


@pytest.mark.promise(56)
@pytest.mark.parametrize("address", [*EVERYTHING, "/feeds.opml"])
def test_pages_of_other_sites_may_read_feeds(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.promise(51)
@pytest.mark.parametrize("address", [*EVERYTHING, "/en/", "/en/releases/demining", "/en/nowhere/"])
@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
def test_head_is_get_without_the_body(client: FlaskClient, address: str, coding: str) -> None:
    wish = {"Accept-Encoding": coding}
    head, get = client.head(address, headers=wish), client.get(address, headers=wish)
    assert head.data == b""
    assert (head.status_code, head.headers) == (get.status_code, get.headers)


@pytest.mark.promise(51)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("address", [*EVERYTHING, "/en/nowhere.atom", "/", "/en/", "/feeds/"])
def test_other_methods_are_refused_with_those_allowed(
    client: FlaskClient, method: str, address: str
) -> None:
    answer = client.open(address, method=method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


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


@pytest.mark.promise(6)
@pytest.mark.parametrize("address", EVERYTHING)
def test_a_document_says_its_configured_address_whatever_host_is_asked(
    client: FlaskClient, address: str
) -> None:
    own = f"https://press.example.org{address}"
    document = client.get(f"{address}?utm=x", headers={"Host": "evil.example"}).data
    if address.endswith(".json"):
        assert json.loads(document)["feed_url"] == own
    else:
        links = ET.fromstring(document).iter("{http://www.w3.org/2005/Atom}link")
        assert [link.get("href") for link in links if link.get("rel") == "self"] == [own]


@pytest.mark.promise(55)
@pytest.mark.parametrize("address", EVERYTHING)
@pytest.mark.parametrize(
    "wish",
    [
        {"Accept": "text/html, */*;q=0.1"},
        {"Accept": "application/json"},
        {"Accept-Language": "fr"},
        {"Accept-Language": "xx;q=0", "Accept": "image/png"},
    ],
)
def test_one_address_has_one_document(
    client: FlaskClient, address: str, wish: dict[str, str]
) -> None:
    plain, asked = client.get(address), client.get(address, headers=wish)
    assert (asked.status_code, asked.data) == (200, plain.data)
    assert asked.headers == plain.headers
    assert {"accept", "accept-language"}.isdisjoint(name.lower() for name in asked.vary)


@pytest.mark.promise(57)
@pytest.mark.parametrize("address", EVERYTHING)
def test_a_reader_that_would_take_a_part_is_given_the_whole(
    client: FlaskClient, address: str
) -> None:
    plain, asked = client.get(address), client.get(address, headers={"A-IM": "feed"})
    assert (asked.status_code, asked.data) == (200, plain.data)
    assert asked.headers == plain.headers
    held = {"A-IM": "feed", "If-None-Match": plain.headers["ETag"]}
    again = client.get(address, headers=held)
    assert (again.status_code, "IM" in again.headers) == (304, False)
    other = client.get(address, headers={"A-IM": "feed", "If-None-Match": '"old"'})
    assert (other.status_code, other.data) == (200, plain.data)


@pytest.mark.promise(54)
def test_nobody_is_refused_for_asking_often(client: FlaskClient) -> None:
    tag = client.get(FEED).headers["ETag"]
    answers = [client.get(FEED, headers={"If-None-Match": tag}).status_code for _ in range(200)]
    assert set(answers) == {304}


@pytest.mark.promise(52, 56)
@pytest.mark.parametrize("address", [*EVERYTHING, "/feeds.opml"])
def test_a_feed_asks_for_nothing_and_forbids_nobody(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers={"Cookie": "a=b", "User-Agent": "a robot"})
    assert answer.status_code == 200
    for name in ("Set-Cookie", "WWW-Authenticate", "X-Robots-Tag", "Expires", "Pragma"):
        assert name not in answer.headers


@pytest.mark.promise(73)
def test_the_list_of_feeds_is_served_as_opml_and_every_outline_leads_to_a_feed(
    client: FlaskClient,
) -> None:
    answer = client.get("/feeds.opml")
    assert answer.mimetype == "text/x-opml"
    root = ET.fromstring(answer.data)
    assert root.findtext("head/title") == "Press office"
    outlines = root.findall("body/outline/outline")
    assert len(outlines) == 4 * 3
    for one in outlines:
        assert (one.get("type"), bool(one.get("text"))) == ("rss", True)
        for name, kind in (("xmlUrl", "application/atom+xml"), ("htmlUrl", "text/html")):
            place = one.get(name, "").removeprefix("https://press.example.org")
            assert client.get(place).mimetype == kind


@pytest.mark.promise(26)
def test_the_picture_of_a_channel_is_there_and_as_large_as_it_says(client: FlaskClient) -> None:
    image = ET.fromstring(client.get("/en/all.rss").data).find("channel/image")
    assert image is not None
    place = image.findtext("url", "").removeprefix("https://press.example.org")
    answer = client.get(place)
    size = dimensions(io.BytesIO(answer.data), answer.mimetype)
    assert size == (int(image.findtext("width", "")), int(image.findtext("height", "")))
    assert size[0] <= 144
    assert size[1] <= 400
