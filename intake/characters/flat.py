"""Words without what differs between hands, so that they can be looked up."""

import unicodedata

_SAME = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("’‘ʼ", "'")})
_UNHEARD = ("Mn", "Cf")  # accents, and what is there without being seen


def flat(words: str) -> str:
    """Even out accents, dashes, quotes, invisible signs and spaces; capitals stay."""
    if words.isascii():
        return " ".join(words.split())
    spread = unicodedata.normalize("NFKD", words.translate(_SAME)).translate(_SAME)
    heard = "".join(c for c in spread if unicodedata.category(c) not in _UNHEARD)
    return " ".join(heard.split())


def low(words: str) -> str:
    """Flat, and without capitals."""
    return flat(words).casefold()


def set_of(words: str) -> frozenset[str]:
    """The words of a list that is written as a sentence is."""
    return frozenset(words.split())
