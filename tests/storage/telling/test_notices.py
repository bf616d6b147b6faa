"""The outbox: each message in one hand at a time, under one key at every try."""

from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest

from press.telling.notices import Channel, Fate, Notice, Occasion
from storage import Storage
from storage.telling import notices
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.storage.telling.world import HOUR, LEASE, follower, out, rows, take, webhook
from tests.storage.test_public import DAY

SECOND = timedelta(seconds=1)
ASKED = Notice(0, "mail:confirm:7:1", Channel.MAIL, Occasion.CONFIRM, 7, NOON, body="{}")


def owed(storage: Storage, count: int) -> None:
    for n in range(count):
        follower(storage, f"reader {n}")
    out(storage)


def end(storage: Storage, number: int, fate: Fate, note: str = "") -> None:
    with storage.write() as db:
        notices.end(db, [Ended(number, fate, note)], NOON)


def outcome(storage: Storage) -> object:
    return rows(storage)[0]["outcome"]


def test_what_is_no_events_is_owed_once_and_read_as_it_was_written(storage: Storage) -> None:
    with storage.write() as db:
        assert notices.add(db, ASKED)
        assert not notices.add(db, replace(ASKED, due_at=NOON + DAY))
    assert take(storage, NOON) == [replace(ASKED, id=1, tries=1)]


def test_nothing_is_taken_before_it_is_due_nor_from_another_channel(storage: Storage) -> None:
    webhook(storage)
    owed(storage, 1)
    assert take(storage, NOON - SECOND / 1000) == []
    assert [one.channel for one in take(storage, NOON)] == [Channel.MAIL]


def test_a_message_knows_what_it_tells_of(storage: Storage) -> None:
    owed(storage, 1)
    (one,) = take(storage, NOON)
    assert one.event
    said = (one.event.kind, one.event.release_id, one.event.at, one.kind, one.language)
    assert said == (Occasion.OUT, 1, NOON, Occasion.OUT, "en")


@pytest.mark.parametrize("fate", [Fate.SENT, Fate.SKIPPED, Fate.STOPPED, Fate.FAILED])
def test_the_words_of_an_answer_are_kept_only_while_it_may_go(storage: Storage, fate: Fate) -> None:
    with storage.write() as db:
        notices.add(db, replace(ASKED, key="mail:answer:1", kind=Occasion.RECEIVED, body="said"))
        notices.add(db, replace(ASKED, body="said"))
        notices.end(db, [Ended(1, fate), Ended(2, fate)], NOON)
    kept = "said" if fate is Fate.FAILED else ""
    assert [row["body"] for row in rows(storage)] == [kept, "said"]


def test_two_processes_take_no_message_both(storage: Storage) -> None:
    owed(storage, 40)
    begin, taken = Barrier(2), list[list[int]]()

    def carry(owner: str) -> None:
        begin.wait()
        mine = list[int]()
        while some := take(storage, NOON, owner=owner, limit=3):
            mine += [one.id for one in some]
        taken.append(mine)
        storage.close()

    both = [Thread(target=carry, args=(f"machine:{n}:x",)) for n in (1, 2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(taken[0] + taken[1]) == list(range(1, 41))


def test_a_lease_that_ends_frees_what_was_taken(storage: Storage) -> None:
    owed(storage, 1)
    (first,) = take(storage, NOON)
    assert take(storage, NOON + LEASE - SECOND) == []
    (again,) = take(storage, NOON + LEASE)
    assert (again.key, again.tries) == (first.key, 2)


def test_what_a_process_that_is_gone_had_is_free(storage: Storage) -> None:
    owed(storage, 2)
    take(storage, NOON, owner="gone", limit=1)
    take(storage, NOON, owner="here", limit=1)
    with storage.write() as db:
        assert notices.owners(db, NOON) == ["gone", "here"]
        notices.free_all_of(db, "gone")
    assert [one.id for one in take(storage, NOON)] == [1]


def test_what_was_given_back_was_not_tried(storage: Storage) -> None:
    owed(storage, 1)
    (one,) = take(storage, NOON)
    with storage.write() as db:
        notices.give_back(db, [one.id])
    (one,) = take(storage, NOON)
    assert one.tries == 1
    with storage.write() as db:
        notices.give_back(db, [one.id], NOON + SECOND)
    assert take(storage, NOON) == []
    assert [one.tries for one in take(storage, NOON + SECOND)] == [1]


def test_what_is_postponed_waits_with_its_reason(storage: Storage) -> None:
    owed(storage, 1)
    (one,) = take(storage, NOON)
    with storage.write() as db:
        notices.postpone(db, [one.id], NOON + HOUR, "451 later")
        assert not notices.is_due(db, Channel.MAIL, NOON + HOUR - SECOND)
        assert notices.is_due(db, Channel.MAIL, NOON + HOUR)
    assert rows(storage)[0]["note"] == "451 later"
    assert take(storage, NOON + HOUR - SECOND) == []
    assert [one.tries for one in take(storage, NOON + HOUR)] == [2]


def test_stop_ends_what_waits_and_what_is_under_way_and_nothing_that_went(
    storage: Storage,
) -> None:
    owed(storage, 3)
    sent, under_way = take(storage, NOON, limit=2)
    end(storage, sent.id, Fate.SENT)
    with storage.write() as db:
        assert notices.stop(db, 1, NOON) == 2
        assert notices.stop(db, 1, NOON) == 0
        assert notices.are_open(db, [sent.id, under_way.id]) == set()
        notices.postpone(db, [under_way.id], NOON, "451 later")
        notices.give_back(db, [under_way.id])
    assert take(storage, NOON + DAY) == []
    assert [row["outcome"] for row in rows(storage)] == ["sent", "stopped", "stopped"]


def test_what_was_stopped_and_went_all_the_same_was_sent(storage: Storage) -> None:
    owed(storage, 1)
    (one,) = take(storage, NOON)
    with storage.write() as db:
        notices.stop(db, 1, NOON)
    end(storage, one.id, Fate.SENT)
    assert outcome(storage) == "sent"


@pytest.mark.parametrize("late", [Fate.FAILED, Fate.SKIPPED, Fate.SUPERSEDED])
def test_what_was_sent_stays_sent_whatever_a_process_says_that_comes_late(
    storage: Storage, late: Fate
) -> None:
    owed(storage, 1)
    (one,) = take(storage, NOON)
    end(storage, one.id, Fate.SENT)
    end(storage, one.id, late, "too late")
    assert outcome(storage) == "sent"


def test_what_an_officer_stopped_stays_stopped_though_it_fails(storage: Storage) -> None:
    owed(storage, 1)
    (one,) = take(storage, NOON)
    with storage.write() as db:
        notices.stop(db, 1, NOON)
    end(storage, one.id, Fate.FAILED)
    assert outcome(storage) == "stopped"


def test_what_is_told_again_keeps_its_key(storage: Storage) -> None:
    owed(storage, 1)
    (one,) = take(storage, NOON)
    end(storage, one.id, Fate.FAILED, "550 unknown")
    with storage.write() as db:
        notices.replay(db, [one.id], NOON + HOUR)
    assert take(storage, NOON + HOUR - SECOND) == []
    assert take(storage, NOON + HOUR) == [replace(one, due_at=NOON + HOUR)]


@pytest.mark.parametrize(
    ("first", "then", "kept"),
    [
        (Fate.SENT, Fate.SKIPPED, "sent"),
        (Fate.SENT, Fate.STOPPED, "sent"),
        (Fate.SENT, Fate.FAILED, "failed"),
        (Fate.FAILED, Fate.SKIPPED, "skipped"),
    ],
)
def test_what_was_sent_stays_sent_where_the_second_time_nothing_goes(
    storage: Storage, first: Fate, then: Fate, kept: str
) -> None:
    owed(storage, 1)
    (one,) = take(storage, NOON)
    end(storage, one.id, first)
    with storage.write() as db:
        assert notices.replay(db, [one.id, 99], NOON) == 1
    assert outcome(storage) is None
    end(storage, one.id, then)
    assert outcome(storage) == kept


def test_what_is_under_way_is_not_begun_a_second_time_by_telling_it_again(
    storage: Storage,
) -> None:
    owed(storage, 1)
    (one,) = take(storage, NOON)
    with storage.write() as db:
        notices.replay(db, [one.id], NOON)
    assert take(storage, NOON) == []
