"""What has ended is started again at once, and later if it ends again soon."""

import pytest

from newsroom.running.pauses import LONGEST_SECONDS, STEADY_SECONDS, Pauses, soon


def test_the_first_time_there_is_no_pause() -> None:
    assert Pauses().next(0.0) == 0


def test_each_pause_is_twice_the_last_and_none_too_long() -> None:
    pauses, now, found = Pauses(), 0.0, []
    for _ in range(9):
        found.append(pauses.next(now))
        now += found[-1] + 0.1
    assert found == [0, 0.25, 0.5, 1, 2, 4, 5, 5, LONGEST_SECONDS]


@pytest.mark.parametrize(("ran", "pause"), [(STEADY_SECONDS - 0.1, 0.5), (STEADY_SECONDS, 0)])
def test_what_has_run_steadily_since_its_start_is_started_at_once(ran: float, pause: float) -> None:
    pauses = Pauses()
    pauses.next(0.0)
    started = pauses.next(0.0)
    assert pauses.next(started + ran) == pause


def test_a_log_says_when() -> None:
    assert [soon(0), soon(0.25), soon(5.0)] == ["again now", "again in 0.25 s", "again in 5 s"]
