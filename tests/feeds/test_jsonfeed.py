"""What only JSON Feed says, or says in its own way (JSON Feed 1.1)."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from feeds import jsonfeed
from press.public.edition import Edition
from tests.feeds.samples import SITE, archived, edition, entry, mixed, retired, text

BASE = "https://press.example.org"


def written(edition: Edition) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(jsonfeed.render(edition, SITE))
    return document


def members(value: Any) -> Iterator[tuple[str, Any]]:
    """Every member of every object, however deep."""
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from members(inner)
    if isinstance(value, dict):
        yield from value.items()


@pytest.mark.promise(29)
def test_a_feed_says_its_version_first_and_what_it_is() -> None:
    document = written(mixed())
    assert next(iter(document.items())) == ("version", "https://jsonfeed.org/version/1.1")
    assert document["title"] == "Paix et sécurité – Press & office"
    assert document["home_page_url"] == f"{BASE}/fr/peace-and-security/"
    assert document["feed_url"] == f"{BASE}/fr/peace-and-security.json"
    assert document["icon"] == f"{BASE}/static/icon-512.png"
    assert document["language"] == "fr-BE"
    assert document["authors"] == [{"name": "Press & office", "url": f"{BASE}/"}]


@pytest.mark.promise(30)
def test_an_items_words_are_plain_but_for_its_content() -> None:
    words = text("fr", "AT&T <b>", "A *marked* text.", summary="1 < 2 & *so*")
    (item,) = written(edition(entry(words, source="fr")))["items"]
    assert isinstance(item["id"], str)
    assert (item["title"], item["summary"]) == ("AT&T <b>", "1 < 2 & *so*")
    assert "<em>marked</em>" in item["content_html"]
    assert item["url"] == f"{BASE}/fr/releases/demining"


@pytest.mark.promise(31)
def test_numbers_are_numbers_and_tags_are_words() -> None:
    items = written(mixed())["items"]
    assert {type(tag) for item in items for tag in item["tags"]} == {str}
    files = [file for item in items for file in item.get("attachments", [])]
    assert [type(file["size_in_bytes"]) for file in files] == [int] * 4
    assert {type(file["mime_type"]) for file in files} == {str}
    assert [item["language"] for item in items] == ["fr-BE"] * 3 + ["en"]


@pytest.mark.promise(32)
def test_the_newest_document_names_the_hub_that_is_told_of_it_and_an_archive_none() -> None:
    assert written(mixed())["hubs"] == [{"type": "WebSub", "url": f"{BASE}/hub"}]
    assert "hubs" not in written(archived())


@pytest.mark.promise(33)
def test_a_feed_leads_to_what_is_older_and_a_whole_one_nowhere() -> None:
    assert written(archived())["next_url"] == f"{BASE}/fr/peace-and-security/2026-02.json"
    assert "next_url" not in written(mixed())


@pytest.mark.promise(33)
def test_only_a_retired_topic_has_expired() -> None:
    assert written(retired())["expired"] is True
    assert "expired" not in written(mixed())


@pytest.mark.promise(33)
def test_every_extension_is_ours_and_says_about() -> None:
    known = {"version", "title", "home_page_url", "feed_url", "next_url", "description", "icon"}
    known |= {"favicon", "language", "authors", "expired", "hubs", "items"}
    for document in map(written, (mixed(), archived(), retired())):
        assert {name for name in document if not name.startswith("_")} <= known
        ours = [value for name, value in members(document) if name.startswith("_")]
        assert len(ours) > 1
        assert all(isinstance(one["about"], str) for one in ours)


@pytest.mark.promise(34)
def test_a_document_is_utf_8_without_a_byte_order_mark() -> None:
    document = jsonfeed.render(mixed(), SITE)
    assert document.startswith(b"{")
    assert "vallée" in document.decode()


@pytest.mark.promise(77)
def test_a_feed_says_whose_it_is_and_its_items_when_they_came_and_changed() -> None:
    document = written(mixed())
    ours = document["_newsroom"]
    assert (ours["rights"], ours["license"]) == (SITE.rights, SITE.license)
    first = document["items"][0]
    assert first["date_published"] == "2026-08-25T14:18:00+02:00"
    assert first["date_modified"] == "2026-08-25T14:21:07+02:00"
    assert first["language"] == "fr-BE"


@pytest.mark.promise(32)
def test_an_archive_names_the_feed_to_subscribe_to() -> None:
    place = replace(archived(), place=replace(archived().place, older=None))
    assert written(place)["feed_url"] == f"{BASE}/fr/peace-and-security.json"
