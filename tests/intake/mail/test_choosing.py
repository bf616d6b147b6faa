"""Which of a mail's texts is the release is certain, or asked for."""

import pytest

from press.errors import UnreadableFile
from tests.intake.mail.reports import TEXT, body, filed, mail, mixed, read
from tests.press.releases.test_dimensions import jpeg, png

TXT = ("text/plain; charset=utf-8", "release.txt", TEXT.encode())
NOTE = ("text/plain", "", b"Please find attached our press release.")
LONG = TEXT + "\n" + "The quay was built by the town of Muster and its neighbours. " * 20
PDF = ("application/pdf", "release.pdf", b"%PDF-1.7")
DOC = (
    "application/msword",
    "release.doc",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"),
)


def test_a_text_that_is_attached_to_a_note_is_the_release() -> None:
    found = filed(mixed(NOTE, TXT))
    assert body(found) == body(filed(mail(TEXT)))
    assert [one.why for one in found.left_out] == ["it is what was said with release.txt"]


def test_a_text_that_is_attached_wins_over_a_long_one_and_says_so() -> None:
    found = filed(mixed(("text/plain; charset=utf-8", "", LONG.encode()), TXT))
    assert body(found) == body(filed(mail(TEXT)))
    assert any("the text is that of release.txt" in note for note in found.notes)


def test_two_texts_are_refused_by_name() -> None:
    with pytest.raises(UnreadableFile, match=r"release\.txt and fr\.txt: send a mail for each"):
        read(mixed(NOTE, TXT, ("text/plain", "fr.txt", b"Titre\n\nTexte")))


@pytest.mark.parametrize(("file", "kind"), [(PDF, "a PDF document"), (DOC, "an old Word document")])
def test_a_note_with_a_document_that_is_not_read_is_refused(
    file: tuple[str, str, bytes], kind: str
) -> None:
    with pytest.raises(UnreadableFile, match=f"{file[1]} is {kind}"):
        read(mixed(NOTE, file))
    with pytest.raises(UnreadableFile, match=kind):
        read(mixed(file))


def test_a_text_that_cannot_be_read_is_refused_by_name_where_a_note_is_all_there_is() -> None:
    with pytest.raises(UnreadableFile, match=r"of what is attached, release\.docx: it "):
        read(mixed(NOTE, ("application/octet-stream", "release.docx", b"PK\x03\x04 broken")))


def test_a_text_with_a_pdf_keeps_its_words_and_the_pdf() -> None:
    found = filed(mixed(("text/plain; charset=utf-8", "", TEXT.encode()), PDF))
    assert (found.headline[:7], [file.name for file in found.files]) == ("Corvane", ["release.pdf"])


LONG_FIRST = "From Thursday on, ferries cross the Oll between Muster and Nordhaven again. " * 5


@pytest.mark.parametrize(
    "subject", ["Fwd: [EXT] Ferries again", "EMBARGO 3 December 2026, 10:00 - Ferries again"]
)
def test_the_subject_is_the_headline_where_the_text_has_none(subject: str) -> None:
    found = filed(mail(f"{LONG_FIRST}\n\nThey carry bicycles.\n", Subject=subject))
    assert found.headline == "Ferries again"
    assert LONG_FIRST.strip() in body(found)


def test_a_headline_of_its_own_wins_over_the_subject() -> None:
    assert filed(mail(TEXT, Subject="Something else")).headline.startswith("Corvane opens")


def test_no_text_at_all_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="holds no text"):
        read(mail("\n\n"))


def test_files_are_kept_and_what_cannot_be_attached_is_named() -> None:
    found = filed(
        mixed(
            ("text/plain; charset=utf-8", "", TEXT.encode()),
            ("image/jpeg", "a.jpg", jpeg(1600, 900)),
            ("image/jpeg", "a.jpg", jpeg(800, 600)),
            ("application/zip", "all.zip", b"PK\x03\x04"),
            ("image/png", "count.png", png(1, 1)),
            ("application/ms-tnef", "winmail.dat", b"x"),
            ("application/x-sh", "../../etc/run.sh", b"#!/bin/sh"),
        )
    )
    assert [file.name for file in found.files] == ["a.jpg", "a-2.jpg"]
    named = {one.what: one.why for one in found.left_out}
    assert set(named) == {"all.zip", "count.png", "winmail.dat", "../../etc/run.sh"}
    assert "too small" in named["count.png"]


def test_flowed_lines_are_one_paragraph() -> None:
    flowed = "Headline of \na text\n\nOne \ntwo.\n\n>> quoted \n>> on\n-- \nX\n"
    found = filed(mail(flowed, Content_Type="text/plain; format=flowed"))
    assert body(found).startswith("Headline of a text\nOne two.")


def test_the_html_is_read_where_it_says_more() -> None:
    html = "<h1>Ferries cross again</h1><ul><li>by day</li><li>by night</li></ul>"
    both = (
        "--b\nContent-Type: text/plain\n\nFerries cross again\n\nby day by night\n"
        f"--b\nContent-Type: text/html\n\n{html}\n--b--\n"
    )
    found = filed(mail(both, Content_Type="multipart/alternative; boundary=b"))
    assert "- by day\n- by night" in body(found)


def test_a_mail_is_known_by_its_name_or_by_all_of_it() -> None:
    assert filed(mail(TEXT)).identity == "mail:corvane.example:1@corvane.example"
    unnamed = filed(mail(TEXT, Message_ID="", X_Mailer="x")).identity
    assert unnamed.startswith("mail:corvane.example:sha256:")
    assert unnamed != filed(mail(TEXT, Message_ID="", X_Mailer="y")).identity


def test_nobody_takes_the_name_of_anothers_mail() -> None:
    ours, theirs = filed(mail(TEXT)), filed(mail(TEXT, From="x@muster.example"))
    assert theirs.identity == "mail:muster.example:1@corvane.example"
    assert ours.identity == filed(mail(TEXT, From="Ada <ADA@Corvane.Example>")).identity
