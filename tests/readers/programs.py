"""The readers that are programs of their own, which a machine may lack."""

import os
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from tests.readers.plain import fetched
from tests.readers.views import Channel, Item, Sight

QUIET_CONFIG = "download-retries 1\nreload-threads 2\n"


class Newsboat:
    """newsboat: a terminal reader in C++ on libxml2 and curl; it merges by guid over all feeds."""

    name: ClassVar[str] = "newsboat"
    needs: ClassVar[str | None] = "newsboat"
    # It takes enclosures for podcasts: only sound and film.
    sights: ClassVar[dict[str, Sight]] = {"atom": Sight(), "rss": Sight()}

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "config").write_text(QUIET_CONFIG)

    def poll(self, *addresses: str) -> None:
        (self.folder / "urls").write_text("".join(f"{address}\n" for address in addresses))
        log = self.folder / "log"
        files = ("-u", "urls", "-c", "cache.db", "-C", "config", "-d", log.name, "-l", "2")
        done = subprocess.run(
            ["newsboat", "-q", *files, "-x", "reload"],
            cwd=self.folder,
            env={"HOME": str(self.folder), "LANG": "C.UTF-8", "PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        assert not log.exists() or log.read_text() == ""

    def channel(self, address: str) -> Channel:
        ((title, link),) = self._rows("SELECT title, url FROM rss_feed WHERE rssurl = ?", address)
        return Channel(title, link, tuple(self._items("WHERE feedurl = ?", address)))

    def items(self) -> list[Item]:
        return self._items("")

    def news(self) -> set[str]:
        new = {guid for (guid,) in self._rows("SELECT guid FROM rss_item WHERE unread")}
        self._rows("UPDATE rss_item SET unread = 0")
        return new

    def is_right_to_left(self, address: str) -> bool:
        ((said,),) = self._rows("SELECT is_rtl FROM rss_feed WHERE rssurl = ?", address)
        return bool(said)

    def _items(self, where: str, *values: str) -> list[Item]:
        # Its own order on the screen.
        order = "ORDER BY pubDate DESC, id DESC"
        rows = self._rows(
            f"SELECT guid, title, url, pubDate FROM rss_item {where} {order}", *values
        )
        return [Item(*row[:3], datetime.fromtimestamp(row[3], UTC)) for row in rows]

    def _rows(self, query: str, *values: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.folder / "cache.db")) as db, db:
            return db.execute(query, values).fetchall()


class Sfeed:
    """sfeed: a small parser in C; it is given the document and has no memory of its own."""

    name: ClassVar[str] = "sfeed"
    needs: ClassVar[str | None] = "sfeed"
    sights: ClassVar[dict[str, Sight]] = {
        "atom": Sight(channel=False, files=1),
        "rss": Sight(channel=False, files=1),
    }

    def __init__(self, folder: Path) -> None:
        self.shown: dict[str, list[Item]] = {}

    def poll(self, *addresses: str) -> None:
        for address in addresses:
            done = subprocess.run(
                ["sfeed"], input=fetched(address), capture_output=True, check=True, timeout=60
            )
            lines = done.stdout.decode().splitlines()
            self.shown[address] = [_line(line.split("\t")) for line in lines]

    def channel(self, address: str) -> Channel:
        return Channel(None, None, tuple(self.shown[address]))


def _line(fields: list[str]) -> Item:
    """One line of sfeed(5)."""
    moment = datetime.fromtimestamp(int(fields[0]), UTC)
    return Item(fields[5], fields[1], fields[2], moment, None, tuple(filter(None, fields[7:8])))
