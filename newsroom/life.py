"""Moving a release through its life: each act one transaction, journalled, its version kept."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import monotonic

from newsroom.due import announcement
from newsroom.shown import check_version
from press.embargo import Embargo, embargo_from
from press.errors import NotAllowedNow
from press.outcome import may_move, quoted
from press.release import NotYet, Policy, Release, State
from press.site import Site
from press.words import say
from storage import Database, Storage, changes, journal, releases, tasks, versions
from storage.journal import Line

WAITING = (State.DRAFT, State.SCHEDULED, State.HELD)
ANY = (*WAITING, State.OUT, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Together:
    """Whether a release waits for its languages.

    Args:
        policy: `ready` or `together`.
        required: codes of the languages that `together` waits for; none for all.
    """

    policy: Policy
    required: tuple[str, ...] = ()


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


class Life:
    """The officers' acts on a release.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages, zone and names.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self.storage = storage
        self.site = site

    def schedule(
        self,
        release_id: int,
        embargo: Embargo,
        by: Act | str,
        now: datetime,
        together: Together | None = None,
    ) -> Release:
        """Set or move the embargo of a release that is not out, and end a hold.

        All that could refuse it refuses it now; at its minute nothing can. What was withdrawn
        before it was ever out is scheduled as what it was.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is out, or was when it was withdrawn; the time has passed, or is
                earlier than its text allows; or another version came since.
        """
        act = act_of(by)
        check_ahead(release_id, embargo, now)
        allowed = (*WAITING, State.WITHDRAWN)
        with self._change(release_id, allowed, "scheduled", now, act.shown) as (db, before, moment):
            self._check_never_out(db, before)
            if together:
                releases.set_policy(db, release_id, together.policy, self._required(together), now)
            self._move(db, before, embargo, act, moment)
            verb = "rescheduled" if before.embargo else "scheduled"
            after = releases.get(db, release_id)
            waits = f", together: {' '.join(after.required)}" if after.required else ""
            return kept(db, Line(now, act.who, verb, release_id, f"{embargo}{waits}"))

    def publish(self, release_id: int, by: Act | str, now: datetime, note: str = "") -> Release:
        """Let a release out at once; one that was out and was withdrawn, as what it was.

        Args:
            release_id: its number.
            by: the officer.
            now: UTC.
            note: what the public is told of one that is published again.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is out; a language it waits for is missing; its text says that it
                must not come out yet and nobody lifts that; or another version came since.
        """
        act, allowed = act_of(by), (*WAITING, State.WITHDRAWN)
        with self._change(release_id, allowed, "published", now, act.shown) as (db, release, _):
            if release.withdrawn_at and changes.was_out(db, release_id):
                self._lift(db, release, act, now, now)
                said = note or say(release.source, "returned")
                changes.return_to_public(db, release_id, said, now)
                return kept(db, Line(now, act.who, "published again", release_id, said))
            if release.missing:
                wanted = ", ".join(release.missing)
                raise NotAllowedNow(f"release {release_id} waits for {wanted}; see --policy ready")
            embargo = embargo_from(now, self.site.zone)
            if release.withdrawn_at:
                changes.take_up_again(db, release_id)
            self._move(db, release, embargo, act, now)
            return kept(db, Line(now, act.who, "published", release_id, str(embargo)))

    def hold(self, release_id: int, by: Act | str, now: datetime, why: str = "") -> Release:
        """Stop a scheduled release; only scheduling or publishing it lets it go on.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is not scheduled, or another version came since.
        """
        act = act_of(by)
        with self._change(release_id, (State.SCHEDULED,), "held", now, act.shown) as (db, _, _):
            releases.hold(db, release_id, now)
            changes.set_why(db, release_id, why)
            return kept(db, Line(now, act.who, "held", release_id, why))

    def withdraw(self, release_id: int, reason: str, by: Act | str, now: datetime) -> Release:
        """Take a release back, in all languages in one act.

        Args:
            release_id: its number.
            reason: why; the public is told if it was out.
            by: the officer.
            now: UTC.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is withdrawn already, no reason is given, or another version came.
        """
        act = act_of(by)
        if not reason.strip():
            raise NotAllowedNow("a release is withdrawn with a reason, for the public to read")
        allowed = (*WAITING, State.OUT)
        with self._change(release_id, allowed, "withdrawn", now, act.shown) as (db, _, moment):
            releases.withdraw(db, release_id, reason.strip(), moment)
            return kept(db, Line(now, act.who, "withdrawn", release_id, reason.strip()))

    def _move(
        self, db: Database, release: Release, embargo: Embargo, act: Act, now: datetime
    ) -> None:
        """Give a release its minute, which nothing else does once it is filed.

        Raises:
            NotAllowedNow: its text says “not yet” and nobody lifts that, or it was out in a copy
                that was restored.
        """
        if release.out_in_copy:
            raise NotAllowedNow(
                f"release {release.id} was out in the copy that was restored; newsroom reopen"
                f" {release.id} lets it out again as it was"
            )
        self._lift(db, release, act, max(embargo.instant, now), now)
        releases.move(db, release.id, embargo, now)
        tasks.renew(db, announcement(release.id, embargo, now))

    def _check_never_out(self, db: Database, release: Release) -> None:
        if not release.withdrawn_at:
            return
        if changes.was_out(db, release.id):
            raise NotAllowedNow(
                f"release {release.id} was out and was withdrawn; newsroom publish {release.id}"
                " publishes it again at once, under its old address"
            )
        changes.take_up_again(db, release.id)

    def _lift(self, db: Database, release: Release, act: Act, at: datetime, now: datetime) -> None:
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
        journal.add(db, Line(now, act.who, "lifted the embargo", release.id, said))

    @contextmanager
    def _change(
        self, release_id: int, allowed: Sequence[State], done: str, now: datetime, shown: int = 0
    ) -> Iterator[tuple[Database, Release, datetime]]:
        """One transaction on a release that is in one of these states.

        The state is asked for the moment the lock was had: while another wrote, its minute may
        have come.
        """
        began = monotonic()
        with self.storage.write() as db:
            moment = now + timedelta(seconds=monotonic() - began)
            release = releases.get(db, release_id)
            if shown:
                check_version(db, release, shown, release.source)
            state = release.state(moment)
            if state not in allowed:
                raise NotAllowedNow(f"release {release_id} is {state}; it cannot be {done}")
            yield db, release, moment

    def _required(self, together: Together) -> tuple[str, ...]:
        """The languages waited for, checked; all of them where none is named."""
        if together.policy is Policy.READY:
            return ()
        languages = self.site.languages
        named = tuple(languages.named(name).code for name in together.required)
        return named or tuple(languages.codes)


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


def kept(db: Database, line: Line, language: str = "") -> Release:
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
