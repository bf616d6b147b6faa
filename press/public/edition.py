"""What the public may see at one instant, and the digest that names it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from press.contact import Contact
from press.embargo import Embargo
from press.languages import Language
from press.public.archive import Part
from press.public.sought import Sought
from press.releases.attachment import Attachment
from press.text import Block, Origin, Text
from press.topic import Topic


@dataclass(frozen=True, slots=True)
class Feed:
    """A topic in a language: what a reader follows.

    Args:
        topic: slug; `all` is everything.
        language: the language of the feed.
        sought: what its entries were found by; None where they are all of a topic.
    """

    topic: str
    language: Language
    sought: Sought | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One public release as one language's feed and page show it.

    Args:
        id: tag URI of the release in the feed's language; never changes (RFC 4287, 4.2.6).
        slug: its name in addresses.
        text: the words shown; in another language than the feed's where they stand in for it.
        source: code of the language the release was written in.
        embargo: since when it is public, with the officer's wall time.
        updated: the later of out and, where that was after its filing, ready in this language or
            last noted, UTC.
        changed: when anything about it last changed for the public, UTC.
        topics: slug and title in the feed's language of each topic.
        keys: slug and permanent name of each topic.
        contacts: whom to call.
        languages: codes of the languages that have a public text of their own.
        outdated: when the original changed, UTC, if the words shown translate earlier ones.
        note: what the last major change was, as the public is told.
        noted: when that was said, UTC; None where it was before the release was out.
        files: what goes with it, in the order attached.
        translated: which roles, services, notes and words of files stand here in the text's own
            language; the others are in the one the release was written in.
        issuer: who sends it, as its letterhead said; may be empty.
        reference: under what number the sender keeps it; may be empty.
        headings: those of the text that the words shown translate, as CommonMark, in their order:
            what links within it call them; of a text without such links none.
        digest: names all of this content (hex).
    """

    id: str
    slug: str
    text: Text
    source: str
    embargo: Embargo
    updated: datetime
    changed: datetime
    topics: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()
    languages: tuple[str, ...] = ()
    outdated: datetime | None = None
    note: str = ""
    noted: datetime | None = None
    files: tuple[Attachment, ...] = ()
    translated: tuple[str, ...] = ()
    issuer: str = ""
    reference: str = ""
    headings: tuple[str, ...] = ()
    digest: str = ""

    @property
    def published(self) -> datetime:
        """When it came out, UTC."""
        return self.embargo.instant

    @property
    def is_authentic(self) -> bool:
        """Whether the words shown are the ones the release was written in."""
        return self.text.language == self.source

    @property
    def is_partial(self) -> bool:
        """Whether the original's words stand in for some blocks of a translation."""
        return any(self.language_of(block) != self.text.language for block in self.text.blocks)

    def language_of(self, block: Block) -> str:
        """The code of the language that a block of the words shown is in."""
        is_translated = self.text.origin is not Origin.AUTHOR
        return self.source if is_translated and block.stands_in else self.text.language


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A release that was out and was taken back, as one language's feed tells of it.

    Args:
        id: tag URI its entry had.
        slug: its name in addresses, where a page says so too.
        at: when, UTC.
        reason: why, as the public is told.
        changed: when that was last said in other words, UTC, if it was.
        is_translated: whether the reason is in the feed's language, and not as it was written.
        is_machine: whether a machine translated it, and nobody answers for it.
        is_rough: whether that was the small model that ships.
        embargo: since when it had been public, as its page says.
        source: code of the language it was written in, likewise.
        issuer: who sent it, likewise; may be empty.
        reference: under what number the sender keeps it, likewise.
        services: the offices that sent it, likewise. Persons to call are not among them: a wrong
            name or number may be why it was taken back.
    """

    id: str
    slug: str
    at: datetime
    reason: str
    changed: datetime | None = None
    is_translated: bool = False
    is_machine: bool = False
    is_rough: bool = False
    embargo: Embargo | None = None
    source: str = ""
    issuer: str = ""
    reference: str = ""
    services: tuple[Contact, ...] = ()

    @property
    def mark(self) -> str:
        """Which of our sentences says what wrote it; empty where a person did."""
        return "rough_mark" if self.is_rough else "machine_mark" if self.is_machine else ""


@dataclass(frozen=True, slots=True)
class PlaceInFeed:
    """Where an edition stands among those that together are the whole feed (RFC 5005).

    Args:
        part: which archive it is; None for the newest entries, which readers subscribe to.
        older: the archive before it, if there is one.
        rest: what is left of that without the entries that stand here, or the one before it; None
            where nothing is, or where none of them stands here.
        newer: the archive after it, if there is one.
        is_whole: whether there is nothing but this edition.
    """

    part: Part | None = None
    older: Part | None = None
    newer: Part | None = None
    is_whole: bool = False
    rest: Part | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """One feed at one instant: same edition, same bytes.

    Args:
        feed: which.
        topic: its topic, titled per language.
        entries: newest first.
        changed: when the feed's public content last changed, UTC, whole seconds.
        digest: names the content (hex); equal content, equal digest.
        place: among its archives.
        withdrawn: what would be among its entries, had it not been taken back; latest first.
        declared: when its topic was last titled, renamed, retired or reopened, or an entry left
            because its words in this language were ready no more, UTC.
    """

    feed: Feed
    topic: Topic
    entries: tuple[Entry, ...]
    changed: datetime
    digest: str
    place: PlaceInFeed = PlaceInFeed()
    withdrawn: tuple[Withdrawal, ...] = ()
    declared: datetime | None = None

    @property
    def is_closed(self) -> bool:
        """Whether it is the last word of a topic that was retired."""
        return self.topic.retired_at is not None and self.place.part is None

    @property
    def updated(self) -> datetime:
        """The newest significant change of entries and topic, UTC (RFC 4287, 4.2.15)."""
        if self.is_closed and self.topic.retired_at:
            return self.topic.retired_at  # which its last word is dated by
        moments = [entry.updated for entry in self.entries]
        moments += [withdrawal.at for withdrawal in self.withdrawn]
        moments += [self.declared] if self.declared else []
        return max(moments, default=self.changed)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the list of a topic's releases in a language.

    Args:
        feed: which topic, in which language.
        topic: its topic, titled per language.
        entries: the releases on this page, newest first.
        number: this page, from 1.
        is_last: whether there are no older releases than those on it.
        years: in which anything of it is out, latest first.
        digest: names the content (hex).
    """

    feed: Feed
    topic: Topic
    entries: tuple[Entry, ...]
    number: int
    is_last: bool
    years: tuple[int, ...]
    digest: str


def digest_of(*parts: object) -> str:
    """Name a value by its content: dataclasses, strings, times and mappings of these."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
