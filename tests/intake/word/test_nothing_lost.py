"""Every word of a document is in the release or named: nothing is lost silently."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.word import test_odt as odf
from tests.intake.word.making import (
    GIVEN,
    docx,
    field,
    filing,
    item,
    left,
    level,
    markdown,
    numbering,
    p,
    r,
    table,
    text_box,
)

HEAD = p("Headline")
BR = "<w:r><w:br/></w:r>"
DONE = replace(GIVEN, accept_changes=True)
LISTS = {
    "numbering": numbering(
        level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "bullet", "•")
    )
}
PAGE = "it is the number of a page, and a release has no pages"
DRAWN = "it describes a drawing"


def shape(words: str) -> str:
    inner = f"<a:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></a:txBody>"
    return f"<w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r>"


def forms(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def described(attributes: str) -> str:
    return (
        f"<w:r><w:drawing><wp:inline><wp:docPr id='1' {attributes}/></wp:inline></w:drawing></w:r>"
    )


MATH = {
    "<m:f><m:num>{a}</m:num><m:den>{b}</m:den></m:f>": "a/b",
    "<m:sSup><m:e>{a}</m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>": "a²",
    "<m:sSub><m:e>{a}</m:e><m:sub>{b}</m:sub></m:sSub>": "a_b",
    "<m:rad><m:deg/><m:e>{a}</m:e></m:rad>": "√a",
    "<m:d><m:e>{a}</m:e></m:d>{b}": "(a)b",
}


@pytest.mark.parametrize("formula", MATH)
def test_a_formula_says_on_one_line_what_it_says_on_several(formula: str) -> None:
    a, b = ("<m:r><m:t>" + one + "</m:t></m:r>" for one in "ab")
    said = p(r("So ") + f"<m:oMath>{formula.format(a=a, b=b)}</m:oMath>")
    assert markdown(docx(HEAD + said))[1] == f"So {MATH[formula]}"


def test_words_in_a_shape_are_read_below_its_paragraph() -> None:
    assert markdown(docx(HEAD + p(r("T.") + shape("In a shape"))))[1:] == ["T.", "In a shape"]


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (described('title="A map of the Oll"'), {"A map of the Oll"}),
        (described('title="A map" descr="The Oll from above"'), {"A map", "The Oll from above"}),
        ('<w:r><w:pict><v:shape alt="A map"/></w:pict></w:r>', {"A map"}),
        ('<w:r><w:pict><v:rect o:alt="A map"/></w:pict></w:r>', {"A map"}),
    ],
)
def test_what_a_drawing_is_said_to_show_is_named(inner: str, words: set[str]) -> None:
    assert left(docx(HEAD + p(r("T.") + inner))) == dict.fromkeys(words, DRAWN)


def test_of_two_forms_one_is_read_and_what_the_other_alone_says_is_named() -> None:
    data = docx(HEAD + p(r("T. ") + forms(r("chosen words"), r("other words"))))
    assert markdown(data)[1] == "T. other words"
    assert left(data) == {"chosen words": "it is in another form of what is shown"}


def test_numbers_of_pages_are_named() -> None:
    data = docx(HEAD + p(r("See page ") + field(" PAGEREF _x ", r("12")) + r(" below.")))
    assert markdown(data)[1] == "See page below."
    assert left(data) == {"12": PAGE}
    found = odf.filing(odf.odt(odf.HEAD + odf.p("On <text:page-number>3</text:page-number>.")))
    assert [(one.what, one.why) for one in found.left_out] == [("3", PAGE)]


def test_a_day_that_word_writes_by_itself_and_a_note_that_is_not_there_are_named() -> None:
    runs = '<w:r><w:dayLong/></w:r><w:r><w:footnoteReference w:id="7"/></w:r>'
    assert left(docx(HEAD + p(r("T.") + runs))).keys() == {"w:dayLong", "a note"}


def test_lists_in_lists_stay_in_them_whatever_stands_before_their_items() -> None:
    body = item("One") + item("in", level=1) + item("deep", level=2) + item("Two")
    (listed,) = markdown(docx(HEAD + body, LISTS))[1:]
    assert listed == "1. One\n   - a) in\n     - deep\n2. Two"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("Mon 9-17", "Sat 10-14"), "Mon 9-17; Sat 10-14"),
        (("Ministry", "Quay 14", "1000 Corvane"), "Ministry; Quay 14; 1000 Corvane"),
        (("Number of", "ferries"), "Number of ferries"),
        (("Ends with a stop.", "Another"), "Ends with a stop. Another"),
        (("Tel.", "+32 2 555 01 17"), "Tel. +32 2 555 01 17"),
        (("Ann Muster", "+32 2 555 01 17"), "Ann Muster; +32 2 555 01 17"),
    ],
)  # fmt: skip
def test_lines_in_a_cell_do_not_run_together(lines: tuple[str, ...], words: str) -> None:
    for cell in (p(BR.join(map(r, lines))), "".join(map(p, lines))):
        (said,) = markdown(docx(HEAD + table(["a", cell], ["b", "c"])))[1:]
        assert f"| a | {words} |" in said


def test_a_cell_that_is_repeated_stands_as_often() -> None:
    row = (
        '<table:table-cell table:number-columns-repeated="2"><text:p>x</text:p>'
        "</table:table-cell><table:table-cell><text:p>y</text:p></table:table-cell>"
    )
    whole = f"<table:table><table:table-row>{row}</table:table-row></table:table>"
    assert "| x | x | y |" in odf.page(whole)[0]


WORDS = (f"wd{n}x" for n in range(10**9))


def _blocks(word: Iterator[str]) -> st.SearchStrategy[str]:
    """Blocks within blocks, each with words of its own."""

    def said() -> st.SearchStrategy[str]:
        return st.builds(lambda: next(word))

    inline = st.one_of(
        said().map(r),
        said().map(lambda w: r(w, "<w:vanish/>")),
        said().map(lambda w: f"<w:unheard>{r(w)}</w:unheard>"),
        said().map(lambda w: f"<w:smartTag>{r(w)}</w:smartTag>"),
        said().map(lambda w: field(" REF x ", r(w))),
        said().map(lambda w: field(" PAGE ", r(w))),
        said().map(shape),
        said().map(lambda w: f'<w:hyperlink w:anchor="x">{r(w)}</w:hyperlink>'),
        st.tuples(said(), said()).map(lambda two: forms(r(two[0]), r(two[1]))),
        said().map(lambda w: f'<w:ins w:author="A">{r(w)}</w:ins>'),
        said().map(lambda w: f'<w:del w:author="A"><w:r><w:delText>{w}</w:delText></w:r></w:del>'),
    )
    paragraph = st.lists(inline, min_size=1, max_size=3).map(lambda runs: p("".join(runs)))

    def within(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.one_of(
            st.tuples(inner, inner).map(table),
            inner.map(lambda one: p(text_box(one))),
            inner.map(lambda one: f"<w:sdt><w:sdtContent>{one}</w:sdtContent></w:sdt>"),
            inner.map(lambda one: f"<w:unheard>{one}</w:unheard>"),
        )

    return st.recursive(st.one_of(paragraph, said().map(item)), within, max_leaves=5)


@given(st.lists(_blocks(WORDS), min_size=1, max_size=4))
def test_every_word_is_shown_or_named(blocks: list[str]) -> None:
    body = "".join(blocks)
    found = filing(docx(HEAD + p("First.") + body, LISTS), DONE)
    shown = " ".join(block.markdown for block in found.blocks)
    named = " ".join(one.what for one in found.left_out)
    words = {one.split("<")[0] for one in body.replace(">", "> ").split() if one.startswith("wd")}
    assert not [one for one in words if one not in f"{shown} {named}"]
