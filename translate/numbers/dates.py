"""Dates with a month's name: which day they mean, and how a language writes it."""

import re

from press.months import MONTHS, month_in, spellings

_MONTHS = {name.lower(): number for name, number in spellings()}
_FULL = {str(month_in(code, month)).lower() for code in MONTHS for month in range(1, 13)}
_MONTH = rf"(?i:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b"
_ORDINAL = r"(?:st|nd|rd|th|er|e|\.)?"
# A month goes before its day in English only, with a capital: they march 20 km.
DATE = (
    rf"(?<!\w)(?P<day>\d{{1,2}}){_ORDINAL}(?: of)? (?P<month>{_MONTH})(?P<dot>\.?)"
    r"(?: (?P<year>\d{4}))?(?!\w)"
    rf"|\b(?P<first>(?=[A-Z]){_MONTH})\.? (?P<second>\d{{1,2}}){_ORDINAL}"
    r"(?:,? (?P<third>\d{4}))?(?!\w)"
    rf"|\b(?P<begin>{_MONTH})\.? (?P<end>\d{{4}})(?!\w)"
)


def read_date(found: re.Match[str]) -> tuple[str, int, str]:
    """The day, the month and the year of a date; "" for what it does not say."""
    month = found["month"] or found["first"] or found["begin"]
    day = found["day"] or found["second"] or ""
    return day, _MONTHS[month.lower()], found["year"] or found["third"] or found["end"] or ""


def written_date(found: re.Match[str], target: str) -> str:
    """A date as another language writes it; as it stands if that language's months are unknown."""
    day, number, year = read_date(found)
    month = month_in(target, number)
    if month is None:
        return found[0]
    if day and target == "de":
        day += "."
    elif day == "1" and target == "fr":
        day = "1er"
    words = " ".join(part for part in (day, month, year) if part)
    return words + stop(found)


def stop(found: re.Match[str]) -> str:
    """The full stop that ends a sentence, not an abbreviation."""
    if not found["dot"] or found["year"]:
        return ""
    ends = found["month"].lower() in _FULL or found.end() == len(found.string)
    return "." if ends else ""
