"""A test that is not marked `waits` is quick: it starts no process and never sleeps for long.

Python tells who starts one (https://docs.python.org/3/library/audit_events.html), except for
multiprocessing; who waits for a lock or a socket it does not tell.
"""

import sys
import threading
import time
from multiprocessing.process import BaseProcess

import pytest

BLINK = 0.2  # seconds
STARTS = {"os.fork", "os.forkpty", "os.posix_spawn", "os.system", "subprocess.Popen"}


class Guard:
    """Fails the test that is running where it waits and has not said so.

    Attributes:
        is_quick: whether the test that is running must not wait.
    """

    is_quick = False

    def start(self, event: str, _: object) -> None:
        if self.is_quick and event in STARTS:
            pytest.fail("a quick test starts a process: mark it with pytest.mark.waits")

    def sleep(self, seconds: float) -> None:
        here = threading.current_thread() is threading.main_thread()
        if self.is_quick and here and seconds > BLINK:
            pytest.fail(f"a quick test sleeps for {seconds} s: mark it with pytest.mark.waits")


guard = Guard()


def watch() -> None:
    """Listen from now on, once a run."""
    sleep, start = time.sleep, BaseProcess.start

    def sleep_told(seconds: float) -> None:
        guard.sleep(seconds)
        sleep(seconds)

    def start_told(process: BaseProcess) -> None:
        guard.start("subprocess.Popen", ())
        start(process)

    time.sleep, BaseProcess.start = sleep_told, start_told
    sys.addaudithook(guard.start)
