"""The figures say what is so."""

import random
from collections import Counter
from datetime import datetime, timedelta

import pytest

from newsroom.doctor.checkup import examine
from newsroom.releases.life import Together
from newsroom.upkeep.figures import Figures, count
from newsroom.wiring import Newsroom
from press.errors import NotPublic
from press.releases.release import Filing, Policy, Reading, State
from press.telling.notices import Channel, Fate
from storage import journal, tasks
from storage.journal import JournalLine
from storage.telling import notices
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, ME, MINUTE, at, file, filing
from tests.storage.telling.world import follower, take, webhook

MS = timedelta(milliseconds=1)


def file_at(newsroom: Newsroom, one: Filing, now: datetime) -> int:
    return newsroom.releases.file(Reading((one,)), ME, now)[0].release.id


def announce(newsroom: Newsroom, now: datetime) -> None:
    newsroom.work.do_due(lambda: now)


def figures(newsroom: Newsroom) -> Figures:
    return count(newsroom.storage, NOON)


def test_an_empty_newsroom_has_figures_too(newsroom: Newsroom) -> None:
    found = figures(newsroom)
    assert set(found.states) == set(State)
    assert sum(found.states.values()) == found.waiting == found.overdue == found.failed == 0
    assert (found.delays, found.next_due, found.languages_missing) == ((), None, 0)


def test_states_are_counted_as_each_release_says_itself(newsroom: Newsroom) -> None:
    chance = random.Random(17)
    for n in range(60):
        when = NOON + chance.choice([-1, 1]) * chance.randrange(1, 99) * MINUTE
        number = file(newsroom, filing(f"Release {n}", embargo=chance.choice([None, at(when)])))
        release, _ = newsroom.releases.get(number)
        if release.state(NOON - DAY) is State.SCHEDULED:
            together = chance.choice([None, Together(Policy.TOGETHER, ("fr",))])
            newsroom.life.schedule(number, at(when), "me", NOON - DAY, together)
            if chance.random() < 0.3:
                newsroom.life.hold(number, "me", NOON - DAY)
        if chance.random() < 0.2:
            newsroom.life.withdraw(number, "No.", "me", NOON - DAY)
    expected = Counter(release.state(NOON) for release in newsroom.releases.every())
    assert set(expected) == set(State)
    assert figures(newsroom).states == expected


def test_delays_are_those_of_the_last_day_in_order(newsroom: Newsroom) -> None:
    for when, late in ((NOON - 2 * DAY, 1), (NOON - 3 * MINUTE, 40), (NOON - 2 * MINUTE, 7)):
        file_at(newsroom, filing(f"At {when}", embargo=at(when)), when - DAY)
        announce(newsroom, when + late * MS)
    assert figures(newsroom).delays == (40, 7)


def test_what_is_published_by_hand_was_not_late_before(newsroom: Newsroom) -> None:
    by_hand = NOON - timedelta(seconds=10)
    number = file_at(newsroom, filing(embargo=at(NOON + DAY)), NOON - DAY)
    newsroom.life.publish(number, "me", by_hand)
    announce(newsroom, by_hand + 300 * MS)
    assert figures(newsroom).delays == (300,)


def test_work_is_waiting_overdue_or_failed(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    with newsroom.storage.write() as db:
        db.execute("DELETE FROM task")
        due = (NOON - DAY, NOON - DAY, NOON - MINUTE, NOON + DAY)
        made = [tasks.Task("announce", number, at, "", f"key {n}") for n, at in enumerate(due)]
        tasks.add(db, made)
        (row,) = db.execute("SELECT id FROM task WHERE key = 'key 0'").fetchone()
        tasks.give_up(db, [tasks.Task("announce", number, due[0], "", "key 0", row)], NOON, "no")
    found = figures(newsroom)
    assert (found.waiting, found.overdue, found.failed) == (2, 1, 1)
    assert found.next_due == NOON - DAY


def test_a_language_missing_within_the_hour_is_counted(newsroom: Newsroom) -> None:
    for minutes, policy in ((60, Policy.TOGETHER), (61, Policy.TOGETHER), (10, Policy.READY)):
        when = at(NOON + minutes * MINUTE)
        number = file(newsroom, filing(f"In {minutes}", embargo=when))
        newsroom.life.schedule(number, when, "me", NOON, Together(policy))
    assert figures(newsroom).languages_missing == 1


@pytest.mark.parametrize("presented", ["", "wrong", "é", "0123456789abcde"])
def test_the_gauges_are_shown_to_nobody_without_the_token(
    newsroom: Newsroom, presented: str
) -> None:
    with pytest.raises(NotPublic):
        newsroom.gauges.read(presented, NOON)
    newsroom.gauges.token = "0123456789abcdef"
    with pytest.raises(NotPublic):
        newsroom.gauges.read(presented, NOON)
    assert newsroom.gauges.read("0123456789abcdef", NOON).near == 0


def found(newsroom: Newsroom) -> dict[str, tuple[bool, str]]:
    return {name: (ok, says) for name, ok, says in examine(newsroom, NOON)}


def test_the_doctor_finds_a_healthy_home_well(newsroom: Newsroom) -> None:
    findings = found(newsroom)
    assert [name for name, (ok, _) in findings.items() if not ok] == []
    assert "Europe/Brussels" in findings["time zone"][1]
    assert "tzdata" in findings["time zone"][1]


def test_the_doctor_says_what_is_wrong(newsroom: Newsroom) -> None:
    file_at(newsroom, filing(embargo=at(NOON - DAY)), NOON - DAY - MINUTE)
    findings = found(newsroom)
    assert findings["due work"][0] is False
    assert "1 out" in findings["releases"][1]


@pytest.mark.parametrize(("ahead", "is_well"), [(60, True), (61, False)])
def test_the_doctor_notices_a_clock_that_went_back(
    newsroom: Newsroom, ahead: int, is_well: bool
) -> None:
    with newsroom.storage.write() as db:
        journal.add(db, JournalLine(NOON + timedelta(seconds=ahead), "me", "looked", None, ""))
    assert found(newsroom)["clock"][0] is is_well


def test_the_outbox_is_counted_by_channel_and_state(newsroom: Newsroom) -> None:
    empty = figures(newsroom).telling
    assert (empty.states, empty.oldest, empty.failed, empty.followers) == ({}, {}, 0, 0)
    for n in range(3):
        follower(newsroom.storage, f"reader {n}")
    webhook(newsroom.storage)
    file(newsroom, filing(embargo=at(NOON + MINUTE)))
    announce(newsroom, NOON + MINUTE)
    end_all(newsroom, Fate.SENT, 1)
    end_all(newsroom, Fate.FAILED, 1)
    found = count(newsroom.storage, NOON + DAY).telling
    mail, hook = Channel.MAIL, Channel.WEBHOOK
    expected = {(mail, "sent"): 1, (mail, "failed"): 1, (mail, "owed"): 1, (hook, "owed"): 1}
    assert found.states == expected
    assert found.oldest == {mail: NOON + MINUTE, hook: NOON + MINUTE}
    assert (found.failed, found.followers) == (1, 3)
    assert count(newsroom.storage, NOON + 2 * DAY).telling.failed == 0
    assert count(newsroom.storage, NOON).telling.oldest == {}


def end_all(newsroom: Newsroom, fate: Fate, limit: int) -> None:
    taken = take(newsroom.storage, NOON + MINUTE, limit=limit)
    with newsroom.storage.write() as db:
        notices.end(db, [Ended(one.id, fate) for one in taken], NOON + MINUTE)
