"""Time zones."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, brought, changed, listed, lost, spaced, warns
from translate.terms.words import KNOWN
from translate.terms.zones import is_local, zones


class Zones:
    """A time is in the same zone."""

    name: ClassVar[str] = "zones"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find a zone lost, changed or brought in."""
        if not {passage.source_language, passage.target_language} <= KNOWN:
            return
        before, after = (zones(spaced(text)) for text in (passage.source, passage.said))
        if before.keys() == after.keys():
            return
        gone = listed(words for zone, words in before.items() if zone not in after)
        new = listed(words for zone, words in after.items() if zone not in before)
        if gone and new:
            yield blocks(self, changed(gone, new))
        elif new:
            yield blocks(self, brought(new))
        elif is_local(passage.said):  # said of BST in Britain, and rightly
            yield warns(self, lost(gone))
        else:
            yield blocks(self, lost(gone))
