"""Time zones as the newsroom's languages write them."""

import re

from translate.terms.words import words_in

# The same zone on each line; "_" is a space. What has a star is a zone beside a time of day only.
_ZONES = """
    GMT UTC *TU *UT TUC Greenwich_Mean_Time Coordinated_Universal_Time temps_universel Weltzeit
    CET MEZ HNEC HEC Central_European_Time heure_d'Europe_centrale heure_de_l'Europe_centrale
    Midden-Europese_Tijd Mitteleuropäische_Zeit Mitteleuropäischer_Zeit *MET
    CEST MESZ HAEC HEEC Central_European_Summer_Time heure_d'été_d'Europe_centrale
    heure_d'été_de_l'Europe_centrale Midden-Europese_Zomertijd Mitteleuropäische_Sommerzeit
    Mitteleuropäischer_Sommerzeit
    *BST British_Summer_Time heure_d'été_britannique heure_britannique Britse_tijd britische_Zeit
    britischer_Zeit Britse_zomertijd Britische_Sommerzeit
    Britischer_Sommerzeit
    *EST *EDT *ET *HE HNE HAE Eastern_Time Eastern_Standard_Time Eastern_Daylight_Time
    heure_de_l'Est Ostküstenzeit
    *PST *PDT *PT HNP HAP Pacific_Time Pacific_Standard_Time Pacific_Daylight_Time
    heure_du_Pacifique
    EET OEZ HNEE Eastern_European_Time heure_d'Europe_orientale Osteuropäische_Zeit
    EEST OESZ HAEE Eastern_European_Summer_Time heure_d'été_d'Europe_orientale
    *WET *WEZ HNEO Western_European_Time heure_d'Europe_occidentale
    *WEST *WESZ HAEO Western_European_Summer_Time
    MSK Moscow_time heure_de_Moscou Moskoutijd Moskauer_Zeit
    *JST Japan_Standard_Time heure_du_Japon
"""
_FIRST = re.compile(r"^    (?=\*?[A-Z]{3,4} )", re.MULTILINE)
_TIME = r"(?<=\d )|(?<=\d, )|(?<=\d)|(?<=[ap]m )|(?<=[ap]\.m\. )|(?<=\bh )|(?<=uur )|(?<=Uhr )"
r"|(?<=\d \()"


def _known() -> dict[str, int]:
    lines = [line.split() for line in _FIRST.split(_ZONES) if line.strip()]
    return {word.replace("_", " "): number for number, line in enumerate(lines) for word in line}


_KNOWN = _known()
_BY_WORDS = {words.removeprefix("*").lower(): zone for words, zone in _KNOWN.items()}


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SIGNS = [w for w in _KNOWN if w.isupper() and w[0] != "*"]
_BESIDE = [w[1:] for w in _KNOWN if w[0] == "*"]
_NAMES = [w for w in _KNOWN if not w.isupper()]
_PATTERN = re.compile(
    rf"(?<![^\W\d_])(?:(?:{_any(_SIGNS)})(?![^\W\d_])|(?:{_TIME})(?:{_any(_BESIDE)})(?![^\W\d_])"
    rf"|(?i:{_any(_NAMES)})(?![^\W\d_]))"
)


_USUAL = "de du time heure tijd zeit summer standard central pacific universal temps"
_TELLING = {word.lower() for words in _KNOWN for word in re.findall(r"[^\W\d_]{2,}", words)} - set(
    _USUAL.split()
)
_LOCAL = re.compile(
    r"local time|heures? locales?|(?:plaatselijke|lokale) tijd|Ortszeit|(?:lokaler?"
    r"|örtlicher?) Zeit",
    re.IGNORECASE,
)


def is_local(text: str) -> bool:
    """Whether a time of a text is that of the place, whichever zone it is in."""
    return _LOCAL.search(text) is not None


def zones(text: str) -> dict[int, str]:
    """The zones that a text names, each with its words.

    Args:
        text: with plain spaces.
    """
    if words_in(text).isdisjoint(_TELLING):  # told fast: most sentences name none
        return {}
    found = (match[0] for match in _PATTERN.finditer(text.replace("’", "'")))
    return {_BY_WORDS[words.lower()]: words for words in found}
