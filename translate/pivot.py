"""Two engines in a row, by way of a language that both know."""

from collections.abc import Sequence

from translate import Engine

BETWEEN = "en"


class Pivot:
    """Two engines in a row, by way of a language that both know.

    Args:
        first: translates into it.
        second: translates from it.
    """

    def __init__(self, first: Engine, second: Engine) -> None:
        self._first, self._second = first, second
        self.name = f"{first.name} + {second.name.removeprefix('argos ')}"

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate sentences, twice."""
        return self._second.translate(self._first.translate(sentences))
