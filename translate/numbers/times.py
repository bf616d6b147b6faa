"""Times of day: which minute they mean, and how a language writes it.

2:30 pm is 14:30; half past two may be either half of the day; 2:30 by itself is in the night, as in
every language that counts to 24. Minutes are of the day, from 0 to 1440.
"""

import re
from functools import cache
from typing import NamedTuple

from translate.numbers.clock_patterns import ZONE, in_words, time_pattern
from translate.numbers.clocks import CLOCKS
from translate.numbers.number_words import hour_in, hours

_TOLD = ("hour", "packed", "spoken", "midday", "midnight")
_HOURS = re.compile(r"\d{1,2}(?:\.[0-5]\d)?")
_AM, _PM = r"a\W*m\W*", r"p\W*m\W*"
# What lasts two and a half hours, and is no time of day: pendant 2 h 30, 2 h 30 de route.
_LASTING = re.compile(
    r"\b(?:pendant|durant|dur\w+|en|après|plus de|moins de|près de|environ|toutes les) $"
)
# The usual way of each language: a colon in German (DIN 5008), a point and “uur” in Dutch, “h”
# between unbreakable spaces in French, twelve hours in English, where noon is named: 12 pm is not
# understood by everybody.
_NOON = {"en": "12 noon", "fr": "midi", "nl": "12.00 uur", "de": "12 Uhr"}
_MIDNIGHT = {"en": "midnight", "fr": "minuit", "nl": "middernacht", "de": "Mitternacht"}
# Full hour, quarter past, half past, quarter to; {0} is the hour, {1} the next one.
_SPOKEN = {
    "en": ("{0} o'clock", "quarter past {0}", "half past {0}", "quarter to {1}"),
    "fr": ("{0}", "{0} et quart", "{0} et demie", "{1} moins le quart"),
    "nl": ("{0} uur", "kwart over {0}", "half {1}", "kwart voor {1}"),
    "de": ("{0} Uhr", "Viertel nach {0}", "halb {1}", "Viertel vor {1}"),
}


class Time(NamedTuple):
    """A time of day.

    Args:
        minute: of the day; 1440 where its end is written as 24.
        is_either: whether it may be twelve hours later as well.
    """

    minute: int
    is_either: bool = False

    def __str__(self) -> str:
        """What it is worth: `14:30`, or `~2:30` where that may be either half of the day."""
        hour, minute = divmod(self.minute % (720 if self.is_either else 1440), 60)
        return f"{'~' * self.is_either}{hour}:{minute:02}"


def minutes_of(value: str) -> int | None:
    """The minute of the day that a value means, or that a number would: 14 and 14.30.

    Args:
        value: what a time or a number is worth.
    """
    hour, _, minute = value.removeprefix("time ").removeprefix("~").partition(":")
    if not minute:
        if not _HOURS.fullmatch(hour):
            return None
        hour, _, minute = hour.partition(".")
    return int(hour) * 60 + int(minute or 0)


def is_time(match: re.Match[str]) -> bool:
    """Whether a match is of `time_pattern`."""
    return any(match[name] is not None for name in _TOLD)


def read_time(match: re.Match[str], language: str) -> Time:
    """The time that a match of `time_pattern` means."""
    if match["midday"] or match["midnight"]:
        return Time(720 if match["midday"] else 0)
    if match["packed"]:
        return Time(int(match["packed"][:2]) * 60 + int(match["packed"][2:]))
    minute = _spoken_minute(match, language) if match["spoken"] else _shown_minute(match)
    part = _part_of_day(match["part"] or match["later"], language)
    if not part or (match["later"] and part not in ("morning", "later")):
        is_spoken = match["spoken"] not in (None, "midi", "minuit") or "clock" in match[0]
        return Time(minute, is_either=is_spoken and minute < 780)
    if match["part"]:
        return Time(_in_part(minute, part))
    return Time(_begun(minute, _in_part(int(match["until"]) * 60 + 59, part), part))


def _shown_minute(match: re.Match[str]) -> int:
    return int(match["hour"]) * 60 + int(match["minute"] or 0)


def _spoken_minute(match: re.Match[str], language: str) -> int:
    said = match["spoken"].lower()
    named = {"midi": 12, "minuit": 0} | hours(language)
    hour = int(said) if said.isdecimal() else named[said]
    return (hour * 60 + CLOCKS[language].shifts.get(match["shift"] or "", 0)) % 1440


def _part_of_day(said: str | None, language: str) -> str:
    """Morning, noon, later or night; "" if nothing was said."""
    if not said:
        return ""
    clock = CLOCKS[language]
    kinds = {"morning": f"{_AM}|{clock.morning}", "later": f"{_PM}|{clock.later}"}
    kinds |= {"noon": clock.noon, "night": clock.night}
    return next(kind for kind, way in kinds.items() if re.fullmatch(way, said, re.IGNORECASE))


def _in_part(minute: int, part: str) -> int:
    """A time as a clock with 24 hours shows it, in a part of the day."""
    if minute >= 780:  # it has said so already
        return minute
    early = minute % 720
    is_late = {"noon": early < 240, "night": early >= 360}.get(part, part == "later")
    return early + 720 * is_late


def _begun(minute: int, until: int, part: str) -> int:
    """A time that shares its part of the day with a later one, unless it were later: 11 to 2 pm."""
    start = _in_part(minute, part)
    return start if start <= until or minute >= 780 else (start + 720) % 1440


def written_time(match: re.Match[str], source: str, target: str) -> str:
    """A time as another language writes it; as it stands where that would say more than it does."""
    if target not in CLOCKS or _stands(match, source):
        return match[0]
    time = read_time(match, source)
    if match["midday"]:
        return _NOON[target]
    if match["midnight"]:
        return _MIDNIGHT[target]
    if target == "en" and _is_spoken_hour(match) and 0 < time.minute < 720:
        return f"{time.minute // 60} o'clock"
    if time.is_either:
        return _worded(time.minute, target)
    return shown(time.minute, target)


def _is_spoken_hour(match: re.Match[str]) -> bool:
    """Whether an hour is said as people do, who may mean the afternoon: à 2 heures, om 2 uur."""
    is_bare = not (match["minute"] or match["part"] or match["later"] or match["packed"])
    return is_bare and match[0].endswith(("heures", "uur"))


def full_stop(match: re.Match[str]) -> str:
    """The stop behind p.m. that ends the sentence too; a time alone is no sentence."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_last = match[0].endswith(".") and not re.search(r"[\w.]", after)
    return "." if is_last and re.search(r"[^\W\d_]{3}", before) else ""


def _stands(match: re.Match[str], source: str) -> bool:
    """Whether it may be no time of day, or in a half of the day that is not said."""
    if match["part"] or match["later"] or match["packed"] or match["hour"] is None:
        return False
    if match["worded"]:
        lasts = re.compile(CLOCKS[source].lasts)
        before = match.string[: match.start()]
        return bool(_LASTING.search(before[-20:]) or lasts.match(match.string, match.end()))
    after = match.string[match.end() :]
    if not match["minute"] or not match[0][-1].isdecimal() or ZONE.match(after):
        return False  # 14.30 uur, 14.30 CET
    half_is_open = source == "en" and 0 < int(match["hour"]) <= 12 and match["hour"][0] != "0"
    return match["at"] is None or half_is_open


def shown(minute: int, language: str) -> str:
    """A minute of the day as a language shows it.

    Args:
        minute: of the day, 1440 for its end.
        language: code of a language whose clock is known.
    """
    hour, past = divmod(minute, 60)
    if language == "en":
        return _of_twelve(hour % 24, past)
    if language == "fr":
        return f"{hour}\u00a0h\u00a0{past:02}" if past else f"{hour}\u00a0h"
    if language == "nl":
        return f"{hour}.{past:02} uur"
    return f"{hour}:{past:02} Uhr" if past else f"{hour} Uhr"


def _of_twelve(hour: int, past: int) -> str:
    if not past and hour in (0, 12):
        return "12 noon" if hour else "12 midnight"
    minutes = f":{past:02}" if past else ""
    return f"{hour % 12 or 12}{minutes} {'pm' if hour >= 12 else 'am'}"


def _worded(minute: int, language: str) -> str:
    """A time of either half of the day, in words if they are usual."""
    hour, past = divmod(minute % 720, 60)
    if past % 15:
        return f"{hour or 12}:{past:02}"
    both = (hour or 12, hour + 1)
    names = [hour_in(language, number, is_before_unit=past == 0) for number in both]
    return _SPOKEN[language][past // 15].format(*names)


def without_times(text: str, language: str) -> str:
    """A text without its times in words, whose numbers count nothing."""
    if not in_words(text, language):
        return text
    return _compiled(language).sub(lambda found: " " if found["spoken"] else found[0], text)


@cache
def _compiled(language: str) -> re.Pattern[str]:
    return re.compile(time_pattern(language, with_words=True))
