"""Archives, and topics under another name, as readers ask for them."""

import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from lxml import etree

from feeds import FORMATS
from feeds.validate import faults
from newsroom.public.front import Front
from newsroom.releases.topics import Topics
from press.embargo import embargo_from, embargo_on
from press.public.archive import PART_LENGTH
from press.public.site import Site
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.web.conftest import Clock
from tests.web.samples import AID, PEACE, ZONE, file, release, text
from web.site.application import create_app

ATOM, FH = "{http://www.w3.org/2005/Atom}", "{http://purl.org/syndication/history/1.0}"
# The samples' humanitarian aid: 25 releases of January 2021, one of March 2026.
ARCHIVE = f"/fr/{AID}/2021-01"


@pytest.fixture
def topics(storage: Storage, site: Site) -> Topics:
    return Topics(storage, site)


@pytest.mark.parametrize("extension", FORMATS)
def test_an_archive_is_a_sound_document_like_any_feed(client: FlaskClient, extension: str) -> None:
    answer = client.get(f"{ARCHIVE}.{extension}")
    assert answer.status_code == 200
    assert faults(extension, answer.data) == []
    assert answer.mimetype == FORMATS[extension].media_type
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert f'<https://press.example.org{ARCHIVE}.{extension}>; rel="self"' == answer.headers["Link"]
    held = {"If-None-Match": answer.headers["ETag"]}
    assert client.get(f"{ARCHIVE}.{extension}", headers=held).status_code == 304


@pytest.mark.promise(32, 42)
def test_an_archive_says_that_it_is_one_and_leads_to_its_feed(client: FlaskClient) -> None:
    base = "https://press.example.org/fr/"
    atom = etree.fromstring(client.get(f"{ARCHIVE}.atom").data)
    rss = etree.fromstring(client.get(f"{ARCHIVE}.rss").data).find("channel")
    for feed, form in ((atom, "atom"), (rss, "rss")):
        assert feed is not None
        links = {x.get("rel"): x.get("href") for x in feed.iterfind(f"{ATOM}link")}
        assert feed.find(f"{FH}archive") is not None
        assert feed.find(f"{FH}complete") is None
        assert links["current"] == f"{base}{AID}.{form}"
        assert links["self"] == f"{base}{AID}/2021-01.{form}"
        assert "next-archive" not in links  # March 2026 is not over: nothing came out since
    document = json.loads(client.get(f"{ARCHIVE}.json").data)
    assert document["feed_url"] == f"{base}{AID}.json"
    assert document["_newsroom"]["is_archive"]
    assert "next_url" not in document


@pytest.mark.parametrize(
    "address",
    [
        f"/fr/{AID}/2026-03.atom",
        f"/fr/{AID}/2021-02.atom",
        f"/fr/{AID}/2021-01-2.atom",
        f"/fr/{AID}/2021-1.atom",
        f"/xx/{AID}/2021-01.atom",
        "/fr/nothing/2021-01.atom",
        f"/fr/{AID}/2021-01.xml",
    ],
)
def test_what_is_no_archive_is_unknown(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.promise(54, 110)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    ("rest", "place"),
    [
        *((rest, rest) for rest in (".atom", ".rss", ".json", "/", "/2021-01.atom")),
        ("", "/"),
        (".atom/", ".atom"),
        ("/feed", ".atom"),
        ("/rss/", ".rss"),
    ],
)
def test_an_old_name_leads_to_todays_in_one_step(
    client: FlaskClient, topics: Topics, method: str, rest: str, place: str
) -> None:
    """By 301: Java's clients do not follow 308."""
    topics.rename(AID, "aid", "me", NOON)
    topics.rename("aid", "help", "me", NOON)
    for old in (AID, "aid"):
        answer = client.open(f"/fr/{old}{rest}", method=method)
        assert (answer.status_code, answer.headers["Location"]) == (301, f"/fr/help{place}")
        assert client.get(answer.headers["Location"]).status_code == 200
        assert client.get(f"/xx/{old}{rest}").status_code == 404


@pytest.mark.promise(2, 12)
def test_identifiers_stay_when_a_topic_is_renamed(client: FlaskClient, topics: Topics) -> None:
    def ids(topic: str) -> list[str | None]:
        root = etree.fromstring(client.get(f"/en/{topic}.atom").data)
        return [e.text for e in root.iter(f"{ATOM}id")]

    def terms(topic: str) -> set[str | None]:
        root = etree.fromstring(client.get(f"/en/{topic}.atom").data)
        return {e.get("term") for e in root.iter(f"{ATOM}category")}

    before = ids(PEACE), terms(PEACE)
    topics.rename(PEACE, "peace", "me", NOON)
    assert (ids("peace"), terms("peace")) == before


@pytest.mark.promise(54)
@pytest.mark.parametrize("extension", FORMATS)
def test_a_retired_topic_says_so_in_its_feed(
    client: FlaskClient, topics: Topics, extension: str
) -> None:
    topics.retire(AID, PEACE, "me", NOON)
    answer = client.get(f"/nl/{AID}.{extension}")
    assert answer.status_code == 200
    assert faults(extension, answer.data) == []
    text = answer.get_data(as_text=True)
    assert "is afgesloten" in text
    assert f"https://press.example.org/nl/{PEACE}/" in text
    assert f"https://press.example.org/nl/{AID}/2026-03.{extension}" in text
    assert text.count("tag:press.example.org,2026:retired:humanitarian-aid:nl") == 1
    assert "<entry" not in text.partition("</entry>")[2]


@pytest.mark.promise(33)
def test_a_retired_topic_is_no_longer_offered(client: FlaskClient, topics: Topics) -> None:
    topics.retire(AID, "", "me", NOON)
    for address in ("/feeds/", "/feeds.opml"):
        assert AID not in client.get(address).text
    assert client.get(f"/en/{AID}/").status_code == 200
    assert json.loads(client.get(f"/en/{AID}.json").data)["expired"] is True


@pytest.mark.promise(54, 76)
def test_a_withdrawn_release_is_buried_where_readers_look(
    client: FlaskClient, storage: Storage
) -> None:
    with storage.write() as db:
        number = next(r.id for r in releases.every(db) if r.slug == "demining")
        releases.withdraw(db, number, "Wrong <figures>.", NOON)
    at = "{http://purl.org/atompub/tombstones/1.0}"
    feed = etree.fromstring(client.get(f"/fr/{PEACE}.atom").data)
    (stone,) = feed.iterfind(f"{at}deleted-entry")
    assert stone.get("ref") == "tag:press.example.org,2026:demining/fr"
    assert stone.findtext(f"{at}comment") == "Wrong <figures>."
    document = json.loads(client.get(f"/fr/{PEACE}.json").data)
    assert document["_newsroom"]["withdrawn"] == [
        {
            "id": stone.get("ref"),
            "url": "https://press.example.org/fr/releases/demining",
            "date": stone.get("when"),
            "reason": "Wrong <figures>.",
        }
    ]
    assert client.get("/fr/releases/demining").status_code == 410


@pytest.fixture
def long(client: FlaskClient, storage: Storage) -> FlaskClient:
    """Humanitarian aid with 110 releases more, on every second day before the last sample."""
    for n in range(110):
        out = embargo_from(NOON - timedelta(days=200 + 2 * n), ZONE)
        file(storage, release(f"long-{n}", out, text("en", f"Long {n}", "Words."), about=(AID,)))
    return client


def read(client: FlaskClient, address: str) -> tuple[list[str], str]:
    """The identifiers in a document, and where it leads to what is older."""
    answer = client.get(address.removeprefix("https://press.example.org"))
    assert answer.status_code == 200
    if answer.mimetype == "application/feed+json":
        document: dict[str, Any] = json.loads(answer.data)
        return [item["id"] for item in document["items"]], document.get("next_url", "")
    root = etree.fromstring(answer.data)
    tags = ("guid",) if root.tag == "rss" else (f"{ATOM}entry/{ATOM}id",)
    older = [x.get("href", "") for x in root.iter(f"{ATOM}link") if x.get("rel") == "prev-archive"]
    return [str(e.text) for tag in tags for e in root.iterfind(f".//{tag}")], "".join(older)


@pytest.mark.promise(33, 41, 43)
@pytest.mark.parametrize("extension", FORMATS)
def test_every_format_leads_from_the_newest_fifty_to_the_first_release_and_ends(
    long: FlaskClient, extension: str
) -> None:
    newest, older = read(long, f"/en/{AID}.{extension}")
    assert len(newest) == PART_LENGTH
    seen, archives = set[str](), list[str]()
    while older:
        assert older not in seen
        seen.add(older)
        ids, older = read(long, older)
        archives += ids
    assert len(archives) == len(set(archives))
    assert len({*newest, *archives}) == 110 + 26
    assert len(seen) > 2


@pytest.mark.promise(33, 119)
def test_what_a_json_feed_leads_to_repeats_no_item_and_has_them_all(
    long: FlaskClient, storage: Storage
) -> None:
    places = []
    for n in range(20):
        out = embargo_from(NOON - timedelta(minutes=n), ZONE)
        file(storage, release(f"new-{n}", out, text("en", f"New {n}", "Words."), about=(AID,)))
        ids, older = read(long, f"/en/{AID}.json")
        places.append(older)
        while older:
            more, older = read(long, older)
            ids += more
        assert len(ids) == len(set(ids)) == 110 + 26 + n + 1
    # The newest fifty end within an archive, or with one.
    assert {bool(re.search(r"-first-\d+\.json$", place)) for place in places} == {True, False}


@pytest.mark.promise(119)
def test_where_a_json_feed_leads_to_stays_while_newer_releases_come_out(
    long: FlaskClient, storage: Storage
) -> None:
    _, place = read(long, f"/en/{AID}.json")
    before = read(long, place)
    for n in range(3):
        out = embargo_from(NOON - timedelta(minutes=n), ZONE)
        file(storage, release(f"new-{n}", out, text("en", f"New {n}", "Words."), about=(AID,)))
    assert read(long, place) == before
    assert read(long, f"/en/{AID}.json")[1] != place


@pytest.mark.promise(42)
@pytest.mark.parametrize("extension", FORMATS)
def test_an_archive_stays_byte_for_byte_while_the_feed_grows(
    long: FlaskClient, storage: Storage, extension: str
) -> None:
    before = long.get(f"{ARCHIVE}.{extension}")
    newest = long.get(f"/fr/{AID}.{extension}").data
    words = text("en", "The newest", "Words.")
    file(storage, release("newest", embargo_from(NOON, ZONE), words, about=(AID,)))
    assert long.get(f"/fr/{AID}.{extension}").data != newest
    after = long.get(f"{ARCHIVE}.{extension}")
    assert after.data == before.data
    assert after.headers["ETag"] == before.headers["ETag"]


def test_the_page_of_a_retired_topic_says_so_and_leads_on(
    client: FlaskClient, topics: Topics
) -> None:
    topics.retire(AID, PEACE, "me", NOON)
    page = client.get(f"/fr/{AID}/").text
    assert "est clos" in page
    assert f'href="/fr/{PEACE}/">Paix et sécurité</a></p>' in page
    topics.retire(PEACE, "", "me", NOON)
    assert 'href="/fr/">Tous les communiqués</a></p>' in client.get(f"/fr/{PEACE}/").text


@pytest.mark.promise(116)
@pytest.mark.parametrize("zone", ["Europe/Brussels", "Asia/Tokyo", "America/New_York"])
@pytest.mark.parametrize("day", [(1900, 1, 1), (1965, 3, 5), (1969, 12, 31), (1970, 1, 1)])
def test_a_release_of_before_1970_is_out_everywhere(
    storage: Storage, site: Site, clock: Clock, zone: str, day: tuple[int, int, int]
) -> None:
    out = embargo_on(date(*day), zone)
    for n in range(PART_LENGTH + 1):
        file(storage, release(f"old-{n}", out, text("en", "Old", "It is."), about=("old-times",)))
    client = create_app(Front(storage, replace(site, zone=zone)), clock).test_client()
    said = site.local(out.instant) if zone == site.zone else out.instant
    document = client.get("/en/old-times.json").get_json()
    found = [(i["id"], i["date_published"], i["date_modified"]) for i in document["items"]]
    assert {datetime.fromisoformat(one) for _, *dates in found for one in dates} == {said}
    older = client.get(urlsplit(document["next_url"]).path).get_json()
    assert [len(one["items"]) for one in (document, older)] == [PART_LENGTH, 1]
    assert len({i["id"] for i in document["items"] + older["items"]}) == PART_LENGTH + 1
    for extension in ("atom", "rss"):
        assert client.get(f"/en/old-times.{extension}").text.count("old-") >= PART_LENGTH
    assert "old-50" in client.get("/en/old-times/").text
    assert client.get("/en/releases/old-0").status_code == 200
    places = re.findall("<loc>(.*?)</loc>", client.get("/sitemap.xml").text)
    answers = [client.get(urlsplit(place).path) for place in places]
    assert {answer.status_code for answer in answers} == {200}
    assert sum("/en/releases/old-0<" in answer.text for answer in answers) == 1
