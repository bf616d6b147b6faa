"""Who is owed what because of an event: the one rule, for every channel.

By mail it is `mailed.py`'s; to a hub's subscription only the newest state is owed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from press.telling.notices import Channel, Event, Occasion
from press.telling.wishes import PublicWords
from press.topic import ALL
from storage.instants import to_ms
from storage.telling.mailed import by_mail
from storage.telling.notices import OPEN, UNDER_WAY

_CANCEL = (
    "UPDATE notice SET ended_at = :at, outcome = 'skipped', note = 'withdrawn before it was told'"
    f" WHERE {OPEN} AND NOT {UNDER_WAY} AND channel <> '{Channel.HUB}'"
    " AND event_id IN (SELECT id FROM event WHERE release_id = :id AND id <> :event)"
)
_SUPERSEDE = (
    "UPDATE notice SET ended_at = :at, outcome = 'superseded' WHERE receiver = :who"
    f" AND channel = 'hub' AND kind <> '{Occasion.VERIFY}' AND {OPEN} AND NOT {UNDER_WAY}"
)
_HUB = (
    "SELECT id, language FROM hub_subscription WHERE verified_at IS NOT NULL AND lease_until > :at"
    " AND (topic = :all OR topic IN (SELECT topic FROM release_topic WHERE release_id = :id))"
)
_WEBHOOKS = (
    "SELECT id, topics, languages FROM webhook WHERE disabled_at IS NULL AND removed_at IS NULL"
)
_ADD = (
    "INSERT INTO notice (key, channel, kind, receiver, event_id, language, is_machine, due_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET ended_at = NULL,"
    " outcome = NULL, note = '', body = '', tries = 0, leased_until = 0,"
    " language = excluded.language, is_machine = excluded.is_machine, due_at = excluded.due_at"
    " WHERE outcome = 'skipped'"
)


@dataclass(frozen=True, slots=True)
class _Owed:
    """One message that is owed."""

    channel: Channel
    kind: Occasion
    who: int
    language: str = ""
    is_machine: bool = False


def owe(db: Database, event: Event, words: PublicWords) -> None:
    """Write what is owed for an event.

    Args:
        db: in the transaction of the event.
        event: what happened.
        words: that the release has now.
    """
    at = to_ms(event.at)
    if event.kind is Occasion.WITHDRAWN:
        db.execute(_CANCEL, {"at": at, "id": event.release_id, "event": event.id})
    hub = list(_hub(db, event))
    for one in hub:
        db.execute(_SUPERSEDE, {"at": at, "who": one.who})
    mail = (
        _Owed(one.channel, one.kind, one.who, one.language, one.language in words.machine)
        for one in by_mail(db, event, words)
    )
    rows = [*mail, *_webhooks(db, event, words), *hub]
    due = {Channel.DIGEST: _minute(db, event)}
    db.conn.executemany(_ADD, [_row(event, one, at, due.get(one.channel, at)) for one in rows])


def _row(event: Event, one: _Owed, at: int, due: int) -> tuple[object, ...]:
    key, rough = _key(event, one, at), one.is_machine
    return key, one.channel, one.kind, one.who, event.id, one.language, rough, due


def _minute(db: Database, event: Event) -> int:
    """When it happened, though it was noted late: its digest may be due already."""
    at = to_ms(event.at)
    if event.kind is not Occasion.OUT:
        return at
    query = "SELECT COALESCE(publish_at, ?) FROM release WHERE id = ?"
    return min(at, int(db.execute(query, (at, event.release_id)).fetchone()[0]))


def _key(event: Event, one: _Owed, at: int) -> str:
    """One mail a person, whatever its language; one message a language for programs.

    To a hub each is another message: it has the feed's newest bytes.
    """
    key = f"{one.channel}:{event.id}:{one.who}"
    ends = {Channel.WEBHOOK: f":{one.language}", Channel.HUB: f":{at}"}
    return key + ends.get(one.channel, "")


def count_programs(db: Database, release_id: int, at: int) -> tuple[int, int]:
    """How many feeds' subscriptions and webhooks will be told of a release.

    Args:
        db: in a read transaction.
        release_id: of the release.
        at: when, milliseconds.
    """
    hub = db.execute(_HUB, {"at": at, "all": ALL, "id": release_id}).fetchall()
    return len(hub), len(list(_wanting(db, release_id)))


def _hub(db: Database, event: Event) -> Iterator[_Owed]:
    values = {"at": to_ms(event.at), "all": ALL, "id": event.release_id}
    for who, code in db.execute(_HUB, values).fetchall():
        yield _Owed(Channel.HUB, event.kind, who, code)


def _webhooks(db: Database, event: Event, words: PublicWords) -> Iterator[_Owed]:
    """Which webhooks are told, and in which of the languages they want."""
    codes = [event.language] if event.language else sorted(words.codes)
    for who, wanted in _wanting(db, event.release_id):
        for code in codes:
            if not wanted or code in wanted:
                yield _Owed(Channel.WEBHOOK, event.kind, who, code)


def _wanting(db: Database, release_id: int) -> Iterator[tuple[int, list[str]]]:
    query = "SELECT topic FROM release_topic WHERE release_id = ?"
    about = {slug for (slug,) in db.execute(query, (release_id,)).fetchall()}
    for row in db.execute(_WEBHOOKS).fetchall():
        topics = row["topics"].split()
        if not topics or ALL in topics or about.intersection(topics):
            yield row["id"], row["languages"].split()
