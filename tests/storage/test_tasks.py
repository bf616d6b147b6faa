"""Due work: claimed by one, never lost."""

from datetime import timedelta

from storage import Storage, tasks
from storage.filed import releases
from storage.tasks import Task, WantedTask
from tests.conftest import NOON
from tests.storage.test_public import file

MINUTE = timedelta(minutes=1)


def a_task(release_id: int, key: str = "a") -> Task:
    return Task("announce", release_id, NOON, "", key)


def claim(storage: Storage, owner: str, now=NOON) -> list[Task]:  # type: ignore[no-untyped-def]
    with storage.write() as db:
        return tasks.claim(db, WantedTask("announce"), now, owner=owner, lease=MINUTE, limit=10)


def add(storage: Storage, *keys: str) -> None:
    number = file(storage)
    with storage.write() as db:
        tasks.add(db, [a_task(number, key) for key in keys])


def test_claimed_work_is_not_given_to_another(storage: Storage) -> None:
    add(storage, "a")
    assert len(claim(storage, "one")) == 1
    assert claim(storage, "two") == []


def test_work_whose_owner_died_is_free_after_its_lease(storage: Storage) -> None:
    add(storage, "a")
    claim(storage, "one")
    again = claim(storage, "two", NOON + MINUTE)
    assert [task.tries for task in again] == [2]


def test_work_is_not_given_out_early(storage: Storage) -> None:
    add(storage, "a")
    assert claim(storage, "one", NOON - timedelta(milliseconds=1)) == []


def test_finished_work_is_not_given_out_again_and_not_added_twice(storage: Storage) -> None:
    add(storage, "a")
    with storage.write() as db:
        tasks.finish(db, claim_in(db), NOON)
        tasks.add(db, [a_task(1)])
    assert claim(storage, "two", NOON + MINUTE) == []


def test_finished_work_can_be_made_due_again(storage: Storage) -> None:
    add(storage, "a")
    with storage.write() as db:
        tasks.finish(db, claim_in(db), NOON)
        tasks.renew(db, [a_task(1)])
    assert len(claim(storage, "two")) == 1


def test_work_under_way_is_not_renewed(storage: Storage) -> None:
    add(storage, "a")
    claim(storage, "one")
    with storage.write() as db:
        tasks.renew(db, [a_task(1)])
    assert claim(storage, "two") == []


def test_the_next_due_instant_counts_leases(storage: Storage) -> None:
    add(storage, "a")
    claim(storage, "one")
    with storage.read() as db:
        assert tasks.next_due(db, ["announce"]) == NOON + MINUTE
        assert tasks.next_due(db, ["nothing"]) is None


def claim_in(db: releases.Database) -> list[Task]:
    return tasks.claim(db, WantedTask("announce"), NOON, owner="one", lease=MINUTE, limit=10)
