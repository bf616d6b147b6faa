"""Cards of press contacts, as an address book reads them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds import vcard
from press.contact import Contact, ContactKind
from press.text import clean
from tests.feeds.samples import PERSON, SERVICE, SITE, entry, text

ENTRY = replace(entry(text("en", "A headline", "Words.")), issuer="Ministry of Velmora, Corvane")
Card = list[tuple[str, str]]


def cards_of(document: bytes) -> list[Card]:
    """Read cards as RFC 2426 says: unfold, cut at the first colon, and nothing else."""
    assert document.endswith(b"\r\n")
    lines = document.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    cards = list[Card]()
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            cards.append([])
        elif name != "END":
            cards[-1].append((name, value))
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == len(cards)
    return cards


def parts_of(value: str) -> list[str]:
    """The parts of a value between its semicolons, without escapes (RFC 2426, 5)."""
    parts, letters = [""], iter(value)
    for letter in letters:
        if letter == "\\":
            escaped = next(letters)
            parts[-1] += "\n" if escaped in "nN" else escaped
        elif letter == ";":
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def values(card: Card, name: str) -> list[list[str]]:
    return [parts_of(value) for said, value in card if said.split(";")[0] == name]


def one_card(contact: Contact, country: str = "") -> Card:
    document = vcard.render(replace(ENTRY, contacts=(contact,)), replace(SITE, country=country))
    (card,) = cards_of(document)
    return card


@pytest.mark.promise(166)
def test_each_contact_of_a_release_is_a_card_of_its_own() -> None:
    office, person = cards_of(vcard.render(replace(ENTRY, contacts=(SERVICE, PERSON)), SITE))
    assert [value for name, value in office if name == "VERSION"] == ["3.0"]
    assert values(office, "FN") == values(office, "ORG") == [[SERVICE.name]]
    assert values(office, "ADR") == [["", "", "14 Quay of the Lanterns\n1000 Corvane", *[""] * 4]]
    assert values(office, "URL") == [["https://press.example"]]
    assert values(person, "FN") == [["Saskia Wendermolen"]]
    assert values(person, "N") == [["", "Saskia Wendermolen", "", "", ""]]
    assert values(person, "TITLE") == [["Deputy spokesperson"]]
    assert values(person, "ORG") == [["Ministry of Velmora, Corvane"]]
    assert values(person, "EMAIL") == [["saskia.wendermolen@press.example"]]
    assert values(person, "TEL") == [["+999470550117"]]


def test_a_person_works_for_the_office_that_signs_where_no_issuer_is_named() -> None:
    unsigned = replace(ENTRY, issuer="", contacts=(PERSON, SERVICE))
    assert values(cards_of(vcard.render(unsigned, SITE))[0], "ORG") == [[SERVICE.name]]
    assert (
        values(cards_of(vcard.render(replace(unsigned, contacts=(PERSON,)), SITE))[0], "ORG") == []
    )


@pytest.mark.promise(166)
@pytest.mark.parametrize(
    ("written", "country", "dialled"),
    [
        ("02/555.01.00", "BE", "+3225550100"),
        ("+32 (0)2 555 01 00", "", "+3225550100"),
        ("02 555 01 00", "", "025550100"),
        ("+32 2 555 01 00 ext. 17", "BE", "+3225550100 ext. 17"),
        ("on request; ask, please", "BE", "on request; ask, please"),
    ],
)
def test_a_number_is_one_that_any_telephone_dials(written: str, country: str, dialled: str) -> None:
    person = replace(PERSON, phones=(written,))
    assert values(one_card(person, country), "TEL") == [[dialled]]


def test_an_address_without_a_scheme_is_given_one() -> None:
    card = one_card(replace(SERVICE, sites=("press.example/a;b", "http://press.example")))
    assert [value for name, value in card if name.startswith("URL")] == [
        "https://press.example/a;b",
        "http://press.example",
    ]


WORDS = st.text(max_size=120)
CONTACTS = st.builds(
    Contact,
    kind=st.sampled_from(ContactKind),
    name=WORDS,
    role=WORDS,
    address=st.lists(WORDS, max_size=3).map(tuple),
    phones=st.lists(WORDS, max_size=2).map(tuple),
    emails=st.lists(WORDS, max_size=2).map(tuple),
    sites=st.lists(WORDS, max_size=2).map(tuple),
)


def on_a_line(words: str) -> str:
    return " ".join(clean(words).split())


@pytest.mark.promise(166)
@given(contact=CONTACTS)
def test_whatever_stands_in_a_contact_comes_back_out_of_its_card(contact: Contact) -> None:
    card = one_card(contact)
    assert values(card, "FN") == [[on_a_line(contact.name)]]
    assert values(card, "TITLE") == [[role]] if (role := on_a_line(contact.role)) else True
    assert values(card, "EMAIL") == [[on_a_line(one)] for one in contact.emails]
    lines = [line for line in map(on_a_line, contact.address) if line]
    assert [address[2] for address in values(card, "ADR")] == (["\n".join(lines)] if lines else [])
    assert len(values(card, "TEL")) == len(contact.phones)
    assert len([name for name, _ in card if name.startswith("URL")]) == len(contact.sites)


@pytest.mark.promise(166)
@given(contact=CONTACTS)
def test_no_line_of_a_card_is_longer_than_an_address_book_takes(contact: Contact) -> None:
    document = vcard.render(replace(ENTRY, contacts=(contact,)), SITE)
    for line in document.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no letter is cut in two
