"""Of mails that are passed on or answered, the one that is meant is read."""

import pytest

from intake.mail.looks import plain_subject
from press.errors import UnreadableFile
from tests.intake.mail.reports import TEXT, body, filed, mail, mixed, read

MARKS = {
    "gmail": "---------- Forwarded message ---------\nFrom: J <j@c.example>\n"
    "Date: Mon, 30 Nov 2026 at 10:40\nSubject: Ferries\nTo: A <a@c.example>\n\n",
    "gmail de": "---------- Weitergeleitete Nachricht ---------\nVon: J <j@c.example>\n"
    "Date: Mo., 30. Nov. 2026 um 10:40 Uhr\nSubject: Ferries\nTo: A <a@c.example>\n\n",
    "outlook": "From: J <j@c.example>\nSent: Monday, 30 November 2026 10:40\nTo: A\n"
    "Subject: Ferries\n\n",
    "outlook de": "________________________________\nVon: J <j@c.example>\nGesendet: Montag, 30. "
    "November 2026 10:40\nAn: A <a@c.example>\nBetreff: Ferries\n\n",
    "outlook fr": "De : J <j@c.example>\nEnvoyé : lundi 30 novembre 2026 10:40\nÀ : A\n"
    "Objet : Ferries\n\n",
    "outlook nl": "Van: J <j@c.example>\nVerzonden: maandag 30 november 2026 10:40\nAan: A\n"
    "Onderwerp: Ferries\n\n",
    "thunderbird": "-------- Forwarded Message --------\nSubject: \tFerries\nDate: \tMon, 30 Nov "
    "2026 10:40:00 +0100\nFrom: \tJ <j@c.example>\nTo: \tA <a@c.example>\n\n\n",
    "html of outlook": "**Von:** J <<j@c.example>>  \n**Gesendet:** Montag, 30. November 2026 "
    "10:40  \n**An:** A  \n**Betreff:** Ferries\n\n",
}
APPLE = """\
Begin forwarded message:

> From: J <j@c.example>
> Subject: Ferries
> Date: 30 November 2026 at 10:40:00 CET
> To: A <a@c.example>
>
"""
WROTE = {
    "en": "On 30 Nov 2026, at 11:20, Press office <r@p.example> wrote:",
    "fr": "Le lun. 30 nov. 2026 à 11:20, Press office <r@p.example> a écrit :",
    "de": "Am Mo., 30. Nov. 2026 um 11:20 Uhr schrieb Press office <r@p.example>:",
    "nl": "Op ma 30 nov 2026 om 11:20 schreef Press office <r@p.example>:",
    "two lines": "On Mon, Nov 30, 2026 at 11:20 AM Press office\n<r@p.example> wrote:",
}
QUOTED = "\n> Is there a text? Call +32 2 555 01 23.\n> \n> The desk\n"


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS.keys())
@pytest.mark.parametrize("subject", ["Fwd: Ferries", "WG: Ferries", "TR: Ferries", "Ferries"])
def test_the_text_of_a_mail_that_is_passed_on_is_the_release(mark: str, subject: str) -> None:
    found = filed(mail(f"For Thursday, thanks!\n\n{mark}{TEXT}", Subject=subject))
    assert body(found) == body(filed(mail(TEXT)))
    said = " ".join(one.what for one in found.left_out)
    assert "For Thursday, thanks!" in said
    assert "10:40" in said
    assert found.notes == ("the text is that of a mail which was passed on",)


def test_apple_quotes_what_it_passes_on() -> None:
    quoted = "".join(f"> {line}\n" for line in TEXT.splitlines())
    found = filed(mail(f"{APPLE}{quoted}\nSent from my iPhone\n", Subject="Fwd: Ferries"))
    assert body(found) == body(filed(mail(TEXT)))


def test_a_mail_passed_on_twice_is_read_in_the_end() -> None:
    twice = f"FYI\n\n{MARKS['gmail']}see below\n\n{MARKS['outlook de']}{TEXT}"
    assert body(filed(mail(twice, Subject="Fwd: WG: Ferries"))) == body(filed(mail(TEXT)))


def test_apple_quotes_the_line_that_says_who_wrote_it() -> None:
    found = filed(mail(f"{TEXT}\n> {WROTE['en']}\n> \n> Is there a text?\n", Subject="Re: a text?"))
    assert body(found) == body(filed(mail(TEXT)))


@pytest.mark.parametrize("wrote", WROTE.values(), ids=WROTE.keys())
def test_what_a_mail_quotes_of_another_is_cut_and_named(wrote: str) -> None:
    found = filed(mail(f"{TEXT}\n{wrote}\n{QUOTED}", Subject="Re: a text?"))
    assert body(found) == body(filed(mail(TEXT)))
    assert "555 01 23" not in str(found.contacts)
    assert any("Is there a text?" in one.what for one in found.left_out)


def test_an_answer_above_another_mail_is_the_release_if_it_is_one() -> None:
    found = filed(mail(f"{TEXT}\n{MARKS['outlook']}Is there a text?\n", Subject="RE: a text?"))
    assert body(found) == body(filed(mail(TEXT)))


@pytest.mark.parametrize("below", [f"{WROTE['en']}\n{QUOTED}", f"{MARKS['outlook']}Hello.\n"])
def test_a_short_answer_is_refused_with_advice(below: str) -> None:
    with pytest.raises(UnreadableFile, match="answers another mail"):
        read(mail(f"Thanks, that is fine.\n\n{below}", Subject="Re: a text?"))


def test_a_quotation_of_a_press_text_stays() -> None:
    letter = "\n\nOn 30 November 2026 the minister wrote:\n\n> The river belongs to us all.\n\nAnd"
    text = TEXT.replace("\n\n“", f"{letter} went on.\n\n“", 1)
    assert "> The river belongs to us all." in body(filed(mail(text)))


def test_a_memorandum_is_no_mail_within_a_mail_and_loses_no_line() -> None:
    text = f"From: the ministry\nDate: Monday\nTo: the media\nSubject: Ferries\n\n{TEXT}"
    found = filed(mail(text))
    assert found.headline == "Ferries"
    assert body(found) == body(filed(mail(f"Ferries\n\n{TEXT}")))
    lines = ["From: the ministry", "Date: Monday", "To: the media"]
    assert [one.what for one in found.left_out] == lines


def test_mails_that_are_attached_are_read_and_two_are_refused() -> None:
    note = ("text/plain", "", b"See attached.")
    inner = ("message/rfc822", "ferries.eml", mail(TEXT, Subject="Ferries tomorrow"))
    assert body(filed(mixed(note, inner))) == body(filed(mail(TEXT)))
    other = ("message/rfc822", "other.eml", mail("Other text", Subject="Trains"))
    with pytest.raises(UnreadableFile, match="“Ferries tomorrow” and “Trains”"):
        read(mixed(note, inner, other))


@pytest.mark.parametrize(
    ("subject", "plain"),
    [
        ("Fwd: [EXT] RE: Ferries", "Ferries"),
        ("WG: AW: Ferries", "Ferries"),
        ("[Corvane-Press] Ferries", "Ferries"),
        ("Re[2]: TR : Ferries", "Ferries"),
        ("Region: ferries", "Region: ferries"),
        ("Fwd:", "Fwd:"),
        ("", ""),
    ],
)
def test_a_subject_is_read_without_what_programs_put_before_it(subject: str, plain: str) -> None:
    assert plain_subject(subject) == plain
