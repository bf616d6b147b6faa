"""The index: kept by whatever changes a text, and made anew where it is broken."""

from pathlib import Path

import pytest

from press.text import Kind
from storage import Storage
from storage.filed import discarded, releases
from storage.search import index
from storage.search.stems import stem
from tests.conftest import NOON
from tests.storage.search.conftest import CODES, DAY, file, found


def out(storage: Storage, words: str) -> int:
    number = file(storage, words)
    with storage.write() as db:
        releases.mark_out(db, number, NOON)
    return number


def fault(storage: Storage) -> str:
    with storage.write() as db:
        return index.fault(db, thorough=True)


def test_a_sound_index_has_no_fault(spoken: Storage) -> None:
    out(spoken, "Peace")
    assert fault(spoken) == ""


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM search_index_data",
        "DROP TABLE search_index_data",
        "DELETE FROM search_doc",
        "DROP TABLE search_index",
    ],
)
def test_a_broken_index_is_noticed_and_begun_anew(spoken: Storage, harm: str) -> None:
    number = out(spoken, "Peace")
    with spoken.write() as db:
        db.execute(harm)
    assert fault(spoken)
    with spoken.write() as db:
        index.empty(db)
        index.settle(db, number, NOON)
        assert index.fault(db) == ""
    assert found(spoken, "peace") == [number]


def test_other_rules_of_folding_have_all_written_anew(
    spoken: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = out(spoken, "Peace")
    monkeypatch.setattr(index, "RULES", "other rules")
    with spoken.write() as db:
        assert not index.is_spoken(db, CODES, stands_in=True)
        index.speak(db, CODES, stands_in=True)
        assert index.is_spoken(db, CODES, stands_in=True)
        assert index.behind(db, NOON, 10) == [number]
    assert found(spoken, "peace") == [number]


def test_what_is_said_twice_is_written_once(spoken: Storage) -> None:
    number = out(spoken, "Peace")
    with spoken.write() as db:
        before = db.conn.total_changes
        index.settle(db, number, NOON)
        index.speak(db, CODES, stands_in=True)
        assert db.conn.total_changes == before


def test_words_are_counted_by_the_releases_that_have_them(spoken: Storage) -> None:
    first, second = out(spoken, "Peace talks peace"), out(spoken, "Peace")

    def counts() -> dict[str, int]:
        with spoken.read() as db:
            query = "SELECT form, releases FROM search_word WHERE language = 'en'"
            return dict(map(tuple, db.execute(query)))

    assert counts() == {"peace": 2, "talks": 1}
    with spoken.write() as db:
        releases.withdraw(db, first, "In error.", NOON)
    assert counts() == {"peace": 1}
    with spoken.write() as db:
        releases.withdraw(db, second, "In error.", NOON)
    assert counts() == {}


def test_it_survives_a_copy(spoken: Storage, tmp_path: Path) -> None:
    number = out(spoken, "Peace")
    spoken.copy(tmp_path / "copy.db")
    copy = Storage(tmp_path / "copy.db")
    assert found(copy, "peace") == [number]
    assert fault(copy) == ""
    copy.close()


def test_a_draft_that_is_discarded_leaves_it_as_it_was(spoken: Storage) -> None:
    number = file(spoken, "Peace", None)
    with spoken.write() as db:
        discarded.discard(db, releases.get(db, number), NOON)
    assert fault(spoken) == ""


def test_addresses_behind_links_are_not_what_is_looked_for(spoken: Storage) -> None:
    out(spoken, "Peace\nRead [the treaty](https://example.org/hidden) now.")
    assert found(spoken, "treaty")
    assert not found(spoken, "hidden")


def test_the_order_of_ids_is_that_of_time_then_of_number() -> None:
    moments = [-(10**12), -1, 0, 60_000, 253_402_300_799_000]
    ids = [index.id_of(at, number, 3) for at in moments for number in (1, 2, 2**25 - 1)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
    assert all(-(2**62) < one < 2**62 for one in ids)


def test_words_of_a_language_without_a_stemmer_stay_as_they_are() -> None:
    assert stem("xx", "words") == "words"
    assert stem("en", "words") == "word"
    assert stem("en", "2026") == "2026"


def test_every_kind_of_block_is_found(spoken: Storage) -> None:
    number = out(spoken, "Peace\nFor editors: zanderling")
    with spoken.write() as db:
        db.execute("UPDATE block SET kind = ? WHERE position = 1", (Kind.NOTES,))
    assert found(spoken, "zanderling", NOON + DAY) == [number]
