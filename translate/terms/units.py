"""Currencies and measures, told by sign, code or word, whichever language they stand in."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from translate.terms.words import words_in

# What each is called by: what tells it fast, words that mean nothing else, and others.
# These are enough where it is looked for, and too little where it is missed.
_UNITS = {
    "€": (
        "€ euro euros eur",
        r"€|EUR\b|\beuros?\b|\beuro['’]s|\bEuros?\b(?!-)",
        r"\bcents?\b|(?i:euro)",
    ),
    "$": (
        "$ usd dollar dollars",
        r"\$|\bUSD\b|\b(?:US-)?[Dd]ollars?\b",
        r"\bcents?\b|\bbillets? verts?\b|(?i:dollar)",
    ),
    "£": (
        "£ gbp sterling",
        (
            r"£|\bGBP\b|\bpounds? sterling\b|\blivres? sterlings?\b|\bpond sterling\b"
            r"|\bPfund Sterling\b"
        ),
        r"\bpounds?\b|\blivres?\b|\bpond(?:en)?\b|\bPfund\b|\bsterling\b",
    ),
    "¥": (
        "¥ jpy yen",
        r"¥|\bJPY\b|\b[Yy]en\b",
        r"\byens\b",
    ),
    "CHF": (
        "chf swiss suisse suisses zwitserse schweizer",
        (
            r"\bCHF\b|\b[Ss]wiss francs?\b|\bfrancs? suisses?\b|\bZwitserse frank\b"
            r"|\b[Ss]chweizer Franken\b"
        ),
        r"\bfrancs?\b|\bfranks?\b|\bFranken\b",
    ),
    "₽": (
        "₽ rub rouble roubles ruble rubles roebel roebels rubel rubeln",
        r"₽|\bRUB\b|\br(?:o?u)bles?\b|\broebels?\b|\bRubeln?\b",
        r"\broubles?\b",
    ),
    "₹": (
        "₹ inr rupee rupees roupie roupies roepie roepies rupie rupien",
        r"₹|\bINR\b|\brupees?\b|\broupies?\b|\broepies?\b|\bRupien?\b",
        r"₹",
    ),
    "zł": (
        "pln zloty zlotys złoty złotych",
        r"\bPLN\b|\bz[lł]oty\w*\b|\bZ[lł]oty\w*\b",
        r"\bzłot\w*",
    ),
    "%": (
        "% cent percent procent prozent",
        r"%|\bper ?cent\b|\bpour cent\b|\bprocent\b|\bpercent\b|\bProzent\b",
        r"\b\w*(?:percent|pourcent|procent|prozent)\w*\b",
    ),
    "km": (
        "km kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres",
        r"(?<![^\W_])km\b(?!²|/)|\bkilomet(?:re|er)s?\b|\bkilomètres?\b|\bKilometern?\b",
        r"\b(?i:\w*kilom\w+|km)",
    ),
    "mile": (
        "mile miles mijl mijlen meile meilen",
        r"\bmiles?\b|\bmijl(?:en)?\b|\bMeilen?\b",
        r"\bmilles?\b|\bmiles\b|\bmi\b|\bmph\b",
    ),
    "kg": (
        "kg kilogram kilograms kilogramme kilogrammes kilogramm",
        r"(?<![^\W_])kg\b|\bkilogram(?:me)?s?\b|\bKilogramm\b",
        r"\b[Kk]ilos?\b",
    ),
    "t": (
        "tonne tonnes tonnen",
        r"\btonnes?\b|\bTonnen?\b",
        r"\btons?\b|\b\d+ ?t\b|\b\w*tonn\w*\b|\bton\w*\b",
    ),
    "ha": (
        "ha hectare hectares hectaren hektar hektare hectar",
        r"\b[Hh]ect?ares?\b|\bhectaren\b|\bHektar\w*\b|(?<=\d )ha\b",
        r"\bha\b",
    ),
    "l": (
        "litre litres liter liters litern",
        r"\blit(?:re|er)s?\b|\bLitern?\b",
        r"\b\d+ ?[lL]\b|\b\w*[Ll]it(?:re|er)\w*",
    ),
    "°C": (
        "° celsius",
        r"°C\b|\b[Cc]elsius\b",
        r"°|\bdegrees?\b|\bdegrés?\b|\bgra(?:ad|den)\b|\bGrad\b",
    ),
    "°F": (
        "° fahrenheit",
        r"°F\b|\b[Ff]ahrenheit\b",
        r"°",
    ),
    "kn": (
        "knots nœuds knopen knoten",
        r"\bknots\b|\bnœuds\b|\bknopen\b|\bKnoten\b",
        r"\bkn\b|\bnoeuds\b|\bkts?\b",
    ),
    "kWh": (
        "kwh kilowatt kilowattheures kilowattuur kilowattstunde kilowattstunden",
        (
            r"\bkWh\b|\bkilowatt-?hours?\b|\bkilowattheures?\b|\bkilowattuur\b"
            r"|\bKilowattstunden?\b"
        ),
        r"kWh",
    ),
    "MWh": (
        "mwh megawatt mégawattheures megawattuur megawattstunde megawattstunden",
        (
            r"\bMWh\b|\bmegawatt-?hours?\b|\bmégawattheures?\b|\bmegawattuur\b"
            r"|\bMegawattstunden?\b"
        ),
        r"MWh",
    ),
    "kW": (
        "kw kilowatt kilowatts",
        r"\bkW\b|\b[Kk]ilowatts?\b",
        r"kW",
    ),
    "MW": (
        "mw megawatt megawatts mégawatt mégawatts",
        r"\bMW\b|\b[Mm][eé]gawatts?\b",
        r"MW",
    ),
    "GW": (
        "gw gigawatt gigawatts",
        r"\bGW\b|\b[Gg]igawatts?\b",
        r"GW",
    ),
}
_SIGN = re.compile(r"[€$£¥₽₹%°]")
# Millions of a currency without a number: (€m), in Mio. EUR, en millions d'euros.
_SCALE = {
    "en": {3: "k|thousands?", 6: "m|mn|mln|millions?", 9: "b|bn|billions?", 12: "tn|trillions?"},
    "fr": {3: "k|milliers?", 6: "m|mio|millions?", 9: "md|mds|mrd|milliards?", 12: "billions?"},
    "nl": {
        3: "k|duizend",
        6: "m|mln|miljoen(?:en)?|mio",
        9: "mld|mrd|miljard(?:en)?",
        12: "biljoen",
    },
    "de": {3: "k|tausend|tsd", 6: "m|mio|millionen", 9: "mrd|milliarden", 12: "billionen"},
}


# What stands directly beside a number and must stay: the words in every form, then the signs.
_COUNTED = {
    "mg": ("milligram(?:me)?s?|milligramm", "mg"),
    "g": ("gram(?:me)?s?|gramm", "g"),
    "ml": ("millilit(?:re|er)s?|millilitern", "ml"),
    "cl": ("centilit(?:re|er)s?|zentilitern?", "cl"),
    "l": ("lit(?:re|er)s?|litern", "[lL](?!['’])"),
    "s": ("seconds|secondes?|seconden|sekunden?|secs?", ""),
    "min": ("minutes?|minuten|minuut|mins?", ""),
    "h": ("hours?|heures?|uur|uren|stunden?|hrs?", "h(?! ?[0-9])"),
    "d": ("days?|jours?|dag(?:en)?|tag(?:e[ns]?|s)?", ""),
    "w": ("weeks?|semaines?|week|weken|wochen?", ""),
    "mo": ("months?|mois|maand(?:en)?|monat(?:e[ns]?|s)?", ""),
    "y": ("years?|ans?|années?|ja(?:ar|ren)|jahr(?:e[ns]?|s)?|yrs?", ""),
}


class Unit(NamedTuple):
    """How a currency or a measure is found.

    Args:
        telling: signs and words without one of which there is none, to tell fast.
        sure: words that mean nothing else.
        perhaps: these, and others that may.
    """

    telling: frozenset[str]
    sure: re.Pattern[str]
    perhaps: re.Pattern[str]


def units(text: str) -> dict[str, str]:
    """The currencies and measures that a text surely has, each with its words."""
    words = words_in(text)
    if words.isdisjoint(_telling()) and not _SIGN.search(text):  # told fast: most have none
        return {}
    seen = words | set(_SIGN.findall(text))
    known = ((s, unit) for s, unit in _units().items() if not seen.isdisjoint(unit.telling))
    found = ((sign, unit.sure.search(text)) for sign, unit in known)
    return {sign: match[0] for sign, match in found if match}


def may_have(text: str, sign: str) -> bool:
    """Whether a text may have a currency or a measure."""
    return _units()[sign].perhaps.search(text) is not None


def counted(text: str, number: str) -> Iterator[tuple[str, str, str]]:
    """Each number of a text with what is counted, which is mass, volume or time.

    Args:
        text: with plain spaces.
        number: a pattern of what a number is, without groups.

    Yields:
        the number, the sign of what stands directly behind it, or "", and both as they stand.
    """
    for match in _beside(number).finditer(text):
        sign = match.lastgroup or ""
        yield match["number"], "" if sign == "number" else sign, match[0]


def may_count(text: str) -> bool:
    """Whether a text may have such a number, told fast."""
    return _MAY_COUNT.search(text) is not None


def scaled(text: str, language: str) -> dict[int, str]:
    """The scales that stand beside a currency without a number, as powers of ten, as written.

    Args:
        text: with plain spaces.
        language: code of its language.
    """
    if language not in _SCALE:
        return {}
    found = _scaled(language).finditer(text)
    return {_power(match[1] or match[2], language): match[0].strip(" ()") for match in found}


@cache
def _units() -> dict[str, Unit]:
    return {
        sign: Unit(frozenset(telling.split()), re.compile(sure), re.compile(f"{sure}|{more}"))
        for sign, (telling, sure, more) in _UNITS.items()
    }


_ANY = "|".join(f"(?P<{unit}>(?i:{w}){f'|{s}' if s else ''})" for unit, (w, s) in _COUNTED.items())
_MAY_COUNT = re.compile(rf"[ \d-](?:{_ANY})(?![\w²³])")


@cache
def _beside(number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,-])(?P<number>{number})(?:[ -]?(?:{_ANY})(?![\w²³])|(?!\w))")


@cache
def _telling() -> frozenset[str]:
    return frozenset(word for unit in _units().values() for word in unit.telling)


@cache
def _scaled(language: str) -> re.Pattern[str]:
    scale = "|".join(_SCALE[language].values())
    sign = r"(?:€|£|US\$|\$|EUR|USD|GBP)"
    link = r"[ -]?(?:of |von |d['’]|de )?"
    word = r"(?:euros?|dollars?|Euros?|(?:US-)?Dollars?)"
    return re.compile(
        rf"(?<![\w€$£]){sign} ?((?i:{scale}))(?![^\W_])"
        rf"|(?<![\d\w])(?<!\d[ .,])((?i:{scale}))\.?{link}(?:{sign}|{word})(?![^\W_])"
    )


def _power(words: str, language: str) -> int:
    folded = words.lower()
    return next(power for power, ways in _SCALE[language].items() if re.fullmatch(ways, folded))
