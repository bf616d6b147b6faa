"""What a restored copy holds is let go exactly as it was."""

from datetime import timedelta

from press.embargo import embargo_from
from press.releases.release import Filing, Release
from press.text import Block, Kind, Origin, Text
from storage import Database, Storage, tasks, topics
from storage.filed import releases, restored
from storage.filed.restored import HeldGroup
from storage.tasks import Task
from tests.conftest import NOON

DAY = timedelta(days=1)


def add(db: Database, number: int, days: int, slugs: tuple[str, ...], *codes: str) -> None:
    """A release so many days from noon, with a text in these languages; the last is not ready."""
    topics.mention(db, slugs, NOON)
    embargo = embargo_from(NOON + days * DAY, "UTC")
    names = (f"tag:{number}", f"slug-{number}", "en")
    one = Release(0, *names, NOON - 9 * DAY, embargo, slugs)
    words = (Block(Kind.HEADLINE, f"Release {number}"),)
    releases.add(db, Filing(words), one, f"digest {number}")
    made = (Block(Kind.HEADLINE, f"Release {number}", Origin.MACHINE, "test 1.0"),)
    for code in codes:
        releases.save_text(db, number, Text(code, made), NOON, ready=code != codes[-1])
    tasks.add(db, [Task("announce", number, embargo.instant, "", f"announce:{number}")])


def file_some(db: Database) -> None:
    topics.mention(db, ["all"], NOON)
    add(db, 1, -2, ("rivers", "ports"), "fr", "nl", "de")
    add(db, 2, -1, (), "fr", "de")
    add(db, 3, 1, ("ports",), "fr")
    for number in (1, 2):
        releases.mark_out(db, number, NOON)
        db.execute("UPDATE task SET finished_at = 1 WHERE release_id = ?", (number,))


def listing(db: Database) -> list[tuple[object, ...]]:
    return list(map(tuple, db.execute("SELECT * FROM listing ORDER BY 1, 2, 3, 4")))


def test_what_is_let_go_is_listed_where_it_was(storage: Storage) -> None:
    with storage.write() as db:
        file_some(db)
        before, were = listing(db), list(releases.every(db))
        assert restored.hold_all(db, "announce", NOON, "why", NOON + DAY / 2) == 0
        assert listing(db) == []
        assert restored.count(db) == 3
        restored.let_go(db, "announce", [2], "me", NOON + DAY)
        assert [row[3] for row in listing(db)] == [2, 2, 2]
        restored.let_go(db, "announce", [1, 2, 3], "me", NOON + DAY)
        assert (listing(db), list(releases.every(db))) == (before, were)
        assert restored.count(db) == 0


def test_each_is_in_the_group_of_what_it_would_be_by_itself(storage: Storage) -> None:
    with storage.write() as db:
        file_some(db)
        restored.hold_all(db, "announce", NOON, "why", NOON)
        assert [(w.release_id, w.group, w.headline) for w in restored.waiting(db, NOON)] == [
            (3, HeldGroup.AHEAD, "Release 3"),
            (2, HeldGroup.OUT, "Release 2"),
            (1, HeldGroup.OUT, "Release 1"),
        ]
        assert restored.waiting(db, NOON + DAY)[0].group is HeldGroup.DUE


def test_only_what_was_never_announced_is_announced_after_all(storage: Storage) -> None:
    with storage.write() as db:
        file_some(db)
        restored.hold_all(db, "announce", NOON, "why", NOON)
        db.execute("UPDATE task SET finished_at = 1")  # the clock found it held
        restored.let_go(db, "announce", [1, 2, 3], "me", NOON + 2 * DAY)
        open_ones = db.execute("SELECT release_id FROM task WHERE finished_at IS NULL")
        assert [number for (number,) in open_ones] == [3]


def test_moving_or_withdrawing_one_ends_its_wait(storage: Storage) -> None:
    with storage.write() as db:
        file_some(db)
        restored.hold_all(db, "announce", NOON, "why", NOON)
        releases.move(db, 3, embargo_from(NOON + 5 * DAY, "UTC"), NOON)
        releases.withdraw(db, 1, "It was wrong.", NOON)
        assert [w.release_id for w in restored.waiting(db, NOON)] == [2]
        assert (releases.get(db, 3).why, releases.get(db, 3).held) == ("", False)
        assert listing(db) != []
