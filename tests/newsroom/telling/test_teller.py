"""The lanes at work beside the clock."""

import logging
import multiprocessing
import socket
import threading
from collections.abc import Sequence

import pytest

from newsroom.tasks.work import owner_name
from newsroom.telling.lane import LEASE, Lane
from newsroom.telling.teller import Teller
from newsroom.wiring import Newsroom
from press.telling.notices import Channel, Fate, Notice
from storage import Storage
from storage.telling import notices
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.newsroom.telling.test_lane import PATIENCE, owe


class Door(Lane):
    """Says whom it was sent to; the first time it fails if it is told to."""

    def __init__(self, storage: Storage, channel: Channel, *, fails: bool = False) -> None:
        super().__init__(storage, channel, lambda: NOON)
        self.fails = fails
        self.seen = threading.Semaphore(0)
        self.finished = False

    def send(self, taken: Sequence[Notice]) -> None:
        if self.fails:
            self.fails = False
            with self.storage.write() as db:
                notices.give_back(db, [one.id for one in taken])
            raise ValueError("the letter is torn")
        with self.storage.write() as db:
            notices.end(db, [Ended(one.id, Fate.SENT) for one in taken], NOON)
        self.seen.release()

    def finish(self) -> None:
        self.finished = True


def test_each_lane_sends_what_is_due_on_its_channel_until_it_is_stopped(
    newsroom: Newsroom,
) -> None:
    lanes = [Door(newsroom.storage, channel) for channel in Channel]
    teller = Teller(lanes)
    for channel in Channel:
        owe(newsroom.storage, channel, 1)
    teller.start()
    teller.wake()
    for lane in lanes:
        assert lane.seen.acquire(timeout=PATIENCE)
    owe(newsroom.storage, Channel.HUB, 2)
    teller.wake()
    assert lanes[1].seen.acquire(timeout=PATIENCE)
    teller.stop()
    assert not any(thread.is_alive() for thread in teller.threads)
    assert all(lane.finished for lane in lanes)


def test_a_lane_that_fails_goes_on_with_the_next(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    lane = Door(newsroom.storage, Channel.MAIL, fails=True)
    owe(newsroom.storage, Channel.MAIL, 1)
    teller = Teller([lane])
    with caplog.at_level(logging.ERROR):
        teller.start()
        assert lane.seen.acquire(timeout=PATIENCE)
        teller.stop()
    assert "telling by mail failed" in caplog.text


def test_a_teller_that_never_began_can_be_stopped(newsroom: Newsroom) -> None:
    Teller([Door(newsroom.storage, Channel.MAIL)]).stop()
    Teller([]).stop()


@pytest.mark.waits
def test_what_a_killed_process_held_is_sent_at_once(newsroom: Newsroom) -> None:
    owe(newsroom.storage, Channel.MAIL, 1)
    gone = multiprocessing.get_context("spawn").Process(target=owner_name)
    gone.start()
    gone.join()
    owner = f"{socket.gethostname()}:{gone.pid}:a"
    with newsroom.storage.write() as db:
        notices.claim(db, Channel.MAIL, NOON, owner=owner, lease=LEASE, limit=1)
    lane = Door(newsroom.storage, Channel.MAIL)
    teller = Teller([lane])
    teller.start()
    assert lane.seen.acquire(timeout=PATIENCE)
    teller.stop()
