"""What is under embargo leaves no trace: in no answer, no order, no suggestion and no effort."""

import secrets
from collections.abc import Callable
from datetime import datetime

import pytest

from press.embargo import embargo_from
from press.folding import canonical
from press.releases.release import Filing, Release
from storage import Database, Storage, topics
from storage.filed import releases
from storage.public import ALWAYS
from storage.search import index
from storage.search.asking import question
from storage.search.finding import Within, find
from storage.search.nearest import nearest
from tests.conftest import NOON
from tests.storage.search.conftest import CODES, DAY, file, found, text_of

SECRET = "Zanderling talks about peace in Velmora"
QUESTIONS = ["zanderling", "zander", "peace", "velmora", "zanderlng", "pace", "nothing", ""]


def embargo(storage: Storage, number: int, at: datetime = NOON + DAY) -> None:
    """File many releases that are to come out later, in four languages each."""
    with storage.write() as db:
        topics.mention(db, ["peace"], NOON)
        for _ in range(number):
            token = secrets.token_hex(8)
            release = Release(
                id=0,
                tag=f"tag:example.org,2026:{token}",
                slug=token,
                source="en",
                filed_at=NOON - DAY,
                embargo=embargo_from(at, "Europe/Brussels"),
                topics=("peace",),
            )
            text = text_of("en", SECRET)
            added = releases.add(db, Filing(text.blocks), release, token)
            for code in CODES[1:]:
                releases.save_text(db, added, text_of(code, SECRET), NOON - DAY)


def effort(db: Database, act: Callable[[], object]) -> tuple[object, int]:
    """What an act gives, and how many steps SQLite's machine takes for it."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    db.conn.set_progress_handler(count, 1)
    try:
        return act(), steps
    finally:
        db.conn.set_progress_handler(None, 1)


def answers(storage: Storage, now: datetime = NOON) -> list[tuple[object, int]]:
    """What is found and suggested for each question, in each language, with how much work."""
    said = []
    with storage.read() as db:
        for words in QUESTIONS:
            for code in ("en", "fr"):

                def ask(words: str = words, code: str = code) -> object:
                    asked = question(db, code, canonical(words))
                    return find(db, asked, Within(ALWAYS, now, True), 20), nearest(db, asked)

                said.append(effort(db, ask))
    return said


@pytest.mark.promise(143)
@pytest.mark.parametrize("is_spoken", [True, False])
def test_a_thousand_matches_under_embargo_change_neither_answers_nor_effort(
    storage: Storage, is_spoken: bool
) -> None:
    if is_spoken:
        with storage.write() as db:
            index.speak(db, CODES, stands_in=True)
    for words in ("Peace", "Velmora votes", "Talks about talks"):
        file(storage, words, NOON - DAY)
    file(storage, "Weather", NOON + DAY)  # one is always pending
    answers(storage)  # statements are prepared once
    before = answers(storage)
    embargo(storage, 1000)
    assert answers(storage) == before
    assert any(found for (found, _), _ in before)


@pytest.mark.promise(143)
def test_nothing_under_embargo_is_in_any_table_of_the_index(spoken: Storage) -> None:
    number = file(spoken, "Zanderling")
    with spoken.write() as db:
        db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search_index, row)")
        assert _rows(db) == (0, 0, 0)
        releases.mark_out(db, number, NOON)
        assert min(_rows(db)) > 0
        releases.withdraw(db, number, "In error.", NOON)
        assert _rows(db) == (0, 0, 0)


def _rows(db: Database) -> tuple[int, ...]:
    tables = ("search_doc", "search_word", "temp.words")
    return tuple(db.execute(f"SELECT COUNT(*) FROM {t}").fetchone()[0] for t in tables)


@pytest.mark.promise(144)
def test_only_words_of_the_public_are_suggested(spoken: Storage) -> None:
    number = file(spoken, "Zanderling")

    def suggested() -> list[str]:
        with spoken.read() as db:
            return nearest(db, question(db, "en", "zanderlimg"))

    assert suggested() == []
    with spoken.write() as db:
        releases.mark_out(db, number, NOON)
    assert suggested() == ["zanderling"]
    with spoken.write() as db:
        releases.withdraw(db, number, "In error.", NOON)
    assert suggested() == []


@pytest.mark.promise(144)
@pytest.mark.parametrize("typed", ["zandreling", "zanderlin", "zanderrling", "xanderling"])
def test_one_letter_wrong_is_mended_and_two_are_not(spoken: Storage, typed: str) -> None:
    number = file(spoken, "Zanderling")
    with spoken.write() as db:
        releases.mark_out(db, number, NOON)
    with spoken.read() as db:
        assert nearest(db, question(db, "en", f"{typed} x")) == ["zanderling", ""]
        assert nearest(db, question(db, "en", f"x{typed}y x")) == []


@pytest.mark.promise(143)
def test_the_order_of_what_is_found_is_that_of_time_whatever_else_is_filed(spoken: Storage) -> None:
    numbers = [file(spoken, words, NOON - days * DAY) for days, words in enumerate(
        ["peace", "peace peace peace", "peace and much more that is no peace at all"], 1
    )]  # fmt: skip
    for number in numbers:
        with spoken.write() as db:
            releases.mark_out(db, number, NOON)
    embargo(spoken, 30)
    assert found(spoken, "peace") == numbers


def test_the_same_question_is_answered_with_bounded_effort(spoken: Storage) -> None:
    """Not by looking through the archive: twice as many releases, hardly a step more."""

    def steps() -> int:
        return max(taken for _, taken in answers(spoken))

    many = 120
    for _ in range(2):
        embargo(spoken, many, NOON - DAY)  # out already
    with spoken.write() as db:
        for number in index.behind(db, NOON, 10 * many):
            index.settle(db, number, NOON)
    few = steps()
    embargo(spoken, 2 * many, NOON - DAY)
    assert steps() < 1.2 * few
