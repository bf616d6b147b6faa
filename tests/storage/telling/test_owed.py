"""What programs are owed, and how many will be told."""

from datetime import timedelta

import pytest

from press.telling.notices import Channel, Fate
from press.telling.wishes import Frequency, Wanted
from storage import Storage
from storage.filed import releases
from storage.instants import to_ms
from storage.telling import notices
from storage.telling.events import public_words
from storage.telling.mailed import count_again, count_mail
from storage.telling.notices import Ended
from storage.telling.owed import count_programs
from tests.conftest import NOON
from tests.storage.telling.world import (
    HOUR,
    correct,
    follower,
    hub_subscription,
    out,
    rows,
    say,
    send,
    take,
    webhook,
)
from tests.storage.test_public import DAY, file


def test_a_hubs_subscription_has_one_message_waiting(storage: Storage) -> None:
    who = hub_subscription(storage, "reader")
    hub_subscription(storage, "other", "rivers")
    number = out(storage)
    say(storage, number, NOON)
    correct(storage, number, NOON + HOUR)
    waiting = [row for row in rows(storage) if row["outcome"] is None]
    assert [(row["receiver"], row["kind"]) for row in waiting] == [(who, "corrected")]


def test_what_waits_for_another_try_at_a_hubs_subscription_gives_way_too(storage: Storage) -> None:
    hub_subscription(storage, "reader")
    number = out(storage)
    (one,) = take(storage, NOON, Channel.HUB)
    with storage.write() as db:
        notices.postpone(db, [one.id], NOON + DAY, "503")
    correct(storage, number, NOON + HOUR)
    assert [row["outcome"] for row in rows(storage)] == ["superseded", None]


def test_what_changes_while_a_feed_is_pushed_is_pushed_after_it(storage: Storage) -> None:
    who = hub_subscription(storage, "reader")
    number = out(storage)
    (one,) = take(storage, NOON, Channel.HUB)
    second = NOON + timedelta(seconds=1)
    correct(storage, number, second)
    with storage.write() as db:
        notices.end(db, [Ended(one.id, Fate.SENT)], second)
    assert send(storage, second, Channel.HUB) == [(who, "corrected", "en")]


def test_a_subscription_that_ended_or_was_not_verified_is_owed_nothing(storage: Storage) -> None:
    hub_subscription(storage, "ended")
    hub_subscription(storage, "unverified")
    with storage.write() as db:
        db.execute("UPDATE hub_subscription SET lease_until = ? WHERE id = 1", (to_ms(NOON),))
        db.execute("UPDATE hub_subscription SET verified_at = NULL WHERE id = 2")
    out(storage)
    assert rows(storage) == []


def test_a_webhook_gets_one_message_a_language_it_wants(storage: Storage) -> None:
    both, french, rivers = (
        webhook(storage),
        webhook(storage, "peace", "fr"),
        webhook(storage, "rivers"),
    )
    number = file(storage)
    say(storage, number, NOON - HOUR)
    with storage.write() as db:
        releases.mark_out(db, number, NOON)
    told = send(storage, NOON, Channel.WEBHOOK)
    assert told == [(both, "out", "en"), (both, "out", "fr"), (french, "out", "fr")]
    say(storage, number, NOON + HOUR, "nl")
    assert send(storage, NOON + HOUR, Channel.WEBHOOK) == [(both, "translated", "nl")]
    assert rivers not in {who for who, *_ in told}


@pytest.mark.parametrize("column", ["disabled_at", "removed_at"])
def test_a_webhook_that_is_asked_no_more_is_owed_nothing(storage: Storage, column: str) -> None:
    webhook(storage)
    with storage.write() as db:
        db.execute(f"UPDATE webhook SET {column} = 1")
    out(storage)
    assert rows(storage) == []


def test_as_many_are_counted_beforehand_as_are_told(storage: Storage) -> None:
    for n, (languages, texts) in enumerate([("fr", "all"), ("fr", "official"), ("en", "official")]):
        follower(storage, f"reader {n}", languages=languages, texts=Wanted(texts))
    follower(storage, "daily", frequency=Frequency.DAILY)
    hub_subscription(storage, "reader")
    webhook(storage)
    number = file(storage)
    with storage.write() as db:
        assert count_mail(db, number, public_words(db, number), NOON) == (2, 1)
        assert count_programs(db, number, to_ms(NOON)) == (1, 1)
        releases.mark_out(db, number, NOON)
    assert len(send(storage, NOON)) == 2
    with storage.read() as db:
        assert count_again(db, number, NOON) == (2, 0)
