"""Asking an engine: each thing once, as many as can be in one call."""

from collections.abc import Iterable
from typing import NamedTuple

from translate.alignment.words import AlignedHypothesis, Aligning
from translate.engine.protocol import Engine, Scoring

OTHERS = 3  # hypotheses asked for where the first one will not do


class Ask(NamedTuple):
    """Something the engine is to say.

    Args:
        words: plain text, a sentence or a part of one.
        weighed: whether it must be known which words came from which.
        others: whether other hypotheses are wanted.
    """

    words: str
    weighed: bool = False
    others: bool = False


class Asking:
    """What an engine was asked, and what it said.

    Args:
        engine: which.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._said: dict[str, list[AlignedHypothesis]] = {}
        self._asked: set[Ask] = set()

    def said(self, words: str) -> list[AlignedHypothesis]:
        """The hypotheses of something it was asked, the best first; none if it was not."""
        return self._said.get(words, [])

    def ask(self, asks: Iterable[Ask]) -> None:
        """Ask what was not asked before, in one call for each way to ask."""
        asks = list(dict.fromkeys(asks))
        if not isinstance(self._engine, Aligning):
            self._plain(ask.words for ask in asks if not ask.others)
            return
        for count in (1, OTHERS):
            wanted = [a for a in asks if a.others is (count > 1) and (a.others or a.weighed)]
            new = [ask.words for ask in wanted if ask not in self._asked]
            self._asked.update(wanted)
            if new:
                found = self._engine.hypotheses(new, count)
                self._said.update(zip(new, map(list, found), strict=True))
        self._plain(ask.words for ask in asks if not (ask.weighed or ask.others))

    def _plain(self, words: Iterable[str]) -> None:
        new = [text for text in dict.fromkeys(words) if text not in self._said]
        if new:
            answers = zip(new, self._scored(new), strict=True)
            self._said.update((text, [said]) for text, said in answers)

    def _scored(self, words: list[str]) -> list[AlignedHypothesis]:
        """What it says in its first way, with its scores if it has any."""
        if isinstance(self._engine, Scoring):
            return self._engine.scored(words)
        return list(map(AlignedHypothesis, self._engine.translate(words)))
