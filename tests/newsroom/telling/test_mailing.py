"""Letters leave once, in groups, and nobody's failure is another's."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from delivery.mail.account import MailAccount
from newsroom.telling.mailing import GROUP, Mailing
from newsroom.wiring import Newsroom
from press.errors import HomeRefused
from press.telling.notices import Occasion
from press.telling.wishes import Wishes
from storage.telling import bounces, notices, subscribers
from tests.conftest import NOON
from tests.delivery.mail.samples import read
from tests.delivery.mail.servers import DROP, MailRoom, listening
from tests.newsroom.telling.mailroom import ACCOUNT, MINUTE, Mailroom, file_release, owe
from tests.newsroom.telling.people import somebody

SECOND = timedelta(seconds=1)


@pytest.fixture
def server() -> Iterator[MailRoom]:
    with listening(MailRoom()) as room:
        yield room


@pytest.fixture
def mailroom(newsroom: Newsroom, server: MailRoom) -> Iterator[Mailroom]:
    room = Mailroom(newsroom, account(server))
    yield room
    room.lane.finish()


def account(server: MailRoom, **changed: object) -> MailAccount:
    return replace(ACCOUNT, server=server.server, **changed)  # type: ignore[arg-type]


def followers(newsroom: Newsroom, count: int) -> list[int]:
    return [somebody(newsroom, f"r{number}@example.net", NOON).id for number in range(count)]


def ids(server: MailRoom) -> list[str]:
    return [str(read(one.content)["Message-ID"]) for one in server.taken]


def test_each_follower_gets_one_letter_over_one_connection(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    followers(newsroom, 65)
    file_release(newsroom)
    assert mailroom.send(MINUTE) == 65
    assert {one.to for one in server.taken} == {f"r{n}@example.net" for n in range(65)}
    assert len(set(ids(server))) == len(server.taken) == 65
    assert server.connections == 1
    assert Counter(mailroom.became()) == {("sent", ""): 65}
    assert mailroom.send(MINUTE) == 0


@pytest.mark.promise(83)
def test_nothing_is_written_or_connected_before_the_minute(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    followers(newsroom, 3)
    file_release(newsroom)
    assert mailroom.send(MINUTE - timedelta(milliseconds=1)) == 0
    assert (server.connections, mailroom.became()) == (0, [])
    assert mailroom.send(timedelta(milliseconds=1)) == 3


@pytest.mark.promise(84)
def test_a_letter_that_was_refused_for_now_goes_again_under_its_name(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    followers(newsroom, 2)
    file_release(newsroom)
    server.at_data = ["451 4.3.0 try later"]
    mailroom.send(MINUTE)
    assert mailroom.became() == [(None, "451 4.3.0 try later"), ("sent", "")]
    assert mailroom.send(59 * SECOND) == 0
    assert mailroom.send(SECOND) == 1
    assert sorted(ids(server)) == ["<mail.1.1@press.example.org>", "<mail.1.2@press.example.org>"]
    assert mailroom.became() == [("sent", "")] * 2


def test_a_letter_that_always_fails_is_given_up_in_the_servers_words(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    followers(newsroom, 1)
    file_release(newsroom)
    server.of["r0@example.net"] = "450 4.2.1 <r0@example.net> come back"
    mailroom.send(MINUTE)
    tries = 1
    while mailroom.became()[0][0] is None:
        tries += mailroom.send(timedelta(hours=8))
    assert mailroom.became() == [("failed", "450 4.2.1 … come back")]
    assert tries == server.tried["r0@example.net"] == 11


def test_an_address_that_is_none_is_noted_and_no_other_waits(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    followers(newsroom, 3)
    file_release(newsroom)
    server.of["r1@example.net"] = "550 5.1.1 no such user"
    mailroom.send(MINUTE)
    assert mailroom.became() == [("sent", ""), ("failed", "550 5.1.1 no such user"), ("sent", "")]
    with newsroom.storage.read() as db:
        rows = db.execute("SELECT subscriber_id, is_permanent, status FROM bounce").fetchall()
    assert [tuple(row) for row in rows] == [(2, 1, "5.1.1")]


def test_who_gets_no_mail_for_a_while_is_skipped(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    numbers = followers(newsroom, 2)
    file_release(newsroom)
    with newsroom.storage.write() as db:
        bounces.bounced(db, numbers[0], permanent=True, status="5.1.1", now=NOON)
    mailroom.send(MINUTE)
    assert [one.to for one in server.taken] == ["r1@example.net"]
    assert mailroom.became() == [("skipped", "no mail: 5.1.1"), ("sent", "")]


def test_who_follows_no_more_gets_nothing(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    numbers = followers(newsroom, 3)
    file_release(newsroom)
    newsroom.work.do_due(lambda: NOON + MINUTE)
    with newsroom.storage.write() as db:
        db.execute("UPDATE subscriber SET state = 'ended' WHERE id = ?", (numbers[0],))
        db.execute(
            "UPDATE subscriber SET state = 'erased', address = NULL WHERE id = ?", (numbers[1],)
        )
    mailroom.send(MINUTE)
    assert [one.to for one in server.taken] == ["r2@example.net"]
    assert [note for _, note in mailroom.became()] == [
        "they follow no more",
        "nobody is there any more",
        "",
    ]


@pytest.mark.parametrize("answer", ["550 5.7.1 you are not welcome", "451 4.7.1 slow down"])
def test_a_server_that_refuses_us_makes_all_wait_and_blames_nobody(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom, answer: str
) -> None:
    followers(newsroom, 60)
    file_release(newsroom)
    server.at_mail = [answer]
    mailroom.send(MINUTE)
    assert server.taken == []
    with newsroom.storage.read() as db:
        tries = db.execute("SELECT SUM(tries) FROM notice").fetchone()[0]
    assert tries == 0
    assert mailroom.send(29 * SECOND) == 0
    assert mailroom.send(SECOND) == 60
    assert Counter(outcome for outcome, _ in mailroom.became()) == {"sent": 60}


def test_a_server_that_is_away_is_named_once_and_not_asked_for_each_letter(
    newsroom: Newsroom, mailroom: Mailroom, caplog: pytest.LogCaptureFixture
) -> None:
    followers(newsroom, 60)
    file_release(newsroom)
    away = Mailroom(newsroom, replace(ACCOUNT, server=account(MailRoom(port=1)).server))
    away.send(MINUTE)
    for _ in range(3):
        away.send(10 * MINUTE)
    away.lane.finish()
    said = [one.getMessage() for one in caplog.records if "no mail can leave" in one.getMessage()]
    assert said == [
        "no mail can leave: the mail server 127.0.0.1 cannot be reached: Connection refused"
    ]
    assert "example.net" not in caplog.text


def test_letters_wait_for_a_key_that_cannot_be_read(
    newsroom: Newsroom, server: MailRoom, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    followers(newsroom, 1)
    file_release(newsroom)
    room = Mailroom(newsroom, account(server, dkim_key=tmp_path / "none.pem"))
    room.send(MINUTE)
    assert (server.connections, room.became()[0][0]) == (0, None)
    assert "DKIM_KEY" in caplog.text
    room.lane.finish()


def test_a_connection_that_breaks_off_costs_one_letter_a_while(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    followers(newsroom, 5)
    file_release(newsroom)
    server.at_data = ["250 OK", "250 OK", DROP]
    mailroom.send(MINUTE)
    assert [outcome for outcome, _ in mailroom.became()].count("sent") == 4
    mailroom.send(MINUTE)
    assert Counter(mailroom.became()) == {("sent", ""): 5}
    assert len(server.taken) == 5


def test_what_an_officer_stops_ends_within_a_group(newsroom: Newsroom, server: MailRoom) -> None:
    followers(newsroom, 45)
    number = file_release(newsroom)
    room = Mailroom(newsroom, account(server))
    stopped: list[int] = []

    def stop_after_five(*_: object) -> None:
        if len(server.taken) == 5 and not stopped:
            with newsroom.storage.write() as db:
                stopped.append(notices.stop(db, number, room.now))

    class Watched(list):  # type: ignore[type-arg]
        def append(self, one: object) -> None:
            super().append(one)
            stop_after_five()

    server.taken = Watched()
    room.send(MINUTE)
    room.lane.finish()
    assert stopped[0] >= 45 - GROUP
    assert len(server.taken) <= GROUP
    became = Counter(outcome for outcome, _ in room.became())
    assert became == {"sent": len(server.taken), "stopped": 45 - len(server.taken)}


@pytest.mark.promise(85)
def test_what_happens_while_the_clock_is_read_is_told_all_the_same(newsroom: Newsroom) -> None:
    somebody(newsroom, "reader@example.net", NOON)
    number = file_release(newsroom)
    room = Mailroom(newsroom)
    room.send(MINUTE)
    room.now += SECOND
    acts = [lambda: newsroom.life.withdraw(number, "In error.", "me", room.now + SECOND / 100)]

    def clock() -> datetime:
        now = room.now
        while acts:
            acts.pop()()
        return now

    room.lane.clock = clock
    room.lane.context()  # as while others are written to
    room.send(SECOND)
    assert [one["Subject"][:9] for one in room.to("reader")] == ["A treaty ", "Withdrawn"]


def test_a_lane_that_is_stopped_gives_back_what_it_has_not_tried(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    followers(newsroom, 30)
    file_release(newsroom)
    newsroom.work.do_due(lambda: NOON + MINUTE)
    with newsroom.storage.write() as db:
        taken = notices.claim(
            *(db, mailroom.lane.channel, NOON + MINUTE),
            owner=mailroom.lane.owner,
            lease=MINUTE,
            limit=30,
        )
    mailroom.lane.stopping.set()
    mailroom.lane.send(taken)
    assert server.taken == []
    with newsroom.storage.read() as db:
        assert notices.is_due(db, mailroom.lane.channel, NOON + MINUTE)


def test_no_more_letters_leave_a_minute_than_may(newsroom: Newsroom, server: MailRoom) -> None:
    followers(newsroom, 70)
    file_release(newsroom)
    room = Mailroom(newsroom, account(server, rate=60))
    room.send(MINUTE)
    assert len(server.taken) == 60
    room.send(30 * SECOND)
    assert len(server.taken) == 60
    room.send(30 * SECOND)
    assert len(server.taken) == 70
    room.lane.finish()


def test_a_letter_that_cannot_be_written_holds_up_no_other(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom, caplog: pytest.LogCaptureFixture
) -> None:
    numbers = followers(newsroom, 2)
    with newsroom.storage.write() as db:
        db.execute("UPDATE subscriber SET address = 'no address' WHERE id = ?", (numbers[0],))
    file_release(newsroom)
    mailroom.send(MINUTE)
    assert [one.to for one in server.taken] == ["r1@example.net"]
    assert mailroom.became()[0][0] is None
    assert "no address" not in caplog.text


def test_servers_report_to_an_address_that_names_its_reader(
    newsroom: Newsroom, server: MailRoom
) -> None:
    followers(newsroom, 2)
    file_release(newsroom)
    room = Mailroom(newsroom, account(server, bounce="bounce+TOKEN@example.org"))
    room.send(MINUTE)
    room.lane.finish()
    with newsroom.storage.read() as db:
        for one in server.taken:
            token = one.sender.removeprefix("bounce+").removesuffix("@example.org")
            found = room.lane.context().tokens.read(db, token, "bounce")
            assert found is not None
            assert found.address == one.to


@pytest.mark.promise(84)
def test_a_kill_has_no_more_than_a_group_sent_again_under_the_same_names(
    newsroom: Newsroom, server: MailRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    followers(newsroom, 50)
    file_release(newsroom)
    first = Mailroom(newsroom, account(server))

    def killed(*_: object) -> None:
        raise SystemExit

    first.now += MINUTE
    newsroom.work.do_due(lambda: first.now)
    with monkeypatch.context() as patched:
        patched.setattr("newsroom.telling.outgoing.ledger._write", killed)
        with pytest.raises(SystemExit):
            first.lane.do_due()
    again = Mailroom(newsroom, account(server))
    again.send(timedelta(minutes=5))
    again.lane.finish()
    counts = Counter(ids(server))
    assert len(counts) == 50
    assert sum(counts.values()) - 50 <= 2 * GROUP
    assert Counter(again.became()) == {("sent", ""): 50}


def test_what_went_while_the_database_could_not_be_written_does_not_go_again(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    followers(newsroom, 35)
    file_release(newsroom)
    newsroom.work.do_due(lambda: NOON + MINUTE)

    def full(_: object, handled: list[object], __: object) -> None:
        if handled:
            raise HomeRefused("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("newsroom.telling.outgoing.ledger._write", full)
        with pytest.raises(HomeRefused):
            mailroom.send(MINUTE)
    went = len(server.taken)
    assert 0 < went <= 2 * GROUP
    mailroom.send(timedelta(minutes=5))
    assert len(server.taken) == len(set(ids(server))) == 35
    assert Counter(mailroom.became()) == {("sent", ""): 35}


def test_a_lane_that_was_cut_short_goes_on_where_it_was(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    followers(newsroom, 65)
    file_release(newsroom)
    # As if the server were so slow that one letter took all the time there is.
    monkeypatch.setattr("newsroom.telling.mailing.MOST_SECONDS", 1.5)
    monkeypatch.setattr("newsroom.telling.mailing.GROUP_SECONDS", 0.0)
    monkeypatch.setattr("newsroom.telling.mailing.monotonic", iter(range(10_000)).__next__)
    mailroom.send(MINUTE)
    assert len(server.taken) == len(set(ids(server))) == 65
    assert Counter(mailroom.became()) == {("sent", ""): 65}


def test_what_is_written_into_the_folder_twice_is_one_file(newsroom: Newsroom) -> None:
    number = followers(newsroom, 1)[0]
    owe(newsroom, Occasion.KNOWN, number)
    for _ in range(2):
        room = Mailroom(newsroom)
        room.send()
        with newsroom.storage.write() as db:
            notices.replay(db, [1], NOON)
    assert len(room.letters()) == 1


def test_the_newsrooms_own_lane_writes_into_its_home(newsroom: Newsroom) -> None:
    (lane,) = (one for one in newsroom.lanes if isinstance(one, Mailing))
    with newsroom.storage.write() as db:
        wanted = Wishes(("all",), ("en",))
        asked = subscribers.ask(db, "new@example.net", "hash", "nonce", wanted, NOON)
    owe(newsroom, Occasion.CONFIRM, asked.id)
    assert lane.do_due() == 1
    lane.finish()
    assert [path.suffix for path in newsroom.settings.mailbox.iterdir()] == [".eml"]
