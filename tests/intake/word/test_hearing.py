"""Whatever a person can have written into a document may say “not yet”, and holds it."""

from dataclasses import replace

import pytest

from press.errors import UnreadableFile
from press.releases.release import Filing
from tests.intake.word import test_odt as odf
from tests.intake.word.making import (
    GIVEN,
    SPACES,
    XMLNS,
    docx,
    field,
    filing,
    left,
    markdown,
    p,
    r,
    style,
    table,
)

HEAD = p("Headline") + p("A first paragraph.")
ORDER = "EMBARGO until 5 May 2027, 10:00"
DONE = replace(GIVEN, accept_changes=True)
A = f'xmlns:a="{SPACES["a"]}"'
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def shape(attributes: str, inner: str = "") -> str:
    return p(r("T.") + f"<w:r><w:pict><v:shape {attributes}>{inner}</v:shape></w:pict></w:r>")


def drawing(attributes: str) -> str:
    return p(r("T.") + f"<w:r><w:drawing><wp:inline><wp:docPr id='1' {attributes}/></wp:inline>"
             "</w:drawing></w:r>")  # fmt: skip


def forms(choice: str, fallback: str) -> str:
    return p(
        r("T.")
        + f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        + f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def bodies(words: str) -> dict[str, str]:
    """Places in the text itself."""
    box = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    captioned = '<w:tblPr><w:tblCaption w:val="{}"/></w:tblPr>'
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>" + p("T.") + "</w:sdtContent></w:sdt>"
    return {
        "description of a drawing": drawing(f'descr="{words}"'),
        "title of a drawing": drawing(f'title="{words}"'),
        "title beside a description": drawing(f'descr="A quay" title="{words}"'),
        "name of a drawing": drawing(f'name="{words}"'),
        "alternative text of a shape": shape(f'alt="{words}"'),
        "the same in another space": shape(f'o:alt="{words}"'),
        "title of a shape": shape(f'title="{words}"'),
        "title of its picture": shape("", f'<v:imagedata o:title="{words}"/>'),
        "form that is read": forms(r("x"), r(words)),
        "form that is not read": forms(r(words), r("x")),
        "box of the other form": forms(f"<w:drawing>{box}</w:drawing>", r("x")),
        "bookmark": p(r("T.") + f'<w:bookmarkStart w:id="1" w:name="{words}"/>'),
        "field code": p(r("T.") + field(f' COMMENTS "{words}" ', r("x"))),
        "field code in one": p(
            f"<w:fldSimple w:instr=' TITLE \"{words}\"'>{r('T.')}</w:fldSimple>"
        ),
        "tip of a link": p(
            f'<w:hyperlink w:tooltip="{words}" w:anchor="x">{r("T.")}</w:hyperlink>'
        ),
        "name of a control": control.format(f'<w:alias w:val="{words}"/>'),
        "tag of a control": control.format(f'<w:tag w:val="{words}"/>'),
        "choice of a control": control.format(
            f'<w:dropDownList><w:listItem w:displayText="{words}" w:value="1"/></w:dropDownList>'
        ),
        "caption of a table": table(["a", "b"], looks=captioned.format(words)),
        "description of a table": table(
            ["a", "b"], looks=f'<w:tblPr><w:tblDescription w:val="{words}"/></w:tblPr>'
        ),
    }


PARTS = (
    *("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "customXml/item1.xml"),
    *("word/diagrams/data1.xml", "word/diagrams/drawing1.xml", "word/charts/chart1.xml"),
    *("word/comments.xml", "word/footnotes.xml", "word/header9.xml", "word/glossary/document.xml"),
    *("word/commentsExtended.xml", "word/people.xml", "word/settings.xml"),
)


def held(found: Filing) -> list[str]:
    return [str(one.embargo)[:16] for one in found.not_yet]


@pytest.mark.parametrize("place", bodies(""))
def test_an_order_holds_wherever_in_the_text_it_hides(place: str) -> None:
    assert held(filing(docx(HEAD + bodies(ORDER)[place]))) == ["2027-05-05 10:00"]


@pytest.mark.parametrize("place", bodies(""))
def test_a_bare_word_holds_wherever_in_the_text_it_hides(place: str) -> None:
    assert filing(docx(HEAD + bodies("EMBARGO")[place])).not_yet


@pytest.mark.parametrize("words", ["Strictly confidential", "This text is not for publication"])
@pytest.mark.parametrize("place", sorted(set(bodies("")) - {"form that is read"}))
def test_what_is_not_for_the_public_holds_wherever_it_hides(place: str, words: str) -> None:
    assert filing(docx(HEAD + bodies(words)[place])).not_yet


@pytest.mark.parametrize("place", bodies(""))
def test_nothing_holds_where_it_says_something_else(place: str) -> None:
    assert not filing(docx(HEAD + bodies("A quay by night")[place])).not_yet


@pytest.mark.parametrize("part", PARTS)
def test_an_order_holds_whichever_part_it_is_in(part: str) -> None:
    whole = docx(HEAD, {part: f"<x {A}><a:p><a:r><a:t>{ORDER}</a:t></a:r></a:p></x>"})
    assert held(filing(whole)) == ["2027-05-05 10:00"]


def test_an_order_broken_over_pieces_and_paragraphs_is_whole() -> None:
    pieces = "".join(f"<a:r><a:t>{one}</a:t></a:r>" for one in ("EMB", "ARGO until"))
    said = f"<x {A}><a:p>{pieces}</a:p><a:p><a:r><a:t>5 May 2027, 10:00</a:t></a:r></a:p></x>"
    assert held(filing(docx(HEAD, {"word/diagrams/data1.xml": said}))) == ["2027-05-05 10:00"]


def test_the_name_of_a_part_is_heard() -> None:
    part = {"word/media/EMBARGO 5 May 2027 10h00.png": b"\x89PNG"}
    assert filing(docx(HEAD, files=part)).not_yet


def test_a_variable_of_the_document_is_heard() -> None:
    said = f'<w:settings {XMLNS}><w:docVar w:name="Status" w:val="{ORDER}"/></w:settings>'
    assert held(filing(docx(HEAD, {"word/settings.xml": said}))) == ["2027-05-05 10:00"]


def test_what_a_house_calls_a_style_that_no_words_are_in_holds_nothing() -> None:
    data = docx(HEAD + p("Text.", "Other"), {"styles": style("Embargo", "Embargo until")})
    assert not filing(data).not_yet


@pytest.mark.parametrize("path", ["embargo", "not-for-publication", "embargo-until-5-may-2027"])
def test_the_address_of_a_page_holds_nothing(path: str) -> None:
    link = field(f' HYPERLINK "https://x.example/{path}" ', r("the page"))
    assert not filing(docx(HEAD + p(r("See ") + link))).not_yet
    opened_link = f'<text:a xlink:href="https://x.example/{path}">the page</text:a>'
    assert not odf.filing(odf.odt(odf.HEAD + odf.p(f"See {opened_link}."))).not_yet


def test_a_text_that_says_it_itself_says_it_once() -> None:
    data = docx(p(r("EMB", "<w:b/>") + r("ARGO until 5 May 2027, 10:00")) + HEAD)
    assert held(filing(data)) == ["2027-05-05 10:00"]


def test_a_comment_that_asks_not_to_publish_holds() -> None:
    comment = f'<w:comment w:author="A">{p("Do not publish this paragraph")}</w:comment>'
    assert filing(docx(HEAD, {"comments": comment}), DONE).not_yet


@pytest.mark.parametrize("kind", ["foot", "end"])
def test_a_note_that_is_not_for_publication_is_left_out_with_its_number(kind: str) -> None:
    said = "Not for publication: the minister lands at Nordhaven."
    note = f'<w:{kind}note w:id="2">{p(said)}</w:{kind}note>'
    data = docx(HEAD + p(r("Last.") + NOTE.replace("foot", kind)), {f"{kind}notes": note})
    assert markdown(data)[-1] == "Last."
    assert left(data) == {said: "it is marked not for publication"}
    assert not filing(data).not_yet


@pytest.mark.parametrize(
    "words",
    [
        "Not for publication.",
        "This paragraph is not for publication.",
        "Nicht zur Veröffentlichung: dieser Absatz.",
        "Do not publish the above: it is not agreed.",
    ],
)
def test_a_note_that_may_mean_the_words_it_belongs_to_holds_them(words: str) -> None:
    note = f'<w:footnote w:id="2">{p(words)}</w:footnote>'
    data = docx(HEAD + p(r("Last.") + NOTE), {"footnotes": note})
    assert words not in " ".join(markdown(data))
    assert filing(data).not_yet


def opened(words: str) -> dict[str, dict[str, str]]:
    """Places in an OpenDocument text."""
    frame = "<draw:frame{}><draw:image/>{}</draw:frame>"
    return {
        "title of a picture": {"body": odf.p(frame.format("", f"<svg:title>{words}</svg:title>"))},
        "description": {
            "body": odf.p(
                frame.format("", f"<svg:title>A</svg:title><svg:desc>{words}</svg:desc>")
            )
        },
        "name of a picture": {"body": odf.p(frame.format(f' draw:name="{words}"', ""))},
        "bookmark": {"body": odf.p(f'T.<text:bookmark text:name="{words}"/>')},
        "section": {"body": f'<text:section text:name="{words}">{odf.p("T.")}</text:section>'},
        "table": {
            "body": f'<table:table table:name="{words}"><table:table-row>'
            f"<table:table-cell>{odf.p('T.')}</table:table-cell></table:table-row></table:table>"
        },
        "placeholder": {
            "body": odf.p(f'T.<text:placeholder text:description="{words}">x</text:placeholder>')
        },
        "variable": {
            "body": "<text:user-field-decls><text:user-field-decl text:name='e' "
            f'office:string-value="{words}"/></text:user-field-decls>' + odf.p("T.")
        },
        "property": {"meta": f"<meta:user-defined>{words}</meta:user-defined>"},
        "note": {
            "body": odf.p(
                f"T.<text:note><text:note-body>{odf.p(words)}</text:note-body></text:note>"
            )
        },
    }  # fmt: skip


@pytest.mark.parametrize("place", opened(""))
@pytest.mark.parametrize(
    "words", [ORDER, "EMBARGO", "Strictly confidential", "Not for publication"]
)
def test_an_order_holds_wherever_in_an_opendocument_text_it_hides(place: str, words: str) -> None:
    told = dict(opened(words)[place])
    whole = odf.odt(odf.HEAD + told.pop("body", odf.p("T.")), meta=_bound(told))
    assert odf.filing(whole).not_yet
    other = dict(opened("A quay by night")[place])
    plain = odf.odt(odf.HEAD + other.pop("body", odf.p("T.")), meta=_bound(other))
    assert not odf.filing(plain).not_yet


def _bound(told: dict[str, str]) -> str:
    """Properties whose space is declared where they stand."""
    space = 'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    return told.get("meta", "").replace("<meta:user-defined", f"<meta:user-defined {space}")


def test_a_note_of_an_opendocument_text_that_is_not_for_publication_is_left_out() -> None:
    words = "Not for publication: the minister lands at Nordhaven."
    note = f"<text:note><text:note-body>{odf.p(words)}</text:note-body></text:note>"
    found = odf.filing(odf.odt(odf.HEAD + odf.p(f"Last.{note}")))
    assert found.blocks[-1].markdown == "Last."
    assert [one.what for one in found.left_out] == [words]
    assert not found.not_yet


def test_an_order_that_was_deleted_and_taken_as_done_holds_nothing() -> None:
    region = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion>'
        f"{odf.p(ORDER)}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    found = odf.filing(odf.odt(region + odf.HEAD + odf.p("Text.")), odf.DONE)
    assert not found.not_yet
    assert [one.what for one in found.left_out] == [ORDER]


def test_more_names_than_any_text_has_are_not_asked_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = list[str]()

    def counting(words: str) -> bool:
        asked.append(words)
        return True

    monkeypatch.setattr("intake.word.hearing._may_say", counting)
    names = "".join(f'<w:bookmarkStart w:name="not before the {n}th"/>' for n in range(2000))
    last = f'<w:bookmarkStart w:name="{ORDER}"/>'
    assert filing(docx(HEAD + p(r("T.") + names + last))).not_yet
    assert len(asked) <= 250


def test_marks_in_more_places_than_can_be_read_hold_the_text() -> None:
    names = "".join(f'<w:bookmarkStart w:name="only for the {n}th"/>' for n in range(2000))
    assert any("in more places" in one.why for one in filing(docx(HEAD + p(names))).not_yet)


def test_parts_that_are_too_large_together_are_refused() -> None:
    part = "<a>" + "<b/>" * 120_000 + "</a>"
    with pytest.raises(UnreadableFile, match="larger together"):
        filing(docx(HEAD, {f"customXml/item{n}.xml": part for n in range(3)}))
