"""Where answers are kept: bounded, each under its minute and its generation."""

from datetime import datetime

from press.embargo import MINUTE
from tests.conftest import NOON
from web.cache.cached_response import Address, CachedResponse, CacheKey
from web.cache.conditional import Validators
from web.cache.recent import MOST_RECENT, RecentPolls
from web.cache.store import OVERHEAD, ResponseStore

ROOM = 10 * (OVERHEAD + 100)


def key(path: str = "/en/", minute: datetime = NOON, generation: int = 1) -> CacheKey:
    return CacheKey(Address(path, "gzip"), minute, generation)


def response(key: CacheKey, body: bytes = bytes(100)) -> CachedResponse:
    return CachedResponse(key, "200 OK", [], body, Validators.of("tag", "gzip"))


def test_an_answer_is_good_for_its_key_alone() -> None:
    store, kept = ResponseStore(), response(key(generation=5))
    store.find(*key())
    store.put(kept)
    assert store.find(*key(generation=5)) is kept
    assert store.find(*key(generation=6)) is None
    assert store.find(*key("/fr/", generation=5)) is None
    assert store.find(*key(minute=NOON + MINUTE, generation=5)) is None


def test_an_answer_made_under_a_later_generation_is_not_replaced_by_an_earlier_one() -> None:
    store, later = ResponseStore(), response(key(generation=2))
    store.find(*key())
    store.put(later)
    store.put(response(key(generation=1)))
    assert store.find(*key(generation=1)) is later


def test_what_is_kept_is_bounded() -> None:
    store = ResponseStore(ROOM)
    store.find(*key())
    for n in range(50):
        for minute in (NOON, NOON + MINUTE):
            store.put(response(key(f"/{n}", minute)))
        assert store.size <= ROOM
    store.put(response(key("/big"), bytes(10**6)))
    assert store.size <= ROOM
    assert not store.find(*key("/big"))


def test_what_was_made_longest_ago_makes_room() -> None:
    store = ResponseStore(ROOM)
    store.find(*key())
    for n in range(50):
        store.put(response(key(f"/{n}")))
    assert store.find(*key("/49"))
    assert not store.find(*key("/39"))


def test_a_thousand_full_feeds_have_room() -> None:
    store = ResponseStore()
    store.find(*key())
    for n in range(1000):
        store.put(response(key(f"/{n}"), bytes(60_000)))
    assert store.find(*key("/0"))


def test_past_minutes_are_let_go_and_one_to_come_is_kept() -> None:
    store = ResponseStore()
    for n in range(9):
        store.find(*key(minute=NOON + n * MINUTE))
        for minute in (n, n + 1, n - 1):
            store.put(response(key(minute=NOON + minute * MINUTE), b""))
    assert store.size == 2 * OVERHEAD
    assert not store.find(*key())


def test_the_bytes_of_a_past_minute_are_still_known_by_their_tag() -> None:
    store = ResponseStore()
    store.find(*key())
    store.put(response(key(), b"words"))
    store.find(*key(minute=NOON + MINUTE))
    etag = Validators.of("tag", "gzip").etag
    assert store.bodies(Address("/en/", "gzip")) == {etag: b"words"}
    assert store.bodies(Address("/en/", "br")) == {}


def test_what_is_remembered_as_asked_is_bounded() -> None:
    recent = RecentPolls()
    for n in range(3 * MOST_RECENT):
        recent.note(Address(f"/{n}", "gzip"), NOON)
    assert len(recent.since(NOON)) == MOST_RECENT
    assert not recent.since(NOON + MINUTE)
