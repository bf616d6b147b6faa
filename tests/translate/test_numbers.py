"""Which numbers are the same, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.numbers import around, numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.35 million", "1,35 million"),
        ("13,000 or 13 000", "13.000 ou 13\u202f000"),
        ("1,234,567.89", "1.234.567,89"),
        ("CHF 1'000", "1’000 CHF"),
        ("on 18 February 2026", "am 18. Februar 2026"),
        ("March 1st, 2026", "le 1er mars 2026"),
        ("5 and 7", "7 en 5"),
        ("٣ people", "3 personnes"),
        ("May we go?", "Pouvons-nous partir ?"),
    ],
)
def test_the_same_numbers_may_be_written_differently(one: str, other: str) -> None:
    assert numbers(one) == numbers(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.35", "135"),
        ("1.35", "13.5"),
        ("13 000", "13 00"),
        ("18 February 2026", "18 March 2026"),
        ("18 February 2026", "18 2026"),
        ("5 and 5", "5"),
        ("none", "0"),
    ],
)
def test_other_numbers_are_told_apart(one: str, other: str) -> None:
    assert numbers(one) != numbers(other)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("On 18 February 2026 and May 3rd, 2025", ["18 February 2026", "May 3rd, 2025"]),
        ("€9 million, $1.5bn, EUR 20, 5 % or 7%", ["€9", "$1.5bn", "EUR 20", "5 %", "7%"]),
        (
            "13 000 of 2019-2021 at 14:18 in G7 for COVID-19",
            ["13 000", "2019-2021", "14:18", "G7", "COVID-19"],
        ),
        ("a 10-year plan (29-30 March 2021)", ["10", "29-30", "March 2021"]),
        ("no number in May", []),
    ],
)
def test_numbers_and_dates_are_cut_out_whole(text: str, kept: list[str]) -> None:
    assert [cut for cut, is_number in around(text) if is_number] == kept


@given(st.text() | st.text("1 2.,€%May-", max_size=30))
def test_what_is_left_between_numbers_has_no_digit(text: str) -> None:
    cuts = around(text)
    assert "".join(cut for cut, _ in cuts) == text
    assert not [c for cut, is_number in cuts if not is_number for c in cut if c.isdecimal()]
