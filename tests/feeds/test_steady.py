"""Same edition, same bytes; one bad entry, one entry less."""

import locale
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from feeds import FORMATS, SOURCES, entity_tag
from feeds.parts import written
from feeds.parts.item import Item, item_of
from feeds.validate import faults
from press.public.edition import Edition, Entry
from press.public.site import Site
from press.text import Text
from press.topic import Topic
from tests.feeds.samples import PEACE, SITE, edition, entry, mixed, text

every_format = pytest.mark.parametrize("extension", FORMATS)


@pytest.mark.promise(28)
@every_format
def test_the_same_edition_is_the_same_bytes(extension: str) -> None:
    render = FORMATS[extension].render
    assert render(mixed(), SITE) == render(mixed(), SITE)


def test_a_release_of_two_topics_is_made_once_in_all_formats_and_anew_when_it_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = list[str]()

    def item(entry: Entry, *rest: Any) -> Item:
        made.append(entry.text.headline)
        return item_of(entry, *rest)

    monkeypatch.setattr("feeds.parts.written.item_of", item)
    written._item.cache_clear()
    written._written.cache_clear()
    one = replace(entry(text("fr", "Un", "Corps.")), digest="1")
    first = _in_all_formats(edition(one, topic=PEACE))
    second = _in_all_formats(edition(one, topic=Topic("aid")))
    assert made == ["Un"]
    assert all("Un" in document for document in first + second)
    changed = replace(one, text=text("fr", "Deux", "Corps."), digest="2")
    assert all("Deux" in document for document in _in_all_formats(edition(changed)))
    assert _in_all_formats(edition(one, topic=PEACE)) == first
    elsewhere = replace(SITE, base_url="https://elsewhere.example")
    moved = _in_all_formats(edition(one), elsewhere)
    assert all("https://elsewhere.example/fr/releases/" in document for document in moved)
    assert made == ["Un", "Deux", "Un"]


def _in_all_formats(shown: Edition, site: Site = SITE) -> list[str]:
    return [form.render(shown, site).decode() for form in FORMATS.values()]


@pytest.mark.promise(20)
@every_format
def test_threads_share_nothing_not_even_the_locale(
    extension: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> str:
        raise AssertionError("a thread switched the locale of all")

    render = FORMATS[extension].render
    alone = render(mixed(), SITE)
    monkeypatch.setattr(locale, "setlocale", refuse)
    with ThreadPoolExecutor(8) as threads:
        documents = list(threads.map(lambda _: render(mixed(), SITE), range(32)))
    assert set(documents) == {alone}


@pytest.mark.promise(37)
@every_format
def test_an_entry_that_cannot_be_written_is_left_out_and_named(
    extension: str, caplog: pytest.LogCaptureFixture
) -> None:
    good = entry(text("fr", "Bon", "Corps."))
    bad = replace(good, id="tag:press.example.org,2026:bad:fr", text=Text("fr", ()))
    with caplog.at_level(logging.ERROR, "newsroom.left_out"):
        document = FORMATS[extension].render(edition(bad, good), SITE)
    assert document == FORMATS[extension].render(edition(good), SITE)
    assert "tag:press.example.org,2026:bad:fr" in caplog.text


@every_format
def test_an_empty_feed_is_a_feed(extension: str) -> None:
    assert faults(extension, FORMATS[extension].render(edition(feed="de"), SITE)) == []


@every_format
def test_a_language_no_longer_published_in_costs_no_entry(extension: str, site: Site) -> None:
    old = entry(text("es", "Hola", "Cuerpo."), source="es", languages=("es", "fr"), feed="fr")
    document = FORMATS[extension].render(edition(old), site).decode()
    assert "Hola" in document
    assert "/es/" not in document


def test_an_entity_tag_names_content_format_and_code() -> None:
    tags = {entity_tag("abc", format_) for format_ in FORMATS.values()}
    assert tags == {f"abc-{extension}-{SOURCES}" for extension in ("atom", "rss", "json")}


def test_each_format_is_sent_as_what_it_is() -> None:
    assert {extension: format_.media_type for extension, format_ in FORMATS.items()} == {
        "atom": "application/atom+xml",
        "rss": "application/rss+xml",
        "json": "application/feed+json",
    }
