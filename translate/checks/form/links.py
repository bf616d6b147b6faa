"""Links and images."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks
from translate.markup.markdown import targets


class Links:
    """Every link and image leads where it led, and none is lost or new."""

    name: ClassVar[str] = "links"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find targets lost and targets brought in."""
        if passage.markdown is None:
            return
        before, after = (Counter(targets(markdown)) for markdown in passage.markdown)
        for gone in (before - after).elements():
            yield blocks(self, f"the original links to {gone}; the translation does not")
        for new in (after - before).elements():
            yield blocks(self, f"the translation links to {new}; the original does not")
