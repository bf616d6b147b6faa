"""Engines in another process."""

from collections.abc import Hashable, Sequence
from typing import Any, Protocol

from translate.alignment import Wording
from translate.batches import Steps, Way
from translate.pivot import name_of


class Asked(Protocol):
    """What leads to them: `translate.stream.Stream`."""

    def ask(self, way: Way, asked: Sequence[Hashable]) -> list[Any]:
        """Ask, and wait for the answers; None where there is none to be had."""


class Remote:
    """An engine in another process.

    Args:
        stream: leads to it.
        steps: the packages it is made of.
    """

    def __init__(self, stream: Asked, steps: Steps) -> None:
        self.name = name_of(steps)
        self._stream, self._steps = stream, steps

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate sentences; an empty one where the engine cannot be made to answer."""
        said = self._stream.ask(Way(self._steps, "translate"), sentences)
        return [words or "" for words in said]


class RemoteAligning(Remote):
    """One of a single package, which knows its words: a `translate.alignment.Aligning`."""

    def wordings(self, sentences: Sequence[str], count: int) -> list[list[Wording]]:
        """Translate sentences in several ways; empty where the engine cannot be made to answer."""
        said = self._stream.ask(Way(self._steps, "wordings", (count,)), sentences)
        return [wordings or [Wording("")] for wordings in said]
