"""No cell of a table is lost, however narrow its head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.parts.html import plain
from intake.text.blocks import split
from intake.text.tables import wide_enough
from press.text import Kind


@pytest.mark.parametrize(
    ("table", "head"),
    [
        ("| Year | Sum |\n|---|---|\n| 2025 | 12 | 4711 |", "| Year | Sum |  |\n|---|---| --- |"),
        ("Year | Sum\n--- | ---:\n2025 | 12 | 4711", "Year | Sum |  |\n--- | ---: | --- |"),
        ("| A | B |\n|---|---|\n| `a|b` | 42 |", "| A | B |  |\n|---|---| --- |"),
    ],
)
def test_a_head_is_as_wide_as_the_widest_row(table: str, head: str) -> None:
    row = table.rpartition("\n")[2]
    assert wide_enough(table) == f"{head}\n{row}"


@pytest.mark.parametrize(
    "table",
    ["| A | B |\n|---|---|\n| 1 | 2 |", "| A | B |\n|---|---|\n| 1 \\| 2 | 3 |", "A|B\n-|-"],
)
def test_a_table_that_is_wide_enough_stays_as_it_is(table: str) -> None:
    assert wide_enough(table) == table


@given(st.lists(st.lists(st.integers(1000, 9999), min_size=1, max_size=5), min_size=1, max_size=4))
def test_every_figure_of_a_table_is_on_the_page(rows: list[list[int]]) -> None:
    lines = (f"| {' | '.join(map(str, row))} |" for row in rows)
    (block,) = split("\n".join(("| A | B |", "|---|---|", *lines)))
    assert block.kind is Kind.TABLE
    assert plain(block.markdown).split() == ["A", "B", *(str(one) for row in rows for one in row)]
