"""Numbers, amounts and dates."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks
from translate.numbers.likeness import apart
from translate.numbers.values import readable, standing


class Numbers:
    """Numbers, amounts and dates are worth the same, in whatever way each language writes them."""

    name: ClassVar[str] = "numbers"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find values lost and values brought in."""
        if passage.source == passage.said:
            return
        language = readable(passage.target_language, passage.source_language)
        found = apart(passage.source, passage.said, passage.source_language, language)
        lost = standing(passage.source, passage.source_language, found[0])
        new = standing(passage.said, language, found[1])
        if lost and new:
            yield blocks(self, f"“{', '.join(lost)}” became “{', '.join(new)}”")
        elif lost:
            yield blocks(self, f"“{', '.join(lost)}” is lost")
        elif new:
            yield blocks(self, f"“{', '.join(new)}” is not in the source")
