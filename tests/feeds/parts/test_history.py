"""What a document says of its past: archives (RFC 5005), and what was taken back (RFC 6721)."""

import json
from dataclasses import replace

import pytest
from lxml import etree

from feeds import FORMATS
from press.public.edition import Edition, PlaceInFeed
from tests.feeds.samples import SITE, archived, mixed, retired

ATOM, FH = "{http://www.w3.org/2005/Atom}", "{http://purl.org/syndication/history/1.0}"
AWAY = {"prev-archive", "next-archive", "current"}
PAGED = {"first", "previous", "next", "last"}


def feed_of(edition: Edition, extension: str) -> etree._Element:
    root = etree.fromstring(FORMATS[extension].render(edition, SITE))
    channel = root.find("channel")
    return root if channel is None else channel


def rels(edition: Edition, extension: str) -> dict[str | None, str | None]:
    links = feed_of(edition, extension).findall(f"{ATOM}link")
    return {link.get("rel"): link.get("href") for link in links}


@pytest.mark.promise(44)
@pytest.mark.parametrize("extension", ["atom", "rss"])
def test_what_is_whole_says_so_and_leads_to_no_other_document(extension: str) -> None:
    assert len(feed_of(mixed(), extension).findall(f"{FH}complete")) == 1
    assert not rels(mixed(), extension).keys() & (AWAY | PAGED)


@pytest.mark.promise(44)
def test_what_is_whole_says_so_in_json_too() -> None:
    document = json.loads(FORMATS["json"].render(mixed(), SITE))
    assert document["_newsroom"]["is_complete"] is True
    assert "next_url" not in document


@pytest.mark.promise(41)
@pytest.mark.parametrize("extension", ["atom", "rss"])
def test_the_newest_document_leads_to_the_newest_archive_and_is_none_itself(extension: str) -> None:
    newest = replace(mixed(), place=PlaceInFeed(older=archived().place.part))
    stem = "https://press.example.org/fr/peace-and-security/2026-02-2."
    assert rels(newest, extension)["prev-archive"] == stem + extension
    assert not rels(newest, extension).keys() & {"next-archive", "current"}
    for tag in ("archive", "complete"):
        assert feed_of(newest, extension).find(FH + tag) is None


@pytest.mark.promise(42)
@pytest.mark.parametrize("extension", ["atom", "rss"])
def test_an_archive_leads_to_the_feed_and_both_its_neighbours(extension: str) -> None:
    found, stem = rels(archived(), extension), "https://press.example.org/fr/peace-and-security"
    assert {rel: found[rel] for rel in AWAY} == {
        "prev-archive": f"{stem}/2026-02.{extension}",
        "next-archive": f"{stem}/2026-03.{extension}",
        "current": f"{stem}.{extension}",
    }
    assert len(feed_of(archived(), extension).findall(f"{FH}archive")) == 1


@pytest.mark.promise(45)
@pytest.mark.parametrize("extension", ["atom", "rss"])
def test_no_document_is_a_page_of_a_paged_feed(extension: str) -> None:
    for edition in (mixed(), archived(), retired()):
        assert not rels(edition, extension).keys() & PAGED


@pytest.mark.promise(74)
@pytest.mark.parametrize("extension", FORMATS)
def test_no_document_has_a_mark_of_embargo(extension: str) -> None:
    document = FORMATS[extension].render(mixed(), SITE).decode().lower()
    assert not [mark for mark in ("embargo", "pubstatus", "usable", "withheld") if mark in document]
