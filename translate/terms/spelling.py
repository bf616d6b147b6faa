"""Whether two words may be one name, spelled as two languages spell it: Zelensky, Selenskyj."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

# Names of popes, kings and saints, which are said in each language; a line is one name.
_SAID = """
    francis françois franciscus franziskus franz frans francesco francisco
    charles karel karl carlos carlo carl
    philip philippe filip philipp felipe filips
    benedict benoît benedictus benedikt
    john jean johannes jan johann giovanni juan
    paul paulus pablo paolo pavel
    john-paul jean-paul johannes-paulus
    peter pierre petrus pieter pedro pjotr
    leo léon lion leon
    pius pie
    gregory grégoire gregorius gregor
    clement clément clemens klemens
    william guillaume willem wilhelm
    elizabeth élisabeth elisabeth elizabeth
    albert albrecht
    baudouin boudewijn balduin
    leopold léopold
    louis lodewijk ludwig luis
    mary marie maria
    joseph jozef josef josé
    michael michel michaël michail michiel mikhail mikhaïl
    nicholas nicolas nicolaas nikolaus nikolai nikolaj
    alexander alexandre aleksandr alexandr
    catherine catharina katharina katherine
    frederick frédéric frederik friedrich
    henry henri hendrik heinrich
    james jacques jacobus jakob
    george georges joris georg
    edward édouard eduard
    stephen étienne stefanus stephan stefan
    lawrence laurent laurentius
    andrew andré andreas
    matthew matthieu matthäus mattheus
    luke luc lukas lucas
    mark marc marcus markus
    julius jules
    caesar césar cäsar
    augustine augustin augustinus
    thomas tomas
    anthony antoine antonius anton
    margaret marguerite margaretha margarethe
    anne anna
    christopher christophe christoffel christoph
    vladimir volodymyr wladimir wolodymyr
    sergei sergueï sergej sergey serge
    yuri youri joeri juri
    mohammed mohamed muhammad mahomet mohammad
    jesus jésus jezus
    nero néron
    plato platon
    aristotle aristote aristoteles
    homer homère homerus
"""
# How the sounds of names from other scripts are written, one sign for all of a line.
_SOUNDS = (
    (r"schtsch|shch|chtch|sjtsj", "s"),
    (r"tsch|tch|tsj|cz|ch|sch|sh|sj|zh|kh|[szç]", "s"),
    (r"ou|oe|eu|u", "u"),
    (r"[yij]+", "i"),
    (r"[wvf]|ph", "v"),
    (r"[ckq]|gu", "k"),
    (r"dj|j", "i"),
    (r"h", ""),
    (r"(.)\1+", r"\1"),
)
_SLAVIC = re.compile(r"(?:[yijï]{1,2}|[eo]v|[eo]ff|ine?|enko)$")
_ALIKE = 0.75
_SHORT = 3  # letters; as few must be the same


def is_alike(name: str, other: str) -> bool:
    """Whether two words may be the same name, each in its language's spelling."""
    return _alike(name.lower(), other.lower())


def is_translated(name: str, other: str) -> bool:
    """Whether two words are plainly one name in two languages: Francis, and what ends in -skyy."""
    name, other = name.lower(), other.lower()
    if not _said_as(name).isdisjoint(_said_as(other)):
        return True
    return bool(_SLAVIC.search(name) and _SLAVIC.search(other)) and _alike(name, other)


@lru_cache(4096)
def _alike(name: str, other: str) -> bool:
    if name == other or not _said_as(name).isdisjoint(_said_as(other)):
        return True
    first, second = _sounds(name), _sounds(other)
    if first == second or first + "s" == second or first == second + "s":  # Holts, of Holt
        return True
    if min(len(first), len(second)) <= _SHORT or first[0] != second[0]:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


@lru_cache(4096)
def _sounds(name: str) -> str:
    letters = unicodedata.normalize("NFD", name)
    said = "".join(letter for letter in letters if letter.isalpha())
    for written, sign in _SOUNDS:
        said = re.sub(written, sign, said)
    return said


@lru_cache(4096)
def _said_as(name: str) -> frozenset[int]:
    """The lines that have a name."""
    return frozenset(n for n, line in enumerate(_LINES) if name in line)


_LINES = [frozenset(line.split()) for line in _SAID.splitlines()]
