"""What was told and what is owed, in numbers; of people only their own numbers are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from press.telling.notices import Channel, Fate, Occasion
from storage.instants import from_ms, to_ms
from storage.rows import Row
from storage.telling.notices import OPEN

_OF_ONE = "WHERE notice.event_id IN (SELECT id FROM event WHERE release_id = :release)"
_COUNTS = (
    "SELECT event.release_id, notice.kind, channel,"
    f" SUM({OPEN}) AS owed, SUM(outcome IS 'sent') AS sent,"
    " SUM(COALESCE(outcome, '') IN ('skipped', 'superseded')) AS skipped,"
    " SUM(outcome IS 'failed') AS failed, SUM(outcome IS 'stopped') AS stopped,"
    f" MIN(CASE WHEN {OPEN} THEN due_at END) AS oldest"
    " FROM notice LEFT JOIN event ON event.id = notice.event_id"
    " {where} GROUP BY event.release_id, notice.kind, channel"
    " ORDER BY event.release_id IS NULL, event.release_id DESC, MIN(notice.id), channel"
)
_FAILED = (
    "SELECT notice.*, event.release_id, COALESCE(CASE channel"
    " WHEN 'hub' THEN (SELECT callback FROM hub_subscription WHERE id = receiver)"
    " WHEN 'webhook' THEN (SELECT address FROM webhook WHERE id = receiver) END, '') AS address"
    " FROM notice LEFT JOIN event ON event.id = notice.event_id"
    " {where} ORDER BY ended_at DESC, notice.id"
)
# What is under way now of a release, and how much of the same went already.
_PROGRESS = (
    f"SELECT COALESCE(SUM(outcome IS 'sent'), 0), COALESCE(SUM({OPEN}), 0) FROM notice"
    " WHERE event_id IN (SELECT event_id FROM notice JOIN event ON event.id = event_id"
    f" WHERE release_id = ? AND {OPEN})"
)
_BY_STATE = "SELECT channel, outcome, COUNT(*) FROM notice GROUP BY channel, outcome"
# Anybody may have callbacks asked, and nobody who follows waits for that.
_OLDEST = (
    f"SELECT MIN(due_at) FROM notice WHERE {OPEN} AND channel = ? AND due_at <= ?"
    f" AND kind <> '{Occasion.VERIFY}'"
)


@dataclass(frozen=True, slots=True)
class DeliveryCount:
    """How telling stands: of one release, because of one thing, by one way.

    Args:
        release_id: of the release; None of what is about none, such as digests.
        kind: what is told.
        channel: how.
        owed: how many messages have not gone.
        sent: how many went.
        skipped: how many had nothing to say any more.
        failed: how many were given up.
        stopped: how many an officer stopped.
        oldest: since when the oldest of those that have not gone is due, UTC.
    """

    release_id: int | None
    kind: Occasion
    channel: Channel
    owed: int
    sent: int
    skipped: int
    failed: int
    stopped: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class FailedDelivery:
    """A message that was given up.

    Args:
        notice: its row.
        release_id: of the release it is about, if it is about one.
        kind: what it tells.
        channel: how.
        receiver: number of the subscriber, the hub's subscription or the webhook.
        address: of a program; of people none.
        tries: how often it was begun.
        at: when it was given up, UTC.
        reason: why; of a place in a digest the digest says it.
    """

    notice: int
    release_id: int | None
    kind: Occasion
    channel: Channel
    receiver: int
    address: str
    tries: int
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class TellingFigures:
    """The outbox at one instant.

    Args:
        states: how many messages of a channel are owed, or ended how.
        oldest: since when the oldest that is due and has not gone is due, by channel, UTC.
        failed: how many were given up within a day.
        followers: how many follow by mail.
    """

    states: Mapping[tuple[Channel, str], int]
    oldest: Mapping[Channel, datetime]
    failed: int
    followers: int


def by_release(db: Database, release_id: int = 0) -> list[DeliveryCount]:
    """How telling stands; the newest release first.

    Args:
        db: in a read transaction.
        release_id: only of this one; 0 for all.
    """
    query = _COUNTS.replace("{where}", _OF_ONE if release_id else "")
    return [_count(row) for row in db.execute(query, {"release": release_id}).fetchall()]


def failed(db: Database, release_id: int = 0) -> list[FailedDelivery]:
    """What was given up, the latest first; of one release, or of all."""
    where = f"{_OF_ONE} AND" if release_id else "WHERE"
    query = _FAILED.replace("{where}", f"{where} outcome = '{Fate.FAILED}'")
    return [_failed(row) for row in db.execute(query, {"release": release_id}).fetchall()]


def progress(db: Database, release_id: int) -> tuple[int, int]:
    """Of what is being told of a release now: how many messages went, and how many have not."""
    sent, owed = db.execute(_PROGRESS, (release_id,)).fetchone()
    return int(sent), int(owed)


def figures(db: Database, now: datetime) -> TellingFigures:
    """Count the outbox.

    Args:
        db: in a read transaction.
        now: UTC.
    """
    states = {(Channel(c), state or "owed"): n for c, state, n in db.execute(_BY_STATE).fetchall()}
    # A place in a digest is late when its digest is, which is a mail.
    ways = [one for one in Channel if one is not Channel.DIGEST]
    oldest = {one: db.execute(_OLDEST, (one, to_ms(now))).fetchone()[0] for one in ways}
    day = to_ms(now - timedelta(days=1))
    lately = (
        f"SELECT COUNT(*) FROM notice WHERE outcome = '{Fate.FAILED}' AND ended_at > ?"
        f" AND channel <> '{Channel.DIGEST}'"
    )
    follow = "SELECT COUNT(*) FROM subscriber WHERE state = 'follows'"
    return TellingFigures(
        states,
        {channel: from_ms(at) for channel, at in oldest.items() if at is not None},
        int(db.execute(lately, (day,)).fetchone()[0]),
        int(db.execute(follow).fetchone()[0]),
    )


def _count(row: Row) -> DeliveryCount:
    oldest = row["oldest"]
    return DeliveryCount(
        row["release_id"],
        Occasion(row["kind"]),
        Channel(row["channel"]),
        owed=row["owed"],
        sent=row["sent"],
        skipped=row["skipped"],
        failed=row["failed"],
        stopped=row["stopped"],
        oldest=from_ms(oldest) if oldest is not None else None,
    )


def _failed(row: Row) -> FailedDelivery:
    return FailedDelivery(
        row["id"],
        row["release_id"],
        Occasion(row["kind"]),
        Channel(row["channel"]),
        row["receiver"],
        row["address"],
        row["tries"],
        from_ms(row["ended_at"]),
        row["note"],
    )
