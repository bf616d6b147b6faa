"""What translates."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from translate.alignment.words import AlignedHypothesis


class Engine(Protocol):
    """Something that translates from one language into another.

    One that can also say which words came from which is a `translate.alignment.words.Aligning`,
    one that says how sure it is a `Scoring`.
    """

    @property
    def name(self) -> str:
        """What it is and which version, as readers are told: `argos en-fr 1.9`."""

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate sentences.

        Args:
            sentences: plain text, one sentence or part of one each.

        Returns:
            As many, in the same order; an empty one where it has nothing to say.
        """


@runtime_checkable
class Scoring(Engine, Protocol):
    """An engine that says how sure it is."""

    @property
    def mark(self) -> float:
        """The score below which its words are in doubt."""

    def scored(self, sentences: Sequence[str]) -> list[AlignedHypothesis]:
        """Translate sentences as `Engine.translate` does, each with its score and no weights."""
