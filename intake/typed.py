"""What an officer types for a moment: every form that a text may use, and `in 2 hours`."""

import re
from datetime import datetime, time, timedelta

from intake.characters.flat import low
from intake.given import Given
from intake.moments.reading import read_moment, weekdays_of
from intake.notyet.typed import read_typed
from press.embargo import Embargo, embargo_from, parse_when, rounded_up, zone_named
from press.errors import UnreadableTime

_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "un": 1,
    "une": 1,
    "een": 1,
    "ein": 1,
    "eine": 1,
    "einer": 1,
} | {"two": 2, "deux": 2, "twee": 2, "zwei": 2, "three": 3, "trois": 3, "drie": 3, "drei": 3}
_LATER = re.compile(
    r"(?:in|over|dans|d'ici|binnen) (?P<count>\d{1,4}|[a-z]+) ?"
    r"(?P<unit>h|hrs?|hours?|heures?|uur|uren|u|stunden?|std|m|mins?|minutes?|minuten?|minuut"
    r"|d|days?|jours?|dag|dagen|tagen?|weeks?|semaines?|weken|wochen?|week)\.?"
    r"(?: (?:and|et|en|und) (?P<minutes>\d{1,2}) ?(?:m|min|mins|minutes?|minuten)\.?)?"
)
_DAYS = {
    **dict.fromkeys(("today", "aujourd'hui", "vandaag", "heute", "tonight", "ce soir"), 0),
    **dict.fromkeys(("vanavond", "heute abend", "this evening", "this afternoon"), 0),
    **dict.fromkeys(("tomorrow", "demain", "morgen"), 1),
    **dict.fromkeys(("the day after tomorrow", "day after tomorrow", "apres-demain"), 2),
    **dict.fromkeys(("overmorgen", "ubermorgen"), 2),
}
_DAY = re.compile(rf"\b(?:{'|'.join(sorted(_DAYS, key=len, reverse=True))})\b")
_NEXT = re.compile(r"\b(?:next|on|this|coming|prochain|volgende|komende|nachsten?|kommenden?|am)\b")
_EXAMPLES = "2030-08-25 14:18, 25 August 2030 at 14:18, tomorrow 10:00, Monday 9:00 or in 2 hours"


def read_when(text: str, given: Given, now: datetime) -> Embargo:
    """Read the moment an officer types.

    Args:
        text: such as `2030-08-25 14:18`, `5 mai 2027 à 10h`, `tomorrow 10:00`, `in 2 hours`.
        given: the zone of a time that names none, the language, which of two equal times is meant.
        now: the present instant, for what is said from it.

    Raises:
        UnreadableTime: it names no moment, or more than one; the message says how to write it.
        NonexistentTime, AmbiguousTime: the clocks change just then.
    """
    try:
        return parse_when(text, given.zone, given.fold)
    except UnreadableTime as refused:
        if re.fullmatch(r"\s*\d{4}-\d\d-\d\d[ T]\d\d[:.]\d\d.*", text) and "whole" in str(refused):
            raise
    said = low(text).strip(" .,;!?")
    if later := _LATER.fullmatch(said):
        return _after(later, given, now, text)
    return _read(text, _dated(said, now.astimezone(zone_named(given.zone))), given)


def _after(later: re.Match[str], given: Given, now: datetime, text: str) -> Embargo:
    """So long from now, rounded up to a whole minute."""
    written, unit = later["count"], later["unit"]
    count = int(written) if written.isdigit() else _NUMBERS.get(written)
    if count is None:
        raise _unreadable(text)
    hours = {"h": 1, "u": 1, "s": 1, "d": 24, "j": 24, "t": 24, "w": 168, "m": 0}
    length = hours.get(unit[0], 1) if not unit.startswith("sem") else 168
    span = timedelta(hours=count * length, minutes=0 if length else count)
    moment = now + span + timedelta(minutes=int(later["minutes"] or 0))
    return embargo_from(rounded_up(moment), given.zone)


def _dated(said: str, here: datetime) -> str:
    """The words with the day they mean in the place of `tomorrow` or `Monday`."""
    if re.search(r"\d{4}|\b\d{1,2}[./-]\d{1,2}[./-]", said):
        return said
    if relative := _DAY.search(said):
        day = here.date() + timedelta(days=_DAYS[relative[0]])
        evening = " 's avonds" * (relative[0] in ("tonight", "ce soir", "vanavond", "heute abend"))
        return f"{said[: relative.start()]} {day} {said[relative.end() :]}{evening}"
    weekday = next((w for w in re.finditer(r"[a-z]+", said) if weekdays_of(w[0])), None)
    if not weekday:
        return said
    (number,) = weekdays_of(weekday[0])
    rest = _NEXT.sub(" ", said[: weekday.start()] + " " + said[weekday.end() :])
    ahead = (number - here.weekday()) % 7
    day = here.date() + timedelta(days=ahead)
    if ahead == 0 and not _is_later_today(f"{day} {rest}", here):
        day += timedelta(days=7)
    return f"{day} {rest}"


def _is_later_today(words: str, here: datetime) -> bool:
    try:
        moment = read_moment(words, Given(str(here.tzinfo), "en"))
    except UnreadableTime:
        return False
    return moment.instant > here and moment.wall.time() != time()


def _read(text: str, said: str, given: Given) -> Embargo:
    try:
        return read_typed(said, given, text.strip())
    except UnreadableTime as refused:
        if "names no moment that can be read" in str(refused):
            raise _unreadable(text) from None
        raise


def _unreadable(text: str) -> UnreadableTime:
    return UnreadableTime(f"“{text.strip()}” is not a moment; write {_EXAMPLES}")
