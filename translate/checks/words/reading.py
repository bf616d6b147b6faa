"""What in a text is a word that somebody reads."""

import re
from functools import lru_cache

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’-][^\W\d_]+)*(?!\w)")
# Two letters and more, with a vowel or of an alphabet that is not asked for one; a few words have
# the letters of hexadecimal digits alone, and checksums more often.
_READ = re.compile(r"(?=..)(?![a-fA-F]+$).*[aeiouyAEIOUY\u0080-\U0010ffff]")


@lru_cache(1024)  # several ask of the same words, one after the other
def real_words(text: str) -> tuple[str, ...]:
    """The words of a text, without letters among digits, letters alone, and those of codes: dcf."""
    return tuple(word for word in _WORD.findall(text) if _READ.match(word))
