"""Names of people and places."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, changed, lost, spaced, warns
from translate.checks.words.lexicon import foreign_words
from translate.terms.people import is_common, people
from translate.terms.placing import Person, wanted
from translate.terms.spelling import is_alike, is_translated
from translate.terms.swapped import opening, swapped

_PART = r"[^\W\d_a-zß-ÿ][\w’'-]{0,60}\w"
_NAME = re.compile(rf"(?<!\w){_PART}(?: {_PART})+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*\w")
_CAPITAL = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]+")
_ALL_CAPITALS = {"de"}  # where every noun has a capital, a capital says nothing
_GENITIVE = re.compile(r"['’]s?$")
_ACCENTS = re.compile("[\u0300-\u036f]")
_SHORT = 4  # letters; in less, one more changes too much
_ALIKE = 0.82  # President and Präsident are less


class KeptNames:
    """Whoever is named is called the same, and no name is half kept and half changed.

    A release's contacts above all, and nobody in whose place somebody else stands; then whoever
    else is plainly a person; of other names in several words it is said where one stands
    unchanged and another all but: Anna Velmorarara. Each language may spell a name as it does.
    """

    name: ClassVar[str] = "names"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find names that became others."""
        source, told = spaced(passage.source), set[str]()
        said = _plain(spaced(passage.said))
        languages = passage.source_language, passage.target_language
        contacts = list(_contacts(passage, source, said))
        texts = source, spaced(passage.said)
        others = dict(swapped(*texts, languages, contacts))
        others = others or dict(opening(texts, languages, _known(*languages)))
        for name in contacts:
            told.update(name.split())
            yield blocks(self, changed(name, others[name]) if name in others else lost(name))
        swaps = ((blocks(self, changed(*pair)), pair[0].split()) for pair in others.items())
        for finding, words in (*swaps, *self._nearly(passage, source, said)):
            if told.isdisjoint(words):
                told.update(words)
                yield finding
        capitals = _CAPITAL.findall(spaced(passage.said))
        for words in people(source, passage.source_language):
            if told.isdisjoint(words) and not all(_is_said(w, said, capitals) for w in words):
                told.update(words)
                yield warns(self, lost(" ".join(words)))

    def _nearly(
        self, passage: Passage, source: str, said: str
    ) -> Iterator[tuple[Finding, list[str]]]:
        """Names of which one word stands unchanged and another all but, and that word."""
        if passage.source_language in _ALL_CAPITALS:
            return
        for name in dict.fromkeys(_NAME.findall(source)):
            words = name.split()
            missed = [word for word in words if not _stands(word, said)]
            if len(missed) == len(words):
                continue
            for word in missed:
                if is_common(word):  # President is Präsident, and rightly
                    continue
                others = (w for w in _WORD.findall(passage.said) if not w[0].islower())
                near = [other for other in others if _is_near(word, other)]
                if near and not is_translated(word, near[0]):
                    yield warns(self, changed(name, name.replace(word, near[0]))), [word]


@lru_cache(16)
def _known(here: str, there: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words of two languages that are no names."""
    return foreign_words(here, there).sure, foreign_words(there, here).sure


def _contacts(passage: Passage, source: str, said: str) -> Iterator[str]:
    """The release's contacts whom the source names and the other language does not."""
    named = [term for term in passage.terms if isinstance(term, Person)]
    languages = passage.source_language, passage.target_language
    for term in wanted(named, source, *languages):
        if not _stands(spaced(term.term), said):
            yield term.term


def _is_said(word: str, said: str, capitals: Iterable[str]) -> bool:
    return _stands(word, said) or any(is_alike(_GENITIVE.sub("", word), c) for c in capitals)


def _stands(name: str, said: str) -> bool:
    """Whether a name, or a word of one, stands in a text, perhaps in the genitive.

    Args:
        name: as the source has it.
        said: plain.
    """
    bare = _plain(_GENITIVE.sub("", name))
    if not bare:
        return True
    at = said.find(bare)
    while at >= 0:
        end = at + len(bare)
        around = said[max(0, at - 1) : at] + said[end : end + 2].removeprefix("s")[:1]
        if not any(map(_is_of_a_word, around)):
            return True
        at = said.find(bare, end)
    return False


def _is_of_a_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _is_near(word: str, other: str) -> bool:
    word, other = _GENITIVE.sub("", word), _GENITIVE.sub("", other)
    if len(word) < _SHORT:
        return False
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= _ALIKE


@lru_cache(1024)
def _plain(text: str) -> str:
    """A text without accents, its apostrophes all alike."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text.replace("’", "'"))
    return _ACCENTS.sub("", letters)
