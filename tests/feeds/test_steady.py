"""Same edition, same bytes; one bad entry, one entry less."""

import locale
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from feeds import FORMATS, SOURCES, entity_tag
from feeds.validate import faults
from press.site import Site
from press.text import Text
from tests.feeds.samples import SITE, edition, entry, mixed, text

every_format = pytest.mark.parametrize("extension", FORMATS)


@pytest.mark.promise(28)
@every_format
def test_the_same_edition_is_the_same_bytes(extension: str) -> None:
    render = FORMATS[extension].render
    assert render(mixed(), SITE) == render(mixed(), SITE)


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
