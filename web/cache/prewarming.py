"""Some seconds before every minute, what is polled is made ready for it."""

import logging
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from press.embargo import next_minute
from press.errors import HomeRefused
from web.cache.response_cache import ResponseCache

log = logging.getLogger("newsroom.web")

# Before every minute, whether anything is due or not: that it works betrays nothing.
AHEAD = timedelta(seconds=5)
# How long rendering keeps a poll waiting, each time it takes its turn (Python's own is 5 ms).
TURN_SECONDS = 0.0005


def start_prewarming(cache: ResponseCache, clock: Callable[[], datetime]) -> None:
    """Begin, in a thread that ends with the process; to be called in the one that serves.

    Args:
        cache: what makes ready.
        clock: tells the instant, UTC.
    """
    sys.setswitchinterval(TURN_SECONDS)
    run = threading.Thread(target=_run, args=(cache, clock), name="prewarming", daemon=True)
    run.start()


def _run(cache: ResponseCache, clock: Callable[[], datetime]) -> None:
    while True:
        minute = next_minute(clock() + AHEAD)  # one whole minute a round, each once
        time.sleep(max(0.0, (minute - AHEAD - clock()).total_seconds()))
        try:
            cache.prewarm(minute)
        except HomeRefused as refusal:
            log.warning("nothing was made ready: %s", refusal)
        except Exception:  # the next minute may be better; polls are answered all the same
            log.exception("making ready failed")
