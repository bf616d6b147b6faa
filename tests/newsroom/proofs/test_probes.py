"""The alarm for those who feel about for an embargoed release."""

import logging
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from newsroom.proofs import probes, proving
from newsroom.proofs.probes import ENOUGH, PROOF_LASTS, PROVED, PROVING, ROOM, VERB, Probes
from newsroom.wiring import Newsroom
from press.releases.attachment import Attachment
from storage import files, journal
from storage.journal import JournalLine
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file, filing

NEAR = "/en/releases/the-talks-begin"
SECOND = timedelta(seconds=1)


@pytest.fixture
def watch(newsroom: Newsroom) -> Iterator[Probes]:
    yield newsroom.probes
    newsroom.probes.close()


@pytest.fixture
def number(newsroom: Newsroom) -> int:
    return file(newsroom, filing("The talks begin", embargo=at(NOON + DAY)))


def miss(watch: Probes, times: int, now: datetime = NOON, path: str = NEAR) -> None:
    for _ in range(times):
        watch.missed(path, now)
    watch.look(budget=10)


def alarms(newsroom: Newsroom, number: int) -> list[str]:
    _, lines = newsroom.releases.get(number)
    return [line.note for line in lines if line.verb == VERB]


def test_repeated_misses_raise_one_alarm(
    newsroom: Newsroom, watch: Probes, number: int, caplog: pytest.LogCaptureFixture
) -> None:
    miss(watch, ENOUGH - 1)
    assert alarms(newsroom, number) == []
    with caplog.at_level(logging.WARNING):
        miss(watch, 30)
    (note,) = alarms(newsroom, number)
    assert note.startswith("ALARM: 5 misses near the-talks-begin-")
    assert note.endswith(NEAR)
    assert caplog.text.count("ALARM") == 1


def test_misses_of_more_than_an_hour_ago_count_no_more(
    newsroom: Newsroom, watch: Probes, number: int
) -> None:
    for n in range(20):
        miss(watch, 1, NOON + n * timedelta(minutes=15))
    assert alarms(newsroom, number) == []


def test_it_is_raised_again_after_a_quarter_of_an_hour(
    newsroom: Newsroom, watch: Probes, number: int
) -> None:
    miss(watch, 10)
    miss(watch, 10, NOON + 14 * MINUTE)
    assert len(alarms(newsroom, number)) == 1
    miss(watch, 1, NOON + 15 * MINUTE)
    assert alarms(newsroom, number)[1].startswith("ALARM: 21 misses")


def test_several_processes_raise_it_once(newsroom: Newsroom, number: int) -> None:
    watches = [Probes(newsroom.storage) for _ in range(3)]
    for watch in watches:
        miss(watch, 10)
        watch.close()
    assert len(alarms(newsroom, number)) == 1


@pytest.mark.parametrize("state", ["out", "withdrawn"])
def test_what_is_out_or_withdrawn_raises_none(
    newsroom: Newsroom, watch: Probes, number: int, state: str
) -> None:
    if state == "withdrawn":
        newsroom.life.withdraw(number, "Never mind.", "me", NOON)
    miss(watch, 10, NOON + DAY if state == "out" else NOON)
    assert alarms(newsroom, number) == []


def test_drafts_and_releases_that_wait_for_a_language_are_watched(
    newsroom: Newsroom, watch: Probes
) -> None:
    draft = file(newsroom, filing("A secret visit"))
    newsroom_alarm = "/en/releases/a-secret-visit"
    miss(watch, 5, path=newsroom_alarm)
    assert len(alarms(newsroom, draft)) == 1


def test_other_misses_raise_none(newsroom: Newsroom, watch: Probes, number: int) -> None:
    miss(watch, 50, path="/wp-login.php")
    assert (alarms(newsroom, number), watch.near) == ([], 0)


def test_a_strangers_address_cannot_write_to_the_terminal(
    newsroom: Newsroom, watch: Probes, number: int
) -> None:
    miss(watch, 5, path=f"{NEAR}/\x1b[2J\n\u202e" + "x" * 1000)
    (note,) = alarms(newsroom, number)
    assert note.isprintable()
    assert len(note) < 400


def test_a_flood_is_dropped_and_never_waited_for(newsroom: Newsroom, watch: Probes) -> None:
    with watch._looking:  # nobody looks meanwhile
        for n in range(ROOM + 100):
            watch.missed(f"/{n}", NOON)
    assert watch.dropped == 100


def test_what_there_was_no_time_for_is_looked_at_later(
    newsroom: Newsroom, watch: Probes, number: int
) -> None:
    with watch._looking:
        for _ in range(5):
            watch.missed(NEAR, NOON)
    watch.look(budget=0)
    miss(watch, 0)
    assert watch.near == 5


def test_new_names_are_known_half_a_minute_later(newsroom: Newsroom, watch: Probes) -> None:
    miss(watch, 1, NOON)
    file(newsroom, filing("The talks begin", embargo=at(NOON + DAY)))
    miss(watch, 1, NOON + timedelta(seconds=29))
    assert watch.near == 0
    miss(watch, 1, NOON + timedelta(seconds=30))
    assert watch.near == 1


def prove(newsroom: Newsroom, number: int, start: datetime, end: datetime) -> None:
    with newsroom.storage.write() as db:
        for at_, verb in ((start, PROVING), (end, PROVED)):
            journal.add(db, JournalLine(at_, "newsroom", verb, number, ""))


def test_our_own_proofs_raise_none(newsroom: Newsroom, watch: Probes, number: int) -> None:
    release, _ = newsroom.releases.get(number)
    prove(newsroom, number, NOON, NOON + MINUTE)
    miss(watch, 40, path=f"/fr/releases/{release.slug}")
    assert alarms(newsroom, number) == []
    miss(watch, ENOUGH, NOON + 2 * MINUTE, f"/fr/releases/{release.slug}")
    assert len(alarms(newsroom, number)) == 1


@pytest.mark.parametrize(("asked", "raised"), [("token-17", 0), ("token-18", 1)])
def test_a_proof_may_ask_for_what_came_since_names_were_read(
    newsroom: Newsroom, watch: Probes, number: int, asked: str, raised: int
) -> None:
    miss(watch, 1, path="/en/releases/nothing")  # names are read
    made = Attachment("token-17", "the-talks-begin-320.webp", "image/webp", 9, "0" * 64)
    with newsroom.storage.write() as db:
        files.add(db, number, made, NOON)
        journal.add(db, JournalLine(NOON, "newsroom", PROVING, number, ""))
    miss(watch, 2 * ENOUGH, NOON + SECOND, f"/files/{asked}/the-talks-begin")
    assert len(alarms(newsroom, number)) == raised


def test_a_guess_during_a_proof_is_still_a_guess(
    newsroom: Newsroom, watch: Probes, number: int
) -> None:
    prove(newsroom, number, NOON, NOON + MINUTE)
    miss(watch, ENOUGH)
    assert len(alarms(newsroom, number)) == 1


def test_proofs_are_known_by_the_words_they_write() -> None:
    assert (PROVING, PROVED) == (proving.PROVING, proving.PROVED)
    assert proving.PATIENCE <= PROOF_LASTS


def test_a_thread_of_its_own_looks(
    newsroom: Newsroom, watch: Probes, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probes, "EVERY_SECONDS", 0.01)
    for _ in range(5):
        watch.missed(NEAR, NOON)
    for _ in range(1000):
        if alarms(newsroom, number):
            break
        threading.Event().wait(0.01)
    assert len(alarms(newsroom, number)) == 1
