"""The words of a text, for whoever asks fast whether any of some words may stand in it."""

import re
from functools import lru_cache

# The languages that the tables of this room have the words of: what is missed in another may
# stand there in a word that nobody has told us.
KNOWN = frozenset(("en", "fr", "nl", "de"))
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(2048)  # many ask of the same texts, one after the other
def words_in(text: str) -> frozenset[str]:
    """The words of a text in small letters, cut at every hyphen, apostrophe and digit."""
    return frozenset(_WORD.findall(text.lower()))
