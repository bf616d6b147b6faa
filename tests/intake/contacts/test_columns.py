"""People side by side: a number is never under the wrong one, however the gaps are typed."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.contacts.blocks import take_contacts
from intake.contacts.columns import doubts_of
from intake.given import Given
from intake.text import presstext
from press.telling.reasons import say_reason
from tests.intake.contacts.people import Someone, bare, reached, some_people

ADA = ("Ada Muster", "Pressesprecherin", "Tel. 030 555-100", "ada@press.example")
BRAM = ("Dr. Bram Example", "Press Officer", "T: +44 20 7946 0102", "bram@press.example")
LEA = ("Lea Sample-Doe", "porte-parole", "02 555 01 03", "lea@press.example")
GAPS = ("\t", "\t\t", "   ", "        ", " | ")
FOUND = [
    ("Ada Muster", "Pressesprecherin", ("030 555-100",), ("ada@press.example",)),
    ("Dr. Bram Example", "Press Officer", ("+44 20 7946 0102",), ("bram@press.example",)),
    ("Lea Sample-Doe", "porte-parole", ("02 555 01 03",), ("lea@press.example",)),
]
DOUBT = (
    "whose the numbers below “Ada Muster and Dr. Bram Example” are cannot be told: write each "
    "person with their numbers on lines of their own"
)
TEXT = "3 March 2099\n\nThe bridge opens\n\nIt opens at noon."


def typed(people: Sequence[Sequence[str]], gap: str) -> list[str]:
    return [gap.join(row) for row in zip(*people, strict=True)]


@pytest.mark.parametrize("heading", [["Ansprechpartner"], ["Press contacts", ""], []])
@pytest.mark.parametrize("people", [(ADA, BRAM), (ADA, BRAM, LEA)])
@pytest.mark.parametrize("gap", GAPS)
def test_people_side_by_side_are_read_column_by_column(
    gap: str, people: Sequence[Sequence[str]], heading: list[str]
) -> None:
    left, found = take_contacts([*heading, *typed(people, gap)])
    assert not any(left)
    assert [(c.name, c.role, c.phones, c.emails) for c in found] == FOUND[: len(people)]


@pytest.mark.parametrize(
    "changed",
    [
        {2: "Tel. 030 555-100"},
        {3: "            bram@press.example"},
        {1: "Pressesprecherin   Press Officer   Berlin"},
        {3: "press@press.example"},
    ],
)
def test_side_by_side_with_a_cell_less_or_more_nobody_has_a_number_and_it_is_in_doubt(
    changed: dict[int, str],
) -> None:
    lines = [changed.get(n, line) for n, line in enumerate(typed((ADA, BRAM), "   "))]
    filing = presstext.read("\n".join([TEXT, "", *lines]), Given("Europe/Brussels", "en")).filings[
        0
    ]
    assert filing.contacts == ()
    assert filing.doubts == (DOUBT,)


@pytest.mark.parametrize(
    "lines",
    [
        ["Ada Muster   Bram Example", "will speak   at noon"],
        ["Berlin   Hamburg", "030 1234567   040 1234567"],
        ["Ada Muster, spokesperson", "030 1234567"],
        ["Ada Muster   Bram Example", *["It is so."] * 6, "press@press.example"],
    ],
)
def test_names_without_numbers_near_are_in_no_doubt(lines: list[str]) -> None:
    assert doubts_of(lines) == ()


@st.composite
def side_by_side(draw: st.DrawFn) -> tuple[Sequence[Someone], list[str]]:
    """People in columns, what somebody lacks left empty or, which nobody can tell, left out."""
    people, gap = draw(some_people(fewest=2)), draw(st.sampled_from(GAPS))
    is_whole = draw(st.booleans())
    rows = max(len(one.reach) for one in people)
    cells = [[one.name, one.role, *one.reach, *[""] * rows][: rows + 2] for one in people]
    lines = [gap.join(cell for cell in row if cell) for row in zip(*cells, strict=True)]
    if is_whole and gap == "\t":
        lines = ["\t".join(row) for row in zip(*cells, strict=True)]
    return people, [line for line in lines if line.strip()]


@settings(max_examples=300, deadline=None)
@given(side_by_side())
def test_of_people_side_by_side_no_number_is_under_the_wrong_one(
    drawn: tuple[Sequence[Someone], list[str]],
) -> None:
    people, lines = drawn
    left, found = take_contacts(lines)
    assert left == lines or not any(left)
    assert found or doubts_of(left)
    owners = {one.name: {*map(bare, one.phones), *filter(None, [one.email])} for one in people}
    for one in found:
        assert {*map(bare, reached(one))} == owners[one.name]
    assert len(found) in (0, len(people))


@pytest.mark.parametrize("gap", ["   ", " | "])
def test_names_above_a_single_line_of_numbers_are_in_doubt(gap: str) -> None:
    lines = typed(((ADA[0], ADA[2]), (BRAM[0], BRAM[2])), gap)
    assert take_contacts(lines) == (lines, ())
    assert doubts_of(lines) == (DOUBT,)


@pytest.mark.parametrize("code", ["fr", "nl", "de"])
def test_whoever_mails_it_is_told_of_the_doubt_in_their_language(code: str) -> None:
    said = say_reason(code, DOUBT)
    assert said != DOUBT
    assert "Ada Muster and Dr. Bram Example" in said


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("below", ["press@press.example", "Tel. 02 555 01 09"])
def test_a_number_below_people_side_by_side_is_not_that_of_the_last(gap: str, below: str) -> None:
    lines = [*typed((ADA, BRAM), gap), "", below]
    assert take_contacts(lines) == (lines, ())
    assert doubts_of(lines) == (DOUBT,)
