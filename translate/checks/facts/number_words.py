"""Numbers written as words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, warns
from translate.numbers.likeness import in_digits, spelled_numbers
from translate.numbers.number_words import meant, reads
from translate.numbers.ranks import ranked


class NumberWords:
    """A number in words is worth the same in the other language, in words or in digits."""

    name: ClassVar[str] = "number-words"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find a number in words that became another, is lost, or was brought in."""
        languages = passage.source_language, passage.target_language
        if passage.source == passage.said or not all(map(reads, languages)):
            return
        before, after = map(spelled_numbers, (passage.source, passage.said), languages)
        if before == after:
            return
        lost = _without(before - after, passage.said, languages[1])
        new = _without(after - before, passage.source, languages[0])
        if lost and new:
            yield warns(self, f"“{_listed(lost)}” became “{_listed(new)}”")
        elif lost:
            yield warns(self, f"“{_listed(lost)}” is lost")
        elif new:
            yield warns(self, f"“{_listed(new)}” is not in the source")


def _without(numbers: Counter[int], text: str, language: str) -> list[int]:
    """Numbers that a text has neither in digits nor in a word that may mean them."""
    if not numbers:
        return []
    said = meant(text, language) | ranked(text, language) | in_digits(text, language)
    return sorted(n for n in numbers if n not in said)


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
