"""Who sends a release and under what number, as programs and people find it in every format."""

import json
from dataclasses import replace
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from feeds import FORMATS
from feeds.ninjs import ninjs_item
from feeds.parts.elements import DC
from feeds.parts.provenance import letterhead_html
from feeds.validate import faults
from press.public.edition import Entry
from press.text import clean
from tests.feeds.samples import MACHINE, PERSON, SERVICE, SITE, edition, entry, mixed, text

FRENCH = SITE.languages.named("fr")
ISSUER, NUMBER = "Office for Relief & <Recovery>", "IHA/7037"
OFFICE = "Office du secours"


def sent(issuer: str = ISSUER, reference: str = NUMBER, **more: Any) -> Entry:
    words = text("fr", "Titre", "Le corps.", **MACHINE)
    return replace(entry(words), issuer=issuer, reference=reference, **more)


def written(one: Entry, extension: str) -> bytes:
    return FORMATS[extension].render(edition(one), SITE)


def said(one: Entry) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(one, "json"))["items"][0]
    return found


@pytest.mark.promise(102, 11)
@pytest.mark.parametrize("extension", ["atom", "rss"])
def test_a_reader_learns_who_sends_it_and_under_what_number(extension: str) -> None:
    (found,) = feedparser.parse(written(sent(), extension)).entries
    assert [author.name for author in found.authors][:2] == [ISSUER, SERVICE.name]
    assert found.publisher == ISSUER
    assert found.dc_identifier == NUMBER
    assert found.id == sent().id


@pytest.mark.promise(102)
@pytest.mark.parametrize("extension", FORMATS)
def test_a_feed_with_a_letterhead_is_sound(extension: str) -> None:
    assert faults(extension, written(sent(), extension)) == []


@pytest.mark.promise(102)
def test_a_json_feed_names_issuer_and_number_by_themselves() -> None:
    found = said(sent())
    assert found["authors"][0] == {"name": ISSUER}
    assert (found["_newsroom"]["issuer"], found["_newsroom"]["reference"]) == (ISSUER, NUMBER)


@pytest.mark.promise(102)
def test_a_news_item_tells_its_issuer_from_the_services_and_its_number_from_ours() -> None:
    made = ninjs_item(sent(), FRENCH, SITE)
    assert made["altIds"] == [{"role": "reference", "value": NUMBER}]
    assert made["infoSources"][0] == {"name": ISSUER, "role": "issuer"}
    assert made["infoSources"][1]["name"] == SERVICE.name
    assert made["by"] == f"{ISSUER}, {SERVICE.name}"
    assert made["uri"] == sent().id


@pytest.mark.promise(102)
def test_a_release_without_a_letterhead_says_nothing_of_one() -> None:
    one = sent("", "")
    for extension in FORMATS:
        document = written(one, extension)
        assert b"identifier" not in document
        assert b"publisher" not in document
        assert b"issuer" not in document
        assert b"letterhead" not in document
    assert not ninjs_item(one, FRENCH, SITE).keys() & {"altIds"}


def test_an_issuer_that_is_its_service_too_is_named_once() -> None:
    one = sent(SERVICE.name, contacts=(SERVICE, PERSON))
    assert [author["name"] for author in said(one)["authors"]] == [SERVICE.name]


@pytest.mark.promise(102)
def test_a_letterhead_that_nobody_translated_says_its_own_language() -> None:
    html = letterhead_html(sent(), FRENCH, SITE)
    assert '<strong lang="en" dir="ltr">Office for Relief &amp; &lt;Recovery&gt;</strong>' in html
    assert 'Référence\u00a0: <span dir="auto">IHA/7037</span>' in html
    assert html.startswith('<p class="letterhead" lang="fr-BE" dir="ltr">')


@pytest.mark.promise(102)
def test_a_letterhead_that_somebody_translated_says_the_language_of_the_text() -> None:
    html = letterhead_html(sent(OFFICE, translated=(OFFICE,)), FRENCH, SITE)
    assert f'<strong lang="fr-BE" dir="ltr">{OFFICE}</strong>' in html


@pytest.mark.promise(78, 102)
def test_people_read_the_letterhead_after_whose_words_these_are_and_before_the_text() -> None:
    html = said(sent())["content_html"]
    places = [html.index(words) for words in ("argos en-fr", "IHA/7037", "Le corps.", "<address")]
    assert places == sorted(places)


@given(st.text(max_size=80), st.text(max_size=80))
def test_whatever_a_letterhead_says_harms_no_document(issuer: str, reference: str) -> None:
    one = sent(issuer, reference)
    for extension in FORMATS:
        assert faults(extension, written(one, extension)) == []
    atom = etree.fromstring(written(one, "atom"))
    numbers = [found.text for found in atom.iter(f"{{{DC}}}identifier")]
    assert numbers == [words for words in [" ".join(clean(reference).split())] if words]


def test_documents_of_releases_without_a_letterhead_stay_as_they_were() -> None:
    """Byte for byte they are in tests/golden; here, that no name for one has been declared."""
    assert b'dc="' not in FORMATS["atom"].render(mixed(), SITE)
