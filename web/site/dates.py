"""Dates as people read them, in the page's language and the newsroom's zone."""

from feeds.parts import dates
from press.embargo import Precision
from press.public.edition import Entry
from web.site.house import site


def dateline(entry: Entry, code: str) -> str:
    """When a release came out, as its page shows it: `7 September 2026, 16:00`."""
    return dates.dateline(entry, code, site())


def machine_date(entry: Entry) -> str:
    """The same for a `time` element: with the offset, or a date alone."""
    if entry.embargo.precision is Precision.DATE:
        return entry.embargo.wall.date().isoformat()
    return site().local(entry.published).isoformat()
