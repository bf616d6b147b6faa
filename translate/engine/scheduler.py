"""One scheduler of batches to an engine in a process of its own, whoever asks.

Many threads ask, each for some releases or a language of its own. One thread sends what they ask,
first what those want who began first, the longest sentences before the others, and a second batch
before the first is answered, so that the engine never waits. An engine is not trusted to come back:
a batch that it dies or hangs over is cut in halves until the guilty sentence is alone, and that one
is left out.
"""

import logging
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from itertools import count
from typing import Any, Self

from press.errors import EngineFailed, EngineStopped, PackageRefused
from translate.engine.batches import Batch, BatchQueue, Route, Steps
from translate.engine.limits import DEFAULT, Limits
from translate.engine.pivot import name_of
from translate.engine.process import EngineProcess
from translate.engine.remote import Remote, RemoteAligning
from translate.engine.supervisor import Supervisor
from translate.engine.worker import CANARY, Answers, Load

log = logging.getLogger("newsroom.engine")


class Scheduler:
    """Sends what is asked to an engine's process, and replaces that when it must.

    Args:
        load: gives the engine of some packages, in that process; a function it can be sent.
        start: gives the process, or any executor; it is shut down when it fails, hangs or grows.
        limits: what the engine may take.
    """

    def __init__(
        self,
        load: Load,
        start: Callable[[], Executor] = EngineProcess,
        limits: Limits = DEFAULT,
    ) -> None:
        self._limits = limits
        self._supervisor = Supervisor(load, start, limits)
        self._waiting = BatchQueue(limits.batch)
        self._suspects: list[Batch] = []
        self._flying: deque[tuple[Batch, Future[Answers]]] = deque()
        self._guilty: Counter[Steps] = Counter()
        self._broken: dict[Steps, tuple[float, Exception]] = {}
        self._closed = False
        self._turns = count(1)
        self._changed = threading.Condition()
        self._sender = threading.Thread(target=self._serve, daemon=True)
        self._sender.start()

    def engine(self, steps: Steps) -> Remote:
        """The engine of some packages, for as long as the scheduler is open.

        Its process is started meanwhile: whoever wants it still has to see what to ask.
        """
        with self._changed:
            if not self._closed:
                self._supervisor.fill()
        kind = Remote if len(steps) > 1 else RemoteAligning
        return kind(self, steps, next(self._turns))

    def ask(self, route: Route, asked: Sequence[Hashable], turn: int = 0) -> list[Any]:
        """Ask, and wait for the answers; any thread may.

        Args:
            route: who is asked.
            asked: sentences.
            turn: of whoever asks; the lowest is served first.

        Returns:
            as many, in the same order; None where the engine cannot be made to answer.

        Raises:
            EngineFailed: it fails on words that every engine can translate.
            EngineStopped: it was stopped.
            PackageRefused: one of its packages cannot be loaded.
        """
        with self._changed:
            if self._closed:
                raise EngineStopped("the engine was stopped")
            since, error = self._broken.get(route.steps, (0.0, None))
            if error and time.monotonic() < since + self._limits.rest:
                raise error
            answers = self._waiting.add(route, asked, turn)
            self._changed.notify()
        return [future.result() for future in answers]

    def close(self) -> None:
        """Stop the engine, whatever it is doing; whoever still waits is told so."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._supervisor.empty(wait=True)
        self._sender.join()

    def __enter__(self) -> Self:
        """The scheduler itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def _serve(self) -> None:
        try:
            while self._is_open():
                self._fill_lanes()
                self._receive(*self._flying.popleft())
        finally:  # come what may, nobody waits for ever
            with self._changed:
                self._closed = True
                self._waiting.refuse(EngineStopped("the engine was stopped"))
            self._supervisor.empty(wait=True)

    def _is_open(self) -> bool:
        """Wait until there is something to send; False when nothing more will come."""
        with self._changed:
            while not (self._flying or self._suspects or self._waiting or self._closed):
                self._changed.wait()
            return not self._closed

    def _fill_lanes(self) -> None:
        while len(self._flying) < self._limits.lanes and (batch := self._next()):
            self._flying.append((batch, self._supervisor.send(batch)))

    def _next(self) -> Batch | None:
        """What is sent next: a suspect only when nothing else could be to blame."""
        if self._flying and (self._suspects or self._supervisor.is_worn):
            return None
        if self._supervisor.is_worn:
            self._supervisor.empty()
        with self._changed:
            if self._suspects:
                return self._suspects.pop()
            return self._waiting.take() if self._waiting else None

    def _receive(self, batch: Batch, future: Future[Answers]) -> None:
        try:
            said = future.result(self._supervisor.patience(batch))
        except PackageRefused as refusal:
            self._give_up(batch.route.steps, refusal)
        except Exception as error:  # an engine can fail in any way
            self._suspect(batch, error)
        else:
            self._supervisor.count(batch, said.resident)
            with self._changed:
                self._waiting.settle(batch, said.answers)

    def _start_over(self) -> None:
        """A new process; what was to come next comes later."""
        self._supervisor.empty()
        with self._changed:
            while self._flying:
                self._waiting.put_back(self._flying.pop()[0])

    def _suspect(self, batch: Batch, error: Exception) -> None:
        """Find out whether the engine is to blame or a sentence, and which."""
        steps, is_dead = batch.route.steps, isinstance(error, BrokenExecutor | TimeoutError)
        if self._closed:
            return
        if is_dead:
            self._start_over()
        is_well = self._is_well(steps) if is_dead or not batch.suspect else True
        if not is_well or self._guilty[steps] >= self._limits.guilty:
            says = f"{name_of(steps)} cannot be made to answer: {type(error).__name__}"
            self._give_up(steps, EngineFailed(says))
        elif len(batch.asked) > 1:
            self._suspects += reversed(batch.halves())
        else:
            self._guilty[steps] += 1
            # Not the words: a log is read by more people than a release under embargo may be.
            name, why = name_of(steps), type(error).__name__
            log.warning("%s fails on a sentence of %d characters: %s", name, batch.size, why)
            with self._changed:
                self._waiting.leave_out(batch)

    def _is_well(self, steps: Steps) -> bool:
        """Whether an engine can say the simplest thing; that loads it into a new process, too."""
        batch = Batch(Route(steps, "translate"), (CANARY,))
        before = sum(self._supervisor.patience(other) for other, _ in self._flying)
        try:
            said = self._supervisor.send(batch).result(before + self._supervisor.patience(batch))
        except Exception as error:  # an engine can fail in any way
            if isinstance(error, BrokenExecutor | TimeoutError):
                self._start_over()
            return False
        self._supervisor.count(batch, said.resident)
        return True

    def _give_up(self, steps: Steps, error: Exception) -> None:
        """Tell whoever asked this engine that it is broken; others go on."""
        self._suspects = [one for one in self._suspects if one.route.steps != steps]
        with self._changed:
            self._broken[steps] = time.monotonic(), error
            self._waiting.refuse(error, steps)
