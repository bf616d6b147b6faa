"""Forgetting addresses."""

import random
import threading
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from newsroom.running.clock import Clock
from newsroom.telling.following import erasing, roster
from newsroom.telling.following.erasing import forget_unconfirmed
from newsroom.wiring import Newsroom
from press.errors import AddressRefused, NotPublic, UnknownSubscriber
from press.telling.notices import Channel
from press.telling.subscriber import Following
from storage.telling import notices, subscribers
from tests.conftest import NOON
from tests.newsroom.telling.followers import (
    ALL_IN_FRENCH,
    ANNA,
    WEEKLY,
    dump,
    follow,
    known,
    owed,
    sign_up,
    token,
)

WEEK = timedelta(days=7)
OTHER = "joanna@daily.example"


def letter(newsroom: Newsroom, to: str, name: str) -> Path:
    mail = EmailMessage()
    mail["To"], mail["Subject"] = to, "A release"
    mail.set_content("Its words.")
    mailbox = newsroom.settings.mailbox
    mailbox.mkdir(exist_ok=True)
    path = mailbox / name
    path.write_bytes(bytes(mail))
    return path


def holding(home: Path, words: str) -> list[str]:
    """The files of a home that hold words, in small letters or large."""
    files = [path for path in home.rglob("*") if path.is_file()]
    return [path.name for path in files if words.lower().encode() in path.read_bytes().lower()]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (erasing, roster):
        monkeypatch.setattr(module, "PAUSE_SECONDS", 0.0)
        monkeypatch.setattr(module, "TRIES", 2)
    monkeypatch.setattr("storage.COUNT_SECONDS", 0.05)


@pytest.mark.promise(87)
def test_after_erasure_no_file_of_the_home_holds_the_address(newsroom: Newsroom) -> None:
    follow(newsroom)
    for n in range(200):
        newsroom.following.sign_up(f"reader{n}@x.example", WEEKLY, f"10.0.{n}.1", NOON)
    letter(newsroom, f"Anna <{ANNA.upper()}>", "a.eml")
    letter(newsroom, ANNA, "b.4711")  # a letter whose writing was cut off
    kept = letter(newsroom, OTHER, "c.eml")
    assert holding(newsroom.settings.home, ANNA)
    done = newsroom.roster.erase(ANNA, "me", NOON)
    assert (done.letters, done.is_complete) == (2, True)
    assert holding(newsroom.settings.home, "anna@") == ["c.eml"]  # joanna's
    assert kept.exists()
    assert holding(newsroom.settings.home, "reader199@x.example")


@pytest.mark.promise(87)
def test_nor_does_it_where_the_database_left_a_copy_of_a_row_that_it_moved(
    newsroom: Newsroom,
) -> None:
    chosen = random.Random(2)
    names = {f"r{number:03d}{'y' * chosen.randint(0, 40)}@x.example" for number in range(600)}
    with newsroom.storage.write() as db:
        for name in sorted(names):
            digest = newsroom.roster.tokens.hash_of(name)
            subscribers.ask(db, name, digest, "a nonce", WEEKLY, NOON)
            for number in chosen.choices(range(1, 601), k=2):  # others' rows grow and shrink
                topics = tuple("x" * chosen.randint(1, 300) for _ in range(2))
                subscribers.want(db, number, replace(WEEKLY, topics=topics))
    erased = chosen.sample(sorted(names), 200)
    for name in erased:
        found = newsroom.roster.erase(name, "me", NOON)
        assert found.is_complete
    left = (newsroom.settings.database).read_bytes()
    assert [name for name in erased if name.encode() in left] == []
    assert all(name.encode() in left for name in names.difference(erased))


def test_who_was_erased_has_no_wishes_no_mail_and_no_good_link(newsroom: Newsroom) -> None:
    follow(newsroom)
    links = {purpose: token(newsroom, purpose) for purpose in ("confirm", "manage", "unsubscribe")}
    newsroom.roster.erase(ANNA, "me", NOON)
    gone = known(newsroom)
    assert (gone.state, gone.address, gone.wishes.languages) == (Following.ERASED, None, ())
    assert owed(newsroom) == []
    for purpose, link in links.items():
        with pytest.raises(NotPublic):
            newsroom.following.whose(link, purpose)


def test_who_was_erased_may_come_again_and_old_links_stay_bad(newsroom: Newsroom) -> None:
    follow(newsroom)
    old = token(newsroom, "manage")
    newsroom.roster.erase(ANNA, "me", NOON)
    sign_up(newsroom, WEEKLY, NOON + WEEK)
    again = token(newsroom, "confirm", 2)
    assert newsroom.following.confirm(again, NOON + WEEK).wishes == WEEKLY
    with pytest.raises(NotPublic):
        newsroom.following.whose(old, "manage")


def test_while_somebody_reads_the_log_it_says_that_it_is_not_done(
    newsroom: Newsroom, impatient: None
) -> None:
    follow(newsroom)
    reading, read = threading.Event(), threading.Event()

    def hold() -> None:
        with newsroom.storage.read() as db:
            db.execute("SELECT COUNT(*) FROM subscriber").fetchone()
            reading.set()
            read.wait(10)
        newsroom.storage.close()

    reader = threading.Thread(target=hold)
    reader.start()
    reading.wait(10)
    assert not newsroom.roster.erase(ANNA, "me", NOON).is_complete
    read.set()
    reader.join()
    with pytest.raises(UnknownSubscriber):  # which is true once the log is empty
        newsroom.roster.erase(ANNA, "me", NOON)
    assert holding(newsroom.settings.home, ANNA) == []


def test_a_mail_on_its_way_is_awaited_but_not_for_ever(newsroom: Newsroom, impatient: None) -> None:
    sign_up(newsroom)
    with newsroom.storage.write() as db:
        lease = timedelta(minutes=2)
        notices.claim(db, Channel.MAIL, NOON, owner="a lane", lease=lease, limit=5)
    assert newsroom.roster.erase(ANNA, "me", NOON).number == 1
    assert owed(newsroom) == []


def test_nobody_of_that_address_is_said_so(newsroom: Newsroom) -> None:
    for act in (newsroom.roster.erase, newsroom.roster.remove, newsroom.roster.export):
        for address in (ANNA, "anna", ""):
            with pytest.raises(UnknownSubscriber):
                act(address, "me", NOON)


@pytest.mark.promise(87)
def test_the_journal_names_numbers_and_no_addresses(newsroom: Newsroom) -> None:
    newsroom.roster.add(ANNA, ALL_IN_FRENCH, "me", NOON)
    newsroom.roster.export(ANNA, "me", NOON)
    newsroom.roster.remove(ANNA, "me", NOON)
    newsroom.roster.erase(ANNA, "me", NOON)
    with newsroom.storage.read() as db:
        lines = [tuple(row) for row in db.execute("SELECT verb, note FROM journal ORDER BY id")]
    verbs = ["signed up", "exported", "signed off", "erased"]
    assert lines == [(verb, "subscriber 1") for verb in verbs]


def test_an_officer_lets_somebody_follow_at_once_and_nobody_is_asked(newsroom: Newsroom) -> None:
    anna = newsroom.roster.add(f" {ANNA} ", WEEKLY, "me", NOON)
    assert (anna.state, anna.wishes, anna.wanted) == (Following.FOLLOWS, WEEKLY, None)
    assert owed(newsroom) == []
    assert newsroom.roster.every() == [anna]
    with pytest.raises(AddressRefused):
        newsroom.roster.add("anna", WEEKLY, "me", NOON)


def test_what_nobody_confirms_is_erased_after_a_week_with_its_mail(newsroom: Newsroom) -> None:
    sign_up(newsroom)
    letter(newsroom, ANNA, "a.eml")
    mailbox = newsroom.settings.mailbox
    assert forget_unconfirmed(newsroom.storage, mailbox, NOON + WEEK - timedelta(seconds=1)) == 0
    assert known(newsroom).address == ANNA
    assert forget_unconfirmed(newsroom.storage, mailbox, NOON + WEEK) == 1
    assert known(newsroom).state is Following.ERASED
    assert holding(newsroom.settings.home, ANNA) == []
    assert forget_unconfirmed(newsroom.storage, mailbox, NOON + WEEK) == 0


def test_who_follows_stays_and_only_what_they_did_not_confirm_goes(newsroom: Newsroom) -> None:
    follow(newsroom, now=NOON - WEEK)
    sign_up(newsroom, WEEKLY, NOON)
    assert known(newsroom).wanted == WEEKLY
    forget_unconfirmed(newsroom.storage, newsroom.settings.mailbox, NOON + WEEK)
    assert (known(newsroom).wishes, known(newsroom).wanted) == (ALL_IN_FRENCH, None)


def test_the_clock_sees_to_that(newsroom: Newsroom) -> None:
    sign_up(newsroom, now=NOON.replace(year=2020))
    Clock(newsroom).forget()
    assert "anna" not in dump(newsroom)


def test_nor_is_the_address_of_who_ended_it_left_in_the_log(newsroom: Newsroom) -> None:
    follow(newsroom)
    newsroom.following.unsubscribe(token(newsroom, "unsubscribe"), NOON)
    assert holding(newsroom.settings.home, ANNA)
    Clock(newsroom).forget()
    assert holding(newsroom.settings.home, ANNA) == []


def test_an_address_that_was_erased_leads_to_nothing_that_was_sent_to_it(
    newsroom: Newsroom,
) -> None:
    follow(newsroom)
    newsroom.roster.erase(ANNA, "me", NOON)
    for act in (newsroom.roster.export, newsroom.roster.remove):
        with pytest.raises(UnknownSubscriber):
            act(ANNA, "me", NOON)
