"""What stands above a column of numbers, and says what they count: (€m), (en millions d'euros)."""

import re
from functools import cache

from translate.numbers.measures import SCALES, SIGNS, SYMBOLS, UNITS, words

# The scale beside a sign, as each language shortens it; three, six and nine noughts.
_SHORT = {
    "en": {3: "k", 6: "m", 9: "bn"},
    "fr": {3: "k", 6: "M", 9: "Md"},
    "nl": {6: "mln", 9: "mld"},
    "de": {3: "Tsd.", 6: "Mio.", 9: "Mrd."},
}
_READ = {"k": 3, "m": 6, "mn": 6, "bn": 9, "md": 9, "mds": 9, "b": 9}
_COMPACT = {"en": "({1}{0})", "fr": "({0}{1})", "nl": "({1} {0})", "de": "({0} {1})"}
_OF = {"en": "of ", "fr": "d'", "nl": "", "de": ""}


@cache
def heading_pattern(language: str) -> str:
    """What finds a measure by itself in brackets; it names `head` and the parts of it."""
    marks = "|".join(re.escape(mark) for mark in sorted((*SIGNS, *SYMBOLS), key=len)[::-1])
    scales = "|".join(re.escape(word) for word in sorted(_scales(language), key=len)[::-1])
    units = "|".join(re.escape(word) for word in sorted(_units(language), key=len)[::-1]) or "(?!)"
    signs = "|".join(re.escape(mark) for mark in sorted(SIGNS, key=len)[::-1])
    scale = rf"(?P<head_scale>(?i:{scales})\.?)"
    unit = rf"(?P<head_unit>{marks}|(?i:{units}))"
    alone = rf"(?P<head_alone>{marks}|(?i:{units}))"
    before = rf"(?P<head_sign>{signs}) ?(?P<head_times>(?i:{scales})\.?)"
    behind = rf"{scale} ?(?:of |d['’]|de )?{unit}"
    return rf"(?P<head>\((?:(?:in|en|x) )?(?:{alone}|{before}|{behind})\))"


def read_heading(match: re.Match[str], language: str) -> str:
    """What a match of `heading_pattern` counts, as `in e6 €`."""
    said = (match["head_scale"] or match["head_times"] or "").rstrip(".").lower()
    mark = _mark(match)
    unit = SIGNS.get(mark) or (mark if mark in SYMBOLS else _units(language)[mark.lower()])
    return f"in e{_scales(language).get(said, 0)} {unit}"


def written_heading(match: re.Match[str], source: str, target: str) -> str:
    """It as another language writes it; as it stands where that language's words are unknown."""
    _, scale, unit = read_heading(match, source).split(" ", 2)
    power = int(scale[1:])
    if target not in UNITS or (unit not in UNITS[target] and unit not in SIGNS.values()):
        return match[0]
    mark = _mark(match)
    if mark in SIGNS or mark in SYMBOLS:
        short = _SHORT[target].get(power)
        if power and short and mark in SIGNS:
            return _COMPACT[target].format(short, mark)
        if not power:
            return f"({mark})"
    if unit not in UNITS[target]:
        return match[0]
    return _worded(power, words(UNITS[target][unit])[1], target)


def _mark(match: re.Match[str]) -> str:
    return str(match["head_unit"] or match["head_sign"] or match["head_alone"])


def _worded(power: int, unit: str, target: str) -> str:
    within = "en" if target == "fr" else "in"
    if not power:
        return f"({within} {unit})"
    scale = words(SCALES[target][power])[1]
    scale = f"{scale}s" if target == "en" else scale
    link = _OF[target]
    if target == "fr":
        link = "d'" if unit[0] in "aeiouh" else "de "
        scale = "milliers" if power == 3 else scale
    return f"({within} {scale} {link}{unit})"


@cache
def _scales(language: str) -> dict[str, int]:
    table = SCALES.get(language, {}).items()
    return _READ | {word.lower(): power for power, entry in table for word in words(entry)}


@cache
def _units(language: str) -> dict[str, str]:
    table = UNITS.get(language, {})
    return {word.lower(): sign for sign, entry in table.items() for word in words(entry)}
