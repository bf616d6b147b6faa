"""Words that rank or multiply, and Roman numbers: fifth, zwölfte, achtmal, a dozen, World War II.

A number in digits may stand for one. None of them has to: they are looked for where a number is
missed.
"""

import re
from functools import cache

from translate.numbers.number_words import below_hundred
from translate.numbers.ordinals import ROMAN, from_roman

# From the first to the twelfth, as they begin; several ways have a stroke between.
_FIRST = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "fr": "premi second/deuxième troisième quatrième cinquième sixième septième huitième neuvième"
    " dixième onzième douzième",
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
    "de": "erste zweit dritt viert fünft sechst siebt/siebent achte/achtg/achtp neunt zehnt elft"
    " zwölft",
}
_OTHERS = {
    "en": "one=1 dozen=12 hundredth=100 thousandth=1000 twice/double=2 triple=3 semi-final=2",
    "fr": "dizaine=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 cinquantaine=50"
    " centaine/centième/centenaire=100 millième/millier=1000 double/doubl=2 tripl=3 quadrupl=4",
    "nl": "één=1 dozijn=12 tiental=10 dubbel=2 honderdste/honderdtal=100 duizendste=1000",
    "de": "dutzend=12 hundertst=100 tausendst=1000 doppel/doppelt/verdoppel=2 verdreifach=3",
}
_TIMES = {
    "en": "fold|-fold|-time|-year|-day|-month",
    "nl": "voudig|voud|jarig|daags|delig|maandelijks|keer|maal",
    "de": "fach|mal|jährig|tägig|köpfig|monatig|teilig|stündig|stöckig|platziert",
}
_ROMAN = re.compile(rf"(?<![\w.])(?!(?<!War )I\b){ROMAN}(?!\w)")  # “I” is no number


def ranked(text: str, language: str) -> set[int]:
    """The numbers that words of a text rank or multiply with, and its Roman ones."""
    roman = {from_roman(found) for found in _ROMAN.findall(text) if found}
    if language not in _FIRST:
        return roman
    known = _known(language)
    return roman | {known[found] for found in _pattern(language).findall(text.lower())}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    known = sorted(_known(language), key=len, reverse=True)
    whole = "" if language in ("nl", "de") else r"(?:re|ère|er|e)?(?!\w)"
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, known))}){whole}")


@cache
def _known(language: str) -> dict[str, int]:
    numbers = below_hundred(language)
    first = {
        way: number
        for number, ways in enumerate(_FIRST[language].split(), 1)
        for way in ways.split("/")
    }
    later = {_nth(word, n, language, first): n for word, n in numbers.items() if n > 12}
    others = (entry.split("=") for entry in _OTHERS[language].split())
    times = _TIMES.get(language, "")
    many = {f"{word}{time}": n for word, n in numbers.items() for time in times.split("|") if time}
    return {way: int(n) for ways, n in others for way in ways.split("/")} | many | later | first


def _nth(word: str, number: int, language: str, first: dict[str, int]) -> str:
    """The ordinal of a number above twelve."""
    if language == "de":
        return f"{word}{'t' if number < 20 else 'st'}"
    if language == "nl":
        return f"{word}{'de' if number < 20 else 'ste'}"
    tens, _, unit = word.rpartition("-")
    if language == "fr":
        return f"{word.rstrip('es')}ième"
    if not number % 10:
        return f"{word.removesuffix('y')}ieth"
    small = {n: way for way, n in first.items()}
    return f"{tens}-{small[number % 10]}" if tens and unit else f"{word}th"


def tens(text: str, language: str) -> set[int]:
    """The decades that words of a text may name: the nineties, années soixante, la vingtaine."""
    if language not in _FIRST:
        return set()
    numbers, folded = below_hundred(language), text.lower()
    by_ten = ((word, number) for word, number in numbers.items() if number % 10 == 0)
    return {n for word, n in by_ten if any(way in folded for way in _decade(word, language))}


def _decade(word: str, language: str) -> tuple[str, ...]:
    if language == "en":
        return (f"{word.removesuffix('y')}ies",)
    return (f"années {word}", f"{word.removesuffix('e')}aine") if language == "fr" else (word,)
