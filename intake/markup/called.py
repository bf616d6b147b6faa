"""Names that people give to looks, elements and fields: some say that words must not come out."""

import re
from functools import lru_cache

_WORDS = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-ZÀ-Þ]+|\d+")
_ORDERS = re.compile(
    r"\b(?:embargo(?:ed)?|sperrfrist|not for (?:publication|release)|ne pas (?:publier|diffuser)"
    r"|niet voor publicatie|nicht (?:zur|fur|für) (?:die )?ver(?:o|ö|oe)ffentlichung)\b"
)
# “Not for publication” in one word of small letters, as some write a class.
_TOGETHER = {
    "notforpublication": "not for publication",
    "nepaspublier": "ne pas publier",
    "nietvoorpublicatie": "niet voor publicatie",
    "nichtzurveroeffentlichung": "nicht zur Veröffentlichung",
    "underembargo": "under embargo",
    "sousembargo": "sous embargo",
    "onderembargo": "onder embargo",
}
_OTHERWISE = re.compile(
    r"\b(?:no|non|not|sans|geen|ohne|kein\w*|lift\w*|end\w*|expired?|over|past|lev[eé]e?|policy"
    r"|history|hidden|reason)\b"
)
# No order is without one of these.
_MAY = re.compile("embargo|sperrfrist|publi|release|diffu|ffentlichung", re.IGNORECASE)
_LONGEST = 200  # characters of a name
_ONE = 50  # words


def order_in(name: str) -> str:
    """What a name orders, in words: `not-for-publication`, `NotForPublication`; else nothing.

    Args:
        name: of a class, a style, an attribute.
    """
    words = " ".join(_WORDS.findall(name[:_LONGEST])).lower()
    words = _TOGETHER.get(words, words)
    found = _ORDERS.search(words)
    if not found or _OTHERWISE.search(words[: found.start()] + words[found.end() :]):
        return ""
    return words[found.start() : found.end()]


@lru_cache(4096)
def orders_in(names: str) -> tuple[str, ...]:
    """The same of several names with blanks between them, as classes have them."""
    if not _MAY.search(names):
        return ()
    return tuple(filter(None, map(order_in, names.split(None, _ONE)[:_ONE])))
