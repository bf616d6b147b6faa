"""What a check is given, and what it gives."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from press.finding import Finding, Severity
from press.glossary import Term
from press.text import Kind

QUOTED = 60  # characters of a text that a finding shows


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and what was made of it.

    Args:
        source: its words as they are seen, without marks.
        said: the words made of them.
        source_language: code of the language they are in.
        target_language: code of the language wanted.
        kind: of the block.
        markdown: of both, where it was given.
        terms: those of the glossary for the two languages.
    """

    source: str
    said: str
    source_language: str
    target_language: str
    kind: Kind = Kind.PARAGRAPH
    markdown: tuple[str, str] | None = None
    terms: Sequence[Term] = ()


class Check(Protocol):
    """One thing to look for; its name stands in its findings."""

    name: ClassVar[str]

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Say what is wrong: as findings."""


def blocks(check: Check, says: str) -> Finding:
    """A finding for which the text waits."""
    return Finding(check.name, Severity.BLOCKS, says)


def warns(check: Check, says: str) -> Finding:
    """A finding that an editor should look at."""
    return Finding(check.name, Severity.WARNS, says)


def changed(before: str, after: str) -> str:
    """What a finding says of words that became others."""
    return f"the original has {shown(before)}; the translation has {shown(after)} instead"


def lost(words: str) -> str:
    """What a finding says of words that nothing stands for."""
    return f"the original has {shown(words)}; the translation has nothing for it"


def brought(words: str) -> str:
    """What a finding says of words that nobody wrote."""
    return f"the translation has {shown(words)}; the original has nothing like it"


def listed(words: Iterable[str]) -> str:
    """Several words as a finding quotes them, each once."""
    return ", ".join(dict.fromkeys(words))


def spaced(text: str) -> str:
    """A text in which every space is a plain one, so that words are found across the others."""
    if text.isascii():
        return text
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")


def shown(text: str) -> str:
    """A text as a finding quotes it."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= QUOTED else words[: QUOTED - 1].rstrip() + '…'}”"
