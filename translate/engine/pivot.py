"""The way from one language to another: straight, or by way of one that both know."""

from collections.abc import Sequence
from pathlib import Path

from press.errors import NoPackage
from press.text import STARTER
from translate.alignment.words import AlignedHypothesis
from translate.engine.protocol import Scoring
from translate.packages.installing import Installed, available, find

BETWEEN = "en"


def route(source: str, target: str, folders: Sequence[Path]) -> tuple[Installed, ...]:
    """The packages that lead from one language to another, by English if there is no direct one.

    Args:
        source: code of the language to translate from.
        target: code of the language to translate into.
        folders: where packages are, as for `translate.packages.installing.find`.

    Raises:
        NoPackage: no package or pair of packages leads from the one to the other.
    """
    known = {package.pair for package in available(folders)}
    steps = [(source, target)]
    if steps[0] not in known:
        steps = [(source, BETWEEN), (BETWEEN, target)]
    if not known.issuperset(steps):
        raise NoPackage(source, target)
    return tuple(find(*step, folders) for step in steps)


def name_of(steps: Sequence[Installed]) -> str:
    """What readers are told made their text: `argos fr-en 1.9 + en-nl 1.8`."""
    makers = [STARTER if step.is_starter else "argos" for step in steps]
    said = [f"{'-'.join(step.pair)} {step.version}" for step in steps]
    return " + ".join(
        one if before == maker else f"{maker} {one}"
        for before, maker, one in zip(["", *makers], makers, said, strict=False)
    )


class Pivot:
    """Two engines in a row, by way of a language that both know.

    Args:
        first: translates into it.
        second: translates from it.
        name: of both.
    """

    def __init__(self, first: Scoring, second: Scoring, name: str) -> None:
        self._first, self._second = first, second
        self.mark = first.mark + second.mark
        self.name = name

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate sentences, twice."""
        return [hypothesis.text for hypothesis in self.scored(sentences)]

    def scored(self, sentences: Sequence[str]) -> list[AlignedHypothesis]:
        """Translate sentences, twice; their scores add up, as logarithms of probabilities do."""
        between = self._first.scored(sentences)
        said = self._second.scored([hypothesis.text for hypothesis in between])
        return [
            last._replace(score=_sum(a.score, last.score))
            for a, last in zip(between, said, strict=True)
        ]


def _sum(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else first + second
