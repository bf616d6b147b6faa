"""Digests, from what happens to the letter that tells of it."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from delivery.mail.letter import Letter
from newsroom.telling.digests import owe_digests
from newsroom.telling.letters import write
from newsroom.telling.link_tokens import LinkTokens
from newsroom.telling.writing.context import Context
from newsroom.wiring import Newsroom
from press.telling.notices import Channel, Fate, Notice, Occasion
from press.telling.subscriber import Subscriber
from press.telling.wishes import Frequency, Wanted, Wishes
from press.text import Block, Kind, Origin, Text
from storage.filed import releases
from storage.telling import notices, subscribers
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, at, file, filing
from tests.newsroom.telling.people import somebody

HOUR = timedelta(hours=1)
MORNING = datetime.fromisoformat("2026-08-26T07:00+02:00").astimezone(NOON.tzinfo)
DAILY = Wishes(("all",), ("en",), Frequency.DAILY)
INSTANT = replace(DAILY, frequency=Frequency.INSTANT)


@dataclass
class Mailbox:
    """Who gets mail, and the clock and the lane beside them."""

    newsroom: Newsroom

    def out(self, when: datetime, headline: str = "A ferry", topic: str = "ports") -> int:
        number = file(self.newsroom, filing(headline, topics=(topic,), embargo=at(when)))
        self.newsroom.work.do_due(lambda: when)
        return number

    def words(self, number: int, code: str, headline: str, when: datetime) -> None:
        text = Text(code, (Block(Kind.HEADLINE, headline, Origin.MACHINE, "argos en-fr 1.9"),))
        with self.newsroom.storage.write() as db:
            releases.save_text(db, number, text, when, ready=True)

    def chooses(self, who: Subscriber, wishes: Wishes, when: datetime) -> None:
        with self.newsroom.storage.write() as db:
            subscribers.follow(db, who.id, wishes, when)

    def due(self, when: datetime) -> list[Notice]:
        owe_digests(self.newsroom.storage, when)
        with self.newsroom.storage.write() as db:
            return notices.claim(
                *(db, Channel.MAIL, when), owner="us", lease=timedelta(minutes=2), limit=100
            )

    def written(self, notice: Notice, when: datetime) -> Letter | None:
        opened = self.newsroom
        tokens = LinkTokens(opened.storage)
        context = Context(opened.storage, opened.front, opened.settings.mail, tokens, when)
        with opened.storage.read() as db:
            who = subscribers.get(db, notice.receiver)
        return write(context, notice, who)

    def gets(self, when: datetime) -> list[Letter]:
        """What arrives, and is sent for good."""
        arrived = []
        for notice in self.due(when):
            letter = self.written(notice, when)
            with self.newsroom.storage.write() as db:
                fate = Fate.SENT if letter else Fate.SKIPPED
                notices.end(db, [Ended(notice.id, fate)], when)
            arrived += [letter] if letter else []
        return arrived

    def rows(self) -> list[tuple[str, str | None]]:
        with self.newsroom.storage.read() as db:
            found = db.execute("SELECT channel, outcome FROM notice ORDER BY id").fetchall()
        return [(row[0], row[1]) for row in found]


@pytest.fixture
def mailbox(newsroom: Newsroom) -> Mailbox:
    return Mailbox(newsroom)


def test_what_came_out_in_a_day_arrives_in_one_mail_the_next_morning(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    mailbox.out(NOON + HOUR, "A ferry")
    mailbox.out(NOON + 2 * HOUR, "A bridge")
    assert mailbox.gets(MORNING - timedelta(milliseconds=1)) == []
    (letter,) = mailbox.gets(MORNING)
    assert letter.subject == "Press office: 2 releases, 26 August"
    assert letter.text.index("A ferry") < letter.text.index("A bridge")
    assert "From 25 August 2026, 14:00 to 26 August 2026, 07:00" in letter.text
    assert "<https://press.example.org/en/releases/" in letter.text
    assert mailbox.gets(MORNING + HOUR) == mailbox.gets(MORNING + 3 * DAY) == []


def test_a_boundary_belongs_to_the_next_digest(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    mailbox.out(MORNING, "At seven")
    assert mailbox.gets(MORNING + HOUR) == []
    (letter,) = mailbox.gets(MORNING + DAY)
    assert "At seven" in letter.text


def test_what_is_noted_late_is_in_the_next_digest(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    owe_digests(mailbox.newsroom.storage, MORNING)
    mailbox.out(MORNING - HOUR, "An early ferry")
    assert mailbox.gets(MORNING + HOUR) == []
    (letter,) = mailbox.gets(MORNING + DAY)
    assert "An early ferry" in letter.text


def test_days_without_a_clock_are_told_in_one_mail(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    mailbox.out(NOON + HOUR, "A ferry")
    mailbox.out(NOON + 2 * DAY, "A bridge")
    (letter,) = mailbox.gets(MORNING + 5 * DAY)
    assert letter.subject == "Press office: 2 releases, 31 August"


def test_what_came_out_while_no_clock_ran_is_in_the_digest_of_its_own_minute(
    mailbox: Mailbox,
) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    for hours in (1, 40):
        file(mailbox.newsroom, filing(f"Number {hours}", embargo=at(NOON + hours * HOUR)))
    back = MORNING + DAY + 5 * HOUR
    mailbox.newsroom.work.do_due(lambda: back)
    (letter,) = mailbox.gets(back)
    assert "Number 1" in letter.text
    assert "Number 40" in letter.text
    mailbox.out(back + timedelta(minutes=1), "Number 50")
    (letter,) = mailbox.gets(MORNING + 2 * DAY)
    assert "Number 50" in letter.text
    assert "Number 40" not in letter.text


def test_a_week_is_told_on_monday(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, replace(DAILY, frequency=Frequency.WEEKLY))
    mailbox.out(NOON + HOUR)
    assert mailbox.gets(MORNING + 4 * DAY) == []
    (letter,) = mailbox.gets(MORNING + 5 * DAY)
    assert letter.subject == "Press office: 1 release, 31 August"


def test_who_is_told_at_once_from_now_on_gets_what_waited_and_nothing_twice(
    mailbox: Mailbox,
) -> None:
    jane = somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    number = mailbox.out(NOON + HOUR, "A ferry")
    mailbox.chooses(jane, INSTANT, NOON + 2 * HOUR)
    mailbox.out(NOON + 3 * HOUR, "A bridge")
    letters = mailbox.gets(NOON + 3 * HOUR)
    assert sorted(letter.subject for letter in letters) == [
        "A bridge",
        "Press office: 1 release, 25 August",
    ]
    mailbox.words(number, "fr", "Un bac", NOON + 4 * HOUR)
    assert mailbox.gets(NOON + 4 * HOUR) == mailbox.gets(MORNING + 9 * DAY) == []


def test_who_wants_digests_from_now_on_is_not_told_again(mailbox: Mailbox) -> None:
    jane = somebody(mailbox.newsroom, "jane@example.org", NOON, INSTANT)
    number = mailbox.out(NOON + HOUR, "A ferry")
    assert len(mailbox.gets(NOON + HOUR)) == 1
    mailbox.chooses(jane, DAILY, NOON + 2 * HOUR)
    mailbox.words(number, "fr", "Un bac", NOON + 3 * HOUR)
    assert mailbox.gets(MORNING) == []
    mailbox.newsroom.life.withdraw(number, "It sank.", "me", MORNING + HOUR)
    (letter,) = mailbox.gets(MORNING + DAY)
    assert "It sank." in letter.text
    assert "A ferry" in letter.text


def test_another_zone_loses_nothing_and_repeats_nothing(mailbox: Mailbox) -> None:
    jane = somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    for hours in range(1, 40):
        mailbox.out(NOON + hours * HOUR, f"Number {hours}.")
    found = []
    zones = ("Asia/Tokyo", "America/New_York", "Europe/Brussels", "Pacific/Kiritimati")
    for hours in range(90):
        now = NOON + hours * HOUR
        if hours % 7 == 0:
            mailbox.chooses(jane, replace(DAILY, zone=zones[hours // 7 % 4]), now)
        found += [line for letter in mailbox.gets(now) for line in letter.text.splitlines()]
    told = [line.split(".")[0] for line in found if line.startswith("Number")]
    assert sorted(told) == sorted(f"Number {hours}" for hours in range(1, 40))


def test_what_was_withdrawn_before_the_morning_is_not_mentioned(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    first = mailbox.out(NOON + HOUR, "A ferry")
    mailbox.newsroom.life.withdraw(first, "It sank.", "me", NOON + 2 * HOUR)
    assert mailbox.gets(MORNING) == []
    assert [fate for channel, fate in mailbox.rows() if channel == "digest"] == ["skipped"]


def test_what_is_withdrawn_between_is_left_out_of_the_letter(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    first = mailbox.out(NOON + HOUR, "A ferry")
    mailbox.out(NOON + 2 * HOUR, "A bridge")
    (digest,) = mailbox.due(MORNING)
    mailbox.newsroom.life.withdraw(first, "It sank.", "me", MORNING + timedelta(seconds=1))
    letter = mailbox.written(digest, MORNING + timedelta(seconds=2))
    assert letter is not None
    assert "A bridge" in letter.text
    assert "1 release" in letter.subject
    assert "A ferry" not in letter.text + letter.html


def test_what_happened_to_what_was_told_is_in_the_next_digest(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    first = mailbox.out(NOON + HOUR, "A ferry")
    second = mailbox.out(NOON + 2 * HOUR, "A bridge")
    assert len(mailbox.gets(MORNING)) == 1
    with mailbox.newsroom.storage.write() as db:
        releases.note(db, first, "It leaves at noon.", MORNING + HOUR)
    mailbox.newsroom.life.withdraw(second, "It fell.", "me", MORNING + 2 * HOUR)
    (letter,) = mailbox.gets(MORNING + DAY)
    assert "Changed on 26 August 2026, 08:00:" in letter.text
    assert "It leaves at noon." in letter.text
    assert "This release has been withdrawn." in letter.text
    assert "It fell." in letter.text


def test_each_is_told_in_the_words_there_are_in_the_morning(mailbox: Mailbox) -> None:
    jane = somebody(
        mailbox.newsroom, "jane@example.org", NOON, replace(DAILY, languages=("fr", "en"))
    )
    mailbox.words(mailbox.out(NOON + HOUR, "A ferry"), "fr", "Un bac", NOON + 2 * HOUR)
    mailbox.out(NOON + 3 * HOUR, "A bridge")
    (letter,) = mailbox.gets(MORNING)
    assert letter.to == jane.address
    assert letter.subject == "Press office : 2 communiqués, 26 août"
    assert letter.language == "fr-BE"
    assert "Un bac" in letter.text
    assert "Traduction automatique" in letter.text
    assert "English" in letter.text
    assert '<h3 lang="en"' in letter.html
    assert "A ferry" not in letter.text


def test_who_wants_official_words_alone_gets_no_machines(mailbox: Mailbox) -> None:
    wishes = replace(DAILY, languages=("fr",), texts=Wanted.OFFICIAL)
    somebody(mailbox.newsroom, "jane@example.org", NOON, wishes)
    mailbox.words(mailbox.out(NOON + HOUR, "A ferry"), "fr", "Un bac", NOON + 2 * HOUR)
    assert mailbox.gets(MORNING) == []


def test_releases_stand_under_the_topic_for_which_they_are_told(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, replace(DAILY, topics=("ports", "rivers")))
    for hours, topic in enumerate(("rivers", "ports", "trade", "rivers"), start=1):
        mailbox.out(NOON + hours * HOUR, f"Number {hours}", topic)
    (letter,) = mailbox.gets(MORNING)
    places = [letter.text.index(w) for w in ("Rivers\n", "Number 1", "Number 4", "Ports\n")]
    assert places == sorted(places)
    assert "Number 3" not in letter.text
    assert letter.list_id == "digest.en.press.example.org"
    assert letter.unsubscribe


def test_an_officer_stops_what_waits_in_digests_too(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    number = mailbox.out(NOON + HOUR)
    with mailbox.newsroom.storage.write() as db:
        assert notices.stop(db, number, NOON + 2 * HOUR) == 1
    assert mailbox.gets(MORNING) == []


def test_who_left_and_came_back_is_not_told_what_waited_before(mailbox: Mailbox) -> None:
    jane = somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    mailbox.out(NOON + HOUR)
    with mailbox.newsroom.storage.write() as db:
        db.execute("UPDATE subscriber SET state = 'ended' WHERE id = ?", (jane.id,))
    mailbox.chooses(jane, DAILY, NOON + 2 * HOUR)
    assert mailbox.gets(MORNING) == []


def test_who_left_gets_no_digest(mailbox: Mailbox) -> None:
    jane = somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    mailbox.out(NOON + HOUR)
    with mailbox.newsroom.storage.write() as db:
        db.execute("UPDATE subscriber SET state = 'ended' WHERE id = ?", (jane.id,))
    assert mailbox.gets(MORNING) == []
    assert ("digest", None) not in mailbox.rows()


def test_a_digest_that_failed_is_told_whole_when_it_goes_again(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    mailbox.out(NOON + HOUR)
    (digest,) = mailbox.due(MORNING)
    with mailbox.newsroom.storage.write() as db:
        notices.end(db, [Ended(digest.id, Fate.FAILED, "refused")], MORNING)
    assert ("digest", "failed") in mailbox.rows()
    with mailbox.newsroom.storage.write() as db:
        notices.replay(db, [digest.id], MORNING)
    (letter,) = mailbox.gets(MORNING + HOUR)
    assert letter.message_id.startswith("mail.digest.")
    assert mailbox.rows() == [("digest", "sent"), ("mail", "sent")]


def test_a_digest_says_which_window_it_tells_of(mailbox: Mailbox) -> None:
    jane = somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    mailbox.out(NOON + HOUR)
    (digest,) = mailbox.due(MORNING)
    assert digest.kind is Occasion.DIGEST
    said = json.loads(digest.body)
    assert digest.key == f"mail:digest:{jane.id}:{said['to']}"
    assert (said["to"] - said["from"]) / 3_600_000 == 17


def test_a_headline_does_nothing_in_a_letter(mailbox: Mailbox) -> None:
    somebody(mailbox.newsroom, "jane@example.org", NOON, DAILY)
    mailbox.out(NOON + HOUR, "<script>alert(1)</script> & more")
    (letter,) = mailbox.gets(MORNING)
    assert "<script" not in letter.html
    assert "<script>alert(1)</script> & more" in letter.text
