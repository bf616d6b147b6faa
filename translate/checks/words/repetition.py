"""Words said again and again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, shown, warns

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STAMMER = re.compile(r"(\w{2,5}?)\1{2,}", re.IGNORECASE)
_LOOP = 4  # times in a row
_LONGEST = 6  # words of what is repeated
_AGAIN = 4  # words that a sentence seldom has twice
_MOST = 8  # times that a word may be a third of a text
# What good sentences say twice: vous vous demandez, die die Stadt.
_TWICE = {"vous", "nous", "die", "der", "das", "dat", "sie", "en", "is", "het", "that", "had"}


class Repetition:
    """Nothing is said in a loop, and nothing twice that the source says once."""

    name: ClassVar[str] = "repetition"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find loops, doubled words, and stretches said again."""
        source, said = (_WORD.findall(t.casefold()) for t in (passage.source, passage.said))
        if loop := _loop(said, _LOOP):
            if not _loop(source, _LOOP):
                yield blocks(self, f"{shown(loop)} is said again and again")
        elif most := _most(said, source):
            yield blocks(self, f"{shown(most)} is said again and again")
        elif (doubled := _doubled(said)) and not _doubled(source):
            yield warns(self, f"{shown(doubled)} is said twice")
        elif (stammer := _stammer(passage.said)) and not _stammer(passage.source):
            yield warns(self, f"{shown(stammer)} stammers")
        elif (again := _again(said)) and not _again(source, _AGAIN - 1):
            yield warns(self, f"{shown(again)} is said twice")


def _loop(words: Sequence[str], times: int, longest: int = _LONGEST) -> str:
    """What is said so many times in a row."""
    for size in range(1, longest + 1):
        same = 0
        for one, other in zip(words, words[size:], strict=False):
            same = same + 1 if one == other and not one.isdigit() else 0
            if same >= size * (times - 1):
                at = words.index(other)
                return " ".join(words[at : at + size]) or other
    return ""


def _most(said: Sequence[str], source: Sequence[str]) -> str:
    """A word that is a third of a text and more."""
    for word, count in Counter(said).most_common(1):
        if count >= _MOST and 3 * count > len(said) and count > 2 * Counter(source)[word]:
            return word
    return ""


def _doubled(words: Sequence[str]) -> str:
    return next((a for a, b in pairwise(words) if a == b and a.isalpha() and a not in _TWICE), "")


def _stammer(text: str) -> str:
    """A word in which a part is said three times."""
    found = _STAMMER.search(text)
    return found[0] if found and found[1].isalpha() and len(set(found[1].lower())) > 1 else ""


def _again(words: Sequence[str], size: int = _AGAIN) -> str:
    """A stretch of some words that comes back."""
    stretches = Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))
    return next((" ".join(s) for s, count in stretches.items() if count > 1), "")
