"""The hub takes what is asked of it, and tells nobody what is secret."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsroom.filing.refiling import Instructions
from newsroom.settings import load_settings
from newsroom.telling.hub import NO_TOPIC, Hub, Question, SubscriptionRequest
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import embargo_from
from press.errors import HubBusy, HubRefused
from press.releases.release import Filing, Reading
from press.telling.notices import Channel
from press.text import Block, Kind
from press.topic import Topic
from storage.telling import hub, notices
from tests.conftest import NOON
from tests.newsroom.conftest import SETTINGS

BASE = "https://press.example.org"
ASKED = SubscriptionRequest("subscribe", f"{BASE}/en/all.atom", "https://reader.example/back?id=7")
DAY = timedelta(days=1)


def questions(newsroom: Newsroom) -> list[Question]:
    with newsroom.storage.rehearse() as db:
        taken = notices.claim(db, Channel.HUB, NOON + DAY, owner="test", lease=DAY, limit=5000)
    return [Question.of(one.body) for one in taken]


def reason(newsroom: Newsroom, **more: str) -> str:
    with pytest.raises(HubRefused) as refused:
        newsroom.hub.request(replace(ASKED, **more), NOON)
    return str(refused.value)


@pytest.mark.promise(60)
def test_what_is_asked_rightly_is_taken_and_its_callback_is_to_be_asked(newsroom: Newsroom) -> None:
    newsroom.hub.request(replace(ASKED, secret="s" * 199), NOON)
    assert questions(newsroom) == [Question("subscribe", 432_000, "s" * 199)]


@pytest.mark.promise(61)
@pytest.mark.parametrize(
    ("asked", "days"),
    [("", 5), ("1", 1), ("86400", 1), ("259200", 3), ("864000", 10), ("9" * 4000, 10), ("0", 1)],
)
def test_a_lease_is_between_one_day_and_ten(newsroom: Newsroom, asked: str, days: int) -> None:
    newsroom.hub.request(replace(ASKED, lease_seconds=asked), NOON)
    assert [one.lease for one in questions(newsroom)] == [days * 86_400]


@pytest.mark.promise(60)
@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"mode": "publish"}, "hub.mode"),
        ({"mode": ""}, "hub.mode"),
        ({"secret": "s" * 200}, "hub.secret"),
        ({"secret": "é" * 100}, "hub.secret"),
        ({"lease_seconds": "-1"}, "hub.lease_seconds"),
        ({"lease_seconds": "ten"}, "hub.lease_seconds"),
        ({"lease_seconds": "٣"}, "hub.lease_seconds"),
        ({"callback": ""}, "hub.callback"),
        ({"callback": "reader"}, "hub.callback"),
        ({"callback": "ftp://reader.example/"}, "hub.callback"),
        ({"callback": "https://me:secret@reader.example/"}, "hub.callback"),
        ({"callback": "https://reader.example/a b"}, "hub.callback"),
        ({"callback": "https://reader.example/\r\nX: y"}, "hub.callback"),
        ({"callback": "https://reader.example/" + "a" * 2030}, "hub.callback"),
        ({"callback": "http://127.0.0.1/"}, "hub.callback"),
        ({"callback": "http://169.254.169.254/latest/"}, "hub.callback"),
        ({"callback": "http://[::ffff:10.0.0.1]/"}, "hub.callback"),
        ({"topic": ""}, "hub.topic"),
        ({"topic": "https://elsewhere.example/en/all.atom"}, "hub.topic"),
        ({"topic": f"{BASE}/en/all/2026-02.atom"}, "hub.topic"),
        ({"topic": f"{BASE}/xx/all.atom"}, "hub.topic"),
    ],
)
def test_what_is_not_asked_rightly_is_refused_with_its_reason(
    newsroom: Newsroom, more: dict[str, str], words: str
) -> None:
    assert reason(newsroom, **more).startswith(words)
    assert questions(newsroom) == []


@pytest.mark.promise(60, 75)
def test_a_secret_topic_is_answered_as_one_that_never_was(newsroom: Newsroom) -> None:
    later = NOON + timedelta(hours=1)
    blocks = (Block(Kind.HEADLINE, "Talks begin"), Block(Kind.PARAGRAPH, "They do."))
    filing = Filing(blocks, embargo=embargo_from(later, "UTC"), topics=("secret-talks",))
    asked = Instructions("me", publish=True, new_topics=True)
    newsroom.releases.file(Reading((filing,)), asked, NOON)
    for mode in ("subscribe", "unsubscribe"):
        for slug in ("secret-talks", "never-was"):
            assert reason(newsroom, mode=mode, topic=f"{BASE}/en/{slug}.rss") == NO_TOPIC
    topic = f"{BASE}/en/secret-talks.rss"
    newsroom.hub.request(replace(ASKED, topic=topic), later)  # it is out now
    assert len(questions(newsroom)) == 1


def test_a_retired_topic_is_one_as_any_and_a_former_name_is_none(newsroom: Newsroom) -> None:
    newsroom.topics.declare(Topic("peace", {"en": "Peace"}), "me", NOON)
    newsroom.topics.rename("peace", "peace-and-security", "me", NOON)
    newsroom.topics.retire("peace-and-security", "", "me", NOON)
    newsroom.hub.request(replace(ASKED, topic=f"{BASE}/en/peace-and-security.json"), NOON)
    assert reason(newsroom, topic=f"{BASE}/en/peace.json") == NO_TOPIC


def test_only_what_was_asked_last_is_still_to_be_asked(newsroom: Newsroom) -> None:
    newsroom.hub.request(replace(ASKED, secret="old"), NOON)
    newsroom.hub.request(replace(ASKED, secret="new"), NOON)
    assert [one.secret for one in questions(newsroom)] == ["new"]
    with newsroom.storage.read() as db:
        rows = db.execute("SELECT outcome, body FROM notice ORDER BY id").fetchall()
    assert tuple(rows[0]) == ("superseded", "")


def test_nothing_is_asked_of_who_ends_what_they_have_not(newsroom: Newsroom) -> None:
    newsroom.hub.request(replace(ASKED, mode="unsubscribe"), NOON)
    assert questions(newsroom) == []


@pytest.mark.parametrize("bound", ["MOST", "MOST_QUESTIONS", "MOST_UNCONFIRMED"])
def test_no_more_is_taken_than_it_keeps(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    monkeypatch.setattr(f"newsroom.telling.hub.{bound}", 2)
    for number in (1, 2):
        newsroom.hub.request(replace(ASKED, callback=f"https://reader.example/{number}"), NOON)
    another = replace(ASKED, callback="https://reader.example/3")
    with pytest.raises(HubBusy):
        newsroom.hub.request(another, NOON)
    with newsroom.storage.write() as db:  # all of them were asked, and said nothing
        db.execute("UPDATE notice SET ended_at = 1")
    newsroom.hub.request(another, NOON + timedelta(hours=1))


def test_what_runs_out_goes_and_what_is_owed_something_stays(newsroom: Newsroom) -> None:
    newsroom.hub.request(ASKED, NOON)
    with newsroom.storage.write() as db:
        hub.prune(db, NOON + DAY)
        assert hub.count(db) == 1
        db.execute("UPDATE notice SET ended_at = 1")
        hub.confirm(db, 1, "", NOON, DAY)
        hub.prune(db, NOON + DAY - timedelta(seconds=1))
        assert hub.count(db) == 1
        hub.prune(db, NOON + DAY)
        assert hub.count(db) == 0


def test_who_asks_without_end_leaves_no_more_than_who_asked_once(newsroom: Newsroom) -> None:
    count = "SELECT COUNT(*) FROM notice"
    for _ in range(10):
        newsroom.hub.request(ASKED, NOON)
        with newsroom.storage.write() as db:
            assert db.execute(count).fetchone()[0] <= 2
    with newsroom.storage.write() as db:
        db.execute("UPDATE notice SET ended_at = 1")
        hub.prune(db, NOON + DAY)
        assert tuple(db.execute(count).fetchone()) == (0,)


def test_loopback_may_subscribe_where_the_settings_say_so(tmp_path: Path) -> None:
    settings: dict[str, Any] = {**SETTINGS, "NEWSROOM_PRIVATE_CALLBACKS": "on"}
    newsroom = open_newsroom(load_settings(settings, tmp_path / "home"), NOON)
    newsroom.hub.request(replace(ASKED, callback="http://127.0.0.1:8001/"), NOON)
    assert len(questions(newsroom)) == 1
    assert isinstance(newsroom.hub, Hub)
    newsroom.storage.close()
