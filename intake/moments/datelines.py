"""Dates as press offices write them, in four languages: `Brussels, 18 Feb. 2026 – 14:18`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from intake.characters.flat import flat, low
from intake.given import Given
from intake.moments.leads import is_lead, weekdays_in
from intake.moments.months import month_named, weekdays_named
from intake.moments.time_of_day import TIME_WORDS, read_clock
from intake.moments.zones import ZONE_WORDS, out_of_season
from press.embargo import Embargo, embargo_at, embargo_on, parse_when
from press.errors import Refusal, UnreadableTime

LONGEST = 100  # characters of a line that is a date and nothing else
YEARS = range(1900, 3000)
_CENTURY = 2000

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|ste|de|e|o)?\.?"
_MONTH = r"(?P<name>[^\W\d_]{3,})\.?"
_YEAR = r"(?P<year>\d{4})(?![^\W_])"
_FORMS = [
    rf"{_DAY}[ -]?(?:of |de )?{_MONTH},?[ -]?{_YEAR}",
    rf"{_MONTH} ?{_DAY},? {_YEAR}",
    r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",
    rf"(?P<day>\d{{1,2}})([-/.]) ?(?P<month>\d{{1,2}})\2 ?{_YEAR}",
    r"(?P<day>\d{1,2})([-/.]) ?(?P<month>\d{1,2})\2 ?(?P<short>\d{2})(?![^\W_]|[:.]\d)",
]
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?![\d/])")
# “et” and “est” are words of other languages anywhere else.
_ZONE_AT_END = re.compile(rf"(?<=[\d.mhs])\s?\(?(?:{'|'.join(sorted(ZONE_WORDS))})\)?$")
_TIME = re.compile(r"\d{1,2} ?(?:[:hu]|heures?|uhr|uur) ?\d{2}\b")
_SHAPES = [
    re.compile(  # 18/02/26, 14.05 Uhr
        r"\d{1,2}([-/.]) ?\d{1,2}\1 ?\d{2}(?!\d|[:.]\d)\D{1,12}"
        r"\d{1,2}(?:[.:hu]\d{2}\b| ?(?:[hu]\b|[ap]\.?m\b|uhr|uur|heures?))"
        r"(?: ?(?:uhr|uur|h|u))?[ .]*"
    ),
    re.compile(r"\d{1,2}[^\W\d_]{0,3}\.?[ -]+[^\W\d_]+\.?,?[ -]+\d{4}[ .]*"),  # 18 Foo 2026
    re.compile(r"\d{1,4}([-/.]) ?\d{1,2}\1 ?\d{1,4}\b[^\w]*"),  # 18/02/26
]


def read_date(line: str, given: Given) -> Embargo | None:
    """Read a line that may be a date, with or without a time of day.

    Args:
        line: as written.
        given: the zone of the time, unless the line names its own.

    Returns:
        The embargo, or None if the line does not mean to be a date.

    Raises:
        UnreadableTime: it means to be a date and cannot be one; the message names it.
        NonexistentTime: the clocks skip that time.
        AmbiguousTime: it happens twice and nothing says which is meant.
    """
    if not means_date(line):
        return None
    for lead, rest in _halves(line):
        if found := _day_in(rest):
            _check_weekday(line, lead, found.day)
            return _embargo(line, found, given)
    raise _unreadable(line)


@dataclass(frozen=True, slots=True)
class Dated:
    """A line that may be a dateline, read.

    Args:
        embargo: what it says; the later reading where there are two; None if it is no date.
        doubts: what of it can be read in more than one way, in words an officer understands.
        line: as written; empty if it is no date.
    """

    embargo: Embargo | None = None
    doubts: tuple[str, ...] = ()
    line: str = ""


def read_dateline(line: str, given: Given) -> Dated:
    """Read a line as `read_date` does, and say what of it may be read in two ways.

    `03/04/2028` in English may be two days, and CET does not hold in July. A year of two figures is
    of this century.

    Raises:
        UnreadableTime, NonexistentTime, AmbiguousTime: as for `read_date`.
    """
    embargo = read_date(line, given)
    if embargo is None:
        return Dated()
    slashed = _SLASHED.search(line) if given.language.startswith("en") else None
    other = slashed and _other_way(line, slashed, given)
    if slashed and other and other.instant != embargo.instant:
        return Dated(_later(embargo, other), (_two_days(slashed[0], embargo, other),), line)
    if season := out_of_season(low(line), embargo, given):
        return Dated(_later(embargo, season[1]), (season[0],), line)
    return Dated(embargo, line=line)


def as_said(dated: Dated, day: int, month: int, given: Given) -> Dated:
    """A date that may be read in two ways, as another date in the text says which is meant.

    Args:
        dated: with `03/04/2028`, say; any other comes back as it is.
        day: of the other date.
        month: of the other date.
        given: the zone.
    """
    slashed = _SLASHED.search(dated.line) if dated.doubts else None
    if not slashed or {int(slashed[1]), int(slashed[2])} != {day, month}:
        return dated
    written = f"{_whole(slashed[3])}-{month}-{day}"
    return read_dateline(dated.line.replace(slashed[0], written, 1), given)


def _later(one: Embargo, other: Embargo) -> Embargo:
    return max(one, other, key=lambda embargo: embargo.instant)


def _two_days(said: str, one: Embargo, other: Embargo) -> str:
    first, second = one.wall, other.wall
    return (
        f"{said} is {first.day} {first:%B} or {second.day} {second:%B}: "
        f"write {first.day} {first:%B} {first.year} or {second.day} {second:%B} {second.year}"
    )


def _other_way(line: str, slashed: re.Match[str], given: Given) -> Embargo | None:
    """The date with the month first, where there is such a day."""
    month, day, year = slashed.groups()
    try:
        return read_date(line.replace(slashed[0], f"{_whole(year)}-{month}-{day}", 1), given)
    except Refusal:
        return None


def _whole(year: str) -> int:
    """A year in all its figures; one of two is of this century."""
    return int(year) + (_CENTURY if len(year) == 2 else 0)


def means_date(line: str) -> bool:
    """Whether a line can only be meant as a date, readable or not."""
    return any(_is_meant(rest) for _, rest in _halves(line))


@dataclass(frozen=True, slots=True)
class _Found:
    """A day, and the words that follow it."""

    day: date
    tail: str


def _halves(line: str) -> Iterator[tuple[str, str]]:
    """What stands before the date, and the rest: `Brussels, Wed.` and `18 feb 2026 -14:18`."""
    words = flat(line).lstrip(" *_").rstrip(" *_.,;|-") if len(line) <= LONGEST else ""
    # The word before the first figure may be a month: “March 18, 2026”.
    start = re.search(r"(?:[^\W\d_]{3,}\.? ?)?\d", words)
    for cut in dict.fromkeys((start.end() - 1, start.start())) if start else ():
        lead, rest = words[:cut], words[cut:].casefold()
        if is_lead(lead, place_may_touch=bool(_TIME.search(rest))):
            yield lead, rest


def _day_in(rest: str) -> _Found | None:
    for form in _FORMS:
        if found := re.match(form, rest):
            named = found.groupdict()
            month = month_named(named["name"]) if "name" in named else int(named["month"])
            year = _whole(named.get("year") or named["short"])
            day = _day(year, month, int(named["day"]))
            if day:
                return _Found(day, rest[found.end() :])
    return None


def _day(year: int, month: int | None, day: int) -> date | None:
    try:
        return date(year, month or 0, day) if year in YEARS else None
    except ValueError:
        return None


def _is_meant(rest: str) -> bool:
    """Whether the words have the shape of a date; few others may stand among them."""
    if any(shape.fullmatch(rest) for shape in _SHAPES):
        return True
    strange, numbers = _strange(rest), len(re.findall(r"\d+", rest))
    if _TIME.search(rest):
        return strange == 0 or (strange <= 2 and numbers >= 3)
    has_year = re.search(r"(?<!\d)\d{4}(?!\d)", rest) is not None
    return strange == 0 and has_year and (numbers > 1 or not rest[0].isdigit())


def _strange(rest: str) -> int:
    """How many words do not belong in a date."""
    words = re.findall(r"(?<![^\W_])[^\W\d_]+", _ZONE_AT_END.sub("", rest))
    return sum(not (month_named(w) or weekdays_named(w) or w in TIME_WORDS) for w in words)


def _check_weekday(line: str, lead: str, day: date) -> None:
    named = weekdays_in(lead)
    if named and day.weekday() not in named:
        raise UnreadableTime(f"“{line.strip()}” contradicts itself: {day} is a {day:%A}")


def _embargo(line: str, found: _Found, given: Given) -> Embargo:
    if not found.tail:
        return embargo_on(found.day, given.zone)
    clock = read_clock(found.tail)
    if clock is None:
        raise _unreadable(line)
    if clock.offset:
        return parse_when(f"{found.day}T{clock.time}{clock.offset}", given.zone)
    wall = datetime.combine(found.day, clock.time)
    return embargo_at(wall, clock.zone or given.zone, given.fold)


def _unreadable(line: str) -> UnreadableTime:
    return UnreadableTime(
        f"“{line.strip()}” is not a date that can be read; write it as 9 Mar 2027 - 10:30"
    )
