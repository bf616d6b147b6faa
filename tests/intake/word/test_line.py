"""What is within a paragraph: nothing that Word shows is lost, nothing else comes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.word.docx import understood
from tests.intake.word.making import GIVEN, docx, field, filing, left, markdown, p, r, text_box

HEAD = p("Headline")
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def body(*runs: str) -> bytes:
    return docx(HEAD + p("".join(runs)))


def said(*runs: str) -> str:
    return "\n\n".join(markdown(body(*runs))[1:])


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        (r("in one") + r(" word"), "in one word"),
        (r("very ") + r("bold", "<w:b/>") + r(" words"), "very **bold** words"),
        (r("very ") + r("slanted", "<w:i/>") + r(" words"), "very *slanted* words"),
        (r("not ") + r("bold", '<w:b w:val="0"/>'), "not bold"),
        (r("bo", "<w:b/>") + r("ld", "<w:b/><w:sz w:val='40'/>"), "**bold**"),
        (r("10 m") + r("2", '<w:vertAlign w:val="superscript"/>'), "10 m²"),
        (r("CO") + r("2", '<w:vertAlign w:val="subscript"/>'), "CO₂"),
        (r("le 1") + r("er", '<w:vertAlign w:val="superscript"/>') + r(" mai"), "le 1er mai"),
        (r("soft") + "<w:r><w:softHyphen/></w:r>" + r("ware"), "software"),
        (r("soft\u00adware"), "software"),
        (r("e") + "<w:r><w:noBreakHyphen/></w:r>" + r("mail"), "e-mail"),
        (r("10\u00a0000 euros"), "10\u00a0000 euros"),
        (r("one") + "<w:r><w:cr/></w:r>" + r("two"), "one  \ntwo"),
        (r("one") + "<w:r><w:br/></w:r>" + r("two"), "one  \ntwo"),
        (r("one") + '<w:r><w:br/><w:br w:type="page"/></w:r>' + r("two"), "one\n\ntwo"),
        (r("price 5") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r("4"), "price 5≥4"),
        ('<w:r><w:sym w:font="Arial" w:char="20AC"/></w:r>' + r("5"), "€5"),
        (f"<w:smartTag>{r('tagged')}</w:smartTag>", "tagged"),
        (f"<w:customXml>{r('tagged')}</w:customXml>", "tagged"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('controlled')}</w:sdtContent></w:sdt>", "controlled"),
        (f'<w:dir w:val="rtl">{r("שלום")}</w:dir>', "שלום"),
        (f'<w:bdo w:val="rtl">{r("مرحبا")}</w:bdo>', "مرحبا"),
        (f'<w:fldSimple w:instr=" AUTHOR ">{r("A. Muster")}</w:fldSimple>', "A. Muster"),
        (field(" REF place \\h ", r("Annex 2")), "Annex 2"),
        (r("p. ") + field(" PAGE ", r("7")) + r("end"), "p. end"),
        (f"<w:r><w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>",
         "(kan)漢"),
        ("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", "a=b"),
        (r("a * b _ c # d [e](f)"), "a * b _ c # d [e\\](f)"),
    ],
)  # fmt: skip
def test_a_paragraph_says_what_word_shows(runs: str, words: str) -> None:
    text = understood(docx(HEAD + p(runs)), GIVEN).markdown
    assert text.removeprefix("Headline").strip() == words


LINKS = [
    (field(' HYPERLINK "https://x.example/a" ', r("the site")), "[the site](https://x.example/a)"),
    (
        field('HYPERLINK "https://x.example/a" \\o "A tip"', r("the site")),
        "[the site](https://x.example/a)",
    ),
    (
        field('HYPERLINK "https://x.example/a" \\l "part"', r("the site")),
        "[the site](https://x.example/a#part)",
    ),
    (field('HYPERLINK "mailto:a@x.example"', r("Ann")), "[Ann](mailto:a@x.example)"),
    (field('HYPERLINK \\l "part"', r("below")), "below"),
    (
        f"<w:fldSimple w:instr='HYPERLINK \"https://x.example/a\"'>{r('the site')}</w:fldSimple>",
        "[the site](https://x.example/a)",
    ),
    (f'<w:hyperlink r:id="l1">{r("the site")}</w:hyperlink>', "[the site](https://x.example/b)"),
    (
        f'<w:hyperlink r:id="l1" w:anchor="part">{r("the site")}</w:hyperlink>',
        "[the site](https://x.example/b#part)",
    ),
    (f'<w:hyperlink w:anchor="part">{r("below")}</w:hyperlink>', "below"),
    (f'<w:hyperlink r:id="gone">{r("the site")}</w:hyperlink>', "the site"),
]


@pytest.mark.parametrize(("runs", "words"), LINKS)
def test_links_lead_where_they_led(runs: str, words: str) -> None:
    data = docx(HEAD + p(runs), related=[("l1", "hyperlink", "https://x.example/b")])
    assert markdown(data)[1:] == [words]


@pytest.mark.parametrize("href", ["file:///C:/secret.docx", "javascript:alert(1)", "other.docx"])
def test_a_link_that_readers_cannot_open_is_named_and_its_words_stay(href: str) -> None:
    data = body(field(f'HYPERLINK "{href}"', r("the annex")))
    assert markdown(data)[1:] == ["the annex"]
    assert left(data) == {href: "it is a link to nothing that readers can open"}


def test_the_instruction_of_a_field_is_never_shown() -> None:
    inner = (
        MARK.format("begin") + r("nested") + MARK.format("separate") + r("x") + MARK.format("end")
    )
    data = body(
        MARK.format("begin") + "<w:r><w:instrText> IF </w:instrText></w:r>" + inner
        + MARK.format("separate") + r("result") + MARK.format("end")
    )  # fmt: skip
    assert markdown(data)[1:] == ["result"]
    assert set(left(data)) == {"nested", "x"}


def test_a_field_without_an_end_loses_nothing_silently() -> None:
    data = docx(HEAD + p(r("Before. ") + MARK.format("begin") + r("after")) + p("Last."))
    assert markdown(data)[1:] == ["Before."]
    assert {"after", "Last."} <= set(left(data))


def test_a_field_for_which_word_has_left_no_words_is_named() -> None:
    empty = MARK.format("begin") + "<w:r><w:instrText>EQ \\f(1;2)</w:instrText></w:r>"
    assert left(body(r("a"), empty + MARK.format("end"))) == {
        "EQ \\f(1;2)": "a field of Word for which it has left no words"
    }


@pytest.mark.parametrize(("ticked", "box"), [("<w:checked/>", "☒"), ("", "☐")])
def test_a_box_to_tick_is_shown_as_it_is(ticked: str, box: str) -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
        f"{ticked}</w:checkBox></w:ffData></w:fldChar></w:r>"
    )
    runs = f"{begin}<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>{MARK.format('end')}"
    assert said(runs, r(" agreed")) == f"{box} agreed"


def test_a_date_that_changes_by_itself_is_pointed_out() -> None:
    data = body(field(" DATE ", r("5 May 2027")))
    assert "It has a date that Word changes by itself" in "".join(filing(data).notes)


def test_words_that_are_struck_through_are_pointed_out() -> None:
    data = body(r("It costs ") + r("500", "<w:strike/>") + r(" 450 euros."))
    assert markdown(data)[1:] == ["It costs 500 450 euros."]
    assert "struck through are read like any others: “500”" in "".join(filing(data).notes)


def test_what_a_form_says_where_nobody_filled_it_in_is_named() -> None:
    empty = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}"
        "</w:sdtContent></w:sdt>"
    )
    data = body(r("Name: "), empty)
    assert markdown(data)[1:] == ["Name:"]
    assert left(data) == {"Click here": "it is what a form says where nobody has filled it in"}


def test_a_sign_that_no_letter_stands_for_is_named() -> None:
    data = body(r("a"), '<w:r><w:sym w:font="House Signs" w:char="F041"/></w:r>')
    assert markdown(data)[1:] == ["a"]
    assert "a sign of a font" in "".join(left(data).values())


def test_words_in_what_nobody_knows_are_named() -> None:
    data = body(r("Seen."), f"<w:unheard>{r('of this')}</w:unheard>")
    assert markdown(data)[1:] == ["Seen."]
    assert "of this" in left(data)


def test_a_text_box_is_read_once_below_its_paragraph() -> None:
    data = docx(HEAD + p(r("Anchor.") + text_box(p("Boxed.") + p("Twice."))) + p("Last."))
    assert markdown(data)[1:] == ["Anchor.", "Boxed.", "Twice.", "Last."]
    assert filing(data).notes == (
        "Text boxes are read below the paragraph beside which they stand.",
    )


def test_a_text_box_in_a_text_box_is_read_once() -> None:
    data = docx(HEAD + p(text_box(p(r("Outer.") + text_box(p("Inner."))))))
    assert markdown(data)[1:] == ["Outer.", "Inner."]


def test_letters_drawn_across_a_page_are_read() -> None:
    drawn = '<w:r><w:pict><v:shape><v:textpath string="EMBARGO"/></v:shape></w:pict></w:r>'
    assert filing(docx(HEAD + p(r("Text.") + drawn))).not_yet


WORDS = st.text("abc XY*_#<&>[]()|`~-1.", min_size=1, max_size=12).filter(str.strip)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "<w:b/>", "<w:i/>"])), min_size=1))
def test_whatever_the_words_are_they_come_through_once_and_in_order(
    runs: list[tuple[str, str]],
) -> None:
    text = understood(docx(p("".join(r(*run) for run in runs))), GIVEN)
    kept = "".join(block.words for block in text.blocks if hasattr(block, "words"))
    assert kept == "".join(words for words, _ in runs)
