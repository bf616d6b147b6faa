"""Whatever the readers of mails say of them has words in the languages of answers."""

from collections.abc import Iterator

import pytest

from newsroom.telling.writing.answer import quoted_in
from press.errors import Refusal
from press.releases.outcome import outcome_of
from press.releases.release import Filing
from press.telling.reasons import IN_ENGLISH, say_reason
from tests.intake.mail.reports import TEXT, filed, mail, mixed
from tests.intake.mail.test_not_yet import BEFORE, PLACES
from tests.intake.word.making import docx, field, p, r
from tests.intake.word.test_changes import comment, gone
from tests.intake.word.test_nothing_lost import described, forms

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NOTE = ("text/plain", "", b"Please find attached our release.")
HEAD = p("Corvane opens its river")
KINDS = {
    "a.pdf": b"%PDF-1.7",
    "a.rtf": b"{\\rtf1 a}",
    "a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
    "a.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"),
}
CHANGED = docx(HEAD + p(gone("Old")), {"comments": comment("Why?")})
REFUSED = {
    **{name: mixed(NOTE, ("application/octet-stream", name, data)) for name, data in KINDS.items()},
    "changes": mixed(NOTE, (WORD, "a.docx", CHANGED)),
    "macros": mixed(NOTE, (WORD, "a.docx", docx(HEAD, files={"word/vbaProject.bin": b"x"}))),
    "damaged": mixed(NOTE, (WORD, "a.docx", docx(HEAD)[:-30])),
    "no words": mixed(NOTE, (WORD, "a.docx", docx(p(r(" "))))),
    "several texts": mixed(NOTE, (WORD, "a.docx", docx(HEAD)), (WORD, "b.docx", docx(HEAD))),
    "no text": mail(" \n"),
    "encrypted": mail("x", Content_Type="application/pkcs7-mime"),
    "only an answer": mail(
        "Yes.\n\nOn 30 Nov 2026, at 10:12, Jane <jane@x.example> wrote:\n> Shall we?\n",
        Subject="Re: text",
    ),
    "no headline": mail("IP/26/1234\n"),
}  # fmt: skip


def reasons(filing: Filing) -> Iterator[str]:
    """All that an answer would quote."""
    yield outcome_of(filing, None, BEFORE, publish=False).why
    yield from (one.why for one in filing.left_out)
    yield from filing.notes


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_a_refusal_has_words_in_every_language(data: bytes) -> None:
    with pytest.raises(Refusal) as refusal:
        filed(data)
    for code, marked in IN_ENGLISH.items():
        said = say_reason(code, str(refusal.value).rstrip("."))
        assert marked.format(why="").strip() not in said


@pytest.mark.parametrize("data", PLACES.values(), ids=PLACES.keys())
def test_what_is_left_out_and_noted_has_words_in_every_language(data: bytes) -> None:
    for why in reasons(filed(data)):
        for code, marked in IN_ENGLISH.items():
            assert marked.format(why="").strip() not in say_reason(code, why)


def test_what_is_left_out_of_a_document_has_words_in_every_language() -> None:
    number = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    runs = (
        *(r("T."), r("hidden", "<w:vanish/>"), number, described('title="A map"')),
        *(field(" PAGE ", r("3")), forms(r("one"), r("two")), f"<w:unheard>{r('x')}</w:unheard>"),
        *("<w:r><w:dayLong/></w:r>", "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>"),
    )
    whole = docx(HEAD + p("".join(runs)), {"footer1": p("Ministry of Waters, house 4")})
    found = filed(mixed(NOTE, (WORD, "a.docx", whole)))
    assert len(found.left_out) > 6
    for why in reasons(found):
        for code, marked in IN_ENGLISH.items():
            assert marked.format(why="").strip() not in say_reason(code, why)


def test_what_holds_a_mail_back_has_words_in_every_language() -> None:
    orders = ("Embargo", "Embargo until the vote", "Embargo until Thursday 10:00", "Embargo 5 May")
    for order in (*orders, "Not for publication"):
        for why in reasons(filed(mail(f"{TEXT}", Subject=order))):
            assert "(en anglais)" not in say_reason("fr", why)


def test_words_of_a_mail_stand_in_the_quotation_marks_of_the_answer() -> None:
    said = [quoted_in(code, "Kai") for code in ("en", "fr", "nl", "de")]
    assert said == ["“Kai”", "«\u00a0Kai\u00a0»", "“Kai”", "„Kai“"]
