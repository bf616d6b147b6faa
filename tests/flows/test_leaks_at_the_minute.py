"""What is due is everywhere at its minute, not a moment before, and nothing else comes with it."""

from datetime import timedelta
from itertools import product

import pytest

from feeds import FORMATS
from press.topic import ALL
from tests.flows.hidden import DUE, MINUTE, PEACE, STORIES, Places, T, app_at, places
from tests.flows.surfaces import addresses, ask, client_of, fillings, fillings_of_all, tokens
from web.cache.cached_response import Address
from web.cache.coding import IDENTITY, MARKS
from web.site.views.directory import GUESSES

pytestmark = pytest.mark.waits

__all__ = ["places"]  # a fixture


@pytest.mark.promise(75)
@pytest.mark.parametrize("name", DUE)
def test_at_its_minute_it_is_on_every_surface(places: Places, name: str) -> None:
    one, client = places.hidden[name], client_of(app_at(places.pending, T))
    named = addresses(client.application, fillings(one), frozenset({"slug", "topic", "token"}))
    own = [a for a in named if not a.startswith("/preview/")]
    own = [a for a in own if "/2026-08." not in a]  # its month is not over
    right = {f"/files/{token}/{name}" for token, name in tokens(one).items()}  # not another's name
    assert right < set(own)
    own = [a for a in own if not a.startswith("/files/") or a in right]
    guessed = [a for a in own if a.rpartition("/")[2] in GUESSES]
    own = [a for a in own if a not in guessed]
    assert {ask(client, a)[0] for a in guessed} == {301}  # to its feeds
    shared = [f"/{code}/{end}" for code in ("en", "fr") for end in ("", f"{PEACE}/")]
    shared += [f"/en/{topic}.{form}" for topic in (ALL, PEACE) for form in FORMATS]
    assert {address: ask(client, address)[0] for address in own} == dict.fromkeys(own, 200)
    shared += ["/sitemaps/2026-08.xml", "/news-sitemap.xml"]
    for address in shared:
        assert one.slug.encode() in ask(client, address)[2], address
    for address in ("/feeds/", "/fr/feeds/", "/feeds.opml", "/sitemaps/pages.xml"):
        assert one.topic.encode() in ask(client, address)[2], address


@pytest.mark.parametrize("third", range(3))
def test_a_prewarmed_minute_is_not_served_a_moment_before_it(
    places: Places, monkeypatch: pytest.MonkeyPatch, third: int
) -> None:
    monkeypatch.setattr("web.cache.recent.MOST_RECENT", 100_000)
    client = client_of(app_at(places.pending, T - timedelta(milliseconds=1)))
    every = addresses(client.application, fillings_of_all(places))[third::3]
    every += [f"/en/{PEACE}.atom"]
    cache = client.application.extensions["response cache"]
    wishes = ({}, *({"Accept-Encoding": coding} for coding in MARKS), {"If-None-Match": "*"})
    asked = [(address, wish) for address in every for wish in wishes]
    before = [ask(client, address, **wish) for address, wish in asked]
    for path, coding in product(every, MARKS):  # as if somebody had guessed every address
        cache.recent.note(Address(path, coding), T - MINUTE)
    cache.prewarm(T)
    assert [ask(client, address, **wish) for address, wish in asked] == before
    feed, generation = Address(f"/en/{PEACE}.atom", IDENTITY), places.pending.front.generation()
    ahead = cache.store.find(feed, T, generation)
    assert ahead, "nothing was made ready"
    assert places.hidden["scheduled"].slug.encode() in ahead.body


@pytest.mark.parametrize("name", sorted(STORIES.keys() - set(DUE)))
def test_what_is_not_due_does_not_come_out_with_what_is(places: Places, name: str) -> None:
    one, client = places.hidden[name], client_of(app_at(places.pending, T))
    for address in addresses(client.application, fillings_of_all(places)):
        body = ask(client, address)[2]
        assert not [trace for trace in (one.slug, one.topic) if trace.encode() in body], address


def test_a_surface_nobody_thought_of_is_noticed(places: Places) -> None:
    app = app_at(places.before)
    app.add_url_rule("/<lang>/calendar/<week>", "calendar", lambda: "")
    with pytest.raises(AssertionError, match="calendar/<week> is a new surface"):
        addresses(app, fillings_of_all(places))
