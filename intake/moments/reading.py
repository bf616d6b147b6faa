"""From words that name a moment to that moment, or why it is not certain."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from intake.characters.flat import low, set_of
from intake.given import Given
from intake.moments.clocks import Shown, clocks_in
from intake.moments.days import Day, days_in, shown
from intake.moments.months import WEEKDAYS, weekdays_named
from intake.moments.zones import Zone, instant_of, zones_in
from press.embargo import Embargo, embargo_on
from press.errors import UnreadableTime

# Words of languages in which the day always comes before the month.
_DAY_FIRST = re.compile(
    r"\b(?:jusqu\w*|avant|sous|partir|des|le|du|heures?|diffus\w+|onder|tot|vanaf|voor|niet|vrij|"
    r"uur|sperr\w*|gesperrt|bis|unter|ab|nicht|vor|frei\w*|uhr|zum|om|pas|apres)\b"
)
_RELATIVE = re.compile(
    r"\b(?:tomorrow|today|tonight|demain|aujourd'hui|ce soir|morgen|vandaag|vanavond|overmorgen|"
    r"heute|ubermorgen|apres-demain|next week)\b"
)
_EITHER = re.compile(
    r"\b(?:or|ou|oder|whichever|unless|subject to|tenzij|sauf|sofern|falls|provided|approx\w*|"
    r"about|around|circa|ca|environ|vers|gegen|ongeveer|rond)\b"
)
# What says that a time is meant where no figures give it, or more of a day than its start.
_IN_WORDS = re.compile(
    r"\b(?:o'?clock|half|quarter|past|hours?|hrs?|uhr|uur|heures?|morning|afternoon|evening|night"
    r"|matin|soir|apres-midi|ochtends?|middags?|avonds?|nachts?|vormittags?|nachmittags?|abends?"
    r"|close of|cob|eod|noon|[ap]\.m)\b"
)
_WHOLE_DAY = re.compile(
    r"\b(?:en met|t/m|inclu\w*|einschl\w*|through|thru|(?<!or )after|apres(?! l)|na|nach"
    r"|end of (?:the )?(?:day)?"
    r"|fin de (?:la )?(?:journee)?|eind(?:e)? van|ende)\b(?! (?:of |the |de |l'|der |des "
    r"|van )*(?:embargo|sperrfrist))"
)
_PART = re.compile(
    r"\b(?:afternoon|evening|soir|apres-midi|middags|avonds|nachmittags|abends|[ap]\.m"
    r"|[a-z]+(?:avond|abend|middag|mittag))\b"
)


def read_moment(words: str, given: Given, written: str = "") -> Embargo:
    """Read the one moment that some words name, wherever it stands in them.

    Args:
        words: as written: `until 00:01 GMT 5 May 2027`.
        given: the zone of a time that names none, and the language of the text.
        written: the same words as an officer sees them, where these have been evened out.

    Raises:
        UnreadableTime: they name none for certain; the message says why.
        NonexistentTime, AmbiguousTime: the clocks change just then.
    """
    said, words = low(words), written or words
    day_first = not given.language.startswith("en") or _DAY_FIRST.search(said) is not None
    days, rest = days_in(said, day_first=day_first)
    zones = zones_in(rest)
    clocks, left = clocks_in(_without_offsets(rest, zones))
    _check_no_other(words, left, zones)
    day = _one_day(words, days, rest, clocks)
    if not clocks:
        _check_day_alone(words, left)
        if len({zone.name for _, _, zone in zones}) > 1:
            raise _several(words)
        return embargo_on(day, (zones and zones[0][2].name) or given.zone)
    return _one(words, [_at(day, *pair, given) for pair in _pairs(clocks, zones)])


def is_relative(said: str) -> bool:
    """Whether words name a day by the one on which they were written: `tomorrow`."""
    return _RELATIVE.search(said) is not None


def names_part_of_a_moment(words: str) -> bool:
    """Whether words say anything of a day or a time, readable or not."""
    said = low(words)
    days, rest = days_in(said, day_first=True)
    return bool(days or _RELATIVE.search(said) or re.search(r"\d", rest) or _named_weekdays(rest))


def _without_offsets(rest: str, zones: Sequence[tuple[int, int, Zone]]) -> str:
    """The words with blanks for `+02:00`, which looks like a time of day."""
    for start, end, _ in zones:
        if re.search(r"\d", rest[start:end]):
            rest = rest[:start] + " " * (end - start) + rest[end:]
    return rest


def _check_no_other(words: str, left: str, zones: Sequence[tuple[int, int, Zone]]) -> None:
    """Refuse where figures or an “or” remain that nothing was made of."""
    for start, end, _ in zones:
        left = left[:start] + " " * (end - start) + left[end:]
    left = re.sub(r"\bon or after\b", "", left)
    if _EITHER.search(left) or (re.search(r"\d", words) and _PART.search(left)):
        raise UnreadableTime(f"“{_quoted(words)}” does not name one moment for certain")
    if re.search(r"\d", left):
        raise UnreadableTime(f"“{_quoted(words)}” names no moment that can be read")


def _check_day_alone(words: str, left: str) -> None:
    """Refuse a day without a time where the words say that its start is not what is meant."""
    if _IN_WORDS.search(left):
        raise UnreadableTime(f"“{_quoted(words)}” gives its time in words; write it as 10:30")
    if _WHOLE_DAY.search(left):
        raise UnreadableTime(
            f"“{_quoted(words)}” does not say at what time of the day; write the time too"
        )


def _one_day(words: str, days: list[Day], rest: str, clocks: list[Shown]) -> date:
    for day in days:
        if day.why:
            raise UnreadableTime(day.why)
    if not days:
        if _RELATIVE.search(rest) or (_named_weekdays(rest) and clocks):
            raise UnreadableTime(
                f"“{_when(rest, words)}” depends on the day on which it was written"
            )
        what = "names a time and no day" if clocks else "names no moment that can be read"
        raise UnreadableTime(f"“{_quoted(words)}” {what}")
    weekdays = _named_weekdays(rest)
    may_be = [
        [one for one in day.may_be if not weekdays or one.weekday() in weekdays] for day in days
    ]
    if not all(may_be):
        one = days[0].may_be[0]
        raise UnreadableTime(f"“{_quoted(words)}” contradicts itself: {one} is a {one:%A}")
    if len(set().union(*may_be)) == 1:
        return may_be[0][0]
    if len(days) == 1:
        raise UnreadableTime(in_two_ways(days[0]))
    raise _several(words)


def in_two_ways(day: Day) -> str:
    """What to say of a day whose figures can be read in two ways."""
    one, other = day.may_be
    return (
        f"{day.said} is {one.day} {one:%B} or {other.day} {other:%B}: "
        f"write {shown(one)} or {shown(other)}"
    )


def _pairs(
    clocks: Sequence[Shown], zones: Sequence[tuple[int, int, Zone]]
) -> list[tuple[Shown, list[Zone]]]:
    """Each time with what is said about its clock: what follows it before the next time."""
    if len(clocks) == 1:
        return [(clocks[0], [zone for _, _, zone in zones])]
    ends = [*(clock.end for clock in clocks[1:]), 10**9]
    return [
        (clock, [zone for at, _, zone in zones if clock.end - 1 <= at < end])
        for clock, end in zip(clocks, ends, strict=True)
    ]


def _at(day: date, clock: Shown, zones: list[Zone], given: Given) -> Embargo:
    if clock.midnight:
        after = day + timedelta(days=1)
        raise UnreadableTime(
            f"“{clock.said}” may be the first minute of {shown(day)} or its last: "
            f"write {shown(day)}, 00:00 or {shown(after)}, 00:00"
        )
    wall = datetime.combine(day, time(clock.hour % 24, clock.minute))
    wall += timedelta(days=clock.hour // 24)
    if len({zone.name for zone in zones}) == 1 and len({zone.offset for zone in zones}) > 1:
        zones = [Zone(zones[0].said, zones[0].name)]  # “CET/CEST”: whichever holds
    said: list[Zone | None] = [*zones] or [None]
    found = [instant_of(wall, zone, given) for zone in said]
    if len({one.instant for one in found}) > 1:
        raise UnreadableTime(f"“{' / '.join(zone.said for zone in zones)}” is not one time zone")
    return found[0]


def _one(words: str, found: list[Embargo]) -> Embargo:
    if len({one.instant for one in found}) > 1:
        raise _several(words)
    return found[0]


def _several(words: str) -> UnreadableTime:
    return UnreadableTime(f"“{_quoted(words)}” names more than one moment")


def _named_weekdays(words: str) -> frozenset[int]:
    return frozenset[int]().union(*map(weekdays_of, re.findall(r"[a-z]+", words)))


_WHOLE = frozenset(name for row in WEEKDAYS for name in row.split() if name != "-")
_CUT = set_of("mon tue tues wed thu thur thurs fri sat sun lun mer jeu ven sam dim zat")


def weekdays_of(word: str) -> frozenset[int]:
    """The weekday that a word names in full or in three letters, Monday being 0.

    Args:
        word: flat and lower case.
    """
    return weekdays_named(word) if word in _WHOLE or word in _CUT else frozenset()


def _when(rest: str, words: str) -> str:
    """The words of a relative time, as near as they can be told: `demain 10h`."""
    found = re.search(rf"(?:{_RELATIVE.pattern}|\b(?:{'|'.join(sorted(_WHOLE | _CUT))})\b).*", rest)
    flat_words, part = low(words), found[0].strip(" .,;:)!") if found else ""
    at = flat_words.find(part) if part else -1
    return (
        words[at : at + len(part)] if at >= 0 and len(flat_words) == len(words) else part or words
    )


def _quoted(words: str) -> str:
    return " ".join(words.split()).strip(" .,;*_#|")
