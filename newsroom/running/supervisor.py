"""Processes beside the web's: `newsroom serve` starts them, and starts them again."""

import logging
import os
import subprocess
import sys
import sysconfig
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import newsroom
from newsroom.running.pauses import Pauses, soon

STOP_SECONDS = 10
log = logging.getLogger("newsroom.serving")


# Where this program is: the folder of a checkout, or of whatever is installed.
PROGRAM = Path(newsroom.__file__).parents[1]


def same_program(environment: Mapping[str, str]) -> dict[str, str]:
    """Variables with which `python -P -m newsroom` is the program that runs here.

    Without `-P` it is looked for in the working directory first, which may hold a folder `press`.

    Args:
        environment: variables.
    """
    is_installed = str(PROGRAM) == sysconfig.get_path("purelib")
    paths = ["" if is_installed else str(PROGRAM), environment.get("PYTHONPATH", "")]
    return dict(environment) | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


class Supervised:
    """A process that is started again should it ever end by itself.

    Args:
        name: as the log calls it.
        environment: its variables.
        words: the module to run, and its arguments.
    """

    def __init__(self, name: str, environment: Mapping[str, str], *words: str) -> None:
        self.name = name
        self.environment = same_program(environment)
        self.words = [sys.executable, "-P", "-m", *words]
        self.stopping = threading.Event()
        self.starting = threading.Lock()
        self.process = self._start()
        threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> None:
        """End it, and wait until it has ended."""
        with self.starting:  # so that none is started which nobody ends
            self.stopping.set()
        self.process.terminate()
        try:
            self.process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        # The pipe ends when we do, however that happens. Ctrl-C in a terminal reaches a whole group
        # of processes: this one is in another, since we end it when the web has ended.
        return subprocess.Popen(
            self.words, stdin=subprocess.PIPE, process_group=0, env=self.environment
        )

    def _watch(self) -> None:
        pauses = Pauses()
        while not self.stopping.is_set():
            code = self.process.wait()
            pause = pauses.next(time.monotonic())
            if not self.stopping.is_set():
                log.error("the %s ended (%s); starting it %s", self.name, code, soon(pause))
            if not self.stopping.wait(pause):
                self._restart()

    def _restart(self) -> None:
        with self.starting:
            if self.stopping.is_set():
                return
            if self.process.stdin:
                self.process.stdin.close()
            try:
                self.process = self._start()
            except OSError:  # no place for another process; the next turn tries again
                log.exception("the %s cannot be started", self.name)
