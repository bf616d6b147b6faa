"""Signs on paper that begin items, and those that do not. All samples are our own."""

import pytest

from intake.given import Given
from intake.text.bullets import listed
from intake.text.presstext import read
from press.text import Block, Kind


def blocks_of(text: str) -> tuple[Block, ...]:
    (found,) = read(text, Given("Europe/Brussels", "en")).filings
    return found.blocks


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
        ["• one • two • three"],
        ["He goes on", "• and on"],
        ["• alone", "and more"],
        ["– alone"],
        ["They said:", "– We sail."],
        ["They said:", "- “We sail”"],
        ["A page:", "- END -"],
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


@pytest.mark.parametrize(
    "item", ["• one stop", "•\tone stop", "▪ one stop", "– one stop", "- one stop", "\tone stop"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_one_item_to_which_a_colon_leads_is_a_list(item: str, gap: str) -> None:
    text = f"A ferry\n\nIt has this stop:{gap}{item}\n\nIt sails at ten."
    _, *below = blocks_of(text)
    assert below == [
        Block(Kind.PARAGRAPH, "It has this stop:"),
        Block(Kind.LIST, "- one stop"),
        Block(Kind.PARAGRAPH, "It sails at ten."),
    ]


def test_a_bullet_alone_is_a_list_wherever_its_paragraph_stands() -> None:
    _, *below = blocks_of("A ferry\n\nIt sails at ten.\n\n• one stop")
    assert below == [Block(Kind.PARAGRAPH, "It sails at ten."), Block(Kind.LIST, "- one stop")]


@pytest.mark.parametrize(
    "line",
    [
        *("– We are glad of it.", "— Vous venez ? dit-il.", "- Ana Lind, minister", "– Ana Lind"),
        "-\tAna Lind, minister",
    ],
)
def test_who_speaks_or_signs_behind_a_dash_begins_no_list(line: str) -> None:
    found = blocks_of(f"A ferry\n\n“It sails at ten.”\n\n{line}\n\nIt is the first.")
    assert Kind.LIST not in [block.kind for block in found]


@pytest.mark.parametrize(
    "lines", [["Signed:", "", "– Ana Lind"], ["Ms Lind said:", "\tWe sail on Tuesday"]]
)
def test_a_name_or_a_speech_behind_a_colon_is_no_list_of_one_item(lines: list[str]) -> None:
    found = blocks_of("\n".join(["A ferry", "", "It sails.", "", *lines, "", "It is the first."]))
    assert Kind.LIST not in [block.kind for block in found]
