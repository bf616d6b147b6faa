"""Numbers below zero."""

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, brought, listed, lost, spaced
from translate.numbers.number_words import spelled
from translate.numbers.values import MINUS_APART
from translate.terms.words import words_in

_SIGN = rf"(?:(?<![^\s(])[-−–](?=[€$£¥]?\d)|{MINUS_APART})[€$£¥]?\d[\d.,]*"
# Per language what says minus before a number, and what says it behind one.
_WORDS = {
    "en": ("minus|negative", "below zero"),
    "fr": ("(?<!au )(?<!du )moins", "sous zéro|au-dessous de zéro|en dessous de zéro"),
    "nl": ("min|minus", "onder nul"),
    "de": ("minus", "unter null"),
}
_MAY_HAVE = re.compile(r"(?<![^\s(])[-−–]\s?[€$£¥]?\d")
_TELLING = frozenset(["minus", "negative", "zero", "moins", "zéro", "min", "nul", "null"])


class Minus:
    """What is below zero stays below zero, by a sign or in words."""

    name: ClassVar[str] = "minus"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find a minus lost or brought in."""
        languages = passage.source_language, passage.target_language
        if not set(languages) <= _WORDS.keys():
            return
        before, after = map(_below_zero, (passage.source, passage.said), languages)
        if len(before) > len(after):
            yield blocks(self, lost(listed(before)))
        elif len(after) > len(before):
            yield blocks(self, brought(listed(after)))


def _below_zero(text: str, language: str) -> list[str]:
    """What a text has of numbers below zero."""
    if words_in(text).isdisjoint(_TELLING) and not _MAY_HAVE.search(text):  # told fast
        return []
    found = _pattern(language).finditer(spaced(text).lower())
    return [match[0] for match in found if _is_number(match["with"], language)]


def _is_number(words: str | None, language: str) -> bool:
    """Whether a number stands beside a word that may say minus; a sign always has one."""
    return words is None or any(map(str.isdigit, words)) or bool(spelled(words, language))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    before, behind = _WORDS[language]
    number = r"[\w.,°]+"
    return re.compile(
        rf"{_SIGN}|(?P<with>\b(?:{before}) {number}|{number}(?: [^\W\d]+)? (?:{behind})\b)"
    )
