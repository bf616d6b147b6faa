"""Headers, footers and properties: an embargo anywhere holds, and nothing is lost silently."""

import pytest

from tests.intake.word.making import (
    docx,
    field,
    filing,
    left,
    markdown,
    p,
    picture,
    r,
    table,
    text_box,
)

HEAD = p("Headline")
TEXT = HEAD + p("A first paragraph.") + p("A second one.")
ORDER = "EMBARGO: 5 May 2027, 10:00"
WHY = "it stands in the header or footer of its pages"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"

ORDERS = {
    "en": ORDER,
    "fr": "Sous embargo jusqu’au 5 mai 2027 à 10h00",
    "nl": "Onder embargo tot 5 mei 2027, 10.00 uur",
    "de": "Sperrfrist: 5. Mai 2027, 10:00 Uhr",
}


def core(inner: str) -> str:
    return f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}">{inner}</cp:coreProperties>'


def places(words: str) -> dict[str, bytes]:
    """A document for each place in which words can stand."""
    custom = f"<Properties><property><vt>{words}</vt></property></Properties>"
    files = ["word/media/image1.png"]
    return {
        "text": docx(HEAD + p(words) + p("Text.")),
        "header": docx(TEXT, {"header1": p(words)}),
        "second header": docx(TEXT, {"header1": p("Ministry"), "header2": p(words)}),
        "footer": docx(TEXT, {"footer1": p(words)}),
        "table in a header": docx(TEXT, {"header1": table(["a", words])}),
        "text box": docx(HEAD + p(r("Text.") + text_box(p(words)))),
        "text box in a header": docx(TEXT, {"header1": p(text_box(p(words)))}),
        "control": docx(HEAD + f"<w:sdt><w:sdtContent>{p(words)}</w:sdtContent></w:sdt>" + p("T.")),
        "footnote": docx(
            HEAD + p(r("Text.") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            {"footnotes": f'<w:footnote w:id="2">{p(words)}</w:footnote>'},
        ),
        "lost footnote": docx(TEXT, {"footnotes": f'<w:footnote w:id="2">{p(words)}</w:footnote>'}),
        "hidden": docx(TEXT + p(r(words, "<w:vanish/>"))),
        "hidden header": docx(TEXT, {"header1": p(r(words, "<w:vanish/>"))}),
        "title": docx(TEXT, {"docProps/core.xml": core(f"<dc:title>{words}</dc:title>")}),
        "subject": docx(TEXT, {"docProps/core.xml": core(f"<dc:subject>{words}</dc:subject>")}),
        "keywords": docx(TEXT, {"docProps/core.xml": core(f"<cp:keywords>{words}</cp:keywords>")}),
        "custom property": docx(TEXT, {"docProps/custom.xml": custom}),
        "alternative text": docx(
            TEXT + p(picture("p1", words)),
            related=[("p1", "image", "media/image1.png")],
            files=dict.fromkeys(files, b"\x89PNG\r\n\x1a\n"),
        ),
        "unknown element": docx(HEAD + p(r("Text.") + f"<w:unheard>{r(words)}</w:unheard>")),
        "field": docx(HEAD + p(r("Text.") + field(" DOCPROPERTY Note ", r(words)))),
        "lettering": docx(
            TEXT + p(f'<w:r><w:pict><v:textpath string="{words}"/></w:pict></w:r>')
        ),
    }  # fmt: skip


@pytest.mark.parametrize("language", ORDERS)
@pytest.mark.parametrize("place", places(""))
def test_an_embargo_holds_wherever_it_stands(place: str, language: str) -> None:
    found = filing(places(ORDERS[language])[place]).not_yet
    assert [str(one.embargo)[:16] for one in found] == ["2027-05-05 10:00"]


@pytest.mark.parametrize("place", places(""))
def test_a_bare_word_holds_wherever_it_stands(place: str) -> None:
    found = filing(places("EMBARGO")[place]).not_yet
    assert found
    assert all(one.embargo is None for one in found)


@pytest.mark.parametrize("place", places(""))
def test_nothing_holds_where_nothing_says_so(place: str) -> None:
    assert filing(places("Something else")[place]).not_yet == ()


def test_lines_of_headers_and_footers_are_named_or_kept() -> None:
    data = docx(
        TEXT,
        {
            "header1": p("Ministry of Samples\tOffice of Examples"),
            "footer1": p("Sample Street 1, 1000 Corvane"),
        },
    )
    found = filing(data)
    for line in ("Office of Examples", "Sample Street 1, 1000 Corvane"):
        assert any(line in kept for kept in (found.issuer, *(one.what for one in found.left_out)))
    assert markdown(data) == ["Headline", "A first paragraph.", "A second one."]


def test_the_header_s_reference_is_kept_or_named() -> None:
    data = docx(TEXT, {"header1": p("Press release 123/2027")})
    found = filing(data)
    assert bool(found.reference) != ("Press release 123/2027" in left(data))


@pytest.mark.parametrize(
    "words",
    [
        "Page 1 of 3",
        "Seite 1 von 3",
        "Page 1 sur 3",
        "Pagina 1 van 3",
        "- 2 -",
        "1/3",
        r("Page ") + field(" PAGE ", r("1")) + r(" of ") + field(" NUMPAGES ", r("3")),
        field(" PAGE \\* MERGEFORMAT ", r("1")),
    ],
)
def test_numbers_of_pages_are_nothing_to_speak_of(words: str) -> None:
    assert left(docx(TEXT, {"footer1": p(words)})) == {}


def test_a_line_that_the_text_says_too_is_not_named() -> None:
    data = docx(p("Headline") + p("A first paragraph."), {"header1": p("Headline")})
    assert left(data) == {}


def test_the_same_header_on_three_kinds_of_pages_is_named_once() -> None:
    data = docx(TEXT, {f"header{n}": p("www.samples.example/press") for n in (1, 2, 3)})
    assert len(filing(data).left_out) <= 1


def test_a_picture_in_a_header_is_named_and_not_attached() -> None:
    listed = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    image = f'<Relationship Id="p1" Type="{kind}" Target="media/logo.png"/></Relationships>'
    data = docx(
        TEXT,
        {"header1": p(picture("p1")), "word/_rels/header1.xml.rels": listed + image},
        files={"word/media/logo.png": b"\x89PNG\r\n\x1a\n"},
    )
    assert filing(data).files == ()
    assert left(data) == {"logo.png": "it is a picture in the header or footer of its pages"}


def test_every_line_of_a_header_is_heard_and_named_however_many_there_are() -> None:
    many = "".join(p(f"Line {chr(97 + n % 26) * (n // 26 + 1)}") for n in range(60))
    data = docx(TEXT, {"header1": many + p(ORDER)})
    assert [str(one.embargo)[:16] for one in filing(data).not_yet] == ["2027-05-05 10:00"]
    named = [one.what for one in filing(data).left_out if one.why == WHY]
    assert len(named) == 21
    assert named[-1] == "41 more"


def test_a_date_in_a_header_counts_where_the_text_has_none() -> None:
    dated = p("5 May 2027, 10:00") + HEAD + p("Text.")
    both = docx(dated, {"header1": p("1 May 2027")})
    assert str(filing(both).embargo)[:10] == "2027-05-05"
    assert left(both) == {"1 May 2027": WHY}
    assert str(filing(docx(TEXT, {"header1": p("1 May 2027")})).embargo)[:10] == "2027-05-01"
