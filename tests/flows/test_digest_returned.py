"""Somebody follows with one mail a day; it arrives, until their address is gone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import cast

import pytest

from newsroom.settings import load_settings
from newsroom.telling.bouncing import Bounces
from newsroom.telling.digests import owe_digests
from newsroom.telling.mailing import Mailing
from newsroom.wiring import Newsroom, open_newsroom
from press.telling.wishes import Frequency, Wishes
from storage.telling import subscribers
from tests.conftest import NOON
from tests.delivery.mail.returned import postfix
from tests.homes import lay_database
from tests.newsroom.conftest import SETTINGS
from tests.newsroom.filing.test_filing import at, file, filing

JANE = "jane.doe@example.org"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MORNING = datetime.fromisoformat("2026-08-26T07:00+02:00").astimezone(NOON.tzinfo)


class Day:
    """A newsroom whose clock stands where it is put."""

    def __init__(self, home: Path) -> None:
        settings = load_settings(SETTINGS, home)
        lay_database(settings.database)
        self.newsroom: Newsroom = open_newsroom(settings, NOON)
        self.now = NOON
        opened = self.newsroom
        self.lane = Mailing(
            *(opened.storage, opened.front, settings.mail, settings.mailbox, lambda: self.now)
        )
        self.seen = set[Path]()

    def at(self, now: datetime) -> list[EmailMessage]:
        """What has been written into the mailbox when it is so late."""
        self.now = now
        self.newsroom.work.do_due(lambda: now)
        owe_digests(self.newsroom.storage, now)
        self.lane.do_due()
        there = set(self.newsroom.settings.mailbox.glob("*.eml"))
        new, self.seen = sorted(there - self.seen), there
        read = (message_from_bytes(path.read_bytes(), policy=policy.default) for path in new)
        return [cast("EmailMessage", mail) for mail in read]


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    made = Day(tmp_path / "home")
    yield made
    made.lane.finish()
    made.newsroom.storage.close()


def test_a_digest_arrives_in_the_morning_until_its_address_is_gone(day: Day) -> None:
    opened = day.newsroom
    wishes = Wishes(("all",), ("en",), Frequency.DAILY)
    opened.following.sign_up(JANE, wishes, "192.0.2.7", NOON)
    assert [mail["To"] for mail in day.at(NOON)] == [JANE]
    with opened.storage.read() as db:
        (jane,) = subscribers.every(db)
    token = opened.following.tokens.make(jane, "confirm")
    opened.following.confirm(token, NOON)
    for hours, headline in enumerate(("A ferry", "A bridge"), start=1):
        file(opened, filing(headline, embargo=at(NOON + hours * HOUR)))
    assert day.at(NOON + 3 * HOUR) == []

    (digest,) = day.at(MORNING)
    assert digest["Subject"] == "Press office: 2 releases, 26 August"
    assert digest["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text = digest.get_body(("plain",))
    assert text is not None
    assert "A ferry" in text.get_content()
    assert day.at(MORNING + 3 * HOUR) == []

    link = digest["List-Unsubscribe"].strip("<>").removeprefix("https://press.example.org")
    returned = postfix(to="press@example.org", who="j.doe@mail.example.net", link=link)
    bounces = Bounces(opened.storage, opened.following.tokens, opened.settings.mail)
    assert bounces.take(returned, MORNING + 4 * HOUR).startswith("subscriber 1: 5.1.1; no mail")
    file(opened, filing("A tunnel", embargo=at(MORNING + 5 * HOUR)))
    assert day.at(MORNING + 6 * HOUR) == day.at(MORNING + DAY) == []

    opened.following.sign_up(JANE, wishes, "192.0.2.7", MORNING + 2 * DAY)
    assert len(day.at(MORNING + 2 * DAY)) == 1
    opened.following.confirm(token, MORNING + 2 * DAY)
    file(opened, filing("A canal", embargo=at(MORNING + 2 * DAY + HOUR)))
    assert [mail["Subject"] for mail in day.at(MORNING + 3 * DAY)] == [
        "Press office: 1 release, 29 August"
    ]
