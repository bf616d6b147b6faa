"""What comes next, made while something else has to be waited for."""

from collections.abc import Iterator
from itertools import islice
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Ahead(Generic[Made]):
    """A row of which the next may be made before it is asked for.

    Args:
        made: makes each when it is asked for.
    """

    def __init__(self, made: Iterator[Made]) -> None:
        self._made = made
        self._next: list[Made] = []

    def __iter__(self) -> Iterator[Made]:
        while self.make():
            yield self._next.pop()

    def make(self) -> bool:
        """Make the next one now, unless it was; False if there is none."""
        if not self._next:
            self._next = list(islice(self._made, 1))
        return bool(self._next)
