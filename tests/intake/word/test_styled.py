"""A style that says that words must not come out holds the text whose words are in it."""

import pytest

from tests.intake.word import test_odt as odf
from tests.intake.word.making import docx, filing, p, r, style

HEAD = p("Headline") + p("A first paragraph.")
WHEN = "5 May 2027, 10:00"
STYLES = "".join(
    (
        style("Text1", "Embargo"),
        style("NotForPublication", "House 7"),
        style("Child", "Child", '<w:basedOn w:val="Text1"/>'),
        style("Loop", "Loop", '<w:basedOn w:val="Loop"/>'),
        style("Chars", "Under embargo", kind="character"),
        style("Plain", "Plain"),
    )
)
CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties"><c:contentStatus>{}</c:contentStatus></c:coreProperties>'
)
ODF = (
    '<style:style style:family="paragraph" style:name="P9" style:parent-style-name="E_20_1"/>'
    '<style:style style:family="paragraph" style:name="E_20_1" style:display-name="Embargo"/>'
)


@pytest.mark.parametrize(
    "line",
    [
        p(WHEN, "Text1"),
        p(WHEN, "Child"),
        p(r(WHEN, '<w:rStyle w:val="Chars"/>')),
        p("The minister's number", "NotForPublication"),
    ],
)
def test_words_in_such_a_style_hold_the_text(line: str) -> None:
    assert filing(docx(HEAD + line, {"styles": STYLES})).not_yet


def test_a_moment_in_a_style_of_embargoes_is_one() -> None:
    found = filing(docx(HEAD + p(WHEN, "Text1"), {"styles": STYLES}))
    assert [f"{one.embargo.wall:%Y-%m-%d %H:%M}" for one in found.not_yet if one.embargo] == [
        "2027-05-05 10:00"
    ]


@pytest.mark.parametrize(
    "line", [p("", "Text1"), p("FOR IMMEDIATE RELEASE", "Text1"), p("Words.", "Loop"), p("Words.")]
)
def test_a_style_that_no_words_are_in_holds_nothing(line: str) -> None:
    assert filing(docx(HEAD + line, {"styles": STYLES})).not_yet == ()


@pytest.mark.parametrize(("name", "holds"), [("P9", True), ("E_20_1", True), ("P1", False)])
def test_the_same_in_an_opendocument_text(name: str, holds: bool) -> None:
    text = odf.p("Headline") + odf.p("Words.") + odf.p(WHEN, name)
    assert bool(odf.filing(odf.odt(text, master=ODF)).not_yet) is holds


@pytest.mark.parametrize(("state", "holds"), [("Draft", True), ("Final", False), ("", False)])
def test_a_document_that_says_it_is_a_draft_is_held(state: str, holds: bool) -> None:
    data = docx(HEAD, {"docProps/core.xml": CORE.format(state)})
    assert bool(filing(data).not_yet) is holds


def test_the_words_of_a_script_are_in_no_release_and_named() -> None:
    script = "<text:script script:language='x'>if (a) b()</text:script>"
    found = odf.filing(odf.odt(odf.p("Headline") + odf.p(f"Words.{script}")))
    assert "if (a)" not in "".join(block.markdown for block in found.blocks)
    assert {one.what: one.why for one in found.left_out} == {
        "if (a) b()": "it is not shown in the document"
    }


def test_the_link_of_a_picture_in_an_opendocument_text_is_named() -> None:
    link = '<draw:a xlink:href="https://x.example/map"><draw:frame/></draw:a>'
    found = odf.filing(odf.odt(odf.p("Headline") + odf.p(f"Words.{link}")))
    assert "link of a picture to https://x.example/map" in [one.what for one in found.left_out]
