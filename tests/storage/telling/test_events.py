"""What happened is noted with what is owed for it, or neither is."""

from datetime import timedelta

import pytest

from press.telling.wishes import Wanted
from press.text import STARTER, Block, Kind, Origin, Text
from storage import Storage
from storage.filed import changes, releases
from storage.telling import events
from tests.conftest import NOON
from tests.storage.telling.world import (
    HOUR,
    announce,
    follower,
    hub_subscription,
    out,
    rows,
    say,
    send,
    webhook,
)
from tests.storage.test_public import DAY, file

SECOND = timedelta(seconds=1)


def kinds(storage: Storage) -> list[str]:
    return [row["kind"] for row in rows(storage, "event")]


def test_nothing_is_noted_or_owed_before_the_minute_whatever_an_officer_does(
    storage: Storage,
) -> None:
    follower(storage, languages="fr en")
    hub_subscription(storage, "reader")
    webhook(storage)
    number = file(storage, at=NOON + DAY)
    with storage.write() as db:
        releases.note(db, number, "The price was wrong.", NOON)
        releases.hold(db, number, NOON)
    for origin in (Origin.MACHINE, Origin.EDITOR):
        say(storage, number, NOON, "fr", origin)
    with storage.write() as db:
        releases.withdraw(db, number, "Not now.", NOON)
        changes.take_up_again(db, number)
    assert (rows(storage, "event"), rows(storage)) == ([], [])


def test_what_is_owed_is_written_with_what_causes_it(storage: Storage) -> None:
    follower(storage)
    out(storage)
    assert kinds(storage) == ["out"]
    assert [row["due_at"] for row in rows(storage)] == [rows(storage, "event")[0]["at"]]


@pytest.mark.parametrize("act", ["announced", "noted", "withdrawn", "translated"])
def test_an_act_that_is_undone_leaves_neither_event_nor_notice(storage: Storage, act: str) -> None:
    follower(storage)
    number = out(storage) if act != "announced" else file(storage)
    send(storage, NOON)
    before = rows(storage, "event"), rows(storage)
    with storage.rehearse() as db:  # as when the process is killed before the end
        match act:
            case "announced":
                releases.mark_out(db, number, NOON)
            case "noted":
                releases.note(db, number, "The price was wrong.", NOON)
            case "withdrawn":
                releases.withdraw(db, number, "Sent in error.", NOON)
            case _:
                text = Text("fr", (Block(Kind.HEADLINE, "Un titre", Origin.EDITOR),))
                releases.save_text(db, number, text, NOON)
        assert db.execute("SELECT COUNT(*) FROM event").fetchone()[0] == len(before[0]) + 1
    assert (rows(storage, "event"), rows(storage)) == before


def test_a_release_from_before_it_was_filed_tells_nobody(storage: Storage) -> None:
    follower(storage)
    number = file(storage, at=NOON - 100 * DAY, filed=NOON)
    say(storage, number, NOON)
    with storage.write() as db:
        releases.note(db, number, "The price was wrong.", NOON)
        releases.withdraw(db, number, "Sent in error.", NOON)
        changes.return_to_public(db, number, "Here again.", NOON + HOUR)
    assert rows(storage) == []


def test_feeds_followers_learn_of_a_correction_of_the_archive(storage: Storage) -> None:
    hub_subscription(storage, "reader")
    number = file(storage, at=NOON - 100 * DAY, filed=NOON)
    with storage.write() as db:
        releases.note(db, number, "The price was wrong.", NOON)
    assert [(row["channel"], row["kind"]) for row in rows(storage)] == [("hub", "corrected")]


def test_what_was_withdrawn_before_it_was_told_is_news_once_it_is_back(storage: Storage) -> None:
    who = follower(storage)
    number = file(storage)
    with storage.write() as db:
        releases.withdraw(db, number, "Too early.", NOON + SECOND)
    assert send(storage, NOON + SECOND) == []
    with storage.write() as db:
        changes.return_to_public(db, number, "Here again.", NOON + HOUR)
    assert send(storage, NOON + HOUR) == [(who, "out", "en")]
    assert kinds(storage) == ["withdrawn", "out"]


def test_words_that_wait_for_a_person_are_none(storage: Storage) -> None:
    follower(storage, languages="fr", texts=Wanted.OFFICIAL)
    number = out(storage)
    block = Block(Kind.HEADLINE, "Un titre", Origin.MACHINE, f"{STARTER} en-fr 1.0")
    with storage.write() as db:
        releases.save_text(db, number, Text("fr", (block,)), NOON, ready=False)
        assert events.public_words(db, number).codes == {"en"}
    assert kinds(storage) == ["out"]


def test_words_are_a_persons_once_every_block_is(storage: Storage) -> None:
    number = out(storage)
    headline = Block(Kind.HEADLINE, "Un titre", Origin.EDITOR)
    code = Block(Kind.CODE, "print(1)")  # nothing in it is said in any language
    body = [Block(Kind.PARAGRAPH, "Mots.", origin) for origin in Origin]
    expected = {Origin.AUTHOR: False, Origin.MACHINE: False, Origin.EDITOR: True}
    for block in body:
        with storage.write() as db:
            releases.save_text(db, number, Text("fr", (headline, block, code)), NOON)
            there = events.public_words(db, number)
        assert ("fr" in there.official) is expected[block.origin]
        assert ("fr" in there.machine) is not expected[block.origin]


def test_each_language_is_told_of_once_though_it_goes_and_comes_back(storage: Storage) -> None:
    number = out(storage)
    for n in range(3):
        say(storage, number, NOON + n * HOUR)
        say(storage, number, NOON + n * HOUR, origin=Origin.EDITOR)
        say(storage, number, NOON + n * HOUR, ready=False)
    assert kinds(storage) == ["out", "translated", "reviewed"]


def test_what_comes_in_a_language_while_a_release_is_taken_back_is_told_when_it_is_back(
    storage: Storage,
) -> None:
    who = follower(storage, languages="fr", texts=Wanted.OFFICIAL)
    number = out(storage)
    with storage.write() as db:
        releases.withdraw(db, number, "Sent in error.", NOON)
    say(storage, number, NOON, origin=Origin.EDITOR)
    assert send(storage, NOON + HOUR) == []
    with storage.write() as db:
        changes.return_to_public(db, number, "Here again.", NOON + HOUR)
    assert send(storage, NOON + HOUR) == [(who, "out", "fr")]


def test_announcing_again_owes_nothing_again(storage: Storage) -> None:
    follower(storage)
    number = out(storage)
    announce(storage, number, NOON + HOUR)
    assert len(rows(storage)) == 1
