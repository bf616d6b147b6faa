"""The database is asked once for all polls of a millisecond."""

import pytest

from press.errors import HomeRefused
from web.cache.generation import GOOD_SECONDS, Generation


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


def test_one_reading_serves_all_polls_of_a_millisecond_and_no_later_one() -> None:
    counter, seconds = Counter(), [100.0]
    generation = Generation(counter, lambda: seconds[0])
    assert [generation(), generation()] == [1, 1]
    seconds[0] += GOOD_SECONDS / 2
    assert generation() == 1
    seconds[0] += GOOD_SECONDS
    assert [generation(), generation()] == [2, 2]


def test_a_refusal_is_not_remembered() -> None:
    counter, seconds = Counter(), [0.0]
    generation = Generation(counter, lambda: seconds[0])
    counter.broken = True
    with pytest.raises(HomeRefused):
        generation()
    counter.broken = False
    assert generation() == 1
