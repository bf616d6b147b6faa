"""Moving a release through its life: each act one transaction, journalled, its version kept."""

from dataclasses import dataclass
from datetime import datetime

from newsroom.releases.acts import WAITING, Act, act_of, change, check_ahead, lift, move, record
from newsroom.translation.asides import follow
from press.embargo import Embargo, embargo_from
from press.errors import NotAllowedNow
from press.public.site import Site
from press.releases.release import Policy, Release, State
from press.words import say
from storage import Database, Storage
from storage.filed import changes, releases
from storage.journal import JournalLine


@dataclass(frozen=True, slots=True)
class Together:
    """Whether a release waits for its languages.

    Args:
        policy: `ready` or `together`.
        required: codes of the languages that `together` waits for; none for all.
    """

    policy: Policy
    required: tuple[str, ...] = ()


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
        with change(self.storage, release_id, allowed, "scheduled", now, act.shown) as (
            db,
            before,
            moment,
        ):
            _check_never_out(db, before)
            if before.withdrawn_at:
                follow(db, self.site.languages, release_id, now)
            if together:
                releases.set_policy(db, release_id, together.policy, self._required(together), now)
            move(db, before, embargo, act, moment)
            verb = "rescheduled" if before.embargo else "scheduled"
            after = releases.get(db, release_id)
            waits = f", together: {' '.join(after.required)}" if after.required else ""
            return record(db, JournalLine(now, act.who, verb, release_id, f"{embargo}{waits}"))

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
        with change(self.storage, release_id, allowed, "published", now, act.shown) as (
            db,
            release,
            _,
        ):
            if release.withdrawn_at and changes.was_out(db, release_id):
                lift(db, release, act, now, now)
                said = note or say(release.source, "returned")
                changes.return_to_public(db, release_id, said, now)
                follow(db, self.site.languages, release_id, now)
                return record(db, JournalLine(now, act.who, "published again", release_id, said))
            if release.missing:
                wanted = ", ".join(release.missing)
                raise NotAllowedNow(f"release {release_id} waits for {wanted}; see --policy ready")
            embargo = embargo_from(now, self.site.zone)
            if release.withdrawn_at:
                changes.take_up_again(db, release_id)
                follow(db, self.site.languages, release_id, now)
            move(db, release, embargo, act, now)
            return record(db, JournalLine(now, act.who, "published", release_id, str(embargo)))

    def hold(self, release_id: int, by: Act | str, now: datetime, why: str = "") -> Release:
        """Stop a scheduled release; only scheduling or publishing it lets it go on.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is not scheduled, or another version came since.
        """
        act = act_of(by)
        with change(self.storage, release_id, (State.SCHEDULED,), "held", now, act.shown) as (
            db,
            _,
            _,
        ):
            releases.hold(db, release_id, now)
            changes.set_why(db, release_id, why)
            return record(db, JournalLine(now, act.who, "held", release_id, why))

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
        with change(self.storage, release_id, allowed, "withdrawn", now, act.shown) as (
            db,
            _,
            moment,
        ):
            releases.withdraw(db, release_id, reason.strip(), moment)
            follow(db, self.site.languages, release_id, moment)
            return record(db, JournalLine(now, act.who, "withdrawn", release_id, reason.strip()))

    def _required(self, together: Together) -> tuple[str, ...]:
        """The languages waited for, checked; all of them where none is named."""
        if together.policy is Policy.READY:
            return ()
        languages = self.site.languages
        named = tuple(languages.named(name).code for name in together.required)
        return named or tuple(languages.codes)


def _check_never_out(db: Database, release: Release) -> None:
    if not release.withdrawn_at:
        return
    if changes.was_out(db, release.id):
        raise NotAllowedNow(
            f"release {release.id} was out and was withdrawn; newsroom publish {release.id}"
            " publishes it again at once, under its old address"
        )
    changes.take_up_again(db, release.id)
