"""The readers that are Python libraries."""

from calendar import timegm
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import feedparser
import reader as lemon

from tests.readers.views import Channel, Item, Sight, utc

ALL_FILES = 99


class Feedparser:
    """feedparser, with the memory its users write around it: identifiers seen, and validators."""

    name: ClassVar[str] = "feedparser"
    needs: ClassVar[str | None] = None
    sights: ClassVar[dict[str, Sight]] = {
        "atom": Sight(language=True, files=ALL_FILES),
        "rss": Sight(language=True, files=1),
    }

    def __init__(self, folder: Path) -> None:
        self.feeds: dict[str, Any] = {}
        self.validators: dict[str, dict[str, str]] = {}
        self.held: dict[str, Item] = {}
        self.told = set[str]()

    def poll(self, *addresses: str) -> None:
        for address in addresses:
            found = feedparser.parse(address, **self.validators.get(address, {}))
            # After a 301 it says so, whatever the next answer was; a 304 has no version.
            if found.status == 304 or (found.status == 301 and not found.version):
                continue
            assert found.status in {200, 301}, found.status
            assert not found.bozo, found.get("bozo_exception")
            known = {name: found.get(name) for name in ("etag", "modified")}
            self.validators[address] = {name: said for name, said in known.items() if said}
            self.feeds[address] = found
            self.held |= {item.id: item for item in self.channel(address).items}

    def channel(self, address: str) -> Channel:
        found = self.feeds[address]
        items = tuple(_parsed(entry) for entry in found.entries)
        return Channel(found.feed.title, found.feed.link, items)

    def items(self) -> list[Item]:
        return list(self.held.values())

    def news(self) -> set[str]:
        new = self.held.keys() - self.told
        self.told |= new
        return new


def _parsed(entry: Any) -> Item:
    return Item(
        entry.id,
        entry.title,
        entry.link,
        datetime.fromtimestamp(timegm(entry.published_parsed), UTC),
        # In Atom the entry's xml:lang is found with its words, in RSS there is dc:language.
        entry.get("language") or entry.title_detail.language,
        tuple(file.href for file in entry.enclosures),
    )


class Reader:
    """reader (lemon24's): a whole feed client as a library, with a database."""

    name: ClassVar[str] = "reader"
    needs: ClassVar[str | None] = None
    sights: ClassVar[dict[str, Sight]] = {
        "atom": Sight(files=ALL_FILES),
        "rss": Sight(files=1),
        "json": Sight(files=ALL_FILES),
    }

    def __init__(self, folder: Path) -> None:
        self.database = folder / "reader.sqlite"

    def poll(self, *addresses: str) -> None:
        with lemon.make_reader(str(self.database)) as reader:
            for address in addresses:
                reader.add_feed(address, exist_ok=True)
            reader.update_feeds(scheduled=False)
            for feed in reader.get_feeds():
                assert feed.last_exception is None, feed.last_exception

    def channel(self, address: str) -> Channel:
        with lemon.make_reader(str(self.database)) as reader:
            feed = reader.get_feed(address)
            items = tuple(_kept(entry) for entry in reader.get_entries(feed=address))
            return Channel(feed.title, feed.link, items)

    def items(self) -> list[Item]:
        with lemon.make_reader(str(self.database)) as reader:
            return list(dict.fromkeys(_kept(entry) for entry in reader.get_entries()))

    def news(self) -> set[str]:
        with lemon.make_reader(str(self.database)) as reader:
            new = list(reader.get_entries(read=False))
            for entry in new:
                reader.mark_entry_as_read(entry)
            return {entry.id for entry in new}


def _kept(entry: lemon.Entry) -> Item:
    assert entry.published
    files = tuple(file.href for file in entry.enclosures)
    return Item(entry.id, entry.title or "", entry.link or "", utc(entry.published), None, files)
