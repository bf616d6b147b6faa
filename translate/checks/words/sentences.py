"""Sentences lost."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, warns
from translate.markup.segmentation import split


class SentenceCount:
    """No sentence is lost: two may become one, three may not, and one does not become three."""

    name: ClassVar[str] = "sentences"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find that there are far fewer sentences, or far more."""
        before = _count(passage.source, passage.source_language)
        after = _count(passage.said, passage.target_language)
        if abs(before - after) > max(1, before // 3):
            yield warns(self, f"{before} sentences became {after}")


def _count(text: str, language: str) -> int:
    return sum(len([s for s in split(line, language) if s.strip()]) for line in text.split("\n"))
