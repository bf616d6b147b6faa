"""Numbers written as words: two, deux mille, vijfentwintig, dreihundert.

CLDR has rules to spell numbers out, but no library here reads them; these are the words of a press
text, up to the scales. "One" alone is no number: most languages have one word for it and for "a".
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from translate.numbers.digits import one_space
from translate.numbers.measures import SCALES, words

# From one to nineteen, then the tens; several ways to write one number have a stroke between.
_SMALL = {
    "en": "one/a two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen",
    "fr": "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
    " seize dix-sept dix-huit dix-neuf",
    "nl": "een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien"
    " vijftien zestien zeventien achttien negentien",
    "de": "ein/eine/einen/einer/einem/eins zwei drei vier fünf sechs sieben acht neun zehn elf"
    " zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt trente quarante cinquante soixante soixante-dix/septante quatre-vingt/"
    "quatre-vingts/huitante quatre-vingt-dix/nonante",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "de": "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
}
_HUNDRED = {"en": "hundred", "fr": "cent/cents", "nl": "honderd", "de": "hundert/einhundert"}
_AND = {"en": "and", "fr": "et", "nl": "en", "de": "und"}
# What may stand for a number without being one, and be one that stands for something else.
_MEANS = {
    "en": "both/couple/pair/double/twice/second/half=2 third/triple=3 quarter=4 decade=10 dozen=12",
    "fr": "double/doubler/couple/seconde/demi/moitié=2 tiers/triple=3 quart=4 neuf/neufs=9"
    " dizaine/décennie=10 douzaine=12",
    "nl": "beide/beiden/allebei/paar/dubbel/dubbele/half/helft/tweede=2 kwart/vier=4 acht=8"
    " decennium=10 elf=11 dozijn=12",
    "de": "beide/beiden/beides/beider/paar/doppelt/doppelte/zweite/halb/hälfte=2 acht=8"
    " jahrzehnt=10 elf=11 dutzend=12",
}
_WORD = re.compile(r"[^\W\d_]+")
_GLUED = {"nl", "de"}  # where a number, however long, is one word
_SPACE = "[ -]"


def reads(language: str) -> bool:
    """Whether the words of a language are known here."""
    return language in _SMALL


def spelled(text: str, language: str) -> Counter[int]:
    """The numbers that a text has in words, by what they are worth; none in an unknown language."""
    folded = one_space(
        text
    ).lower()  # patterns that know more spaces take ten times as long to make
    if not reads(language) or not _may_have(folded, language):
        return Counter()
    runs = (match[0] for match in _pattern(language).finditer(folded))
    found = (number for run in runs for number in _numbers(run, language))
    return Counter(number for number in found if number != 1)


def meant(text: str, language: str) -> set[int]:
    """The numbers that words of a text may stand for, such as both, a dozen or zweijährig."""
    if not reads(language):
        return set()
    return {number for w in _WORD.findall(text.lower()) for number in _meant(w, language)}


@cache
def hours(language: str) -> dict[str, int]:
    """The hours from one to twelve, by their words."""
    return {word: number for word, number in below_hundred(language).items() if number <= 12}


def hour_in(language: str, hour: int, *, is_before_unit: bool) -> str:
    """An hour from one to twelve in words, as it stands in a time of day.

    Args:
        language: code of it.
        hour: 1 to 12.
        is_before_unit: whether “o'clock”, “uur” or “Uhr” follows.
    """
    if hour == 1 and language == "de":
        return "ein" if is_before_unit else "eins"
    ways = _ways(_SMALL[language].split()[hour - 1])
    if language == "fr":
        return "une heure" if hour == 1 else f"{ways[0]} heures"
    return ways[-1] if language == "nl" else ways[0]


@lru_cache(8192)  # most words of most texts are a few thousand
def _meant(word: str, language: str) -> tuple[int, ...]:
    known = _meanings(language).items()
    return tuple(number for stem, number in known if word.startswith(stem))


def _may_have(folded: str, language: str) -> bool:
    """Whether a text may have a number in words, told fast: most sentences have none."""
    found = _WORD.findall(folded)
    if not _telling(language).isdisjoint(found):
        return True
    return language in _GLUED and any(word in folded for word in _inside(language))


def _numbers(run: str, language: str) -> Iterator[int]:
    """What words that follow each other are worth: two hundred and five, or two and then five."""
    total, group = 0, 0
    for token in _tokens(language).findall(run):
        worth = _known(language)[token.replace(" ", "-")]
        if worth >= 1000:
            total, group = total + max(group, 1) * worth, 0
        elif worth == 100 and group < 100:
            group = max(group, 1) * 100
        elif group % 100:
            yield total + group
            total, group = 0, worth
        else:
            group += worth
    yield total + group


def _ways(entry: str) -> list[str]:
    return entry.split("/")


@cache
def _meanings(language: str) -> dict[str, int]:
    entries = (entry.split("=") for entry in _MEANS.get(language, "").split())
    said = {word: int(number) for ways, number in entries for word in _ways(ways)}
    whole = {word: n for word, n in below_hundred(language).items() if n > 1}
    return said | whole


@cache
def below_hundred(language: str) -> dict[str, int]:
    """Every number from 1 to 99 as it is written, spaces as hyphens."""
    small = list(enumerate(map(_ways, _SMALL[language].split()), 1))
    known = {way: number for number, ways in small for way in ways}
    for place, tens in enumerate(map(_ways, _TENS[language].split()), 2):
        known |= dict.fromkeys(tens, 10 * place)
        for number, ways in small:
            if number < 10 or (language == "fr" and place in (6, 8)):
                known |= {
                    joined: 10 * place + number
                    for ten in tens
                    for way in ways
                    for joined in _joined(ten, way, language)
                }
    return known


def _joined(ten: str, unit: str, language: str) -> Iterator[str]:
    link = _AND[language]
    if language == "de":
        yield f"{unit}{link}{ten}"
    elif language == "nl":
        yield from (f"{unit}{link}{ten}", f"{unit}ë{link[1:]}{ten}")
    else:
        yield f"{ten}-{unit}"
        if unit in ("un", "une", "onze"):  # vingt et un, soixante et onze
            yield f"{ten}-{link}-{unit}"


@cache
def _scales(language: str) -> dict[str, int]:
    table = SCALES[language].items()
    return {word.lower(): 10**power for power, entry in table for word in words(entry)}


@cache
def _known(language: str) -> dict[str, int]:
    hundreds = dict.fromkeys(_ways(_HUNDRED[language]), 100)
    return below_hundred(language) | hundreds | _scales(language)


@cache
def _telling(language: str) -> frozenset[str]:
    """The words without which there is no number."""
    known = {word.split("-")[0]: number for word, number in _known(language).items()}
    return frozenset(word for word, number in known.items() if number > 1)


@cache
def _inside(language: str) -> tuple[str, str]:
    """What is in every longer number that is one word: achtduizend, zweihundert."""
    return _ways(_HUNDRED[language])[0], words(SCALES[language][3])[0].lower()


def _any_of(known: dict[str, int]) -> str:
    ways = sorted(known, key=len, reverse=True)
    return "|".join(re.escape(way).replace(r"\-", _SPACE) for way in ways)


@cache
def _tokens(language: str) -> re.Pattern[str]:
    tokens = _any_of(_known(language))
    return re.compile(tokens if language in _GLUED else rf"(?<!\w)(?:{tokens})(?!\w)")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """What finds words of numbers that follow each other; a scale alone, as millions, is none."""
    first = below_hundred(language) | dict.fromkeys(_ways(_HUNDRED[language]), 100)
    if language != "en":  # mille, duizend and Tausend are a thousand by themselves
        first |= {words(SCALES[language][3])[0].lower(): 1000}
    link, known = _AND[language], _any_of(_known(language))
    # In one word nothing is taken back: “eenentwintig” reads in two ways, twenty in a million.
    glued = rf"(?>(?:{link})?(?:{known}))*+" if language in _GLUED else ""
    more = rf"(?:{_SPACE}(?:{link}{_SPACE})?(?:{known}){glued}(?!\w))*"
    start = r"(?<![\w-])(?<!\d )(?!(?<=pour )cent(?!\w))"  # pour cent: of a hundred
    return re.compile(rf"{start}(?:{_any_of(first)}){glued}(?!\w){more}")
