"""Attachments as they are kept: content in a folder, the rest in the database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from press.errors import AttachmentRefused, HomeRefused
from press.public.edition import Entry
from press.releases.attachment import Attachment
from storage import Storage, files, public
from storage.filed import releases, renditions
from storage.schema import steps
from tests.conftest import NOON
from tests.storage.test_public import embargo, file, newest

SECOND = timedelta(seconds=1)
MAP = Attachment(
    "an-unguessable-token",
    "map.png",
    "image/png",
    3,
    "f" * 64,
    width=16,
    height=9,
    alt="The valley of Sarrel",
    credit="The mapping office",
)


def attach(storage: Storage, number: int, one: Attachment = MAP) -> None:
    with storage.write() as db:
        files.add(db, number, one, NOON - SECOND)


def asked(storage: Storage, now: object = NOON, name: str = MAP.name) -> Attachment | None:
    with storage.read() as db:
        return public.file(db, MAP.token, name, now)  # type: ignore[arg-type]


def the_entry(storage: Storage) -> Entry:
    (entry,) = newest(storage)
    return entry


def test_an_attachment_is_public_from_and_including_its_releases_minute(storage: Storage) -> None:
    attach(storage, file(storage))
    assert asked(storage, NOON - SECOND / 1000) is None
    assert asked(storage, NOON) == MAP


def test_a_draft_a_held_a_moved_and_a_withdrawn_release_show_no_attachment(
    storage: Storage,
) -> None:
    number = file(storage, at=None)
    attach(storage, number)
    assert asked(storage, NOON + 1000 * SECOND) is None
    for change, shown in (
        (lambda db: releases.move(db, number, embargo(NOON), NOON), True),
        (lambda db: releases.hold(db, number, NOON), False),
        (lambda db: releases.move(db, number, embargo(NOON + 60 * SECOND), NOON), False),
        (lambda db: releases.move(db, number, embargo(NOON), NOON), True),
        (lambda db: releases.withdraw(db, number, "An error.", NOON), False),
    ):
        with storage.write() as db:
            change(db)
        assert (asked(storage) is not None) is shown


def test_the_name_is_part_of_the_address(storage: Storage) -> None:
    attach(storage, file(storage))
    assert asked(storage, name="MAP.png") is None


def test_an_entry_carries_its_files_in_the_order_attached(storage: Storage) -> None:
    number = file(storage)
    others = [Attachment(name, name, "image/png", 1, name) for name in ("z", "a")]
    for one in (MAP, *others):
        attach(storage, number, one)
    assert the_entry(storage).files == (MAP, *others)


def test_attaching_and_detaching_name_another_content_and_take_nothing_back(
    storage: Storage,
) -> None:
    number = file(storage)
    before = the_entry(storage)
    with storage.write() as db:
        files.add(db, number, MAP, NOON + SECOND)
    with_map = the_entry(storage)
    with storage.write() as db:
        files.remove(db, number, MAP, NOON + 2 * SECOND)
    after = the_entry(storage)
    assert len({before.digest, with_map.digest, after.digest}) == 3
    assert before.changed < with_map.changed < after.changed
    assert before.updated == after.updated
    assert asked(storage) is None


def test_other_words_name_another_content_and_are_no_news(storage: Storage) -> None:
    number = file(storage)
    attach(storage, number)
    before = the_entry(storage)
    told = replace(MAP, width=32, height=18, alt="The valley from the air", credit="A pilot")
    with storage.write() as db:
        files.describe(db, number, told, NOON + SECOND)
    after = the_entry(storage)
    assert after.files == (told,)
    assert before.digest != after.digest
    assert before.changed < after.changed
    assert before.updated == after.updated


def test_a_file_attached_under_embargo_does_not_show_when(storage: Storage) -> None:
    attach(storage, file(storage))
    assert the_entry(storage).changed == NOON


def test_content_is_kept_whole_private_and_under_a_name_nobody_can_guess(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    first, second = (files.keep(folder, [b"some ", b"bytes"]) for _ in range(2))
    assert (folder / first.token).read_bytes() == b"some bytes"
    assert first.size == 10
    assert first.token != second.token
    assert len(first.token) >= 32
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_a_folder_open_to_others_is_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    files.keep(tmp_path, [b"bytes"])
    assert tmp_path.stat().st_mode & 0o777 == 0o700


def test_what_is_refused_half_way_leaves_nothing(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise AttachmentRefused("it grew")

    with pytest.raises(AttachmentRefused):
        files.keep(tmp_path, chunks())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "files").write_bytes(b"not a folder")
    with pytest.raises(HomeRefused, match="files cannot be written"):
        files.keep(tmp_path / "files", [b"bytes"])


def test_discarding_twice_harms_nothing(tmp_path: Path) -> None:
    kept = files.keep(tmp_path, [b"bytes"])
    for _ in range(2):
        files.discard(tmp_path, kept.token)
    assert list(tmp_path.iterdir()) == []


def test_files_of_before_they_were_described_stay_and_can_be(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    db = Database(path)
    steps.steps.apply(db, stop_before="described")
    db.execute(
        "INSERT INTO release (id, tag, slug, source, digest, filed_at, changed_at, contacts)"
        " VALUES (1, 'tag', 'slug', 'en', 'digest', 0, 0, '[]')"
    )
    db.execute("INSERT INTO file VALUES ('token', 1, 'map.png', 'image/png', 3, 'f', 0)")
    db.conn.commit()
    db.close()
    storage = Storage(path)
    old = Attachment("token", "map.png", "image/png", 3, "f")
    with storage.write() as db:
        assert files.of_release(db, 1) == (old,)
        files.describe(db, 1, replace(old, width=16, height=9, alt="A map"), NOON)
        assert files.of_release(db, 1)[0].alt == "A map"
    storage.close()


def test_pictures_of_before_there_were_sizes_get_them_too(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    db = Database(path)
    steps.steps.apply(db, stop_before="renditions")
    db.execute(
        "INSERT INTO release (id, tag, slug, source, digest, filed_at, changed_at, contacts)"
        " VALUES (1, 'tag', 'slug', 'en', 'digest', 0, 0, '[]')"
    )
    for name, media_type in (("map.png", "image/png"), ("plan.pdf", "application/pdf")):
        row = f"('{name}', 1, '{name}', '{media_type}', 3, 'f', 5, 0, 0, '', '')"
        db.execute(f"INSERT INTO file VALUES {row}")
    db.conn.commit()
    db.close()
    storage = Storage(path)
    with storage.read() as db:
        assert [one.renditions for one in files.of_release(db, 1)] == [(), ()]
        assert renditions.faulty(db, 9) == []
        rows = db.execute("SELECT kind, key, release_id, due_at FROM task").fetchall()
    assert [tuple(row) for row in rows] == [("render", "render:map.png", 1, 5)]
    storage.close()
