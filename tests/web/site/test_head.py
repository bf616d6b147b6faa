"""What a page's head tells readers' programs and search engines."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask

from feeds import FORMATS
from newsroom.public.front import Front
from press.languages import parse_languages
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON

Read = Callable[[str], Any]
BASE = "https://press.example.org"


def feeds(html: Any) -> list[str]:
    kinds = {form.media_type for form in FORMATS.values()}
    return [a["href"] for a in html.all("link", rel="alternate") if a.get("type") in kinds]


def languages(html: Any) -> dict[str, str]:
    links = html.all("link", rel="alternate")
    return {link["hreflang"]: link["href"] for link in links if "hreflang" in link}


@pytest.mark.promise(67)
@pytest.mark.parametrize(
    ("address", "topics"),
    [
        ("/fr/", ["fr/all"]),
        ("/fr/peace-and-security/", ["fr/peace-and-security", "fr/all"]),
        ("/nl/releases/demining", ["nl/peace-and-security", "nl/humanitarian-aid", "nl/all"]),
        ("/de/releases/script", ["de/all"]),
        ("/fr/?page=2", ["fr/all"]),
        ("/nl/humanitarian-aid/?page=2", ["nl/humanitarian-aid", "nl/all"]),
        ("/feeds/", ["en/all", "fr/all", "nl/all", "de/all"]),
        ("/nl/feeds/", ["nl/all", "en/all", "fr/all", "de/all"]),
    ],
)
def test_a_page_offers_its_own_feeds_first_then_everything(
    page: Read, address: str, topics: list[str]
) -> None:
    html = page(address)
    assert feeds(html) == [f"{BASE}/{topic}.{form}" for topic in topics for form in FORMATS]
    assert all(link["title"] for link in html.all("link", rel="alternate") if "type" in link)


@pytest.mark.promise(67)
@pytest.mark.parametrize("address", ["/en/", "/fr/peace-and-security/", "/de/releases/demining"])
def test_every_feed_offered_is_served(page: Read, app: Flask, address: str) -> None:
    kinds = {link["href"]: link.get("type") for link in page(address).all("link", rel="alternate")}
    for link in feeds(page(address)):
        path = urlsplit(link).path
        app.url_map.bind("").match(path)
        answer = app.test_client().get(path)
        assert (answer.status_code, answer.mimetype) == (200, kinds[link])


@pytest.mark.promise(68)
def test_languages_with_words_of_their_own_name_each_other(page: Read) -> None:
    addresses = {
        "en": f"{BASE}/en/releases/demining",
        "fr-BE": f"{BASE}/fr/releases/demining",
        "nl-BE": f"{BASE}/nl/releases/demining",
        "x-default": f"{BASE}/en/releases/demining",
    }
    for code in ("en", "fr", "nl"):
        assert languages(page(f"/{code}/releases/demining")) == addresses


@pytest.mark.promise(68)
def test_a_page_whose_words_stand_in_is_nobodys_alternate(page: Read) -> None:
    assert languages(page("/de/releases/demining")) == {}


def test_a_language_no_longer_published_in_is_nobodys_default(
    page: Read, front: Front, app: Flask
) -> None:
    front.site = replace(front.site, languages=parse_languages("fr-BE,nl-BE"))
    pages = {code: f"{BASE}/{code[:2]}/releases/demining" for code in ("fr-BE", "nl-BE")}
    for code in ("fr", "nl"):
        assert languages(page(f"/{code}/releases/demining")) == {
            **pages,
            "x-default": pages["fr-BE"],
        }


@pytest.mark.promise(68)
def test_lists_name_each_other_and_the_door(page: Read) -> None:
    assert languages(page("/nl/"))["x-default"] == f"{BASE}/"
    assert languages(page("/nl/"))["de-BE"] == f"{BASE}/de/"
    assert (
        languages(page("/nl/peace-and-security/"))["x-default"] == f"{BASE}/en/peace-and-security/"
    )
    assert not languages(page("/nl/?page=2"))


@pytest.mark.promise(68)
@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/fr/", "/fr/"),
        ("/fr/?page=1", "/fr/"),
        ("/fr/?page=2&utm=x", "/fr/?page=2"),
        ("/fr/releases/demining", "/fr/releases/demining"),
        # German has no words of its own yet: the page that has them stands for it.
        ("/de/releases/demining", "/en/releases/demining"),
        ("/feeds/", "/feeds/"),
        ("/nl/feeds/", "/nl/feeds/"),
    ],
)
def test_a_page_names_its_one_address(page: Read, address: str, canonical: str) -> None:
    assert page(address).all("link", rel="canonical")[0]["href"] == BASE + canonical


def test_an_unknown_page_names_none(page: Read) -> None:
    html = page("/en/nowhere/")
    assert not html.all("link", rel="canonical") + html.all("link", rel="alternate")


def test_the_page_of_a_release_taken_back_offers_what_is_left(page: Read, storage: Storage) -> None:
    with storage.write() as db:
        number = next(one.id for one in releases.every(db) if one.slug == "compass")
        releases.withdraw(db, number, "In error.", NOON)
    html = page("/nl/releases/compass")
    assert feeds(html) == [f"{BASE}/nl/all.{form}" for form in FORMATS]
    assert not html.all("link", rel="canonical")
    assert not languages(html)
