"""The response cache says what the application says, only sooner."""

import sqlite3
import threading
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from werkzeug.http import http_date
from werkzeug.test import Client, TestResponse

from newsroom.public.front import Front
from press.embargo import MINUTE, minute_of
from press.public.edition import Feed
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.each import each
from tests.web.as_served import as_served
from tests.web.conftest import Clock
from tests.web.polls import FEED, KEPT, MISSED, PASSED, WISHES, Counted, retitle
from web.cache.coding import MARKS
from web.cache.response_cache import ResponseCache


@pytest.fixture
def counted(app: Flask) -> Counted:
    return Counted(app)


@pytest.fixture
def cache(counted: Counted, front: Front, clock: Clock) -> ResponseCache:
    return ResponseCache(counted, front.generation, clock)


@pytest.fixture
def polls(cache: ResponseCache) -> Client:
    return Client(as_served(cache), use_cookies=False)


def said(answer: TestResponse) -> tuple[int, list[tuple[str, str]], bytes]:
    return answer.status_code, sorted(answer.headers), answer.data


@pytest.mark.waits
@pytest.mark.parametrize("address", [*KEPT, *PASSED, *MISSED])
def test_every_answer_is_the_applications_own(
    app: Flask, front: Front, clock: Clock, address: str
) -> None:
    own = app.test_client(use_cookies=False)

    def check(wish: dict[str, str]) -> None:
        """By a cache that holds nothing yet."""
        polls = Client(as_served(ResponseCache(app, front.generation, clock)), use_cookies=False)
        clock.now = NOON
        tag = own.get(address).headers.get("ETag", '"none"')
        headers = {name: value.format(tag=tag) for name, value in wish.items()}
        for seconds in (0, 0.5, 17, 59.9, 60):
            clock.now = NOON + timedelta(seconds=seconds)
            methods = ("GET", "HEAD", *(() if seconds else ("POST", "OPTIONS")))
            answers = {m: said(own.open(address, method=m, headers=headers)) for m in methods}
            for method in (*methods, "GET"):
                kept = polls.open(address, method=method, headers=headers)
                assert said(kept) == answers[method]

    each(WISHES, check)


@pytest.mark.parametrize("address", KEPT)
def test_a_hit_enters_no_application_and_makes_no_query(
    polls: Client, counted: Counted, storage: Storage, address: str
) -> None:
    first = polls.get(address)
    queries = list[str]()
    with storage.read() as db:
        db.conn.set_trace_callback(queries.append)
    queries.clear()
    for _ in range(3):
        assert polls.get(address).data == first.data
        assert polls.get(address, headers={"If-None-Match": first.headers["ETag"]}).status == (
            "304 NOT MODIFIED"
        )
        assert polls.head(address).data == b""
    assert (counted.calls, queries) == (1, [])


@pytest.mark.parametrize("address", [*PASSED, *MISSED])
def test_nothing_else_is_kept(
    polls: Client, counted: Counted, cache: ResponseCache, address: str
) -> None:
    for calls in (1, 2, 3):
        polls.get(address)
        assert counted.calls == calls
    assert cache.store.size == 0


def test_a_commit_of_somebody_else_is_seen_by_the_next_poll(
    polls: Client, storage: Storage
) -> None:
    assert b"Lasting peace" not in polls.get("/feeds/").data
    retitle(storage)
    assert b"Lasting peace" in polls.get("/feeds/").data


def test_a_withdrawal_committed_while_a_poll_is_answered_is_told_of_by_the_next(
    app: Flask, front: Front, storage: Storage, clock: Clock
) -> None:
    second = timedelta(seconds=1)
    with storage.read() as db:
        number = next(r.id for r in releases.every(db) if r.slug == "demining")

    def busy_clock() -> datetime:
        """Somebody commits between its reading and whatever is read next."""
        instant = clock()
        if clock.now == NOON:
            with storage.write() as db:
                releases.withdraw(db, number, "In error.", NOON + second)
        return instant

    polls = Client(ResponseCache(app, front.generation, busy_clock), use_cookies=False)
    assert b"deleted-entry" not in polls.get("/en/all.atom").data
    clock.now = NOON + 2 * second
    assert b"deleted-entry" in polls.get("/en/all.atom").data


def test_a_clock_that_steps_back_asks_again(polls: Client, counted: Counted, clock: Clock) -> None:
    polls.get(FEED)
    clock.now = NOON + MINUTE
    polls.get(FEED)
    clock.now = NOON
    polls.get(FEED)
    assert counted.calls == 3


@pytest.mark.parametrize("address", [FEED, "/en/", "/feeds.opml"])
def test_a_busy_database_is_said_at_once_and_soon_over(
    polls: Client, storage: Storage, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr("storage.COUNT_SECONDS", 0)
    storage.close()
    with closing(sqlite3.connect(storage.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        busy = polls.get(address, headers={"If-None-Match": "*"})
        other.execute("ROLLBACK")
    assert (busy.status_code, busy.headers["Retry-After"]) == (503, "5")
    assert busy.headers["Cache-Control"] == "no-store"
    assert "ETag" not in busy.headers
    assert polls.get(address).status_code == 200


def test_the_minute_is_seen_at_once(polls: Client, counted: Counted, clock: Clock) -> None:
    for instant, calls in (
        (NOON, 1),
        (NOON + MINUTE - timedelta.resolution, 1),
        (NOON + MINUTE, 2),
    ):
        clock.now = instant
        polls.get(FEED)
        assert counted.calls == calls


def test_no_header_sets_the_clock(polls: Client, clock: Clock) -> None:
    before = polls.get(FEED).data
    for name in ("newsroom.instant", "newsroom-instant", "Newsroom.Known", "wsgi.newsroom.instant"):
        assert polls.get(FEED, headers={name: "2099-01-01"}).data == before


def test_many_who_miss_at_once_wait_for_one_answer(app: Flask, front: Front, clock: Clock) -> None:
    calls, entered, going = list[int](), threading.Event(), threading.Event()

    def slow(environ: Any, start_response: Any) -> Iterable[bytes]:
        calls.append(1)
        entered.set()
        going.wait(10)
        return app(environ, start_response)

    cache, found = ResponseCache(slow, front.generation, clock), list[bytes]()
    threads = [
        threading.Thread(target=lambda: found.append(Client(cache).get(FEED).data))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    assert entered.wait(10)
    going.set()
    for thread in threads:
        thread.join()
    assert (len(calls), len(found), len(set(found))) == (1, 8, 1)


def test_a_failure_lets_the_next_one_try(app: Flask, front: Front, clock: Clock) -> None:
    failing = [RuntimeError("once")]

    def once(environ: Any, start_response: Any) -> Iterable[bytes]:
        if failing:
            raise failing.pop()
        return app(environ, start_response)

    polls = Client(ResponseCache(once, front.generation, clock))
    with pytest.raises(RuntimeError):
        polls.get(FEED)
    assert polls.get(FEED).status_code == 200


def test_what_was_prewarmed_is_served_at_its_minute_without_the_application(
    polls: Client, cache: ResponseCache, counted: Counted, clock: Clock
) -> None:
    for address in KEPT:
        polls.get(address)
    clock.now = NOON + timedelta(seconds=55)
    cache.prewarm(NOON + MINUTE)
    clock.now, calls = NOON + MINUTE, counted.calls
    for address in (a for a in KEPT if "/releases/" not in a):
        left = 0 if "/all." in address else 60  # something comes out in that very second
        assert polls.get(address).headers["Cache-Control"] == f"public, max-age={left}"
    assert counted.calls == calls


def test_prewarming_is_the_same_work_whatever_is_kept(
    polls: Client, cache: ResponseCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list[bytes]()
    monkeypatch.setattr(
        "web.site.views.directory.opml.render", lambda *_: made.append(b"x") or b"x"
    )
    polls.get("/feeds.opml")
    for n in (1, 2):
        cache.prewarm(NOON + n * MINUTE)
    assert len(made) == 3


def test_what_nobody_asked_for_of_late_is_not_prewarmed(
    polls: Client, cache: ResponseCache, counted: Counted
) -> None:
    polls.get(FEED)
    cache.prewarm(NOON + 3 * MINUTE)
    cache.prewarm(NOON + 4 * MINUTE)
    assert counted.calls == 2


def test_a_commit_after_prewarming_is_seen_at_the_minute(
    polls: Client, cache: ResponseCache, clock: Clock, storage: Storage
) -> None:
    polls.get("/feeds/")
    cache.prewarm(NOON + MINUTE)
    retitle(storage)
    clock.now = NOON + MINUTE
    assert b"Lasting peace" in polls.get("/feeds/").data


def test_what_is_unchanged_in_a_new_minute_is_not_rendered_again(
    polls: Client, counted: Counted, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.now -= 5 * MINUTE  # at noon something comes out
    first = polls.get("/en/", headers={"Accept-Encoding": "br"})
    monkeypatch.setattr("web.site.views.pages.render", None)
    clock.now += 3 * MINUTE
    again = polls.get("/en/", headers={"Accept-Encoding": "br"})
    assert (again.data, again.headers["ETag"]) == (first.data, first.headers["ETag"])
    assert counted.calls == 2


def test_the_bytes_of_one_coding_are_never_given_for_another(polls: Client, clock: Clock) -> None:
    before = {coding: polls.get(FEED, headers={"Accept-Encoding": coding}).data for coding in MARKS}
    clock.now += MINUTE
    for coding, body in before.items():
        assert polls.get(FEED, headers={"Accept-Encoding": coding}).data == body
    assert len(set(before.values())) == len(MARKS)


@pytest.mark.promise(46)
def test_a_kept_answer_says_since_when_as_soon_as_the_second_of_its_change_is_over(
    polls: Client, counted: Counted, clock: Clock, front: Front, app: Flask
) -> None:
    feed = Feed("peace-and-security", front.site.languages.named("fr"))
    changed = front.edition(feed, NOON).changed
    clock.now = changed
    assert "Last-Modified" not in polls.get(FEED).headers
    since = {"If-Modified-Since": http_date(changed)}
    assert polls.get(FEED, headers=since).status_code == 200
    clock.now = changed.replace(microsecond=0) + timedelta(seconds=1)
    said = polls.get(FEED)
    assert said.headers["Last-Modified"] == http_date(changed)
    assert polls.get(FEED, headers=since).status_code == 304
    assert app.test_client().get(FEED).headers["Last-Modified"] == http_date(changed)
    if minute_of(changed) == minute_of(clock.now):
        assert counted.calls == 1


@pytest.mark.promise(113)
@pytest.mark.parametrize("wish", WISHES, ids=str)
def test_round_a_change_a_kept_answer_is_the_applications_own(
    app: Flask, polls: Client, clock: Clock, storage: Storage, wish: dict[str, str]
) -> None:
    with storage.write() as db:
        db.execute("UPDATE release SET out_at = publish_at WHERE slug = 'demining'")
    changed = datetime(2026, 3, 5, 9, 32, tzinfo=UTC)
    for seconds in (-3600, -1, 0, 0.5, 0.999, 1, 30):
        clock.now = changed + timedelta(seconds=seconds)
        tag = app.test_client().get(FEED).headers["ETag"]
        headers = {name: value.format(tag=tag) for name, value in wish.items()}
        for _ in range(2):
            own = said(app.test_client().get(FEED, headers=headers))
            assert said(polls.get(FEED, headers=headers)) == own
