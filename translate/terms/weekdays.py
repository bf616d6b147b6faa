"""The days of the week, as CLDR names them in each language (https://cldr.unicode.org)."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from press.months import spellings
from translate.terms.words import words_in

_DAYS = range(7)  # from Monday on
_MORE = {"de": ((5, "Sonnabend"),)}
_DIGIT = re.compile(r"\d")
_SHORT = 4  # letters; a word as short is a day beside a date only


def weekdays(text: str, *languages: str) -> dict[int, str]:
    """The days that a text names, Monday as 0, each with its word.

    Args:
        text: with plain spaces.
        languages: codes of those it may name them in: “Black Friday” is one in French, too.
    """
    known, pattern = _known(languages)
    folded = text.lower()
    is_dated = _DIGIT.search(text) and not words_in(text).isdisjoint(known)
    if not (is_dated or any(map(folded.__contains__, _long(languages)))):  # told fast
        return {}
    found = ((known[match[0]], match.span()) for match in pattern.finditer(folded))
    return {day: text[start:end] for day, (start, end) in found}


@cache
def _known(languages: tuple[str, ...]) -> tuple[dict[str, int], re.Pattern[str]]:
    long, short = dict[str, int](), dict[str, int]()
    for day, name in (pair for code in languages for pair in _named(code)):
        (short if len(name) < _SHORT else long)[name] = day
    months = "|".join(sorted({name.lower() for name, _ in spellings()}, key=len, reverse=True))
    dated = rf"(?=\.?,? (?:\d{{1,2}}\.? (?:{months})|(?:{months})\.? \d))"
    # In Dutch and German a day is often in a longer word: Dienstagabend, Ostermontag.
    pattern = rf"{_any(long)}|(?<!\w)(?:{_any(short)}){dated}"
    return long | short, re.compile(pattern)


@cache
def _long(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The names that may be part of a longer word."""
    return tuple(name for name in _known(languages)[0] if len(name) >= _SHORT)


def _any(names: dict[str, int]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)"


def _named(language: str) -> Iterator[tuple[int, str]]:
    try:
        days = Locale.parse(language).days["format"]
    except (UnknownLocaleError, ValueError):
        return
    for width in ("wide", "abbreviated"):
        yield from ((day, _bare(days[width][day].lower())) for day in _DAYS)
    yield from ((day, name.lower()) for day, name in _MORE.get(language, ()))


def _bare(name: str) -> str:
    return name.rstrip(".")
