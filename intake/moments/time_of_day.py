"""Times of day as press offices write them: `14:18`, `à 14h18`, `om 14.18 uur`, `2.18 pm CET`."""

import re
from dataclasses import dataclass
from datetime import time

from intake.characters.flat import set_of
from intake.moments.zones import ZONE_WORDS, zone_named

_CLOCK = re.compile(
    r"[\s,;|/@-]*(?:(?:t(?=\d)|(?:at|a|om|um|ab|te|vers|from|vanaf|des)\s+)\s*)?\(?\s*"
    r"(?P<hour>\d{1,2})"
    r"(?:\s?(?:[:.hu]|heures?|uhr|uur)\s?(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.0+)?)?)?"
    r"\s*(?P<unit>[ap]\.?m\.?|uhr|uur|u\.|u\b|hrs?|h\b|hours?|heures?(?! (?:locale|de)))?"
    r"[\s,(]*(?P<zone>[a-z]+(?:\s[a-z]+){0,2})?\s?(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?"
    r"\s*\)?\.?"
)
# What names of zones mean; a name that is not here is not guessed at.
_OFFSETS = {
    "cest": "+02:00",
    "cet": "+01:00",
    "gmt": "+00:00",
    "mesz": "+02:00",
    "mez": "+01:00",
    "utc": "+00:00",
    "z": "+00:00",
}
_COUNTED_FROM = {None, "gmt", "utc"}  # what “+2” may follow
_BRUSSELS = {"brussels time", "heure de bruxelles", "brusselse tijd", "brusseler zeit"}
_LOCAL = {None, "local time", "heure locale", "plaatselijke tijd", "lokale tijd", "ortszeit"}
# Every word that may stand between or behind the figures of a date and a time.
TIME_WORDS = set_of(
    "a ab am at de des from h heure heures hour hours hr hrs m of om p pm t te u uhr um uur vanaf "
    f"vers {' '.join(filter(None, _OFFSETS.keys() | _BRUSSELS | _LOCAL))}"
)


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of day, and what is said about its zone.

    Args:
        time: as the clock shows it.
        offset: `+01:00` where the text fixes the instant, else nothing.
        zone: IANA name of the zone the text names, else nothing.
    """

    time: time
    offset: str = ""
    zone: str = ""


def read_clock(words: str) -> TimeOfDay | None:
    """Read the time that follows a date.

    Args:
        words: flat and lower case, everything after the date.

    Returns:
        The time, or None if the words are not a time and nothing but a time.
    """
    found = _CLOCK.fullmatch(words)
    if not found or not (found["minute"] or found["unit"]):
        return None
    try:
        shown = time(_hour(found), int(found["minute"] or 0), int(found["second"] or 0))
        return _in_zone(shown, found["zone"], found["offset"])
    except ValueError:
        return None


def _hour(found: re.Match[str]) -> int:
    hour, unit = int(found["hour"]), found["unit"] or ""
    if unit[:1] not in ("a", "p"):
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if unit[0] == "p" else 0)


def _in_zone(shown: time, zone: str | None, offset: str | None) -> TimeOfDay:
    if offset and zone in _COUNTED_FROM:
        return TimeOfDay(shown, _offset(offset))
    if not offset and zone in ZONE_WORDS - _OFFSETS.keys():
        named = zone_named(zone)
        return TimeOfDay(shown, _counted(named.offset), named.name if named.offset is None else "")
    if offset or zone not in _OFFSETS.keys() | _BRUSSELS | _LOCAL:
        raise ValueError(zone)
    return TimeOfDay(shown, _OFFSETS.get(zone or "", ""), "Europe/Brussels" * (zone in _BRUSSELS))


def _counted(minutes: int | None) -> str:
    """Minutes ahead of UTC as `-05:00`; nothing for None."""
    if minutes is None:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _offset(written: str) -> str:
    """`+2`, `+02`, `+0200` and `+02:00` as the last of these."""
    digits = written[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{written[0]}{int(hours):02}:{minutes}"
