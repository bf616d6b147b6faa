"""Lines that end on purpose stay lines; lines that a program wrapped do not. Our own samples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.parts.html import to_html
from intake.given import Given
from intake.text.presstext import read
from intake.text.short_lines import with_breaks

MEANT = [
    ["Monday 9-12", "Tuesday 9-17", "Wednesday: closed"],
    ["Montag 9–12 Uhr", "Dienstag 9–17 Uhr"],
    ["lundi : 9h-12h", "mardi : 9h-17h"],
    ["Maandag van 9 tot 12 uur", "Dinsdag gesloten"],
    ["10:00 Arrival", "10:30 Speech of the minister in the hall of the harbour, with questions"],
    ["10.00 Uhr Ankunft", "10.30 Uhr Rede"],
    ["9h30 Accueil", "10h Discours"],
    ["Harbour House", "Quay 5", "1000 Corvane"],
    ["The sea was grey,", "The sea was wide,", "And we were small"],
]
WRAPPED = [
    ["The bridge is long and it is blue, and it was built within a", "year by forty people."],
    ["Die Brücke ist offen.", "Sie ist blau."],
    ["The bridge", "is open", "for all"],
    ["- 2,6 % energy", "- 1,4 % food"],
    ["“We are glad,”", "said the minister."],
    ["The paper calls it “the longest quay of all”", "The ministry does not think so."],
    ["Title", "====="],
    ["| a | b |", "| --- | --- |", "| c | d |"],
    ["> A", "> B", "> C"],
    ["# A", "B", "C"],
    ["A\\", "B\\", "C"],
]


@pytest.mark.parametrize("lines", MEANT)
def test_lines_that_end_on_purpose_stay_lines_on_pages(lines: list[str]) -> None:
    text = "\n".join(["Sample", "", "Some text.", "", *lines, "", "More text."])
    (found,) = read(text, Given("Europe/Brussels", "en")).filings
    (html,) = [to_html([block]) for block in found.blocks if lines[0] in block.markdown]
    assert html.count("<br") == len(lines) - 1


@pytest.mark.parametrize(
    "lines",
    [
        ["- 2,6 % energy", "+ 1,4 % food"],
        ["- 2,6 % energy", "- 2,0 % rents", "+ 1,4 % food"],
        ["− 2,6 % energy", "− 1,4 % food"],
        ["“We are glad that it is open.”", "Jane Doe, Minister of Ports"],
        ["»Wir freuen uns sehr.«", "– Erika Muster, Ministerin"],
        ["> We are glad.", "> – Jane Doe"],
        ["“We are glad.”", "- Jane Doe"],
    ],
)
def test_figures_with_their_signs_and_who_spoke_stay_lines_on_pages(lines: list[str]) -> None:
    text = "\n".join(["Sample", "", "Some text.", "", *lines, "", "More text."])
    (found,) = read(text, Given("Europe/Brussels", "en")).filings
    (html,) = [to_html([one]) for one in found.blocks if lines[-1].lstrip("->– ") in one.markdown]
    assert html.count("<br") == len(lines) - 1
    assert "\\" not in html
    assert "<li" not in html


@pytest.mark.parametrize("lines", WRAPPED)
def test_wrapped_lines_and_marks_of_markdown_are_left_alone(lines: list[str]) -> None:
    assert with_breaks(lines) == lines


@given(st.lists(st.text("Aa1 .:|-\\", max_size=12), max_size=8))
def test_breaks_take_nothing_away_and_leave_the_last_line(lines: list[str]) -> None:
    found = with_breaks(lines)
    assert len(found) == len(lines)
    for line, now in zip(lines, found, strict=True):
        assert now in (line, f"{line.rstrip()}\\")
    assert found[-1:] == lines[-1:]
