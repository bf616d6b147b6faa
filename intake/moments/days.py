"""The days that words name, and what is not certain about them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from intake.moments.months import month_named

YEARS = range(1900, 3000)
# Of this century, which figures that say nothing else can name: no embargo ends in 2005.
SHORT_YEARS = range(20, 100)
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
        rf" ?(?P<short>\d{{2}})(?![\d:/-]|[.]\d| ?(?:uhr|uur|h|u|heures?|[ap]\.?m)\b)"
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
    if "short" in found:
        return _with_short_year(said, found["short"], int(found["day"]), month or 0, day_first)
    if "year" not in found:
        return Day(said, (), f"“{said}” names no year")
    year, day = int(found["year"]), int(found["day"])
    pairs = [(month or 0, day)]
    if not (named or day_first or "." in said or said.startswith(found["year"])):
        pairs.append((day, month or 0))
    return _one_of(said, _dates(year, pairs))


def _with_short_year(said: str, short: str, day: int, month: int, day_first: bool) -> Day:
    """A day such as `25/08/27`, of this century.

    What may as well be a time is not certain, nor what may begin with its year: `27-08-25`.
    """
    if " " in said or int(short) not in SHORT_YEARS:
        return Day(said, (), f"“{said}” gives its year in two figures only")
    pairs = [(month, day)] if day_first or "." in said else [(month, day), (day, month)]
    may_be = [*_dates(2000 + int(short), pairs)]
    if "-" in said and day in SHORT_YEARS:
        may_be += _dates(2000 + day, [(month, int(short))])
    return _one_of(said, may_be)


def _one_of(said: str, days: Iterable[date]) -> Day:
    may_be = tuple(dict.fromkeys(days))
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
