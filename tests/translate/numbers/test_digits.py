"""Which numbers are the same, and how each language writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.numbers.digits import localised, plain

CODES = st.sampled_from(["en", "fr", "nl", "de", "es"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.35", "1,35"),
        ("13,000", "13\u202f000"),
        ("1,234,567.89", "1.234.567,89"),
        ("1'000", "1’000"),
        ("0.125", "0,125"),
        ("1234.567", "1234,567"),
        ("٣", "3"),
    ],
)
def test_the_same_number_may_be_written_differently(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.35", "135"), ("1.35", "13.5"), ("13 000", "1 300"), ("1.2.3", "12.3"), ("0.125", "125")],
)
def test_other_numbers_are_told_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("source", "number", "target", "wanted"),
    [
        ("en", "1.35", "fr", "1,35"),
        ("en", "13,000", "fr", "13\u00a0000"),
        ("en", "1,234,567.89", "de", "1.234.567,89"),
        ("de", "1.234.567,89", "en", "1,234,567.89"),
        ("fr", "13 000", "nl", "13.000"),
        ("en", "0.125", "nl", "0,125"),
        ("en", "2026", "fr", "2026"),
        ("en", "1.350", "fr", "1.350"),  # thousands or decimals: only the author knows
        ("en", "1.2.3", "fr", "1.2.3"),
        ("en", "1.35", "es", "1.35"),
        ("en", "1.35", "en", "1.35"),
    ],
)
def test_each_language_has_its_marks(source: str, number: str, target: str, wanted: str) -> None:
    assert localised(number, source, target) == wanted


@given(st.from_regex(r"\d{1,4}([., '’]\d{1,4}){0,3}", fullmatch=True), CODES, CODES, st.booleans())
def test_other_marks_never_make_another_number(
    number: str, source: str, target: str, is_scaled: bool
) -> None:
    assert plain(localised(number, source, target, is_scaled=is_scaled)) == plain(number)
