"""What is put round a text is cut and named; whom to call, and what holds it back, never."""

import pytest

from tests.intake.mail.reports import TEXT, body, filed, mail

WITHOUT = TEXT.partition("\nPress contact")[0]
ROUND = {
    "en": "This e-mail is confidential and intended solely for the addressee.",
    "fr": "Ce message et ses pièces jointes sont confidentiels et destinés au seul destinataire.",
    "nl": "Dit bericht is vertrouwelijk en enkel bestemd voor de geadresseerde.",
    "de": "Diese E-Mail enthält vertrauliche Informationen. Sind Sie nicht der Adressat, löschen "
    "Sie sie bitte.",
    "phone": "Sent from my iPhone",
    "téléphone": "Envoyé de mon iPhone",
    "Telefon": "Von meinem iPhone gesendet",
    "telefoon": "Verzonden vanaf mijn iPhone",
    "paper": "Please consider the environment before printing this e-mail.",
    "virus": "Virus-free. www.scanner.example",
    "list": "To unsubscribe from these mails write to leave@lists.example",
}


@pytest.mark.parametrize("end", ROUND.values(), ids=ROUND.keys())
def test_what_stands_below_a_text_is_cut_and_named(end: str) -> None:
    found = filed(mail(f"{TEXT}\n{end}\n"))
    assert body(found) == body(filed(mail(TEXT)))
    assert [one.what for one in found.left_out] == [end]


@pytest.mark.parametrize("end", ROUND.values(), ids=ROUND.keys())
def test_what_stands_below_a_text_is_no_part_of_a_contact(end: str) -> None:
    assert filed(mail(f"{TEXT}\n{end}\n")).contacts == filed(mail(TEXT)).contacts


def test_a_signature_is_cut_where_the_text_says_whom_to_call() -> None:
    found = filed(mail(f"{TEXT}\n-- \nAda Quill\nIntern, +49 171 0000001\n"))
    assert [one.name for one in found.contacts] == ["Jonas Feld"]
    assert "+49 171 0000001" not in body(found)
    assert any("+49 171 0000001" in one.what for one in found.left_out)


def test_a_signature_is_whom_to_call_where_the_text_says_nobody() -> None:
    found = filed(mail(f"{WITHOUT}\n-- \nJonas Feld, spokesperson\n+49 30 901820 17\n"))
    (contact,) = found.contacts
    assert (contact.name, contact.phones) == ("Jonas Feld", ("+49 30 901820 17",))
    assert "whom to call was read in the mail's signature" in found.notes


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear colleagues,\n\nPlease find our press release below.\n\n",
        "Bonjour,\n\nVeuillez trouver ci-dessous notre communiqué.\n\n",
        "Sehr geehrte Damen und Herren,\n\nnachfolgend unsere Pressemitteilung.\n\n",
        "Beste collega’s,\n\nHieronder ons persbericht.\n\n",
    ],
)
def test_a_greeting_is_not_the_headline(greeting: str) -> None:
    found = filed(mail(greeting + TEXT))
    assert body(found) == body(filed(mail(TEXT)))
    assert found.left_out


def test_a_paragraph_that_speaks_of_mails_stays() -> None:
    more = "This e-mail went to all households, the ministry said, and it was read by many.\n\n"
    text = TEXT.replace("“The", f"{more}“The", 1)
    assert more.strip() in body(filed(mail(text)))
