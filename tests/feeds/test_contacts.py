"""Contacts can be called, written to and visited, and nothing else."""

import pytest

from feeds.html import contacts_html
from press.contact import Contact, ContactKind
from tests.feeds.samples import PERSON, SERVICE


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("+32 2 501 81 11", "+3225018111"),
        ("+32 (0)2 501 81 11", "+3225018111"),
        ("02/501.81.11", "025018111"),
        ("(02) 501 81 11", "025018111"),
        ("+32\u00a02\u00a0501 81 11 (pers)", "+3225018111"),
        ("02 501 81 11 / 17", "025018111"),
    ],
)
def test_a_telephone_number_can_be_called(number: str, dialled: str) -> None:
    contact = Contact(ContactKind.PERSON, "N", phones=(number,))
    assert f'<a href="tel:{dialled}" dir="ltr">{number}</a>' in contacts_html([contact], "en")


def test_contacts_are_links_under_a_heading() -> None:
    section = contacts_html([SERVICE, PERSON], "fr")
    assert section.startswith("<section><h2>Contacts presse</h2><address>")
    assert '<a href="mailto:florinda.baleci@example.org">' in section
    assert '<a href="http://diplomatie.belgium.be">' in section
    assert "(P&amp;C/P)" in section
    assert contacts_html([], "fr") == ""


def test_nothing_in_a_contact_is_markup_or_a_trap() -> None:
    contact = Contact(
        ContactKind.PERSON,
        "<b>N</b>\x0b",
        role="<i>",
        address=('"><script>',),
        phones=("<none>",),
        emails=("a@b.c?bcc=d", "<x> @y"),
        sites=("javascript:alert(1)", "www.belgium.be", 'a.b/"onclick="x'),
    )
    section = contacts_html([contact], "en")
    assert "<b>" not in section
    assert "<script" not in section
    assert "\x0b" not in section
    assert 'href="mailto:a@b.c%3Fbcc%3Dd"' in section
    assert 'href="https://www.belgium.be"' in section
    assert 'href="javascript' not in section
    assert 'onclick="' not in section
