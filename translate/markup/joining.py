"""Where a sentence was cut for the engine: each half came back as if it were a sentence."""

import re
from collections.abc import Sequence

from translate.alignment.function_words import is_small

_FIRST = re.compile(r"[^\W\d_]+")
_KEEPS = {"en", "de"}  # where days, nationalities or all nouns have a capital in mid-sentence
_POLITE = "Sie"
_STOPS = ".!?"


def continued(said: str, source: str, target: str) -> str:
    """A part of a sentence without the capital that its source has not.

    A capital stays that may be a name's: words that say little lose it, others only where the
    source has no capital and the language gives none to words that are no names.

    Args:
        said: what became of the part.
        source: the part.
        target: code of the language it is in now.
    """
    word = _FIRST.match(said)
    if not word or not source[:1].islower() or not word[0].istitle() or word[0] == _POLITE:
        return said
    if is_small(word[0].lower()) or (target not in _KEEPS and source.islower()):
        return said[0].lower() + said[1:]
    return said


def joined(halves: Sequence[tuple[str, str]], target: str) -> str:
    """What became of the parts of a sentence, as one sentence again.

    Args:
        halves: of each part what it became, and what it was.
        target: code of the language they are in now.
    """
    whole = ""
    for number, (said, source) in enumerate(halves):
        text = continued(said, source, target) if number else said
        if number < len(halves) - 1 and source[-1:] not in _STOPS:
            text = text.rstrip(_STOPS)
        whole = f"{whole} {text}".strip()
    return whole
