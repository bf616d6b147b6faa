"""Who was told, who will be, and stopping that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from delivery.mail.post import without_addresses
from press.errors import NotAllowedNow
from press.releases.release import Release
from press.telling.notices import NEWS, Channel
from storage import Database, Storage, journal
from storage.filed import changes, releases
from storage.instants import to_ms
from storage.journal import JournalLine
from storage.telling import bounces, counts, notices
from storage.telling.counts import DeliveryCount, FailedDelivery
from storage.telling.events import public_words
from storage.telling.mailed import count_again, count_mail
from storage.telling.owed import count_programs

_WAYS = {
    Channel.MAIL: "by mail",
    Channel.DIGEST: "in digests",
    Channel.HUB: "to feeds' subscribers",
    Channel.WEBHOOK: "to webhooks",
}


@dataclass(frozen=True, slots=True)
class Audience:
    """How many an act tells.

    Args:
        mail: people, each by a mail of its own.
        digests: people, in their next digest.
        hub: subscriptions to feeds.
        webhooks: programs.
    """

    mail: int
    digests: int
    hub: int
    webhooks: int

    def __str__(self) -> str:
        programs = f"{self.webhooks} webhook{'' if self.webhooks == 1 else 's'}"
        digests = f"{self.digests:,} in digests, " if self.digests else ""
        return f"will be told: {self.mail:,} by mail, {digests}{self.hub:,} by hub, {programs}"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far telling has come.

    Args:
        told: how many messages went.
        left: how many have not.
    """

    told: int
    left: int

    def __str__(self) -> str:
        return f"{self.told:,} of {self.told + self.left:,} told"


@dataclass(frozen=True, slots=True)
class ToldAgain:
    """What is told again of what failed.

    Args:
        due: how many messages are due again.
        held: how many stay as they are, since their receivers get no mail for a while.
    """

    due: int
    held: int


def audience(storage: Storage, release: Release, now: datetime) -> Audience:
    """How many would be told, as things stand, that a release came out, came or was taken back.

    Args:
        storage: of the newsroom.
        release: as it is kept.
        now: UTC.
    """
    with storage.read() as db:
        hub, webhooks = count_programs(db, release.id, to_ms(now))
        return Audience(*_by_mail(db, release, now), hub, webhooks)


def _by_mail(db: Database, release: Release, now: datetime) -> tuple[int, int]:
    """By a mail of its own, and in a digest."""
    is_known = changes.was_out(db, release.id) if release.withdrawn_at else release.is_known(now)
    if is_known:
        return count_again(db, release.id, now)
    return count_mail(db, release.id, public_words(db, release.id), now)


def told(storage: Storage, release_id: int) -> str:
    """Who has been told that a release is out, in one line; empty if nobody was to be."""
    with storage.read() as db:
        found = [one for one in counts.by_release(db, release_id) if one.kind in NEWS]
    return "; ".join(filter(None, (_said(channel, found) for channel in Channel)))


def _said(channel: Channel, found: Sequence[DeliveryCount]) -> str:
    ours = [one for one in found if one.channel is channel]
    sent, failed = sum(one.sent for one in ours), sum(one.failed for one in ours)
    every = sent + failed + sum(one.owed + one.stopped for one in ours)
    if not every:
        return ""
    of = f"{sent:,}" if sent == every else f"{sent:,} of {every:,}"
    return f"{of} {_WAYS[channel]}" + (f", {failed:,} failed" if failed else "")


def deliveries(storage: Storage, release_id: int = 0) -> list[DeliveryCount]:
    """How telling stands, of one release or of all.

    Raises:
        UnknownRelease: there is none of that number.
    """
    with storage.read() as db:
        _check(db, release_id)
        return counts.by_release(db, release_id)


def failures(storage: Storage, release_id: int = 0) -> list[FailedDelivery]:
    """What was given up and why; no address of a person, of a program the host alone.

    Raises:
        UnknownRelease: there is none of that number.
    """
    with storage.read() as db:
        _check(db, release_id)
        found = counts.failed(db, release_id)
    return [
        replace(
            one,
            address=urlsplit(one.address).hostname or "",
            reason=without_addresses(one.reason),
        )
        for one in found
    ]


def under_way(storage: Storage, release_id: int) -> Progress:
    """How far telling of a release has come.

    Raises:
        UnknownRelease: there is none of that number.
        NotAllowedNow: nothing of it waits to be told.
    """
    with storage.read() as db:
        return _progress(db, release_id)


def _progress(db: Database, release_id: int) -> Progress:
    _check(db, release_id)
    found = Progress(*counts.progress(db, release_id))
    if not found.left:
        raise NotAllowedNow(f"nothing about release {release_id} waits to be told")
    return found


def stop(storage: Storage, release_id: int, who: str, now: datetime) -> Progress:
    """End the telling of a release; what a mail server has taken by then went.

    Args:
        storage: of the newsroom.
        release_id: its number.
        who: the officer.
        now: UTC.

    Returns:
        how many were told, and how many will not be.

    Raises:
        UnknownRelease: there is none of that number.
        NotAllowedNow: nothing of it waits to be told.
    """
    with storage.write() as db:
        found = _progress(db, release_id)
        notices.stop(db, release_id, now)
        note = f"{found}; {found.left:,} will not be"
        journal.add(db, JournalLine(now, who, "stopped telling", release_id, note))
    return found


def tell_again(storage: Storage, release_id: int, now: datetime) -> ToldAgain:
    """Have what failed of a release tried again, each message under the name it had.

    Raises:
        UnknownRelease: there is none of that number.
    """
    with storage.write() as db:
        _check(db, release_id)
        # What stood in a digest goes with it.
        found = [one for one in counts.failed(db, release_id) if one.channel is not Channel.DIGEST]
        people = [one.receiver for one in found if one.channel is Channel.MAIL]
        held = bounces.suppressions(db, people, now)
        can_go = [
            one for one in found if one.channel is not Channel.MAIL or one.receiver not in held
        ]
        due = notices.replay(db, [one.notice for one in can_go], now)
    return ToldAgain(due, len(found) - len(can_go))


def _check(db: Database, release_id: int) -> None:
    if release_id:
        releases.get(db, release_id)
