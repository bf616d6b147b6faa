"""Signs on paper that begin items, and those that do not. All samples are our own."""

import pytest

from intake.given import Given
from intake.text.bullets import listed
from intake.text.presstext import read
from press.text import Kind


@pytest.mark.parametrize("sign", ["• ", "· ", "▪ ", "•\t", "– ", "o\t", "o ", "\uf0b7\t"])
def test_signs_of_office_programs_make_a_list(sign: str) -> None:
    (found,) = read(
        f"Sample\n\nWe need:\n{sign}boats\n{sign}ropes", Given("Europe/Brussels", "en")
    ).filings
    assert [block.kind for block in found.blocks[1:]] == [Kind.PARAGRAPH, Kind.LIST]
    assert found.blocks[2].markdown == "- boats\n- ropes"


def test_tabs_below_a_colon_make_a_list() -> None:
    assert listed(["We need:", "\tboats", "\tropes"]) == ["We need:", "- boats", "- ropes"]


@pytest.mark.parametrize(
    "lines",
    [
        ["• boats", "  – long", "  – short", "• ropes"],
        ["• boats", "   • long", "   • short", "• ropes"],
        ["• boats", "o long", "o short", "• ropes"],
        ["• boats", "\to long", "\to short", "• ropes"],
        ["- boats", "  • long", "  • short", "- ropes"],
        ["- boats", "  - long", "  - short", "- ropes"],
    ],
)
def test_items_within_items_stay_within_them(lines: list[str]) -> None:
    assert listed(lines) == ["- boats", "  - long", "  - short", "- ropes"]


def test_an_indent_of_one_column_begins_no_list_within() -> None:
    assert listed(["• boats", " • ropes", "• sails"]) == ["- boats", "- ropes", "- sails"]


@pytest.mark.parametrize(
    "lines",
    [
        ["• alone"],
        ["– Where to?", "– To the port, said the captain."],
        ["– 2,6 % energy", "– 1,4 % food"],
        ["\tA first line", "\tand its second."],
        ["o alone"],
        ["- 2,6 % energy", "+ 1,4 % food"],
    ],
)
def test_other_signs_stay(lines: list[str]) -> None:
    assert listed(lines) == lines


def test_a_comparison_begins_no_quotation() -> None:
    assert listed(["> 65 years: 2%", "", "> A quotation", "> 12 of it"]) == [
        "\\> 65 years: 2%",
        "",
        "> A quotation",
        "> 12 of it",
    ]
