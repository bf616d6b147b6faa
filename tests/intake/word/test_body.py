"""Paragraphs, headings, lists, tables and notes of Word documents."""

import pytest

from intake.word.docx import understood
from press.text import Kind
from tests.intake.word.making import (
    GIVEN,
    PIXEL,
    docx,
    filing,
    item,
    left,
    level,
    markdown,
    numbering,
    p,
    picture,
    r,
    style,
    table,
)

HEAD = p("Headline", "T")
TITLE = style("T", "Title")
BULLETS = numbering(*[level(n, "bullet", "•") for n in range(9)], lists=2)
NUMBERS = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), lists=2)


def page(body: str, **parts: str) -> list[str]:
    parts = {**parts, "styles": TITLE + parts.get("styles", "")}
    text = understood(docx(HEAD + body, parts), GIVEN).markdown
    return text.removeprefix("# Headline").strip().split("\n\n")


@pytest.mark.parametrize(
    ("called", "marks"),
    [
        ("Title", "# "),
        ("heading 1", "# "),
        ("Heading 1", "# "),
        ("Titel", "# "),
        ("Titre", "# "),
        ("Überschrift 1", "# "),
        ("Kop 1", "# "),
        ("Titre 1", "# "),
        ("heading 2", "## "),
        ("Überschrift 2", "## "),
        ("Titre 2", "## "),
        ("Kop 2", "## "),
        ("heading 9", "###### "),
        ("Quote", "> "),
        ("Intense Quote", "> "),
        ("Zitat", "> "),
        ("Citation", "> "),
        ("Citaat", "> "),
        ("Subtitle", ""),
        ("Caption", ""),
        ("Normal", ""),
        ("Titles of honour", ""),
    ],
)
def test_styles_are_known_in_four_languages(called: str, marks: str) -> None:
    data = docx(p("Words", "S"), {"styles": style("S", called)})
    assert understood(data, GIVEN).markdown.strip() == f"{marks}Words"


def test_a_house_style_is_what_it_is_based_on() -> None:
    styles = style("House", "Press title", '<w:basedOn w:val="H"/>') + style("H", "heading 1")
    assert understood(docx(p("Words", "House"), {"styles": styles}), GIVEN).markdown == "# Words"


def test_a_style_or_a_paragraph_with_a_place_in_the_outline_is_a_heading() -> None:
    outline = '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    assert page(p("Words", "S"), styles=style("S", "House", outline)) == ["### Words"]
    assert page(p("Words", looks='<w:outlineLvl w:val="0"/>')) == ["## Words"]


def test_below_a_title_headings_are_of_the_next_level() -> None:
    styles = style("A", "heading 1") + style("B", "heading 2")
    assert page(p("One", "A") + p("Two", "B"), styles=styles) == ["## One", "### Two"]


def test_the_first_of_several_headings_is_the_headline() -> None:
    data = docx(
        p("One", "A") + p("Two", "A") + p("Three", "A"), {"styles": style("A", "heading 1")}
    )
    assert understood(data, GIVEN).markdown.split("\n\n") == ["# One", "## Two", "## Three"]
    assert filing(data).headline == "One"


def test_the_looks_of_a_style_are_not_marked_in_headings_and_quotations() -> None:
    bold, slanted = "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"
    styles = style("A", "heading 1", bold) + style("Q", "Quote", slanted) + style("B", "Lead", bold)
    assert page(p("One", "A") + p("Two", "Q") + p("Three", "B"), styles=styles) == [
        "## One",
        "> Two",
        "**Three**",
    ]


def test_bullets_may_lie_within_each_other() -> None:
    body = item("one") + item("two", level=1) + item("three", level=4) + item("four")
    assert page(body, numbering=BULLETS) == ["- one\n  - two\n    - three\n- four"]


def test_a_list_counts_as_word_counts() -> None:
    assert page(item("one") + item("two"), numbering=NUMBERS) == ["1. one\n2. two"]


def test_a_list_that_goes_on_after_a_paragraph_keeps_its_numbers() -> None:
    body = item("one") + item("two") + p("Between.") + item("three")
    (*_, last) = page(body, numbering=NUMBERS)
    assert last.replace("\\", "") == "3. three"


def test_numbers_that_no_web_page_writes_are_kept_as_words() -> None:
    letters = numbering(level(0, "lowerLetter", "(%1)"), level(1, "upperRoman", "§ %2"))
    body = item("one") + item("two") + item("deep", level=1)
    assert [line.replace("\\", "") for line in page(body, numbering=letters)] == [
        "(a) one",
        "(b) two",
        "§ I deep",
    ]
    starts = numbering(level(0, "decimal", "%1.", start=4))
    assert page(item("four"), numbering=starts)[0].replace("\\", "") == "4. four"


def test_a_numbered_heading_keeps_its_number() -> None:
    numbered = item("Scope", name="A") + p("Text.") + item("Terms", name="A")
    headings = page(numbered, styles=style("A", "heading 1"), numbering=NUMBERS)
    assert [line.replace("\\", "") for line in headings] == ["## 1. Scope", "Text.", "## 2. Terms"]


def test_a_list_may_be_in_the_style_and_an_empty_item_counts() -> None:
    inner = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = p("one", "L") + p("<w:r/>", "L") + p("three", "L")
    first, last = page(body, styles=style("L", "List Number", inner), numbering=NUMBERS)
    assert (first, last.replace("\\", "")) == ("1. one", "3. three")


def test_no_list_is_made_of_what_has_none() -> None:
    body = item("one", list_id=0) + item("two", list_id=77)
    assert page(body, numbering=NUMBERS) == ["one", "two"]


def test_a_table_is_a_table() -> None:
    head = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
    body = f"<w:tbl>{head}<w:tc>{p('b')}</w:tc></w:tr></w:tbl>".replace(
        "</w:tbl>", table(["1", "2"]).removeprefix("<w:tbl>")
    )
    assert page(body) == ["| a | b |\n| --- | --- |\n| 1 | 2 |"]


def test_no_word_is_lost_where_cells_are_merged() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("wide")}</w:tc>'
    tall = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("tall")}</w:tc>'
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc>"
    body = table([wide, "c"], [tall, "d", "e"], [below, "f", "g"])
    (made,) = page(body)
    assert len({line.count("|") for line in made.split("\n")}) == 1
    for word in ("wide", "c", "tall", "d", "e", "f", "g"):
        assert made.count(f" {word} ") >= 1


def test_words_in_a_cell_that_goes_on_from_above_are_kept() -> None:
    tall = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("tall")}</w:tc>'
    odd = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('odd')}</w:tc>"
    assert "odd" in page(table([tall, "d"], [odd, "f"]))[0]


def test_a_frame_of_one_column_is_paragraphs() -> None:
    body = table([p("One.") + item("two")], ["Three."])
    assert page(body, numbering=BULLETS) == ["One.", "- two", "Three."]


def test_a_table_within_a_table_is_read_as_lines() -> None:
    inner = table(["x", "y"], ["1", "2"])
    data = docx(HEAD + table(["a", inner + p("end")]), {"styles": TITLE})
    (made,) = markdown(data)[1:]
    assert [word in made for word in ("a", "x, y;", "1, 2;", "end")] == [True] * 4
    assert filing(data).notes == ("A table within a table is read as lines, one a row.",)


def note(kind: str, n: int, words: str, of: str = "normal") -> str:
    return f'<w:{kind} w:id="{n}" w:type="{of}">{p(words)}</w:{kind}>'


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_stands_below_the_paragraph_that_refers_to_it(kind: str) -> None:
    sign = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    notes = note(kind, 0, "line", "separator") + note(kind, 2, "Source: Example Institute.")
    data = docx(HEAD + p(r("A third") + sign + r(" more.")) + p("Last."), {f"{kind}s": notes})
    said = [line.replace("\\", "") for line in markdown(data)[1:]]
    assert said == ["A third[1] more.", "[1] Source: Example Institute.", "Last."]
    assert left(data) == {}


def test_every_note_stands_below_its_own_paragraph() -> None:
    signs = [f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(6)]
    body = "".join(p(r(f"Paragraph {n}") + sign) for n, sign in enumerate(signs))
    notes = "".join(note("footnote", n, f"Note {n}.") for n in range(6))
    said = markdown(docx(HEAD + body, {"footnotes": notes}))[1:]
    assert [line.replace("\\", "") for line in said] == [
        line for n in range(6) for line in (f"Paragraph {n}[{n + 1}]", f"[{n + 1}] Note {n}.")
    ]


def test_a_note_in_a_list_stands_below_the_list() -> None:
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    parts = {"footnotes": note("footnote", 2, "A note."), "numbering": BULLETS}
    said = markdown(docx(HEAD + item(r("one") + sign) + item("two") + p("Last."), parts))
    assert [line.replace("\\", "") for line in said[1:]] == [
        "- one[1]\n- two",
        "[1] A note.",
        "Last.",
    ]


def test_a_note_that_nothing_refers_to_is_named() -> None:
    data = docx(HEAD + p("Text."), {"footnotes": note("footnote", 2, "Lost.")})
    assert left(data) == {"Lost.": "it is a note to which nothing in the text refers"}


def test_empty_lines_within_a_paragraph_part_paragraphs() -> None:
    lines = "<w:r><w:br/></w:r>".join([r("one"), r("two"), "", r("three", "<w:b/>")])
    assert page(p(lines)) == ["one  \ntwo", "**three**"]


def test_pictures_become_files_with_what_they_show() -> None:
    data = docx(
        HEAD + p("Text.") + p(picture("p1", "A hall,  full")) + p(picture("p2")),
        related=[("p1", "image", "media/image1.png"), ("p2", "image", "media/image2.emf")],
        files={"word/media/image1.png": PIXEL, "word/media/image2.emf": b"\1\0\0\0"},
    )
    (file,) = filing(data).files
    assert (file.name, file.data, file.alt) == ("image1.png", PIXEL, "A hall, full")
    assert "image2.emf cannot be attached" in left(data)["image2.emf"]


def test_a_picture_that_is_not_in_the_file_is_named() -> None:
    data = docx(HEAD + p(picture("p1")), related=[("p1", "image", "media/gone.png")])
    assert left(data) == {"word/media/gone.png": "it is a picture that is not in the file"}


def test_the_strict_form_of_the_format_is_read_too() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{usual}"><w:body>{HEAD}{p("Text.")}</w:body></w:document>'
    content = {"word/document.xml": body.replace(usual, strict).encode()}
    data = docx("", {"styles": TITLE}, files=content)
    assert markdown(data) == ["Headline", "Text."]


def test_the_language_of_its_words_is_likely_where_they_read_like_it() -> None:
    german = p(r("Das Museum wird heute in Corvane für alle eröffnet.", '<w:lang w:val="de-AT"/>'))
    assert filing(docx(HEAD + german)).likely == "de"
    wrong = german.replace("de-AT", "fr-FR")
    assert filing(docx(HEAD + wrong)).likely is None


def test_every_paragraph_of_a_list_is_a_block_of_one_list() -> None:
    found = filing(docx(HEAD + item("one") + item("two"), {"numbering": BULLETS})).blocks
    assert [block.kind for block in found] == [Kind.HEADLINE, Kind.LIST]
