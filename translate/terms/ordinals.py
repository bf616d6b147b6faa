"""Ordinals: the third, XX Congress, Charles III, XXIe siècle, zwanzigster."""

import re
from functools import cache

from translate.numbers.ordinals import from_roman, to_roman
from translate.terms.words import words_in

# From the first on; several ways to say one have a stroke between, "_" is a space.
_WORDS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "fr": "premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième"
    " huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième"
    " dix-septième dix-huitième dix-neuvième vingtième",
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"
    " dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
    "de": "erst zweit dritt viert fünft sechst siebt/siebent acht neunt zehnt elft zwölft"
    " dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst",
}
# How the twenties go on after their unit.
_TWENTIES = {
    "en": ("twenty-", "first second third fourth fifth sixth seventh eighth ninth", ""),
    "fr": (
        "vingt-",
        (
            "et-unième/et_unième deuxième troisième quatrième cinquième sixième septième huitième"
            " neuvième"
        ),
        "",
    ),
    "nl": ("", "een twee/tweeën drie vier vijf zes zeven acht negen", "entwintigste"),
    "de": ("", "ein zwei drei vier fünf sechs sieben acht neun", "undzwanzigst"),
}
_ENDINGS = {"en": "", "fr": "", "nl": "", "de": "e[nmrs]?"}
_ROMAN = re.compile(
    r"(?<![\w.’'-])(?:(?P<long>[IVX]{2,6})(?:e|ème|de|ste|th|’s|'s)?"
    r"|(?P<marked>[VX])(?:e|ème)|(?<=[a-zà-ÿ] )(?P<named>[IVX]))(?![\w-])"
)
_MAY_HAVE = re.compile(r"[IVX]{2}|\b[IVX](?![a-df-z])")
_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ] $")
_MOST = 39


def numerals(text: str, language: str) -> dict[int, str]:
    """The Roman numerals of a text by their worth; in English not I, which is a word there."""
    found = dict[int, str]()
    if not _MAY_HAVE.search(text):
        return found
    least = 2 if language == "en" else 1
    for match in _ROMAN.finditer(text):
        name = _NAME.search(text[max(0, match.start() - 40) : match.start()])
        worth = _worth(match["long"] or match["marked"] or match["named"])
        if least <= worth <= _MOST and (name or not match["named"]):
            found[worth] = (name[0] if name else "") + match[0]
    return found


def ordinals(text: str, language: str) -> dict[int, str]:
    """The ordinals that a text has in words, by their worth; none in an unknown language."""
    if language not in _WORDS or words_in(text).isdisjoint(_last(language)):  # told fast
        return {}
    folded = text.lower()
    known = _known(language)
    found = (match.groups() for match in _pattern(language).finditer(folded))
    return {known[stem.replace(" ", "-")]: stem + ending for stem, ending in found}


def _worth(roman: str) -> int:
    """What Roman letters are worth; 0 where they are not written as a number is."""
    worth = from_roman(roman)
    return worth if to_roman(worth) == roman else 0


@cache
def _known(language: str) -> dict[str, int]:
    small = enumerate(_WORDS[language].split(), 1)
    before, units, after = _TWENTIES[language]
    known = {way: number for number, ways in small for way in ways.split("/")}
    for number, ways in enumerate(units.split(), 21):
        known |= {
            f"{before}{way}{after}".replace("-et_", "-et-"): number for way in ways.split("/")
        }
    return {way.replace("_", "-"): number for way, number in known.items()}


@cache
def _last(language: str) -> frozenset[str]:
    """The last words of all of them, as they bend."""
    ends = ("e", "en", "em", "er", "es") if language == "de" else ("",)
    lasts = (way.rpartition("-")[2] for way in _known(language))
    return frozenset(f"{last}{end}" for last in lasts for end in ends)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    stems = sorted(_known(language), key=len, reverse=True)
    any_of = "|".join(re.escape(stem).replace(r"\-", "[ -]") for stem in stems)
    return re.compile(rf"(?<![\w-])({any_of})({_ENDINGS[language]})(?!\w)")
