"""What in a text is a word that somebody reads."""

import re
from functools import lru_cache

# Two letters and more, with a vowel or of an alphabet that is not asked for one; a few words have
# the letters of hexadecimal digits alone, and checksums more often.
_WORD = re.compile(
    r"(?<!\w)(?![a-fA-F]+\b)(?=[^\W\d_]*[aeiouyAEIOUY\u0080-\U0010ffff])"
    r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*(?!\w)"
)


@lru_cache(1024)  # several ask of the same words, one after the other
def real_words(text: str) -> tuple[str, ...]:
    """The words of a text, without letters among digits, letters alone, and those of codes: dcf."""
    return tuple(_WORD.findall(text))
