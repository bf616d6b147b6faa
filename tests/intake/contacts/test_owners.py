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
