"""Not, never, nobody."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, changed, listed, shown, spaced, warns
from translate.terms.denials import denials, may_deny, overturned, reads


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
        lacks = len(before) - len(after)
        if not lacks:
            return
        says = _says(before, after)
        may, might = map(may_deny, texts, languages)
        here, there = (might, may) if lacks > 0 else (may, might)
        if lacks > 0 and (words := overturned(texts, languages)):
            yield blocks(self, changed(*words))
        elif abs(lacks) > here:
            yield blocks(self, says)
        elif abs(lacks) > here - there:
            yield warns(self, says)


def _says(before: Sequence[str], after: Sequence[str]) -> str:
    if before and after:
        return changed(listed(before), listed(after))
    if before:
        return f"the original has {shown(listed(before))}; the translation denies nothing"
    return f"the translation has {shown(listed(after))}; the original denies nothing"
