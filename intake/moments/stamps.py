"""Dates that programs write: of mail (RFC 822), of the web (ISO 8601), and as people do."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from intake.characters.flat import low
from intake.given import Given
from intake.moments.datelines import Dated, read_dateline
from intake.moments.months import month_named
from intake.moments.reading import read_moment
from press.embargo import Embargo, embargo_at, embargo_from, embargo_on, rounded_up
from press.errors import Refusal

LONGEST = 100  # characters of a date
_CLOCK = r"(?P<h>\d\d?):?(?P<m>\d\d)(?::?(?P<s>\d\d)(?:[.,]\d{1,9})?)?"
_ZONE = r" ?(?P<zone>Z|UTC?|GMT|[+-]\d\d:?(?:\d\d)?|[A-Z]{3,5})?"
_WEB = re.compile(rf"(?P<y>\d{{4}})-?(?P<mon>\d\d)-?(?P<d>\d\d)(?:[T ]{_CLOCK}{_ZONE})?", re.I)
_MAIL = re.compile(
    r"(?:[^\W\d_]{2,12}\.?,? ?)?(?P<d>\d\d?)[ -](?P<name>[^\W\d_]{3,12})\.?[ -]"
    rf"(?P<y>\d{{4}}|\d\d),?(?: {_CLOCK}{_ZONE})?",
    re.I,
)
# RFC 822, section 5.1; others are read as in a dateline.
_HOURS = {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}


def date_of(words: str, given: Given) -> Dated:
    """Read when an entry was published.

    Seconds are rounded up: what is dated 14:18:30 is not out at 14:18:00.

    Args:
        words: as the feed writes them.
        given: the zone of a time that names none.

    Returns:
        the date; none, with what is wrong in `doubts`, where it cannot be read for certain.
    """
    line = " ".join(words.split())
    if not line:
        return Dated()
    try:
        if len(line) > LONGEST:
            raise ValueError
        found = _WEB.fullmatch(line) or _MAIL.fullmatch(line)
        dated = Dated(_embargo(found, given), (), line) if found else read_dateline(line, given)
    except Refusal as refusal:
        return Dated(None, (f"its date, “{line[:LONGEST]}”, cannot be read: {refusal}",))
    except (ValueError, OverflowError):
        dated = Dated()
    if dated.embargo:
        return dated
    return Dated(None, (f"its date, “{line[:LONGEST]}”, cannot be read",))


def _embargo(found: re.Match[str], given: Given) -> Embargo:
    day = _day(found.groupdict())
    if found["h"] is None:
        return embargo_on(day, given.zone)
    wall = datetime.combine(day, time(int(found["h"]), int(found["m"]), int(found["s"] or 0)))
    zone = (found["zone"] or "").lower()
    if not zone:
        return embargo_at(rounded_up(wall), given.zone, given.fold)
    if (offset := _offset(zone)) is not None:
        return embargo_from(rounded_up(wall.replace(tzinfo=offset)), given.zone)
    return read_moment(f"{rounded_up(wall):%Y-%m-%d %H:%M} {zone.upper()}", given)


def _day(parts: dict[str, str | None]) -> date:
    year, name = int(parts["y"] or 0), parts.get("name")
    if year < 100:
        year += 1900 if year >= 70 else 2000
    month = month_named(low(name)) if name else int(parts["mon"] or 0)
    if not month:
        raise ValueError(name)
    return date(year, month, int(parts["d"] or 0))


def _offset(zone: str) -> timezone | None:
    if zone in ("z", "ut", "utc", "gmt"):
        return UTC
    if zone in _HOURS:
        return timezone(timedelta(hours=_HOURS[zone]))
    if zone[0] not in "+-":
        return None
    digits = zone[1:].replace(":", "")
    span = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-span if zone[0] == "-" else span)
