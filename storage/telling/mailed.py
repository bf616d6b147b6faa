"""Who is told of an event by mail, in which language, and whether at once or in their next digest.

Each release is told once to each who follows one of its topics, and again to those alone who had it
when it is corrected or withdrawn. What could not be told when it was to go is owed again when
something else happens; what an officer stopped, and what failed, is not.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from press.telling.notices import NEWS, Channel, Event, Occasion
from press.telling.wishes import Frequency, PublicWords, Wanted, Wishes, language_for
from press.topic import ALL
from storage.instants import to_ms
from storage.rows import Row
from storage.telling import bounces
from storage.telling.notices import OPEN, RESTORED, UNDER_WAY

# Who followed a topic when the release came out, or does now.
_FOLLOW = (
    "SELECT subscriber.id, texts, frequency, zone,"
    " (SELECT group_concat(language, ' ') FROM (SELECT language FROM subscriber_language"
    " WHERE subscriber_id = subscriber.id"
    " ORDER BY position)) AS languages FROM subscriber WHERE state = 'follows'"
    " AND EXISTS (SELECT 1 FROM subscription"
    " WHERE subscriber_id = subscriber.id AND (:since IS NULL OR since <= :since)"
    " AND (topic = :all OR topic IN (SELECT topic"
    " FROM release_topic WHERE release_id = :id))) ORDER BY subscriber.id"
)
_NEWS = "(" + ", ".join(f"'{kind}'" for kind in NEWS) + ")"
_BY_MAIL = f"('{Channel.MAIL}', '{Channel.DIGEST}')"
# What somebody was sent of a release or will be, and what they were not sent for good. Whether they
# had it, or have it within the moment; of what a copy held as owed nobody knows better.
_TOLD = (
    "SELECT notice.id, receiver, notice.language, is_machine,"
    f" outcome = 'sent' OR (outcome = 'stopped' AND note = '{RESTORED}') OR {UNDER_WAY} AS had,"
    f" {OPEN} AND NOT {UNDER_WAY} AS is_owed,"
    " (SELECT frequency FROM subscriber WHERE subscriber.id = receiver AND state = 'follows')"
    " AS frequency FROM notice JOIN event ON event.id = notice.event_id"
    f" WHERE event.release_id = :id AND channel IN {_BY_MAIL} AND notice.kind IN {_NEWS}"
    " AND (outcome IS NULL OR outcome <> 'skipped') ORDER BY notice.id"
)
_CHANGE = "UPDATE notice SET language = ?, is_machine = ? WHERE id = ?"


@dataclass(frozen=True, slots=True)
class OwedByMail:
    """What somebody is owed by mail because of an event.

    Args:
        channel: a mail of its own, or a place in their next digest.
        kind: what they are told of.
        who: number of the subscriber.
        language: code.
    """

    channel: Channel
    kind: Occasion
    who: int
    language: str


@dataclass(frozen=True, slots=True)
class _Follower:
    id: int
    wishes: Wishes


@dataclass(frozen=True, slots=True)
class _Told:
    """What somebody was to be told of a release: where it has neither gone nor will, it never does.

    Args:
        id: its row.
        language: code of the one it is in.
        is_machine: whether a machine had a hand in the words.
        had: whether they had it.
        is_owed: whether it has not gone yet.
        frequency: when they are told, if they still follow.
    """

    id: int
    language: str
    is_machine: bool
    had: bool
    is_owed: bool
    frequency: Frequency | None


def by_mail(db: Database, event: Event, words: PublicWords) -> Iterator[OwedByMail]:
    """Who is told because of an event.

    Args:
        db: in the transaction of the event.
        event: what happened.
        words: that the release has now.
    """
    told = _told(db, event.release_id, to_ms(event.at))
    if event.kind in (Occasion.CORRECTED, Occasion.WITHDRAWN):
        yield from _again(told, event, words)
    if event.kind is Occasion.WITHDRAWN:
        return
    kind = event.kind if event.kind in NEWS else Occasion.OUT
    for one in _followers(db, event.release_id, _out_at(db, event.release_id)):
        had = told.get(one.id)
        code = _reread(one.wishes, had, event) if had else None
        if not had:
            code = language_for(one.wishes, words)
        if code:
            yield OwedByMail(_channel(one.wishes.frequency), kind, one.id, code)


def count_mail(db: Database, release_id: int, words: PublicWords, now: datetime) -> tuple[int, int]:
    """How many will be told of a release at its minute, as things stand: at once, in digests.

    Args:
        db: in a read transaction.
        release_id: of the release.
        words: that it has now.
        now: UTC; who gets no mail then is left out.
    """
    every = {one.id: one.wishes for one in _followers(db, release_id, None)}
    wish = {who: one.frequency for who, one in every.items() if language_for(one, words)}
    return _tally(db, wish, now)


def count_again(db: Database, release_id: int, now: datetime) -> tuple[int, int]:
    """How many had a release by mail, and are told of what becomes of it: at once, in digests.

    Args:
        db: in a read transaction.
        release_id: of the release.
        now: UTC; who gets no mail then is left out.
    """
    told = _told(db, release_id, to_ms(now)).items()
    had = {who: all_of[-1].frequency for who, all_of in told if any(one.had for one in all_of)}
    return _tally(db, {who: frequency for who, frequency in had.items() if frequency}, now)


def _tally(db: Database, wish: Mapping[int, Frequency], now: datetime) -> tuple[int, int]:
    get_none = bounces.suppressions(db, wish, now)
    counted = Counter(one is Frequency.INSTANT for who, one in wish.items() if who not in get_none)
    return counted[True], counted[False]


def _again(
    told: Mapping[int, Sequence[_Told]], event: Event, words: PublicWords
) -> Iterator[OwedByMail]:
    """Those who had it are told what became of it, in the language they had it in."""
    for who, all_of in told.items():
        frequency = all_of[-1].frequency
        had = [one.language for one in all_of if one.had]
        if had and frequency:
            code = had[-1] if had[-1] in words.codes else words.original
            yield OwedByMail(_channel(frequency), event.kind, who, code)


def _channel(frequency: Frequency) -> Channel:
    return Channel.MAIL if frequency is Frequency.INSTANT else Channel.DIGEST


def _reread(wishes: Wishes, told: Sequence[_Told], event: Event) -> str | None:
    """The dearest language, once a person has read it, for those who asked for that."""
    is_theirs = wishes.texts is Wanted.AGAIN and event.language == wishes.languages[0]
    there = [(one.language, one.is_machine) for one in told if one.had or one.is_owed]
    is_new = there and (event.language, False) not in there
    return event.language if event.kind is Occasion.REVIEWED and is_theirs and is_new else None


def choose_again(db: Database, release_id: int, words: PublicWords, at: int) -> None:
    """Have what has not gone yet go in the dearest of the languages there are now.

    Args:
        db: in the transaction that brought words or took them away.
        release_id: of the release.
        words: that it has now.
        at: when, milliseconds.
    """
    told = _told(db, release_id, at)
    for one in _followers(db, release_id, None):
        waiting = told.get(one.id, ())
        code = language_for(one.wishes, words)
        if code and all(message.is_owed for message in waiting):
            rows = [(code, code in words.machine, message.id) for message in waiting]
            db.conn.executemany(_CHANGE, rows)


def _followers(db: Database, release_id: int, since: int | None) -> Iterator[_Follower]:
    """Who follows a release's topics: since then, or now."""
    for row in db.execute(_FOLLOW, {"id": release_id, "all": ALL, "since": since}).fetchall():
        languages = tuple((row["languages"] or "").split())
        wishes = Wishes(
            (), languages, Frequency(row["frequency"]), Wanted(row["texts"]), row["zone"]
        )
        yield _Follower(row["id"], wishes)


def _told(db: Database, release_id: int, at: int) -> dict[int, list[_Told]]:
    found: dict[int, list[_Told]] = {}
    for row in db.execute(_TOLD, {"id": release_id, "at": at}):
        found.setdefault(row["receiver"], []).append(_told_by(row))
    return found


def _told_by(row: Row) -> _Told:
    return _Told(
        row["id"],
        row["language"],
        bool(row["is_machine"]),
        bool(row["had"]),
        bool(row["is_owed"]),
        Frequency(row["frequency"]) if row["frequency"] else None,
    )


def _out_at(db: Database, release_id: int) -> int:
    """When it was noted that a release is out; of one from before it was filed nobody is told."""
    row = db.execute(
        "SELECT at FROM event WHERE key = ?", (f"{Occasion.OUT}:{release_id}",)
    ).fetchone()
    return int(row[0]) if row else -1
