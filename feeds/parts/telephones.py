"""What a telephone dials for a number that is written for people."""

import re
from functools import lru_cache

from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    format_number,
    is_valid_number,
    parse,
)

# Digits with at most two separators between them, so that “02 555 01 16 / 17” ends at its “ / ”;
# what people call from another town stands apart: “030 / 55 17-20 71”.
_NUMBER = re.compile(
    r"(?:(?:\+[0-9]{1,3} ?\(?|\(?0)[0-9]{1,4}\)? [/–-] )?"
    r"\+? ?[0-9](?:[ \u00a0\u202f.()/‐‑–-]{0,2}[0-9])*"
)
# The 0 of “+32 (0)2” is for calls inside the country only.
_INSIDE = re.compile(r"\( ?0 ?\)")
_EXTENSION = re.compile(
    r"[ ,(]{0,3}(?:ext|extension|poste|toestel|dw|x)\.? ?([0-9]{1,6})\b", re.IGNORECASE
)


@lru_cache(1024)  # the same people are named under release after release
def dialled(number: str, country: str = "") -> str:
    """The figures of a link that calls a number (RFC 3966), or "" where there are none.

    They are whole (E.164) where the number has a prefix for abroad or is one of the country's;
    any other is dialled as it is written.

    Args:
        number: as written for people, `02/555.01.00 (weekends)`.
        country: in which numbers without a prefix are dialled (ISO 3166-1), or "".
    """
    is_whole = re.match(r"[\s(]*(?:\+|00)", number) is not None
    plain = _INSIDE.sub("", number) if is_whole else number
    if not (found := _NUMBER.search(plain)):
        return ""
    # A plus leads a number or means nothing; 00 alone leads to none.
    figures = re.sub(r"[^0-9+]|(?<!^)\+", "", found[0])
    figures = re.sub("^00(?=[0-9])", "+", figures) if is_whole else figures
    whole = _whole(figures, country)
    extension = _EXTENSION.match(plain, found.end()) if whole or is_whole else None
    return (whole or figures) + (f";ext={extension[1]}" if extension else "")


def reaches(number: str, country: str = "") -> bool:
    """Whether a number is one that somebody has or may be given, and no mere figure.

    Args:
        number: as for `dialled`.
        country: likewise.
    """
    figures, _, _ = dialled(number, country).partition(";")
    return bool(figures and _whole(figures, country))


def _whole(figures: str, country: str) -> str:
    """The number with the prefix of its country (E.164), or "" where it is none that is given."""
    try:
        read: PhoneNumber = parse(figures, country or None)
    except NumberParseException:
        return ""
    return format_number(read, PhoneNumberFormat.E164) if is_valid_number(read) else ""
