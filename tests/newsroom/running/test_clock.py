"""What the clock does before and beside what is due."""

import threading
from collections.abc import Sequence
from dataclasses import replace

import pytest

from newsroom.running.clock import Clock
from newsroom.telling.lane import Lane
from newsroom.wiring import Newsroom
from press.telling.notices import Channel, Fate, Notice
from storage import Storage
from storage.telling import notices
from storage.telling.notices import Ended
from storage.translation import rough
from tests.conftest import NOON
from tests.newsroom.telling.test_lane import PATIENCE, owe
from tests.newsroom.translation.test_rough import ON, made


class Reader(Lane):
    """Notes which of the starter's texts the public might read when something was sent."""

    def __init__(self, storage: Storage) -> None:
        super().__init__(storage, Channel.MAIL, lambda: NOON)
        self.read: list[tuple[int, str]] = []
        self.has_sent = threading.Semaphore(0)

    def send(self, taken: Sequence[Notice]) -> None:
        with self.storage.write() as db:
            self.read += rough.ready(db)
            notices.end(db, [Ended(one.id, Fate.SENT) for one in taken], NOON)
        self.has_sent.release()

    def finish(self) -> None:
        pass


@pytest.mark.promise(100)
def test_nothing_is_sent_while_words_are_public_that_have_to_wait_since_a_setting_changed(
    newsroom: Newsroom,
) -> None:
    number = made(newsroom, ON)
    with newsroom.storage.read() as db:
        assert (number, "fr") in rough.ready(db)
    owe(newsroom.storage, Channel.MAIL, 1)
    reader = Reader(newsroom.storage)
    clock = Clock(replace(newsroom, lanes=(reader,)))
    for _ in range(2):  # as at every tick
        clock.tell()
    assert reader.has_sent.acquire(timeout=PATIENCE)
    clock.teller.stop()
    assert reader.read == []
