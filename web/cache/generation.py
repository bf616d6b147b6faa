"""The generation of the database, read once for many polls."""

import time
from collections.abc import Callable

# How long a reading is good for: seconds. Asking SQLite takes locks and is half of what a poll
# costs; nobody's commit and poll follow each other so closely over a network.
GOOD_SECONDS = 0.001


class Generation:
    """Reads it again only when the last reading is older than a millisecond.

    So a poll sees every commit that ended a millisecond before it came, whoever made it. What
    comes out at its minute does so by the clock, and is not delayed.

    Args:
        read: reads it; a number that grows whenever anything is written.
        clock: seconds of a clock that is never set.
    """

    def __init__(
        self, read: Callable[[], int], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._read = read
        self._clock = clock
        self._last = float("-inf"), 0  # begin of the reading, and what it said

    def __call__(self) -> int:
        """The generation.

        Raises:
            HomeRefused: the database cannot be read.
        """
        now = self._clock()
        began, number = self._last
        if now - began > GOOD_SECONDS:
            number = self._read()
            self._last = now, number
        return number
