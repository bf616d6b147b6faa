"""Processes that must not outlive the one that started them."""

import multiprocessing
import os
import signal
import sys
import threading


def end_with_parent() -> None:
    """End this process when the one that started it is gone, however it went.

    A killed server would otherwise leave workers that hold its port. A process that was not
    started by Python's multiprocessing has no parent of that kind and is left alone.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait, args=(parent,), daemon=True).start()


def as_worker() -> None:
    """Prepare a worker process: the parent alone decides when it ends, and it ends in order.

    What it holds that outlives a process (an engine's process, named semaphores) it gives back.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    end_with_parent()


def _wait(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
