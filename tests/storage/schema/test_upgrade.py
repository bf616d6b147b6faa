"""Texts of a home that was made before translations said what they translate."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from press.releases.release import Policy, Standing, State
from press.releases.version import Facts
from press.text import Block, Kind, Origin, Text
from storage import Storage
from storage.filed import releases, versions
from storage.instants import to_ms
from storage.journal import JournalLine
from storage.schema import steps
from storage.translation import memory
from storage.translation.memory import Pair
from tests.conftest import NOON

ORIGINAL = (Block(Kind.HEADLINE, "Good morning"), Block(Kind.PARAGRAPH, "It *rains*."))
FRENCH = tuple(
    Block(source.kind, words, Origin.EDITOR, of=source.digest)
    for source, words in zip(ORIGINAL, ("Bonjour", "Il *pleut*."), strict=True)
)

MACHINE = Block(Kind.PARAGRAPH, "Il *pleut*.", Origin.MACHINE, "argos en-fr 1", ORIGINAL[1].digest)


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Storage]:
    path = tmp_path / "old.db"
    db = Database(path)
    steps.steps.apply(db, stop_before="review")
    db.execute(
        "INSERT INTO release (id, tag, slug, source, digest, filed_at, changed_at, contacts)"
        " VALUES (1, 'tag', 'slug', 'en', 'digest', 0, 0, '[]')"
    )
    for code in ("en", "fr"):
        db.execute(
            "INSERT INTO text (release_id, language, ready_at, changed_at) VALUES (1, ?, 0, 0)",
            (code,),
        )
        for n, block in enumerate(ORIGINAL):
            row = (code, n, block.kind, block.markdown, "machine" if n else "author", "")
            db.execute(
                "INSERT INTO block (release_id, language, position, kind, markdown, origin, engine)"
                " VALUES (1, ?, ?, ?, ?, ?, ?)",
                row,
            )
    db.conn.commit()
    db.close()
    storage = Storage(path)
    yield storage
    storage.close()


def test_a_text_made_anew_in_an_upgraded_home_is_not_called_older_than_its_original(
    old: Storage,
) -> None:
    with old.write() as db:
        releases.save_text(db, 1, Text("fr", FRENCH), NOON, ready=True)
        assert releases.get(db, 1).standing("fr") is Standing.REVIEWED


def test_nothing_is_called_stale_by_upgrading(old: Storage) -> None:
    with old.read() as db:
        assert releases.get(db, 1).stale == {}


def test_a_change_after_upgrading_makes_it_stale(old: Storage) -> None:
    changed = (ORIGINAL[0], replace(ORIGINAL[1], markdown="It snows."))
    with old.write() as db:
        releases.save_text(db, 1, Text("fr", FRENCH), NOON, ready=True)
        releases.save_text(db, 1, Text("en", changed), NOON, ready=True)
        assert releases.get(db, 1).standing("fr") is Standing.STALE


def test_what_stood_in_a_home_before_is_the_first_version_of_each_text(old: Storage) -> None:
    with old.read() as db:
        english, french = versions.every(db, 1)
        assert releases.get(db, 1).version == 1
    assert (english.number, english.text.language, english.verb) == (1, "en", "kept")
    assert [block.markdown for block in english.text.blocks] == ["Good morning", "It *rains*."]
    assert english.facts == Facts()
    assert (french.text.language, french.facts, french.is_ready) == ("fr", None, True)
    assert [block.origin for block in french.text.blocks] == [Origin.AUTHOR, Origin.MACHINE]


def test_a_change_after_upgrading_is_the_next_version(old: Storage) -> None:
    changed = Text("en", (ORIGINAL[0], replace(ORIGINAL[1], markdown="It snows.")))
    with old.write() as db:
        releases.save_text(db, 1, changed, NOON)
        line = JournalLine(NOON, "me", "revised", 1, "")
        assert versions.record(db, releases.get(db, 1), "en", line) == 3
        assert versions.record(db, releases.get(db, 1), "en", line) == 3
        assert [version.number for version in versions.every(db, 1, "en")] == [1, 3]


def test_a_home_from_before_knows_since_when_its_languages_are_ready(tmp_path: Path) -> None:
    db, noon = Database(tmp_path / "old.db"), to_ms(NOON)
    steps.steps.apply(db, stop_before="languages_ready")
    homes = [("ready", 0), ("together", noon - 1), ("together", noon + 1), ("together", None)]
    for number, (policy, complete_at) in enumerate(homes, 1):
        db.execute(
            "INSERT INTO release (id, tag, slug, source, digest, filed_at, changed_at, contacts,"
            " publish_at, wall, zone, precision, policy, complete_at) VALUES (:n, :n, :n, 'en', :n,"
            " 0, 0, '[]', :noon, '2026-08-25T14:00', 'Europe/Brussels', 'minute', :policy, :at)",
            {"n": number, "noon": noon, "policy": policy, "at": complete_at},
        )
    db.conn.commit()
    db.close()
    storage = Storage(tmp_path / "old.db")
    with storage.write() as db:
        before = storage.generation()
        releases.set_policy(db, 4, Policy.READY, (), NOON)
        releases.set_policy(db, 4, Policy.TOGETHER, ("en",), NOON)
        found = sorted(releases.every(db), key=lambda release: release.id)
    assert [release.state(NOON) for release in found] == [
        *(State.OUT, State.OUT, State.HELD, State.HELD)
    ]
    moments = [release.languages_ready_at for release in found]
    assert [moment and to_ms(moment) for moment in moments] == [None, noon - 1, noon + 1, None]
    assert storage.generation() > before  # what is or will be public is counted as ever
    storage.close()


def test_how_sure_an_engine_was_is_kept_from_now_on_and_unknown_of_words_made_before(
    old: Storage,
) -> None:
    pair, sure = Pair("en", "fr"), replace(MACHINE, score=-0.75)
    with old.write() as db:
        assert [block.score for block in releases.get(db, 1).texts["fr"].blocks] == [None, None]
        releases.save_text(db, 1, Text("fr", (FRENCH[0], sure)), NOON, ready=True)
        memory.remember(db, pair, {sure.of: sure}, NOON)
        kept = releases.get(db, 1).texts["fr"].blocks
        remembered = memory.recall(db, pair, [sure.of])[sure.of]
    assert [block.score for block in kept] == [None, -0.75]
    assert remembered.score == -0.75


def test_how_sure_an_engine_was_names_no_text_and_makes_no_version(old: Storage) -> None:
    """Two machines may be more or less sure of the same words: readers see no difference."""
    numbers, digests = set(), set()
    with old.write() as db:
        for score in (None, -0.75, -1.5):
            text = Text("fr", (FRENCH[0], replace(MACHINE, score=score)))
            releases.save_text(db, 1, text, NOON, ready=True)
            line = JournalLine(NOON, "me", "translated", 1, "")
            numbers.add(versions.record(db, releases.get(db, 1), "fr", line))
            digests.add(text.digest)
    assert (len(numbers), len(digests)) == (1, 1)
