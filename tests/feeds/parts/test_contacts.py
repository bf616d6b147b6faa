"""Contacts can be called, written to and visited, and nothing else."""

import pytest

from feeds.parts.contacts import contacts_html
from press.contact import Contact, ContactKind
from press.languages import Language
from tests.feeds.samples import PERSON, SERVICE

ENGLISH, FRENCH, ARABIC = Language("en"), Language("fr-BE"), Language("ar")


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("+999 2 555 01 00", "+99925550100"),
        ("+999 (0)2 555 01 00", "+99925550100"),
        ("02/555.01.00", "025550100"),
        ("(02) 555 01 00", "025550100"),
        ("+999\u00a02\u00a0555 01 00 (press)", "+99925550100"),
        ("02 555 01 00 / 17", "025550100"),
    ],
)
def test_a_telephone_number_can_be_called(number: str, dialled: str) -> None:
    contact = Contact(ContactKind.PERSON, "N", phones=(number,))
    assert f'<a href="tel:{dialled}" dir="ltr">{number}</a>' in contacts_html(
        [contact], ENGLISH, ENGLISH
    )


def test_the_newsroom_s_country_completes_a_link_and_leaves_what_people_read() -> None:
    contact = Contact(ContactKind.PERSON, "N", phones=("02/555.01.00",))
    section = contacts_html([contact], ENGLISH, ENGLISH, country="BE")
    assert '<a href="tel:+3225550100" dir="ltr">02/555.01.00</a>' in section


def test_contacts_are_links_under_a_heading() -> None:
    section = contacts_html([SERVICE, PERSON], FRENCH, FRENCH)
    assert section.startswith("<section><h2>Contacts presse</h2><address><strong>")
    assert '<a href="mailto:saskia.wendermolen@press.example">' in section
    assert '<a href="https://press.example">' in section
    assert "(P&amp;I)" in section
    assert contacts_html([], FRENCH, FRENCH) == ""


@pytest.mark.parametrize(
    ("language", "source", "address"),
    [
        (FRENCH, FRENCH, "<address>"),
        (FRENCH, ENGLISH, '<address lang="en" dir="ltr">'),
        (ENGLISH, ARABIC, '<address lang="ar" dir="rtl">'),
        # The newsroom has no Arabic sentences: its heading is English, as the contacts are here.
        (ARABIC, ENGLISH, "<address>"),
        (ARABIC, ARABIC, '<address lang="ar" dir="rtl">'),
    ],
)
def test_names_and_roles_are_in_the_language_of_the_original(
    language: Language, source: Language, address: str
) -> None:
    assert contacts_html([SERVICE, PERSON], language, source).count(address) == 2


def test_nothing_in_a_contact_is_markup_or_a_trap() -> None:
    contact = Contact(
        ContactKind.PERSON,
        "<b>N</b>\x0b",
        role="<i>",
        address=('"><script>',),
        phones=("<none>",),
        emails=("a@b.c?bcc=d", "<x> @y"),
        sites=("javascript:alert(1)", "www.press.example", 'a.b/"onclick="x'),
    )
    section = contacts_html([contact], ENGLISH, ENGLISH)
    assert "<b>" not in section
    assert "<script" not in section
    assert "\x0b" not in section
    assert 'href="mailto:a@b.c%3Fbcc%3Dd"' in section
    assert 'href="https://www.press.example"' in section
    assert 'href="javascript' not in section
    assert 'onclick="' not in section
