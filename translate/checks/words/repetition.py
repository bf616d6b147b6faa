"""Words said again and again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq
from typing import ClassVar, NamedTuple

from press.finding import Finding
from translate.alignment.function_words import is_small
from translate.checks.base import Passage, blocks, shown, warns
from translate.markup.placeholders import words_alone

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_STAMMER = re.compile(r"(\w{2,5}?)\1{2,}", re.IGNORECASE)
_LOOP = 4  # times in a row
_LONGEST = 8  # words and marks of what is repeated
_AGAIN = 4  # words that a sentence seldom has twice
_TELLING = 3  # of which so many say something, seldomer still
_MOST = 8  # times that a word may be a third of a text
# What good sentences say twice in a row: vous vous demandez, die die Stadt, dat dat zo is.
_USUAL = "vous nous die der das dat sie en is het that had je zijn hun haar ons u er was zu"
_TWICE = frozenset(_USUAL.split())


class Row(NamedTuple):
    """What stands several times in a row.

    Args:
        words: what is repeated.
        times: how often; 1 where nothing is.
    """

    words: str = ""
    times: int = 1


class Repetition:
    """Nothing is said in a loop, and nothing twice that the source says once."""

    name: ClassVar[str] = "repetition"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find loops, doubled words, and stretches said again."""
        said = _tokens(passage.said)
        if (stammer := _stammer(passage.said)) and not _stammer(passage.source):
            yield warns(self, f"{shown(stammer)} stammers")
        if _is_single(said):
            return
        row, source = _row(said), _tokens(passage.source)
        if row.times >= _LOOP:
            if _row(source).times < _LOOP:
                yield blocks(self, f"{shown(row.words)} is said again and again")
        elif most := _most(said, source):
            yield blocks(self, f"{shown(most)} is said again and again")
        elif row.times > 1 and _row(source).times == 1:
            yield warns(self, f"{shown(row.words)} is said twice in a row")
        elif again := _said_again(said, source):
            yield warns(self, f"{shown(again)} is said twice")


def _is_single(tokens: Sequence[str]) -> bool:
    """Whether nothing can be found; told fast: most sentences say no two words twice."""
    pairs = set(pairwise(tokens))
    is_varied = len(tokens) - len(set(tokens)) < _MOST - 1
    return is_varied and len(pairs) == len(tokens) - 1 and not any(a == b for a, b in pairs)


def _tokens(text: str) -> list[str]:
    """The words and marks of a text; what comes through an engine untouched is none."""
    return _TOKEN.findall(words_alone(text).casefold())


def _row(tokens: Sequence[str]) -> Row:
    """What is said most often in a row, if it has a word."""
    best, last = Row(), dict[str, int]()
    sizes = set[int]()
    for at, token in enumerate(tokens):
        sizes.add(at - last.get(token, -_LONGEST - 1))
        last[token] = at
    for size in sorted(sizes):
        if size <= _LONGEST:
            best = max(best, _row_of(tokens, size), key=lambda row: row.times)
    return best


def _row_of(tokens: Sequence[str], size: int) -> Row:
    """The same of so many words and marks."""
    alike = list(map(eq, tokens, tokens[size:]))
    if sum(alike) < size:
        return Row()
    same = most = end = 0
    for at, is_alike in enumerate(alike, size + 1):
        same = same + 1 if is_alike else 0
        if same > most:
            most, end = same, at
    words = tokens[end - size : end]
    times = most // size + 1
    if not any(word.isalpha() for word in words) or (times == 2 and {*words} <= _TWICE):
        return Row()
    return Row(" ".join(word for word in words if word[0].isalnum()), times)


def _most(said: Sequence[str], source: Sequence[str]) -> str:
    """A word that is a third of a text and more."""
    words = [token for token in said if token[0].isalnum()]
    for word, count in Counter(words).most_common(1):
        if count >= _MOST and 3 * count > len(words) and count > 2 * source.count(word):
            return word
    return ""


def _stammer(text: str) -> str:
    """A word in which a part is said three times."""
    found = _STAMMER.search(text)
    return found[0] if found and found[1].isalpha() and len(set(found[1].lower())) > 1 else ""


def _said_again(said: Sequence[str], source: Sequence[str]) -> str:
    """A stretch that a translation says twice, and the source nothing like it."""
    again = _again(said, _AGAIN)
    if again and not _again(source, _AGAIN - 1, 0):
        return again
    again = _again(said, _TELLING, _TELLING - 1)
    return again if again and not _again(source, _TELLING - 1, 0) else ""


def _again(tokens: Sequence[str], size: int, telling: int = 1) -> str:
    """A stretch of so many words that comes back, of which so many say something."""
    words = [token for token in tokens if token[0].isalpha()]
    stretches = list(zip(*(words[at:] for at in range(size)), strict=False))
    if len(set(stretches)) == len(stretches):
        return ""
    many = (s for s, count in Counter(stretches).items() if count > 1)
    told = (" ".join(s) for s in many if sum(not is_small(word) for word in s) >= telling)
    return next(told, "")
