"""The way from one language to another: straight, or by way of one that both know."""

from collections.abc import Sequence
from pathlib import Path

from press.errors import NoPackage
from press.text import STARTER
from translate.engine.protocol import Engine
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

    def __init__(self, first: Engine, second: Engine, name: str) -> None:
        self._first, self._second = first, second
        self.name = name

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate sentences, twice."""
        return self._second.translate(self._first.translate(sentences))
