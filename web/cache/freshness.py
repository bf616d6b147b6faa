"""How long an answer is fresh: to the next whole minute, always (RFC 9111, 4.2)."""

from datetime import datetime, timedelta

SECOND = timedelta(seconds=1)


def freshness(instant: datetime) -> str:
    """The header Cache-Control, whatever is asked and whatever is due (decision 9)."""
    return fresh_for(seconds_left(instant))


def fresh_for(seconds: int) -> str:
    """The header Cache-Control of what may be kept so long; 0 where it bears no date as yet."""
    return f"public, max-age={seconds}"


def last_modified(changed: datetime, instant: datetime) -> datetime | None:
    """What Last-Modified says at an instant of something that changed: whole seconds.

    Nothing while that very second lasts: it may change once more and still say the same (RFC 9110,
    8.8.2.2); libcurl, and so newsboat, drops the second of two answers of one date. Where a clock
    was set back behind a change, the second before this one: no answer may be older than what it
    tells of (8.8.2.1), and the next asker is told a later one.
    """
    second, known = instant.replace(microsecond=0), changed.replace(microsecond=0)
    return None if known == second else min(known, second - SECOND)


def seconds_left(instant: datetime) -> int:
    """Whole seconds to the next whole minute, at least one."""
    return max(1, 60 - instant.second - (instant.microsecond > 0))
