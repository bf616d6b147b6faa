"""The documents read by their standards alone, with no reader's guesses."""

import json
import urllib.request
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, ClassVar

from lxml import etree

from tests.readers.views import Channel, Item, Sight, utc

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
EVERYTHING = Sight(language=True, files=99)


def fetched(address: str) -> bytes:
    """A document as a plain GET gives it."""
    with urllib.request.urlopen(address, timeout=30) as answer:
        content: bytes = answer.read()
    return content


class Plain:
    """XML and JSON readers, and what the formats' specifications say."""

    name: ClassVar[str] = "by hand"
    needs: ClassVar[str | None] = None
    sights: ClassVar[dict[str, Sight]] = dict.fromkeys(("atom", "rss", "json"), EVERYTHING)

    def __init__(self, folder: Path) -> None:
        self.shown: dict[str, Channel] = {}

    def poll(self, *addresses: str) -> None:
        for address in addresses:
            self.shown[address] = READ[address.rpartition(".")[2]](fetched(address))

    def channel(self, address: str) -> Channel:
        return self.shown[address]


def atom(document: bytes) -> Channel:
    """RFC 4287."""
    feed = etree.fromstring(document)
    link = _links(feed, "alternate")[0]
    items = tuple(_entry(entry) for entry in feed.iter(f"{ATOM}entry"))
    return Channel(feed.findtext(f"{ATOM}title"), link, items)


def _entry(entry: etree._Element) -> Item:
    (link,) = _links(entry, "alternate")
    words = {name: entry.findtext(f"{ATOM}{name}", "") for name in ("id", "title", "published")}
    language = next(e.get(LANGUAGE) for e in (entry, *entry.iterancestors()) if e.get(LANGUAGE))
    moment = utc(datetime.fromisoformat(words["published"]))
    return Item(words["id"], words["title"], link, moment, language, _links(entry, "enclosure"))


def _links(element: etree._Element, rel: str) -> tuple[str, ...]:
    found = element.findall(f"{ATOM}link")
    return tuple(link.get("href", "") for link in found if link.get("rel", "alternate") == rel)


def rss(document: bytes) -> Channel:
    """RSS 2.0, with Media RSS and xml:lang."""
    channel = etree.fromstring(document)[0]
    items = tuple(_item(item) for item in channel.iter("item"))
    return Channel(channel.findtext("title"), channel.findtext("link"), items)


def _item(item: etree._Element) -> Item:
    words = {name: item.findtext(name, "") for name in ("guid", "title", "link", "pubDate")}
    files = [*item.findall("enclosure"), *item.findall(f"{MEDIA}content")]
    return Item(
        words["guid"],
        words["title"],
        words["link"],
        utc(parsedate_to_datetime(words["pubDate"])),
        item.findtext("{http://purl.org/dc/elements/1.1/}language"),
        # The first may stand in both, with more said of it: one address, one file.
        tuple(dict.fromkeys(file.get("url", "") for file in files)),
    )


def json_feed(document: bytes) -> Channel:
    """JSON Feed 1.1."""
    feed = json.loads(document)
    items = tuple(_json_item(item, feed["language"]) for item in feed["items"])
    return Channel(feed["title"], feed["home_page_url"], items)


def _json_item(item: dict[str, Any], language: str) -> Item:
    return Item(
        item["id"],
        item["title"],
        item["url"],
        utc(datetime.fromisoformat(item["date_published"])),
        item.get("language", language),
        tuple(file["url"] for file in item.get("attachments", ())),
    )


READ = {"atom": atom, "rss": rss, "json": json_feed}
