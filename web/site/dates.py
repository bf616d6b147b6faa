"""Dates as people read them, in the page's language and the newsroom's zone."""

from feeds.parts import dates
from press.embargo import Precision
from press.public.edition import Entry, Withdrawal
from web.site.house import site


def dateline(entry: Entry, code: str) -> str:
    """When a release came out, as its page shows it: `7 September 2026, 16:00`."""
    return dates.dateline(entry, code, site())


def withdrawn_dates(gone: Withdrawal, code: str) -> dict[str, str]:
    """When a release had come out and when it was taken back, for people."""
    out = dates.since(gone.embargo, code, site()) if gone.embargo else ""
    return {"out": out, "at": dates.moment(gone.at, code, site())}


def machine_date(entry: Entry) -> str:
    """The same for a `time` element: with the offset, or a date alone."""
    if entry.embargo.precision is Precision.DATE:
        return entry.embargo.wall.date().isoformat()
    return site().local(entry.published).isoformat()
