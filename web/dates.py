"""Dates as people read them, in the page's language and the newsroom's zone."""

from datetime import date

from press.edition import Entry
from press.embargo import Precision
from web.asked import site

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}


def day_in(code: str, day: date) -> str:
    """A date in a language: `18 February 2026`; as ISO 8601 where the month's name is unknown."""
    if code not in MONTHS:
        return day.isoformat()
    mark = {"de": ".", "fr": "er" if day.day == 1 else ""}.get(code, "")
    return f"{day.day}{mark} {MONTHS[code].split()[day.month - 1]} {day.year}"


def dateline(entry: Entry, code: str) -> str:
    """When a release came out, as its page shows it: `18 February 2026, 14:18`."""
    if entry.embargo.precision is Precision.DATE:
        return day_in(code, entry.embargo.wall.date())
    local = site().local(entry.published)
    comma = "," if code in MONTHS else ""
    return f"{day_in(code, local.date())}{comma} {local:%H:%M}"


def machine_date(entry: Entry) -> str:
    """The same for a `time` element: with the offset, or a date alone."""
    if entry.embargo.precision is Precision.DATE:
        return entry.embargo.wall.date().isoformat()
    return site().local(entry.published).isoformat()
