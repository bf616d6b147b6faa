"""A lane takes what is due, and no place is waited for by another."""

import logging
import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count

import pytest

from newsroom.tasks.work import owner_name
from newsroom.telling.lane import A_MOMENT, LEASE, Lane, Pool, free_messages_of_the_gone
from newsroom.wiring import Newsroom
from press.telling.notices import Channel, Fate, Notice, Occasion
from storage import Storage
from storage.telling import notices
from storage.telling.notices import Ended
from tests.conftest import NOON

NUMBERS = count(1)
PATIENCE = 20  # seconds that a thread is waited for before the test fails


def owe(storage: Storage, channel: Channel, receiver: int, due: datetime = NOON) -> None:
    key = f"{channel}:{next(NUMBERS)}"
    with storage.write() as db:
        notices.add(db, Notice(0, key, channel, Occasion.CONFIRM, receiver, due))


class Postbox(Lane):
    """Keeps what it is given to send."""

    AT_ONCE = 2

    def __init__(self, storage: Storage, now: datetime = NOON) -> None:
        super().__init__(storage, Channel.MAIL, lambda: now)
        self.batches = list[list[int]]()

    def send(self, taken: Sequence[Notice]) -> None:
        self.batches.append([one.receiver for one in taken])
        with self.storage.write() as db:
            notices.end(db, [Ended(one.id, Fate.SENT) for one in taken], self.clock())

    def finish(self) -> None:
        """Nothing is under way."""


class Callbacks(Pool):
    """Places that answer when they are let; those of uneven numbers at once."""

    def __init__(self, storage: Storage) -> None:
        super().__init__(storage, Channel.WEBHOOK, lambda: NOON)
        self.answer = threading.Event()
        self.begun, self.done = threading.Semaphore(0), threading.Semaphore(0)

    def place_of(self, notice: Notice) -> str:
        if notice.receiver == 13:
            raise ValueError("nowhere")
        return f"place {notice.receiver}"

    def send_one(self, notice: Notice) -> None:
        self.begun.release()
        if notice.receiver == 7:
            self.done.release()
            raise ValueError("it has no way to go")
        if notice.receiver % 2 == 0:
            assert self.answer.wait(PATIENCE)
        with self.storage.write() as db:
            notices.end(db, [Ended(notice.id, Fate.SENT)], NOON)
        self.done.release()


def open_of(storage: Storage, now: datetime) -> list[int]:
    """Whose messages are free again by then."""
    with storage.rehearse() as db:
        taken = notices.claim(*(db, Channel.WEBHOOK, now), owner="test", lease=LEASE, limit=1000)
    return [one.receiver for one in taken]


def sent(storage: Storage) -> int:
    with storage.read() as db:
        query = "SELECT COUNT(*) FROM notice WHERE outcome = 'sent'"
        return int(db.execute(query).fetchone()[0])


def test_all_that_is_due_is_taken_in_batches_and_nothing_else(newsroom: Newsroom) -> None:
    for who in (1, 2, 3):
        owe(newsroom.storage, Channel.MAIL, who)
    owe(newsroom.storage, Channel.MAIL, 4, NOON + LEASE)
    owe(newsroom.storage, Channel.HUB, 5)
    lane = Postbox(newsroom.storage)
    assert lane.do_due() == 3
    assert lane.batches == [[1, 2], [3]]


def test_a_lane_that_is_stopping_takes_nothing(newsroom: Newsroom) -> None:
    owe(newsroom.storage, Channel.MAIL, 1)
    lane = Postbox(newsroom.storage)
    lane.stopping.set()
    assert (lane.do_due(), lane.batches) == (0, [])


def test_a_place_that_is_slow_is_nobody_elses_matter(newsroom: Newsroom) -> None:
    for who in (2, 2, 2, 2, 2, 2, 3, 5):
        owe(newsroom.storage, Channel.WEBHOOK, who)
    pool = Callbacks(newsroom.storage)
    try:
        assert pool.do_due() == 8
        for _ in (3, 5):
            assert pool.done.acquire(timeout=PATIENCE)
        # Four to the slow place are under way; the two others stand in line for it.
        assert sent(newsroom.storage) == 2
        assert open_of(newsroom.storage, NOON + A_MOMENT) == []
    finally:
        pool.answer.set()
        pool.finish()
    assert sent(newsroom.storage) == 8


def test_a_line_has_an_end_and_goes_home_when_the_lane_stops(newsroom: Newsroom) -> None:
    for _ in range(10):
        owe(newsroom.storage, Channel.WEBHOOK, 2)
    pool = Callbacks(newsroom.storage)
    pool.WAITING = 3
    pool.do_due()
    for _ in range(pool.EACH):
        assert pool.begun.acquire(timeout=PATIENCE)
    # Four under way, three in line, three given back for a moment, untried.
    assert open_of(newsroom.storage, NOON) == []
    assert open_of(newsroom.storage, NOON + A_MOMENT) == [2] * 3
    pool.stopping.set()
    pool.answer.set()
    pool.finish()
    assert sent(newsroom.storage) == 4
    assert open_of(newsroom.storage, NOON + A_MOMENT) == [2] * 6


def test_who_was_stopped_while_it_stood_in_line_is_not_sent(newsroom: Newsroom) -> None:
    for _ in range(6):
        owe(newsroom.storage, Channel.WEBHOOK, 2)
    pool = Callbacks(newsroom.storage)
    pool.do_due()
    for _ in range(pool.EACH):
        assert pool.begun.acquire(timeout=PATIENCE)
    with newsroom.storage.write() as db:
        stopped = db.execute("SELECT MAX(id) FROM notice").fetchone()[0]
        notices.end(db, [Ended(stopped, Fate.STOPPED)], NOON)
    pool.answer.set()
    pool.finish()
    assert sent(newsroom.storage) == 5


def test_no_more_is_taken_than_there_are_hands(newsroom: Newsroom) -> None:
    for who in range(2, 202, 2):
        owe(newsroom.storage, Channel.WEBHOOK, who)
    pool = Callbacks(newsroom.storage)
    try:
        assert pool.do_due() == pool.WORKERS
        assert pool.room() == 0
    finally:
        pool.answer.set()
        pool.finish()
    assert pool.room() == pool.WORKERS


def test_one_that_fails_stops_no_other_and_is_tried_again_after_its_lease(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    for who in (13, 7, 3):
        owe(newsroom.storage, Channel.WEBHOOK, who)
    pool = Callbacks(newsroom.storage)
    with caplog.at_level(logging.ERROR):
        pool.do_due()
        for _ in (7, 3):
            assert pool.done.acquire(timeout=PATIENCE)
        pool.finish()
    assert sent(newsroom.storage) == 1
    assert open_of(newsroom.storage, NOON + LEASE - timedelta(seconds=1)) == []
    assert open_of(newsroom.storage, NOON + LEASE) == [13, 7]
    assert "webhook:" in caplog.text


def test_what_this_process_holds_is_not_freed(newsroom: Newsroom) -> None:
    owe(newsroom.storage, Channel.WEBHOOK, 3)
    with newsroom.storage.write() as db:
        notices.claim(db, Channel.WEBHOOK, NOON, owner=owner_name(), lease=LEASE, limit=1)
    free_messages_of_the_gone(newsroom.storage, NOON)
    assert open_of(newsroom.storage, NOON) == []
