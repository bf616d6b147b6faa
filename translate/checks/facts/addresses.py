"""Ways to reach people."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, brought, lost
from translate.markup.placeholders import reachable


class Addresses:
    """Web and mail addresses and telephone numbers that are seen are the same, as often."""

    name: ClassVar[str] = "addresses"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find what was lost and what was brought in."""
        before, after = reachable(passage.source), reachable(passage.said)
        for gone in (before - after).elements():
            yield blocks(self, lost(gone))
        for new in (after - before).elements():
            yield blocks(self, brought(new))
