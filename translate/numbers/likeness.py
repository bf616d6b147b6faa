"""Whether two texts have the same amounts, numbers, dates and times, however they say them."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from translate.numbers.digits import is_countable, one_space
from translate.numbers.measures import SHORT
from translate.numbers.number_words import spelled
from translate.numbers.said_in_words import Side, is_book, without_said
from translate.numbers.times import minutes_of, without_times
from translate.numbers.values import (
    found,
    is_decimal,
    power_of,
    sorted_values,
    unit_of,
    values_of,
)

# 5 and 25 billion dollars: what stands between two that share scale and measure.
_BETWEEN = re.compile(
    r"-? ?(?:[,–/-]|(?:and|or|to|et|ou|à|en|of|op|tot|t/m|und|oder|bis|auf)\b)"
    r"[^.;:!?()\d]{0,28}[€$£]?"
)
_DEGREES = re.compile(r"\s?(?:°(?!\s?[CF])|degree|degré|graad|graden|Grad)(?!\w)|\s?degr[eé]e?s\b")
_SHORT = re.compile(r"M(?![\w/])")
# At 2:30 this afternoon: what says so may stand elsewhere.
_LATER = re.compile(r"(?i:afternoon|evening|tonight|après-midi|soir|middag|avond|nachmittag|abend)")
_BELOW = (
    *("below zero", "below freezing", "sub-zero", "subzero", "sous zéro", "dessous de zéro"),
    *("onder nul", "onder het vriespunt", "unter null", "minusgrad", "unter dem gefrierpunkt"),
)


_MOST = 1000  # values apart; a text with more is no text, and nothing would be said otherwise


class Share(NamedTuple):
    """What an amount may have from the one beside it.

    Args:
        power: of ten; 0 if it has no scale.
        unit: its measure, or "".
    """

    power: int
    unit: str


@lru_cache(1024)  # a hypothesis is looked at before and after each thing that is set right in it
def apart(text: str, said: str, source: str, target: str) -> tuple[Counter[str], Counter[str]]:
    """What each of two texts has that is not in the other; “seven” and 7 are the same.

    Args:
        text: what was translated.
        said: its translation.
        source: code of the language that the text's amounts are read in.
        target: code of the language that the translation's are read in.

    Returns:
        the values that are lost, and those that were brought in; whoever asks again gets the same.
    """
    first, second = sorted_values(text, source), sorted_values(said, target)
    if first == second:
        return Counter(), Counter()
    before, after = Counter(first), Counter(second)
    sides = Side(one_space(text), source), Side(one_space(said), target)
    return _settled(before - after, after - before, *sides)


@lru_cache(1024)  # several ask of the same words, one after the other
def spelled_numbers(text: str, language: str) -> Counter[int]:
    """The numbers that a text has in words, but for those in times of day."""
    return spelled(without_times(one_space(text), language), language)


def in_digits(text: str, language: str) -> set[int]:
    """The numbers that a text has in digits, those of times and decades too."""
    return {number for value in sorted_values(text, language) for number in _numbers(value)}


def _numbers(value: str) -> Iterator[int]:
    kind, _, rest = value.partition(" ")
    if kind == "time":
        hour = (minutes_of(value) or 0) // 60
        yield from (hour, hour + 12) if "~" in value else (hour,)
    elif kind == "decade":
        yield from (int(rest), int(rest) % 100)
    elif kind == "date":
        yield from (int(part) for part in rest.split(" ")[::2] if part)
    elif is_countable(kind):
        yield int(kind)


def differing(
    worth: Counter[str], said: str, source: str, target: str
) -> tuple[Counter[str], Counter[str]]:
    """The same for a text of which only the values are known; it has no words."""
    after = Counter(sorted_values(said, target))
    if worth == after:
        return Counter(), Counter()
    return _settled(worth - after, after - worth, Side("", source), Side(one_space(said), target))


def _settled(
    lost: Counter[str], new: Counter[str], text: Side, said: Side
) -> tuple[Counter[str], Counter[str]]:
    """Without what only looks different."""
    if lost.total() + new.total() > _MOST:
        return lost, new
    if lost and new:
        _pair(lost, new, text, said)
        _split(lost, new)
        _split(new, lost)
    if lost or new:
        first, second = spelled_numbers(*text), spelled_numbers(*said)
        lost = without_said(lost, second - first, said, text.language)
        new = without_said(new, first - second, text, said.language)
    return +lost, +new


def _pair(lost: Counter[str], new: Counter[str], text: Side, said: Side) -> None:
    """Take out what is the same in another way of saying it."""
    known: dict[str, list[str]] = {}
    for other, others in _ways(new, said).items():
        for way in others:
            known.setdefault(way, []).append(other)
    ways = _ways(lost, text)
    for one in list(lost.elements()):
        like = (o for way in sorted(ways[one]) for o in known.get(way, ()) if _may_be(way, one, o))
        other = next((other for other in like if new[other] > 0), "")
        if other:
            lost[one] -= 1
            new[other] -= 1


def _may_be(way: str, one: str, other: str) -> bool:
    """Whether two values with a way in common are the same: 24 and 0 are, of the clock only."""
    is_clock = one.startswith("time ") or other.startswith("time ")
    return is_clock or not way.startswith("minute ")


def _ways(values: Counter[str], side: Side) -> dict[str, set[str]]:
    """Each value with what else it may mean where it stands."""
    is_below = any(below in side.text.lower() for below in _BELOW)
    ways = {value: {value, *_also(value, side)} for value in values}
    for value in values if is_below else ():
        ways[value].add(value[1:] if value.startswith("-") else f"-{value}")
    matches = [match for match in found(side.text, side.language) if match["number"]]
    for match in matches:
        for value in values_of(match, side.language):
            if value in ways:
                ways[value] |= set(_by_what_follows(match, value))
    for run in (matches, matches[::-1]):
        share = Share(0, "")
        for near, match in pairwise(reversed(run)):
            own = Share(power_of(near, side.language), unit_of(near, side.language))
            share = share if own == Share(0, "") else own
            first, last = sorted((match.span(), near.span()))
            if not _BETWEEN.fullmatch(match.string, first[1], last[0]):
                share = Share(0, "")
            (value,) = values_of(match, side.language)
            if value in ways and share != Share(0, ""):
                ways[value] |= set(_shared(match, near, share, side.language))
    return ways


def _also(value: str, side: Side) -> Iterator[str]:
    kind, _, rest = value.partition(" ")
    if (minute := minutes_of(value)) is not None:
        yield f"minute {minute % 1440}"  # 14.30 and 14 may be times
        is_later = kind == "time" and minute % 720 and _LATER.search(side.text)
        if "~" in value or is_later:
            yield f"minute {(minute + 720) % 1440}"
    elif kind == "decade" and len(rest) == 2:
        yield from (f"decade {century}{rest}" for century in (18, 19, 20))
    elif kind == "date" and "/" in value:
        _, _, months, year = value.split(" ")
        day, month = months.split("/")
        yield from (f"date {day} {month} {year}", f"date {month} {day} {year}")
    elif rest == "£~":
        yield f"{kind} £"
        if is_book(rest, side.language):
            yield kind
    elif rest == "m~":
        yield f"{kind} m"
        yield _plain(Decimal(kind).scaleb(6))


def _by_what_follows(match: re.Match[str], value: str) -> Iterator[str]:
    """What a number may mean besides, told by what stands behind it: 5 degrees, 3M."""
    if _DEGREES.match(match.string, match.end()):
        yield f"{value} °C"
    short = _SHORT.match(match.string, match.end())
    if short and is_decimal(match):
        yield _plain(Decimal(value).scaleb(SHORT[short[0].lower()]))


def _shared(
    match: re.Match[str], near: re.Match[str], share: Share, language: str
) -> Iterator[str]:
    """An amount with the scale and the measure of others beside it: 5 and 25 billion dollars."""
    (value,) = values_of(match, language)
    number, _, unit = value.partition(" ")
    is_open = not power_of(match, language) and (not unit or (match["sign"] and not near["sign"]))
    try:
        scaled = _plain(Decimal(number).scaleb(share.power)) if is_open else number
    except InvalidOperation:  # a version, such as 1.2.3
        return
    for worth in {number, scaled}:
        for measure in {unit, unit or share.unit, unit or share.unit.removesuffix("~")}:
            yield f"{worth} {measure}".strip()


def _plain(number: Decimal) -> str:
    exact = number.normalize() if number % 1 else number.to_integral_value()
    return format(exact, "f")


def _split(times: Counter[str], numbers: Counter[str]) -> None:
    """Take out times whose hour and minute are two numbers elsewhere: 2 h 30, 2 hours 30."""
    for time in [value for value in times.elements() if value.startswith("time ")]:
        hour, _, minute = time.removeprefix("time ").removeprefix("~").partition(":")
        for pair in ((hour, minute), (hour, str(int(minute))), (hour.zfill(2), minute)):
            needed = Counter(pair)
            if all(numbers[value] >= count for value, count in needed.items()):
                numbers.subtract(needed)
                times[time] -= 1
                break
