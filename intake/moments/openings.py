"""The dateline with which a first paragraph begins: `CORVANE/GENEVA, 4 February (Office) --`."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from intake.characters.flat import flat
from intake.given import Given
from intake.moments.datelines import Dated, means_date, read_dateline
from intake.moments.leads import is_lead, weekdays_in
from intake.moments.months import month_named
from press.errors import Refusal

_LONGEST = 140  # characters in which it ends
_ENDS = re.compile(r"\s?(?:--+|[–—])\s?|\s-\s")
_ASIDE = re.compile(r"\(([^()]*)\)")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|ste|de|e)?\.?"
_MONTH = r"(?P<name>[^\W\d_]{3,})\.?"
_YEARLESS = re.compile(
    rf"(?P<lead>.*?)(?:{_DAY} ?(?:of |de )?{_MONTH}"
    rf"|{_MONTH.replace('name', 'name2')} {_DAY.replace('day', 'day2')})"
)

_WEEKDAY_AND_FIGURES = re.compile(
    r"(?P<lead>[^\d]{2,60})(?<![^\W_])(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?:\.|(?P=sign))?"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline within a paragraph.

    Args:
        dated: what it says, where it names a year.
        day: day and month where it names none; (0, 0) otherwise.
        said: the words of the date, as written.
    """

    dated: Dated = Dated()  # noqa: RUF009 - it cannot be changed
    day: tuple[int, int] = (0, 0)
    said: str = ""


def opening_of(paragraph: str, given: Given) -> Opening | None:
    """The dateline with which a paragraph begins, if it does: a place, then a date.

    Args:
        paragraph: as written, without marks of Markdown.
        given: the zone of its date.
    """
    for end in _ENDS.finditer(paragraph[:_LONGEST]):
        lead = _without_asides(paragraph[: end.start()]).strip(" ,")
        if not re.match(r"[^\W\d_]", lead) or end.end() >= len(paragraph):
            continue
        if means_date(lead):
            return _with_year(lead, given)
        if found := _yearless(lead):
            return found
    return None


def _without_asides(lead: str) -> str:
    """Without offices in brackets; a date in brackets loses them."""
    return _ASIDE.sub(lambda aside: f", {aside[1]}" if re.search(r"\d", aside[1]) else "", lead)


def _with_year(lead: str, given: Given) -> Opening | None:
    try:
        dated = read_dateline(lead, given)
    except Refusal:
        return None
    return Opening(dated, said=lead) if dated.embargo else None


def _yearless(lead: str) -> Opening | None:
    found = _YEARLESS.fullmatch(flat(lead))
    if not found:
        return None
    month = month_named((found["name"] or found["name2"]).casefold())
    place = found["lead"]
    if not month or not place or not is_lead(place, place_may_touch=False):
        return None
    day = int(found["day"] or found["day2"])
    return Opening(day=(day, month), said=flat(lead)[len(place) :].strip(" ,"))


def day_alone(words: str) -> tuple[int, int] | None:
    """Day and month of a line that names a day and no year: `vrijdag 27/11`, `le lundi 3 mai`.

    Without the name of a weekday before it, it may well be a headline: `1. Mai`, `24/7`.
    """
    even = flat(words).strip(" .,;") if len(words) <= _LONGEST else ""
    if found := _WEEKDAY_AND_FIGURES.fullmatch(even):
        day, month = int(found["day"]), int(found["month"])
    elif found := _YEARLESS.fullmatch(even):
        day = int(found["day"] or found["day2"])
        month = month_named((found["name"] or found["name2"]).casefold()) or 0
    if not found or not is_lead(found["lead"], place_may_touch=False):
        return None
    return (day, month) if weekdays_in(found["lead"]) and in_year((day, month), 2028) else None


def nearest(day: tuple[int, int], sent: datetime) -> date | None:
    """The day of that name nearest to the one on which a mail was sent."""
    found = [one for year in (-1, 0, 1) if (one := in_year(day, sent.year + year))]
    return min(found, key=lambda one: abs((one - sent.date()).days), default=None)


def in_year(day: tuple[int, int], year: int) -> date | None:
    """A day and month in a year, if it has one."""
    try:
        return date(year, day[1], day[0])
    except ValueError:
        return None
