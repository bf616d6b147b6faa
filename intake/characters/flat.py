"""Words without what differs between hands, so that they can be looked up."""

import unicodedata
from functools import lru_cache

_SAME = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("’‘ʼ", "'")})
_UNHEARD = ("Mn", "Cf")  # accents, and what is there without being seen


def flat(words: str) -> str:
    """Even out accents, dashes, quotes, invisible signs and spaces; capitals stay."""
    if words.isascii():
        return " ".join(words.split())  # the most by far, and nothing in them to even out
    spread = unicodedata.normalize("NFKD", words.translate(_SAME)).translate(_SAME)
    unheard = (char for char in set(spread) if unicodedata.category(char) in _UNHEARD)
    return " ".join(spread.translate(dict.fromkeys(map(ord, unheard))).split())


@lru_cache(4096)  # a line is looked at as a role, a body, a heading, an address …
def low(words: str) -> str:
    """Flat, and without capitals."""
    return flat(words).casefold()


def set_of(words: str) -> frozenset[str]:
    """The words of a list that is written as a sentence is."""
    return frozenset(words.split())
