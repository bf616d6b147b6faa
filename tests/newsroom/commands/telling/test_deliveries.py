"""Commands that say who was told, and end it."""

from datetime import UTC, datetime, timedelta

from press.telling.notices import Channel, Fate
from storage import Storage
from storage.telling import bounces, notices
from storage.telling.notices import Ended
from tests.newsroom.commands.office import FAR, Office
from tests.storage.telling.world import follower, take, webhook

AGO = datetime.now(UTC) - timedelta(days=1)


def told(office: Office, *, failed: int = 0, sent: int = 0) -> None:
    """Release 1 is out; three people and a webhook were owed it."""
    storage = Storage(office.home / "newsroom.db")
    for n in range(3):
        follower(storage, f"reader {n}", since=AGO)
    webhook(storage)
    office.filed()
    office.done("publish", "1")
    door = office.door()
    door.newsroom.work.do_due(lambda: datetime.now(UTC))
    door.newsroom.storage.close()
    now = datetime.now(UTC)
    fates = [Fate.FAILED] * failed + [Fate.SENT] * sent
    for fate, one in zip(fates, take(storage, now, limit=len(fates) or 0), strict=True):
        with storage.write() as db:
            notices.end(db, [Ended(one.id, fate, "550 <reader.0@example.org>")], now)
    storage.close()


def test_who_was_told_is_said_by_release_occasion_and_channel(office: Office) -> None:
    assert "nobody was to be told of anything" in office.done("deliveries")
    told(office, failed=1, sent=1)
    said = office.done("deliveries")
    assert "release 1 “Velmora opens a night ferry”" in said
    assert "out, by mail: 1 sent, 1 owed, 1 failed (the oldest since " in said
    mail, hook = office.told("deliveries", "--release", "1")
    assert (mail["channel"], mail["owed"], mail["sent"], mail["failed"]) == ("mail", 1, 1, 1)
    assert (hook["occasion"], hook["channel"], hook["owed"]) == ("out", "webhook", 1)
    assert mail["oldest_owed"] is not None


def test_what_failed_is_said_with_its_reason_and_no_address(office: Office) -> None:
    assert "nothing was given up" in office.done("deliveries", "--failed")
    told(office, failed=1)
    said = office.done("deliveries", "--failed")
    assert "release 1, out, to subscriber 1: given up at" in said
    assert "after 1 try: 550 …" in said
    (one,) = office.told("deliveries", "--failed", "--release", "1")
    assert (one["receiver"], one["host"], one["tries"]) == (1, "", 1)
    assert "example.org" not in said + str(one)


def test_trying_again_says_how_many_cannot_be_written_to(office: Office) -> None:
    told(office, failed=2)
    storage = Storage(office.home / "newsroom.db")
    with storage.write() as db:
        bounces.bounced(db, 1, permanent=True, status="5.1.1", now=datetime.now(UTC))
    storage.close()
    said = office.done("retry", "--release", "1")
    assert said == "1 message due again; 1 cannot go: newsroom subscribers says why\n"
    assert office.done("retry", "--release", "1").startswith("0 messages due again; 1 cannot go")


def test_a_telling_that_is_stopped_says_how_many_were_told(office: Office) -> None:
    told(office, sent=1)
    assert office.done("stop", "1") == "1 of 4 told; 3 will not be\n"
    assert "nothing about release 1 waits to be told" in office.refused("stop", "1")
    assert "stopped telling 1 of 4 told; 3 will not be" in office.done("show", "1")
    storage = Storage(office.home / "newsroom.db")
    assert not [one for channel in Channel for one in take(storage, datetime.now(UTC), channel)]
    storage.close()


def test_a_release_that_is_out_says_who_was_told(office: Office) -> None:
    told(office, failed=1, sent=1)
    said = "1 of 3 by mail, 1 failed; 0 of 1 to webhooks"
    assert f"\ntold: {said}\n" in office.done("show", "1")
    assert office.told("show", "1")["told"] == said


def test_how_many_will_be_told_is_said_when_it_is_scheduled(office: Office) -> None:
    storage = Storage(office.home / "newsroom.db")
    follower(storage, since=AGO)
    storage.close()
    office.filed()
    said = office.done("schedule", "1", FAR)
    assert "will be told: 1 by mail, 0 by hub, 0 webhooks" in said


def test_what_failed_of_a_release_is_tried_again(office: Office) -> None:
    told(office, failed=2)
    assert office.done("retry", "--release", "1") == "2 messages due again\n"
    assert "nothing was given up" in office.done("deliveries", "--failed")
    assert office.done("retry", "--release", "1") == "0 messages due again\n"
    assert "there is no release 7" in office.refused("retry", "--release", "7")
    assert office.type("retry", "3", "--release", "1").exit_code == 2
