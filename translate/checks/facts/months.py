"""Months without a day or a year; dates are numbers."""

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from press.finding import Finding
from press.months import MONTHS, month_in
from translate.checks.base import Passage, blocks, changed, listed, spaced

_DIGIT_NEAR = re.compile(r"\d")
_NEAR = 6  # characters
# Words of their own as well, where a sentence begins with one.
_AMBIGUOUS = {"May", "March"}
_BEFORE = re.compile(r"[^\W\d_A-ZÀ-Þ],? $")


class Months:
    """What happens in May does not happen in June."""

    name: ClassVar[str] = "months"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find a month that became another; one that is lost may well be said otherwise."""
        before = months(spaced(passage.source), passage.source_language)
        if not before:
            return
        after = months(spaced(passage.said), passage.target_language)
        gone = [words for month, words in before.items() if month not in after]
        new = [words for month, words in after.items() if month not in before]
        if gone and new:
            yield blocks(self, changed(listed(gone), listed(new)))


def months(text: str, language: str) -> dict[int, str]:
    """The months that a text names without a figure beside them, and their names.

    Args:
        text: plain, its spaces plain ones.
        language: code of its language.
    """
    if language not in MONTHS:
        return {}
    known, found = _names(language), dict[int, str]()
    for match in _pattern(language).finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if not _DIGIT_NEAR.search(around) and _is_month(match):
            found.setdefault(known[match[0]], match[0])
    return found


def _is_month(match: re.Match[str]) -> bool:
    if match[0] not in _AMBIGUOUS:
        return True
    return _BEFORE.search(match.string[max(0, match.start() - 4) : match.start()]) is not None


@cache
def _names(language: str) -> dict[str, int]:
    return {str(month_in(language, month)): month for month in range(1, 13)}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_names(language))})(?![\w-])")
