"""The months' names, in every language that has a table of them."""

from datetime import date

import pytest

from press.months import MONTHS, day_in, month_in, spellings, written_in


@pytest.mark.parametrize("code", MONTHS)
def test_a_year_has_twelve_months_in_every_language(code: str) -> None:
    assert len({month_in(code, number) for number in range(1, 13)}) == 12
    assert len(MONTHS[code]) == 12


def test_no_word_names_two_months() -> None:
    ways = {(name.lower(), number) for name, number in spellings()}
    assert len(ways) == len({name for name, _ in ways})


def test_a_language_without_a_table_has_no_names() -> None:
    assert month_in("xx", 1) is None


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("9 mars 2027 - 10h30", "fr"),
        ("Corvane, 9 maart 2027", "nl"),
        ("9. März 2027, 10:30 Uhr", "de"),
        ("March 9, 2027", "en"),
        ("9 april 2027", None),
        ("2027-03-09", None),
    ],
)
def test_a_date_tells_its_language_where_only_one_is_possible(line: str, code: str | None) -> None:
    assert written_in(line) == code


@pytest.mark.parametrize(
    ("code", "day", "said"),
    [
        ("en", date(2026, 1, 1), "1 January 2026"),
        ("fr", date(2026, 8, 1), "1er août 2026"),
        ("fr", date(2026, 8, 2), "2 août 2026"),
        ("nl", date(2026, 3, 31), "31 maart 2026"),
        ("de", date(2026, 3, 1), "1. März 2026"),
        ("pl", date(2026, 3, 1), "2026-03-01"),
    ],
)
def test_a_date_reads_as_its_language_writes_it(code: str, day: date, said: str) -> None:
    assert day_in(code, day) == said
