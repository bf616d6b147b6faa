"""Every minute is made ready for, whether anything is due or not."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from press.embargo import MINUTE
from press.errors import HomeRefused
from tests.conftest import NOON
from tests.web.conftest import Clock
from web.cache import prewarming


class Recorder:
    """A cache that only notes which minutes it is to make ready, and when."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.seen: list[tuple[datetime, datetime]] = []
        self.ends = [SystemExit(), RuntimeError("a mistake"), HomeRefused("busy")]

    def prewarm(self, minute: datetime) -> None:
        self.seen.append((minute, self.clock.now))
        self.clock.now += timedelta(seconds=2)
        raise self.ends.pop()


def test_each_minute_once_some_seconds_ahead_whatever_happened_before(
    monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    def sleep(seconds: float) -> None:
        clock.now += timedelta(seconds=seconds)

    monkeypatch.setattr(prewarming, "time", SimpleNamespace(sleep=sleep))
    cache: Any = Recorder(clock)
    with pytest.raises(SystemExit):
        prewarming._run(cache, clock)
    minutes = [NOON + n * MINUTE for n in (1, 2, 3)]
    assert cache.seen == [(minute, minute - prewarming.AHEAD) for minute in minutes]
