"""Years and months, as addresses name them and as the newsroom's zone cuts them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.languages import Language
from press.public.calendar import Almanac, Season
from press.public.edition import Feed
from press.topic import Topic


@pytest.mark.parametrize(
    ("year", "month", "season"),
    [
        ("2026", "", Season(2026)),
        ("2026", "08", Season(2026, 8)),
        ("1899", "12", Season(1899, 12)),
        *((year, "", None) for year in ("", "26", "02026", "1799", "3000", "٢٠٢٦", "2026\n", "x")),
        *(("2026", month, None) for month in ("8", "00", "13", "008", "٠٨", "08\n", "aug")),
    ],
)
def test_a_year_and_a_month_have_one_spelling_each(
    year: str, month: str, season: Season | None
) -> None:
    assert Season.named(year, month) == season


@given(st.integers(1800, 2998), st.sampled_from(["Europe/Brussels", "Pacific/Apia", "UTC"]))
def test_the_months_of_a_year_leave_no_gap_and_fill_it(year: int, zone: str) -> None:
    whole, months = Season(year), Season(year).months
    assert [month.begins(zone) for month in months[1:]] == [m.ends(zone) for m in months[:-1]]
    assert (months[0].begins(zone), months[-1].ends(zone)) == (whole.begins(zone), whole.ends(zone))
    assert whole.ends(zone) == Season(year + 1).begins(zone)
    assert [Season.named(*str(one).split("/")) for one in (whole, *months)] == [whole, *months]


def test_a_month_begins_where_the_newsroom_is() -> None:
    assert Season(2026, 8).begins("Europe/Brussels") == datetime(2026, 7, 31, 22, tzinfo=UTC)
    assert Season(2026).begins("Europe/Brussels") == datetime(2025, 12, 31, 23, tzinfo=UTC)


def test_an_almanac_has_the_months_of_each_year_together() -> None:
    months = ((Season(2026, 8), 3), (Season(2026, 1), 1), (Season(2024, 12), 2))
    made = Almanac(Feed("all", Language("en")), Topic("all"), months, "")
    assert made.years == {Season(2026): months[:2], Season(2024): months[2:]}
    assert list(made.years) == [Season(2026), Season(2024)]
