"""Releases, followers and programs to tell, and somebody who sends what is owed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from press.telling.notices import Channel, Fate, Notice
from press.telling.wishes import Frequency, Wanted, Wishes
from press.text import Block, Kind, Origin, Text
from storage import Storage
from storage.filed import changes, releases
from storage.instants import to_ms
from storage.telling import notices, subscribers
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.storage.test_public import DAY, file

HOUR = timedelta(hours=1)
LEASE = timedelta(minutes=2)
ENGINE = "argos en-fr 1.9"


def follower(
    storage: Storage,
    name: str = "reader",
    *topics: str,
    languages: str = "en",
    texts: Wanted = Wanted.ALL,
    frequency: Frequency = Frequency.INSTANT,
    since: datetime = NOON - 2 * DAY,
) -> int:
    """Somebody who follows by mail since then; everything, where no topic is named."""
    wishes = Wishes(topics or ("all",), tuple(languages.split()), frequency, texts)
    with storage.write() as db:
        asked = subscribers.ask(db, f"{name}@example.org", f"hash {name}", "nonce", wishes, since)
        subscribers.follow(db, asked.id, wishes, since)
    return asked.id


def hub_subscription(storage: Storage, callback: str, topic: str = "all") -> int:
    query = (
        "INSERT INTO hub_subscription (callback, topic, language, extension, verified_at,"
        " lease_until) VALUES (?, ?, 'en', 'atom', 1, ?)"
    )
    with storage.write() as db:
        values = (f"https://{callback}.example", topic, to_ms(NOON + 100 * DAY))
        return int(db.execute(query, values).lastrowid or 0)


def webhook(storage: Storage, topics: str = "", languages: str = "") -> int:
    query = "INSERT INTO webhook (address, secret, topics, languages, added_at)"
    with storage.write() as db:
        values = ("https://agency.example/hook", "whsec_x", topics, languages)
        return int(db.execute(f"{query} VALUES (?, ?, ?, ?, 0)", values).lastrowid or 0)


def out(storage: Storage, *, topic: str = "peace", now: datetime = NOON) -> int:
    """A release that is out, and announced."""
    number = file(storage, at=now, filed=now - DAY, topic=topic)
    announce(storage, number, now)
    return number


def announce(storage: Storage, number: int, now: datetime = NOON) -> None:
    with storage.write() as db:
        releases.mark_out(db, number, now)


def words(code: str = "fr", origin: Origin = Origin.MACHINE, *more: Block) -> Text:
    return Text(code, (Block(Kind.HEADLINE, "Un titre", origin, ENGINE), *more))


def say(
    storage: Storage,
    number: int,
    now: datetime,
    code: str = "fr",
    origin: Origin = Origin.MACHINE,
    *,
    ready: bool = True,
) -> None:
    """Give a release words in a language."""
    with storage.write() as db:
        releases.save_text(db, number, words(code, origin), now, ready=ready)


def take(
    storage: Storage,
    now: datetime,
    channel: Channel = Channel.MAIL,
    *,
    owner: str = "us",
    limit: int = 1000,
) -> list[Notice]:
    with storage.write() as db:
        return notices.claim(db, channel, now, owner=owner, lease=LEASE, limit=limit)


def send(
    storage: Storage, now: datetime, channel: Channel = Channel.MAIL, fate: Fate = Fate.SENT
) -> list[tuple[int, str, str]]:
    """Send all that is due; whom, what it tells of, in which language."""
    taken = take(storage, now, channel)
    with storage.write() as db:
        notices.end(db, [Ended(one.id, fate) for one in taken], now)
    return sorted((one.receiver, str(one.kind), one.language) for one in taken)


def rows(storage: Storage, table: str = "notice") -> list[dict[str, Any]]:
    return list(_rows(storage, table))


def _rows(storage: Storage, table: str) -> Iterator[dict[str, Any]]:
    with storage.read() as db:
        for row in db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall():
            yield dict(row)


def withdraw(storage: Storage, number: int, now: datetime) -> None:
    with storage.write() as db:
        releases.withdraw(db, number, "Sent in error.", now)


def correct(storage: Storage, number: int, now: datetime) -> None:
    with storage.write() as db:
        releases.note(db, number, "The price was wrong.", now)


def bring_back(storage: Storage, number: int, now: datetime) -> None:
    with storage.write() as db:
        changes.return_to_public(db, number, "Here again.", now)
