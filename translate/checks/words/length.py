"""Much longer, much shorter."""

import math
import re
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, shown, warns
from translate.markup.segmentation import split

_LEAST = 30  # characters; what is shorter may well double
# How many characters each language takes for 100 of English, and how far good translations lie
# apart: the variance of the logarithm, of any length, and what one character adds. Measured on
# 24,000 pairs of FLORES-200, NTREX-128, newstest and Europarl.
_ROOM = {"en": 100, "nl": 111, "de": 116, "fr": 117}
_SPREAD, _OF_ONE = 0.01, 1.5
_FARTHER = 1.15  # where neither language is English
_UNKNOWN = 0.25  # the same for other languages, of which we have measured nothing
_SELDOM, _NEVER = (-2.4, 3.0), (-4.5, 5.0)  # standard deviations, too short and too long
_ENDED = re.compile(r"[.!?…][\"”’»)]*\s")


class Length:
    """A translation is about as long as such sources give, and so is each of its sentences."""

    name: ClassVar[str] = "length"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find that much was dropped or added: of the whole, else of one sentence."""
        languages = passage.source_language, passage.target_language
        for number, (source, said) in enumerate(_pairs(passage)):
            before, after = len(source), len(said)
            if before < _LEAST or not after:  # nothing at all is another check's
                continue
            far, usual = _distance(before, after, *languages)
            if _SELDOM[0] <= far <= _SELDOM[1]:
                continue
            says = f"{after} characters for {before} of the source, where {usual} are usual"
            says += f": {shown(said)}" if number else ""
            is_never = not _NEVER[0] <= far <= _NEVER[1]
            yield blocks(self, says) if is_never else warns(self, says)
            return


def _pairs(passage: Passage) -> Iterator[tuple[str, str]]:
    """A passage, then each of its sentences with its translation, if they are as many."""
    yield passage.source.strip(), passage.said.strip()
    if not _ENDED.search(passage.source.strip()):
        return
    source = _split(passage.source, passage.source_language)
    said = _split(passage.said, passage.target_language)
    if len(source) == len(said):
        yield from zip(source, said, strict=True)


def _split(text: str, language: str) -> list[str]:
    lines = (split(line, language) for line in text.split("\n"))
    return [sentence.strip() for line in lines for sentence in line if sentence.strip()]


def _distance(before: int, after: int, source: str, target: str) -> tuple[float, int]:
    """How many standard deviations a length is from the usual, and the usual.

    Args:
        before: characters of the source.
        after: characters of the translation.
        source: code of its language.
        target: code of the other.
    """
    if not {source, target} <= _ROOM.keys():
        return math.log(after / before) / _UNKNOWN, before
    usual = before * _ROOM[target] / _ROOM[source]
    spread = math.sqrt(_SPREAD + _OF_ONE / before)
    spread *= 1 if "en" in (source, target) else _FARTHER
    return math.log(after / usual) / spread, round(usual)
