"""What becomes of words that are filed already: they are named, and nothing comes out unasked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsroom.releases.acts import WAITING, hold_back, record
from newsroom.tasks.due import announcement
from press.embargo import Embargo
from press.releases.outcome import Outcome, is_held_back, quoted
from press.releases.release import Filing, NotYet, Release, State
from press.releases.revision import new_files
from press.text import Text
from storage import Database, files, tasks, topics
from storage.filed import releases, versions
from storage.journal import JournalLine


@dataclass(frozen=True, slots=True)
class Instructions:
    """What the officer says about files, beside what the files say themselves.

    Args:
        who: the officer.
        language: of files that do not name theirs; None for the newsroom's default.
        topics: slugs, added to those the files name.
        embargo: instead of the time the files give.
        publish: whether what is dated today or before comes out, under its own date.
        new_topics: whether topics that are not known are made.
        beside: whether words that are filed already are filed again beside these.
    """

    who: str
    language: str | None = None
    topics: tuple[str, ...] = ()
    embargo: Embargo | None = None
    publish: bool = False
    new_topics: bool = False
    beside: bool = False


class KnownBy(StrEnum):
    """How it is known that a filing is one that was filed before."""

    OWN = "our own release"  # it bears the identifier that our feeds give it
    INPUT = "the same input"  # words, language and date of the file
    ITEM = "the same item"  # its sender calls it by the same name
    WORDS = "the same words"


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one filing.

    Args:
        release: as it is now kept.
        is_new: False when the same words had been filed before.
        differs: whether it is now another in anything; what is filed is left as it is.
        let_out: whether a draft that had been filed before was let out now.
        held_back: whether it was held back now, since it now says “not yet”.
        known_by: how it is known, where it is not new.
        others: in what it is another: `words`, `time`, `contacts` …
    """

    release: Release
    is_new: bool
    differs: bool = False
    let_out: bool = False
    held_back: bool = False
    known_by: KnownBy | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Again:
    """What is filed already, once more.

    Args:
        db: in a write transaction.
        told: what the officer says.
        now: UTC.
        release: which has these words.
        filing: as read now.
        known_by: how it is known.
    """

    db: Database
    told: Instructions
    now: datetime
    release: Release
    filing: Filing
    known_by: KnownBy

    def take(self, outcome: Outcome) -> Filed:
        """Name what differs; let a draft out where the officer says so; hold back what must be.

        Args:
            outcome: what would have become of it, had it not been filed.
        """
        if news := self._new_orders():
            return self._hold_back(news, outcome)
        if self.known_by is KnownBy.OWN:  # our feeds say it in other words: marked, with a sender
            return Filed(self.release, is_new=False, known_by=self.known_by)
        if others := self._others():
            return Filed(
                self.release, is_new=False, differs=True, known_by=self.known_by, others=others
            )
        if not (outcome.embargo and self._may_come_out()):
            return Filed(self.release, is_new=False, known_by=self.known_by)
        releases.move(self.db, self.release.id, outcome.embargo, self.now)
        tasks.renew(self.db, announcement(self.release.id, outcome.embargo, self.now))
        after = self._kept("published", str(outcome.embargo))
        is_out = after.state(self.now) is State.OUT
        return Filed(after, is_new=False, let_out=is_out, known_by=self.known_by)

    def _may_come_out(self) -> bool:
        """Whether a draft is to come out, and nothing that it said when it was filed forbids it."""
        is_draft = self.release.state(self.now) is State.DRAFT
        return self.told.publish and is_draft and not is_held_back(self.release.not_yet, self.now)

    def _others(self) -> tuple[str, ...]:
        """In what it is not what is kept of the release; what it does not name is not another."""
        release, filing = self.release, self.filing
        words = Text(release.source, filing.blocks).digest
        named = {
            topics.today(self.db, slug) or slug for slug in (*filing.topics, *self.told.topics)
        }
        found = {
            "words": words != release.original.digest,
            "time": self._is_of_another_time(),
            "topics": not named <= set(release.topics),
            "contacts": filing.contacts != release.contacts,
            "issuer": filing.issuer not in ("", release.issuer),
            "reference": filing.reference not in ("", release.reference),
            "files": bool(new_files(filing.files, files.of_release(self.db, release.id))),
        }
        return tuple(name for name, is_other in found.items() if is_other)

    def _is_of_another_time(self) -> bool:
        """Whether its own moment, or the officer's, is not the release's.

        Of a draft no moment is kept; it is another where only that can tell two inputs apart.
        """
        own, kept = self.filing.moment, self.release.embargo
        can_be_told = self.known_by is KnownBy.WORDS or (
            self.known_by is KnownBy.ITEM and kept is not None
        )
        is_moved = can_be_told and own not in (None, kept)
        return is_moved or self.told.embargo not in (None, kept)

    def _new_orders(self) -> tuple[NotYet, ...]:
        """What it now says against coming out that no version of the release ever said."""
        said = tuple(one for one in self.filing.not_yet if one not in self.release.not_yet)
        if not said or self.release.state(self.now) not in WAITING:
            return ()
        known = versions.every(self.db, self.release.id, self.release.source)
        before = {one.words for v in known if v.facts for one in v.facts.not_yet}
        new = tuple(one for one in said if one.words not in before)
        return new if is_held_back(new, self._minute()) else ()

    def _minute(self) -> datetime:
        embargo = self.release.embargo
        return max(embargo.instant, self.now) if embargo else self.now

    def _hold_back(self, news: tuple[NotYet, ...], outcome: Outcome) -> Filed:
        why = outcome.why or f"{self.known_by} came again, saying {quoted(news)}"
        hold_back(self.db, self.release, (*self.release.not_yet, *news), why, self.now)
        after = self._kept("held back", quoted(news))
        return Filed(after, is_new=False, differs=True, held_back=True, known_by=self.known_by)

    def _kept(self, verb: str, note: str) -> Release:
        return record(self.db, JournalLine(self.now, self.told.who, verb, self.release.id, note))
