"""What amounts, numbers, dates and times are worth, in whatever way a language writes them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache

from translate.numbers.clock_patterns import first_words, in_words, time_pattern
from translate.numbers.dates import date_pattern, is_date, read_date, stop
from translate.numbers.digits import NUMBER, one_space, plain
from translate.numbers.headings import heading_pattern, read_heading
from translate.numbers.measures import SCALES, SHORT, SIGNS, SYMBOLS, UNITS, words
from translate.numbers.ordinals import is_ordinal, ordinal_pattern, read_ordinal
from translate.numbers.times import is_time, read_time

_DIGIT = re.compile(r"\d")
_IN_BRACKETS = re.compile(r"\([^()]{1,40}\)")
_RANKED = re.compile(r"[IVX](?:er|re|e|ème|es)\b")
_TOWARDS = "|".join(
    rf"(?<=\b{word} )"
    for word in (
        "à",
        "to",
        "at",
        "of",
        "from",
        "by",
        "auf",
        "bei",
        "von",
        "um",
        "op",
        "tot",
        "van",
        "de",
    )
)
_DEGREES = r"\d[\d.,]* ?(?:°|degr|gra[ad])"
_SHARE = r"\d[\d.,]* ?(?:%|per ?cent|pour cent|pro[cz]ent)"
_BEHIND_WORD = (
    r"(?<=[^\W\d] )(?<!cent )(?<!zent )(?<!°[CFcf] )(?<!graden )(?<!degrees )(?<!degrés )(?<!rad )"
)
# A minus with a space behind it: à - 5 °C. Between other words, and numbers, it is a dash.
_BEGINS = r"(?:^|(?<=\())"
MINUS_APART = (
    rf"(?:(?:(?:{_TOWARDS})[-−–] (?=[€$£¥]?\d)"
    rf"|(?:{_BEGINS}|{_BEHIND_WORD})[-−–] (?=(?i:{_DEGREES}))"
    rf"|(?:{_BEGINS}[-−–]|{_BEHIND_WORD}−) (?=(?i:{_SHARE})))"
    r"(?!\d[\d.,]* ?\S{1,9} [-–—] ))"
)
_MINUS = (
    r"(?:(?<![^\s(])[-−](?=[\d€$£¥])|(?<![^\s(])–(?=\d[\d.,]* ?[°%€])|(?<!\w)[Mm]inus (?=\d)"
    rf"|(?<!\w)(?:[Mm]oins|[Mm]in) (?=\d[\d.,]* ?(?:°|degr|gra|%))|{MINUS_APART})?"
)
_SIGN = rf"(?:(?<!\w)(?:{'|'.join(re.escape(sign) for sign in sorted(SIGNS, key=len)[::-1])}))"
_GLUE = r"(?:[ -]?|\.? d['’]|\.? de | of )"
# 35m people are 35 million; 35m, and 35m high, are metres, or it is not known.
_COUNTED = re.compile(
    r" (?!met[er]+s|hurdles|races|heats|finals|waves)(?:people|more|(?:[a-z]+ )?[a-z]{3,}s)\b"
)
_THOUSANDS = re.compile(r"k(?![\w/])")  # 300k doses
_SHOWN = 20  # values that a finding lists: a text with more is no text
_GOES_ON = re.compile(r"[-/]|\.\d")
_PAIRED = re.compile(r"(?<!\d)((?:19|20)\d\d)[/–-]$")


def readable(target: str, source: str) -> str:
    """The language a translation's amounts are read in.

    Where a target's own words are unknown, only the words of the source are sure.
    """
    return target if target in SCALES else source


def telling(text: str, language: str) -> bool:
    """Whether a text may have any amount, number, date or time; most sentences have none."""
    if _DIGIT.search(text) or in_words(text, language):
        return True
    is_ranked = language == "fr" and _RANKED.search(text) is not None
    return is_ranked or ("(" in text and _IN_BRACKETS.search(text) is not None)


def found(text: str, language: str, number: str = NUMBER) -> Iterator[re.Match[str]]:
    """Every amount, number, date and time of a text, in reading order.

    Args:
        text: whatever its spaces, the matches stand at its own places.
        language: code of the one it is read in.
        number: what a number is; by default digits and the marks between them.
    """
    return iter(_found(one_space(text), language, number))


@lru_cache(1024)  # many ask of the same words, one after the other
def _found(folded: str, language: str, number: str) -> tuple[re.Match[str], ...]:
    if not telling(folded, language):
        return ()
    timed = in_words(folded, language)
    return tuple(pattern(language, number, with_words=timed).finditer(folded))


def values(text: str, language: str) -> Counter[str]:
    """Every amount, number, date and time of a text, told by its value, however it is written."""
    return Counter(sorted_values(text, language))


@lru_cache(1024)  # many ask of the same words, one after the other
def sorted_values(text: str, language: str) -> tuple[str, ...]:
    """The same, one after the other."""
    return tuple(sorted(v for match in found(text, language) for v in values_of(match, language)))


def in_order(text: str, language: str) -> dict[str, list[str]]:
    """The dates of a text as they follow each other, its times, and its amounts with a measure."""
    kinds: dict[str, list[str]] = {"date": [], "time": [], "amount": []}
    for match in found(text, language):
        for value in values_of(match, language):
            kind = value.split(" ")[0] if match["number"] is None else "amount"
            if kind in kinds and " " in value:
                kinds[kind].append(value)
    return kinds


def standing(text: str, language: str, worth: Counter[str]) -> list[str]:
    """What has some values as it stands in a text, in reading order."""
    left, shown = +worth, list[str]()
    for match in found(text, language) if left else ():
        if not left or len(shown) == _SHOWN:
            return shown
        wanted = [value for value in values_of(match, language) if left[value] > 0]
        if wanted:
            left -= Counter(wanted)
            ended = stop(match) if is_date(match) else ""
            shown.append(" ".join(match[0].removesuffix(ended).split()) + _thousands(match))
    return shown


def values_of(match: re.Match[str], language: str) -> list[str]:
    """What a match of `pattern` is worth, however it is written; one value but for 5-6 May."""
    if match["number"]:
        return [_amount(match, language)]
    if is_time(match):
        return [f"time {read_time(match, language)}"]
    if is_date(match):
        return [str(day) for day in read_date(match, language)]
    return [read_ordinal(match) if is_ordinal(match) else read_heading(match, language)]


def _amount(match: re.Match[str], language: str) -> str:
    value, scale = plain(match["number"]), power_of(match, language)
    unit = unit_of(match, language)
    if not scale and not unit and _thousands(match):
        scale = 3
    if unit == "m" and is_short_million(match, language):
        scale, unit = 6, ""
    elif unit == "m" and language == "en" and match.start("unit") == match.end("number"):
        unit = "m~"
    if scale and is_decimal(match):
        exact = Decimal(value).scaleb(scale)
        value = format(exact.normalize() if exact % 1 else exact.to_integral_value(), "f")
    elif scale:
        value = f"{value} e{scale}"
    elif not unit:
        value = _year(match, value)
    return f"{'-' if match['minus'] else ''}{value} {unit}".strip()


def _thousands(match: re.Match[str]) -> str:
    """The “k” behind a number that is short for thousand; "" if there is none."""
    short = _THOUSANDS.match(match.string, match.end())
    return short[0] if short and match["number"] else ""


def _year(match: re.Match[str], value: str) -> str:
    """A number, or the year it stands for: 2026/27 are 2026 and 2027."""
    if len(value) != 2 or not value.isdecimal():
        return value
    before = _PAIRED.search(match.string[max(0, match.start() - 6) : match.start()])
    if not before or _GOES_ON.match(match.string, match.end()):
        return value
    century, year = divmod(int(before[1]), 100)
    if int(value) == (year + 1) % 100:
        return str(int(before[1]) + 1)
    return f"{century}{value}" if int(value) > max(year, 12) else value


def is_short_million(match: re.Match[str], language: str) -> bool:
    """Whether the “m” behind a number is short for million: 35m people."""
    is_glued = match["unit"] == "m" and match.start("unit") == match.end("number")
    is_counted = _COUNTED.match(match.string, match.end()) is not None
    return language == "en" and is_glued and not match["sign"] and is_counted


def is_decimal(match: re.Match[str]) -> bool:
    """Whether the number of a match of `pattern` is one that can be counted with."""
    return re.fullmatch(r"\d+(\.\d+)?", plain(match["number"]), re.ASCII) is not None


def power_of(match: re.Match[str], language: str) -> int:
    """The power of ten of an amount's scale; 0 if it has none."""
    if match["short"]:
        return SHORT[match["short"].lower()]
    return _powers(language)[match["scale"].rstrip(".").lower()] if match["scale"] else 0


def unit_of(match: re.Match[str], language: str) -> str:
    """The sign of an amount's measure, however it is written; "" if it has none."""
    sign, unit = match["sign"], match["unit"] or ""
    known = SIGNS.get(unit) or (
        unit if unit in SYMBOLS else units_in(language).get(unit.lower(), "")
    )
    return SIGNS[sign] + known.replace(SIGNS[sign], "") if sign else known


@cache
def _powers(language: str) -> dict[str, int]:
    table = SCALES.get(language, {})
    return {word.lower(): power for power, entry in table.items() for word in words(entry)}


@cache
def units_in(language: str) -> dict[str, str]:
    """The sign of each measure of a language, by its words in small letters."""
    table = UNITS.get(language, {})
    return {word.lower(): sign for sign, entry in table.items() for word in words(entry)}


@cache
def pattern(language: str, number: str, *, with_words: bool = False) -> re.Pattern[str]:
    """What finds amounts, numbers, dates and times in a language; spaces are plain ones.

    Args:
        language: code of it.
        number: what a number is.
        with_words: whether to look for times in words too.
    """
    before = rf"(?P<minus>{_MINUS})(?:(?P<sign>{_SIGN}) ?)?"
    ways = (
        time_pattern(language, with_words=with_words),
        date_pattern(language),
        ordinal_pattern(language),
        heading_pattern(language),
        rf"{before}(?P<number>{number}){_tail(language)}",
    )
    start = "" if number != NUMBER else _start(language, with_words=with_words)
    return re.compile(f"{start}(?:{'|'.join(ways)})")


def _start(language: str, *, with_words: bool) -> str:
    """What any of it begins with, told fast: most places of a text are the beginning of nothing."""
    ways = [r"(?=[\d(€$£¥'’‘−–-])", r"(?<![^\W\d])(?=[^\W\d_]{1,12}[.$]{0,2} ?['’‘]?\d)"]
    ways += [r"(?<!\w)(?=[IVX]{1,8}(?:er|re|e|ème|es)\b)"] * (language == "fr")
    ways += [rf"(?<!\w)(?={first_words(language)})"] if with_words else []
    return f"(?:{'|'.join(ways)})"


def _tail(language: str) -> str:
    """The scale and the measure that may follow a number."""
    scale, unit = any_of(_powers(language)), any_of(units_in(language))
    paid = any_of(w for w, sign in units_in(language).items() if sign in "€$£¥")
    marks = "|".join(re.escape(mark) for mark in sorted((*SYMBOLS, *SIGNS), key=len)[::-1])
    return (
        rf"(?:[ -]?(?:(?P<scale>(?i:{scale})(?:(?<!\w{{5}})\.(?= [^\W\d]))?)"
        rf"|(?P<short>(?(sign)[kKmMbB]|[kKmM](?= ?[€$£]| (?i:{paid})\b))))(?![^\W_]))?"
        rf"(?:{_GLUE}(?P<unit>(?i:{unit})|(?:{marks}))(?!(?<!%)[\w²³]|(?<=[€$£¥]) ?\d))?"
    )


def any_of(known: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; of none, one that never matches."""
    return "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True)) or r"(?!)"
