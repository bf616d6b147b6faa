"""Where the engine's process sits: filled when needed, emptied when it must be."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from functools import partial

from translate.engine.batches import Batch, Steps
from translate.engine.limits import Limits
from translate.engine.worker import Answers, Load, answer

log = logging.getLogger("newsroom.engine")


class Supervisor:
    """Holds an executor and what is known of the process behind it.

    Args:
        load: gives the engine of some packages, in that process.
        start: gives the executor.
        limits: what it may take.
    """

    def __init__(self, load: Load, start: Callable[[], Executor], limits: Limits) -> None:
        self._load, self._start, self._limits = load, start, limits
        self._executor: Executor | None = None
        self._changing = threading.Lock()
        self._loaded: dict[Steps, int] = {}  # bytes it held when it had loaded each
        self._answered = 0  # sentences
        self.is_worn = False

    def fill(self) -> Executor:
        """Start the process if there is none: it needs a moment, and whoever comes may too."""
        with self._changing:
            if self._executor is None:
                self._executor = self._start()
            return self._executor

    def send(self, batch: Batch) -> Future[Answers]:
        """Have a batch answered, by a new process if there is none."""
        what = partial(answer, self._load, batch)
        if executor := self._executor:
            with suppress(RuntimeError):  # it died while it had nothing to do, or was stopped
                return executor.submit(what)
        self.empty()
        return self.fill().submit(what)

    def patience(self, batch: Batch) -> float:
        """Seconds a batch may take, from when the one before it was done."""
        loading = 0.0 if batch.route.steps in self._loaded else self._limits.loading
        return loading + self._limits.seconds + self._limits.each * batch.size

    def count(self, batch: Batch, resident: int) -> None:
        """Note what it has done and how it grew.

        Args:
            batch: what it answered.
            resident: bytes that it holds now.
        """
        self._answered += len(batch.asked)
        self._loaded.setdefault(batch.route.steps, resident)
        loaded = max(self._loaded.values())
        most = loaded + max(self._limits.growth * loaded, self._limits.room)
        if self._answered >= self._limits.sentences or resident > most:
            self.is_worn = True

    def empty(self, *, wait: bool = False) -> None:
        """Stop the process, whatever it is doing; wait until it is gone, if that matters."""
        with self._changing:  # one of two threads at the most starts or shuts down a process
            executor, self._executor = self._executor, None
            answered, self._answered, self.is_worn = self._answered, 0, False
            self._loaded.clear()
        if executor:
            log.debug("the engine's process ends after %d sentences", answered)
            executor.shutdown(wait=wait)
