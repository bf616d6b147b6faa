"""Callbacks that confirmed are sent what is new, once, and those that are gone nothing."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from delivery.http import GuardedClient
from feeds import FORMATS
from feeds.validate import faults
from newsroom.filing.refiling import Instructions
from newsroom.telling.hub import SubscriptionRequest
from newsroom.telling.lane import LEASE
from newsroom.telling.pushing import Pushing
from press.embargo import embargo_from
from press.releases.release import Filing, Reading
from press.telling.notices import Channel, Fate
from press.text import Block, Kind, Origin
from press.topic import Topic
from storage.telling import notices
from tests.conftest import NOON
from tests.delivery.listener import Heard, confirming
from tests.newsroom.telling.hub_office import Office, opened
from tests.storage.telling.world import say

PATIENCE = 3  # seconds
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with opened(tmp_path, confirming) as office:
        yield office


@pytest.mark.promise(62, 63, 64)
@pytest.mark.parametrize("path", [f"/fr/all.{extension}" for extension in FORMATS])
def test_who_confirmed_is_sent_what_a_get_gives_signed_and_once(office: Office, path: str) -> None:
    office.subscribe(path, secret="theirs")
    office.publish("One river")
    office.work()
    office.work()
    (push,) = office.listener.pushes()
    assert push.body == office.get(path)
    assert b"One river" in push.body
    assert push.is_signed("theirs")
    assert office.fates() == [Fate.SENT, Fate.SENT]


@pytest.mark.promise(60)
def test_who_did_not_confirm_is_sent_nothing(tmp_path: Path) -> None:
    with opened(tmp_path, lambda _heard: (200, b"another word")) as office:
        office.subscribe()
        office.publish("One river")
        office.work()
        assert office.listener.pushes() == []
        assert office.fates() == [Fate.SKIPPED]


@pytest.mark.parametrize(
    ("status", "private"), [(200, True), (404, True), (500, True), (200, False)]
)
def test_strangers_who_have_us_ask_raise_no_alarm(
    tmp_path: Path, status: int, *, private: bool
) -> None:
    with opened(tmp_path, lambda _heard: (status, b"")) as office:
        office.ask(office.listener.address(), "/en/all.atom")
        office.client = GuardedClient(private=private)
        office.later(HOUR)
        assert office.figures().oldest == {}
        for _ in range(3):
            office.work()
            office.later(HOUR)
        assert (office.figures().failed, office.fates()) == (0, [Fate.SKIPPED])


@pytest.mark.promise(60)
def test_a_request_in_anothers_name_changes_nothing_of_what_they_have(tmp_path: Path) -> None:
    answers = iter([confirming])

    def once(heard: Heard) -> tuple[int, bytes]:
        return next(answers, lambda _heard: (404, b""))(heard)

    with opened(tmp_path, once) as office:
        office.subscribe(secret="theirs")
        before = office.subscription()
        office.subscribe(secret="another's")
        office.subscribe(mode="unsubscribe")
        assert office.subscription() == before


@pytest.mark.promise(61)
def test_a_lease_runs_out_and_one_asked_for_anew_runs_on(office: Office) -> None:
    office.subscribe(lease_seconds="86400")
    office.later(DAY - HOUR)
    office.subscribe(lease_seconds="86400")
    office.later(2 * HOUR)
    office.publish("Within the second lease")
    office.work()
    office.later(DAY)
    office.publish("After it")
    office.work()
    assert len(office.listener.pushes()) == 1


@pytest.mark.promise(60)
def test_who_ends_it_and_confirms_that_is_sent_no_more(office: Office) -> None:
    office.subscribe()
    office.subscribe(mode="unsubscribe")
    assert "hub.lease_seconds" not in office.listener.heard[-1].asked
    office.publish("One river")
    office.work()
    assert office.listener.pushes() == []


@pytest.mark.promise(64)
def test_only_the_newest_state_is_sent_however_much_happened(office: Office) -> None:
    office.subscribe()
    for headline in ("One", "Two", "Three"):
        office.publish(headline)
    office.work()
    (push,) = office.listener.pushes()
    assert push.body == office.get("/en/all.atom")
    assert office.fates() == ["sent", "superseded", "superseded", "sent"]


@pytest.mark.promise(64)
def test_what_another_process_is_sending_comes_before_what_is_newer(office: Office) -> None:
    office.subscribe()
    office.publish("One river")
    with office.newsroom.storage.write() as db:
        notices.claim(db, Channel.HUB, office.now, owner="elsewhere:1:a", lease=LEASE, limit=1)
    office.later(timedelta(seconds=1))
    office.publish("Two rivers")
    office.work()
    assert office.listener.pushes() == []
    office.later(LEASE)
    office.work()
    (push,) = office.listener.pushes()
    assert b"Two rivers" in push.body


@pytest.mark.promise(64)
def test_a_withdrawal_is_pushed_and_a_feed_that_is_as_it_was_is_not(office: Office) -> None:
    office.subscribe()
    number = office.publish("In error")
    office.work()
    office.later(timedelta(minutes=5))
    office.newsroom.life.withdraw(number, "Sent in error.", "me", office.now)
    office.work()
    assert [b"deleted-entry" in push.body for push in office.listener.pushes()] == [False, True]
    with office.newsroom.storage.write() as db:
        db.execute("UPDATE notice SET ended_at = NULL, outcome = NULL WHERE channel = 'hub'")
        db.execute("DELETE FROM notice WHERE kind = 'verify'")
    for _ in range(2):  # one after the other
        office.work()
        office.later(timedelta(seconds=1))
    assert len(office.listener.pushes()) == 2
    assert set(office.fates()) == {Fate.SKIPPED}


@pytest.mark.promise(64)
@pytest.mark.parametrize("extension", FORMATS)
def test_who_has_these_very_bytes_is_not_sent_them_for_what_happened_in_another_language(
    office: Office, extension: str
) -> None:
    for code in ("en", "fr"):
        office.subscribe(f"/{code}/all.{extension}")
    number = office.publish("One river")
    for origin in (Origin.MACHINE, Origin.EDITOR):
        say(office.newsroom.storage, number, office.now, origin=origin)
        office.work()
        office.later(timedelta(minutes=1))
    bodies = [push.body for push in office.listener.pushes()]
    assert len(set(bodies)) == len(bodies)
    assert office.get(f"/fr/all.{extension}") in bodies


@pytest.mark.promise(66)
def test_who_does_not_take_it_is_tried_eight_times_more_ever_later_and_its_lease_runs_on(
    tmp_path: Path,
) -> None:
    def refusing(heard: Heard) -> tuple[int, bytes]:
        return confirming(heard) if heard.method == "GET" else (500, b"")

    with opened(tmp_path, refusing) as office:
        office.subscribe()
        office.publish("One river")
        office.work()
        for number in range(8):
            pause = timedelta(seconds=15) * 2**number
            office.later(pause - timedelta(seconds=1))
            office.work()
            assert len(office.listener.pushes()) == 1 + number
            office.later(timedelta(seconds=1))
            office.work()
        office.later(DAY)
        office.work()
        assert len(office.listener.pushes()) == 9
        assert office.fates() == [Fate.SENT, Fate.FAILED]
        found = office.subscription()
        assert found
        assert found.is_live(office.now)


@pytest.mark.promise(64, 66)
def test_no_push_waits_for_strangers_who_have_us_ask_computers_that_are_silent(
    tmp_path: Path,
) -> None:
    is_pushed = threading.Event()

    def silent(heard: Heard) -> tuple[int, bytes]:
        if "silent" in heard.headers["host"]:
            is_pushed.wait(PATIENCE)
            return 404, b""
        if heard.method == "POST":
            is_pushed.set()
        return confirming(heard)

    with opened(tmp_path, silent) as office:
        office.subscribe()
        here = socket.getaddrinfo("127.0.0.1", office.listener.port, type=socket.SOCK_STREAM)
        office.client = GuardedClient(private=True, resolve=lambda *_, **__: here)
        for number in range(2 * Pushing.WORKERS):
            office.ask(f"http://silent-{number}.example/", "/en/all.atom")
        office.later(timedelta(seconds=1))
        office.publish("One river")
        office.work()
        assert len(office.listener.pushes()) == 1


@pytest.mark.promise(66)
def test_who_is_gone_is_sent_no_more(tmp_path: Path) -> None:
    def gone(heard: Heard) -> tuple[int, bytes]:
        return confirming(heard) if heard.method == "GET" else (410, b"")

    with opened(tmp_path, gone) as office:
        office.subscribe()
        for headline in ("One", "Two"):
            office.publish(headline)
            office.work()
        assert len(office.listener.pushes()) == 1


def test_a_subscription_goes_with_its_topic_where_that_is_renamed(office: Office) -> None:
    office.newsroom.topics.declare(Topic("peace", {"en": "Peace"}), "me", NOON)
    office.subscribe("/en/peace.atom")
    office.newsroom.topics.rename("peace", "peace-and-aid", "me", NOON)
    office.publish("One river", "peace-and-aid")
    office.work()
    (push,) = office.listener.pushes()
    assert push.body == office.get("/en/peace-and-aid.atom")
    assert '/en/peace-and-aid.atom>; rel="self"' in push.headers["link"]


@pytest.mark.promise(61)
def test_who_follows_a_language_that_is_published_no_more_is_told_so(tmp_path: Path) -> None:
    with opened(tmp_path, confirming) as office:
        office.subscribe("/nl/all.atom")
    with opened(tmp_path, confirming, LANGUAGES="en,fr-BE") as fewer:
        with fewer.newsroom.storage.write() as db:
            db.execute("UPDATE hub_subscription SET callback = ?", (fewer.listener.address(),))
        fewer.publish("One river")
        fewer.work()
        (denied,) = fewer.listener.heard
        assert denied.asked["hub.mode"] == "denied"
        assert denied.asked["hub.topic"] == "https://press.example.org/nl/all.atom"
        found = fewer.subscription()
        assert found
        assert not found.is_live(fewer.now)


@pytest.mark.promise(63)
@pytest.mark.parametrize("extension", FORMATS)
def test_of_a_document_that_is_too_large_the_newest_entries_are_sent(
    office: Office, extension: str
) -> None:
    office.subscribe(f"/en/all.{extension}")
    for number in range(3):
        office.publish(f"Long {number}", body="So it is. " * 45_000)
        office.later(timedelta(minutes=1))
    office.work()
    (push,) = office.listener.pushes()
    assert len(push.body) <= 2**20 < len(office.get(f"/en/all.{extension}"))
    assert faults(extension, push.body) == []
    assert [b"Long 2" in push.body, b"Long 0" in push.body] == [True, False]
    for claim in (b"fh:complete", b"prev-archive", b"next_url", b'"is_complete":true'):
        assert claim not in push.body


def test_a_feed_is_written_once_for_all_who_are_sent_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = list[str]()
    form = FORMATS["atom"]

    def counting(*given: object) -> bytes:
        written.append("once")
        return form.render(*given)  # type: ignore[arg-type]

    monkeypatch.setitem(FORMATS, "atom", replace(form, render=counting))
    site = office.newsroom.settings.site
    for number in range(20):
        topic, callback = f"{site.base_url}/en/all.atom", office.listener.address(f"/{number}")
        office.newsroom.hub.request(SubscriptionRequest("subscribe", topic, callback), NOON)
    office.work()
    office.publish("One river")
    office.work()
    assert len({push.path for push in office.listener.pushes()}) == 20
    assert written == ["once"]


@pytest.mark.promise(64)
def test_nothing_is_sent_or_asked_before_the_minute(office: Office) -> None:
    office.subscribe()
    soon: datetime = NOON + timedelta(minutes=1)
    blocks = (Block(Kind.HEADLINE, "Soon"), Block(Kind.PARAGRAPH, "It comes."))
    filing = Filing(blocks, embargo=embargo_from(soon, "UTC"))
    asked = Instructions("me", publish=True)
    office.newsroom.releases.file(Reading((filing,)), asked, NOON)
    office.later(timedelta(seconds=59.999))
    office.newsroom.work.do_due(lambda: office.now)
    office.work()
    assert (len(office.listener.heard), office.fates()) == (1, [Fate.SENT])
    office.later(timedelta(milliseconds=1))
    office.newsroom.work.do_due(lambda: office.now)
    office.work()
    assert len(office.listener.pushes()) == 1


def test_no_secret_is_left_where_a_subscription_is_confirmed(office: Office) -> None:
    office.subscribe(secret="nobody-else-knows-this")
    office.subscribe(mode="unsubscribe")
    with office.newsroom.storage.read() as db:
        said = [tuple(row) for row in db.execute("SELECT * FROM notice").fetchall()]
        said += [tuple(row) for row in db.execute("SELECT * FROM hub_subscription").fetchall()]
    assert "nobody-else-knows-this" not in str(said)
