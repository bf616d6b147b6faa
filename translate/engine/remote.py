"""Engines in another process."""

from collections.abc import Hashable, Sequence
from typing import Any, Protocol

from translate.alignment.words import AlignedHypothesis
from translate.engine.batches import Route, Steps
from translate.engine.pivot import name_of
from translate.packages.marks import mark_of


class Service(Protocol):
    """What leads to them: `translate.engine.scheduler.Scheduler`."""

    def ask(self, route: Route, asked: Sequence[Hashable], turn: int = 0) -> list[Any]:
        """Ask, and wait for the answers; None where there is none to be had."""


class Remote:
    """An engine in another process.

    Args:
        scheduler: leads to it.
        steps: the packages it is made of.
        turn: of whoever asks it; the lowest is served first.
    """

    def __init__(self, scheduler: Service, steps: Steps, turn: int = 0) -> None:
        self.name = name_of(steps)
        self.mark = mark_of(steps)
        self._scheduler, self._steps, self._turn = scheduler, steps, turn

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate sentences; an empty one where the engine cannot be made to answer."""
        said = self._scheduler.ask(Route(self._steps, "translate"), sentences, self._turn)
        return [words or "" for words in said]

    def scored(self, sentences: Sequence[str]) -> list[AlignedHypothesis]:
        """Translate sentences, with scores; an empty one where it cannot be made to answer."""
        said = self._scheduler.ask(Route(self._steps, "scored"), sentences, self._turn)
        return [hypothesis or AlignedHypothesis("") for hypothesis in said]


class RemoteAligning(Remote):
    """One of a single package, which knows its words: a `translate.alignment.words.Aligning`."""

    def hypotheses(self, sentences: Sequence[str], count: int) -> list[list[AlignedHypothesis]]:
        """Translate sentences in several ways; empty where the engine cannot be made to answer."""
        said = self._scheduler.ask(
            Route(self._steps, "hypotheses", (count,)), sentences, self._turn
        )
        return [hypotheses or [AlignedHypothesis("")] for hypotheses in said]
