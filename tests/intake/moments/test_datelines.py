"""Dates as press offices write them."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from intake.given import Given
from intake.moments.datelines import means_date, read_date, read_dateline
from press.embargo import Fold, Precision
from press.errors import AmbiguousTime, NonexistentTime, UnreadableTime

BRUSSELS = Given("Europe/Brussels", "en")
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "de": "Jan Feb Mär Apr Mai Juni Juli Aug Sept Okt Nov Dez",
}
TIMES = {
    "en": ("-{:%H:%M}", "– {:%H:%M}", ", {:%H:%M}", " at {:%H:%M}", " {:%I:%M %p}", " {:%H.%M}"),
    "fr": (" à {:%Hh%M}", " - {:%H h %M}", " — {:%H:%M}", ", {:%H.%M} h"),
    "nl": (" om {:%H.%M} uur", " - {:%H:%M}", ", {:%Hu%M}", " – {:%H.%M}"),
    "de": (", {:%H:%M} Uhr", " um {:%H:%M} Uhr", " - {:%H.%M} Uhr", " – {:%H:%M}"),
}
PLACES = {
    "en": ("", "Brussels, ", "Brussels – ", "Embargo: ", "Embargo until "),
    "fr": ("", "Bruxelles, le ", "Saint-Gilles, ", "Sous embargo jusqu’au "),
    "nl": ("", "Brussel, ", "’s-Gravenhage, ", "Onder embargo tot "),
    "de": ("", "Brüssel, den ", "Frankfurt am Main, ", "Sperrfrist: "),
}


def wall(line: str) -> str | None:
    embargo = read_date(line, BRUSSELS)
    return embargo and f"{embargo.wall:%Y-%m-%d %H:%M}"


@st.composite
def datelines(draw: st.DrawFn) -> tuple[str, date, time | None]:
    """A line in one of four languages, and the day and the time it means."""
    code = draw(st.sampled_from(sorted(MONTHS)))
    day = draw(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
    clock = draw(st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0)))
    month = draw(st.sampled_from((MONTHS, SHORT)))[code].split()[day.month - 1]
    dot = draw(st.sampled_from(("", "."))) if month not in MONTHS[code] else ""
    first = "er" if code == "fr" and day.day == 1 else ""
    first = "." if code == "de" else first
    written = f"{draw(st.sampled_from(PLACES[code]))}{day.day}{first} {month}{dot} {day.year}"
    shape = draw(st.sampled_from((str, str.upper) if clock is None else (str,)))
    return (
        shape(written) + (draw(st.sampled_from(TIMES[code])).format(clock) if clock else ""),
        day,
        clock,
    )


@given(datelines())
def test_a_date_in_four_languages_means_the_same_day_and_minute(
    written: tuple[str, date, time | None],
) -> None:
    line, day, clock = written
    try:
        embargo = read_date(line, Given("Europe/Brussels", "en", Fold.FIRST))
    except NonexistentTime:
        assume(False)
    assert embargo is not None
    assert embargo.wall == datetime.combine(day, clock or time())
    assert embargo.precision is (Precision.DATE if clock is None else Precision.MINUTE)


@pytest.mark.parametrize(
    "line",
    [
        "20 Feb 2026 -14:18",
        "**20 Feb 2026 - 14:18**",
        "20\u00a0février\u00a02026 à 14\u202fh\u202f18",
        "20 fevrier 2026 - 14h18",
        "Vendredi 20 févr. 2026, 14h18",
        "Bruxelles, le vendredi 20 février 2026 à 14 h 18",
        "Brussel, vrijdag 20 februari 2026 om 14u18",
        "Freitag, 20. Februar 2026, 14:18 Uhr",
        "Fri. 20th of February 2026 at 2.18 p.m.",
        "February 20, 2026 – 14:18",
        "20/02/2026 14:18",
        "20.2.2026, 14.18",
        "20-02-2026 14h18",
        "2026-02-20 14:18",
        "2026-02-20T14:18:00",
        "Washington, D.C., 20 Feb 2026 14:18",
        "Corvane (Velmora), 20 Feb 2026 14:18",
        "Strictly under embargo until 20 Feb 2026, 14:18",
        "Brussels 20 February 2026 - 14:18",
        "20 Feb 2026 - 14:18 (Brussels time)",
        "20 Feb 2026, 14:18 heure locale",
        "le 20 février 2026 à 14 heures 18",
        "Corvane, den 20. Februar 2026, 14 Uhr 18",
        "Corvane, 20 februari 2026 om 14 uur 18",
        "20.02.2026 – 14:18",
        "Nieuwsbericht | 20-02-2026 | 14:18",
        "Publié le 20 février 2026 à 14h18",
    ],
)
def test_every_habit_of_writing_a_dateline_is_understood(line: str) -> None:
    assert wall(line) == "2026-02-20 14:18"


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("1 Jul 2026 - 14:18 CET", 13),
        ("1 Jul 2026 - 14:18 (CEST)", 12),
        ("1. Juli 2026, 14:18 Uhr MEZ", 13),
        ("1. Juli 2026, 14:18 Uhr MESZ", 12),
        ("1 Jul 2026 - 14:18 UTC", 14),
        ("1 Jul 2026 - 14:18 GMT+3", 11),
        ("2026-07-01T14:18Z", 14),
        ("2026-07-01 14:18 -0500", 19),
        ("1 Jul 2026 - 14:18", 12),
    ],
)
def test_the_name_of_a_zone_fixes_the_instant(line: str, hour: int) -> None:
    embargo = read_date(line, BRUSSELS)
    assert embargo is not None
    assert embargo.instant == datetime(2026, 7, 1, hour, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "32 Feb 2026 -14:18",
        "20 Foo 2026 - 25:99",
        "20 Foo 2026",
        "20 Feb 2026 - 25:99",
        "20 Feb 2026 - 14:18 or later",
        "20 Feb 2026 - 14:18 BRT",
        "20 Feb 2026 - 14:18 - 15:00",
        "18 jui 2026 - 14h18",
        "20 Feb - 14:18",
        "18/13/26",
        "18/02/6",
        "31/02/2026",
        "Brussels, 29 February 2026",
        "2026-13-01",
        "13 pm, 20 Feb 2026",
        "20 Feb 2026 - 13:18 pm",
        "May 2026",
        "20 Feb 0026",
    ],
)
def test_a_line_that_means_to_be_a_date_and_is_none_is_refused_by_name(line: str) -> None:
    with pytest.raises(UnreadableTime) as refused:
        read_date(line, BRUSSELS)
    assert f"“{line}”" in str(refused.value)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Ministers agree on a common price for samples",
        "10 facts about samples that few have seen",
        "10 facts about samples in 2026",
        "860 000 euros for sample boats",
        "8 March 2026: a day for every sample",
        "8 March 2026 - The samples are coming",
        "Brussels, 8 March 2026 – The minister announced today that samples are free",
        "Ministers sign the treaty of 20 February 2026",
        "24h race of 2026",
        "24/7/365 support",
        "12.50 euros per hour",
        "2026",
        "2026 budget approved",
        "11:11 ceremony",
        "Sample Conference (1 May 2026)",
        "Sample Conference (1 May 2026, 14:18)",
        "Embargo on samples extended until 2027",
        "May the samples be with you in 2026",
    ],
)
def test_a_headline_with_figures_is_no_date(line: str) -> None:
    assert read_date(line, BRUSSELS) is None
    assert not means_date(line)


def test_a_weekday_that_contradicts_its_date_is_refused() -> None:
    with pytest.raises(UnreadableTime, match="2026-02-20 is a Friday"):
        read_date("Tuesday 20 February 2026 - 14:18", BRUSSELS)


def test_a_time_the_clocks_skip_or_repeat_is_refused() -> None:
    with pytest.raises(NonexistentTime):
        read_date("29 March 2026 - 02:30", BRUSSELS)
    with pytest.raises(AmbiguousTime):
        read_date("25 October 2026 - 02:30", BRUSSELS)


def test_the_second_of_two_equal_times_can_be_chosen() -> None:
    embargo = read_date("25 October 2026 - 02:30", Given("Europe/Brussels", "en", Fold.SECOND))
    assert embargo is not None
    assert embargo.instant == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_an_embargo_with_seconds_is_refused() -> None:
    with pytest.raises(UnreadableTime, match="whole minute"):
        read_date("2026-02-20 14:18:30", BRUSSELS)


@pytest.mark.parametrize(
    "line",
    [
        "27/11/26",
        "27.11.26",
        "27-11-26",
        "Corvane, den 27.11.26",
        "vendredi 27/11/26",
        "27. 11. 26",
    ],
)
def test_a_year_of_two_figures_is_of_this_century(line: str) -> None:
    assert wall(line) == "2026-11-27 00:00"


def test_a_year_of_two_figures_has_a_time_and_may_be_two_days_as_any_other() -> None:
    assert wall("27.11.26, 14.05 Uhr") == "2026-11-27 14:05"
    assert "3 April or 4 March" in read_dateline("03/04/27", BRUSSELS).doubts[0]
    assert read_dateline("03/04/27", Given("Europe/Brussels", "fr")).doubts == ()
    with pytest.raises(UnreadableTime, match="contradicts itself"):
        read_date("Monday 27/11/26", BRUSSELS)


@pytest.mark.parametrize(
    ("line", "utc"),
    [
        ("November 27, 2026 at 6:00 p.m. ET", "2026-11-27 23:00"),
        ("July 27, 2026 at 6:00 p.m. ET", "2026-07-27 22:00"),
        ("27 November 2026 6 pm (EST)", "2026-11-27 23:00"),
        ("27 July 2026, 10:00 BST", "2026-07-27 09:00"),
        ("27 November 2026 at 6:00 p.m. CET", "2026-11-27 17:00"),
    ],
)
def test_a_time_may_be_on_a_clock_of_another_part_of_the_world(line: str, utc: str) -> None:
    dated = read_dateline(line, BRUSSELS)
    assert dated.embargo is not None
    assert f"{dated.embargo.instant:%Y-%m-%d %H:%M}" == utc
    assert dated.doubts == ()


def test_a_zone_out_of_its_season_is_a_doubt_and_the_later_time_counts() -> None:
    dated = read_dateline("July 27, 2026 at 6:00 p.m. EST", BRUSSELS)
    assert dated.embargo is not None
    assert f"{dated.embargo.instant:%H:%M}" == "23:00"
    assert "does not hold" in dated.doubts[0]


@pytest.mark.parametrize("line", ["20 et 21 mars 2026", "La situation est grave en 2026"])
def test_words_that_elsewhere_name_a_zone_make_no_date(line: str) -> None:
    assert not means_date(line)
