"""The numbers of kings, congresses and centuries."""

import re
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, changed, listed, lost, spaced, warns
from translate.numbers.number_words import meant, spelled
from translate.terms.ordinals import numerals, ordinals


class Ordinals:
    """Charles III stays the third, however the number is written: XX, 20th, zwanzigster."""

    name: ClassVar[str] = "ordinals"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find a Roman numeral, or an ordinal in words, that became another or is lost."""
        texts = spaced(passage.source), spaced(passage.said)
        languages = passage.source_language, passage.target_language
        roman, found = [], []
        for text, language in zip(texts, languages, strict=True):
            roman.append(numerals(text, language))
            found.append(ordinals(text, language) | roman[-1])
        if found[0].keys() == found[1].keys():
            return
        gone = _missing(found[0], found[1], texts[1], languages[1])
        new = _missing(found[1], found[0], texts[0], languages[0])
        if gone and new:
            yield blocks(self, changed(listed(gone.values()), listed(new.values())))
        elif kings := [words for worth, words in gone.items() if worth in roman[0]]:
            yield warns(self, lost(listed(kings)))


def _missing(
    these: dict[int, str], those: dict[int, str], text: str, language: str
) -> dict[int, str]:
    """Ordinals that a text has in no way, not as a digit nor as a number in words either."""
    left = {worth: words for worth, words in these.items() if worth not in those}
    if not left:
        return left
    said = meant(text, language) | set(spelled(text, language))
    digits = set(map(int, re.findall(r"(?<![\d.,])\d{1,2}(?!\d)", text)))
    return {worth: words for worth, words in left.items() if worth not in said | digits}
