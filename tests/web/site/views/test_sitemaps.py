"""Where search engines find what is public, and only that."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask.testing import FlaskClient

from feeds import sitemap
from newsroom.public.front import Front
from press.embargo import embargo_from
from press.public.site import Fallback
from press.public.sitemap import MOST_NEWS
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.web.samples import file, release, text
from tests.web.site.test_head import languages
from tests.web.site.test_secrecy import answer_to

Read = Callable[[str], Any]
BASE = "https://press.example.org"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def read(client: FlaskClient, address: str) -> ET.Element:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "application/xml")
    return ET.fromstring(answer.data)


def places(root: ET.Element) -> list[str]:
    return [urlsplit(loc.text or "").path for loc in root.iter(f"{MAP}loc")]


def everything(client: FlaskClient) -> Iterator[ET.Element]:
    """Every entry of every sitemap that the index leads to."""
    for place in places(read(client, "/sitemap.xml")):
        yield from read(client, place)


@pytest.mark.promise(71)
def test_the_index_leads_to_every_release_once_in_each_of_its_languages(
    client: FlaskClient,
) -> None:
    # A release of 1 January in Brussels came out in December in UTC.
    names = ("pages", "2020-12", "2021-01", "2022-06", "2025-01", "2026-03")
    assert places(read(client, "/sitemap.xml")) == [f"/sitemaps/{name}.xml" for name in names]
    found = [place for url in everything(client) for place in places(url) if "/releases/" in place]
    assert len(found) == len(set(found)) == 27 + 3
    assert [place for place in found if place.endswith("demining")] == [
        f"/{code}/releases/demining" for code in ("en", "fr", "nl")
    ]


@pytest.mark.promise(68)
def test_every_page_listed_is_there_and_is_the_one_address_of_what_it_shows(
    client: FlaskClient, page: Read
) -> None:
    for url in everything(client):
        (place,) = places(url)
        assert page(place).all("link", rel="canonical") == [
            {"rel": "canonical", "href": BASE + place}
        ]


@pytest.mark.promise(68, 71)
def test_every_alternate_of_a_page_names_the_same_set_back(client: FlaskClient, page: Read) -> None:
    for url in everything(client):
        (place,) = places(url)
        listed = {
            link.get("hreflang", ""): link.get("href", "") for link in url.iter(f"{XHTML}link")
        }
        assert languages(page(place)) == listed
        assert BASE + place in listed.values()
        assert "x-default" in listed
        for address in listed.values():
            answer = client.get(address.removeprefix(BASE), follow_redirects=True)
            assert answer.status_code == 200
            assert languages(page(answer.request.path)) == listed


@pytest.mark.promise(71)
def test_a_page_says_when_it_last_changed_for_the_public(client: FlaskClient, front: Front) -> None:
    for url in everything(client):
        (place,) = places(url)
        if "/releases/" not in place:
            continue
        _, code, _, slug = place.split("/")
        entry = front.entry(slug, front.site.languages.named(code), NOON)
        assert url.findtext(f"{MAP}lastmod") == front.site.local(entry.changed).isoformat()


def test_a_translation_that_becomes_ready_is_listed_and_dates_the_others(
    client: FlaskClient, storage: Storage, clock: Any
) -> None:
    with storage.write() as db:
        number = next(one.id for one in releases.every(db) if one.slug == "compass")
        releases.save_text(db, number, text("de", "Ein Kompass"), NOON, ready=False)
    before = "2022-06-07T00:00:00+02:00"
    (waiting,) = read(client, "/sitemaps/2022-06.xml")
    assert waiting.findtext(f"{MAP}lastmod") == before
    assert before in client.get("/sitemap.xml").text
    with storage.write() as db:
        releases.save_text(db, number, text("de", "Ein Kompass"), NOON)
    root = read(client, "/sitemaps/2022-06.xml")
    assert places(root) == ["/en/releases/compass", "/de/releases/compass"]
    assert {url.findtext(f"{MAP}lastmod") for url in root} == {"2026-08-25T14:00:00+02:00"}
    index = read(client, "/sitemap.xml")
    moments = dict(
        zip(places(index), (one.findtext(f"{MAP}lastmod") for one in index), strict=True)
    )
    assert moments["/sitemaps/2022-06.xml"] == "2026-08-25T14:00:00+02:00"
    assert moments["/sitemaps/2026-03.xml"] == "2026-03-05T10:32:00+01:00"


@pytest.mark.promise(71, 76)
def test_what_is_taken_back_is_gone_and_its_month_has_changed(
    client: FlaskClient, storage: Storage
) -> None:
    with storage.write() as db:
        for one in releases.every(db):
            if one.slug in {"compass", "update-3"}:
                releases.withdraw(db, one.id, "In error.", NOON)
    index = read(client, "/sitemap.xml")
    moments = dict(
        zip(places(index), (one.findtext(f"{MAP}lastmod") for one in index), strict=True)
    )
    assert "/sitemaps/2022-06.xml" not in moments
    assert client.get("/sitemaps/2022-06.xml").status_code == 404
    assert moments["/sitemaps/2021-01.xml"] == "2026-08-25T14:00:00+02:00"
    assert b"update-3<" not in client.get("/sitemaps/2021-01.xml").data


@pytest.mark.promise(71)
def test_a_large_month_takes_several_files(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST_LINKS", 20 * 10)
    names = [place for place in places(read(client, "/sitemap.xml")) if "2021-01" in place]
    assert names == [f"/sitemaps/2021-01{part}.xml" for part in ("", "-2", "-3")]
    found = [place for name in names for place in places(read(client, name))]
    assert found == [f"/en/releases/update-{n}" for n in range(2, 26)]
    assert client.get("/sitemaps/2021-01-4.xml").status_code == 404


@pytest.mark.promise(71, 75)
def test_a_month_of_secrets_only_is_no_month(
    client: FlaskClient, storage: Storage, clock: Any
) -> None:
    before = client.get("/sitemap.xml").data
    due = embargo_from(NOON + timedelta(days=60), "Europe/Brussels")
    file(storage, release("later", due, text("en", "Later", "It begins."), about=()))
    hidden, unknown = (answer_to(client, f"/sitemaps/{m}.xml") for m in ("2026-10", "1950-10"))
    assert hidden == unknown
    assert client.get("/sitemap.xml").data == before
    clock.now = due.instant
    assert places(read(client, "/sitemaps/2026-10.xml")) == ["/en/releases/later"]
    assert "/sitemaps/2026-10.xml" in places(read(client, "/sitemap.xml"))


def test_what_was_announced_stays_listed_though_the_clock_steps_back(
    client: FlaskClient, storage: Storage, clock: Any
) -> None:
    with storage.write() as db:
        number = next(one.id for one in releases.every(db) if one.slug == "demining")
        releases.mark_out(db, number, NOON)
    clock.now = NOON - timedelta(days=365)
    assert "/sitemaps/2026-03.xml" in places(read(client, "/sitemap.xml"))
    assert "/fr/releases/demining" in places(read(client, "/sitemaps/2026-03.xml"))


def test_the_archive_is_looked_through_once_a_minute(
    client: FlaskClient, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get("/sitemap.xml").data
    monkeypatch.setattr("storage.sitemap.months", None)
    clock.now += timedelta(seconds=59)
    assert client.get("/sitemap.xml").data == first
    clock.now += timedelta(seconds=1)
    with pytest.raises(TypeError):
        client.get("/sitemap.xml")


def test_a_text_that_stands_in_is_not_listed_whatever_stands_in(
    client: FlaskClient, front: Front, app: Flask
) -> None:
    before = [client.get(place).data for place in ("/sitemaps/2026-03.xml", "/sitemap.xml")]
    front.site = replace(front.site, fallback=Fallback.NONE)
    assert before == [client.get(place).data for place in ("/sitemaps/2026-03.xml", "/sitemap.xml")]


def news(client: FlaskClient) -> list[tuple[str, str | None, str | None]]:
    root = read(client, "/news-sitemap.xml")
    return [
        (
            *places(url),
            url.findtext(f"{NEWS}news/{NEWS}title"),
            url.findtext(f"{NEWS}news/{NEWS}publication_date"),
        )
        for url in root
    ]


@pytest.mark.promise(72)
def test_news_are_the_texts_of_two_days_and_no_more(
    client: FlaskClient, storage: Storage, clock: Any
) -> None:
    assert news(client) == []
    words = text("en", "A visit", "It begins."), text("fr", "Une visite", "Elle commence.")
    file(storage, release("visit", embargo_from(NOON, "UTC"), *words))
    with storage.write() as db:
        number = next(one.id for one in releases.every(db) if one.slug == "visit")
        releases.save_text(db, number, text("nl", "Een bezoek"), NOON, ready=False)
    both = [
        ("/en/releases/visit", "A visit", "2026-08-25T14:00:00+02:00"),
        ("/fr/releases/visit", "Une visite", "2026-08-25T14:00:00+02:00"),
    ]
    assert news(client) == both
    clock.now = NOON + timedelta(hours=48, seconds=-1)
    assert news(client)[1:] == both  # after the sample that came out a minute later
    clock.now = NOON + timedelta(hours=48)
    assert [place for place, *_ in news(client)] == ["/en/releases/not-yet"]


@pytest.mark.promise(72)
def test_news_are_a_thousand_at_the_most_and_the_newest(
    client: FlaskClient, storage: Storage
) -> None:
    for n in range(3):
        due = embargo_from(NOON - timedelta(minutes=n), "UTC")
        file(storage, release(f"now-{n}", due, text("en", f"Now {n}"), text("fr", f"Ores {n}")))
    assert MOST_NEWS == 1000
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.sitemap.MOST_NEWS", 3)
        assert [title for _, title, _ in news(client)] == ["Now 0", "Ores 0", "Now 1"]


@pytest.mark.promise(71)
def test_robots_are_told_where_the_sitemaps_are(client: FlaskClient) -> None:
    answer = client.get("/robots.txt", headers={"Host": "evil.example"})
    assert answer.content_type == "text/plain; charset=utf-8"
    assert f"Sitemap: {BASE}/sitemap.xml\nSitemap: {BASE}/news-sitemap.xml\n" in answer.text
