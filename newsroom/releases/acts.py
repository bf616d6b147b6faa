"""What every act on a release has in common: one transaction, journalled, its version kept."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import monotonic

from newsroom.releases.shown import check_version
from newsroom.tasks.due import announcement
from press.embargo import Embargo
from press.errors import NotAllowedNow
from press.releases.outcome import may_move, quoted
from press.releases.release import NotYet, Release, State
from storage import Database, Storage, journal, tasks
from storage.filed import changes, releases, versions
from storage.journal import JournalLine

WAITING = (State.DRAFT, State.SCHEDULED, State.HELD)
ANY = (*WAITING, State.OUT, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Act:
    """Who acts on what they were shown.

    Args:
        who: the officer.
        shown: the version of the release that the officer saw; 0 where nobody asks.
        lift: whether what the text says against coming out is set aside.
    """

    who: str
    shown: int = 0
    lift: bool = False


@contextmanager
def change(
    storage: Storage,
    release_id: int,
    allowed: Sequence[State],
    done: str,
    now: datetime,
    shown: int = 0,
) -> Iterator[tuple[Database, Release, datetime]]:
    """One transaction on a release that is in one of these states.

    The state is asked for the moment the lock was had: while another wrote, its minute may
    have come.
    """
    began = monotonic()
    with storage.write() as db:
        moment = now + timedelta(seconds=monotonic() - began)
        release = releases.get(db, release_id)
        if shown:
            check_version(db, release, shown, release.source)
        state = release.state(moment)
        if state not in allowed:
            raise NotAllowedNow(f"release {release_id} is {state}; it cannot be {done}")
        yield db, release, moment


def move(db: Database, release: Release, embargo: Embargo, act: Act, now: datetime) -> None:
    """Give a release its minute, which nothing else does once it is filed.

    Args:
        db: in a write transaction.
        release: as it is kept.
        embargo: the minute.
        act: whose.
        now: UTC.

    Raises:
        NotAllowedNow: its text says “not yet” and nobody lifts that, or it was out in a copy
            that was restored.
    """
    if release.out_in_copy:
        raise NotAllowedNow(
            f"release {release.id} was out in the copy that was restored; newsroom reopen"
            f" {release.id} lets it out again as it was"
        )
    lift(db, release, act, max(embargo.instant, now), now)
    releases.move(db, release.id, embargo, now)
    tasks.renew(db, announcement(release.id, embargo, now))


def lift(db: Database, release: Release, act: Act, at: datetime, now: datetime) -> None:
    """Let a release out at an instant only if its text allows it, or an officer lifts that."""
    if may_move(release.not_yet, at, now):
        return
    if not act.lift:
        raise NotAllowedNow(
            f"the text of release {release.id} says {quoted(release.not_yet)}; whoever lets it "
            "out all the same says --lift-embargo"
        )
    changes.set_not_yet(db, release.id, ())
    said = quoted(release.not_yet)
    journal.add(db, JournalLine(now, act.who, "lifted the embargo", release.id, said))


def check_ahead(release_id: int, embargo: Embargo, now: datetime) -> None:
    """Refuse a minute that has passed.

    Raises:
        NotAllowedNow: it has.
    """
    if embargo.has_passed(now):
        raise NotAllowedNow(f"{embargo} has passed; newsroom publish {release_id} publishes now")


def hold_back(
    db: Database, release: Release, said: Sequence[NotYet], why: str, now: datetime
) -> None:
    """Stop a release that is not out because its words say “not yet”.

    Args:
        db: in a write transaction.
        release: as it is kept.
        said: what says so now, all of it.
        why: what officers are told.
        now: UTC.

    Raises:
        NotAllowedNow: it is out.
    """
    if release.is_known(now):
        raise NotAllowedNow(f"release {release.id} is out, and these words say {quoted(said)}")
    changes.set_not_yet(db, release.id, said)
    if release.embargo and not release.held:
        releases.hold(db, release.id, now)
    changes.set_why(db, release.id, why)


def act_of(by: Act | str) -> Act:
    """An officer's act, where only the name was given."""
    return by if isinstance(by, Act) else Act(by)


def record(db: Database, line: JournalLine, language: str = "") -> Release:
    """A release after an act, which is journalled and whose version is kept.

    Args:
        db: in the transaction of the act.
        line: who did what to which release.
        language: code of the one that changed; the one it was written in where none is named.
    """
    if line.release_id is None:
        raise ValueError(line.verb)
    journal.add(db, line)
    release = releases.get(db, line.release_id)
    number = versions.record(db, release, language or release.source, line)
    return release if language else replace(release, version=number)
