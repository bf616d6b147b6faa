"""Every act of review leaves a version, and none overrides what nobody was shown."""

import pytest

from newsroom.releases.editing import Edit
from newsroom.releases.shown import check_version
from newsroom.translation.queueing import queue_again
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, Refusal
from press.releases.release import Filing
from press.releases.version import Version
from press.text import Block, Kind
from storage.filed import releases, versions
from storage.journal import JournalLine
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, at
from tests.newsroom.review.test_review import Careless
from tests.newsroom.translation.test_translating import Echo, file, translating


def every(newsroom: Newsroom, number: int, code: str = "fr") -> list[Version]:
    with newsroom.storage.read() as db:
        return versions.every(db, number, code)


def record(newsroom: Newsroom, number: int, verb: str, who: str = "Ben") -> int:
    """Keep the original's version, as an act on it does."""
    with newsroom.storage.write() as db:
        release = releases.get(db, number)
        return versions.record(db, release, "en", JournalLine(NOON, who, verb, number, ""))


@pytest.fixture
def number(newsroom: Newsroom) -> int:
    number = file(newsroom, "It rains.", "It pours.")
    translating(newsroom, Echo()).run()
    return number


def test_every_act_of_review_leaves_a_version_with_its_words(
    newsroom: Newsroom, number: int
) -> None:
    newsroom.review.reject(number, "fr", "Ada", NOON, [2])
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "Ada", NOON)
    newsroom.review.approve(number, "fr", "Ben", NOON)
    newsroom.review.unapprove(number, "fr", "Cid", NOON, [3])
    found = every(newsroom, number)
    assert [(v.verb, v.who, v.note, v.is_ready) for v in found] == [
        ("translated", "echo 1.0", "", True),
        ("rejected", "Ada", "block 2", False),
        ("corrected", "Ada", "block 2", True),
        ("approved", "Ben", "blocks 1, 3", True),
        ("un-approved", "Cid", "block 3", True),
    ]
    assert [v.text.blocks[1].markdown for v in found] == ["IT RAINS."] * 2 + ["Il pleut."] * 3
    assert found[1].text.blocks[1].is_rejected


def test_words_that_wait_beside_an_approved_text_are_kept_too(
    newsroom: Newsroom, number: int
) -> None:
    newsroom.review.approve(number, "fr", "me", NOON)
    blocks = (Block(Kind.HEADLINE, "Good news"), Block(Kind.PARAGRAPH, "Fifteen came to see."))
    newsroom.revisions.revise(number, Filing(blocks), "me", NOON)
    translating(newsroom, Careless()).run(only=[("fr", number)])
    newsroom.review.reject(number, "fr", "me", NOON, [2])
    *_, approved, waiting, rejected = every(newsroom, number)
    assert (waiting.verb, waiting.is_ready, waiting.note) == (
        "translated",
        False,
        "waits for an editor",
    )
    assert len(waiting.text.blocks) == 2
    assert rejected.text.blocks == approved.text.blocks


def test_words_of_an_engine_that_come_again_are_no_new_version(
    newsroom: Newsroom, number: int
) -> None:
    queue_again(newsroom.storage, ["fr"], [], NOON)
    translating(newsroom, Echo()).run()
    assert len(every(newsroom, number)) == 1


@pytest.mark.parametrize("act", ["approve", "reject", "unapprove"])
def test_an_act_on_a_version_is_refused_once_another_came_and_says_whose(
    newsroom: Newsroom, number: int, act: str
) -> None:
    if act == "unapprove":
        newsroom.review.approve(number, "fr", "me", NOON)
    seen = every(newsroom, number)[-1].number
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "Ada", NOON)
    new = every(newsroom, number)[-1].number
    do = getattr(newsroom.review, act)
    said = rf"corrected by Ada at 2026-08-25 12:00 UTC \(version {new}\).*history 1 fr"
    with pytest.raises(NotAllowedNow, match=said):
        do(number, "fr", "me", NOON, [3], as_shown=str(seen))
    assert do(number, "fr", "me", NOON, [3], as_shown=str(new)).at == (3,)


def test_a_new_version_of_the_original_counts_as_well(newsroom: Newsroom, number: int) -> None:
    seen = every(newsroom, number)[-1].number
    newsroom.edits.edit(number, Edit(summary="In short."), "Ben", NOON)
    with pytest.raises(NotAllowedNow, match=r"the en words .*edited by Ben"):
        newsroom.review.correct(number, "fr", 2, "Il pleut.", "Ada", NOON, str(seen))
    assert every(newsroom, number)[-1].number == seen


def test_words_that_came_from_another_release_are_not_those_of_the_version(
    newsroom: Newsroom, number: int
) -> None:
    other = file(newsroom, "It rains.", headline="Another")
    newsroom.review.correct(other, "fr", 2, "Il pleut.", "Ada", NOON)
    seen = every(newsroom, number)[-1].number
    with pytest.raises(NotAllowedNow, match=f"since they were shown in version {seen}"):
        newsroom.review.approve(number, "fr", "me", NOON, as_shown=str(seen))


def test_acts_on_the_original_ask_the_same(newsroom: Newsroom, number: int) -> None:
    first = record(newsroom, number, "filed")
    newsroom.life.schedule(number, at(NOON + DAY), "Ada", NOON)
    second = record(newsroom, number, "scheduled", "Ada")
    with newsroom.storage.read() as db:
        release = releases.get(db, number)
        check_version(db, release, second)
        with pytest.raises(NotAllowedNow, match="scheduled by Ada"):
            check_version(db, release, first)
        for none in (0, second + 90):
            with pytest.raises(Refusal, match="has no version"):
                check_version(db, release, none)


def test_a_sheets_name_is_not_taken_for_a_version_though_it_be_all_digits(
    newsroom: Newsroom, number: int
) -> None:
    name = "123456789012"
    assert len(newsroom.sheets.get(number, "fr").as_shown) == len(name)
    with pytest.raises(NotAllowedNow, match=f"have changed since they were shown as {name}"):
        newsroom.review.approve(number, "fr", "me", NOON, as_shown=name)
