"""A home made by an earlier version keeps what it has, and learns what is new."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from newsroom.settings import load_settings
from newsroom.translation.topic_queue import queue_missing_topics
from newsroom.translation.topic_translating import TopicTranslating
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom, open_newsroom
from press.releases.readiness import Readiness
from press.releases.release import Filing, Standing
from press.text import Block, Kind
from storage import tasks
from storage.schema import steps
from storage.tasks import WantedTask
from tests.conftest import NOON
from tests.newsroom.conftest import SETTINGS
from tests.newsroom.filing.test_filing import DAY
from tests.newsroom.review.test_review import shown
from tests.newsroom.translation.test_translating import Echo

BEFORE = """
INSERT INTO release (id, tag, slug, source, digest, filed_at, changed_at, contacts, publish_at,
    wall, zone, precision)
VALUES (1, 'tag:x,2026:1', 'rain', 'en', 'd', 1, 1, '[]', 1, '1970-01-01T01:00',
    'Europe/Brussels', 'minute');
INSERT INTO text VALUES (1, 'en', 1, 20, 0), (1, 'fr', 30, 30, 0), (1, 'nl', 10, 10, 0),
    (1, 'de', NULL, 30, 0);
INSERT INTO block VALUES
    (1, 'en', 0, 'headline', 'Rain', 'author', ''),
    (1, 'en', 1, 'paragraph', 'It rains.', 'author', ''),
    (1, 'fr', 0, 'headline', 'Pluie', 'machine', 'old 1'),
    (1, 'fr', 1, 'paragraph', 'Il pleut.', 'machine', 'old 1'),
    (1, 'nl', 0, 'headline', 'Sneeuw', 'machine', 'old 1'),
    (1, 'nl', 1, 'paragraph', 'Het sneeuwt.', 'machine', 'old 1'),
    (1, 'de', 0, 'headline', 'Regen', 'machine', 'old 1'),
    (1, 'de', 1, 'paragraph', 'Es regnet.', 'machine', 'old 1');
INSERT INTO listing SELECT 'all', code, 1, 1 FROM
    (SELECT '' AS code UNION VALUES ('en'), ('fr'), ('nl'));
INSERT INTO task (key, kind, release_id, language, due_at)
VALUES ('translate:1:nl', 'translate', 1, 'nl', 0);
"""


@pytest.fixture
def older(tmp_path: Path) -> Iterator[Newsroom]:
    """As it was before texts said what they translate; the Dutch one is older than its original."""
    settings = load_settings(SETTINGS, tmp_path / "home")
    settings.database.parent.mkdir(parents=True)
    with closing(sqlite3.connect(settings.database)) as connection:
        steps.steps.apply(Database(connection), stop_before="review")
        connection.executescript(BEFORE)
    opened = open_newsroom(settings, NOON)
    yield opened
    opened.storage.close()


def test_a_text_that_is_newer_than_its_original_is_known_to_translate_it(older: Newsroom) -> None:
    release, _ = older.releases.get(1)
    assert {code: release.standing(code) for code in ("fr", "nl", "de")} == {
        "fr": Standing.MACHINE,
        "nl": Standing.MACHINE,
        "de": Standing.WAITS,
    }
    sources = [block.digest for block in release.original.blocks]
    assert [block.of for block in release.texts["fr"].blocks] == sources
    assert [block.of for block in release.texts["nl"].blocks] == ["", ""]
    assert release.texts["fr"].translates == release.original.digest


def test_an_editor_can_approve_and_reject_what_an_earlier_version_made(older: Newsroom) -> None:
    assert older.review.approve(1, "de", "me", NOON).is_ready
    assert shown(older, code="de").text.body[0].markdown == "Es regnet."
    older.review.reject(1, "fr", "me", NOON, [2])
    assert shown(older, code="fr").text.language == "en"


def test_a_text_made_of_an_original_of_an_earlier_version_is_not_called_stale(
    older: Newsroom,
) -> None:
    older.review.correct(1, "fr", 2, "Il pleut encore.", "me", NOON)
    Translating(older.storage, lambda *_: Echo(), lambda: NOON).run()
    assert older.releases.get(1)[0].stale == {}
    assert shown(older, code="nl").text.body[0].markdown == "IT RAINS."


def test_what_an_earlier_version_let_out_where_texts_are_read_first_stays_while_new_words_wait(
    older: Newsroom,
) -> None:
    """Approving left its words a machine's then."""
    blocks = (Block(Kind.HEADLINE, "Rain"), Block(Kind.PARAGRAPH, "It pours."))
    older.revisions.revise(1, Filing(blocks), "me", NOON)
    readiness = Readiness({"fr"})
    Translating(older.storage, lambda *_: Echo(), lambda: NOON, readiness).run()
    entry = shown(older, code="fr")
    assert (entry.text.body[0].markdown, entry.outdated) == ("Il pleut.", NOON)


def test_work_that_was_due_in_a_home_from_before_is_still_due(older: Newsroom) -> None:
    with older.storage.write() as db:
        (task,) = tasks.claim(db, WantedTask("translate"), NOON, owner="a:1:b", lease=DAY, limit=9)
        assert (task.key, task.release_id, task.language) == ("translate:1:nl", 1, "nl")
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_topics_of_a_home_from_before_are_said_in_every_language(older: Newsroom) -> None:
    with older.storage.write() as db:
        db.execute("INSERT INTO topic (slug, key, declared, changed_at) VALUES ('a', 'a', 1, 0)")
        db.execute("INSERT INTO topic_words (topic, language, title) VALUES ('a', 'en', 'Rain')")
    assert queue_missing_topics(older.storage, ("fr",), NOON) == 1
    TopicTranslating(older.storage, lambda *_: Echo(), lambda: NOON).run()
    (topic,) = older.topics.every()
    assert topic.titles == {"en": "Rain", "fr": "RAIN"}
