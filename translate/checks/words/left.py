"""Single words that stay in the source language: pioneer, clean-up."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, warns
from translate.checks.words.lexicon import ForeignWords, foreign_words
from translate.checks.words.untranslated import staying
from translate.markup.placeholders import words_alone

_PART = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)|[^\w\s]")
_SHORT = 3  # letters; what has fewer is in no list
_MANY = 2  # words without a capital, with which a sentence is not said
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w’'.-]*"
_LINK = r"(?:of|the|and|for|in|on|at|to|de|des|du|la|le|les|van|het|der|die|und|für|et|en|&)"
# A name of several words: the New York Times, Save the Children.
_NAME = re.compile(rf"{_CAPITAL}(?:(?: {_LINK}){{0,2}} (?:{_CAPITAL}|\d+))+")
_FIRST = re.compile(r"(?:^|[.!?:…–—-][\"”’»)]*\s+|[\"“„«‘(•]\s?)([^\W\d_]+)")
_QUOTED = re.compile(r"[«“„\"‘‚(]([^«»“”„\"‘’‚()]{2,80})[»”“\"’)]")
# In Markdown: code, and what stands slanted as titles do.
_APART = re.compile(r"`([^`]+)`|(?<![*_\w])[*_]([^*_]+)[*_](?![*_\w])")
_EDGES = " .,;:!?\u00a0\u202f"
_NOUNS = {"de"}  # where every noun has a capital, a capital says nothing


class LeftWords:
    """No word of the source is left that the other language has not.

    Names are, and terms, quotations, titles and code; so is what both languages have.
    """

    name: ClassVar[str] = "left-words"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find the words, in the order of the translation."""
        known = foreign_words(passage.source_language, passage.target_language)
        candidates = _candidates(passage, known)
        stays = staying(passage) if candidates else None
        if not stays or stays.whole:
            return
        told = {part for word in stays.words for part in _PART.findall(word)}
        left = list(_left(passage, known, candidates - told - _terms(passage)))
        if left:
            many = sum(word[0].islower() for word in left) >= _MANY
            yield blocks(self, _says(left)) if many else warns(self, _says(left))


def _candidates(passage: Passage, known: ForeignWords) -> set[str]:
    """Words that both have and only one should; told fast, because most sentences have none."""
    source, said = (set(_PART.findall(t.lower())) for t in (passage.source, passage.said))
    shared = source & said
    wrong = (shared & known.sure) | (shared & known.unsure)
    return {w for w in _PART.findall(passage.said) if w.lower() in wrong} if wrong else set()


def _terms(passage: Passage) -> set[str]:
    """Words that the glossary wants."""
    return {word for term in passage.terms for word in _PART.findall(term.translation)}


def _left(passage: Passage, known: ForeignWords, candidates: AbstractSet[str]) -> Iterator[str]:
    reader = _Source(passage, known)
    tokens = list(_TOKEN.finditer(_own_words(passage, reader.names)))
    told = set[str]()
    for number, token in enumerate(tokens):
        parts = _PART.findall(token["word"] or "")
        around = {t[0] for t in tokens[max(0, number - 1) : number + 2] if t is not token}
        wrong = [p for p in parts if p in candidates and reader.is_left(p, around)]
        is_whole = len(parts) > 1 and token[0].lower() in passage.source.lower()
        if is_whole and any(len(p) >= _SHORT and p not in candidates for p in parts):
            continue  # mid-term, start-up: a word of its own
        for word in [token[0]] if wrong and is_whole else wrong:
            if word.lower() not in told:
                told.add(word.lower())
                yield word


class _Source:
    """What capitals in a source say of its words.

    Args:
        passage: with the source.
        known: words that are foreign to the other language.
    """

    def __init__(self, passage: Passage, known: ForeignWords) -> None:
        text = passage.source
        self._known = known
        self._words = set(_PART.findall(text))
        # In a headline all of whose words have one, or where nouns have, a capital says nothing.
        self._says_nothing = passage.source_language in _NOUNS or _is_headline(text.split())
        self.names = [] if _is_headline(text.split()) else [m[0] for m in _NAME.finditer(text)]
        self._named = {word for name in self.names for word in _PART.findall(name)}
        self._first = set(_FIRST.findall(text)) - self._named

    def is_left(self, word: str, around: Iterable[str]) -> bool:
        """Whether a word that stands in the translation is no name.

        Args:
            word: as it stands there.
            around: what stands before and after it.
        """
        if word[0].islower():
            return True
        if word.lower() in self._known.unsure:
            return False
        if word.isupper() and not (self._says_nothing and word in self._words):
            return False  # NATO, WHO
        if self._says_nothing or word.lower() in self._words or word in self._first:
            return True
        capitals = (other for other in around if other[0].isupper())
        return word in self._named and self._words.isdisjoint(capitals)


def _is_headline(words: Iterable[str]) -> bool:
    return not any(word[0].islower() and len(word) > _SHORT for word in words)


def _own_words(passage: Passage, names: Iterable[str]) -> str:
    """A translation without names, quotations, titles and code that the source has just so."""
    said = _QUOTED.sub(
        lambda m: " , " if m[1].strip(_EDGES) in passage.source else m[0], passage.said
    )
    markdown = passage.markdown[1] if passage.markdown else ""
    apart = (code or slanted for code, slanted in _APART.findall(markdown))
    for kept in (*apart, *(name.rstrip(".") for name in names)):
        if kept in passage.source:
            said = said.replace(kept, " , ")
    return words_alone(said)


def _says(words: list[str]) -> str:
    *first, last = (f"“{word}”" for word in words)
    before = f"{', '.join(first)} and " if first else ""
    return f"{before}{last} {'were' if first else 'was'} left in the source language"
