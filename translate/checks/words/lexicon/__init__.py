"""Which words of a language another has not: lists made by `benchmarks/lexicon.py`."""

import gzip
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent


class ForeignWords(NamedTuple):
    """Common words of a language that are none of another's, in small letters.

    Args:
        sure: words, however they are written.
        unsure: words that with a capital may be a name: Brown, Becker.
    """

    sure: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()


@lru_cache(16)
def foreign_words(source: str, target: str) -> ForeignWords:
    """The words of one language that another has not; none where there is no list.

    Args:
        source: code of the language whose words they are.
        target: code of the other.
    """
    sure, unsure = set[str](), set[str]()
    for languages, words in _lines(source):
        for language in languages.split():
            if language.removesuffix("?") == target:
                (unsure if language.endswith("?") else sure).update(words)
    return ForeignWords(frozenset(sure), frozenset(unsure))


def _lines(source: str) -> list[tuple[str, list[str]]]:
    """Each set of languages, `fr nl? de`, with the words that are foreign to them."""
    path = _FOLDER / f"{source}.txt.gz"
    if not source.isalpha() or not path.is_file():
        return []
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    parts = (line.partition(": ") for line in lines)
    return [(languages, words.split(" ")) for languages, _, words in parts]
