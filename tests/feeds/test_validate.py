"""The validator finds what it promises, and names the entry."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from feeds import FORMATS
from feeds.validate import faults
from tests.feeds.samples import SITE, mixed, right_to_left

ID = "tag:press.example.org,2026:demining:fr"
OTHER = "tag:press.example.org,2026:edited:fr"
NAME = f"Entry “{ID}”"
ALTERNATE = (
    '<link rel="alternate" type="text/html" hreflang="fr-BE" '
    'href="https://press.example.org/fr/releases/demining"/>'
)
BACK = ALTERNATE.replace("alternate", "related")
AUTHOR = "<author><name>Press &amp; office</name></author>"
MUTATIONS: dict[str, list[tuple[str, str, str]]] = {
    "atom": [
        ("</feed>", "", "The document cannot be read: "),
        ("<feed ", "<!DOCTYPE feed><feed ", "The document cannot be read: it has a document type"),
        ('xmlns="http://www.w3.org/2005/Atom"', "", "The document is not an Atom feed"),
        ("<title>Paix", "<title>x</title><title>Paix", "The feed has 2 elements “title”"),
        ("<title>La", "<summary>x</summary><title>x</title><title>La", f"{NAME} has 2 elements"),
        (f"<id>{ID}</id>", "", "Entry number 1 has 0 elements “id” and needs exactly one"),
        (f"<id>{ID}</id>", "<id>demining</id>", "Entry “demining” has an id that is not an abso"),
        (f"<id>{OTHER}</id>", f"<id>{ID}</id>", f"{NAME} is not the only one of this id: there"),
        ("<updated>2026-08-25T14:21:07+02:00</updated><author><name>M", "<author><name>M", NAME),
        ("2026-08-25T14:18:00+02:00", "2026-08-25T14:18:00", f"{NAME} has a published that is no"),
        ("2026-08-25T14:18:00+02:00", "2026-02-30T14:18:00Z", f"{NAME} has a published that is no"),
        (ALTERNATE, "", f"{NAME} has 0 alternate links"),
        (ALTERNATE, ALTERNATE * 2, f"{NAME} has 2 alternate links"),
        (ALTERNATE, BACK + ALTERNATE, f"{NAME} has another link before its alternate"),
        ('rel="self"', 'rel="via"', "The feed has no single link to itself"),
        ('rel="hub" href="https:', 'rel="hub" href="', "The feed names a hub whose address is"),
        (AUTHOR, "", f"Entry “{OTHER}” has no author"),
    ],
    "rss": [
        ("</rss>", "", "The document cannot be read: "),
        ("<title>Paix et sécurité – Press &#x26; office</title>", "", "The channel has no title"),
        ("<link>https://press.example.org/fr/peace-and-security/</link>", "", "The channel has no"),
        ("<description>Ce que fait Velmora pour la paix.</description>", "", "The channel has"),
        ('rel="self"', 'rel="via"', "The channel has no single link to itself"),
        ('rel="hub" href="https:', 'rel="hub" href="', "The channel names a hub whose address"),
        (f'<guid isPermaLink="false">{ID}</guid>', "", "Entry number 1 has no guid"),
        (f">{OTHER}<", f">{ID}<", f"{NAME} is not the only one of this id: there are 2"),
        ("<link>https://press.example.org/fr/releases/demining</link>", "", f"{NAME} has no link"),
        (
            "Tue, 25 Aug 2026 14:18:00 +0200",
            "mar, 25 août 2026 14:18:00 +0200",
            f"{NAME} has a pub",
        ),
        (
            "Tue, 25 Aug 2026 14:18:00 +0200",
            "Tue, 25 Aug 26 14:18:00 +0200",
            f"{NAME} has a pubDate",
        ),
        ("Tue, 25 Aug 2026 15:00:00 +0200", "now", "The channel has a lastBuildDate that is no"),
    ],
}


def mutated(extension: str, old: str, new: str) -> bytes:
    document = FORMATS[extension].render(mixed(), SITE).decode()
    assert old in document
    count = -1 if old == AUTHOR else 1
    return document.replace(old, new, count).encode()


@pytest.mark.promise(1, 7, 17)
@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("edition", [mixed(), right_to_left()], ids=["fr", "ar"])
def test_our_own_documents_are_sound(extension: str, edition: Any) -> None:
    assert faults(extension, FORMATS[extension].render(edition, SITE)) == []


@pytest.mark.parametrize(
    ("extension", "old", "new", "sentence"),
    [(extension, *case) for extension, cases in MUTATIONS.items() for case in cases],
)
def test_every_fault_is_found_and_named(extension: str, old: str, new: str, sentence: str) -> None:
    found = faults(extension, mutated(extension, old, new))
    assert [fault for fault in found if fault.startswith(sentence)]
    assert len(found) <= 2


def first(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda feed: feed["items"][0].__setitem__(key, value)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda feed: feed.pop("items"), "The document is not a JSON feed"),
        (lambda feed: feed.update(items=["x"]), "The document is not a JSON feed"),
        (lambda feed: feed.pop("version"), "The feed does not say which version"),
        (lambda feed: feed.pop("title"), "The feed has no title"),
        (lambda feed: feed["hubs"][0].pop("type"), "The feed names a hub without its type"),
        (lambda feed: feed["hubs"][0].update(url="/hub"), "The feed names a hub without its type"),
        (lambda feed: feed.update(hubs=["https://press.example.org/hub"]), "The feed names a hub"),
        (first("id", 7), "Entry “7” has no id that is a string"),
        (first("id", ""), "Entry number 1 has no id that is a string"),
        (first("id", OTHER), f"Entry “{OTHER}” is not the only one of this id: there are 2"),
        (first("date_published", "25/08/2026"), f"{NAME} has a date_published that is no date"),
        (first("date_modified", None), f"{NAME} has a date_modified that is no date"),
        (lambda feed: feed["items"][0].pop("content_html"), f"{NAME} has neither content_html"),
    ],
)
def test_every_fault_of_a_json_feed_is_found_and_named(
    change: Callable[[dict[str, Any]], object], sentence: str
) -> None:
    feed = json.loads(FORMATS["json"].render(mixed(), SITE))
    change(feed)
    (fault,) = faults("json", json.dumps(feed).encode())
    assert fault.startswith(sentence)


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("document", [b"", b"\xff\xfe", b"<x", b"null", b"<rss/>", b"[]"])
def test_what_is_no_feed_at_all_is_said_to_be_none(extension: str, document: bytes) -> None:
    (fault,) = faults(extension, document)
    assert fault.startswith("The document ")
