"""No number and no address is ever lost: it is with a contact, or still in the text."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.contacts.blocks import take_contacts
from intake.contacts.kept import are_kept
from press.contact import Contact, ContactKind
from tests.intake.contacts.people import FIRST, LAST, NUMBERS, ROLES

LABELS = (
    *("", "T ", "M ", "T: ", "M: ", "T : ", "Tel. ", "Tel.: ", "Tél. : ", "Portable : ", "GSM "),
    *("Mobil ", "Mobile: ", "Direct: ", "Tel. direct: ", "Tél. portable : ", "Phone (mobile): "),
    *("WhatsApp ", "WhatsApp: ", "after hours: ", "Fax ", "F ", "F: ", "Durchwahl ", "office "),
)
MAIL_LABELS = ("", "E ", "E: ", "E-mail: ", "Mail ", "Courriel : ", "mailto:")
GAPS = (" ", "  ", "\t", " | ", ", ", "; ", " / ", " - ", " – ", " or ", " und ", "\n", " (", ") ")


@pytest.mark.parametrize("second", ["M ", "M: ", "T: ", "Portable : ", "GSM ", "Tel. direct: "])
@pytest.mark.parametrize("first", ["T ", "M: ", "", "Tel. "])
def test_a_number_behind_another_and_its_label_is_not_lost(first: str, second: str) -> None:
    line = f"{first}+999 2 555 01 01 {second}+999 470 55 01 01"
    (person,) = take_contacts(["Anna Muster", line])[1]
    assert person.phones == ("+999 2 555 01 01", "+999 470 55 01 01")


def test_an_address_and_a_number_behind_it_with_their_labels_are_apart() -> None:
    line = "02 555 01 01 M 0470 55 01 01 E anna.muster@samples.example F 02 555 01 09"
    (person,) = take_contacts(["Anna Muster", line])[1]
    assert person.phones == ("02 555 01 01", "0470 55 01 01")
    assert person.emails == ("anna.muster@samples.example",)
    assert person.address == ("F 02 555 01 09",)


@st.composite
def cards(draw: st.DrawFn) -> str:
    """Names, labels and numbers in an order that somebody may write."""
    names = [
        f"{first} {last}" for first, last in zip(FIRST, draw(st.permutations(LAST)), strict=False)
    ]
    written = list[str]()
    for name in names[: draw(st.integers(1, 3))]:
        ways = [_way(draw) for _ in range(draw(st.integers(1, 4)))]
        roles = draw(st.lists(st.sampled_from(ROLES), max_size=1))
        for words in (name, *roles, *ways):
            written += [words, draw(st.sampled_from(GAPS))]
        written[-1] = draw(st.sampled_from(("\n", "\n\n", "; ", ", ", " ")))
    return "".join(written[:-1])


def _way(draw: st.DrawFn) -> str:
    figures = [f"{draw(st.integers(10, 99))}" for _ in range(2)]
    if draw(st.integers(0, 4)):
        return draw(st.sampled_from(LABELS)) + draw(st.sampled_from(NUMBERS)).format(*figures)
    return f"{draw(st.sampled_from(MAIL_LABELS))}press{figures[0]}@samples.example"


@settings(max_examples=400, deadline=None)
@given(cards())
def test_whatever_the_labels_are_no_number_and_no_address_is_lost(card: str) -> None:
    left, found = take_contacts(card.split("\n"))
    said = "\n".join([*left, *map(_said, found)])
    for written in re.findall(r"[^\s(]+@samples\.example", card):
        assert written.removeprefix("mailto:") in said
    groups = re.findall(r"\d+", said)
    assert all(group in groups for group in re.findall(r"\d+", card))


def _said(contact: Contact) -> str:
    ways: Sequence[str] = (*contact.address, *contact.phones, *contact.emails, *contact.sites)
    return "\n".join([contact.name, contact.role, *ways])


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("Tel. +999 2 555 01 01", True),
        ("+999 2 555 01 01 – 112", True),
        ("+999 2 555 01 01 / +999 2 555 01 02", False),
        ("+999 2 555 01", False),
        ("ANNA@samples.example", True),
        ("jane@samples.example", False),
        ("[jane@samples.example](mailto:anna@samples.example)", False),
        ("[Call us, 24/7](tel:+99925550102)", False),
        ("[+999 2 555 01 01](tel:+99925550101)", True),
    ],
)
def test_a_line_is_kept_where_its_numbers_and_addresses_are(line: str, is_kept: bool) -> None:
    phones = ("+999 2 555 01 01 (24/7)", "112")
    anna = Contact(
        ContactKind.PERSON, "Anna Muster", phones=phones, emails=("anna@samples.example",)
    )
    assert are_kept([line], [anna]) is is_kept


@pytest.mark.parametrize(
    "line",
    ["[Call us, 24/7](tel:+99925550102)", "[anna@samples.example](mailto:press@samples.example)"],
)
def test_what_a_link_hides_behind_other_words_is_not_lost(line: str) -> None:
    left, found = take_contacts(["Anna Muster", "Spokesperson", "02 555 01 01", line])
    said = "\n".join([*left, *map(_said, found)])
    hidden = re.findall(r"[\w.]+@[\w.]+|\+\d+", line)
    assert all(way in said for way in hidden)


@pytest.mark.parametrize(
    "lines",
    [
        ["Ada Muster", "02 555 01 01", "E-mail (until 2026): ada@samples.example"],
        ["Ada Muster", "02 555 01 01", "E-mail (text only, 1733): ada@samples.example"],
        ["Ada Muster, 02 555 01 01, Web (since 17.30): www.samples.example"],
    ],
)
def test_lines_with_figures_that_no_contact_has_room_for_stay_in_the_text(lines: list[str]) -> None:
    assert take_contacts(lines) == (lines, ())


def test_figures_at_the_ends_of_lines_are_kept_in_a_name_made_of_them() -> None:
    left, (desk,) = take_contacts(["Press desk 112", "24-hour service", "030 1234567"])
    assert not any(left)
    assert desk.name == "Press desk 112 24-hour service"
