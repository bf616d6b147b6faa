"""What is marked not for publication is in no document. All samples are our own."""

from dataclasses import astuple, replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.given import Given
from intake.text.presstext import read
from intake.text.sheet.withheld import marks_in
from press.releases.release import Filing

GIVEN = Given("Europe/Brussels", "en")
MARKS = [
    "Not for publication:",
    "Note to editors (not for publication):",
    "NOT FOR PUBLICATION",
    "**Not for publication**",
    "## Not for publication",
    "For journalists only",
    "For the press only:",
    "Do not publish:",
    "Off the record",
    "Noot voor de redactie (niet voor publicatie):",
    "Niet voor publicatie",
    "- Niet voor publicatie:",
    "Alleen voor journalisten",
    "Enkel voor de pers:",
    "Ne pas publier :",
    "Note aux rédactions – ne pas diffuser",
    "Uniquement pour la presse",
    "Réservé aux journalistes",
    "Nicht zur Veröffentlichung",
    "Hinweis für die Redaktion – nicht zur Veröffentlichung bestimmt:",
    "Nur für Journalisten:",
    "Nur für die Presse",
    "Noot voor redacties, niet voor publicatie",
    "Hintergrund, nur für Redaktionen:",
    "Not for publication. Who waits there:",
    "Background for journalists (not for publication or broadcast):",
    "(Nicht zur Veröffentlichung)",
    "Background (strictly confidential)",
    "| Not for publication |",
]
SECRET = "The zebra waits behind the quay."


def filing(text: str) -> Filing:
    (only,) = read(text, GIVEN).filings
    return only


def shown(found: Filing) -> str:
    """All that a document could show of a text."""
    return str(astuple(replace(found, left_out=(), unpublished=(), not_yet=())))


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_right_below_the_headline_keeps_its_paragraph_out(mark: str) -> None:
    found = filing(f"Sample headline\n\n{mark}\n{SECRET}\n\nMore of it, zebra.")
    assert "zebra" not in shown(found)
    assert SECRET in " ".join(one.what for one in found.left_out)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\nJane Doe\n+999 2 555 01 01\n\n"])
def test_nothing_below_a_mark_is_in_any_document(mark: str, between: str) -> None:
    found = filing(f"Sample headline\n\nThe text.\n\n{mark}{between}{SECRET}\n\nMore of it, zebra.")
    assert "zebra" not in shown(found)
    assert "555 01 01" not in shown(found)
    assert "The text." in shown(found)
    assert SECRET in " ".join(one.what for one in found.left_out)


@pytest.mark.parametrize(
    "paragraph",
    [
        f"[Not for publication: {SECRET}]",
        f"({SECRET} Jane Doe, 0470 55 01 01 (niet voor publicatie))",
        "Zebra quay: Jane Doe, 0470 55 01 01 (not for publication)",
        "Ring the zebra. Niet voor publicatie: Jane Doe, 0470 55 01 01.",
        "The zebra has the number 0470 55 01 01. Not for publication.",
        "Jane Zebra 0470 55 01 01 ne pas publier",
        "Jane Zebra\n0470 55 01 01 (nicht zur Veröffentlichung)",
    ],
)
def test_a_remark_in_brackets_keeps_its_whole_paragraph_out(paragraph: str) -> None:
    found = filing(f"Sample headline\n\nThe text.\n\n{paragraph}\n\nMore text.")
    assert "ebra" not in shown(found)
    assert "0470" not in shown(found)
    assert "More text." in shown(found)


def test_whom_the_press_alone_may_call_is_kept_apart() -> None:
    found = filing("Sample\n\nText.\n\nNot for publication:\nJane Doe, spokesperson, 0470 55 01 01")
    assert [one.name for one in found.unpublished] == ["Jane Doe"]
    assert found.contacts == ()


def test_a_heading_of_the_same_level_ends_what_a_heading_marks() -> None:
    found = filing(
        f"# Sample\n\nText.\n\n## For journalists only\n\n{SECRET}\n\n## Dates\n\nMonday."
    )
    assert "zebra" not in shown(found)
    assert "Monday." in shown(found)


@pytest.mark.parametrize(
    "line", ["Not for publication", "For journalists only", "Nur für Redaktionen"]
)
@pytest.mark.parametrize(
    "text", ["{}\n\nSample headline\n\nText.", "Sample headline\n\n{}\n\nText."]
)
def test_a_mark_above_the_text_holds_all_of_it(line: str, text: str) -> None:
    found = filing(text.format(line))
    assert found.headline == "Sample headline"
    assert found.not_yet


def test_a_moment_behind_the_mark_makes_it_an_embargo() -> None:
    found = filing("Sample\n\nText.\n\nNot for publication before 5 May 2027, 10:00\n\nMore text.")
    assert found.moment is not None
    assert f"{found.moment.wall:%Y-%m-%d %H:%M}" == "2027-05-05 10:00"
    assert "More text." in shown(found)


@pytest.mark.parametrize(
    "line",
    [
        "The report was not published.",
        "Journalists only see what they are shown.",
        "Press only the green button.",
        "Le livre est à ne pas manquer.",
        "Das ist nur für Kinder.",
    ],
)
def test_a_sentence_that_speaks_of_publishing_marks_nothing(line: str) -> None:
    assert marks_in(line) == ""


@settings(max_examples=400)
@example("Noot voor redacties, niet voor publicatie", ["+999 2 555 01 09 zebra"])
@given(st.sampled_from(MARKS), st.lists(st.sampled_from(["zebra", "", "+999 2 555 01 09 zebra"])))
def test_however_a_part_goes_on_none_of_it_is_shown(mark: str, lines: list[str]) -> None:
    text = "\n".join(["Sample headline", "", "The text.", "", mark, *lines])
    assert "zebra" not in shown(filing(text))
