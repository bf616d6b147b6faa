"""Words of initials: NATO, GDP."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, changed, listed, lost, spaced, warns
from translate.terms.acronyms import acronyms, is_known, may_have
from translate.terms.words import KNOWN


class Acronyms:
    """NATO is OTAN or NAVO, and not ONU.

    One that is known and lost was probably written out; what is not known cannot have been, for
    sure: that nothing stands for it is worth a look.
    """

    name: ClassVar[str] = "acronyms"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find words of initials that became others, or that nothing stands for."""
        if not (may_have(passage.source) or may_have(passage.said)):
            return
        before, after = (acronyms(spaced(text)) for text in (passage.source, passage.said))
        gone = {sense: words for sense, words in before.items() if sense not in after}
        new = {sense: words for sense, words in after.items() if sense not in before}
        if not (gone and new):
            unknown = [words for sense, words in gone.items() if not is_known(sense)]
            if unknown:
                yield warns(self, lost(listed(unknown)))
            return
        says = changed(listed(gone.values()), listed(new.values()))
        is_read = {passage.source_language, passage.target_language} <= KNOWN
        is_sure = is_read and (any(map(is_known, gone)) or any(map(is_known, new)))
        yield blocks(self, says) if is_sure else warns(self, says)
