"""A release: filed once, held until its minute, out in every language."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from press.contact import Contact
from press.embargo import Embargo
from press.releases.received import Enclosed, LeftOut, SourceFile
from press.text import Block, Origin, Text
from press.topic import Topic


class State(StrEnum):
    """Where a release is in its life."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    HELD = "held"
    OUT = "out"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """How a release stands in one language."""

    AUTHOR = "author"  # it was written in it
    MACHINE = "machine"  # a machine had a hand in it, and it may be read
    REVIEWED = "reviewed"  # an editor wrote or approved every block
    WAITS = "waits"  # it exists, and an editor has to read it first
    STALE = "stale"  # it may be read, but the original has changed since
    MISSING = "missing"


class Policy(StrEnum):
    """When the languages of a release come out."""

    READY = "ready"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class NotYet:
    """Something in a text that says that it must not come out yet.

    Args:
        words: the line, as written.
        embargo: the moment it names, where that is certain.
        why: why none can be read for certain, in words an officer understands; empty where one is.
        bare: whether it is a mere word that tries to name no moment: EMBARGO, embargoed.md.
    """

    words: str
    embargo: Embargo | None = None
    why: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Filing:
    """What a reader found in a file: a release before it is filed.

    Args:
        blocks: headline, summary if any, body, in reading order.
        language: tag or code the file names, if it does.
        embargo: the date the file itself bears, with or without a time, if it does.
        topics: slugs of the topics the file names.
        contacts: whom to call, in the file's order.
        likely: code of the language its date is written in, if only one is possible; it counts
            where nobody says what language the file is in.
        not_yet: what in the file says that it must not come out yet; it wins over `embargo`.
        doubts: what of its date or its contacts can be read in more than one way, in words an
            officer understands.
        issuer: who sends it, as its letterhead says, where that is not the first contact's name
            alone; may be empty.
        reference: under what number the sender keeps it, as written: `IP/26/1234`; may be empty.
        identity: what the sender calls the item for programs: a feed entry's id, a mail's
            Message-ID, a news item's URI. The same identity is never filed twice.
        files: pictures and documents in it, which become attachments.
        unpublished: whom it names for the press alone; they are in no document.
        left_out: what of the file is in no document, and why.
        notes: what an officer should know of how it was read, a sentence each.
    """

    blocks: tuple[Block, ...]
    language: str | None = None
    embargo: Embargo | None = None
    topics: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    likely: str | None = None
    not_yet: tuple[NotYet, ...] = ()
    doubts: tuple[str, ...] = ()
    issuer: str = ""
    reference: str = ""
    identity: str = ""
    files: tuple[Enclosed, ...] = ()
    unpublished: tuple[Contact, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def headline(self) -> str:
        """The headline, plain text."""
        return self.blocks[0].markdown

    @property
    def moment(self) -> Embargo | None:
        """From when it may be published, as the file says: its embargo's minute, else its date."""
        named = [one.embargo for one in self.not_yet if one.embargo]
        return named[0] if named else self.embargo

    def digest(self, language: str) -> str:
        """What makes two filings the same one: language, words, and the file's own date."""
        when = self.moment.instant.isoformat() if self.moment else ""
        words = "\x1f".join(block.digest for block in self.blocks)
        return hashlib.sha256(f"{language}\x1e{when}\x1e{words}".encode()).hexdigest()


class Shape(StrEnum):
    """What a file holds, where its officer says so."""

    LISTING = "listing"  # a topic, and its releases one below the other
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a reader found in one file.

    Args:
        filings: the releases, in the file's order.
        topic: the topic the file introduces, for a topic listing; every filing belongs to it.
        notes: what the officer should know of how the file was read, a sentence each.
        source: the file itself; two readings of the same are the same, however it was saved.
    """

    filings: tuple[Filing, ...]
    topic: Topic | None = None
    notes: tuple[str, ...] = ()
    source: SourceFile | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Release:
    """A filed release.

    Args:
        id: its number, as officers type it.
        tag: its permanent identifier (RFC 4151); with a language code, an entry's identity.
        slug: its name in addresses, the same in every language, fixed at filing.
        source: code of the language it was written in.
        filed_at: when it was filed, UTC.
        embargo: from when it may be published; a draft has none.
        topics: slugs.
        contacts: in the order given.
        texts: per language code, those that exist, ready or not.
        waiting: codes of the languages whose text exists but is not ready for the public.
        stale: per code of a language whose text translates earlier words of the original, when
            the original changed, UTC.
        withdrawn_at: when it was withdrawn, UTC.
        reason: why, as the public is told.
        held: whether an officer has stopped it; its embargo is kept.
        policy: whether each language joins when it is ready, or none is out before all are.
        required: codes of the languages that `together` waits for.
        languages_ready_at: since when all of these are ready, UTC; None while one is missing and
            where it waits for none. Once it is out, as it was at its minute.
        out_at: when it was announced, UTC; what was announced stays out.
        note: what the last major change was, as the public is told.
        why: why it is a draft or held, as officers are told.
        not_yet: what in its text said that it must not come out yet, until an officer lifts it.
        restored: whether a restored copy brought it here and nobody has let it go since.
        out_in_copy: whether it was out in that copy.
        version: number of the newest version of its words, time, topics and contacts.
        issuer: who sends it, as its letterhead said; may be empty.
        reference: under what number the sender keeps it; may be empty.
    """

    id: int
    tag: str
    slug: str
    source: str
    filed_at: datetime
    embargo: Embargo | None
    topics: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()
    stale: Mapping[str, datetime] = field(default_factory=dict)
    withdrawn_at: datetime | None = None
    reason: str = ""
    held: bool = False
    policy: Policy = Policy.READY
    required: tuple[str, ...] = ()
    languages_ready_at: datetime | None = None
    out_at: datetime | None = None
    note: str = ""
    why: str = ""
    not_yet: tuple[NotYet, ...] = ()
    restored: bool = False
    out_in_copy: bool = False
    version: int = 0
    issuer: str = ""
    reference: str = ""

    @property
    def original(self) -> Text:
        """The text in the language it was written in."""
        return self.texts[self.source]

    @property
    def missing(self) -> tuple[str, ...]:
        """Codes of the required languages that are not ready."""
        ready = self.texts.keys() - self.waiting
        return tuple(code for code in self.required if code not in ready)

    def standing(self, code: str) -> Standing:
        """How it stands in a language."""
        if code == self.source:
            return Standing.AUTHOR
        if code not in self.texts:
            return Standing.MISSING
        if code in self.waiting:
            return Standing.WAITS
        if code in self.stale:
            return Standing.STALE
        is_machine = self.texts[code].origin is Origin.MACHINE
        return Standing.MACHINE if is_machine else Standing.REVIEWED

    def state(self, now: datetime) -> State:
        """Where it is in its life at an instant."""
        if self.withdrawn_at:
            return State.WITHDRAWN
        if self.embargo is None:
            return State.DRAFT
        if self.out_at:
            return State.OUT
        if self.held or (self.embargo.instant <= now and not self._was_in_time(self.embargo)):
            return State.HELD
        return State.OUT if self.embargo.instant <= now else State.SCHEDULED

    def is_known(self, now: datetime) -> bool:
        """Whether the public reads it, or read it before the copy was restored that holds it."""
        return self.state(now) is State.OUT or self.out_in_copy

    def _was_in_time(self, embargo: Embargo) -> bool:
        """Whether all required languages were ready at its minute; later ones come too late."""
        if self.policy is Policy.READY:
            return True
        ready_at = self.languages_ready_at
        return ready_at is not None and ready_at <= embargo.instant
