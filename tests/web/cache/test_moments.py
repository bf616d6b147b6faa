"""Clock and database are asked once for all polls of a millisecond."""

from datetime import timedelta

import pytest

from press.embargo import MINUTE
from press.errors import HomeRefused
from tests.conftest import NOON
from tests.web.conftest import Clock
from web.cache.moments import GOOD_SECONDS, Moments


class Counter:
    """Counts how often it is read, and may refuse."""

    def __init__(self) -> None:
        self.readings = 0
        self.broken = False

    def __call__(self) -> int:
        if self.broken:
            raise HomeRefused("busy")
        self.readings += 1
        return self.readings


def test_one_reading_serves_all_polls_of_a_millisecond_and_no_later_one(clock: Clock) -> None:
    seconds = [100.0]
    moments = Moments(Counter(), clock, GOOD_SECONDS, lambda: seconds[0])
    assert [moments().generation, moments().generation] == [1, 1]
    seconds[0] += GOOD_SECONDS / 2
    assert moments().generation == 1
    seconds[0] += GOOD_SECONDS
    assert [moments().generation, moments().generation] == [2, 2]
    assert clock.readings == 2


def test_no_reading_outlives_its_minute(clock: Clock) -> None:
    seconds = [100.0]
    moments = Moments(Counter(), clock, GOOD_SECONDS, lambda: seconds[0])
    clock.now = NOON + MINUTE - timedelta(seconds=GOOD_SECONDS / 4)
    assert (moments().minute, moments().left) == (NOON, 1)
    clock.now = NOON + MINUTE
    seconds[0] += GOOD_SECONDS / 2
    assert (moments().minute, moments().left) == (NOON + MINUTE, 60)


def test_a_refusal_is_not_remembered(clock: Clock) -> None:
    counter = Counter()
    moments = Moments(counter, clock, GOOD_SECONDS, lambda: 100.0)
    counter.broken = True
    with pytest.raises(HomeRefused):
        moments()
    counter.broken = False
    assert moments().generation == 1
