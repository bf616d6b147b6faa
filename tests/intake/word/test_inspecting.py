"""What a Word document may not hold, and what is only named."""

import pytest

from intake.given import Given
from intake.word.state import MOST_PIECES
from press.errors import UnreadableFile
from tests.intake.word.making import TYPE, TYPES, XMLNS, docx, filing, left, p, r, relations, zipped

BODY = p("Headline") + p("Text.")
VBA = "application/vnd.ms-word.document.macroEnabled.main+xml"


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refusal:
        filing(data, Given("Europe/Brussels", "en", accept_changes=True))
    return str(refusal.value)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        (
            {"word/vbaProject.bin": b"x"},
            "it holds macros: save it as Word document (.docx) without",
        ),
        ({"word/vbaData.xml": b"<a/>"}, "it holds macros"),
        ({"[Content_Types].xml": TYPES.replace(TYPE, VBA).encode()}, "it holds macros"),
        ({"word/embeddings/budget.xlsx": b"x"}, "an embedded object (“budget.xlsx”)"),
        ({"word/embeddings/oleObject1.bin": b"x"}, "an embedded object (“oleObject1.bin”)"),
        ({"word/activeX/activeX1.bin": b"x"}, "active controls"),
        ({"word/afchunk.htm": b"x"}, "another document (“afchunk.htm”)"),
    ],
)
def test_what_runs_or_is_another_document_is_refused_with_advice(
    files: dict[str, bytes], reason: str
) -> None:
    said = refused(docx(BODY, files=files))
    assert reason in said
    assert ":" in said


@pytest.mark.parametrize(
    ("kind", "target", "reason"),
    [
        ("vbaProject", "elsewhere.bin", "macros"),
        ("oleObject", "things/one.bin", "embedded object"),
        ("oleObject", "https://x.example/one.bin", "embedded object"),
        ("package", "things/one.xlsx", "embedded object"),
        ("control", "things/one.xml", "active controls"),
        ("aFChunk", "things/one.html", "another document"),
    ],
)
def test_whatever_it_is_called_its_kind_tells(kind: str, target: str, reason: str) -> None:
    assert reason in refused(docx(BODY, related=[("x1", kind, target)]))


def test_the_kind_tells_in_a_header_too() -> None:
    listed = relations([("x1", "oleObject", "things/one.bin")])
    parts = {"header1": p("Ministry"), "word/_rels/header1.xml.rels": listed}
    assert "embedded object" in refused(docx(BODY, parts))


@pytest.mark.parametrize(
    ("kind", "target", "why"),
    [
        ("image", "https://x.example/p.png", "not fetched"),
        ("attachedTemplate", "https://x.example/t.dotm", "not fetched"),
        ("subDocument", "file:///C:/part2.docx", "not fetched"),
        ("chart", "charts/chart1.xml", "cannot be read"),
        ("diagramData", "diagrams/data1.xml", "cannot be read"),
    ],
)
def test_what_lies_outside_or_cannot_be_read_is_named(kind: str, target: str, why: str) -> None:
    found = left(docx(BODY, related=[("x1", kind, target)]))
    ((what, said),) = found.items()
    assert what.endswith(target)
    assert why in said


def test_the_template_of_an_office_s_own_drive_is_nothing_to_speak_of() -> None:
    related = [("x1", "attachedTemplate", "file:///G:/Press/Release.dotx")]
    assert left(docx(BODY, related=related)) == {}


ENTITY = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY l "ha">]>'


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_a_document_type_is_refused_wherever_it_stands(part: str, coding: str) -> None:
    inner = p("<w:r><w:t>&e;</w:t></w:r>")
    body = f"<w:document {XMLNS}><w:body>{inner}{BODY}</w:body></w:document>"
    spoilt = f'<?xml version="1.0" encoding="{coding}"?>{ENTITY}{body}'
    styled = relations([("s1", "styles", "styles.xml")]).encode()
    members = {
        "word/document.xml": f"<w:document {XMLNS}><w:body>{BODY}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": styled,
        part: spoilt.encode(coding),
    }
    assert "document type" in refused(zipped(members))


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl><w:tr><w:tc>" * 1000 + p("x") + "</w:tc></w:tr></w:tbl>" * 1000,
        "<w:sdt><w:sdtContent>" * 40_000 + p("x") + "</w:sdtContent></w:sdt>" * 40_000,
        "<w:tbl><w:tr><w:tc>" * 40 + p("x") + "</w:tc></w:tr></w:tbl>" * 40,
    ],
    ids=["tables", "controls", "fewer tables"],
)
def test_what_is_nested_deeper_than_any_text_is_refused(
    body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake.word.archive.STEEPEST", 10_000)
    assert "nested deeper" in refused(docx(BODY + body))


def test_a_table_in_a_text_box_in_a_table_is_not_too_deep() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 25 + p("inmost") + "</w:tc></w:tr></w:tbl>" * 25
    blocks = filing(docx(BODY + body)).blocks
    assert blocks[-1].markdown == "inmost"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (p("word") * (MOST_PIECES // 2 + 1), "longer than a press text"),
        (p("word " * 81_000), "longer than a press text"),
        (
            "<w:p>" + "<w:r><w:tab/></w:r>" * (MOST_PIECES + 1) + r("end") + "</w:p>",
            "longer than a press text",
        ),
        ("<w:p/>" * 200_001, "larger than that of any press text"),
    ],
    ids=["paragraphs", "letters", "tabs", "tags"],
)
def test_more_than_a_press_text_is_refused_with_advice(
    body: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake.word.archive.STEEPEST", 10_000)
    said = refused(docx(p("Headline") + body))
    assert reason in said
    assert "send the text alone" in said


def test_a_part_larger_than_any_text_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("intake.word.archive.LARGEST", 2000)
    data = bytearray(docx("".join(p(f"Word {n:03}.") for n in range(200))))
    start = data.index(b"word/document.xml") + len("word/document.xml")
    data[start : start + 20] = b"\xff" * 20  # nobody could unpack it
    assert "larger than that of any press text" in refused(bytes(data))


def test_a_document_without_words_is_refused() -> None:
    assert "it has no words" in refused(docx("<w:p/>"))
