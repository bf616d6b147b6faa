"""Digests are cut at seven in the morning by their reader's clock, wherever that stands."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.telling.digests import MORNING, last_boundary, next_boundary, window_at
from press.telling.wishes import Frequency
from tests.conftest import NOON

# Halves and quarters of hours, summers in winter, a day that never was, and no summer at all.
ZONES = (
    *("Europe/Brussels", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"),
    *("Pacific/Apia", "Pacific/Kiritimati", "America/Sao_Paulo", "Africa/Casablanca"),
)
zones = st.sampled_from(ZONES)
frequencies = st.sampled_from([Frequency.DAILY, Frequency.WEEKLY])
instants = st.timedeltas(timedelta(days=-6000), timedelta(days=5000)).map(lambda t: NOON + t)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@given(instants, frequencies, zones)
def test_every_instant_lies_in_one_window_between_two_mornings(
    instant: datetime, frequency: Frequency, zone: str
) -> None:
    start, end = last_boundary(instant, frequency, zone), next_boundary(instant, frequency, zone)
    assert start <= instant < end
    assert next_boundary(start, frequency, zone) == end
    assert last_boundary(end, frequency, zone) == end
    days = 7 if frequency is Frequency.WEEKLY else 1
    assert end - start <= timedelta(days=days, hours=24)


@given(instants, frequencies, zones)
def test_a_boundary_is_seven_by_the_readers_clock(
    instant: datetime, frequency: Frequency, zone: str
) -> None:
    local = next_boundary(instant, frequency, zone).astimezone(ZoneInfo(zone))
    assert local.timetz().replace(tzinfo=None) == MORNING == time(7)
    assert frequency is Frequency.DAILY or local.weekday() == 0 or zone == "Pacific/Apia"


@pytest.mark.parametrize(
    ("after", "boundary"),
    [
        ("2026-03-28T07:00+01:00", "2026-03-29T07:00+02:00"),
        ("2026-10-24T07:00+02:00", "2026-10-25T07:00+01:00"),
        ("2026-11-30T06:59:59.999+01:00", "2026-11-30T07:00+01:00"),
        ("2026-11-30T07:00+01:00", "2026-12-01T07:00+01:00"),
    ],
)
def test_a_day_is_as_long_as_clocks_make_it(after: str, boundary: str) -> None:
    found = next_boundary(moment(after), Frequency.DAILY, "Europe/Brussels")
    assert found == moment(boundary)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "\0"])
def test_a_zone_that_nobody_knows_any_more_is_utc(zone: str) -> None:
    found = next_boundary(moment("2026-11-30T06:00+00:00"), Frequency.DAILY, zone)
    assert found == moment("2026-11-30T07:00+00:00")


def test_a_week_begins_on_monday_morning() -> None:
    found = next_boundary(moment("2026-11-30T07:00+01:00"), Frequency.WEEKLY, "Europe/Brussels")
    assert found == moment("2026-12-07T07:00+01:00")


def test_what_no_clock_told_of_is_told_in_one() -> None:
    start, now = moment("2026-11-20T07:00+01:00"), moment("2026-11-30T09:12+01:00")
    window = window_at(start, now, Frequency.DAILY, "Europe/Brussels")
    assert (window.start, window.end) == (start, moment("2026-11-30T07:00+01:00"))


@given(instants, st.lists(st.tuples(st.integers(1, 400), frequencies, zones), min_size=1))
def test_digests_lie_end_to_end_whatever_their_reader_chooses(
    start: datetime, choices: Sequence[tuple[int, Frequency, str]]
) -> None:
    now = told = start
    for hours, frequency, zone in choices:
        due = next_boundary(now, frequency, zone)  # chosen now
        now += timedelta(hours=hours)
        if due <= now:
            window = window_at(told, now, frequency, zone)
            assert window.start == told < window.end <= now
            assert window.end >= due
            told = window.end
