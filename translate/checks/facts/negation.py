"""Not, never, nobody."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, brought, changed, listed, lost, spaced, warns
from translate.terms.denials import Denials, denials, reads


class Negation:
    """What is denied stays denied, as often, and nothing else is.

    Languages deny in many ways: not allowed, forbidden. So it is counted what surely denies and
    what may, and it blocks where not even all that may is enough.
    """

    name: ClassVar[str] = "negation"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find a denial lost or brought in."""
        languages = passage.source_language, passage.target_language
        if not all(map(reads, languages)):
            return
        texts = spaced(passage.source), spaced(passage.said)
        before, after = map(denials, texts, languages)
        counts = len(before.surely), len(after.surely)
        if counts[0] == counts[1]:
            return
        says = _says(before, after)
        if counts[0] > counts[1] + after.may or counts[1] > counts[0] + before.may:
            yield blocks(self, says)
        elif counts[0] > counts[1] + max(0, after.may - before.may):
            yield warns(self, says)
        elif counts[1] > counts[0] + max(0, before.may - after.may):
            yield warns(self, says)


def _says(before: Denials, after: Denials) -> str:
    if before.surely and after.surely:
        return changed(listed(before.surely), listed(after.surely))
    return lost(listed(before.surely)) if before.surely else brought(listed(after.surely))
