"""Much longer, much shorter."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, warns

_LEAST = 30  # characters; what is shorter may well double
_NEVER = (0.3, 3.2)  # of the source's characters
_SELDOM = (0.55, 1.9)


class Length:
    """A translation is about as long as its source."""

    name: ClassVar[str] = "length"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find that much was dropped or added."""
        before, after = len(passage.source.strip()), len(passage.said.strip())
        if before < _LEAST:
            return
        ratio = after / before
        says = f"{after} characters for {before} of the source"
        if not _NEVER[0] <= ratio <= _NEVER[1]:
            yield blocks(self, says)
        elif not _SELDOM[0] <= ratio <= _SELDOM[1]:
            yield warns(self, says)
