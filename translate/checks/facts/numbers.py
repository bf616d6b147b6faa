"""Numbers, amounts, dates and times."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, warns
from translate.numbers.likeness import apart
from translate.numbers.values import in_order, readable, sorted_values, standing


class Numbers:
    """Numbers, amounts, dates and times are worth the same, however each language writes them."""

    name: ClassVar[str] = "numbers"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find values lost, values brought in, and dates, times or amounts that changed places."""
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
        else:
            yield from self._reordered(passage, language)

    def _reordered(self, passage: Passage, language: str) -> Iterator[Finding]:
        """Find what stands in another order, and may belong to something else now."""
        source = passage.source_language
        if len(set(sorted_values(passage.source, source))) < 2:
            return
        before, after = in_order(passage.source, source), in_order(passage.said, language)
        for kind, values in before.items():
            if values != after[kind] and Counter(values) == Counter(after[kind]):
                shown = standing(passage.source, source, Counter(values))
                new = standing(passage.said, language, Counter(after[kind]))
                order = f"“{', '.join(shown)}” is in another order: “{', '.join(new)}”"
                yield warns(self, order)
