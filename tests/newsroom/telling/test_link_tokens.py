"""A link is good for one thing and one person, and nobody can make one."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.telling.link_tokens import LinkTokens
from newsroom.wiring import Newsroom
from press.telling.subscriber import Subscriber
from press.telling.wishes import Wishes
from storage.telling import subscribers
from tests.conftest import NOON


@pytest.fixture
def tokens(newsroom: Newsroom) -> LinkTokens:
    return LinkTokens(newsroom.storage)


@pytest.fixture
def one(newsroom: Newsroom) -> Subscriber:
    return asked(newsroom, "one")


def asked(newsroom: Newsroom, name: str) -> Subscriber:
    wishes = Wishes(("all",), ("en",))
    with newsroom.storage.write() as db:
        return subscribers.ask(db, f"{name}@example.org", name, f"nonce {name}", wishes, NOON)


def read(newsroom: Newsroom, tokens: LinkTokens, token: str, *purposes: str) -> Subscriber | None:
    with newsroom.storage.read() as db:
        return tokens.read(db, token, *purposes)


def test_a_link_leads_to_whose_it_is(
    newsroom: Newsroom, tokens: LinkTokens, one: Subscriber
) -> None:
    token = tokens.make(one, "confirm")
    assert read(newsroom, tokens, token, "confirm") == one
    assert read(newsroom, tokens, token, "manage", "confirm") == one


def test_a_link_is_good_for_nothing_else(
    newsroom: Newsroom, tokens: LinkTokens, one: Subscriber
) -> None:
    assert read(newsroom, tokens, tokens.make(one, "confirm"), "manage", "unsubscribe") is None


def test_another_nonce_ends_all_links(
    newsroom: Newsroom, tokens: LinkTokens, one: Subscriber
) -> None:
    token = tokens.make(replace(one, nonce="an older one"), "manage")
    assert read(newsroom, tokens, token, "manage") is None


def test_nobodys_link_is_anothers(newsroom: Newsroom, tokens: LinkTokens, one: Subscriber) -> None:
    other = asked(newsroom, "other")
    _, _, signed = tokens.make(one, "manage").partition("-")
    assert read(newsroom, tokens, f"{other.id}-{signed}", "manage") is None
    assert read(newsroom, tokens, f"99-{signed}", "manage") is None


def test_links_hold_over_a_restart_and_in_no_other_newsroom(
    newsroom: Newsroom, tokens: LinkTokens, one: Subscriber
) -> None:
    token = tokens.make(one, "manage")
    assert LinkTokens(newsroom.storage).make(one, "manage") == token
    with newsroom.storage.write() as db:
        db.execute("DELETE FROM secret")
    assert LinkTokens(newsroom.storage).make(one, "manage") != token


def test_an_address_is_the_same_however_it_is_typed(tokens: LinkTokens) -> None:
    assert tokens.hash_of(" Reader@Example.org ") == tokens.hash_of("reader@example.org")
    assert tokens.hash_of("reader@example.org") != tokens.hash_of("leader@example.org")
    assert "reader" not in tokens.hash_of("reader@example.org")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.from_regex(r"\d{1,18}-[A-Za-z0-9_-]{27}"))
def test_no_made_up_link_is_anybodys_and_none_does_harm(
    newsroom: Newsroom, tokens: LinkTokens, one: Subscriber, token: str
) -> None:
    assert read(newsroom, tokens, token, "manage", "confirm", "unsubscribe") is None
