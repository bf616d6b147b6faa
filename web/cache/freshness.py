"""How long an answer is fresh: to the next whole minute, always (RFC 9111, 4.2)."""

from datetime import datetime, timedelta


def freshness(instant: datetime) -> str:
    """The header Cache-Control, whatever is asked and whatever is due (decision 9)."""
    return f"public, max-age={seconds_left(instant)}"


def is_young(changed: datetime, instant: datetime) -> bool:
    """Whether the second still lasts in which something changed."""
    return instant < changed.replace(microsecond=0) + timedelta(seconds=1)


def seconds_left(instant: datetime) -> int:
    """Whole seconds to the next whole minute, at least one."""
    return max(1, 60 - instant.second - (instant.microsecond > 0))
