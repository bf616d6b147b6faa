"""What a release says in one language: its blocks, and who wrote each."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from press.finding import REJECTED, Finding, Severity

# XML 1.0, section 2.2: what no XML document may contain, however it is escaped.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Normalise to NFC and drop every character that XML 1.0 forbids (section 2.2)."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _ILLEGAL.sub("", text))


# What changes how words around it are shown, or where they stand, and shows nothing itself.
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = {"Cc", "Zl", "Zp", "Cs"}


def visible(words: str) -> str:
    """One line of words with what a terminal would obey, or turn round, written out: ⟨U+202E⟩."""
    if words.isascii() and words.isprintable():
        return words
    return "".join(f"⟨U+{ord(c):04X}⟩" if _is_unseen(c) else c for c in words)


def _is_unseen(character: str) -> bool:
    return character in _TURNS or unicodedata.category(character) in _UNSEEN


class Kind(StrEnum):
    """What a block is for."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    RULE = "rule"


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
        markdown: the words, as CommonMark; a headline or a summary is plain text.
        origin: who wrote it.
        engine: for machine text, the engine and package that made it: `argos en-fr 1.9`; it stays
            when an editor approves these words.
        of: digest of the source block it translates, where that is known.
        findings: what the checks and editors have against a machine's words.
    """

    kind: Kind
    markdown: str
    origin: Origin = Origin.AUTHOR
    engine: str = ""
    of: str = field(default="", compare=False)
    findings: tuple[Finding, ...] = field(default=(), compare=False)

    @property
    def digest(self) -> str:
        """The name under which translations of this block are remembered (sha256, hex)."""
        return hashlib.sha256(f"{self.kind}\n{self.markdown}".encode()).hexdigest()

    @property
    def is_blocked(self) -> bool:
        """Whether these are a machine's words that must not go out unread."""
        blocks = any(finding.severity is Severity.BLOCKS for finding in self.findings)
        return blocks and self.origin is Origin.MACHINE

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
        """The headline, plain text."""
        return self.blocks[0].markdown

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
    def engine(self) -> str:
        """The engines that had a hand in it, in order of appearance."""
        return ", ".join(dict.fromkeys(b.engine for b in self.blocks if b.engine))


def _digest(names: list[str]) -> str:
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()
