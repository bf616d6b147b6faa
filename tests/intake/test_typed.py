"""What an officer types for a moment."""

from datetime import UTC, datetime

import pytest

from intake.given import Given
from intake.typed import read_when
from press.embargo import Fold, Precision
from press.errors import AmbiguousTime, NonexistentTime, UnreadableTime

GIVEN = Given("Europe/Brussels", "en")
NOW = datetime(2026, 11, 30, 9, 10, 30, tzinfo=UTC)  # a Monday, 10:10:30 in Brussels


@pytest.mark.parametrize(
    ("typed", "wall"),
    [
        ("2030-08-25 14:18", "2030-08-25 14:18"),
        ("2030-08-25T14:18", "2030-08-25 14:18"),
        ("2030-08-25 14.18", "2030-08-25 14:18"),
        ("2030-08-25T14:18+02:00", "2030-08-25 14:18"),
        ("25 August 2030 at 14:18", "2030-08-25 14:18"),
        ("25 août 2030 à 14h18", "2030-08-25 14:18"),
        ("25 augustus 2030 om 14.18 uur", "2030-08-25 14:18"),
        ("25. August 2030, 14:18 Uhr", "2030-08-25 14:18"),
        ("12:18 GMT 25 August 2030", "2030-08-25 14:18"),
        ("tomorrow 10:00", "2026-12-01 10:00"),
        ("tomorrow at noon", "2026-12-01 12:00"),
        ("today 16:30", "2026-11-30 16:30"),
        ("demain à 10h", "2026-12-01 10:00"),
        ("aujourd’hui 16h30", "2026-11-30 16:30"),
        ("après-demain 9h", "2026-12-02 09:00"),
        ("morgen 10 uur", "2026-12-01 10:00"),
        ("morgen 10 Uhr", "2026-12-01 10:00"),
        ("vandaag om 16u30", "2026-11-30 16:30"),
        ("heute 16 Uhr", "2026-11-30 16:00"),
        ("übermorgen 9 Uhr", "2026-12-02 09:00"),
        ("in 2 hours", "2026-11-30 12:11"),
        ("in 45 minutes", "2026-11-30 10:56"),
        ("in an hour", "2026-11-30 11:11"),
        ("in 2 Stunden", "2026-11-30 12:11"),
        ("over 2 uur", "2026-11-30 12:11"),
        ("dans 2 heures", "2026-11-30 12:11"),
        ("Monday 9:00", "2026-12-07 09:00"),
        ("Monday 11:00", "2026-11-30 11:00"),
        ("lundi 9h", "2026-12-07 09:00"),
        ("dinsdag 9u", "2026-12-01 09:00"),
        ("Freitag 9 Uhr", "2026-12-04 09:00"),
    ],
)
def test_every_form_of_a_moment_is_understood(typed: str, wall: str) -> None:
    assert f"{read_when(typed, GIVEN, NOW).wall:%Y-%m-%d %H:%M}" == wall


def test_a_whole_minute_from_a_whole_minute_is_not_rounded() -> None:
    found = read_when("in 2 hours", GIVEN, NOW.replace(second=0))
    assert found.instant == datetime(2026, 11, 30, 11, 10, tzinfo=UTC)


def test_a_date_alone_keeps_its_precision() -> None:
    assert read_when("2030-08-25", GIVEN, NOW).precision is Precision.DATE


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "tomorrow 10:00"),
        ("now", "in 2 hours"),
        ("", "2030-08-25 14:18"),
        ("10:00", "no day"),
        ("03/04/2028", "3 April or 4 March: write 3 April 2028 or 4 March 2028"),
        ("2030-08-25 14:18:30", "whole minute"),
        ("5 May 2027 10:00 BRT", "brt"),
        ("in several hours", "is not a moment"),
    ],
)
def test_what_is_no_moment_is_refused_with_a_way_to_write_one(typed: str, said: str) -> None:
    with pytest.raises(UnreadableTime) as refused:
        read_when(typed, GIVEN, NOW)
    assert said in str(refused.value)


def test_a_time_the_clocks_skip_or_repeat_is_refused_and_can_be_chosen() -> None:
    with pytest.raises(NonexistentTime):
        read_when("2027-03-28 02:30", GIVEN, NOW)
    with pytest.raises(AmbiguousTime):
        read_when("31 October 2027, 02:30", GIVEN, NOW)
    chosen = read_when("31 October 2027, 02:30", Given("Europe/Brussels", "en", Fold.SECOND), NOW)
    assert chosen.instant == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
