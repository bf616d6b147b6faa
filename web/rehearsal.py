"""Some seconds before every minute, what is polled is made ready for it."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from press.embargo import next_minute
from press.errors import HomeRefused
from web.lane import Lane

log = logging.getLogger("newsroom.web")

# Before every minute, whether anything is due or not: that it works betrays nothing.
AHEAD = timedelta(seconds=5)


def start_rehearsing(lane: Lane, clock: Callable[[], datetime]) -> None:
    """Begin, in a thread that ends with the process; to be called in the one that serves.

    Args:
        lane: what makes ready.
        clock: tells the instant, UTC.
    """
    run = threading.Thread(target=_run, args=(lane, clock), name="rehearsal", daemon=True)
    run.start()


def _run(lane: Lane, clock: Callable[[], datetime]) -> None:
    while True:
        minute = next_minute(clock() + AHEAD)  # one whole minute a round, each once
        time.sleep(max(0.0, (minute - AHEAD - clock()).total_seconds()))
        try:
            lane.rehearse(minute)
        except HomeRefused as refusal:
            log.warning("no rehearsal: %s", refusal)
        except Exception:  # the next minute may be better; polls are answered all the same
            log.exception("rehearsing failed")
