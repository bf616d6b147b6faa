"""Homes from before topics' pictures had sizes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from press.releases.rendition import Rendition
from storage import Storage, files, topics
from storage.filed import renditions
from storage.schema import steps
from tests.conftest import NOON

SIZES = [
    Rendition(f"size-{n}", f"quay-{n}.webp", "image/webp", 9, "f" * 64, n, n) for n in (640, 320)
]


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Storage]:
    path = tmp_path / "old.db"
    db = Database(path)
    steps.steps.apply(db, stop_before="topic_sizes")
    db.execute("UPDATE generation SET value = 7")
    db.execute(
        "INSERT INTO release (id, tag, slug, source, digest, filed_at, changed_at, contacts)"
        " VALUES (1, 'tag', 'slug', 'en', 'digest', 0, 0, '[]')"
    )
    db.execute(
        "INSERT INTO file (token, name, media_type, size, sha256, release_id, added_at)"
        " VALUES ('quay', 'quay.jpg', 'image/jpeg', 9, 'f', 1, 0)"
    )
    for one in SIZES:
        db.execute(
            "INSERT INTO rendition VALUES (?, 'quay', 1, ?, ?, ?, ?, ?, ?)",
            (one.token, one.name, one.media_type, one.size, one.sha256, one.width, one.height),
        )
    db.execute("INSERT INTO topic (slug, key, declared, changed_at) VALUES ('wind', 'wind', 1, 5)")
    db.execute(
        "INSERT INTO topic_picture (topic, token, name, media_type, size, sha256, width, height)"
        " VALUES ('wind', 'farm', 'farm.jpg', 'image/jpeg', 9, 'f', 1200, 800)"
    )
    db.conn.commit()
    db.close()
    storage = Storage(path)
    yield storage
    storage.close()


def test_the_picture_of_a_topic_is_queued_once(old: Storage) -> None:
    with old.read() as db:
        rows = db.execute("SELECT key, kind, release_id FROM task WHERE kind = 'render'")
        assert [tuple(row) for row in rows] == [("render:farm", "render", None)]
    path = old.path
    old.close()
    again = Storage(path)
    with again.read() as db:
        assert db.execute("SELECT COUNT(*) FROM task WHERE kind = 'render'").fetchone()[0] == 1
    again.close()


def test_sizes_of_releases_stay_as_they_were(old: Storage) -> None:
    with old.read() as db:
        (one,) = files.of_release(db, 1)
        assert list(one.renditions) == SIZES
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_what_is_made_from_then_on_is_seen_at_once(old: Storage) -> None:
    def generation() -> int:
        with old.read() as db:
            return int(db.execute("SELECT value FROM generation").fetchone()[0])

    before = generation()
    with old.write() as db:
        one = Rendition("t", "farm-1.webp", "image/webp", 1, "f", 1, 1)
        renditions.add(db, 0, "farm", [one], NOON)
        topic = topics.find(db, "wind")
    assert topic
    assert topic.picture
    assert topic.picture.renditions == (one,)
    assert generation() > before
    with old.write() as db:
        topics.take_picture(db, "wind")
        assert renditions.tokens_of(db, "farm") == []
    assert generation() > before + 1
