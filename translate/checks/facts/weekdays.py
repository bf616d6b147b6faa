"""Days of the week."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, brought, changed, listed, lost, spaced, warns
from translate.terms.weekdays import weekdays


class Weekdays:
    """A Tuesday stays a Tuesday."""

    name: ClassVar[str] = "weekdays"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find a day that became another, is lost, or was brought in."""
        languages = passage.source_language, passage.target_language
        before, after = (
            weekdays(spaced(text), *languages) for text in (passage.source, passage.said)
        )
        if before.keys() == after.keys():
            return
        gone = listed(words for day, words in before.items() if day not in after)
        new = listed(words for day, words in after.items() if day not in before)
        if gone and new:
            yield blocks(self, changed(gone, new))
        else:
            yield warns(self, lost(gone) if gone else brought(new))
