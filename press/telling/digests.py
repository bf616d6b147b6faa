"""When somebody who wants digests gets the next one: days and weeks of their own zone.

A digest tells of everything from the instant at which the last one ended up to the last boundary
that has passed: 07:00 of a day, or of a Monday, by their clock. So digests lie end to end whatever
the clock does in spring and autumn, whichever zone or frequency is chosen meanwhile, and however
long no digest could be made.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from press.telling.wishes import Frequency

MORNING = time(7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DigestWindow:
    """What a digest tells of: from and including one instant, up to another (UTC)."""

    start: datetime
    end: datetime


def next_boundary(after: datetime, frequency: Frequency, zone: str) -> datetime:
    """The first boundary after an instant, UTC.

    Args:
        after: the instant, UTC.
        frequency: daily or weekly.
        zone: IANA name.
    """
    day = _first_day(after, frequency, zone)
    while (boundary := _boundary(day, zone)) <= after:
        day += _step(frequency)
    return boundary


def last_boundary(until: datetime, frequency: Frequency, zone: str) -> datetime:
    """The last boundary that is not after an instant, UTC."""
    boundary = following = _boundary(_first_day(until, frequency, zone), zone)
    while following <= until:
        boundary, following = following, next_boundary(following, frequency, zone)
    return boundary


def window_at(start: datetime, now: datetime, frequency: Frequency, zone: str) -> DigestWindow:
    """What the digest tells of that is due now.

    Args:
        start: where the last one ended, UTC.
        now: UTC.
        frequency: whoever is told at once gets one that ends now, with what was left.
        zone: IANA name.
    """
    if frequency is Frequency.INSTANT:
        return DigestWindow(start, now)
    return DigestWindow(start, max(start, last_boundary(now, frequency, zone)))


def clock_of(zone: str) -> tzinfo:
    """A reader's clock; UTC where nobody knows their zone any more: others' digests must go."""
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError):  # zoneinfo's own error is a KeyError
        return UTC


def _first_day(instant: datetime, frequency: Frequency, zone: str) -> date:
    """A day whose boundary is before an instant, and not long before."""
    # Of two days, one may be missing: west of the date line 30 December 2011 was.
    day = instant.astimezone(clock_of(zone)).date() - 2 * _DAY
    return day - day.weekday() * _DAY if frequency is Frequency.WEEKLY else day


def _step(frequency: Frequency) -> timedelta:
    return 7 * _DAY if frequency is Frequency.WEEKLY else _DAY


def _boundary(day: date, zone: str) -> datetime:
    return datetime.combine(day, MORNING, clock_of(zone)).astimezone(UTC)
