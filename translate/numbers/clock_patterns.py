"""What finds times of day in a text."""

import re
from functools import cache

from translate.numbers.clocks import CLOCKS, NEVER, ClockWords
from translate.numbers.number_words import hours

_HOUR, _MINUTE = r"(?:[01]?[0-9]|2[0-4])", r"[0-5][0-9]"
_START = r"(?<![\w.,:/'’€$£¥])"
_COLON = rf"{_START}(?P<hour>{_HOUR}):(?P<minute>{_MINUTE})(?![0-9]|[:.,][0-9])"
_ZONE = r"\s?(?:GMT|UTC|BST|CES?T|WES?T|EES?T|[ECMP][SD]T|[HM]ES?Z)\b"
ZONE = re.compile(_ZONE)
# Behind “at” a number may be a price: at 4.30 euros.
_MEASURED = (
    r"\s?(?:[%€$£¥°‰]|(?i:per|pour|pro[cz]\w*|euros?|dollars?|pounds?|pond|pfund|livres?|mil\w+"
    r"|bil\w+|tril\w+|mrd|mld|bn|mln|mio|thousand|tausend|duizend|[kc]?m|kg|met\w+|mèt\w+|tonnes?"
    r"|deg\w+|points?|punt\w*|kilo\w*|hect\w+|gra\w+|mal|times|fois|keer)\b)"
)
_DOTTED = r"(?i:[ap]\.\s?m(?!\w)\.?)"  # in any language
_SPOKEN = {"before", "shift", "spoken", "midday", "midnight"}
_GROUPS = _SPOKEN | {"packed", "at", "hour", "worded", "colon", "minute", "part", "later", "until"}


def in_words(text: str, language: str) -> bool:
    """Whether a text may have a time in words, told fast: most have none."""
    clock = CLOCKS.get(language)
    return clock is not None and any(part in text for part in clock.telling)


@cache
def unit_pattern(language: str) -> re.Pattern[str]:
    """The word for hours behind a number."""
    clock = CLOCKS.get(language)
    return re.compile(rf"\s?(?:{clock.unit}|{clock.sure})(?!\w)" if clock else NEVER)


@cache
def first_words(language: str) -> str:
    """What a time in words begins with."""
    clock = CLOCKS[language]
    shifts = [] if clock.is_behind else list(clock.shifts)
    return "|".join((*shifts, _hour_words(language), "midi", clock.midday, clock.midnight))


def _hour_words(language: str) -> str:
    known = sorted(hours(language), key=len, reverse=True)
    return "|".join(way for word in known for way in (word, word.capitalize()))


@cache
def time_pattern(language: str, *, with_words: bool) -> str:
    """What finds times of day in a language, in digits only or in words too."""
    clock = CLOCKS.get(language)
    if clock is None:
        return _COLON + _none_of(_GROUPS - {"hour", "minute"})
    shared = rf"(?={_next(clock, 'until')}\s?(?P<later>{_part(clock)}))"
    ending = rf"(?:\s?(?P<part>{_part(clock)})|{shared})?"
    if not with_words:
        return rf"(?:{_digits(clock)}){ending}" + _none_of(_SPOKEN)
    words = rf"(?P<midday>{clock.midday})|(?P<midnight>{clock.midnight})"
    found = f"{_spoken(clock, language)}|{_digits(clock)}"
    return rf"(?:{found}){ending}|(?<!\w)(?:{words})(?!\w)"


def _none_of(groups: set[str]) -> str:
    """Groups that a pattern must name, in a branch that never matches."""
    return f"|{NEVER}" + "".join(f"(?P<{name}>)" for name in sorted(groups))


def _part(clock: ClockWords) -> str:
    """What says which half of the day is meant."""
    words = f"{clock.morning}|{clock.noon}|{clock.later}|{clock.night}"
    return rf"(?:{_DOTTED}|(?i:{words})(?!\w))"


def _next(clock: ClockWords, name: str = "") -> str:
    """A second time, which may share with the first what stands behind it: from 9 to 11 am."""
    hour = f"(?P<{name}>{_HOUR})" if name else _HOUR
    minutes = rf"(?:(?:{clock.between}|[:.]){_MINUTE})?(?:\s?(?:{clock.unit})\b)?"
    return rf"(?:\s?[-–]\s?|\s(?:{clock.joints})\s){hour}{minutes}"


def _at(clock: ClockWords, name: str) -> str:
    """Words before a time, which are no part of it."""
    return f"(?P<{name}>{'|'.join(f'(?<={word})' for word in clock.at)})?"


def _digits(clock: ClockWords) -> str:
    """An hour in digits, and its minutes, with something that says it is a time of day."""
    with_minutes, without = _telling_minutes(clock), _telling_hour(clock)
    return (
        rf"{_START}(?:(?P<packed>(?:[01][0-9]|2[0-3]){_MINUTE})(?:\s?hrs?\b|(?={_ZONE}))"
        rf"|{_at(clock, 'at')}(?P<hour>{_HOUR})"
        rf"(?:(?:(?P<worded>{clock.between})|(?P<colon>:)|\.)(?P<minute>{_MINUTE})(?![0-9]))?"
        rf"(?(minute){with_minutes}|{without})(?:\s?(?:{clock.unit}|{clock.sure})(?!\w))?)"
    )


def _telling_minutes(clock: ClockWords) -> str:
    """What tells a time from a number with decimals."""
    part = _part(clock)
    behind = rf"\s?(?:{clock.unit})(?!\w)|{_ZONE}|\s?{part}|{_next(clock)}\s?{part}"
    priced = rf"(?(at)(?![.,:]?[0-9]|{_MEASURED})|{NEVER})"
    return rf"(?(worded)|(?(colon)(?![:.,][0-9])|(?:(?={behind})|{priced})))"


def _telling_hour(clock: ClockWords) -> str:
    """What tells a whole hour from any number, and from how long something lasts."""
    part, sure, unsure = _part(clock), rf"(?:{clock.sure})(?!\w)", rf"(?:{clock.unsure})(?!\w)"
    behind = rf"\s?{sure}|{_next(clock)}\s?{sure}" if clock.sure != NEVER else NEVER
    behind += rf"|\s?{part}|{_next(clock)}\s?{part}|\s?{unsure}\s?{part}"
    named = rf"(?(at)(?=\s?{unsure}(?!{clock.lasts}))|{NEVER})"
    return rf"(?![0-9]|[.,:/][0-9])(?:(?={behind})|{named})(?:\s?{unsure})?"


def _spoken(clock: ClockWords, language: str) -> str:
    """A time in words: half past two, deux heures et demie, half drie, zwei Uhr."""
    shift, part = rf"(?P<shift>{'|'.join(clock.shifts)})", _part(clock)
    hour = rf"(?P<spoken>{_hour_words(language)}|1?[0-9]|midi|minuit)(?!\w)"
    unit = rf"\s(?:{clock.sure}|{clock.unsure})(?!\w)"
    named = rf"(?(before){unit}(?!{clock.lasts})|{NEVER})"
    alone = rf"(?<![0-9])(?:\s(?:{clock.sure})(?!\w)|(?:{unit})?(?=\s{part})|{named})"
    if clock.is_behind:
        said = rf"{hour}(?:(?:{unit})?\s{shift}(?!\w)|{alone})"
    else:
        said = rf"(?:{shift}\s)?{hour}(?(shift)(?:{unit})?|{alone})"
    return rf"(?<![\w-]){_at(clock, 'before')}{said}"
