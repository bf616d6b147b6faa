"""What a check is given, and what it gives."""

from collections.abc import Iterator, Sequence
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


def shown(text: str) -> str:
    """A text as a finding quotes it."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= QUOTED else words[: QUOTED - 1].rstrip() + '…'}”"
