"""Numbers and dates: telling whether they are the same, and where they stand."""

import re
import unicodedata
from collections import Counter

_GROUPED = r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?(?!\d)"
_NUMBER = re.compile(rf"{_GROUPED}|\d+(?:[.,]\d+)*")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january janvier januari januar jan janv",
            "february février februari februar feb févr fév",
            "march mars maart märz mar mrt mär",
            "april avril apr avr",
            "may mai mei",
            "june juin juni jun",
            "july juillet juli jul juil",
            "august août augustus aug",
            "september septembre sep sept",
            "october octobre oktober oct okt",
            "november novembre nov",
            "december décembre dezember dec déc dez",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?i:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|e|\.)?"
_DATE = (
    rf"(?<!\w){_DAY} {_MONTH}(?: \d{{4}})?(?!\w)"
    rf"|\b{_MONTH} (?:{_DAY}(?:,? \d{{4}})?|\d{{4}})(?!\w)"
)
_SPAN = re.compile(
    rf"{_DATE}"
    rf"|[€$£¥] ?(?:{_NUMBER.pattern})(?:[^\W\d_]{{1,2}}\b)?"
    rf"|\b(?:EUR|USD|GBP|CHF) (?:{_NUMBER.pattern})"
    rf"|{_GROUPED}(?: ?[€$£¥%‰])?"
    r"|(?:(?<![^\W_])(?:[A-Z]{1,20}-)?[^\W\d_]{0,20})?\d[^\W_]*(?:[.,:/'’–-](?=\d)[^\W_]+)*"
    r"(?: ?[€$£¥%‰](?!\d))?"
)


def numbers(text: str) -> Counter[str]:
    """Every number in a text, however it is written, and the month of every date.

    1.35 and 1,35 are the same number; so are 13 000, 13.000 and 13,000. Months are known by their
    names in English, French, Dutch and German.
    """
    dates = " ".join(re.findall(_DATE, text)).lower()
    months = (f"month {_MONTHS[name.rstrip('.')]}" for name in re.findall(_MONTH, dates))
    return Counter(_plain(number) for number in _NUMBER.findall(text)) + Counter(months)


def around(text: str) -> list[tuple[str, bool]]:
    """Cut a text round its dates, amounts and numbers; together the cuts are the text again.

    Returns:
        Each cut, and whether it is a number that must stay as it is.
    """
    cuts, end = [], 0
    for span in _SPAN.finditer(text):
        cuts += [(text[end : span.start()], False), (span[0], True)]
        end = span.end()
    return [cut for cut in (*cuts, (text[end:], False)) if cut[0]]


def _plain(number: str) -> str:
    *whole, last = re.split(r"\D", number)
    # Three digits after a separator are thousands; any other number of them, decimals.
    mark = "." if whole and len(last) != 3 else ""
    digits = "".join(whole) + mark + last
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in digits)
