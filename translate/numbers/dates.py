"""Dates: which day they mean, and how a language writes it."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from press.months import MONTHS, day_in, month_in, spellings

_MONTHS = {name.lower(): number for name, number in spellings()}
_FULL = {str(month_in(code, month)).lower() for code in MONTHS for month in range(1, 13)}
# They march, and may: only a capital makes these months.
_MONTH = rf"(?!(?:may|march|mar)\b)(?i:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b"
_ORDINAL = r"(?:st|nd|rd|th|er|e|\.)?"
_WORDS = r"(?:and|to|or|et|ou|au|à|en|tot|t/m|of|und|bis|oder)"
_JOINT = rf"(?: ?[-–/] ?|,? {_WORDS} (?:the |le |den |dem )?|, )"
_EARLY = rf"(?<![\d.,€$£:/–-])(?:\d{{1,2}}{_ORDINAL}{_JOINT}){{1,3}}"
# September 6 and 7; but not “on May 3, 20 people”, nor “March 5 to 10 am”.
_ENDS = r"(?=[;:)\]]|[.,](?!\d)|$|,? \d{4}(?!\d)| (?:in|at|of|for|to|from|by|on|and|the)\b)"
_COUNTED = r" (?:[ap]\.?m|[mb]illion|thousand|percent|people|euros?|dollars?|o['’]clock)\b| ?[%€$£]"
_ALSO = (
    rf"(?:(?: ?[-–/] ?|,? (?:and|to|or|through) )\d{{1,2}}{_ORDINAL}(?!\w|{_COUNTED})"
    rf"|, \d{{1,2}}{_ORDINAL}(?!\w)(?:{_ENDS}|(?=,? and \d))){{1,3}}"
)
# A month goes before its day in English only, with a capital: they march 20 km.
_NAMED = (
    rf"(?<!\w)(?P<early>{_EARLY})?(?P<day>\d{{1,2}}){_ORDINAL}(?: of)? (?P<month>{_MONTH})"
    r"(?P<dot>\.?)(?: (?P<year>\d{4}))?(?!\w)"
    rf"|\b(?P<first>(?=[A-Z]){_MONTH})\.? (?P<second>\d{{1,2}}){_ORDINAL}(?!\w)(?P<also>{_ALSO})?"
    r"(?:,? (?P<third>\d{4}))?(?!\w)"
    rf"|\b(?P<begin>{_MONTH})\.? (?P<end>\d{{4}})(?!\w)"
)
_ISO = r"(?<![\w-])(?P<iso>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d-])"
_SLASHED = (
    r"(?<![\w./-])(?P<numeric>\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:19|20)\d{2})(?![\w/-]|\.\d)"
)
_NINE_ELEVEN = r"(?<![\w/.,])(?P<attacks>9/11)(?![\w/]|[.,]\d)"
_SHORT = (
    r"(?:(?<=[AaBb]m )|(?<=[DdVv][eo][mn] )|(?<=[Zz]um ))"
    r"(?P<ends_in_stop>\d{1,2}\.\d{1,2}\.)(?!\d)"
)
# How two days that share a month are joined; what is not named here is joined alike everywhere.
_JOINTS = (
    {"en": "and", "fr": "et", "nl": "en", "de": "und"},
    {"en": "to", "fr": "au", "nl": "tot", "de": "bis"},
    {"en": "or", "fr": "ou", "nl": "of", "de": "oder"},
)


class SaidDay(NamedTuple):
    """A date as far as it says it.

    Args:
        day: of the month; "" where none is named.
        month: 1 to 12; for an order that is not known, “3/12”.
        year: four digits, or "".
    """

    day: str
    month: int | str
    year: str

    def __str__(self) -> str:
        """What it is worth, however it is written."""
        return f"date {self.day} {self.month} {self.year}"


@cache
def date_pattern(language: str) -> str:
    """What finds dates in a language: with a month's name in any, and in digits."""
    short = _SHORT if language == "de" else "(?!)(?P<ends_in_stop>)"
    return f"{_ISO}|{_SLASHED}|{_NINE_ELEVEN}|{short}|{_NAMED}"


def is_date(match: re.Match[str]) -> bool:
    """Whether a match is of `date_pattern`."""
    return _month(match) is not None or _in_digits(match) is not None


def read_date(match: re.Match[str], language: str) -> list[SaidDay]:
    """The days that a match of `date_pattern` means, more than one if they share a month."""
    if _in_digits(match):
        return [_read_digits(match, language)]
    month = _MONTHS[(_month(match) or "").lower()]
    year = match["year"] or match["third"] or match["end"] or ""
    days = re.findall(r"\d+", _days(match)) or [""]
    return [SaidDay(day.lstrip("0"), month, year) for day in days]


def _month(match: re.Match[str]) -> str | None:
    return match["month"] or match["first"] or match["begin"]


def _days(match: re.Match[str]) -> str:
    """The days of one month, as they stand; "" if there is none."""
    if match["day"]:
        return (match["early"] or "") + match["day"]
    return (match["second"] or "") + (match["also"] or "")


def _in_digits(match: re.Match[str]) -> str | None:
    return match["iso"] or match["numeric"] or match["attacks"] or match["ends_in_stop"]


def _read_digits(match: re.Match[str], language: str) -> SaidDay:
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        return SaidDay(day.lstrip("0"), int(month), year)
    if match["attacks"]:
        return SaidDay("11", 9, "")
    first, second, *rest = map(int, re.findall(r"\d+", match[0]))
    year = str(rest[0]) if rest else ""
    if first > 12 or second > 12:
        return SaidDay(str(max(first, second)), min(first, second), year)
    if language == "en" and first != second and match["mark"] != ".":
        return SaidDay("", f"{min(first, second)}/{max(first, second)}", year)
    return SaidDay(str(first), second, year)


def written_date(match: re.Match[str], source: str, target: str) -> str:
    """A date as another language writes it; as it stands where that is not known."""
    days = read_date(match, source)
    if match["iso"] or target not in MONTHS:
        return match[0]
    if _in_digits(match):
        return _written_out(days[0], target) or match[0]
    month = month_in(target, int(days[0].month))
    shown = _joined([_numbered(one.day, target) for one in days], _days(match), target)
    words = " ".join(part for part in (shown, month, days[0].year) if part)
    return words + stop(match)


def _written_out(day: SaidDay, target: str) -> str:
    if not isinstance(day.month, int):
        return ""
    if not day.year:
        return f"{_numbered(day.day, target)} {month_in(target, day.month)}"
    try:
        return day_in(target, date(int(day.year), day.month, int(day.day)))
    except ValueError:  # 31.02.2027
        return ""


def _numbered(day: str, target: str) -> str:
    if day and target == "de":
        return f"{day}."
    return "1er" if day == "1" and target == "fr" else day


def _joined(days: list[str], said: str, target: str) -> str:
    """Days that share a month, with what stands between them in the other language's words."""
    shown = days[0]
    between = re.split(r"\d+", said)[1:-1]
    for joint, day in zip(between, days[1:], strict=True):
        shown += _joint(re.sub(rf"^{_ORDINAL}", "", joint), target) + day
    return shown


def _joint(said: str, target: str) -> str:
    word = said.strip(" ,").split(" ")[0]
    known = next((joints for joints in _JOINTS if word in joints.values()), None)
    if known is None:
        known = _JOINTS[1] if word in ("à", "t/m", "through") else None
    return f" {known[target]} " if known else said


def stop(match: re.Match[str]) -> str:
    """The full stop that ends a sentence, not an abbreviation."""
    if not match["dot"] or match["year"]:
        return ""
    ends = match["month"].lower() in _FULL or match.end() == len(match.string)
    return "." if ends else ""
