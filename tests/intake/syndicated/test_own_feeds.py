"""What this newsroom publishes can be read back: feeds, and the items that webhooks are sent."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import intake
from feeds.ninjs import cancelled_item, ninjs_item
from newsroom.telling.hook_messages import message
from press.contact import Contact
from press.errors import UnreadableFile
from press.public.edition import Withdrawal
from press.public.site import Site
from press.releases.release import Filing, Reading
from tests.feeds.samples import mixed
from tests.intake.syndicated.test_sent import body

GOLDEN = Path(__file__).parents[2] / "golden"
FULL = ("archived.fr", "mixed.fr", "retired.fr", "standing-in.ar")
FORMATS = ("atom", "rss", "json")


def read(name: str, data: bytes) -> Reading:
    return intake.read(name, data, zone="Europe/Brussels", language="en")


def items(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((GOLDEN / f"{name}.json").read_bytes())["items"]
    return found


def words_of(html: str) -> set[str]:
    """Words of three letters and more between tags, but for those that say what follows.

    They are a heading above whom to call, and the label of a credit.
    """
    html = re.sub(r"<section><h2>[^<]*</h2>(?=<address)|(?<=<figcaption>)[^<:]*:", "", html)
    return set(re.findall(r"\w{3,}", unescape(re.sub(r"<[^>]*>", " ", html))))


def said(filing: Filing) -> set[str]:
    """All words that a filing keeps somewhere."""
    beside = [*(one.what for one in filing.left_out), *(str(one) for one in filing.contacts)]
    return set(re.findall(r"\w{3,}", unescape(" ".join([filing.headline, *body(filing), *beside]))))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", FULL)
def test_our_own_feeds_are_read_back_with_headline_date_language_and_words(
    name: str, form: str
) -> None:
    reading = read(f"own.{form}", (GOLDEN / f"{name}.{form}").read_bytes())
    assert not reading.notes
    assert len(reading.filings) == len(items(name))
    for filing, item in zip(reading.filings, items(name), strict=True):
        assert filing.headline == item["title"]
        assert filing.embargo
        assert filing.embargo.instant == datetime.fromisoformat(item["date_published"])
        assert filing.identity == item["id"]
        assert filing.language == item["language"].partition("-")[0]
        assert not filing.not_yet
        assert words_of(item["content_html"]) - said(filing) == set()


@pytest.mark.parametrize("form", FORMATS)
def test_a_feed_without_entries_is_refused(form: str) -> None:
    with pytest.raises(UnreadableFile, match="no entries"):
        read(f"own.{form}", (GOLDEN / f"empty.de.{form}").read_bytes())


def test_what_webhooks_are_sent_is_read_back(site: Site) -> None:
    language = site.languages.named("fr")
    for entry in mixed().entries:
        item = ninjs_item(entry, language, site)
        data = message("release.out", datetime(2026, 8, 25, tzinfo=UTC), item)
        (filing,) = read("-", data).filings
        assert filing.headline == item["headlines"][0]["value"]
        assert filing.identity == item["uri"]
        assert filing.language == item["language"].partition("-")[0]
        assert words_of(item["bodies"][0]["value"]) - said(filing) == set()
        assert set(_reached(entry.contacts)) <= set(_reached(filing.contacts))


def _reached(contacts: tuple[Contact, ...]) -> Iterator[tuple[str, str]]:
    for contact in contacts:
        yield from ((contact.name, way) for way in (*contact.phones, *contact.emails))


def test_a_withdrawal_is_refused_with_what_to_do(site: Site) -> None:
    gone = Withdrawal(
        id="tag:x", slug="x", at=datetime(2026, 8, 25, tzinfo=UTC), reason="It was wrong."
    )
    item = cancelled_item(gone, site.languages.named("fr"), site)
    data = message("release.withdrawn", datetime(2026, 8, 25, tzinfo=UTC), item)
    with pytest.raises(UnreadableFile, match="newsroom withdraw"):
        read("-", data)
