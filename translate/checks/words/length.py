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
# Standard deviations, too short and too long; of one sentence among others more, because there are
# many and they may be told apart otherwise.
_SELDOM, _NEVER, _SENTENCE = (-2.4, 3.0), (-4.5, 5.0), (-3.0, 4.0)
_ENDED = re.compile(r"[.!?…][\"”’»)]*\s")


class Length:
    """A translation is about as long as such sources give, and so is each of its sentences."""

    name: ClassVar[str] = "length"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find that much was dropped or added: of the whole, else of one sentence."""
        languages = passage.source_language, passage.target_language
        far, says = _far(passage.source.strip(), passage.said.strip(), *languages)
        if not _NEVER[0] <= far <= _NEVER[1]:
            yield blocks(self, says)
        elif not _SELDOM[0] <= far <= _SELDOM[1]:
            yield warns(self, says)
        else:
            for source, said in _sentences(passage):
                far, says = _far(source, said, *languages)
                if not _SENTENCE[0] <= far <= _SENTENCE[1]:
                    yield warns(self, f"{says}: {shown(said)}")
                    return


def _sentences(passage: Passage) -> Iterator[tuple[str, str]]:
    """Each sentence of several with its translation, if they are as many."""
    if not _ENDED.search(passage.source.strip()):
        return
    source = _split(passage.source, passage.source_language)
    said = _split(passage.said, passage.target_language)
    if len(source) == len(said):
        yield from zip(source, said, strict=True)


def _split(text: str, language: str) -> list[str]:
    lines = (split(line, language) for line in text.split("\n"))
    return [sentence.strip() for line in lines for sentence in line if sentence.strip()]


def _far(source: str, said: str, here: str, there: str) -> tuple[float, str]:
    """How many standard deviations a length is from the usual, and that in words.

    Args:
        source: a text.
        said: its translation.
        here: code of the source's language.
        there: code of the other.
    """
    before, after = len(source), len(said)
    if before < _LEAST or not after:  # that there is nothing at all is another check's
        return 0.0, ""
    usual, spread = float(before), _UNKNOWN
    if {here, there} <= _ROOM.keys():
        usual *= _ROOM[there] / _ROOM[here]
        spread = math.sqrt(_SPREAD + _OF_ONE / before)
        spread *= 1 if "en" in (here, there) else _FARTHER
    says = f"{after} characters for {before} of the source, where {round(usual)} are usual"
    return math.log(after / usual) / spread, says
