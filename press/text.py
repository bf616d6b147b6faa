"""What a release says in one language: its blocks, and who wrote each."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import takewhile

from press.direction import contained
from press.finding import REJECTED, Finding

# XML 1.0, section 2.2: what no XML document may contain, however it is escaped.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\x80-\x84\x86-\x9f]")


def clean(text: str) -> str:
    """Plain text as it may stand in any document: well formed, and turning nothing else around."""
    return contained(well_formed(text))


def in_one_line(text: str) -> str:
    """The same with every run of white space, line breaks included, as one space."""
    return " ".join(clean(text).split())


def well_formed(text: str) -> str:
    """Normalise to NFC and drop every character that XML 1.0 forbids (section 2.2).

    Control characters with the numbers that letters have in Windows-1252 are taken for these.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _ILLEGAL.sub(_fit, text))


def _fit(found: re.Match[str]) -> str:
    """What a character becomes: nothing where XML forbids it, else a letter where it means one."""
    number = ord(found[0])
    return _western(number) or found[0] if 0x80 <= number <= 0x9F else ""


def _western(number: int) -> str:
    """The letter of a number in Windows-1252; empty where it has none."""
    return bytes([number]).decode("cp1252", "ignore")


# Numbers of letters in Windows-1252, by which older programs refer to them (HTML, 13.2.5.80);
# code is left as it is.
_WESTERN = re.compile(r"`[^`]*`|&#(?:0{0,4}(1[2-5]\d)|[xX]0{0,4}([89][0-9A-Fa-f]));")


def western(markdown: str) -> str:
    """Words with the references written out that mean a letter of Windows-1252: `&#146;` is `’`.

    CommonMark reads the control characters that have these numbers in Unicode, and so loses them;
    HTML has a table for them.
    """
    return _WESTERN.sub(_letter, markdown) if "&#" in markdown else markdown


def _letter(found: re.Match[str]) -> str:
    number = int(found[1]) if found[1] else int(found[2] or "0", 16)
    if not 0x80 <= number <= 0x9F:
        return found[0]
    return _western(number) or found[0]


def leads_within(markdown: str) -> bool:
    """Whether a link in some words leads to another place of the same text: `[…](#figures)`."""
    return "](#" in markdown or "](<#" in markdown


# Controls, marks that are not seen (bidirectional ones among them), halves of a character, and
# the two line ends of Unicode's own (UAX 44, general categories).
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
# Letters and marks that are blank: U+034F joins nothing, the others fill a Hangul syllable.
_BLANK = "\u034f\u115f\u1160\u3164\uffa0"
# Scripts that need joiners within a word, Persian and those of India among them, and emoji, which
# are joined by them; the alphabets of Europe do not.
_JOINED = "[\u0590-\u1dff\u2190-\ud7ff\uf900-\ufaff\ufb1d-\ufefc\U00010000-\U0001ffff]"
_SEEN_OR_NOT = re.compile(f"(?<={_JOINED})[\u200c\u200d](?={_JOINED})|([^\x20-\x7e])")


def visible(words: str) -> str:
    """One line as a terminal may show it: what would not be seen is named, as in `⟨U+202E⟩`.

    A name must not move the cursor, turn the reading order or hide a character.
    """
    if words.isascii() and words.isprintable():
        return words
    return _SEEN_OR_NOT.sub(_shown, words)


def _shown(found: re.Match[str]) -> str:
    letter = found[1]
    if letter and (unicodedata.category(letter) in _UNSEEN or letter in _BLANK):
        return f"⟨U+{ord(letter):04X}⟩"
    return found[0]


# What the small model that ships is called: `newsroom starter en-fr 1.0`.
STARTER = "newsroom starter"


class Kind(StrEnum):
    """What a block is for: those of a text, then what stands beside one."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    RULE = "rule"
    NOTES = "notes"  # the heading above notes to editors; they go on to the next such heading
    ABOUT = "about"  # the heading above what the sender always says of itself, likewise
    NOTE = "note"  # what the last major change was
    REASON = "reason"  # why it was withdrawn
    ROLE = "role"  # of a person to call
    SERVICE = "service"  # that sends it
    ALT = "alt"  # what a file shows or holds
    CREDIT = "credit"  # whom a file is owed to


# What a release says beside its text: press/releases/asides.py.
ASIDES = frozenset({Kind.NOTE, Kind.REASON, Kind.ROLE, Kind.SERVICE, Kind.ALT, Kind.CREDIT})
# Plain text on one line, whatever marks are in it.
PLAIN = ASIDES | {Kind.HEADLINE, Kind.SUMMARY}


# Headings that begin a section apart from the text: what is below them is no news.
APART = (Kind.NOTES, Kind.ABOUT)
# What has a heading's words, and so can be led to by them.
HEADINGS = (Kind.HEADING, *APART)
# Nothing in these is said in any language: they stay the author's.
WORDLESS = (Kind.CODE, Kind.RULE)


class Origin(StrEnum):
    """Who wrote a text or a block of it."""

    AUTHOR = "author"
    MACHINE = "machine"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a text that is translated, remembered and corrected as a whole.

    Args:
        kind: what it is for.
        markdown: the words, as CommonMark; of the kinds in `PLAIN` plain text.
        origin: who wrote it.
        engine: for machine text, the engine and package that made it: `argos en-fr 1.9`; it stays
            when an editor approves these words.
        of: digest of the source block it translates, where that is known.
        findings: what the checks and editors have against a machine's words.
        score: how far a machine's words can be trusted, from 0 down: the natural logarithm of the
            probability that the engine gave them, for every four letters, and lower where they are
            shorter than their source; of several sentences the lowest. None where it did not say.
    """

    kind: Kind
    markdown: str
    origin: Origin = Origin.AUTHOR
    engine: str = ""
    of: str = field(default="", compare=False)
    findings: tuple[Finding, ...] = field(default=(), compare=False)
    score: float | None = field(default=None, compare=False)

    @property
    def digest(self) -> str:
        """The name under which translations of this block are remembered (sha256, hex)."""
        return hashlib.sha256(f"{self.kind}\n{self.markdown}".encode()).hexdigest()

    @property
    def is_blocked(self) -> bool:
        """Whether these are a machine's words that must not go out unread."""
        blocks = any(finding.blocks for finding in self.findings)
        return blocks and self.origin is Origin.MACHINE

    @property
    def is_rough(self) -> bool:
        """Whether these are words of the small model that ships, and nobody has read them."""
        return self.origin is Origin.MACHINE and STARTER in self.engine

    @property
    def stands_in(self) -> bool:
        """Whether, in a translation, these are words of the original that nobody translated."""
        return self.origin is Origin.AUTHOR and self.kind not in WORDLESS

    @property
    def is_rejected(self) -> bool:
        """Whether an editor has rejected these words of a machine."""
        return any(finding.check == REJECTED for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Text:
    """What a release says in one language.

    Args:
        language: code of the language, `fr`.
        blocks: the headline, a summary if there is one, then the body in reading order.
        made_at: when these words were made or approved, UTC, where that is known.
    """

    language: str
    blocks: tuple[Block, ...]
    made_at: datetime | None = field(default=None, compare=False)

    @property
    def digest(self) -> str:
        """Names these words in this order (sha256, hex)."""
        return _digest([block.digest for block in self.blocks])

    @property
    def translates(self) -> str:
        """The digest of the text whose words these are in another language; empty if unknown."""
        sources = [block.of for block in self.blocks]
        return _digest(sources) if all(sources) else ""

    @property
    def headline(self) -> str:
        """The headline, plain text, which turns nothing around that stands beside it."""
        return contained(self.blocks[0].markdown)

    @property
    def summary(self) -> str | None:
        """The summary its author wrote, plain text, if any."""
        found = [block.markdown for block in self.blocks if block.kind is Kind.SUMMARY]
        return found[0] if found else None

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks below headline and summary."""
        return tuple(b for b in self.blocks if b.kind not in (Kind.HEADLINE, Kind.SUMMARY))

    @property
    def news(self) -> tuple[Block, ...]:
        """The body without the sections apart: what the release itself says."""
        return tuple(takewhile(lambda block: block.kind not in APART, self.body))

    @property
    def sections(self) -> tuple[tuple[Block, ...], ...]:
        """Notes to editors and boilerplate, each with its heading first, in reading order."""
        found: list[list[Block]] = []
        for block in self.body[len(self.news) :]:
            if block.kind in APART:
                found.append([])
            found[-1].append(block)
        return tuple(map(tuple, found))

    @property
    def origin(self) -> Origin:
        """Who answers for the whole: a machine if any block is a machine's, else the last hand."""
        written = {block.origin for block in self.blocks}
        for origin in (Origin.MACHINE, Origin.EDITOR):
            if origin in written:
                return origin
        return Origin.AUTHOR

    @property
    def is_blocked(self) -> bool:
        """Whether any of its words must not go out unread."""
        return any(block.is_blocked for block in self.blocks)

    @property
    def is_rough(self) -> bool:
        """Whether any of its words are the starter's, and nobody has read them."""
        return any(block.is_rough for block in self.blocks)

    @property
    def engine(self) -> str:
        """The engines that had a hand in it, in order of appearance."""
        return ", ".join(dict.fromkeys(b.engine for b in self.blocks if b.engine))


def _digest(names: list[str]) -> str:
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()
