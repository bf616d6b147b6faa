"""Proofs are kept; what is common property is not taken for a trace."""

from datetime import timedelta

from storage import Storage, proofs
from tests.conftest import NOON
from tests.web.samples import AID, DEMINING, PEACE, SECRET, file_all

LENGTH = 60


def number_of(storage: Storage, slug: str) -> int:
    with storage.read() as db:
        found = db.execute("SELECT id FROM release WHERE slug = ?", (slug,)).fetchone()
        return int(found[0])


def test_proofs_are_listed_in_the_order_made(storage: Storage) -> None:
    file_all(storage)
    number = number_of(storage, "not-yet")
    with storage.write() as db:
        for record in ("one", "two"):
            proofs.add(db, number, record, NOON)
    with storage.read() as db:
        kept = proofs.of_release(db, number)
    assert [(k.record, k.made_at) for k in kept] == [("one", NOON), ("two", NOON)]


def test_a_topic_is_secret_until_it_is_declared_or_named_by_a_release_that_is_due(
    storage: Storage,
) -> None:
    file_all(storage)
    number, public = number_of(storage, "not-yet"), number_of(storage, DEMINING.slug)
    with storage.read() as db:
        assert proofs.secret_topics(db, number, NOON) == (SECRET,)
        assert proofs.secret_topics(db, public, NOON) == ()
    with storage.write() as db:
        db.execute("UPDATE topic SET declared = 0 WHERE slug IN (?, ?)", (PEACE, AID))
    with storage.read() as db:
        assert proofs.secret_topics(db, public, NOON) == ()


def test_words_that_another_public_release_has_too_are_common(storage: Storage) -> None:
    file_all(storage)
    number = number_of(storage, "not-yet")
    words = ["Since Monday, the coast guard …", "They do."]
    with storage.read() as db:
        assert proofs.common_words(db, number, words, LENGTH, NOON) == {words[0]}
        long_ago = NOON - timedelta(days=3650)
        assert proofs.common_words(db, number, words, LENGTH, long_ago) == set()
        assert proofs.common_words(db, number, [], LENGTH, NOON) == set()
