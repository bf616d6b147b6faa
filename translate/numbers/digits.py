"""Numbers as digits and marks: which are the same, and how a language writes them."""

import re
import unicodedata
from functools import lru_cache

_SPACES = " \u00a0\u202f"
_GROUPED = rf"(?<!\d)\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+(?:[.,]\d+)?(?!\d)"
NUMBER = rf"(?:{_GROUPED}|\d+(?:[.,]\d+)*)"
# A number, or a word with digits in it: G7, COVID-19, 14:18, 2027-2028.
TOKEN = (
    rf"(?:{_GROUPED}|(?:(?<![^\W_])(?:[A-Z]{{1,20}}-)?[^\W\d_]{{0,20}})?"
    r"\d[^\W_]*(?:[.,:/'’–-](?=\d)[^\W_]+)*)"
)
_PARTS = re.compile(
    rf"(?P<whole>\d{{1,3}}(?:(?P<mark>[{_SPACES}'’.,])\d{{3}}(?:(?P=mark)\d{{3}})*)?|\d+)"
    r"(?:(?P<point>[.,])(?P<decimals>\d+))?"
)
# Per language what stands between thousands, first as it is written, and before decimals.
_MARKS = {"en": (",", "."), "fr": ("\u00a0.", ","), "nl": (".", ","), "de": (".", ",")}
_LONGEST = 18  # digits; Python reads no number of more than 4300
_UNBROKEN = re.compile("[\u00a0\u202f\u2007\u2009]")


def one_space(text: str) -> str:
    """A text with plain spaces for those that do not break, each for one."""
    return _UNBROKEN.sub(" ", text)


def is_countable(value: str) -> bool:
    """Whether a value is a whole number of which words may speak: not a thousand digits."""
    return value.isdecimal() and len(value) <= _LONGEST


@lru_cache(4096)
def plain(number: str) -> str:
    """A number, however it is written: 1.35 and 1,35 are the same; so are 13 000 and 13,000.

    Three digits after a single mark are thousands, any other number of them decimals.
    """
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in number)
    parts = _PARTS.fullmatch(digits)
    if not parts or parts["point"] == (parts["mark"] or " "):  # a version, a date in digits
        return digits
    whole = re.sub(r"\D", "", parts["whole"])
    if parts["mark"] and parts["whole"].startswith("0") and not parts["decimals"]:
        return f"0.{whole[1:]}" if len(whole) == 4 else digits
    return f"{whole}.{parts['decimals']}" if parts["decimals"] else whole


def localised(number: str, source: str, target: str, *, is_scaled: bool = False) -> str:
    """A number with another language's marks; as it stands where its own leave a doubt.

    Args:
        number: as the one language writes it.
        source: code of that language.
        target: code of the other.
        is_scaled: whether million or the like follows, before which no thousands are expected.
    """
    if source == target or not {source, target} <= _MARKS.keys():
        return number
    parts = _PARTS.fullmatch(number)
    if not parts or not re.sub(r"\D", "", number).isascii():
        return number
    whole, mark, decimals = parts["whole"], parts["mark"], parts["decimals"]
    if mark and mark in ".," and not decimals and len(whole) <= 7:
        is_zero = whole.startswith("0")
        is_decimal = is_zero or mark == _MARKS[source][1]
        if is_decimal and not is_scaled and not is_zero:
            return number
        if is_decimal:
            whole, _, decimals = whole.partition(mark)
    group, point = _MARKS[target][0][0], _MARKS[target][1]
    written = re.sub(r"\D", group, whole) + (point + decimals if decimals else "")
    return written if plain(written) == plain(number) else number
