"""Links in contact blocks: of those that only ask to write, the address counts."""

import pytest

from intake.contacts.blocks import take_contacts
from intake.reading import read
from press.contact import Contact
from tests.intake.word.making import docx, p, r

ASKING = (
    "Écrire",
    "Send a mail",
    "send a mail",
    "E-Mail schreiben",
    "Stuur een e-mail",
    "E-mail us",
)
CARD = ("Ada Muster", "Press officer", "02 555 01 01")
MAIL = "ada@press.example"


def only(text: str) -> Contact:
    left, (contact,) = take_contacts(text.split("\n"))
    assert not any(left)
    return contact


def is_read(contact: Contact) -> bool:
    said = (contact.name, contact.role, contact.phones, contact.emails)
    return said == ("Ada Muster", "Press officer", ("02 555 01 01",), (MAIL,))


@pytest.mark.parametrize("between", ["\n", "\n\n", "  \n"])
@pytest.mark.parametrize("words", [*ASKING, "**Écrire**"])
def test_of_a_link_that_asks_to_write_a_contact_has_the_address(words: str, between: str) -> None:
    assert is_read(only(between.join([*CARD, f"[{words}](mailto:{MAIL})"])))
    assert is_read(only(between.join([*CARD, f"[{words}](<mailto:{MAIL}?subject=Hi>)"])))


@pytest.mark.parametrize("words", ["Call", "Appeler", "Anrufen", "Bel"])
def test_of_a_link_that_asks_to_call_a_contact_has_the_number(words: str) -> None:
    ada = only(f"Ada Muster\nPress officer\n[{words}](tel:+3225550101) | [Écrire](mailto:{MAIL})")
    assert (ada.phones, ada.emails) == (("+3225550101",), (MAIL,))


@pytest.mark.parametrize("words", ASKING)
def test_of_such_a_link_in_a_page_and_a_document_a_contact_has_the_address(words: str) -> None:
    above = ("3 March 2099", "The bridge opens", "It opens at noon.", *CARD)
    linked = f'<w:hyperlink r:id="m1">{r(words)}</w:hyperlink>'
    related = [("m1", "hyperlink", f"mailto:{MAIL}")]
    document = docx("".join(map(p, above)) + p(linked), related=related)
    lines = "<br>".join([*CARD, f'<a href="mailto:{MAIL}">{words}</a>'])
    page = (
        f"<html><body><h1>The bridge opens</h1><p>It opens at noon.</p><p>{lines}</p></body></html>"
    )
    for name, data in (("a.docx", document), ("a.html", page.encode())):
        (filing,) = read(name, data, zone="Europe/Brussels", language="en").filings
        assert is_read(filing.contacts[0])


def test_the_name_that_leads_to_an_address_stays_a_name() -> None:
    ada = only(f"[Ada Muster](mailto:{MAIL})\nPress officer\n02 555 01 01")
    assert is_read(ada)
