"""Dates as people read them, in the page's language and the newsroom's zone."""

from press.embargo import Precision
from press.months import MONTHS, day_in
from press.public.edition import Entry
from web.site.house import site


def dateline(entry: Entry, code: str) -> str:
    """When a release came out, as its page shows it: `7 September 2026, 16:00`."""
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
