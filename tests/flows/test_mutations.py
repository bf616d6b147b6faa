"""The leak test is worth something: without any one part of the public predicate, it fails."""

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from zlib import crc32

import pytest
from flask import request
from flask.testing import FlaskClient

from newsroom.public import searching
from newsroom.public.front import Front
from newsroom.wiring import Newsroom
from storage import Database, conditions, public, sitemap
from storage.search.asking import AskedWords
from storage.search.finding import Within, find
from tests.flows.hidden import Places, app_at, places, without_stand_ins
from tests.flows.surfaces import Answer, addresses, ask, client_of, fillings_of_all

pytestmark = pytest.mark.waits

__all__ = ["places"]  # a fixture

# Each rule of who may see what, and the parts it is made of.
MODULES = (public, sitemap)
PREDICATES = (conditions.PUBLIC, conditions.TAKEN_BACK, conditions.READY)
# Addresses that gave an earlier mutation away are asked first: they often do so again.
telling: list[str] = []


def parts_of(predicate: str) -> Iterator[str]:
    """The whole, and each comparison in it."""
    comparisons = re.split(r" (?:AND|OR) ", predicate)
    yield from dict.fromkeys((predicate, *(part.strip("()") for part in comparisons)))


def mutations() -> list[tuple[ModuleType, str, str]]:
    """Each query of the modules with each part that somebody might forget in it."""
    queries = {
        (module, name): text
        for module in MODULES
        for name, text in vars(module).items()
        if isinstance(text, str) and text.startswith("SELECT ")
    }
    return [
        (module, name, part)
        for (module, name), text in queries.items()
        for predicate in PREDICATES
        if predicate in text
        for part in parts_of(predicate)
    ]


@pytest.fixture(scope="module")
def expected(places: Places) -> list[dict[str, Answer]]:
    """What an application answers that has nothing to hide, with stand-ins and without.

    The kinds of address take turns, and in each they stand in no order: wherever the first leak is,
    it is found soon.
    """
    app = app_at(places.before)
    wanted = sorted(
        addresses(app, fillings_of_all(places)), key=lambda address: crc32(address.encode())
    )
    turns = Counter[str]()

    def turn(address: str) -> int:
        with app.test_request_context(address):
            turns[str(request.endpoint)] += 1
            return turns[str(request.endpoint)]

    wanted.sort(key=turn)
    return [
        {address: ask(client, address) for address in wanted} for client in clients(places.before)
    ]


@pytest.fixture(autouse=True)
def found_by_mistake(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every hidden release is found whatever is asked, as it stands in the listing by mistake.

    The finder says where to look. It has the whole condition itself, so that while it is right no
    part of `_CHOSEN`, which says what is public of what was found, could be missed.
    """
    hidden = [one.id for one in places.hidden.values()]

    def find_all(db: Database, asked: AskedWords, within: Within, limit: int) -> list[int]:
        return [*hidden, *find(db, asked, within, limit)]

    monkeypatch.setattr(searching, "find", find_all)


def clients(newsroom: Newsroom) -> Iterator[FlaskClient]:
    # It keeps some answers for a minute.
    fresh = replace(newsroom, front=Front(newsroom.storage, newsroom.settings.site))
    yield from (client_of(app_at(one)) for one in (fresh, without_stand_ins(newsroom)))


def leaks(places: Places, expected: list[dict[str, Answer]]) -> Iterator[str]:
    pairs = list(zip(clients(places.mistaken), expected, strict=True))
    for address in dict.fromkeys([*telling, *expected[0]]):
        yield from (address for client, was in pairs if ask(client, address) != was[address])


@pytest.mark.parametrize(("module", "query", "part"), mutations())
def test_a_query_without_any_part_of_its_predicate_leaks(
    places: Places,
    expected: list[dict[str, Answer]],
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    query: str,
    part: str,
) -> None:
    monkeypatch.setattr(module, query, getattr(module, query).replace(part, "1 = 1"))
    found = next(leaks(places, expected), None)
    assert found, f"{query} does not need “{part}”, or nobody tests it"
    telling.append(found)


def test_nothing_leaks_while_every_query_is_whole(
    places: Places, expected: list[dict[str, Answer]]
) -> None:
    assert list(leaks(places, expected)) == []


def test_every_query_about_releases_is_one_that_is_checked() -> None:
    """A predicate is written into a query by name at the top of its module, never in a function."""
    bodies = [ast.parse(inspect.getsource(module)).body for module in MODULES]
    functions = [node for body in bodies for node in body if hasattr(node, "args")]
    inside = {node.id for f in functions for node in ast.walk(f) if isinstance(node, ast.Name)} & {
        "PUBLIC",
        "TAKEN_BACK",
        "READY",
        "out",
    }
    assert not inside
    assert {query for _, query, _ in mutations()} >= {
        *("_NEWEST", "_BETWEEN", "_COUNT", "_FIRST", "_LAST"),
        *("_CHOSEN", "_ONE", "_WITHDRAWN", "_REASON", "_TEXTS", "_FILE"),
        *("_MONTHS", "_OF_MONTH", "_NEWS"),
    }
