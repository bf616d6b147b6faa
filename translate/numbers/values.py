"""What amounts, numbers and dates are worth, in whatever way a language writes them."""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache

from translate.numbers.dates import DATE, read_date, stop
from translate.numbers.digits import NUMBER, plain
from translate.numbers.measures import SCALES, SHORT, SIGNS, SYMBOLS, UNITS, words
from translate.numbers.number_words import spelled

DIGIT = re.compile(r"\d")
_MINUS = r"(?:(?<![^\s(])[-−](?=[\d€$£¥]))?"
_SIGN = rf"(?:(?<!\w)(?:{'|'.join(re.escape(sign) for sign in sorted(SIGNS, key=len)[::-1])}))"
_GLUE = r"(?:[ \u00a0\u202f-]?|\.? d['’]|\.? de | of )"


def readable(target: str, source: str) -> str:
    """The language a translation's amounts are read in.

    Where a target's own words are unknown, only the words of the source are sure.
    """
    return target if target in SCALES else source


def values(text: str, language: str) -> Counter[str]:
    """Every amount, number and date of a text, told by its value, however it is written."""
    return Counter(_values(text, language))


@lru_cache(1024)  # many ask of the same words, one after the other
def _values(text: str, language: str) -> tuple[str, ...]:
    if not DIGIT.search(text):
        return ()
    found = pattern(language, NUMBER).finditer(text)
    return tuple(sorted(value_of(match, language) for match in found))


def apart(text: str, said: str, source: str, target: str) -> tuple[Counter[str], Counter[str]]:
    """What each of two texts has that is not in the other; “seven” and 7 are the same.

    Args:
        text: what was translated.
        said: its translation.
        source: code of the language that the text's amounts are read in.
        target: code of the language that the translation's are read in.

    Returns:
        the values that are lost, and those that were brought in.
    """
    if _values(text, source) == _values(said, target):
        return Counter(), Counter()
    before, after = values(text, source), values(said, target)
    first, second = spelled(text, source), spelled(said, target)
    lost = _unsaid(before - after, second - first, said, target)
    return lost, _unsaid(after - before, first - second, text, source)


def standing(text: str, language: str, worth: Counter[str]) -> list[str]:
    """The amounts, numbers and dates of some values as they stand in a text, in reading order."""
    left, found = +worth, list[str]()
    if not left:
        return found
    for match in pattern(language, NUMBER).finditer(text):
        if left[value_of(match, language)] > 0:
            left[value_of(match, language)] -= 1
            ended = "" if match["number"] else stop(match)
            found.append(" ".join(match[0].removesuffix(ended).split()))
    return found


def _unsaid(found: Counter[str], numbers: Counter[int], text: str, language: str) -> Counter[str]:
    """Values without those that a text has in words, with the same measure where they have one."""
    left, free = Counter[str](), +numbers
    for value in found.elements():
        number, _, unit = value.partition(" ")
        is_said = number.isdecimal() and free[int(number)] > 0 and _has_unit(text, unit, language)
        if is_said:
            free[int(number)] -= 1
        else:
            left[value] += 1
    return left


def _has_unit(text: str, unit: str, language: str) -> bool:
    said = [unit, *(word for word, sign in units_in(language).items() if sign == unit)]
    return any(word.lower() in text.lower() for word in said)


def value_of(match: re.Match[str], language: str) -> str:
    """What a match of `pattern` is worth, however it is written."""
    if not match["number"]:
        return "date {} {} {}".format(*read_date(match))
    value, scale = plain(match["number"]), power_of(match, language)
    if scale and is_decimal(match):
        exact = Decimal(value).scaleb(scale)
        value = format(exact.normalize() if exact % 1 else exact.to_integral_value(), "f")
    elif scale:
        value = f"{value} e{scale}"
    return f"{'-' if match['minus'] else ''}{value} {unit_of(match, language)}".strip()


def is_decimal(match: re.Match[str]) -> bool:
    """Whether the number of a match of `pattern` is one that can be counted with."""
    return re.fullmatch(r"\d+(\.\d+)?", plain(match["number"]), re.ASCII) is not None


def power_of(match: re.Match[str], language: str) -> int:
    """The power of ten of an amount's scale; 0 if it has none."""
    if match["short"]:
        return SHORT[match["short"].lower()]
    return _powers(language)[match["scale"].rstrip(".").lower()] if match["scale"] else 0


def unit_of(match: re.Match[str], language: str) -> str:
    """The sign of an amount's measure, however it is written; "" if it has none."""
    sign, unit = match["sign"], match["unit"] or ""
    known = SIGNS.get(unit) or (
        unit if unit in SYMBOLS else units_in(language).get(unit.lower(), "")
    )
    return SIGNS[sign] + known.replace(SIGNS[sign], "") if sign else known


@cache
def _powers(language: str) -> dict[str, int]:
    table = SCALES.get(language, {})
    return {word.lower(): power for power, entry in table.items() for word in words(entry)}


@cache
def units_in(language: str) -> dict[str, str]:
    """The sign of each measure of a language, by its words in small letters."""
    table = UNITS.get(language, {})
    return {word.lower(): sign for sign, entry in table.items() for word in words(entry)}


@cache
def pattern(language: str, number: str) -> re.Pattern[str]:
    """What finds dates and amounts in a language."""
    before = rf"(?P<minus>{_MINUS})(?:(?P<sign>{_SIGN}) ?)?"
    return re.compile(rf"{DATE}|{before}(?P<number>{number}){_tail(language)}")


def _tail(language: str) -> str:
    """The scale and the measure that may follow a number."""
    scale, unit = any_of(_powers(language)), any_of(units_in(language))
    marks = "|".join(re.escape(mark) for mark in sorted((*SYMBOLS, *SIGNS), key=len)[::-1])
    return (
        rf"(?:[ \u00a0\u202f-]?(?:(?P<scale>(?i:{scale})(?:(?<!\w{{5}})\.(?= [^\W\d]))?)"
        r"|(?P<short>(?(sign)[kKmMbB]|[kKmM](?= ?[€$£]))))(?![^\W_]))?"
        rf"(?:{_GLUE}(?P<unit>(?:{marks})|(?i:{unit}))(?![\w²³]|(?<=[€$£¥]) ?\d))?"
    )


def any_of(known: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; of none, one that never matches."""
    return "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True)) or r"(?!)"
