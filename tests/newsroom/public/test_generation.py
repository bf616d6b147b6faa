"""Whether anything was written is told by one number."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newsroom.wiring import Newsroom
from press.errors import HomeRefused
from press.releases.attachment import Words
from press.text import Block, Kind, Text
from press.topic import Topic
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, at, file, filing
from tests.press.releases.test_dimensions import png


def test_it_stays_while_nothing_is_written(newsroom: Newsroom) -> None:
    before = newsroom.front.generation()
    newsroom.front.topics(NOON)
    assert newsroom.front.generation() == before


def test_it_grows_with_whatever_the_public_may_see_now_or_at_a_minute(newsroom: Newsroom) -> None:
    number = file(newsroom, filing("one", embargo=at(NOON + DAY)))
    release = newsroom.releases.get(number)[0]
    french = Text("fr", (Block(Kind.HEADLINE, "un"),))

    def translate() -> None:
        with newsroom.storage.write() as db:
            releases.save_text(db, number, french, NOON)

    for act in (
        lambda: file(newsroom, filing("two", embargo=at(NOON + DAY))),
        translate,
        lambda: newsroom.life.schedule(number, at(NOON + 2 * DAY), "me", NOON),
        lambda: newsroom.life.hold(number, "me", NOON),
        lambda: newsroom.life.publish(number, "me", NOON),
        lambda: newsroom.revisions.revise(number, filing("A typo"), "me", NOON),
        lambda: newsroom.revisions.revise(number, filing("A sum"), "me", NOON, "It was wrong."),
        lambda: newsroom.topics.declare(Topic("peace", {"en": "Peace"}), "me", NOON),
        lambda: newsroom.topics.declare(Topic("peace", {"en": "War"}), "me", NOON, replaces=True),
        lambda: newsroom.life.withdraw(number, "In error.", "me", NOON),
    ):
        before = newsroom.front.generation()
        act()
        assert newsroom.front.generation() > before
    assert release.embargo


def test_it_grows_with_every_act_on_a_file(newsroom: Newsroom, tmp_path: Path) -> None:
    number, path = file(newsroom, filing("one", embargo=at(NOON))), tmp_path / "map.png"
    path.write_bytes(png(3, 4))
    for act in (
        lambda: newsroom.attachments.attach(number, path, "me", NOON),
        lambda: newsroom.attachments.attach(number, path, "me", NOON, Words("A map")),
        lambda: newsroom.attachments.detach(number, path.name, "me", NOON),
    ):
        before = newsroom.front.generation()
        act()
        assert newsroom.front.generation() > before


def test_it_grows_when_only_the_words_of_a_file_change(newsroom: Newsroom, tmp_path: Path) -> None:
    number, path = file(newsroom, filing("one", embargo=at(NOON))), tmp_path / "map.png"
    path.write_bytes(png(3, 4))
    newsroom.attachments.attach(number, path, "me", NOON)
    before = newsroom.front.generation()
    with newsroom.storage.write() as db:  # whatever else is noted of the release, or is not
        db.execute("UPDATE file SET alt = 'A map'")
    assert newsroom.front.generation() > before


def test_drafts_and_announcing_leave_it_alone(newsroom: Newsroom) -> None:
    file(newsroom, filing("due", embargo=at(NOON + DAY)))
    before = newsroom.front.generation()
    number = file(newsroom, filing("a draft"))
    newsroom.revisions.revise(number, filing("a better draft"), "me", NOON)
    newsroom.work.do_due(lambda: NOON + DAY)
    assert newsroom.front.generation() == before


@pytest.mark.waits
def test_it_grows_with_a_commit_of_another_process(newsroom: Newsroom) -> None:
    before, path = newsroom.front.generation(), newsroom.storage.path
    words = (
        "import sqlite3, sys; sqlite3.connect(sys.argv[1])"
        ".executescript(\"INSERT INTO topic (slug, declared, changed_at) VALUES ('a', 1, 0)\")"
    )
    subprocess.run([sys.executable, "-c", words, path], check=True)
    assert newsroom.front.generation() > before


def test_every_thread_reads_the_same_number(newsroom: Newsroom) -> None:
    found = list[int]()
    threads = [
        threading.Thread(target=lambda: found.append(newsroom.front.generation())) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {newsroom.front.generation()}


def test_it_goes_on_counting_when_a_thread_closes_its_connection(newsroom: Newsroom) -> None:
    before = newsroom.front.generation()
    file(newsroom, filing("one", embargo=at(NOON)))
    newsroom.storage.close()
    assert newsroom.front.generation() > before


def test_a_database_that_cannot_be_read_is_said_so(newsroom: Newsroom, tmp_path: Path) -> None:
    copy = Path(shutil.copy(newsroom.storage.path, tmp_path / "copy.db"))
    storage = Storage(copy)
    storage.close()
    copy.write_bytes(b"nonsense" * 1000)
    with pytest.raises(HomeRefused):
        storage.generation()
