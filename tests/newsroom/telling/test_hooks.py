"""What programs elsewhere are sent, and when they are asked again or no more."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook as Reader

from delivery.http import GuardedClient
from newsroom.telling.hooks import Hooks
from newsroom.telling.mailing import Mailing
from newsroom.telling.webhooks import Webhooks
from newsroom.wiring import Newsroom
from press.telling.notices import Channel, Fate
from press.telling.webhook import Webhook
from press.text import Block, Kind, Origin, Text
from storage.filed import releases
from storage.telling import notices, webhooks
from tests.conftest import NOON
from tests.delivery.receivers import Server, say, serving
from tests.newsroom.filing.test_filing import DAY, at, file, filing
from tests.newsroom.releases.test_life import translate
from tests.newsroom.tasks.test_work import do

SECOND = timedelta(seconds=1)
CLIENT = GuardedClient(private=True)


class Hand:
    """A clock that is set by hand."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class Told:
    """A newsroom whose lane of webhooks runs when it is told to."""

    def __init__(self, newsroom: Newsroom, client: GuardedClient = CLIENT) -> None:
        self.newsroom = newsroom
        self.hand = Hand()
        self.lane = Hooks(newsroom.storage, newsroom.front, client, self.hand)
        self.webhooks = Webhooks(newsroom.storage, newsroom.front, CLIENT)

    def add(self, server: Server, *, topics: tuple[str, ...] = (), codes: str = "en") -> Webhook:
        return self.webhooks.add(server.address, topics, codes.split(), "me", NOON)

    def run(self, now: datetime = NOON) -> None:
        """Send all that is due at an instant, and wait until that has ended."""
        self.hand.now = now
        self.lane.do_due()
        while self.lane.room() < self.lane.WORKERS:
            self.lane.woken.wait(0.02)
            self.lane.woken.clear()

    def hook(self, number: int = 1) -> Webhook | None:
        with self.newsroom.storage.read() as db:
            return webhooks.get(db, number)

    def fates(self) -> list[tuple[str, str]]:
        query = "SELECT outcome, note FROM notice WHERE channel = 'webhook' ORDER BY id"
        with self.newsroom.storage.read() as db:
            return [(row["outcome"], row["note"]) for row in db.execute(query).fetchall()]


@pytest.fixture
def told(newsroom: Newsroom) -> Iterator[Told]:
    one = Told(newsroom)
    yield one
    one.lane.finish()


def out(newsroom: Newsroom, headline: str = "A release", **fields: object) -> int:
    """A release that came out at noon."""
    number = file(newsroom, filing(headline, **fields))
    newsroom.life.publish(number, "me", NOON)
    do(newsroom, NOON)
    return number


def bodies(server: Server) -> list[dict[str, Any]]:
    return [json.loads(body) for _, _, body in server.asked]


@pytest.mark.promise(88)
def test_a_program_is_told_that_a_release_is_out_and_can_tell_who_says_so(told: Told) -> None:
    with serving() as server:
        hook = told.add(server)
        out(told.newsroom)
        told.run(NOON + SECOND)
    [(path, headers, body)] = server.asked
    assert path == "/in"
    said = json.loads(body)
    assert (said["type"], said["timestamp"]) == ("release.out", "2026-08-25T12:00:00Z")
    assert said["data"]["headlines"][0]["value"] == "A release"
    assert said["data"]["language"] == "en"
    assert headers["webhook-timestamp"] == str(int((NOON + SECOND).timestamp()))
    signed = Reader(hook.secret).sign(headers["webhook-id"], NOON + SECOND, body.decode())
    assert headers["webhook-signature"] == signed
    assert told.fates() == [(Fate.SENT, "")]


@pytest.mark.promise(88)
def test_nothing_is_sent_or_connected_before_its_minute(told: Told) -> None:
    with serving() as server:
        told.add(server)
        number = file(told.newsroom, filing())
        told.newsroom.life.schedule(number, at(NOON + DAY), "me", NOON)
        do(told.newsroom, NOON + DAY - SECOND)
        told.run(NOON + DAY - SECOND)
        assert (server.asked, told.fates()) == ([], [])
        do(told.newsroom, NOON + DAY)
        told.run(NOON + DAY)
    assert [body["type"] for body in bodies(server)] == ["release.out"]


def test_a_program_is_told_of_its_topics_in_its_languages_alone(told: Told) -> None:
    with serving() as server, serving() as other:
        out(told.newsroom, "Before", topics=("aid", "seas"))
        told.add(server, topics=("aid",), codes="fr en")
        told.add(other, topics=("seas",), codes="de")
        number = out(told.newsroom, topics=("aid",))
        translate(told.newsroom, number, NOON)
        told.run()
    found = [(one["type"], one["data"]["language"]) for one in bodies(server)]
    assert sorted(found) == [("release.out", "en"), ("release.translated", "fr-BE")]
    assert other.asked == []


@pytest.mark.promise(89)
def test_words_that_wait_for_an_editor_are_in_no_message(told: Told) -> None:
    with serving() as server:
        told.add(server, codes="en fr")
        number = out(told.newsroom)
        translate(told.newsroom, number, NOON, ready=False)
        told.run()
        assert [one["data"]["language"] for one in bodies(server)] == ["en"]
        assert b"Un titre" not in b"".join(body for _, _, body in server.asked)
        approve(told.newsroom, number)
        told.run()
    assert bodies(server)[1]["type"] == "release.translated"
    assert bodies(server)[1]["data"]["genres"][0]["literal"] == "editor"


def approve(newsroom: Newsroom, number: int) -> None:
    """A person has written what a machine had."""
    blocks = (
        Block(Kind.HEADLINE, "Un titre", Origin.EDITOR),
        Block(Kind.PARAGRAPH, "Des mots.", Origin.EDITOR),
    )
    with newsroom.storage.write() as db:
        releases.save_text(db, number, Text("fr", blocks), NOON)


def test_what_is_sent_is_what_is_true_then(told: Told) -> None:
    """A language that fell back to the original meanwhile has nothing to say of its own."""
    with serving() as server:
        told.add(server, codes="fr")
        number = out(told.newsroom)
        translate(told.newsroom, number, NOON)
        translate(told.newsroom, number, NOON, ready=False)
        told.run()
    assert server.asked == []
    assert told.fates() == [(Fate.SKIPPED, "there was nothing to say any more")]


def test_whoever_is_told_late_is_told_the_newest_words(told: Told) -> None:
    with serving(say(500)) as server:
        told.add(server)
        number = out(told.newsroom)
        told.run()
        with told.newsroom.storage.write() as db:
            words = (Block(Kind.HEADLINE, "Newer"), Block(Kind.PARAGRAPH, "Words."))
            releases.save_text(db, number, Text("en", words), NOON + SECOND)
        server.answer = say(200)
        told.run(NOON + 5 * SECOND)
    assert [one["data"]["headlines"][0]["value"] for one in bodies(server)] == [
        "A release",
        "Newer",
    ]


@pytest.mark.promise(88)
def test_a_program_that_answers_wrongly_is_asked_again_under_the_same_name(told: Told) -> None:
    with serving(say(500)) as server:
        told.add(server)
        out(told.newsroom)
        told.run()
        assert (hook := told.hook())
        assert hook.failing_since == NOON
        told.run(NOON + 4 * SECOND)
        assert len(server.asked) == 1
        server.answer = say(200)
        told.run(NOON + 5 * SECOND)
    first, second = (headers for _, headers, _ in server.asked)
    assert first["webhook-id"] == second["webhook-id"]
    assert first["webhook-timestamp"] != second["webhook-timestamp"]
    assert (hook := told.hook())
    assert hook.failing_since is None
    assert told.fates() == [(Fate.SENT, "")]


@pytest.mark.parametrize("status", [302, 404, 503])
def test_whatever_is_no_success_is_a_failure(told: Told, status: int) -> None:
    with serving(say(status, Location="/elsewhere")) as server:
        told.add(server)
        out(told.newsroom)
        told.run()
    assert [path for path, _, _ in server.asked] == ["/in"]
    assert told.fates() == [(None, f"it answered {status}")]


def test_a_program_that_says_it_is_gone_is_removed(told: Told) -> None:
    with serving(say(410)) as server:
        told.add(server)
        out(told.newsroom)
        told.run()
        out(told.newsroom, "Another")
        told.run(NOON + DAY)
    assert len(server.asked) == 1
    assert told.hook() is None
    assert told.fates() == [(Fate.SKIPPED, "it answered 410")]


def test_a_program_that_fails_for_five_days_is_asked_no_more_and_we_are_told(
    told: Told, newsroom: Newsroom
) -> None:
    with serving(say(503)) as server:
        told.add(server)
        out(newsroom)
        hour, asked = timedelta(hours=1), []
        for n in range(24 * 7):
            told.run(NOON + n * hour)
            asked.append(len(server.asked))
        days = [asked[24 * day - 1] for day in range(1, 8)]
        assert days[0] > 4  # often at first
        assert days[5] == days[6]  # and at last no more
        out(newsroom, "Another")
        told.run(NOON + 8 * DAY)
        assert len(server.asked) == days[6]
    assert (hook := told.hook())
    assert hook.disabled_at is not None
    assert timedelta(days=5) <= hook.disabled_at - NOON < timedelta(days=6)
    assert told.fates() == [(Fate.FAILED, "it answered 503")]
    (letter,) = letters(newsroom)
    assert "To: newsroom@press.example.org" in letter
    assert "Webhook 1 on 127.0.0.1 took nothing for five days" in letter
    assert "newsroom webhooks replay 1 --failed" in letter


def letters(newsroom: Newsroom) -> list[str]:
    settings = newsroom.settings
    lane = Mailing(
        *(newsroom.storage, newsroom.front, settings.mail, settings.mailbox),
        lambda: NOON + 30 * DAY,
    )
    lane.do_due()
    lane.finish()
    return [path.read_text() for path in settings.mailbox.rglob("*.eml")]


def test_a_message_that_one_program_cannot_take_is_given_up_and_others_go_on(told: Told) -> None:
    """Something is wrong with the message, and not with whoever takes all others."""

    def picky(handler: Any) -> None:
        _, _, body = handler.asked
        say(400 if b"Bad" in body else 200)(handler)

    with serving(picky) as server:
        told.add(server)
        out(told.newsroom, "Bad")
        for day in range(7):
            for tries in range(8):
                told.run(NOON + day * DAY + tries * timedelta(hours=3))
            out(told.newsroom, f"Good {day}")
        told.run(NOON + 8 * DAY)
    assert (hook := told.hook())
    assert (hook.disabled_at, hook.failing_since) == (None, None)
    assert told.fates() == [(Fate.FAILED, "it answered 400"), *[(Fate.SENT, "")] * 7]


@pytest.mark.promise(89)
def test_a_withdrawal_says_why_and_nothing_of_the_text(told: Told) -> None:
    with serving() as server:
        told.add(server)
        number = out(told.newsroom)
        told.run()
        told.newsroom.life.withdraw(number, "A figure was wrong.", "me", NOON + SECOND)
        told.run(NOON + 2 * SECOND)
    said = bodies(server)[1]
    assert said["type"] == "release.withdrawn"
    assert (said["data"]["pubStatus"], said["data"]["edNote"]) == (
        "canceled",
        "A figure was wrong.",
    )
    assert said["data"]["uri"] == bodies(server)[0]["data"]["uri"]
    assert not said["data"].keys() & {"headlines", "bodies", "descriptions", "associations"}
    assert b"Words." not in server.asked[1][2]


def test_what_was_withdrawn_before_it_was_told_is_not_told(told: Told) -> None:
    with serving(say(500)) as server:
        told.add(server)
        number = out(told.newsroom)
        told.run()
        told.newsroom.life.withdraw(number, "A figure was wrong.", "me", NOON + SECOND)
        server.answer = say(200)
        told.run(NOON + DAY)
    assert [one["type"] for one in bodies(server)] == ["release.out", "release.withdrawn"]
    assert [fate for fate, _ in told.fates()] == [Fate.SKIPPED, Fate.SENT]


def test_a_message_on_its_way_says_nothing_of_what_was_withdrawn_meanwhile(told: Told) -> None:
    with serving() as server:
        told.add(server)
        number = out(told.newsroom)
        taken = take(told)
        told.newsroom.life.withdraw(number, "A figure was wrong.", "me", NOON + SECOND)
        told.hand.now = NOON + 2 * SECOND
        told.lane.send_one(taken)
    assert server.asked == []


def take(told: Told) -> Any:
    with told.newsroom.storage.write() as db:
        (one,) = notices.claim(
            *(db, Channel.WEBHOOK, NOON), owner="me", lease=timedelta(minutes=2), limit=9
        )
    return one


def test_what_an_officer_stops_does_not_go(told: Told) -> None:
    with serving() as server:
        told.add(server)
        number = out(told.newsroom)
        taken = take(told)
        with told.newsroom.storage.write() as db:
            notices.stop(db, number, NOON)
        told.lane.send_one(taken)
    assert server.asked == []
    assert told.fates() == [(Fate.STOPPED, "")]


def test_a_program_that_does_not_answer_delays_no_other(told: Told) -> None:
    wake, asleep = threading.Event(), threading.Event()

    def sleep(handler: Any) -> None:
        asleep.set()
        wake.wait()
        say(200)(handler)

    with serving(sleep) as slow, serving() as quick:
        told.add(slow)
        told.add(quick)
        out(told.newsroom)
        told.lane.do_due()
        try:
            assert asleep.wait(20)
            until(lambda: bool(quick.asked))
            assert told.fates()[0] == (None, "")
        finally:
            wake.set()
        told.run()
    assert [fate for fate, _ in told.fates()] == [Fate.SENT, Fate.SENT]


def until(is_so: Callable[[], bool]) -> None:
    for _ in range(1000):
        if is_so():
            return
        threading.Event().wait(0.02)
    raise TimeoutError


def test_a_program_within_the_house_is_not_told(newsroom: Newsroom) -> None:
    """Its name was the world's when it was added, and is ours now."""
    with serving() as server:
        told = Told(newsroom, GuardedClient(private=False))
        told.add(server)
        out(newsroom)
        told.run()
        told.lane.finish()
    assert server.asked == []
    assert told.fates() == [(None, "127.0.0.1 is not an address on the public internet")]
