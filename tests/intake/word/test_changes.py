"""Tracked changes and comments: never taken for settled unless somebody says so."""

import pytest

from intake.given import Given
from press.errors import UnreadableFile
from tests.intake.word.making import docx, filing, left, markdown, p, r, table

DONE = Given("Europe/Brussels", "en", accept_changes=True)
HEAD = p("Aid for twenty-four months")
BY = 'w:id="1" w:author="{}" w:date="2027-05-01T10:00:00Z"'


def ins(words: str, who: str = "Ann Muster") -> str:
    return f"<w:ins {BY.format(who)}>{r(words)}</w:ins>"


def gone(words: str, who: str = "Ann Muster") -> str:
    run = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f"<w:del {BY.format(who)}>{run}</w:del>"


def mark(kind: str) -> str:
    """A paragraph's end that is inserted or deleted."""
    return f"<w:rPr><w:{kind} {BY.format('Ann Muster')}/></w:rPr>"


def comment(words: str, who: str = "Bo Example", n: int = 1) -> str:
    return f'<w:comment w:id="{n}" w:author="{who}">{p(words)}</w:comment>'


SENTENCE = p(r("It lasts ") + gone("twelve") + ins("twenty-four") + r(" months."))
CHANGED = docx(HEAD + SENTENCE, {"comments": comment("Has the minister seen this?")})


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refusal:
        filing(data)
    return str(refusal.value)


def test_a_document_with_tracked_changes_is_refused_with_their_list() -> None:
    said = refused(CHANGED)
    assert (
        "Ann Muster deleted “twelve”; Ann Muster inserted “twenty-four”; "
        "Bo Example commented “Has the minister seen this?”" in said
    )
    assert "Accept or reject" in said
    assert "--accept-changes" in said


def test_of_many_changes_ten_are_named_and_the_others_counted() -> None:
    many = "".join(p(ins(f"word{n}")) for n in range(23))
    said = refused(docx(HEAD + many))
    assert "“word9”; and 13 more:" in said.replace(". Accept", ":")
    assert "word10" not in said


def test_of_each_change_a_few_words_are_named() -> None:
    said = refused(docx(HEAD + p(ins("one two three four five six seven eight nine ten"))))
    assert "“one two three four five six seven eight …”" in said


def test_what_one_hand_goes_on_with_is_one_change() -> None:
    said = refused(docx(HEAD + p(ins("twenty") + ins("-four") + r(" months"))))
    assert "inserted “twenty-four”." in said


def test_changes_that_are_taken_as_done_are_done_and_named() -> None:
    found = filing(CHANGED, DONE)
    assert found.blocks[1].markdown == "It lasts twenty-four months."
    assert {one.what: one.why for one in found.left_out} == {
        "twelve": "Ann Muster deleted it",
        "Has the minister seen this?": "it is a comment by Bo Example",
    }
    assert found.notes == (
        "Tracked changes were taken as done: Ann Muster inserted “twenty-four”.",
    )


def test_words_that_moved_are_where_they_moved_to() -> None:
    moved = r("A sentence.")
    body = (
        p(f"<w:moveFrom {BY.format('Ann')}>{moved}</w:moveFrom>" + r("First. "))
        + p(r("Second. ") + f"<w:moveTo {BY.format('Ann')}>{moved}</w:moveTo>")
    )  # fmt: skip
    assert "Ann moved away “A sentence.”; Ann moved here “A sentence.”" in refused(
        docx(HEAD + body)
    )
    assert markdown(docx(HEAD + body), DONE)[1:] == ["First.", "Second. A sentence."]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    body = p(r("It lasts"), looks=mark("del")) + p(r(" two years."))
    assert "deleted a paragraph break" in refused(docx(HEAD + body))
    assert markdown(docx(HEAD + body), DONE)[1:] == ["It lasts two years."]


def test_a_paragraph_that_is_deleted_is_gone() -> None:
    body = p(gone("Never mind."), looks=mark("del")) + p("What stays.")
    assert markdown(docx(HEAD + body), DONE)[1:] == ["What stays."]


def test_the_last_paragraph_keeps_its_words_though_its_end_is_deleted() -> None:
    body = p(r("Before a table"), looks=mark("del")) + table(["a", "b"])
    assert markdown(docx(HEAD + body), DONE)[1] == "Before a table"


def test_a_row_that_is_deleted_is_gone_and_named() -> None:
    row = f"<w:tr><w:trPr><w:del {BY.format('Ann')}/></w:trPr><w:tc>{p('old')}</w:tc></w:tr>"
    body = table(["a", "b"], ["c", "d"]).replace("</w:tbl>", f"{row}</w:tbl>")
    assert "Ann deleted “old”" in refused(docx(HEAD + body))
    assert "old" not in "".join(markdown(docx(HEAD + body), DONE))
    assert "old" in left(docx(HEAD + body), DONE)


def test_changes_of_looks_are_none() -> None:
    looks = f"<w:rPrChange {BY.format('Ann')}><w:rPr><w:b/></w:rPr></w:rPrChange>"
    pages = f"<w:pPrChange {BY.format('Ann')}><w:pPr/></w:pPrChange>"
    body = p(r("Text.", looks), looks=pages)
    assert markdown(docx(HEAD + body))[1:] == ["Text."]


@pytest.mark.parametrize("part", ["header1", "footer1", "footnotes", "endnotes"])
def test_a_change_anywhere_in_the_document_counts(part: str) -> None:
    inner = p(ins("until 5 May"))
    if part.endswith("notes"):
        inner = f'<w:{part[:-1]} w:id="2">{inner}</w:{part[:-1]}>'
    assert "inserted “until 5 May”" in refused(docx(HEAD + p("Text."), {part: inner}))


def test_a_change_in_a_text_box_a_link_or_a_control_counts() -> None:
    for wrapped in (
        f"<w:hyperlink>{ins('new')}</w:hyperlink>",
        f"<w:sdt><w:sdtContent>{ins('new')}</w:sdtContent></w:sdt>",
        f"<w:r><w:pict><w:txbxContent>{p(ins('new'))}</w:txbxContent></w:pict></w:r>",
    ):
        assert "inserted “new”" in refused(docx(HEAD + p(wrapped)))


def test_a_comment_without_words_is_none() -> None:
    empty = docx(HEAD + p("Text."), {"comments": comment("  ")})
    assert markdown(empty)[1:] == ["Text."]


def test_who_is_not_named_is_somebody() -> None:
    said = refused(docx(HEAD + p("<w:ins>" + r("new") + "</w:ins>")))
    assert "somebody inserted “new”" in said


def test_an_embargo_in_a_comment_holds_the_release() -> None:
    noted = docx(HEAD + p("Text."), {"comments": comment("Embargo until 5 May 2027, 10:00!")})
    (one,) = filing(noted, DONE).not_yet
    assert str(one.embargo).startswith("2027-05-05 10:00")


def test_a_deleted_embargo_is_deleted() -> None:
    body = p(gone("EMBARGO until 5 May 2027, 10:00"), looks=mark("del")) + p("Text.")
    found = filing(docx(HEAD + body), DONE)
    assert found.not_yet == ()
    assert "EMBARGO until 5 May 2027, 10:00" in {one.what for one in found.left_out}
