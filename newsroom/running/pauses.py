"""How long to wait before something that has ended is started again."""

# Whatever has run for so long ended for a reason of its own, not for the last one.
STEADY_SECONDS = 30
# The longest pause is short: while it lasts, a release may come out late.
SHORTEST_SECONDS, LONGEST_SECONDS = 0.25, 5.0


class Pauses:
    """None the first time, then twice as long each time it ends again soon, up to a few seconds."""

    def __init__(self) -> None:
        self._pause = 0.0
        self._started = float("-inf")

    def next(self, now: float) -> float:
        """Seconds to wait now.

        Args:
            now: seconds of a clock that is never set (`time.monotonic`).
        """
        if now - self._started >= STEADY_SECONDS:
            self._pause = 0.0
        else:
            self._pause = min(max(SHORTEST_SECONDS, 2 * self._pause), LONGEST_SECONDS)
        self._started = now + self._pause
        return self._pause


def soon(pause: float) -> str:
    """When that is, for a log."""
    return f"again in {pause:g} s" if pause else "again now"
