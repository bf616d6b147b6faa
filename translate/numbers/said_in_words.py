"""Amounts, dates and times that a text has in words, where another has them in digits."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from translate.numbers.clocks import MAY_BE
from translate.numbers.digits import is_countable
from translate.numbers.number_words import hour_in, reads
from translate.numbers.ranks import ranked, tens
from translate.numbers.times import minutes_of
from translate.numbers.values import units_in


class Side(NamedTuple):
    """One of two texts that are compared.

    Args:
        text: its words.
        language: code of the language they are read in.
    """

    text: str
    language: str


def without_said(
    left: Counter[str], numbers: Counter[int], side: Side, language: str
) -> Counter[str]:
    """Values without those that a text has in words, with the measure they have.

    Args:
        left: the values.
        numbers: those that the text has in words and that nothing else stands for.
        side: the text.
        language: code of the one that the values were read in.
    """
    if not +left:
        return left
    still, free = Counter[str](), +numbers
    ranks, side = ranked(*side), Side(side.text.lower(), side.language)
    for value in left.elements():
        said = next(
            (number for number in _in_words(value, side, language) if free[number] > 0), None
        )
        if said is not None:
            free[said] -= 1
        elif not (is_countable(value) and int(value) in ranks) and not _is_meant(value, side):
            still[value] += 1
    return still


def _in_words(value: str, side: Side, language: str) -> Iterator[int]:
    """The numbers that a value is in words."""
    number, _, unit = value.partition(" ")
    if number == "time":
        minutes = minutes_of(value) or 0
        if not minutes % 60:
            yield from (minutes // 60, *((minutes // 60 + 12,) if "~" in unit else ()))
    elif is_countable(number) and (is_book(unit, language) or _has_unit(*side, unit)):
        yield int(number)


def _is_meant(value: str, side: Side) -> bool:
    """Whether a text means a value by a word that need not mean one: noon, the nineties."""
    kind, _, rest = value.partition(" ")
    if kind == "decade":
        return int(rest[-2:]) in tens(side.text, side.language)
    if is_countable(value):  # in her seventies: über 70-jährig; fünfundsechzig is not 60
        return side.language in ("en", "fr") and int(value) in tens(side.text, side.language)
    if kind != "time":
        return False
    minute, text = minutes_of(value) or 0, side.text
    if minute == 60 and reads(side.language):
        return hour_in(side.language, 1, is_before_unit=True) in text
    return minute in MAY_BE and MAY_BE[minute].search(text) is not None


def is_book(unit: str, language: str) -> bool:
    """Whether what looks like a measure may be none: 20 livres."""
    return unit == "£~" and language == "fr"


def _has_unit(text: str, language: str, unit: str) -> bool:
    said = [unit, *(word for word, sign in units_in(language).items() if sign == unit)]
    return any(word.lower() in text for word in said)
