"""What waits for an engine, cut into batches: whose turn it is first, the longest of it first."""

from collections.abc import Hashable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from translate.packages.listing import Installed

Steps = tuple[Installed, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """Who is asked, and what for.

    Args:
        steps: the packages that lead from one language to another.
        what: the name of the engine's method.
        how: what else the method is given.
    """

    steps: Steps
    what: str
    how: tuple[Hashable, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """What is asked in one go.

    Args:
        route: who is asked.
        asked: sentences, the longest first.
        suspect: whether it is part of a batch that failed.
    """

    route: Route
    asked: tuple[Hashable, ...]
    suspect: bool = False

    @property
    def size(self) -> int:
        """Characters."""
        return sum(map(_length, self.asked))

    def halves(self) -> "tuple[Batch, Batch]":
        """Two batches of half as many sentences."""
        half = len(self.asked) // 2
        return Batch(self.route, self.asked[:half], True), Batch(
            self.route, self.asked[half:], True
        )


class BatchQueue:
    """What was asked and is not answered: each sentence once, however many want it.

    Args:
        most: sentences a batch may have.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: dict[tuple[Route, Hashable], Future[Any]] = {}
        self._queues: dict[Route, dict[Hashable, int]] = {}  # of each, the turn of who wants it

    def __bool__(self) -> bool:
        """Whether any of it is in no batch yet."""
        return bool(self._queues)

    def add(self, route: Route, asked: Sequence[Hashable], turn: int = 0) -> list[Future[Any]]:
        """Have sentences wait; returns where the answer to each will be.

        Args:
            route: who is asked.
            asked: sentences.
            turn: of whoever asks; the lowest is served first.
        """
        for one in asked:
            if (route, one) not in self._answers:
                self._answers[route, one] = Future()
                self._queues.setdefault(route, {})[one] = turn
            elif one in (queue := self._queues.get(route, {})):
                queue[one] = min(turn, queue[one])
        return [self._answers[route, one] for one in asked]

    def take(self) -> Batch:
        """What is wanted by those whose turn it is: they are done soonest, and not all at once."""
        route = min(self._queues, key=lambda route: min(self._queues[route].values()))
        queue = self._queues[route]
        asked = sorted(queue, key=lambda one: (queue[one], -_length(one), str(one)))[: self._most]
        for one in asked:
            del queue[one]
        if not queue:
            del self._queues[route]
        return Batch(route, tuple(sorted(asked, key=lambda one: (-_length(one), str(one)))))

    def put_back(self, batch: Batch) -> None:
        """Have a batch wait again that was not answered through no fault of its own; it is next."""
        self._queues.setdefault(batch.route, {}).update(dict.fromkeys(batch.asked, 0))

    def settle(self, batch: Batch, answers: Sequence[Any]) -> None:
        """Give the answers to whoever wants them."""
        for one, said in zip(batch.asked, answers, strict=True):
            if future := self._answers.pop((batch.route, one), None):
                future.set_result(said)

    def leave_out(self, batch: Batch) -> None:
        """Answer with None, now and whenever it is asked again."""
        for one in batch.asked:
            future = self._answers.get((batch.route, one))
            if future and not future.done():
                future.set_result(None)

    def refuse(self, error: Exception, steps: Steps | None = None) -> None:
        """Tell whoever waits for an engine, or for any, that there will be no answer."""
        for route, one in list(self._unanswered(steps)):
            self._answers.pop((route, one)).set_exception(error)
            self._queues.pop(route, None)

    def _unanswered(self, steps: Steps | None) -> Iterator[tuple[Route, Hashable]]:
        for (route, one), future in self._answers.items():
            if steps in (None, route.steps) and not future.done():
                yield route, one


def _length(one: Hashable) -> int:
    return len(one if isinstance(one, str) else repr(one))
