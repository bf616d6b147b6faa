"""From the wall clock an officer means to the one instant everybody shares."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from press.errors import AmbiguousTime, NonexistentTime, UnreadableTime

MINUTE = timedelta(minutes=1)
_SHOWN = "%Y-%m-%d %H:%M"
_FORMS = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H.%M", "%Y-%m-%d %Hh%M")


class Precision(StrEnum):
    """Whether a release came with a time of day or a date only."""

    MINUTE = "minute"
    DATE = "date"


class Fold(StrEnum):
    """Which of the two is meant when a wall time happens twice."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Embargo:
    """From when, and including when, a release may be published.

    Args:
        instant: the whole minute in UTC.
        wall: what the officer's clock shows then, without an offset, kept for showing.
        zone: IANA name of the zone of that clock.
        precision: a date-only release is shown as a date; its instant is the start of that day.
    """

    instant: datetime
    wall: datetime
    zone: str
    precision: Precision = Precision.MINUTE

    def __str__(self) -> str:
        if self.precision is Precision.DATE:
            return f"{self.wall:%Y-%m-%d}"
        return f"{self.wall:{_SHOWN}} {self.zone} ({self.instant:{_SHOWN}} UTC)"

    def has_passed(self, now: datetime) -> bool:
        """Whether its minute is over; while it lasts, what is let out is still in time."""
        return self.instant < minute_of(now)


def minute_of(moment: datetime) -> datetime:
    """The whole minute that a moment falls in: what is public changes with it and no sooner.

    Args:
        moment: an instant, or what a clock shows.
    """
    return moment.replace(second=0, microsecond=0)


def rounded_up(moment: datetime) -> datetime:
    """The first whole minute that is not before a moment: what is dated then is never early.

    Args:
        moment: an instant, or what a clock shows.
    """
    minute = minute_of(moment)
    return minute if minute == moment else minute + MINUTE


def next_minute(now: datetime) -> datetime:
    """The first whole minute after an instant."""
    return minute_of(now) + MINUTE


def zone_named(name: str) -> ZoneInfo:
    """Find a time zone.

    Raises:
        UnreadableTime: there is none of that name in the time zone data.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnreadableTime(
            f"“{name}” is not a time zone; use a name such as Europe/Brussels"
        ) from None


def embargo_at(wall: datetime, zone: str, fold: Fold | None = None) -> Embargo:
    """Turn a wall time into an embargo.

    Args:
        wall: naive, on a whole minute.
        zone: IANA name.
        fold: which instant is meant if the wall time happens twice.

    Raises:
        UnreadableTime: not a whole minute, or no such zone.
        NonexistentTime: the clocks skip this time.
        AmbiguousTime: it happens twice and `fold` does not say which is meant.
    """
    if wall != minute_of(wall):
        raise UnreadableTime(f"an embargo falls on a whole minute, not at {wall.time()}")
    _check_year(wall)
    tz = zone_named(zone)
    first, second = (_utc(wall, tz, fold=n) for n in (0, 1))
    # A skipped wall time does not survive the way to UTC and back (PEP 495).
    if first.astimezone(tz).replace(tzinfo=None) != wall:
        raise NonexistentTime(f"{wall:{_SHOWN}}", zone, _around_gap(second, first, tz))
    if first != second and fold is None:
        raise AmbiguousTime(
            f"{wall:{_SHOWN}}", zone, (f"{first:{_SHOWN}} UTC", f"{second:{_SHOWN}} UTC")
        )
    return Embargo(second if fold is Fold.SECOND else first, wall, zone)


def embargo_on(day: date, zone: str) -> Embargo:
    """The embargo of a release that has a date and no time: the first minute of that day."""
    _check_year(day)
    tz = zone_named(zone)
    wall = datetime.combine(day, time())
    # Where midnight itself is skipped, the first fold is the moment after the gap (PEP 495).
    return Embargo(_utc(wall, tz, fold=0), wall, zone, Precision.DATE)


def embargo_from(instant: datetime, zone: str) -> Embargo:
    """The embargo at a known instant, its seconds dropped: what “publish now” means."""
    minute = minute_of(instant.astimezone(UTC))
    return Embargo(minute, minute.astimezone(zone_named(zone)).replace(tzinfo=None), zone)


def parse_when(text: str, zone: str, fold: Fold | None = None) -> Embargo:
    """Read what an officer types: `2030-08-25 14:18`, or a date alone.

    A time with an offset (`2026-08-25T14:18+02:00`, RFC 3339) is taken as it stands.

    Raises:
        UnreadableTime, NonexistentTime, AmbiguousTime: as for `embargo_at`.
    """
    text = text.strip()
    for form in _FORMS:
        try:
            wall = datetime.strptime(text, form)  # noqa: DTZ007 - a wall time has no offset yet
            return embargo_at(wall, zone, fold)
        except ValueError:
            continue
    try:
        return _from_iso(text, zone, fold)
    except ValueError:
        raise UnreadableTime(f"“{text}” is not a time such as 2030-08-25 14:18") from None


def _check_year(day: date) -> None:
    """Refuse a mistyped year, which would also lie beyond what can be turned into UTC."""
    if not 1900 <= day.year < 3000:
        raise UnreadableTime(f"the year {day.year} cannot be meant")


def _from_iso(text: str, zone: str, fold: Fold | None) -> Embargo:
    if len(text) == len("2026-08-25"):
        return embargo_on(date.fromisoformat(text), zone)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        return embargo_at(moment, zone, fold)
    if moment != minute_of(moment):
        raise UnreadableTime(f"an embargo falls on a whole minute, not at {moment.time()}")
    _check_year(moment)
    return embargo_from(moment, zone)


def _utc(wall: datetime, tz: ZoneInfo, fold: int) -> datetime:
    return wall.replace(tzinfo=tz, fold=fold).astimezone(UTC)


def _around_gap(before: datetime, after: datetime, tz: ZoneInfo) -> tuple[str, str]:
    """The last minute before a gap and the first after it, given an instant on either side."""
    offset = before.astimezone(tz).utcoffset()
    while before + MINUTE < after and (before + MINUTE).astimezone(tz).utcoffset() == offset:
        before += MINUTE
    last, first = (moment.astimezone(tz) for moment in (before, before + MINUTE))
    return f"{last:{_SHOWN}}", f"{first:{_SHOWN}}"
