"""Currencies and measures, told by sign, code or word, whichever language they stand in."""

import re
from functools import cache
from typing import NamedTuple

# What each is called by: what stands in all of its words, words that mean nothing else, and others.
# These are enough where it is looked for, and too little where it is missed.
_UNITS = {
    "€": (
        "€ eur",
        r"€|EUR\b|\beuros?\b|\beuro['’]s|\bEuros?\b(?!-)",
        r"\bcents?\b|(?i:euro)",
    ),
    "$": (
        "$ usd dollar",
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
        "chf swiss suisse zwits schweiz",
        (
            r"\bCHF\b|\b[Ss]wiss francs?\b|\bfrancs? suisses?\b|\bZwitserse frank\b"
            r"|\b[Ss]chweizer Franken\b"
        ),
        r"\bfrancs?\b|\bfranks?\b|\bFranken\b",
    ),
    "₽": (
        "₽ rub roub roeb",
        r"₽|\bRUB\b|\br(?:o?u)bles?\b|\broebels?\b|\bRubeln?\b",
        r"\broubles?\b",
    ),
    "₹": (
        "₹ inr rupee roupie roepie rupie",
        r"₹|\bINR\b|\brupees?\b|\broupies?\b|\broepies?\b|\bRupien?\b",
        r"₹",
    ),
    "zł": (
        "pln zlot złot",
        r"\bPLN\b|\bz[lł]oty\w*\b|\bZ[lł]oty\w*\b",
        r"\bzłot\w*",
    ),
    "%": (
        "% cent proz",
        r"%|\bper ?cent\b|\bpour cent\b|\bprocent\b|\bpercent\b|\bProzent\b",
        r"\b\w*(?:percent|pourcent|procent|prozent)\w*\b",
    ),
    "km": (
        "km kilom",
        r"(?<![^\W_])km\b(?!²|/)|\bkilomet(?:re|er)s?\b|\bkilomètres?\b|\bKilometern?\b",
        r"\b(?i:\w*kilom\w+|km)",
    ),
    "mile": (
        "mile mijl meile",
        r"\bmiles?\b|\bmijl(?:en)?\b|\bMeilen?\b",
        r"\bmilles?\b|\bmiles\b|\bmi\b|\bmph\b",
    ),
    "kg": (
        "kg kilog",
        r"(?<![^\W_])kg\b|\bkilogram(?:me)?s?\b|\bKilogramm\b",
        r"\b[Kk]ilos?\b",
    ),
    "t": (
        "tonn",
        r"\btonnes?\b|\bTonnen?\b",
        r"\btons?\b|\b\d+ ?t\b|\b\w*tonn\w*\b|\bton\w*\b",
    ),
    "ha": (
        "hect hekt ha",
        r"\b[Hh]ect?ares?\b|\bhectaren\b|\bHektar\w*\b|(?<=\d )ha\b",
        r"\bha\b",
    ),
    "l": (
        "lit",
        r"\blit(?:re|er)s?\b|\bLitern?\b",
        r"\b\d+ ?[lL]\b|\b\w*[Ll]it(?:re|er)\w*",
    ),
    "°C": (
        "°c celsius",
        r"°C\b|\b[Cc]elsius\b",
        r"°",
    ),
    "°F": (
        "°f fahrenheit",
        r"°F\b|\b[Ff]ahrenheit\b",
        r"°",
    ),
    "kn": (
        "knot nœud knop",
        r"\bknots\b|\bnœuds\b|\bknopen\b|\bKnoten\b",
        r"\bkn\b|\bnoeuds\b|\bkts?\b",
    ),
    "kWh": (
        "kwh kilowatt",
        (
            r"\bkWh\b|\bkilowatt-?hours?\b|\bkilowattheures?\b|\bkilowattuur\b"
            r"|\bKilowattstunden?\b"
        ),
        r"kWh",
    ),
    "MWh": (
        "mwh megawatt mégawatt",
        (
            r"\bMWh\b|\bmegawatt-?hours?\b|\bmégawattheures?\b|\bmegawattuur\b"
            r"|\bMegawattstunden?\b"
        ),
        r"MWh",
    ),
    "kW": (
        "kw kilowatt",
        r"\bkW\b|\b[Kk]ilowatts?\b",
        r"kW",
    ),
    "MW": (
        "mw gawatt",
        r"\bMW\b|\b[Mm][eé]gawatts?\b",
        r"MW",
    ),
    "GW": (
        "gw gigawatt",
        r"\bGW\b|\b[Gg]igawatts?\b",
        r"GW",
    ),
}
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


class Unit(NamedTuple):
    """How a currency or a measure is found.

    Args:
        stems: what stands in all that is sure, in small letters, to tell fast.
        sure: words that mean nothing else.
        perhaps: these, and others that may.
    """

    stems: tuple[str, ...]
    sure: re.Pattern[str]
    perhaps: re.Pattern[str]


def units(text: str) -> dict[str, str]:
    """The currencies and measures that a text surely has, each with its words."""
    folded = text.lower()
    known = ((s, unit) for s, unit in _units().items() if any(map(folded.__contains__, unit.stems)))
    found = ((sign, unit.sure.search(text)) for sign, unit in known)
    return {sign: match[0] for sign, match in found if match}


def may_have(text: str, sign: str) -> bool:
    """Whether a text may have a currency or a measure."""
    return _units()[sign].perhaps.search(text) is not None


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
        sign: Unit(tuple(stems.split()), re.compile(sure), re.compile(f"{sure}|{more}"))
        for sign, (stems, sure, more) in _UNITS.items()
    }


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
