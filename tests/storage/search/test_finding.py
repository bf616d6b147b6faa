"""What is found is what the public may see, and all of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from press.releases.release import Policy
from storage import Storage, topics
from storage.filed import changes, releases
from storage.instants import to_ms
from storage.public import Period
from storage.search import index
from tests.conftest import NOON
from tests.storage.search.conftest import CODES, DAY, file, found, text_of

MILLISECOND = timedelta(milliseconds=1)
Announce = Callable[[Storage, int, datetime], None]


@pytest.mark.promise(142)
def test_a_release_is_found_from_and_including_its_minute_though_no_clock_runs(
    spoken: Storage,
) -> None:
    number = file(spoken, "Peace for Velmora")
    assert found(spoken, "velmora", NOON - MILLISECOND) == []
    assert found(spoken, "velmora", NOON) == [number]


@pytest.mark.promise(140)
@pytest.mark.parametrize(
    ("code", "words", "asked"),
    [
        ("de", "Neue Straße", "strasse"),
        ("de", "Neue Straßen", "STRASSE"),
        ("fr", "Les élections européennes", "europeenne"),
        ("fr", "L’accord de paix", "accords"),
        ("fr", "Un accord", "l'accord"),
        ("fr", "Chef-d’œuvre", "oeuvre"),
        ("nl", "De Europese verdragen", "verdrag"),
        ("en", "Two ministers met", "minister"),
        ("de", "Die Umweltministerkonferenz", "umweltminister"),
        ("en", "An e-mail to all", "email"),
        ("en", "An email to all", "e-mail"),
        ("en", "The “Adrin” link", "adrin"),
        ("en", "Ratified yesterday", "ratif"),
    ],
)
def test_words_are_found_whatever_their_endings_and_accents(
    spoken: Storage, announce: Announce, code: str, words: str, asked: str
) -> None:
    number = file(spoken, words, source=code)
    announce(spoken, number, NOON)
    assert found(spoken, asked, language=code) == [number]


def test_only_the_last_word_may_be_the_beginning_of_one(
    spoken: Storage, announce: Announce
) -> None:
    number = file(spoken, "Ambassadors of the convention")
    announce(spoken, number, NOON)
    assert found(spoken, "convention ambas") == [number]
    assert found(spoken, "ambas convention") == []
    assert found(spoken, "am") == []


def test_all_words_must_be_there(spoken: Storage, announce: Announce) -> None:
    number = file(spoken, "Peace\nfor Velmora")
    announce(spoken, number, NOON)
    assert found(spoken, "velmora peace") == [number]
    assert found(spoken, "velmora war") == []


def test_who_sends_it_and_its_number_are_found(spoken: Storage, announce: Announce) -> None:
    number = file(spoken, "Peace")
    with spoken.write() as db:
        changes.set_sender(db, number, "Harbour Authority", "HA/2026/17", NOON)
    announce(spoken, number, NOON)
    assert found(spoken, "harbour authority") == [number]
    assert found(spoken, "ha 2026 17") == [number]


def test_the_newest_comes_first_and_of_one_minute_the_last_filed(
    spoken: Storage, announce: Announce
) -> None:
    numbers = [file(spoken, "Peace", NOON - days * DAY) for days in (3, 1, 2, 1)]
    for number in numbers[::2]:
        announce(spoken, number, NOON)
    assert found(spoken, "peace") == [numbers[n] for n in (3, 1, 2, 0)]
    assert found(spoken, "peace", limit=2) == [numbers[3], numbers[1]]


def test_each_language_is_searched_by_what_its_pages_show(
    spoken: Storage, announce: Announce
) -> None:
    both = file(spoken, "Peace", others={"fr": "La paix"})
    english = file(spoken, "Peace")
    for number in (both, english):
        announce(spoken, number, NOON)
    assert found(spoken, "peace", language="fr") == [english]
    assert found(spoken, "paix", language="fr") == [both]
    assert found(spoken, "peace", language="en") == [english, both]
    assert found(spoken, "peace", language="fr", fallback=False) == []


def test_a_translation_that_waits_is_not_found(spoken: Storage, announce: Announce) -> None:
    number = file(spoken, "Peace")
    announce(spoken, number, NOON)
    with spoken.write() as db:
        releases.save_text(db, number, text_of("fr", "La paix"), NOON, ready=False)
    assert found(spoken, "paix", language="fr") == []
    assert found(spoken, "peace", language="fr") == [number]


def test_changed_words_are_found_at_once_and_the_old_ones_no_more(
    spoken: Storage, announce: Announce
) -> None:
    number = file(spoken, "Peace")
    announce(spoken, number, NOON)
    with spoken.write() as db:
        releases.save_text(db, number, text_of("en", "Treaty"), NOON)
    assert found(spoken, "treaty") == [number]
    assert found(spoken, "peace") == []


def test_what_is_written_past_all_verbs_is_found_as_it_stands(spoken: Storage) -> None:
    number = file(spoken, "Peace")
    with spoken.write() as db:
        releases.mark_out(db, number, NOON)
        db.execute("UPDATE block SET markdown = 'Treaty' WHERE release_id = ?", (number,))
    assert (found(spoken, "peace"), found(spoken, "treaty")) == ([], [number])


@pytest.mark.promise(142)
@pytest.mark.parametrize(
    "hiding",
    [
        f"withdrawn_at = {to_ms(NOON)}",
        "out_at = NULL, held = 1",
        "out_at = NULL, publish_at = NULL",
    ],
)
def test_what_the_index_still_knows_is_not_found_once_it_is_hidden(
    spoken: Storage, hiding: str
) -> None:
    number = file(spoken, "Peace")
    with spoken.write() as db:
        releases.mark_out(db, number, NOON)
        index.settle(db, number, NOON)
        db.execute(f"UPDATE release SET {hiding} WHERE id = ?", (number,))
        # Whoever wrote past all verbs forgot the index as well.
        db.execute("UPDATE release SET searched = 1 WHERE id = ?", (number,))
        assert db.execute("SELECT COUNT(*) FROM search_doc").fetchone()[0] > 0
    assert found(spoken, "peace") == []


def test_what_is_taken_back_is_gone_and_returns(spoken: Storage, announce: Announce) -> None:
    number = file(spoken, "Peace")
    announce(spoken, number, NOON)
    with spoken.write() as db:
        releases.withdraw(db, number, "In error.", NOON)
    assert found(spoken, "peace") == []
    with spoken.write() as db:
        changes.return_to_public(db, number, "Again.", NOON + DAY)
    assert found(spoken, "peace", NOON + DAY) == [number]


def test_drafts_held_and_late_releases_are_not_found(spoken: Storage) -> None:
    file(spoken, "Peace", None)
    held, late = (file(spoken, "Peace", NOON) for _ in range(2))
    with spoken.write() as db:
        releases.hold(db, held, NOON - DAY)
        releases.set_policy(db, late, Policy.TOGETHER, ("en", "fr"), NOON - DAY)
    assert found(spoken, "peace", NOON + DAY) == []


def test_a_clock_that_steps_back_takes_back_nothing_that_was_announced(spoken: Storage) -> None:
    number = file(spoken, "Peace")
    with spoken.write() as db:
        releases.mark_out(db, number, NOON)
    assert found(spoken, "peace", NOON - DAY) == [number]


def test_a_topic_is_searched_by_itself_also_once_it_is_renamed(
    spoken: Storage, announce: Announce
) -> None:
    peace, aid = file(spoken, "Help"), file(spoken, "Help", about="aid")
    for number in (peace, aid):
        announce(spoken, number, NOON)
    assert found(spoken, "help", topic="aid") == [aid]
    with spoken.write() as db:
        topics.rename(db, "aid", "relief", NOON)
    assert found(spoken, "help", topic="aid") == [aid]  # its first name
    with spoken.write() as db:
        changes.set_topics(db, peace, ["peace", "relief"], NOON)
    assert found(spoken, "help", topic="aid") == [aid, peace]


def test_a_year_is_searched_by_itself(spoken: Storage, announce: Announce) -> None:
    old, new = (file(spoken, "Peace", NOON - days * DAY) for days in (400, 1))
    for number in (old, new):
        announce(spoken, number, NOON)
    since = NOON - 100 * DAY
    assert found(spoken, "peace", period=Period(since)) == [new]
    assert found(spoken, "peace", period=Period(None, since)) == [old]


def test_nothing_asked_is_everything(spoken: Storage, announce: Announce) -> None:
    number = file(spoken, "Peace")
    announce(spoken, number, NOON)
    assert found(spoken, "") == [number]
    assert found(spoken, "", topic="peace") == [number]
    assert found(spoken, "", topic="aid") == []


def test_a_language_that_is_new_is_searched_once_the_index_has_caught_up(storage: Storage) -> None:
    with storage.write() as db:
        index.speak(db, CODES[:1], stands_in=True)
    number = file(storage, "Peace")
    with storage.write() as db:
        releases.mark_out(db, number, NOON)
        index.speak(db, CODES, stands_in=True)
        assert index.behind(db, NOON, 10) == [number]
        index.settle(db, number, NOON)
        assert index.behind(db, NOON, 10) == []
    assert found(storage, "peace", language="fr") == [number]
    assert found(storage, "peace", language="en") == [number]


def test_without_any_index_what_is_out_is_read_as_it_is(storage: Storage) -> None:
    number = file(storage, "Peace")
    assert found(storage, "peace") == [number]


@pytest.mark.promise(141)
@pytest.mark.parametrize(
    "asked",
    ['"', "'", "*", "peace*", "AND", "NOT peace", "words:peace", "en:peace", "^peace", "NEAR(a b)",
     "peace AND", ")", "{words}", "peace -", "\x00", "\ud800", "en::peace", "peace; DROP TABLE"],
)  # fmt: skip
def test_no_question_is_an_error(spoken: Storage, announce: Announce, asked: str) -> None:
    number = file(spoken, "Peace")
    announce(spoken, number, NOON)
    assert set(found(spoken, asked)) <= {number}


def test_a_beginning_stands_for_the_words_that_most_have(spoken: Storage) -> None:
    common = [file(spoken, "interest", NOON - DAY) for _ in range(2)]
    many = " ".join(f"inter{letters}{more}" for letters in "abcdefgh" for more in "jkvwxyzpqrgh")
    rare = [file(spoken, f"{many} internal") for _ in range(3)]
    for number in (*common, *rare):
        with spoken.write() as db:
            releases.mark_out(db, number, NOON)
    assert set(common) | set(rare) >= set(found(spoken, "inter")) >= set(rare)
