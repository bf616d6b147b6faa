"""What officers do with webhooks."""

import json
from datetime import timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook as Reader

from delivery.http import GuardedClient
from newsroom.telling.webhooks import Webhooks
from newsroom.wiring import Newsroom
from press.errors import CallbackRefused, Refusal, UnknownLanguage, UnknownRelease
from press.telling.notices import Fate
from press.topic import Topic
from storage.telling import notices
from tests.conftest import NOON
from tests.delivery.receivers import say, serving
from tests.newsroom.filing.test_filing import DAY
from tests.newsroom.releases.test_life import translate
from tests.newsroom.telling.test_hooks import CLIENT, SECOND, Told, bodies, out, told

__all__ = ["told"]
ADDRESS = "http://127.0.0.1:9/in?token=hidden"


def journal_of(newsroom: Newsroom) -> list[str]:
    query = "SELECT who || ': ' || verb || ': ' || note FROM journal ORDER BY id"
    with newsroom.storage.read() as db:
        return [line for (line,) in db.execute(query)]


def test_a_secret_and_an_address_are_written_down_in_no_journal(told: Told) -> None:
    hook = told.webhooks.add(ADDRESS, (), ("en",), "me", NOON)
    secret = told.webhooks.rotate(hook.id, "me", NOON)
    told.webhooks.remove(hook.id, "me", NOON)
    lines = [line for line in journal_of(told.newsroom) if "webhook" in line]
    assert lines == [
        "me: webhook added: webhook 1 on 127.0.0.1",
        "me: webhook's secret changed: webhook 1 on 127.0.0.1",
        "me: webhook removed: webhook 1 on 127.0.0.1",
    ]
    assert hook.secret.startswith("whsec_")
    assert hook.secret not in repr(hook)
    assert secret != hook.secret


@pytest.mark.parametrize(
    ("address", "topics", "languages", "refusal"),
    [
        ("http://10.0.0.1:9/", (), (), CallbackRefused),
        ("ftp://127.0.0.1/", (), (), CallbackRefused),
        ("http://127.0.0.1:9/", ("nowhere",), (), Refusal),
        ("http://127.0.0.1:9/", (), ("xx",), UnknownLanguage),
    ],
)
def test_what_cannot_be_told_is_refused_at_once(
    newsroom: Newsroom, address: str, topics: Any, languages: Any, refusal: type[Refusal]
) -> None:
    client = GuardedClient(private="127" in address)
    webhooks = Webhooks(newsroom.storage, newsroom.front, client)
    with pytest.raises(refusal):
        webhooks.add(address, topics, languages, "me", NOON)
    assert webhooks.every() == []


def test_while_a_secret_is_changed_both_hold_for_a_day(told: Told) -> None:
    with serving() as server:
        hook = told.add(server)
        out(told.newsroom)
        told.webhooks.rotate(hook.id, "me", NOON)
        told.run()
        told.webhooks.replay(hook.id, "me", NOON + DAY)
        told.run(NOON + DAY)
    assert (now := told.hook())
    during, after = (headers["webhook-signature"].split() for _, headers, _ in server.asked)
    key, body = server.asked[0][1]["webhook-id"], server.asked[0][2].decode()
    assert during == [Reader(one).sign(key, NOON, body) for one in (now.secret, hook.secret)]
    assert after == [Reader(now.secret).sign(key, NOON + DAY, body)]


def test_nothing_is_left_of_a_removed_one_but_its_number(told: Told) -> None:
    with serving() as server:
        hook = told.add(server)
        out(told.newsroom)
        told.webhooks.remove(hook.id, "me", NOON)
        told.run()
    assert server.asked == []
    assert told.webhooks.every() == []
    with told.newsroom.storage.read() as db:
        row = db.execute("SELECT secret, old_secret FROM webhook").fetchone()
    assert tuple(row) == ("", "")
    for act in (told.webhooks.remove, told.webhooks.rotate, told.webhooks.replay):
        with pytest.raises(Refusal, match="there is no webhook 1"):
            act(hook.id, "me", NOON)


def test_what_was_sent_is_sent_again_under_its_name(told: Told) -> None:
    with serving() as server:
        hook = told.add(server)
        first = out(told.newsroom, "One")
        out(told.newsroom, "Two")
        told.run()
        assert told.webhooks.replay(hook.id, "me", NOON + SECOND, release_id=first) == 1
        told.run(NOON + SECOND)
        assert told.webhooks.replay(hook.id, "me", NOON + 2 * SECOND) == 2
        told.run(NOON + 2 * SECOND)
    asked = [(headers["webhook-id"], b'"One"' in body) for _, headers, body in server.asked]
    both = sorted(asked[:2])  # in whichever order they came
    assert len({name for name, _ in both}) == 2
    assert asked[2] == next(one for one in both if one[1])
    assert sorted(asked[3:]) == both
    assert "me: webhook is sent 2 messages again: webhook 1 on 127.0.0.1" in journal_of(
        told.newsroom
    )


def test_what_waits_for_another_try_is_not_counted_as_sent_again(told: Told) -> None:
    with serving(say(500)) as server:
        hook = told.add(server)
        out(told.newsroom)
        told.run()
        assert told.webhooks.replay(hook.id, "me", NOON) == 0


def test_of_a_withdrawn_release_that_alone_is_sent_again(told: Told) -> None:
    with serving() as server:
        hook = told.add(server, codes="en fr")
        number = out(told.newsroom)
        translate(told.newsroom, number, NOON)
        told.run()
        told.newsroom.life.withdraw(number, "In error.", "me", NOON + SECOND)
        told.run(NOON + 30 * SECOND)  # no engine says why in French
        before = told.fates()
        assert told.webhooks.replay(hook.id, "me", NOON + DAY, release_id=number) == 2
        server.asked.clear()
        told.run(NOON + DAY)
    assert {body["type"] for body in bodies(server)} == {"release.withdrawn"}
    assert told.fates() == before


def test_what_was_sent_stays_sent_where_nothing_is_left_to_say_the_second_time(told: Told) -> None:
    with serving() as server:
        hook = told.add(server, codes="en fr")
        number = out(told.newsroom)
        translate(told.newsroom, number, NOON)
        told.run()
        assert told.webhooks.replay(hook.id, "me", NOON + SECOND) == 2
        translate(told.newsroom, number, NOON + SECOND, ready=False)
        told.run(NOON + SECOND)
        assert [fate for fate, _ in told.fates()] == [Fate.SENT] * 2
        assert told.webhooks.replay(hook.id, "me", NOON + 2 * SECOND) == 1
        told.newsroom.life.withdraw(number, "In error.", "me", NOON + 2 * SECOND)
        told.run(NOON + 2 * SECOND)
    assert {fate for fate, _ in told.fates()} == {Fate.SENT}


def test_of_no_such_release_nothing_is_sent_again(told: Told) -> None:
    hook = told.webhooks.add(ADDRESS, (), (), "me", NOON)
    with pytest.raises(UnknownRelease):
        told.webhooks.replay(hook.id, "me", NOON, release_id=99)
    assert "again" not in str(journal_of(told.newsroom))


def test_what_was_given_up_alone_is_sent_again_and_a_disabled_one_is_told_again(
    told: Told,
) -> None:
    with serving() as server:
        hook = told.add(server)
        out(told.newsroom, "Taken")
        told.run()
        server.answer = say(500)
        out(told.newsroom, "Not taken")
        for hours in range(0, 24 * 6, 2):
            told.run(NOON + timedelta(hours=hours))
        (found,) = told.webhooks.every()
        assert found.disabled_at
        server.answer, now = say(200), NOON + 7 * DAY
        server.asked.clear()
        assert told.webhooks.replay(hook.id, "me", now, only_failed=True) == 1
        told.run(now)
    (found,) = told.webhooks.every()
    assert (found.disabled_at, found.failing_since) == (None, None)
    [(_, _, body)] = server.asked
    assert b"Not taken" in body


def test_what_an_officer_stopped_goes_where_somebody_names_the_release(told: Told) -> None:
    with serving() as server:
        hook = told.add(server)
        number = out(told.newsroom)
        with told.newsroom.storage.write() as db:
            notices.stop(db, number, NOON)
        assert told.webhooks.replay(hook.id, "me", NOON) == 0
        assert told.webhooks.replay(hook.id, "me", NOON, release_id=number) == 1
        told.run()
    assert len(server.asked) == 1


@pytest.mark.parametrize("slugs", [("aid", "aid-work"), ("aid-work", "aid")])
def test_a_topic_that_is_renamed_is_the_same_one(told: Told, slugs: tuple[str, ...]) -> None:
    for slug in slugs:
        told.newsroom.topics.declare(Topic(slug, {"en": slug}), "me", NOON)
    with serving() as server:
        told.add(server, topics=slugs)
        told.newsroom.topics.rename("aid", "help", "me", NOON)
        (found,) = told.webhooks.every()
        assert set(found.topics) == {"help", "aid-work"}
        out(told.newsroom, topics=("help",))
        told.run()
    assert len(server.asked) == 1


def test_a_topic_is_known_by_its_old_names(told: Told) -> None:
    told.newsroom.topics.declare(Topic("aid", {"en": "Aid"}), "me", NOON)
    told.newsroom.topics.rename("aid", "help", "me", NOON)
    assert told.webhooks.add(ADDRESS, ("aid", "help"), (), "me", NOON).topics == ("help",)
    assert told.webhooks.add(ADDRESS, ("aid", "all"), (), "me", NOON).topics == ()


def test_a_message_that_says_nothing_tests_a_program_at_once(told: Told) -> None:
    with serving(say(202)) as server:
        hook = told.add(server)
        assert told.webhooks.test(hook.id, NOON).status == 202
    [(_, headers, body)] = server.asked
    assert json.loads(body) == {
        "type": "newsroom.test",
        "timestamp": "2026-08-25T12:00:00Z",
        "data": {},
    }
    signed = Reader(hook.secret).sign(headers["webhook-id"], NOON, body.decode())
    assert headers["webhook-signature"] == signed


def test_a_test_that_is_answered_410_ends_the_webhook(told: Told) -> None:
    with serving(say(410)) as server:
        hook = told.add(server)
        assert told.webhooks.test(hook.id, NOON).status == 410
    assert told.webhooks.every() == []
    line = "newsroom: webhook removed: it answered 410: webhook 1 on 127.0.0.1"
    assert journal_of(told.newsroom)[-1] == line


def test_the_newsrooms_own_client_asks_nobody_in_the_house(newsroom: Newsroom) -> None:
    with pytest.raises(CallbackRefused):
        newsroom.webhooks.add(ADDRESS, (), (), "me", NOON)
    assert CLIENT.check(ADDRESS) is None
