"""From wall clocks to instants."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.embargo import (
    MINUTE,
    Fold,
    Precision,
    embargo_at,
    embargo_from,
    embargo_on,
    minute_of,
    next_minute,
    parse_when,
    rounded_up,
)
from press.errors import AmbiguousTime, NonexistentTime, UnreadableTime

ZONES = ["Europe/Brussels", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]


def test_a_brussels_winter_time_is_an_hour_ahead_of_utc() -> None:
    embargo = parse_when("2026-02-18 14:18", "Europe/Brussels")
    assert embargo.instant == datetime(2026, 2, 18, 13, 18, tzinfo=UTC)
    assert embargo.wall == datetime(2026, 2, 18, 14, 18)  # noqa: DTZ001 - a wall time


def test_a_time_that_the_clocks_skip_is_refused_with_the_nearest_valid_ones() -> None:
    with pytest.raises(NonexistentTime) as refused:
        parse_when("2026-03-29 02:30", "Europe/Brussels")
    assert refused.value.nearest == ("2026-03-29 01:59", "2026-03-29 03:00")


def test_a_time_that_happens_twice_has_to_be_chosen() -> None:
    with pytest.raises(AmbiguousTime, match=r"2026-10-25 00:30 UTC.*2026-10-25 01:30 UTC"):
        parse_when("2026-10-25 02:30", "Europe/Brussels")
    first = parse_when("2026-10-25 02:30", "Europe/Brussels", Fold.FIRST)
    second = parse_when("2026-10-25 02:30", "Europe/Brussels", Fold.SECOND)
    assert second.instant - first.instant == timedelta(hours=1)


def test_an_embargo_falls_on_a_whole_minute() -> None:
    for text in ("2026-02-18 14:18:30", "2026-02-18T14:18:30+01:00"):
        with pytest.raises(UnreadableTime, match="whole minute"):
            parse_when(text, "Europe/Brussels")


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01 10:00", "2026-02-30", "14:18"])
def test_what_is_not_a_time_is_refused(text: str) -> None:
    with pytest.raises(UnreadableTime, match="not a time"):
        parse_when(text, "Europe/Brussels")


@pytest.mark.parametrize("text", ["0001-01-01 00:00", "9999-12-31", "0026-08-25T14:18+02:00"])
def test_a_year_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(UnreadableTime, match="the year"):
        parse_when(text, "Europe/Brussels")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "Europe/Brussels\x00"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(UnreadableTime, match="not a time zone"):
        parse_when("2026-02-18 14:18", zone)


def test_a_date_alone_starts_with_its_day_even_where_midnight_is_skipped() -> None:
    embargo = embargo_on(date(2024, 3, 31), "Asia/Beirut")
    assert embargo.instant == datetime(2024, 3, 30, 22, 0, tzinfo=UTC)
    assert embargo.precision is Precision.DATE
    assert str(embargo) == "2024-03-31"


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1)),  # noqa: DTZ001 - wall times
    st.sampled_from(ZONES),
    st.sampled_from(Fold),
)
def test_every_wall_time_is_found_again_in_its_instant_or_refused(
    wall: datetime, zone: str, fold: Fold
) -> None:
    wall = minute_of(wall).replace(fold=0)
    try:
        embargo = embargo_at(wall, zone, fold)
    except NonexistentTime:
        return
    assert embargo_from(embargo.instant, zone).wall.replace(fold=0) == wall


@given(st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_every_instant_falls_in_one_whole_minute(instant: datetime) -> None:
    minute = minute_of(instant)
    assert minute <= instant < minute + MINUTE == next_minute(instant)
    assert minute_of(minute) == minute
    assert rounded_up(instant) in (instant, next_minute(instant))
    assert instant <= rounded_up(instant) == minute_of(rounded_up(instant))


def test_a_minute_has_passed_once_it_is_over_and_not_while_it_lasts() -> None:
    embargo = embargo_from(datetime(2026, 8, 25, 12, 18, tzinfo=UTC), "Europe/Brussels")
    after = embargo.instant + MINUTE
    assert embargo.has_passed(after)
    for moment in (embargo.instant - MINUTE, embargo.instant, after - timedelta(microseconds=1)):
        assert not embargo.has_passed(moment)
