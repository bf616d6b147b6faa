"""How fast letters leave, and how long they wait where they cannot."""

from collections import deque
from datetime import datetime, timedelta

MINUTE = timedelta(minutes=1)
# How long a letter waits after each try that failed for now; some two days, then it is given up.
BACK_OFF = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 240, *[480] * 5))
# How long all wait where the server is away, or refuses us: nobody's letter has failed by that.
SHORTEST, LONGEST = timedelta(seconds=30), timedelta(minutes=5)


def next_try(tries: int, now: datetime) -> datetime | None:
    """When a letter is tried again after so many tries; None: it is given up."""
    return now + BACK_OFF[tries - 1] if tries <= len(BACK_OFF) else None


class Pace:
    """Lets so many letters a minute go, and none while the server is away.

    Args:
        rate: letters within any minute; 0: as many as there are.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._gone = deque[datetime](maxlen=rate or 1)
        self._wait = SHORTEST
        self._until: datetime | None = None

    def room(self, most: int, now: datetime) -> int:
        """How many letters may go now.

        Args:
            most: of them.
            now: UTC.
        """
        if self._until and now < self._until:
            return 0
        if not self._rate:
            return most
        while self._gone and not now - MINUTE < self._gone[0] <= now:
            self._gone.popleft()
        return min(most, self._rate - len(self._gone))

    def went(self, now: datetime) -> None:
        """A letter was handed over, taken or not."""
        self._gone.append(now)
        self._wait, self._until = SHORTEST, None

    def wait(self, now: datetime) -> datetime:
        """None can go: all wait, twice as long as the last time.

        Returns:
            until when, UTC.
        """
        self._until = now + self._wait
        self._wait = min(self._wait * 2, LONGEST)
        return self._until
