"""The days that words name, and what is not certain about them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from intake.moments.months import month_named

YEARS = range(1900, 3000)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|ste|de|e)?\.?"
_MONTH = r"(?P<name>[a-z]{3,})\.?"
_NO_FIGURE = r"(?<![\d:/])(?<!\d\.)"
_FORMS = [
    re.compile(
        rf"{_NO_FIGURE}{_DAY}[ -]?(?:day )?(?:of |de |d')?{_MONTH},?[ -]?(?:in "
        rf"|van )?(?P<year>\d{{4}})(?!\d|[:.]\d)"
    ),
    re.compile(rf"\b{_MONTH} ?(?:the )?{_DAY}[, ]+(?P<year>\d{{4}})(?!\d|[:.]\d)"),
    re.compile(
        rf"{_NO_FIGURE}(?P<year>\d{{4}})([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})(?!\d)"
    ),
    re.compile(
        rf"{_NO_FIGURE}(?P<day>\d{{1,2}})([-/.]) ?(?P<month>\d{{1,2}})\2 ?(?P<year>\d{{4}})(?!\d)"
    ),
    re.compile(
        rf"{_NO_FIGURE}(?P<day>\d{{1,2}})([-/.]) ?(?P<month>\d{{1,2}})\2"
        rf" ?(?P<short>\d{{2}})(?![\d:]|[.]\d| ?uhr)"
    ),
    re.compile(rf"{_NO_FIGURE}{_DAY}[ -]?(?:of |de )?{_MONTH}(?![a-z])"),
    re.compile(rf"\b{_MONTH} ?(?:the )?{_DAY}(?![\d:]|[.]\d| ?(?:[ap]\.?m|h|u|uhr|uur)\b)"),
]


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written, and what it may be.

    Args:
        said: as written, flat and lower case.
        may_be: one day; two where it cannot be known which figure is the month; none where it is
            no day at all.
        why: why it is no day for certain, if it is not.
    """

    said: str
    may_be: tuple[date, ...]
    why: str = ""


def days_in(words: str, *, day_first: bool) -> tuple[list[Day], str]:
    """The days that words name, and the words without them.

    Args:
        words: flat and lower case.
        day_first: whether `03/04/2027` can only be the third of April.
    """
    days = []
    for form in _FORMS:
        for match in list(form.finditer(words)):
            if day := _day(match, day_first=day_first):
                days.append(day)
                words = words.replace(match[0], " ; ", 1)
    return days, words


def _day(match: re.Match[str], *, day_first: bool) -> Day | None:
    found = match.groupdict()
    said, named = match[0].strip(" ,-"), "name" in found
    month = month_named(found["name"]) if named else int(found["month"])
    if named and month is None:
        return None
    if "year" not in found:
        missing = "gives its year in two figures only" if "short" in found else "names no year"
        return Day(said, (), f"“{said}” {missing}")
    year, day = int(found["year"]), int(found["day"])
    pairs = [(month or 0, day)]
    if not (named or day_first or "." in said or said.startswith(found["year"])):
        pairs.append((day, month or 0))
    may_be = tuple(dict.fromkeys(_dates(year, pairs)))
    return Day(said, may_be, "" if may_be else f"“{said}” is not a day in the calendar")


def _dates(year: int, pairs: list[tuple[int, int]]) -> Iterator[date]:
    for month, day in pairs:
        try:
            if year in YEARS:
                yield date(year, month, day)
        except ValueError:
            continue


def shown(day: date) -> str:
    """A day as an officer would write it: `5 May 2027`."""
    return f"{day.day} {day:%B} {day.year}"
