"""Due work: done once, at its minute, or quietly not at all."""

import multiprocessing
import socket
from datetime import datetime, timedelta

import pytest

from newsroom.tasks.due import ANNOUNCE
from newsroom.tasks.work import Work, back_off, free_work_of_the_gone, owner_name
from newsroom.wiring import Newsroom
from storage import Database, Storage, figures, tasks
from storage.tasks import Task, WantedTask
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file, filing


def do(newsroom: Newsroom, now: datetime) -> int:
    return newsroom.work.do_due(lambda: now)


def announced(newsroom: Newsroom, number: int) -> list[str]:
    _, lines = newsroom.releases.get(number)
    return [line.note for line in lines if line.verb == "came out"]


def test_a_release_is_announced_once_however_many_clocks_run(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    clocks = [Work(newsroom.storage) for _ in range(3)]
    late = NOON + DAY + timedelta(milliseconds=7)
    for clock in clocks:
        clock.do_due(lambda: late)
    assert announced(newsroom, number) == ["after 7 ms"]


def test_what_is_announced_does_not_wait_for_all_that_is_due_beside_it(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.tasks.work.SECONDS_AT_ONCE", 0)  # each takes longer
    for words in ("One river", "Two rivers", "Three rivers"):
        file(newsroom, filing(words, embargo=at(NOON + DAY)))
    announce, seen = newsroom.work.handlers[ANNOUNCE], list[int]()
    other = Storage(newsroom.settings.database)

    def looking(db: Database, task: Task, now: datetime) -> str:
        with other.read() as known:
            seen.append(known.execute("SELECT COUNT(out_at) FROM release").fetchone()[0])
        return announce(db, task, now)

    newsroom.work.handlers[ANNOUNCE] = looking
    do(newsroom, NOON + DAY)
    other.close()
    assert seen == [0, 1, 2]


def test_nothing_is_announced_early(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    do(newsroom, NOON + DAY - timedelta(milliseconds=1))
    assert announced(newsroom, number) == []


def test_a_release_moved_away_is_not_announced_at_its_old_minute(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    newsroom.life.schedule(number, at(NOON + 2 * DAY), "me", NOON)
    do(newsroom, NOON + DAY)
    assert announced(newsroom, number) == []
    do(newsroom, NOON + 2 * DAY)
    assert announced(newsroom, number) == ["after 0 ms"]


def test_what_is_let_out_within_a_minute_is_late_only_since_that_word(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    word = NOON + timedelta(seconds=40)
    newsroom.life.publish(number, "me", word)
    do(newsroom, word + timedelta(milliseconds=3))
    assert announced(newsroom, number) == ["after 3 ms"]
    with newsroom.storage.read() as db:
        assert figures.read(db, word + MINUTE, "").delays == (3,)


def test_what_is_let_go_within_the_minute_at_which_it_was_held_is_announced_once(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, filing(embargo=at(NOON + MINUTE)))
    newsroom.life.hold(number, "me", NOON)
    do(newsroom, NOON + MINUTE)
    assert announced(newsroom, number) == []
    word = NOON + MINUTE + timedelta(seconds=30)
    newsroom.life.publish(number, "me", word)
    for wait in (1, 2):
        do(newsroom, word + wait * timedelta(milliseconds=1))
    assert announced(newsroom, number) == ["after 1 ms"]


def test_a_release_that_was_let_out_and_moved_back_is_not_announced(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON + MINUTE)))
    newsroom.life.schedule(number, at(NOON + 2 * MINUTE), "me", NOON + timedelta(seconds=10))
    do(newsroom, NOON + MINUTE + timedelta(seconds=10))
    assert announced(newsroom, number) == []


def test_a_release_that_came_out_while_no_clock_ran_is_announced_late(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON + MINUTE)))
    do(newsroom, NOON + MINUTE + timedelta(hours=26))
    assert announced(newsroom, number) == [f"after {26 * 3600 * 1000} ms, overdue"]


def test_the_alarm_is_set_for_the_next_minute_that_matters(newsroom: Newsroom) -> None:
    assert newsroom.work.next_due() is None
    file(newsroom, filing("later", embargo=at(NOON + DAY)))
    file(newsroom, filing("sooner", embargo=at(NOON + MINUTE)))
    assert newsroom.work.next_due() == NOON + MINUTE


def test_each_try_waits_longer_and_none_waits_for_ever() -> None:
    waits = [back_off(tries).total_seconds() for tries in range(1, 8)]
    assert waits == [3, 20, 90, 300, 900, 900, 900]


@pytest.mark.waits
def test_what_a_killed_process_held_is_free_at_once(newsroom: Newsroom) -> None:
    file(newsroom, filing(embargo=at(NOON)))
    gone = multiprocessing.get_context("spawn").Process(target=owner_name)
    gone.start()
    gone.join()
    owners = [f"{socket.gethostname()}:{gone.pid}:a", f"elsewhere:{gone.pid}:a", owner_name()]
    with newsroom.storage.write() as db:
        for owner in owners:
            tasks.claim(db, WantedTask("translate"), NOON, owner=owner, lease=MINUTE, limit=1)
    free_work_of_the_gone(newsroom.storage, NOON)
    with newsroom.storage.read() as db:
        assert set(tasks.owners(db, NOON)) == set(owners[1:])
