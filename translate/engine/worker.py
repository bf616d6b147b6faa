"""An engine's own process, seen from inside: it loads, answers, and is guarded.

An engine is somebody else's native code with somebody else's weights. Here it can reach no network
through Python, cannot eat the machine's memory, and dies without taking anybody with it.
"""

import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

from translate.engine.batches import Batch, Steps
from translate.engine.protocol import Engine

# Loads the engine of the way from one language to another; a function that a process can be sent.
Load = Callable[[Steps], Engine]
# Words that any engine can say something to.
CANARY = "The river is low again."
LOOK = 0.05  # seconds between two looks at the memory
_STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Answers:
    """What an engine said to one batch.

    Args:
        answers: as many as were asked for, in the same order.
        resident: bytes of memory that its process holds afterwards.
    """

    answers: list[Any]
    resident: int


def answer(load: Load, batch: Batch) -> Answers:
    """Have an engine answer a batch, loading it first if it is not.

    Args:
        load: loads it.
        batch: what is asked, of which of its methods.

    Raises:
        ValueError: it gave another number of answers than were asked for.
        Exception: whatever the engine raises.
    """
    method = getattr(_engine(load, batch.route.steps), batch.route.what)
    answers = list(method(batch.asked, *batch.route.how))
    if len(answers) != len(batch.asked):
        raise ValueError(f"the engine gave {len(answers)} answers to {len(batch.asked)} sentences")
    return Answers(answers, resident())


@cache
def _engine(load: Load, steps: Steps) -> Engine:
    return load(steps)


def prepare(most: int) -> None:
    """Make this process an engine's: no network, no more memory than it may have, no own life.

    Its parent alone decides when it ends, and it never outlives that, however the parent went.

    Args:
        most: bytes of resident memory at which it ends itself.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    close_sockets()
    threading.Thread(target=_await_parent, daemon=True).start()
    threading.Thread(target=_watch, args=(most,), daemon=True).start()


def close_sockets() -> None:
    """Refuse every use of Python's sockets from now on; there is no way back in this process.

    Native code that opens a socket by itself is not seen; the smoke test closes that door too.
    """
    sys.addaudithook(_refuse_sockets)


def _refuse_sockets(event: str, _: tuple[Any, ...]) -> None:
    if event.startswith("socket."):
        raise PermissionError(f"an engine has no use for a network ({event})")


@contextmanager
def without_descriptors() -> Iterator[None]:
    """Let nobody in this process open a file or a socket, native code included (POSIX rlimits)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def resident() -> int:
    """Bytes of memory this process holds now; the most it ever held where that is not told."""
    try:
        return int(_STATM.read_text().split()[1]) * resource.getpagesize()
    except OSError:
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _watch(most: int) -> None:
    while resident() <= most:
        time.sleep(LOOK)
    os._exit(os.EX_OSERR)  # nothing here is worth saving


def _await_parent() -> None:
    # Waits once, from the beginning: who asks again needs a descriptor (`without_descriptors`).
    if parent := parent_process():
        parent.join()
    os._exit(os.EX_OSERR)
