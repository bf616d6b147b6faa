"""Who is told by mail: once, and again of what became of it if they had it."""

from datetime import timedelta

import pytest

from press.telling.notices import Channel, Fate
from press.telling.wishes import Frequency, Wanted
from press.text import Origin
from storage import Storage, topics
from storage.filed import changes, releases
from storage.telling import notices
from storage.telling.notices import RESTORED, Ended
from tests.conftest import NOON
from tests.storage.telling.world import (
    HOUR,
    bring_back,
    correct,
    follower,
    out,
    rows,
    say,
    send,
    take,
    withdraw,
)
from tests.storage.test_public import DAY, file

Sent = list[tuple[int, str, str]]


def test_a_release_is_told_once_though_one_follows_five_of_its_topics(storage: Storage) -> None:
    slugs = ["peace", "aid", "rivers", "ports", "trade"]
    who = follower(storage, "reader", *slugs, "all")
    number = file(storage)
    with storage.write() as db:
        topics.mention(db, slugs, NOON)
        changes.set_topics(db, number, slugs, NOON - HOUR)
        releases.mark_out(db, number, NOON)
    assert send(storage, NOON) == [(who, "out", "en")]


def test_who_follows_other_topics_is_owed_nothing_and_who_gets_digests_a_place_in_the_next(
    storage: Storage,
) -> None:
    follower(storage, "other", "rivers")
    who = follower(storage, "daily", frequency=Frequency.DAILY)
    out(storage)
    assert [(row["channel"], row["receiver"]) for row in rows(storage)] == [("digest", who)]
    assert send(storage, NOON) == []


def test_who_came_after_it_came_out_is_not_told_of_it(storage: Storage) -> None:
    number = out(storage)
    follower(storage, languages="fr", since=NOON + HOUR)
    say(storage, number, NOON + 2 * HOUR, origin=Origin.EDITOR)
    correct(storage, number, NOON + 3 * HOUR)
    assert rows(storage) == []


def test_a_topic_that_is_added_later_tells_nothing_of_what_came_out_before(
    storage: Storage,
) -> None:
    who = follower(storage, "reader", "rivers", texts=Wanted.OFFICIAL, languages="fr")
    number = out(storage)
    follower(
        storage,
        "reader",
        "rivers",
        "peace",
        texts=Wanted.OFFICIAL,
        languages="fr",
        since=NOON + HOUR,
    )
    say(storage, number, NOON + 2 * HOUR, origin=Origin.EDITOR)
    assert rows(storage) == []
    other = out(storage, topic="rivers", now=NOON + DAY)
    say(storage, other, NOON + DAY, origin=Origin.EDITOR)
    assert send(storage, NOON + DAY) == [(who, "reviewed", "fr")]


def test_what_waits_for_a_digest_or_was_in_one_is_not_told_at_once_later(storage: Storage) -> None:
    follower(storage, languages="fr", frequency=Frequency.DAILY)
    number = out(storage)
    follower(storage, languages="fr", since=NOON + HOUR)
    say(storage, number, NOON + 2 * HOUR)
    assert send(storage, NOON + 2 * HOUR) == []
    assert send(storage, NOON + 3 * HOUR, Channel.DIGEST) != []
    say(storage, number, NOON + 4 * HOUR, origin=Origin.EDITOR)
    assert send(storage, NOON + 4 * HOUR) == []


def test_who_waits_for_a_person_is_told_when_one_has_read_it(storage: Storage) -> None:
    who = follower(storage, languages="fr", texts=Wanted.OFFICIAL)
    number = out(storage)
    say(storage, number, NOON)
    assert send(storage, NOON) == []
    say(storage, number, NOON + HOUR, origin=Origin.EDITOR)
    assert send(storage, NOON + HOUR) == [(who, "reviewed", "fr")]


@pytest.mark.parametrize("texts", [Wanted.ALL, Wanted.AGAIN])
def test_who_takes_a_machines_words_is_told_at_once(storage: Storage, texts: Wanted) -> None:
    who = follower(storage, languages="fr", texts=texts)
    number = file(storage)
    say(storage, number, NOON - HOUR)
    with storage.write() as db:
        releases.mark_out(db, number, NOON)
    assert send(storage, NOON) == [(who, "out", "fr")]
    say(storage, number, NOON + HOUR, origin=Origin.EDITOR)
    again = [(who, "reviewed", "fr")] if texts is Wanted.AGAIN else []
    assert send(storage, NOON + HOUR) == again


def test_again_is_the_first_language_alone(storage: Storage) -> None:
    who = follower(storage, languages="fr nl", texts=Wanted.AGAIN)
    number = out(storage)
    assert send(storage, NOON) == [(who, "out", "en")]
    for code, origin in (("nl", Origin.MACHINE), ("nl", Origin.EDITOR), ("fr", Origin.MACHINE)):
        say(storage, number, NOON + HOUR, code, origin)
    assert send(storage, NOON + HOUR) == []
    say(storage, number, NOON + HOUR, "fr", Origin.EDITOR)
    assert send(storage, NOON + HOUR) == [(who, "reviewed", "fr")]


def test_a_machines_words_of_the_second_language_are_not_told_again_when_they_are_corrected(
    storage: Storage,
) -> None:
    who = follower(storage, languages="fr nl", texts=Wanted.AGAIN)
    number = file(storage)
    say(storage, number, NOON - HOUR, "nl")
    with storage.write() as db:
        releases.mark_out(db, number, NOON)
    assert send(storage, NOON) == [(who, "out", "nl")]
    say(storage, number, NOON + HOUR, "nl", Origin.EDITOR)
    assert send(storage, NOON + HOUR) == []


def test_approved_taken_back_and_approved_again_is_told_again_once(storage: Storage) -> None:
    who = follower(storage, languages="fr", texts=Wanted.AGAIN)
    number = out(storage)
    send(storage, NOON)
    told: Sent = []
    for origin in (Origin.EDITOR, Origin.MACHINE, Origin.EDITOR):
        say(storage, number, NOON + HOUR, origin=origin)
        told += send(storage, NOON + HOUR)
    assert told == [(who, "reviewed", "fr")]


def test_what_has_not_gone_yet_goes_in_the_words_there_are_now_and_is_not_told_again(
    storage: Storage,
) -> None:
    who = follower(storage, languages="fr", texts=Wanted.AGAIN)
    number = out(storage)
    say(storage, number, NOON)
    say(storage, number, NOON, origin=Origin.EDITOR)
    assert [(row["language"], row["is_machine"]) for row in rows(storage)] == [("fr", 0)]
    assert send(storage, NOON) == [(who, "out", "fr")]
    say(storage, number, NOON + HOUR)
    say(storage, number, NOON + HOUR, origin=Origin.EDITOR)
    assert send(storage, NOON + HOUR) == []


def test_what_has_not_gone_when_its_words_are_lost_goes_in_others(storage: Storage) -> None:
    who = follower(storage, languages="fr nl")
    number = file(storage)
    for code in ("fr", "nl"):
        say(storage, number, NOON - HOUR, code)
    with storage.write() as db:
        releases.mark_out(db, number, NOON)
    say(storage, number, NOON, "fr", ready=False)
    assert send(storage, NOON) == [(who, "out", "nl")]


def test_what_could_not_be_told_when_its_words_had_gone_is_told_when_they_are_back(
    storage: Storage,
) -> None:
    who = follower(storage, languages="fr", texts=Wanted.OFFICIAL)
    number = out(storage)
    say(storage, number, NOON, origin=Origin.EDITOR)
    say(storage, number, NOON)
    assert send(storage, NOON, fate=Fate.SKIPPED) == [(who, "reviewed", "fr")]
    say(storage, number, NOON + HOUR, origin=Origin.EDITOR)
    assert send(storage, NOON + HOUR) == [(who, "reviewed", "fr")]
    assert len(rows(storage)) == 1


def test_a_correction_and_a_withdrawal_go_to_those_alone_who_had_it(storage: Storage) -> None:
    who = follower(storage, languages="fr")
    number = out(storage)
    follower(storage, "late", since=NOON + HOUR)
    say(storage, number, NOON)
    send(storage, NOON)
    correct(storage, number, NOON + 2 * HOUR)
    assert send(storage, NOON + 2 * HOUR) == [(who, "corrected", "fr")]
    withdraw(storage, number, NOON + 3 * HOUR)
    assert send(storage, NOON + 3 * HOUR) == [(who, "withdrawn", "fr")]


def test_a_correction_is_told_in_the_language_one_had_it_in_or_the_original(
    storage: Storage,
) -> None:
    who = follower(storage, languages="fr")
    number = file(storage)
    say(storage, number, NOON - HOUR)
    with storage.write() as db:
        releases.mark_out(db, number, NOON)
    send(storage, NOON)
    correct(storage, number, NOON + HOUR)
    assert send(storage, NOON + HOUR) == [(who, "corrected", "fr")]
    say(storage, number, NOON + HOUR, ready=False)
    correct(storage, number, NOON + 2 * HOUR)
    assert send(storage, NOON + 2 * HOUR) == [(who, "corrected", "en")]


def test_who_follows_no_longer_is_not_told_what_became_of_it(storage: Storage) -> None:
    follower(storage)
    number = out(storage)
    send(storage, NOON)
    with storage.write() as db:
        db.execute("UPDATE subscriber SET state = 'ended'")
    withdraw(storage, number, NOON + HOUR)
    assert send(storage, NOON + HOUR) == []


def test_each_correction_is_told_once(storage: Storage) -> None:
    who = follower(storage)
    number = out(storage)
    send(storage, NOON)
    for n in (1, 2):
        correct(storage, number, NOON + n * HOUR)
        assert send(storage, NOON + n * HOUR) == [(who, "corrected", "en")]


def test_what_is_owed_and_is_withdrawn_before_it_went_is_not_told(storage: Storage) -> None:
    follower(storage)
    number = out(storage)
    withdraw(storage, number, NOON + HOUR)
    assert send(storage, NOON + HOUR) == []
    assert [row["outcome"] for row in rows(storage)] == ["skipped"]


def test_who_waits_for_another_try_did_not_have_it(storage: Storage) -> None:
    follower(storage)
    number = out(storage)
    (one,) = take(storage, NOON)
    with storage.write() as db:
        notices.postpone(db, [one.id], NOON + DAY, "451 later")
    withdraw(storage, number, NOON + HOUR)
    assert send(storage, NOON + 2 * DAY) == []


def test_who_is_being_told_at_the_moment_is_told_of_the_withdrawal_too(storage: Storage) -> None:
    who = follower(storage)
    number = out(storage)
    (one,) = take(storage, NOON)
    second = NOON + timedelta(seconds=1)
    withdraw(storage, number, second)
    with storage.write() as db:
        notices.end(db, [Ended(one.id, Fate.SENT)], second)
    assert send(storage, second) == [(who, "withdrawn", "en")]


def test_who_was_being_told_and_was_not_told_in_the_end_did_not_have_it(storage: Storage) -> None:
    follower(storage)
    number = out(storage)
    (one,) = take(storage, NOON)
    second = NOON + timedelta(seconds=1)
    withdraw(storage, number, second)
    (other,) = take(storage, second)
    with storage.write() as db:
        assert notices.had_it(db, other, second)  # it may arrive at this moment
        notices.end(db, [Ended(one.id, Fate.SKIPPED)], second)
        assert not notices.had_it(db, other, second)
        notices.end(db, [Ended(one.id, Fate.SENT)], second)
        assert notices.had_it(db, other, second)


def test_published_again_those_who_had_it_are_told_that_and_the_others_that_it_is_out(
    storage: Storage,
) -> None:
    had, had_not = follower(storage, "had"), follower(storage, "had not")
    number = out(storage)
    (one,) = take(storage, NOON, limit=1)
    with storage.write() as db:
        notices.end(db, [Ended(one.id, Fate.SENT)], NOON)
    withdraw(storage, number, NOON + HOUR)
    assert send(storage, NOON + HOUR) == [(had, "withdrawn", "en")]
    bring_back(storage, number, NOON + 2 * HOUR)
    assert send(storage, NOON + 2 * HOUR) == [(had, "corrected", "en"), (had_not, "out", "en")]
    withdraw(storage, number, NOON + 3 * HOUR)
    told = [(had, "withdrawn", "en"), (had_not, "withdrawn", "en")]
    assert send(storage, NOON + 3 * HOUR) == told


@pytest.mark.parametrize("fate", [Fate.STOPPED, Fate.FAILED])
def test_what_was_stopped_or_failed_is_not_told_by_a_roundabout_way(
    storage: Storage, fate: Fate
) -> None:
    follower(storage, languages="fr", texts=Wanted.AGAIN)
    number = out(storage)
    send(storage, NOON, fate=fate)
    say(storage, number, NOON + HOUR)
    say(storage, number, NOON + HOUR, origin=Origin.EDITOR)
    correct(storage, number, NOON + HOUR)
    withdraw(storage, number, NOON + HOUR)
    assert send(storage, NOON + HOUR) == []


def test_what_a_copy_held_as_owed_counts_as_told(storage: Storage) -> None:
    who = follower(storage, languages="fr")
    number = out(storage)
    with storage.write() as db:
        assert notices.stop_all(db, NOON) == 1
    say(storage, number, NOON + HOUR)
    assert send(storage, NOON + HOUR) == []
    withdraw(storage, number, NOON + HOUR)
    assert send(storage, NOON + HOUR) == [(who, "withdrawn", "en")]
    assert rows(storage)[0]["note"] == RESTORED
