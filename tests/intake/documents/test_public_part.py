"""What Markdown marks as not for publication is in no document. All samples are our own."""

import pytest

import intake
from intake.text.sheet.withheld import WHY
from press.releases.release import Filing

HEAD = "---\ntitle: A new quay for Corvane\ndate: 2026-03-02\n---\n\n"
ABOVE = "The quay opens in May.\n\n"
BELOW = "\n\n## How it was built\n\nIt took two years.\n"
SECRET = "0470 55 88 01"


def read(text: str) -> Filing:
    read = intake.read("quay.md", text.encode(), zone="Europe/Brussels", language="en")
    (only,) = read.filings
    return only


@pytest.mark.parametrize(
    "marked",
    [
        f"Not for publication: the minister's mobile is {SECRET}.",
        f"- The quay is long.\n- Not for publication: mobile {SECRET}\n- It is wide.",
        f"| Port | 1 |\n| --- | --- |\n| Not for publication: mobile {SECRET} | Jane |",
        f"> Not for publication: mobile {SECRET}",
        f"## Not for publication\n\nThe mobile is {SECRET}.",
        f"**Nicht zur Veröffentlichung:** {SECRET}",
        f"Confidential: the mobile is {SECRET}.",
        f"The minister can be called ({SECRET}, not for publication).",
    ],
)
def test_what_is_marked_is_left_out_and_named(marked: str) -> None:
    found = read(HEAD + ABOVE + marked + BELOW)
    shown = "\n".join(block.markdown for block in found.blocks)
    assert SECRET not in shown
    assert "It took two years." in shown
    assert any(SECRET in one.what and one.why == WHY for one in found.left_out)


def test_whom_the_press_alone_may_call_is_known_and_in_no_document() -> None:
    found = read(f"{HEAD}{ABOVE}Not for publication:\nJane Doe, spokesperson, {SECRET}\n")
    assert not found.contacts
    assert [one.phones for one in found.unpublished] == [(SECRET,)]


@pytest.mark.parametrize("head", [HEAD, "---\ndate: 2026-03-02\n---\n# A new quay\n\n"])
def test_a_text_without_marks_loses_nothing(head: str) -> None:
    found = read(f"{head}{ABOVE}- one\n- two{BELOW}")
    assert [block.markdown for block in found.blocks[1:]] == [
        "The quay opens in May.",
        "- one\n- two",
        "## How it was built",
        "It took two years.",
    ]
    assert not found.left_out


@pytest.mark.parametrize("own", ["", "# Confidential: the story of a bridge\n\n"])
def test_a_headline_that_begins_like_a_mark_stays(own: str) -> None:
    text = f'---\ntitle: "Confidential: the story of a bridge"\n---\n{own}{ABOVE}'
    found = read(text)
    assert found.headline == "Confidential: the story of a bridge"
    assert [block.markdown for block in found.blocks[1:]] == ["The quay opens in May."]


def test_a_mark_above_the_headline_holds_the_text_back() -> None:
    found = read(f"---\ndate: 2026-03-02\n---\nNot for publication: {SECRET}\n\n# A quay\n\nText.")
    assert [block.markdown for block in found.blocks] == ["A quay", "Text."]
    assert found.not_yet
    assert any(SECRET in one.what for one in found.left_out)


def test_a_summary_that_is_marked_is_left_out() -> None:
    text = f'---\ntitle: A quay\nsummary: "Not for publication: {SECRET}"\n---\nText.'
    found = read(text)
    assert [block.markdown for block in found.blocks] == ["A quay", "Text."]
    assert [one.why for one in found.left_out] == [WHY]
