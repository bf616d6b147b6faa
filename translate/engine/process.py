"""An engine's own process, seen from outside."""

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import active_children, get_context
from typing import ParamSpec, TypeVar

from translate.engine.worker import prepare

_Asked = ParamSpec("_Asked")
_Said = TypeVar("_Said")
MOST = 4 * 2**30  # bytes
STARTING = 60.0  # seconds


def bound() -> int:
    """Bytes an engine may hold: half of the machine's memory, and never more than `MOST`."""
    return min(MOST, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2)


class EngineProcess(Executor):
    """One process, which does one thing after another until it is stopped or dies.

    Stopping it is killing it: an engine has nothing to save, and one that hangs hears nothing.

    Args:
        most: bytes of memory at which it ends itself; None for `bound`.
    """

    def __init__(self, most: int | None = None) -> None:
        most = bound() if most is None else most
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), prepare, (most,))
        self._number = self._pool.submit(os.getpid)

    def submit(
        self, fn: Callable[_Asked, _Said], /, *args: _Asked.args, **kwargs: _Asked.kwargs
    ) -> Future[_Said]:
        """Have it call a function; what happens to it is the answer's, or BrokenProcessPool.

        Raises:
            BrokenProcessPool: it is dead already.
        """
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Stop it, whatever it is doing."""
        with suppress(Exception):  # then it never began
            number = self._number.result(STARTING)
            for child in active_children():  # the number of one that is gone may be a stranger's
                if child.pid == number:
                    child.kill()
        self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self.shutdown()
