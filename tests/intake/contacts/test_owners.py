"""A number is never put under the wrong person, whatever shape the contacts have."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.contacts.blocks import take_contacts
from press.contact import ContactKind
from tests.intake.contacts.people import (
    MISLEADING,
    SHAPES,
    Someone,
    bare,
    reached,
    some_people,
)

Shape = Callable[[Sequence[Someone]], str]
HEADINGS = (
    "",
    "Press contacts:",
    "Contact presse :\n",
    "Rückfragen bitte an:\n",
    "Weitere Auskünfte gibt:",
    "Voor meer informatie\n",
)
SERVICE = (
    "Ministry of Samples - Press service\nSample Street 1\n1000 Corvane\nTel. +999 2 555 00 00"
)
BELOW = "SPF Exemple\nService Presse\nRue du Port 15, 1000 Bruxelles\nTél. : 02 555 00 00"
TEXT = "The text of the sample ends here, in 2026."


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@settings(max_examples=40, deadline=None)
@given(
    people=some_people(),
    heading=st.sampled_from(HEADINGS),
    above=st.booleans(),
    below=st.booleans(),
)
def test_every_number_lands_at_its_owner_and_nobody_is_invented(
    shape: Shape, people: Sequence[Someone], heading: str, above: bool, below: bool
) -> None:
    services = [SERVICE] * above, [BELOW] * below
    written = "\n".join(filter(None, [heading, shape(people)]))
    text = "\n\n".join([TEXT, *services[0], written, *services[1]])
    left, found = take_contacts(text.split("\n"))
    assert [line for line in left if line] == [TEXT]
    known = {one.name: {*map(bare, one.phones), *filter(None, [one.email])} for one in people}
    persons = [one for one in found if one.name in known]
    assert {one.name: {*map(bare, reached(one))} for one in persons} == known
    others = [one for one in found if one.name not in known]
    assert len(persons) == len(people)
    assert len(others) == above + below
    assert all(one.kind is ContactKind.SERVICE for one in others)


@pytest.mark.parametrize("shape", MISLEADING, ids=lambda shape: shape.__name__)
@settings(max_examples=60, deadline=None)
@given(people=some_people(fewest=2), heading=st.sampled_from(HEADINGS), above=st.booleans())
def test_where_it_is_in_doubt_whose_a_number_is_it_is_nobody_elses(
    shape: Shape, people: Sequence[Someone], heading: str, above: bool
) -> None:
    written = "\n".join(filter(None, [heading, shape(people)]))
    text = "\n\n".join([TEXT, *[SERVICE] * above, written])
    left, found = take_contacts(text.split("\n"))
    for someone in people:
        theirs = {*map(bare, someone.phones), *filter(None, [someone.email])}
        for one in found:
            if someone.name in one.name:
                assert {*map(bare, reached(one))} <= theirs
    said = "\n".join([*left, *(repr(one) for one in found)])
    assert all(name in said for one in people for name in one.name.split()[:1])
    assert all(bare(phone) in bare(said) for one in people for phone in one.phones)


TWO = [
    "Press officer {0}: {1}; Head of Unit {2}: {3}",
    "Press officer {0}, {1}, Head of Unit {2}, {3}",
    "Press officer {0}: {1}\nHead of Unit {2}: {3}",
    "Attachée de presse {0} : {1} ; Woordvoerder {2} : {3}",
    "{0}, spokesperson: {1}; Leiter der Pressestelle {2}: {3}",
]
ONE_OR_TEXT = [
    "{0}: {1}; spokesperson {2}: {3}",
    "{0}, {1}, Head of Unit {2}, {3}",
    "Spokesperson {0}: {1}; spokesperson for Deputy {2}: {3}",
    "Porte-parole {0} : {1}; porte-parole de la ministre {2} : {3}",
    "{0}\nspokesperson\n{1}\nSpokesperson {2}\n{3}",
    "{0}\n{1}\nSpokesperson {2}\n{3}",
    "Media enquiries: {0}, {1} or out of hours {2} {3}",
    "Media enquiries: {0} ({1}) or out of hours {2} ({3})",
]
WAYS = [("02 555 01 01", "02 555 01 02"), ("a@samples.example", "b@samples.example")]


@pytest.mark.parametrize("shape", TWO)
@pytest.mark.parametrize("ways", WAYS)
def test_people_named_behind_their_roles_are_two(shape: str, ways: tuple[str, str]) -> None:
    written = shape.format("Anna Muster", ways[0], "Bram Example", ways[1])
    left, found = take_contacts(written.split("\n"))
    assert not any(left)
    assert [(c.name, *c.phones, *c.emails) for c in found] == [
        ("Anna Muster", ways[0]),
        ("Bram Example", ways[1]),
    ]
    assert all(one.kind is ContactKind.PERSON and one.role for one in found)


@pytest.mark.parametrize("shape", [*TWO, *ONE_OR_TEXT])
@pytest.mark.parametrize("ways", WAYS)
def test_nobody_gets_the_number_of_whoever_is_named_behind_a_role(
    shape: str, ways: tuple[str, str]
) -> None:
    written = shape.format("Anna Muster", ways[0], "Bram Example", ways[1])
    for one in take_contacts(written.split("\n"))[1]:
        assert len([*one.phones, *one.emails]) == 1
        assert ("Bram" in one.name) == (ways[1] in (*one.phones, *one.emails))


@pytest.mark.parametrize(
    "card",
    [
        "Anna Muster\npress service\nSample Street 1\n1000 Corvane\n{0}",
        "Anna Muster\npress service\n{0}\nhttps://samples.example",
        "Anna Muster (press service)\n{0}",
        "Anna Muster – press service\n{0}",
        "Anna Muster\n\npress service\n{0}",
        "Anna Muster\n\nPress service\n\n{0}",
    ],
)
def test_whoever_works_at_a_press_service_is_the_contact_and_not_its_role(card: str) -> None:
    above = "Bram Example\nSpokesperson\n02 555 01 02"
    _, anna = take_contacts(f"{above}\n\n{card.format('02 555 01 01')}".split("\n"))[1]
    assert (anna.name, anna.kind) == ("Anna Muster", ContactKind.PERSON)
    assert anna.role.casefold() == "press service"
    assert anna.phones == ("02 555 01 01",)


def test_what_a_service_is_part_of_is_no_person_who_works_there() -> None:
    above = "Bram Example\nSpokesperson\n02 555 01 02"
    _, service = take_contacts(f"{above}\n\nNext Steps\n\nPress service\n02 555 01 01".split("\n"))[
        1
    ]
    assert (service.name, service.kind) == ("Press service", ContactKind.SERVICE)
