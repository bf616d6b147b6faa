"""Whether two texts have the same amounts, numbers, dates and times, however they say them."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import NamedTuple

from translate.numbers.digits import one_space
from translate.numbers.number_words import spelled
from translate.numbers.said_in_words import Side, is_book, without_said
from translate.numbers.times import minutes_of, without_times
from translate.numbers.values import (
    found,
    power_of,
    sorted_values,
    unit_of,
    values_of,
)

# 5 and 25 billion dollars: how far apart two may stand that share scale and measure.
_NEAR = 32
# At 2:30 this afternoon: what says so may stand elsewhere.
_LATER = re.compile(r"(?i:afternoon|evening|tonight|après-midi|soir|middag|avond|mittag|abend)")
_BELOW = (
    *("below zero", "below freezing", "sub-zero", "subzero", "sous zéro", "dessous de zéro"),
    *("onder nul", "onder het vriespunt", "unter null", "minusgrad", "unter dem gefrierpunkt"),
)


class Share(NamedTuple):
    """What an amount may have from the one beside it.

    Args:
        power: of ten; 0 if it has no scale.
        unit: its measure, or "".
    """

    power: int
    unit: str


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
    first, second = sorted_values(text, source), sorted_values(said, target)
    if first == second:
        return Counter(), Counter()
    before, after = Counter(first), Counter(second)
    sides = Side(one_space(text), source), Side(one_space(said), target)
    return _settled(before - after, after - before, *sides)


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
    elif kind.isdecimal():
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
    ways, others = _ways(lost, text), _ways(new, said)
    for one in list(lost.elements()):
        for other in new:
            if new[other] > 0 and _is_like(ways[one], others[other]):
                lost[one] -= 1
                new[other] -= 1
                break


def _is_like(ways: set[str], others: set[str]) -> bool:
    if not ways.isdisjoint(others):
        return True
    return any(_same_time(one, other) for one in ways for other in others)


def _ways(values: Counter[str], side: Side) -> dict[str, set[str]]:
    """Each value with what else it may mean where it stands."""
    ways = {value: {value, *_also(value, side)} for value in values}
    matches = [match for match in found(side.text, side.language) if match["number"]]
    for run in (matches, matches[::-1]):
        share = Share(0, "")
        for near, match in pairwise(reversed(run)):
            own = Share(power_of(near, side.language), unit_of(near, side.language))
            apart = max(match.start(), near.start()) - min(match.end(), near.end())
            share = share if own == Share(0, "") else own
            share = share if apart <= _NEAR else Share(0, "")
            (value,) = values_of(match, side.language)
            if value in ways and share != Share(0, ""):
                ways[value] |= set(_shared(match, near, share, side.language))
    return ways


def _also(value: str, side: Side) -> Iterator[str]:
    kind, _, rest = value.partition(" ")
    if kind == "time" and not rest.startswith("~") and _LATER.search(side.text):
        yield f"time {(int(rest.split(':')[0]) + 12) % 24}:{rest[-2:]}"
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
    elif kind.startswith("-") and any(below in side.text.lower() for below in _BELOW):
        yield value[1:]
    elif any(below in side.text.lower() for below in _BELOW):
        yield f"-{value}"


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
        for measure in {unit, unit or share.unit}:
            yield f"{worth} {measure}".strip()


def _plain(number: Decimal) -> str:
    exact = number.normalize() if number % 1 else number.to_integral_value()
    return format(exact, "f")


def _same_time(one: str, other: str) -> bool:
    """Whether two are the same time of day: half past two and 14:30, 14.30 and 14:30, 14, 14 h."""
    if not (one.startswith("time ") or other.startswith("time ")):
        return False
    minutes = minutes_of(one), minutes_of(other)
    if None in minutes:
        return False
    day = 720 if "~" in one + other else 1440
    return (int(minutes[0] or 0) - int(minutes[1] or 0)) % day == 0


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
