"""Dates as people read them."""

from datetime import date

import pytest

from web.site.dates import day_in


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
