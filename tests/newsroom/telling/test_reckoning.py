"""What was told, what will be, and ending it."""

import pytest

from newsroom.telling import reckoning
from newsroom.telling.reckoning import ToldAgain
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, UnknownRelease
from press.telling.notices import Channel, Fate
from press.telling.wishes import Frequency
from storage.telling import bounces, notices
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file, filing
from tests.storage.telling.world import follower, hub_subscription, rows, send, take, webhook


@pytest.fixture
def out(newsroom: Newsroom) -> int:
    """A release that three people, a feed's subscriber and two webhooks are owed."""
    for n in range(3):
        follower(newsroom.storage, f"reader {n}")
    hub_subscription(newsroom.storage, "reader")
    webhook(newsroom.storage)
    webhook(newsroom.storage)
    number = file(newsroom, filing(embargo=at(NOON + MINUTE)))
    newsroom.work.do_due(lambda: NOON + MINUTE)
    return number


def end_one(newsroom: Newsroom, fate: Fate, note: str = "") -> None:
    (one,) = take(newsroom.storage, NOON + MINUTE, limit=1)
    with newsroom.storage.write() as db:
        notices.end(db, [Ended(one.id, fate, note)], NOON + MINUTE)


def audience(newsroom: Newsroom, number: int) -> str:
    release, _ = newsroom.releases.get(number)
    return str(reckoning.audience(newsroom.storage, release, NOON))


def test_as_many_as_will_be_told_are_counted(newsroom: Newsroom) -> None:
    for n in range(3):
        follower(newsroom.storage, f"reader {n}")
    webhook(newsroom.storage)
    number = file(newsroom, filing())
    said = "will be told: 3 by mail, 0 by hub, 1 webhook"
    assert audience(newsroom, number) == said


def test_who_gets_no_mail_is_not_counted_among_those_who_will_be_told(
    newsroom: Newsroom,
) -> None:
    for n, frequency in enumerate((Frequency.INSTANT, Frequency.INSTANT, Frequency.DAILY)):
        comes_back(newsroom, follower(newsroom.storage, f"gone {n}", frequency=frequency))
        follower(newsroom.storage, f"reader {n}", frequency=frequency)
    number = file(newsroom, filing())
    assert (
        audience(newsroom, number) == "will be told: 2 by mail, 1 in digests, 0 by hub, 0 webhooks"
    )


def test_who_had_it_and_gets_no_mail_is_not_counted_either(newsroom: Newsroom, out: int) -> None:
    for _ in range(2):
        end_one(newsroom, Fate.SENT)
    comes_back(newsroom, 1)
    assert audience(newsroom, out) == "will be told: 1 by mail, 1 by hub, 2 webhooks"


def comes_back(newsroom: Newsroom, who: int) -> None:
    """A mail server has said that there is no such mailbox."""
    with newsroom.storage.write() as db:
        bounces.bounced(db, who, permanent=True, status="5.1.1", now=NOON)


def test_of_what_is_out_those_are_counted_who_had_it(newsroom: Newsroom, out: int) -> None:
    end_one(newsroom, Fate.SENT)
    assert audience(newsroom, out) == "will be told: 1 by mail, 1 by hub, 2 webhooks"
    newsroom.life.withdraw(out, "Sent in error.", "me", NOON + 2 * MINUTE)
    assert audience(newsroom, out) == "will be told: 1 by mail, 1 by hub, 2 webhooks"


def test_who_has_been_told_is_said_in_one_line(newsroom: Newsroom, out: int) -> None:
    end_one(newsroom, Fate.SENT)
    end_one(newsroom, Fate.FAILED, "550")
    send(newsroom.storage, NOON + MINUTE, Channel.WEBHOOK)
    said = "1 of 3 by mail, 1 failed; 0 of 1 to feeds' subscribers; 2 to webhooks"
    assert reckoning.told(newsroom.storage, out) == said


def test_of_what_nobody_was_to_be_told_nothing_is_said(newsroom: Newsroom) -> None:
    assert reckoning.told(newsroom.storage, file(newsroom, filing())) == ""


def test_stopped_what_has_not_gone_does_not_go_and_the_journal_says_how_many(
    newsroom: Newsroom, out: int
) -> None:
    end_one(newsroom, Fate.SENT)
    assert str(reckoning.under_way(newsroom.storage, out)) == "1 of 6 told"
    done = reckoning.stop(newsroom.storage, out, "Ada", NOON + MINUTE)
    assert (done.told, done.left) == (1, 5)
    assert send(newsroom.storage, NOON + 9 * MINUTE) == []
    line = newsroom.releases.get(out)[1][-1]
    said = ("Ada", "stopped telling", "1 of 6 told; 5 will not be")
    assert (line.who, line.verb, line.note) == said
    with pytest.raises(NotAllowedNow, match="nothing about release 1 waits to be told"):
        reckoning.stop(newsroom.storage, out, "Ada", NOON + MINUTE)


def test_what_is_counted_is_what_is_under_way_and_no_earlier_telling(
    newsroom: Newsroom, out: int
) -> None:
    for channel in Channel:
        send(newsroom.storage, NOON + MINUTE, channel)
    newsroom.life.withdraw(out, "Sent in error.", "me", NOON + 2 * MINUTE)
    assert str(reckoning.under_way(newsroom.storage, out)) == "0 of 6 told"


def test_why_a_message_failed_is_said_without_the_address_of_a_person(
    newsroom: Newsroom, out: int
) -> None:
    end_one(newsroom, Fate.FAILED, "550 5.1.1 <reader.0@example.org> is unknown")
    for one in take(newsroom.storage, NOON + MINUTE, Channel.WEBHOOK)[:1]:
        with newsroom.storage.write() as db:
            notices.end(db, [Ended(one.id, Fate.FAILED, "410 Gone")], NOON + MINUTE)
    mail, hook = sorted(reckoning.failures(newsroom.storage), key=lambda one: one.channel)
    assert (mail.address, mail.reason) == ("", "550 5.1.1 … is unknown")
    assert (hook.address, hook.reason) == ("agency.example", "410 Gone")


def test_what_failed_of_a_release_goes_again_under_its_name(newsroom: Newsroom, out: int) -> None:
    end_one(newsroom, Fate.FAILED)
    end_one(newsroom, Fate.SENT)
    keys = [row["key"] for row in rows(newsroom.storage)]
    assert reckoning.tell_again(newsroom.storage, out, NOON + MINUTE) == ToldAgain(due=1, held=0)
    assert len(send(newsroom.storage, NOON + MINUTE)) == 2
    assert [row["key"] for row in rows(newsroom.storage)] == keys
    assert reckoning.failures(newsroom.storage) == []


def test_what_failed_for_good_does_not_go_again_and_stays_failed(
    newsroom: Newsroom, out: int
) -> None:
    for who in (1, 2):
        end_one(newsroom, Fate.FAILED)
        if who == 1:
            comes_back(newsroom, who)
    assert reckoning.tell_again(newsroom.storage, out, NOON + MINUTE) == ToldAgain(due=1, held=1)
    assert [one.receiver for one in reckoning.failures(newsroom.storage, out)] == [1]
    mended = NOON + 365 * DAY
    assert reckoning.tell_again(newsroom.storage, out, mended) == ToldAgain(due=1, held=0)


@pytest.mark.parametrize(
    "ask",
    [
        lambda storage: reckoning.deliveries(storage, 7),
        lambda storage: reckoning.failures(storage, 7),
        lambda storage: reckoning.under_way(storage, 7),
        lambda storage: reckoning.stop(storage, 7, "Ada", NOON),
        lambda storage: reckoning.tell_again(storage, 7, NOON),
    ],
    ids=["deliveries", "failures", "under way", "stop", "tell again"],
)
def test_a_release_that_there_is_not_is_named(newsroom: Newsroom, ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnknownRelease):
        ask(newsroom.storage)
