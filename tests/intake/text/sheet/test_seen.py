"""A line's words are seen through the Markdown that Word files and mails bring."""

import pytest

from intake.text.sheet.seen import level, said, unmarked


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("# Headline #", "Headline"),
        ("**Brussels, 12 March 2026**", "Brussels, 12 March 2026"),
        ("12\\. März 2027", "12. März 2027"),
        ("***Both*** and _one_", "Both and one"),
        ("[The office](https://office.example) writes", "The office writes"),
        ("Signs in C# and 2*3 stay, snake_case too", "Signs in C# and 2*3 stay, snake_case too"),
        ("A - B > C", "A - B > C"),
        ("Hard break\\", "Hard break"),
        ("* *** *", "* *** *"),
    ],
)
def test_marks_are_seen_through_and_signs_stay(line: str, words: str) -> None:
    assert said(line) == words


def test_items_and_quotations_are_seen_through_where_they_begin_a_line() -> None:
    assert unmarked("> - **Not for publication**") == "Not for publication"
    assert unmarked("A - B > C") == "A - B > C"


@pytest.mark.parametrize(
    ("line", "deep"), [("# A", 1), ("### A", 3), ("#A", 0), ("A # B", 0), ("#", 0)]
)
def test_a_heading_has_a_level(line: str, deep: int) -> None:
    assert level(line) == deep
