"""No more letters a minute than were asked for, and longer waits from try to try."""

from datetime import timedelta

from newsroom.telling.outgoing.pacing import BACK_OFF, Pace, next_try
from tests.conftest import NOON

SECOND = timedelta(seconds=1)


def test_no_minute_has_more_letters_than_its_rate() -> None:
    pace, gone = Pace(30), []
    for second in range(180):
        now = NOON + second * SECOND
        for _ in range(pace.room(50, now)):
            pace.went(now)
            gone.append(now)
    assert len(gone) == 90
    for start in gone:
        assert sum(start <= one < start + timedelta(minutes=1) for one in gone) <= 30


def test_without_a_rate_as_many_go_as_there_are() -> None:
    pace = Pace(0)
    for _ in range(100):
        pace.went(NOON)
    assert pace.room(50, NOON) == 50


def test_all_wait_longer_from_time_to_time_and_never_for_long() -> None:
    pace, now, waits = Pace(0), NOON, []
    for _ in range(6):
        until = pace.wait(now)
        assert pace.room(50, until - SECOND) == 0
        assert pace.room(50, until) == 50
        waits.append((until - now).total_seconds())
        now = until
    assert waits == [30, 60, 120, 240, 300, 300]
    pace.went(now)
    assert (pace.wait(now) - now).total_seconds() == 30


def test_a_letter_is_given_up_after_two_days() -> None:
    now, tries, minutes = NOON, 0, []
    while (again := next_try(tries := tries + 1, now)) is not None:
        minutes.append((again - now) // timedelta(minutes=1))
        now = again
    assert minutes[:6] == [1, 5, 15, 60, 240, 480]
    assert len(minutes) == len(BACK_OFF)
    assert timedelta(days=1.5) < now - NOON <= timedelta(days=2)
