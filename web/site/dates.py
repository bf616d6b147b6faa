"""Dates as people read them, in the page's language and the newsroom's zone."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby

from feeds.parts import dates
from press.embargo import Precision
from press.months import day_in, month_in
from press.public.calendar import Season
from press.public.edition import Entry, Withdrawal
from web.site.house import site


def dateline(entry: Entry, code: str) -> str:
    """When a release came out, as its page shows it: `7 September 2026, 16:00`."""
    return dates.dateline(entry, code, site())


def withdrawn_dates(gone: Withdrawal, code: str) -> dict[str, str]:
    """When a release had come out and when it was taken back, for people."""
    out = dates.since(gone.embargo, code, site()) if gone.embargo else ""
    return {"out": out, "at": dates.moment(gone.at, code, site())}


def hour(entry: Entry, code: str) -> str:
    """When a release came out, below a heading that names the day: `16:00`, or nothing more."""
    day = site().wall(entry.published)
    if entry.embargo.precision is not Precision.DATE:
        return f"{day:%H:%M}"
    # Where it was dated the clock may show another day than here.
    return "" if entry.embargo.wall.date() == day.date() else dateline(entry, code)


def by_month(entries: Iterable[Entry], code: str) -> Iterator[tuple[str, list[Entry]]]:
    """Releases with what the month is called in which they came out, in their order."""
    return _by(entries, lambda day: season_name(Season(day.year, day.month), code))


def by_day(entries: Iterable[Entry], code: str) -> Iterator[tuple[str, list[Entry]]]:
    """Releases with what the day is called on which they came out, in their order."""
    return _by(entries, lambda day: day_in(code, day))


def _by(entries: Iterable[Entry], name: Callable[[date], str]) -> Iterator[tuple[str, list[Entry]]]:
    for said, some in groupby(entries, lambda one: name(site().wall(one.published).date())):
        yield said, list(some)


def season_name(season: Season, code: str) -> str:
    """What a year or month is called: `August 2026`; as a number where that is not known."""
    month = month_in(code, season.month) if season.month else None
    if month is None:
        return str(season).replace("/", "-")
    return f"{month[:1].upper()}{month[1:]} {season.year}"


def month_name(season: Season, code: str) -> str:
    """What a month is called where its year is said already: `August`."""
    return season_name(season, code).removesuffix(f" {season.year}")


def machine_date(entry: Entry) -> str:
    """The same for a `time` element: with the offset, or a date alone."""
    if entry.embargo.precision is Precision.DATE:
        return entry.embargo.wall.date().isoformat()
    return site().local(entry.published).isoformat()
