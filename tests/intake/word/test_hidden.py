"""Hidden text: in no release, whatever hides it, and always named."""

import pytest

from intake.word.losses import Losses
from tests.intake.word.making import docx, filing, left, markdown, p, picture, r, style, table

HEAD = p("Headline")
HIDDEN = "not for readers"
WHY = "it is hidden text"
STYLES = "".join(
    [
        style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>", "character"),
        style("Deeper", "Deeper", '<w:basedOn w:val="Secret"/>', "character"),
        style("Loop", "Loop", '<w:basedOn w:val="Loop2"/>', "character"),
        style("Loop2", "Loop2", '<w:basedOn w:val="Loop"/>', "character"),
        style("Para", "Para", "<w:rPr><w:vanish/></w:rPr>"),
        style("Child", "Child", '<w:basedOn w:val="Para"/>'),
        style("Shown", "Shown", '<w:basedOn w:val="Para"/><w:rPr><w:vanish w:val="0"/></w:rPr>'),
        style("Grid", "Grid", "<w:rPr><w:vanish/></w:rPr>", "table"),
    ]
)


def named(name: str) -> str:
    return f'<w:rStyle w:val="{name}"/>'


@pytest.mark.parametrize(
    "body",
    [
        p(r("Seen. ") + r(HIDDEN, "<w:vanish/>")),
        p(r("Seen. ") + r(HIDDEN, '<w:vanish w:val="1"/>')),
        p(r("Seen. ") + r(HIDDEN, "<w:webHidden/>")),
        p(r("Seen. ") + r("not for ", "<w:vanish/>") + r("readers", "<w:b/><w:vanish/>")),
        p(r("Seen. ") + r(HIDDEN, named("Secret"))),
        p(r("Seen. ") + r(HIDDEN, named("Deeper"))),
        p("Seen.") + p(HIDDEN, "Para"),
        p("Seen.") + p(HIDDEN, "Child"),
        p("Seen.") + p(f"<w:hyperlink>{r(HIDDEN, '<w:vanish/>')}</w:hyperlink>"),
        p(r("Seen. ") + f"<w:smartTag>{r(HIDDEN, '<w:vanish/>')}</w:smartTag>"),
        p(f"<w:sdt><w:sdtContent>{r(HIDDEN, '<w:vanish/>')}</w:sdtContent></w:sdt>" + r("Seen.")),
        p("Seen.") + table([HIDDEN, ""], looks='<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>'),
        p("Seen.")
        + table([HIDDEN, ""]).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>"),
        p(
            r("Seen.")
            + f"<w:r><w:rPr><w:vanish/></w:rPr><w:pict><w:txbxContent>{p(HIDDEN)}"
            "</w:txbxContent></w:pict></w:r>"
        ),
    ],
)  # fmt: skip
def test_hidden_text_is_in_no_release_and_named(body: str) -> None:
    data = docx(HEAD + body, {"styles": STYLES})
    said = "".join(markdown(data))
    assert "Seen." in said
    assert "readers" not in said
    assert left(data) == {HIDDEN: WHY}


@pytest.mark.parametrize(
    "run",
    [
        r("shown", '<w:vanish w:val="0"/>'),
        r("shown", '<w:vanish w:val="false"/>'),
        r("shown", named("Secret") + '<w:vanish w:val="0"/>'),
        r("shown", named("Loop")),
        r("shown", named("Unknown")),
    ],
)
def test_what_is_not_hidden_is_shown(run: str) -> None:
    assert markdown(docx(HEAD + p(run), {"styles": STYLES}))[1:] == ["shown"]


def test_a_style_can_show_what_its_base_hides() -> None:
    assert markdown(docx(HEAD + p("shown", "Shown"), {"styles": STYLES}))[1:] == ["shown"]


def test_text_that_is_hidden_in_the_whole_document_is_hidden() -> None:
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    shown = r("Headline", '<w:vanish w:val="0"/>')
    data = docx(p(shown) + p(HIDDEN), {"styles": defaults})
    assert left(data) == {HIDDEN: WHY}


def test_the_usual_style_hides_what_names_no_style() -> None:
    usual = style("N", "Normal", "<w:rPr><w:vanish/></w:rPr>").replace(
        "<w:style", '<w:style w:default="1"'
    )
    shown = r("Headline", '<w:vanish w:val="0"/>')
    assert left(docx(p(shown) + p(HIDDEN), {"styles": usual})) == {HIDDEN: WHY}


def test_a_picture_that_is_hidden_is_not_attached() -> None:
    data = docx(
        HEAD + p(picture("p1", "A hall", hidden=True)) + p("Text."),
        related=[("p1", "image", "media/image1.png")],
        files={"word/media/image1.png": b"\x89PNG\r\n\x1a\n"},
    )
    assert filing(data).files == ()


def test_an_embargo_in_hidden_text_holds_the_release() -> None:
    data = docx(HEAD + p(r("Text.") + r("EMBARGO until 5 May 2027, 10:00", "<w:vanish/>")))
    (one,) = filing(data).not_yet
    assert str(one.embargo).startswith("2027-05-05 10:00")


def test_more_hidden_words_than_can_be_looked_through_hold_the_text() -> None:
    much = "".join(p(r(f"{n} {'so on ' * 200}", "<w:vanish/>")) for n in range(200))
    data = docx(HEAD + p("Seen.") + much + p(r("EMBARGO: 5 May 2027, 10:00", "<w:vanish/>")))
    assert filing(data).not_yet
    losses = Losses()
    losses.hear("so on " * 20_000)
    assert not losses.unheard
    losses.hear("so on " * 20_000)
    assert losses.unheard
