"""A link dials the number that is meant, from wherever it is clicked."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from feeds.parts.telephones import dialled


@pytest.mark.parametrize(
    ("number", "country", "figures"),
    [
        ("02/555.01.00", "BE", "+3225550100"),
        ("0475/55.01.23", "BE", "+32475550123"),
        ("+32 (0)478 55 01 24", "", "+32478550124"),
        ("0032 2 555 01 00", "", "+3225550100"),
        ("00 32 (0)2 555 01 00", "FR", "+3225550100"),
        ("(0611) 75-0001", "DE", "+49611750001"),
        ("030 / 55 17-20 71", "DE", "+493055172071"),
        ("070 - 555 01 23", "NL", "+31705550123"),
        ("(202) 555-0143", "US", "+12025550143"),
        ("+41 22 555 01 23, ext. 12", "BE", "+41225550123;ext=12"),
        ("02 555 01 00 (poste 12)", "BE", "+3225550100;ext=12"),
        # An Italian number keeps the 0 that it begins with.
        ("06 5555 0100", "IT", "+390655550100"),
    ],
)
def test_a_link_has_the_whole_number_where_its_country_is_known(
    number: str, country: str, figures: str
) -> None:
    assert dialled(number, country) == figures


@pytest.mark.parametrize(
    ("number", "country", "figures"),
    [
        ("02 555 01 00", "", "025550100"),
        ("06 12 34 56 78", "BE", "0612345678"),
        ("1733", "BE", "1733"),
        ("+999 2 555 01 00", "BE", "+99925550100"),
        ("+32 (0)2 555 69 14 33", "BE", "+32255569 1433".replace(" ", "")),
    ],
)
def test_a_number_of_no_country_that_is_known_is_dialled_as_it_is_written(
    number: str, country: str, figures: str
) -> None:
    assert dialled(number, country) == figures


@given(
    st.text("+0123456789 ()/.-ext,\u00a0x", max_size=40), st.sampled_from(["", "BE", "US", "XX"])
)
@example("00", "")
@example("00 - +5", "")
@example("+1 / +5", "BE")
def test_whatever_is_written_nothing_but_figures_is_dialled(number: str, country: str) -> None:
    assert re.fullmatch(r"(\+?[0-9]+(;ext=[0-9]+)?)?", dialled(number, country))
