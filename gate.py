"""The gate's process: environment → newsroom → gate. `newsroom serve` starts it."""

import os
import resource
import signal
import socket
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from newsroom.in_force import settings_in_force
from newsroom.wiring import open_newsroom
from web.counter import Counter
from web.gate import MOST, Gate
from web.loop import dial
from web.packet import Body

_OTHERS = 64  # files: of the database, the listener, questions to the application


def _now() -> datetime:
    return datetime.now(UTC)


def main(listener: str, backend: str) -> None:
    """Stand before an application until told to stop, or until whoever started it is gone.

    Args:
        listener: number of the open socket that listens, which was handed to this process.
        backend: the Unix socket on which the application is served.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches everybody; who starts us decides
    os.umask(0o077)  # whatever it writes is for its owner alone
    home = Path(os.environ.get("NEWSROOM_HOME", "var"))
    front = open_newsroom(settings_in_force(os.environ, home).settings, _now()).front
    _wait_for(backend)
    counter = Counter(backend, front.generation, _now)
    gate = Gate(socket.socket(fileno=int(listener)), counter, _places())
    signal.signal(signal.SIGTERM, lambda *_: gate.stop())
    gate.end_with(sys.stdin)
    gate.run()


def _wait_for(backend: str) -> None:
    """Nobody is let in before somebody is there to answer."""
    starter = os.getppid()
    while os.getppid() == starter:
        try:
            dial(backend).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    sys.exit()


def _places() -> int:
    """How many may be connected: a tunnel takes two files, and answers lie in some."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * MOST + Body.most_files + _OTHERS
    if hard == resource.RLIM_INFINITY or hard >= wanted > soft:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        return MOST
    if soft >= wanted:
        return MOST
    places = max(1, (soft - _OTHERS) // 3)
    Body.most_files = max(0, soft - _OTHERS - 2 * places)
    return places


if __name__ == "__main__":
    main(*sys.argv[1:])
