"""Sentences, and long stretches of them, that stay in the source language."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import ClassVar, NamedTuple

from press.finding import Finding
from translate.checks.base import Passage, blocks, shown, warns
from translate.checks.words.reading import real_words
from translate.markup.placeholders import words_alone

_SENTENCE = 3  # words with a small letter; fewer may well be a name or the same in both
_SAME = 0.8  # of the words; a date in them may well be written anew
_COMPARED = 200_000  # pairs of the same word; what has more repeats itself, and half tells as much
_STRETCH = 4  # such words in a stretch of a sentence


class Stays(NamedTuple):
    """What of a passage stays in the source language.

    Args:
        whole: whether as good as all of it does.
        words: the longest stretch that does.
    """

    whole: bool = False
    words: Sequence[str] = ()


class Untranslated:
    """No sentence is as it was, and no long stretch of one."""

    name: ClassVar[str] = "untranslated"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find the longest stretch of the source's words that was left."""
        stays = staying(passage)
        if stays.whole:
            yield blocks(self, f"stays in the source language: {shown(passage.source)}")
        elif stays.words:
            yield warns(self, f"stays in the source language: {shown(' '.join(stays.words))}")


def staying(passage: Passage) -> Stays:
    """Which of the source's words stay, if they are many."""
    if passage.source_language == passage.target_language:
        return Stays()
    texts = map(words_alone, (passage.source, passage.said))
    source, said = (real_words(text) for text in texts)
    shared = list((Counter(source) & Counter(said)).elements())
    if _small(shared) < _STRETCH and 2 * len(shared) < _SAME * (len(source) + len(said)):
        return Stays()  # told fast: most sentences share nearly no words with their translation
    while _pairs(source, said) > _COMPARED:
        source, said = source[: len(source) // 2], said[: len(said) // 2]
    matcher = SequenceMatcher(None, source, said, autojunk=False)
    if _small(source) >= _SENTENCE and matcher.ratio() >= _SAME:
        return Stays(whole=True)
    match = matcher.find_longest_match()
    same = source[match.a : match.a + match.size]
    return Stays(words=same) if _small(same) >= _STRETCH else Stays()


def _pairs(source: Sequence[str], said: Sequence[str]) -> int:
    """How many pairs of the same word two texts have, each of which is compared."""
    before, after = Counter(source), Counter(said)
    return sum(count * after[word] for word, count in before.items())


def _small(words: Sequence[str]) -> int:
    return sum(word[0].islower() for word in words)
