"""Words that nearly every text of a language has: lists made by `benchmarks/common_words.py`."""

import gzip
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_LISTS = Path(__file__).with_name("common-words.txt.gz")
ENOUGH = 0.08  # of a text's words: what says which language it is in
_NOT_LATIN = re.compile("[^\\x00-\u024f\u1e00-\u1eff]")


def may_be_another(words: Sequence[str], language: str) -> bool:
    """Whether enough of some words speak for another language, whichever it is.

    Args:
        words: all those of a sentence or more.
        language: code of the language that they should be in.
    """
    foreign = _foreign(language)
    others = sum(word.lower() in foreign or bool(_NOT_LATIN.search(word)) for word in words)
    return others > ENOUGH * len(words)


@cache
def _foreign(language: str) -> frozenset[str]:
    """The commonest words of every language that has a name here, without those of one."""
    lines = gzip.decompress(_LISTS.read_bytes()).decode().splitlines()
    parts = (line.partition(": ") for line in lines)
    return frozenset(
        word for codes, _, words in parts if language not in codes.split() for word in words.split()
    )
