"""The clock and the generation of the database, read once for many polls."""

import time
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from press.embargo import minute_of
from web.cache.freshness import seconds_left

# How long a reading is good for: seconds. Asking SQLite takes locks and is half of what a poll
# costs; nobody's commit and poll follow each other so closely over a network.
GOOD_SECONDS = 0.001


class Moment(NamedTuple):
    """What a poll is answered by.

    Args:
        instant: UTC.
        minute: the whole minute it is in.
        left: whole seconds to the next one.
        generation: of the database, read before the clock: whatever it has seen happen has
            happened by then.
    """

    instant: datetime
    minute: datetime
    left: int
    generation: int


class Moments:
    """Reads both again when the last reading is too old, and always in a new minute.

    So a poll sees every commit that ended a millisecond before it came, whoever made it, and
    nothing that comes out at its minute is a moment late.

    Args:
        generation: reads the database's; a number that grows with what is or will be public.
        clock: tells the instant, UTC.
        good_seconds: how long a reading is good for.
        stopwatch: seconds of a clock that is never set.
    """

    def __init__(
        self,
        generation: Callable[[], int],
        clock: Callable[[], datetime],
        good_seconds: float,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        self._generation = generation
        self._clock = clock
        self._good_seconds = good_seconds
        self._stopwatch = stopwatch
        self._last: tuple[float, Moment] | None = None  # until when it is good

    def __call__(self) -> Moment:
        """This moment.

        Raises:
            HomeRefused: the database cannot be read.
        """
        now, last = self._stopwatch(), self._last
        if last is not None and now < last[0]:
            return last[1]
        generation, instant = self._generation(), self._clock()
        minute = minute_of(instant)
        ends = 60 - (instant - minute).total_seconds()
        moment = Moment(instant, minute, seconds_left(instant), generation)
        self._last = now + min(self._good_seconds, ends), moment
        return moment
