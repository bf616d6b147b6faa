"""Moving a release through its life: each act one transaction, journalled."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from newsroom.due import announcement, translations
from press.embargo import Embargo, embargo_from
from press.errors import NotAllowedNow
from press.release import Filing, Policy, Release, State
from press.site import Site
from press.text import Text
from storage import Database, Storage, journal, releases, tasks
from storage.journal import Line

WAITING = (State.DRAFT, State.SCHEDULED, State.HELD)


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
        who: str,
        now: datetime,
        together: Together | None = None,
    ) -> Release:
        """Set or move the embargo of a release that is not out, and end a hold.

        All that could refuse it refuses it now; at its minute nothing can.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is out or withdrawn, or the time has passed.
        """
        if embargo.instant < now.replace(second=0, microsecond=0):
            raise NotAllowedNow(
                f"{embargo} has passed; newsroom publish {release_id} publishes now"
            )
        with self._change(release_id, WAITING, "scheduled", now) as (db, before, _):
            if together:
                releases.set_policy(db, release_id, together.policy, self._required(together), now)
            releases.move(db, release_id, embargo, now)
            tasks.renew(db, announcement(release_id, embargo, now))
            verb = "rescheduled" if before.embargo else "scheduled"
            after = releases.get(db, release_id)
            waits = f", together: {' '.join(after.required)}" if after.required else ""
            journal.add(db, Line(now, who, verb, release_id, f"{embargo}{waits}"))
            return after

    def publish(self, release_id: int, who: str, now: datetime) -> Release:
        """Let a release out at once.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is out or withdrawn, or a language it waits for is missing.
        """
        with self._change(release_id, WAITING, "published", now) as (db, release, _):
            if release.missing:
                wanted = ", ".join(release.missing)
                raise NotAllowedNow(f"release {release_id} waits for {wanted}; see --policy ready")
            embargo = embargo_from(now, self.site.zone)
            releases.move(db, release_id, embargo, now)
            tasks.renew(db, announcement(release_id, embargo, now))
            journal.add(db, Line(now, who, "published", release_id, str(embargo)))
            return releases.get(db, release_id)

    def hold(self, release_id: int, who: str, now: datetime, why: str = "") -> Release:
        """Stop a scheduled release; only scheduling or publishing it lets it go on.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is not scheduled.
        """
        with self._change(release_id, (State.SCHEDULED,), "held", now) as (db, _, _):
            releases.hold(db, release_id, now)
            journal.add(db, Line(now, who, "held", release_id, why))
            return releases.get(db, release_id)

    def withdraw(self, release_id: int, reason: str, who: str, now: datetime) -> Release:
        """Take a release back, in all languages in one act.

        Args:
            release_id: its number.
            reason: why; the public is told if it was out.
            who: the officer.
            now: UTC.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is withdrawn already, or no reason is given.
        """
        if not reason.strip():
            raise NotAllowedNow("a release is withdrawn with a reason, for the public to read")
        allowed = (*WAITING, State.OUT)
        with self._change(release_id, allowed, "withdrawn", now) as (db, _, moment):
            releases.withdraw(db, release_id, reason.strip(), moment)
            journal.add(db, Line(now, who, "withdrawn", release_id, reason.strip()))
            return releases.get(db, release_id)

    def revise(
        self, release_id: int, filing: Filing, who: str, now: datetime, note: str = ""
    ) -> Release:
        """Give a release new words in its own language; the others follow.

        Args:
            release_id: its number.
            filing: the new words; its time, topics and contacts are not taken.
            who: the officer.
            now: UTC.
            note: what changed, for the public: a major change. Without it the change is silent.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is withdrawn, or the words are the same or in another language.
        """
        allowed = (*WAITING, State.OUT)
        with self._change(release_id, allowed, "revised", now) as (db, release, _):
            language = filing.language and self.site.languages.named(filing.language).code
            if language not in (None, release.source):
                raise NotAllowedNow(f"that is in {language}; the release is in {release.source}")
            if release.original.blocks == filing.blocks:
                raise NotAllowedNow(f"release {release_id} says exactly that already")
            releases.save_text(db, release_id, Text(release.source, filing.blocks), now)
            if note and release.state(now) is State.OUT:
                releases.note(db, release_id, note, now)
            tasks.renew(db, translations(release_id, release.source, self.site.languages, now))
            kind = "revised (major)" if note else "revised"
            journal.add(db, Line(now, who, kind, release_id, note))
            return releases.get(db, release_id)

    @contextmanager
    def _change(
        self, release_id: int, allowed: Sequence[State], done: str, now: datetime
    ) -> Iterator[tuple[Database, Release, datetime]]:
        """One transaction on a release that is in one of these states.

        The state is asked for the moment the lock was had: while another wrote, its minute may
        have come.
        """
        began = monotonic()
        with self.storage.write() as db:
            moment = now + timedelta(seconds=monotonic() - began)
            release = releases.get(db, release_id)
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
