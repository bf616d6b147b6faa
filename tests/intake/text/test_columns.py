"""Columns of people in documents, and what is none."""

import pytest

from intake.text.columns import in_columns, with_strokes

NAMES, MAILS = "Ada Muster\tBram Example", "ada@press.example   bram@press.example"


@pytest.mark.parametrize(
    ("paragraphs", "how_many"),
    [
        ([NAMES, MAILS, "It is so."], 2),
        ([f"{NAMES}\n{MAILS}"], 1),
        ([NAMES, "will speak\tat noon"], 0),
        (["It is so.", NAMES, MAILS], 0),
        ([], 0),
    ],
)
def test_columns_go_as_far_as_gaps_do_and_say_how_to_reach_somebody(
    paragraphs: list[str], how_many: int
) -> None:
    assert in_columns(paragraphs) == how_many


def test_what_parts_cells_is_seen() -> None:
    assert with_strokes(NAMES) == "Ada Muster | Bram Example"
