"""Who is owed what because of an event: the one rule, for every channel.

By mail each release is told once to each who follows one of its topics, and again to those alone
who had it when it is corrected or withdrawn. To a hub's subscription only the newest state is owed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from press.telling.notices import NEWS, Channel, Event, Occasion
from press.telling.wishes import Frequency, PublicWords, Wanted, Wishes, language_for
from press.topic import ALL
from storage.instants import to_ms

_OPEN = "ended_at IS NULL"
_FOLLOW = (
    "SELECT subscriber.id, texts, frequency, zone, confirmed_at,"
    " (SELECT group_concat(language, ' ') FROM (SELECT language FROM subscriber_language"
    " WHERE subscriber_id = subscriber.id"
    " ORDER BY position)) AS languages FROM subscriber WHERE state = 'follows'"
    f" AND frequency = '{Frequency.INSTANT}' AND EXISTS (SELECT 1 FROM subscription"
    " WHERE subscriber_id = subscriber.id AND (topic = :all OR topic IN (SELECT topic"
    " FROM release_topic WHERE release_id = :id))) ORDER BY subscriber.id"
)
_NEWS = "(" + ", ".join(f"'{kind}'" for kind in NEWS) + ")"
# What somebody was sent of a release, is being sent, or will be.
_TOLD = (
    "SELECT receiver, notice.language, is_machine,"
    " ended_at IS NOT NULL OR leased_until > :at AS had"
    " FROM notice JOIN event ON event.id = notice.event_id WHERE event.release_id = :id"
    f" AND channel = '{Channel.MAIL}' AND notice.kind IN {_NEWS}"
    f" AND (outcome = 'sent' OR {_OPEN}) ORDER BY notice.id"
)
_CANCEL = (
    "UPDATE notice SET ended_at = :at, outcome = 'skipped', note = 'withdrawn before it was told'"
    f" WHERE {_OPEN} AND leased_until <= :at AND channel <> '{Channel.HUB}'"
    " AND event_id IN (SELECT id FROM event WHERE release_id = :id AND id <> :event)"
)
_SUPERSEDE = (
    "UPDATE notice SET ended_at = ?, outcome = 'superseded' WHERE receiver = ? AND channel = 'hub'"
    f" AND kind <> '{Occasion.VERIFY}' AND {_OPEN} AND leased_until <= ?"
)
_HUB = (
    "SELECT id FROM hub_subscription WHERE verified_at IS NOT NULL AND lease_until > :at"
    " AND (topic = :all OR topic IN (SELECT topic FROM release_topic WHERE release_id = :id))"
)
_WEBHOOKS = (
    "SELECT id, topics, languages FROM webhook WHERE disabled_at IS NULL AND removed_at IS NULL"
)
_ADD = (
    "INSERT INTO notice (key, channel, kind, receiver, event_id, language, is_machine, due_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class _Follower:
    id: int
    wishes: Wishes
    since: int


@dataclass(frozen=True, slots=True)
class _Told:
    """What somebody has of a release: in which language, and whether a machine had a hand in it."""

    language: str
    is_machine: bool
    had: bool


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
    rows = [
        *(
            (Channel.MAIL, who, code, code in words.machine)
            for who, code in _mail(db, event, words)
        ),
        *((Channel.WEBHOOK, who, code, False) for who, code in _webhooks(db, event, words)),
    ]
    for who in _hub(db, event):
        db.execute(_SUPERSEDE, (at, who, at))
        rows.append((Channel.HUB, who, "", False))
    db.conn.executemany(
        _ADD,
        [
            (_key(channel, event, who, code), channel, event.kind, who, event.id, code, rough, at)
            for channel, who, code, rough in rows
        ],
    )


def _key(channel: Channel, event: Event, who: int, code: str) -> str:
    """One mail a person, whatever its language; one message a language for programs."""
    key = f"{channel}:{event.id}:{who}"
    return f"{key}:{code}" if channel is Channel.WEBHOOK else key


def count_mail(db: Database, release_id: int, words: PublicWords) -> int:
    """How many will be told of a release by mail at its minute, as things stand."""
    return sum(language_for(one.wishes, words) is not None for one in _followers(db, release_id))


def count_programs(db: Database, release_id: int, at: int) -> tuple[int, int]:
    """How many feeds' subscriptions and webhooks will be told of a release.

    Args:
        db: in a read transaction.
        release_id: of the release.
        at: when, milliseconds.
    """
    hub = db.execute(_HUB, {"at": at, "all": ALL, "id": release_id}).fetchall()
    return len(hub), len(list(_wanting(db, release_id)))


def _mail(db: Database, event: Event, words: PublicWords) -> Iterator[tuple[int, str]]:
    """Who is told by mail, and in which language."""
    told = _told(db, event)
    if event.kind in (Occasion.CORRECTED, Occasion.WITHDRAWN):
        yield from _again(told, words)
        return
    since = to_ms(event.at) if event.kind is Occasion.OUT else _out_at(db, event.release_id)
    for one in _followers(db, event.release_id):
        if one.since > since:
            continue  # who came later is told of what comes later
        had = told.get(one.id, ())
        code = language_for(one.wishes, words) if not had else _reread(one.wishes, had, event)
        if code:
            yield one.id, code


def _again(told: Mapping[int, Sequence[_Told]], words: PublicWords) -> Iterator[tuple[int, str]]:
    """Those who had it are told what became of it, in the language they had it in."""
    for who, had in told.items():
        if any(one.had for one in had):
            last = had[-1].language
            yield who, last if last in words.codes else words.original


def _reread(wishes: Wishes, had: Sequence[_Told], event: Event) -> str | None:
    """The dearest language, once a person has read it, for those who asked for that."""
    if event.kind is not Occasion.REVIEWED or wishes.texts is not Wanted.AGAIN:
        return None
    code = event.language
    is_new = code == wishes.languages[0] and (code, False) not in {
        (one.language, one.is_machine) for one in had
    }
    return code if is_new else None


def _followers(db: Database, release_id: int) -> Iterator[_Follower]:
    for row in db.execute(_FOLLOW, {"id": release_id, "all": ALL}):
        languages = tuple((row["languages"] or "").split())
        wishes = Wishes(
            (), languages, Frequency(row["frequency"]), Wanted(row["texts"]), row["zone"]
        )
        yield _Follower(row["id"], wishes, row["confirmed_at"] or 0)


def _told(db: Database, event: Event) -> dict[int, list[_Told]]:
    found: dict[int, list[_Told]] = {}
    for row in db.execute(_TOLD, {"id": event.release_id, "at": to_ms(event.at)}):
        one = _Told(row["language"], bool(row["is_machine"]), bool(row["had"]))
        found.setdefault(row["receiver"], []).append(one)
    return found


def _out_at(db: Database, release_id: int) -> int:
    row = db.execute(
        "SELECT at FROM event WHERE key = ?", (f"{Occasion.OUT}:{release_id}",)
    ).fetchone()
    return int(row[0]) if row else 0


def _hub(db: Database, event: Event) -> list[int]:
    values = {"at": to_ms(event.at), "all": ALL, "id": event.release_id}
    return [row[0] for row in db.execute(_HUB, values).fetchall()]


def _webhooks(db: Database, event: Event, words: PublicWords) -> Iterator[tuple[int, str]]:
    """Which webhooks are told, and in which of the languages they want."""
    codes = [event.language] if event.language else sorted(words.codes)
    for who, wanted in _wanting(db, event.release_id):
        yield from ((who, code) for code in codes if not wanted or code in wanted)


def _wanting(db: Database, release_id: int) -> Iterator[tuple[int, list[str]]]:
    query = "SELECT topic FROM release_topic WHERE release_id = ?"
    about = {slug for (slug,) in db.execute(query, (release_id,)).fetchall()}
    for row in db.execute(_WEBHOOKS).fetchall():
        topics: Iterable[str] = row["topics"].split()
        if not topics or about.intersection(topics):
            yield row["id"], row["languages"].split()
