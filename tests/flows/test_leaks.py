"""A pending release changes no byte of any answer, whatever surface there is.

The surfaces are those of the application's own address map: one added later is asked too.
"""

from itertools import product

import pytest

from tests.flows.hidden import STORIES, Places, app_at, places, without_stand_ins
from tests.flows.surfaces import (
    NOWHERE,
    READING,
    addresses,
    ask,
    client_of,
    fillings,
    fillings_of_all,
    questions,
)

pytestmark = pytest.mark.waits

__all__ = ["places"]  # a fixture


@pytest.mark.promise(53, 74, 75)
@pytest.mark.parametrize("third", range(3))  # there are many addresses, and a test has its time
def test_a_pending_release_changes_no_byte_of_any_answer(places: Places, third: int) -> None:
    before, pending = (client_of(app_at(one)) for one in (places.before, places.pending))
    for address in addresses(before.application, fillings_of_all(places))[third::3]:
        for question, method, headers in questions(before, address):
            was, now = (ask(c, question, method, **headers) for c in (before, pending))
            assert now == was, f"{method} {question} {headers}"


@pytest.mark.promise(53, 74, 75)
def test_nor_does_it_where_the_original_stands_in_for_nothing(places: Places) -> None:
    newsrooms = map(without_stand_ins, (places.before, places.pending))
    before, pending = (client_of(app_at(one)) for one in newsrooms)
    for address in addresses(before.application, fillings_of_all(places)):
        assert ask(pending, address) == ask(before, address), address


@pytest.mark.promise(75)
@pytest.mark.parametrize("name", STORIES)
def test_an_address_that_is_hidden_is_one_that_does_not_exist(places: Places, name: str) -> None:
    client = client_of(app_at(places.pending))
    names = frozenset({"slug", "topic", "token"})
    pairs = zip(
        addresses(client.application, fillings(places.hidden[name]), names),
        addresses(client.application, fillings(NOWHERE), names),
        strict=True,
    )
    for hidden, unknown in pairs:
        for _, method, headers in questions(client, unknown):
            answers = [ask(client, address, method, **headers) for address in (hidden, unknown)]
            assert answers[0] == answers[1], f"{method} {hidden} {headers}"


@pytest.mark.promise(74, 75)
def test_a_link_that_has_ended_says_the_same_of_every_release(places: Places) -> None:
    client = client_of(app_at(places.pending))
    for end, method in product(("", "/en", "/fr"), READING):
        said = set()
        for name, one in places.hidden.items():
            status, headers, body = ask(client, f"/preview/{one.ended}{end}", method)
            assert status == 410
            kind = "withdrawn" in name
            said.add((kind, *headers, body.replace(one.ended.encode(), b"")))
        assert len(said) == 2  # for one that was withdrawn there is nothing to ask for
        assert ask(client, f"/preview/{NOWHERE.ended}{end}", method)[0] == 404
