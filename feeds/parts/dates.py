"""How a date has to look in each kind of document."""

import re
from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime

from press.embargo import Embargo, Precision
from press.months import MONTHS, day_in
from press.public.edition import Entry
from press.public.site import Site

_DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_RFC822 = re.compile(
    rf"({_DAYS}), \d\d? ({_MONTHS}) \d{{4}} \d\d:\d\d(:\d\d)? (GMT|[+-]\d{{4}})", re.ASCII
)


def is_rfc3339(text: str) -> bool:
    """Whether it is a date of Atom or JSON Feed: upper-case T and an offset (RFC 3339, 5.6)."""
    return bool(_RFC3339.fullmatch(text)) and _can(datetime.fromisoformat, text)


def is_rfc822(text: str) -> bool:
    """Whether it is a date of RSS: English names (RFC 822, 5), four digits of year (RSS 2.0)."""
    return bool(_RFC822.fullmatch(text)) and _can(parsedate_to_datetime, text)


def dateline(entry: Entry, code: str, site: Site) -> str:
    """When a release came out, for people: `7 September 2026, 16:00`.

    Args:
        entry: the release.
        code: of the language.
        site: in whose zone.
    """
    return since(entry.embargo, code, site)


def since(embargo: Embargo, code: str, site: Site) -> str:
    """The same of an embargo.

    Args:
        embargo: which ended.
        code: of the language.
        site: in whose zone.
    """
    if embargo.precision is Precision.DATE:
        return day_in(code, embargo.wall.date())
    return moment(embargo.instant, code, site)


def moment(instant: datetime, code: str, site: Site) -> str:
    """An instant for people, to the minute.

    Args:
        instant: UTC.
        code: of the language.
        site: in whose zone.
    """
    local = site.wall(instant)
    comma = "," if code in MONTHS else ""
    return f"{day_in(code, local.date())}{comma} {local:%H:%M}"


def _can(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True
