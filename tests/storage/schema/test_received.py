"""Releases of a home that was made before issuers, references and original files were kept."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils

from press.embargo import embargo_from
from press.errors import Refusal
from press.releases.release import Filing
from press.text import Block, Kind
from storage import Storage, public
from storage.filed import originals, releases, versions
from storage.instants import from_ms, to_ms
from storage.journal import JournalLine
from storage.schema import steps
from tests.conftest import NOON

BLOCKS = (Block(Kind.HEADLINE, "Good morning"), Block(Kind.PARAGRAPH, "It *rains*."))
EMBARGO = embargo_from(NOON, "Europe/Brussels")
WALL = [to_ms(NOON), EMBARGO.wall.isoformat(), EMBARGO.zone, str(EMBARGO.precision)]
# As versions were written then.
CONTENT: dict[str, Any] = {
    "language": "en",
    "ready": True,
    "blocks": [[one.kind, one.markdown, "author", "", "", []] for one in BLOCKS],
    "facts": {
        "embargo": WALL,
        "topics": [],
        "contacts": [],
        "not_yet": [],
        "held": False,
        "policy": "ready",
        "required": "",
        "reason": "",
        "files": [],
    },
}
WRITTEN = json.dumps(CONTENT, ensure_ascii=False)
DIGEST = hashlib.sha256(WRITTEN.encode()).hexdigest()
WORDS = "\x1f".join(block.digest for block in BLOCKS)
FILED = hashlib.sha256(f"en\x1e{NOON.isoformat()}\x1e{WORDS}".encode()).hexdigest()


@pytest.fixture
def old(tmp_path: Path) -> Iterator[tuple[Storage, int]]:
    """The home, opened by us, and the number of its generation before that."""
    path = tmp_path / "old.db"
    db = sqlite_utils.Database(path)
    steps.steps.apply(db, stop_before="received")
    db.execute(
        "INSERT INTO release (id, tag, slug, source, digest, filed_at, changed_at, contacts,"
        " publish_at, wall, zone, precision)"
        " VALUES (1, 'tag', 'slug', 'en', ?, 0, 7000, '[]', ?, ?, ?, ?)",
        (FILED, *WALL),
    )
    db.execute(
        "INSERT INTO text (release_id, language, ready_at, changed_at) VALUES (1, 'en', 0, 7000)"
    )
    for n, block in enumerate(BLOCKS):
        db.execute(
            "INSERT INTO block (release_id, language, position, kind, markdown, origin, engine)"
            " VALUES (1, 'en', ?, ?, ?, 'author', '')",
            (n, block.kind, block.markdown),
        )
    db.execute(
        "INSERT INTO version (release_id, number, language, at, who, verb, note, digest, content)"
        " VALUES (1, 1, 'en', 0, 'me', 'filed', '', ?, ?)",
        (DIGEST, WRITTEN),
    )
    db.conn.commit()
    (before,) = db.execute("SELECT value FROM generation").fetchone()
    db.close()
    storage = Storage(path)
    yield storage, before
    storage.close()


def test_they_keep_their_words_and_their_versions(old: tuple[Storage, int]) -> None:
    storage, _ = old
    with storage.read() as db:
        release = releases.get(db, 1)
        (version,) = versions.every(db, 1)
    assert release.original.blocks == BLOCKS
    assert (release.embargo, release.version) == (EMBARGO, 1)
    assert (release.issuer, release.reference) == ("", "")
    assert version.digest == DIGEST
    assert version.text.blocks == BLOCKS
    assert version.facts
    assert (version.facts.issuer, version.facts.reference) == ("", "")


def test_an_act_that_changes_nothing_makes_no_version(old: tuple[Storage, int]) -> None:
    storage, _ = old
    with storage.write() as db:
        line = JournalLine(NOON, "me", "edited", 1, "")
        assert versions.record(db, releases.get(db, 1), "en", line) == 1
        assert [one.digest for one in versions.every(db, 1)] == [DIGEST]


def test_the_same_file_again_is_known_and_no_file_is_said_to_be_kept(
    old: tuple[Storage, int],
) -> None:
    storage, _ = old
    with storage.read() as db:
        assert releases.with_digest(db, Filing(BLOCKS, embargo=EMBARGO).digest("en")) == 1
        assert releases.with_identity(db, "") is None
        assert originals.names(db, 1) == {}
        with pytest.raises(Refusal, match="no file is kept that release 1 was read from"):
            originals.get(db, 1)


def test_readers_are_told_of_no_change(old: tuple[Storage, int]) -> None:
    """Feeds date an entry by its change, and answers are kept for a generation."""
    storage, before = old
    with storage.read() as db:
        entry = public.one(db, "slug", "en", NOON, fallback=True)
    assert entry
    assert (entry.text.blocks, entry.issuer, entry.reference) == (BLOCKS, "", "")
    assert (entry.published, entry.changed) == (NOON, max(NOON, from_ms(7000)))
    assert storage.generation() == before
