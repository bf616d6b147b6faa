"""Ordinals, Roman ones too, and decades: 21st, XXIe, the 1990s, années 90."""

import re
from functools import cache

ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_CENTURY = r"(?: ?[-–/] ?\w+| (?:and|to|et|au|en|und|bis|tot) \w+\.?)? ?-?(?:century|centuries)\b"
_DECADE = r"(?P<decade>(?:1[0-9]|20)?[0-9]0)"
_APOSTROPHE = r"(?:(?<![\w)])['’‘])?"
_NTH = {
    "en": r"(?<![\w.,])(?P<nth>\d{1,3}(?:,\d{3})+|\d{1,9})(?:st|nd|rd|th)(?!\w)",
    "fr": r"(?<![\w.,])(?P<nth>\d{1,9})(?:er|re|ère|e|ème|nd|nde)(?!\w)",
    "nl": r"(?<![\w.,])(?P<nth>\d{1,9})(?:e|ste|de)(?!\w)",
    "de": r"(?<![\w.,])(?P<nth>\d{1,9})\.(?= (?:(?:und|bis) \d+\. )?Jahrhundert)",
}
# The word for the years is part of it, but for the second of two: années 80 et 90.
_DECADES = {
    "en": rf"{_APOSTROPHE}(?<!\w){_DECADE}['’]?s(?!\w)",
    "fr": (
        rf"(?:[Aa]nnées {_APOSTROPHE}|(?<=années \d\d et )|(?<=années \d\d\d\d et ))"
        rf"{_DECADE}(?![\w%]|[.,]\d)"
    ),
    "nl": (
        rf"(?:[Jj]aren {_APOSTROPHE}|(?<=jaren \d\d en ){_APOSTROPHE}|(?<=jaren ['’]\d\d en )"
        rf"{_APOSTROPHE}|(?<=jaren \d\d\d\d en )){_DECADE}(?![\w%]|[.,]\d)"
    ),
    "de": (
        rf"{_APOSTROPHE}(?<!\w){_DECADE}er[ns]?(?:[ -]Jahren?(?!\w)"
        r"|(?=,? (?:und|bis|oder)\b|-)|(?<=ern)(?!\w)|(?<=\d{4}er)(?!\w))"
    ),
}
_YEARS = {"en": "{}s", "fr": "années {}", "nl": "jaren {}", "de": "{}er Jahre"}
_VALUES = {"I": 1, "V": 5, "X": 10}


@cache
def ordinal_pattern(language: str) -> str:
    """What finds ordinals and decades in a language; it names `nth`, `roman` and `decade`."""
    # François Ier is the first of his name, no number; the Ier siècle has one.
    alone = r"(?!I(?:er|re)(?! (?:siècle|mill)))"
    roman = rf"(?<!\w){alone}(?P<roman>{ROMAN})(?:er|re|e|ème|es)(?!\w)" if language == "fr" else ""
    ways = [_DECADES.get(language, "(?!)(?P<decade>)"), _NTH.get(language, "(?!)(?P<nth>)")]
    return "|".join([*ways, roman or "(?!)(?P<roman>)"])


def is_ordinal(match: re.Match[str]) -> bool:
    """Whether a match is of `ordinal_pattern`."""
    return any(match[name] is not None for name in ("nth", "roman", "decade"))


def read_ordinal(match: re.Match[str]) -> str:
    """What a match of `ordinal_pattern` is worth: `21`, or `decade 1990`."""
    if match["decade"]:
        return f"decade {match['decade']}"
    return str(from_roman(match["roman"])) if match["roman"] else match["nth"].replace(",", "")


def written_ordinal(match: re.Match[str], target: str) -> str:
    """An ordinal or a decade as another language writes it."""
    worth = read_ordinal(match)
    if target not in _YEARS:
        return match[0]
    if match["decade"]:
        return _YEARS[target].format(match["decade"])
    number, is_century = int(worth), re.match(_CENTURY, match.string[match.end() :]) is not None
    return _ordinal(number, target, is_century=is_century or "Jahrhundert" in match.string)


def _ordinal(number: int, language: str, *, is_century: bool) -> str:
    if language == "fr":
        shown = to_roman(number) if is_century and number < 40 else str(number)
        return shown + ("er" if number == 1 else "e")
    if language == "en":
        teens = 10 < number % 100 < 14
        ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    return f"{number}{'e' if language == 'nl' else '.'}"


def to_roman(number: int) -> str:
    """A number from 1 to 39 in Roman letters."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]


def from_roman(letters: str) -> int:
    """The number that Roman letters up to X are worth."""
    worth = [_VALUES[letter] for letter in letters]
    pairs = zip(worth, [*worth[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)
