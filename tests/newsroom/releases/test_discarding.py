"""A draft that is discarded leaves no word of itself; nothing else can be discarded."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsroom.filing.refiling import Instructions
from newsroom.releases.discarding import discard
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, UnknownRelease
from press.finding import Finding, Severity
from press.releases.attachment import Words
from press.releases.release import Reading
from press.text import Block, Kind, Origin
from press.topic import Topic
from storage import journal
from storage.filed import releases, versions
from storage.filed.discarded import TABLES
from storage.files import folder_of
from storage.journal import JournalLine
from storage.translation import dismissals, memory
from storage.translation.memory import Pair
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, at, filing
from tests.newsroom.filing.test_filing import file as filed
from tests.newsroom.translation.test_topics import translated as topics_translated
from tests.newsroom.translation.test_translating import Echo, file, text, translating

SECRET = ("Saltwind", "SALTWIND", "Oliphant", "saltwind", "bruine")


def full(newsroom: Newsroom, folder: Path) -> int:
    """A draft with all that a draft can have."""
    number = file(newsroom, "The Saltwind sails.", headline="Saltwind sails for Oliphant")
    translating(newsroom, Echo()).run()
    newsroom.review.correct(number, "fr", 2, "Le Saltwind part sous la bruine.", "me", NOON)
    newsroom.review.approve(number, "nl", "me", NOON)
    block = text(newsroom, number).blocks[1]
    with newsroom.storage.write() as db:
        found = [Finding("names", Severity.WARNS, "“Saltwind” went", "me", "The Saltwind sails")]
        dismissals.note(db, Pair("en", "fr"), number, block, found, NOON)
    newsroom.sheets.note_look(newsroom.sheets.get(number, "de"), "me")
    newsroom.previews.make(number, "me", NOON)
    picture = folder / "saltwind.pdf"
    picture.write_bytes(b"%PDF-1.4 Saltwind")
    newsroom.attachments.attach(number, picture, "me", NOON, Words("The Saltwind"))
    with newsroom.storage.write() as db:
        line = JournalLine(NOON, "me", "filed", number, "")
        versions.record(db, releases.get(db, number), "en", line)
    return number


def on_disk(newsroom: Newsroom) -> bytes:
    home = newsroom.settings.home
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


def test_no_word_of_it_is_left_in_any_table_or_on_the_disk(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    number = full(newsroom, tmp_path)
    assert any(word.encode() in on_disk(newsroom) for word in SECRET)
    discard(newsroom.storage, number, "Ada", NOON)
    left = on_disk(newsroom)
    assert [word for word in SECRET if word.encode() in left] == []
    assert list(folder_of(newsroom.storage).iterdir()) == []
    with pytest.raises(UnknownRelease):
        newsroom.releases.get(number)


def test_every_table_that_knows_a_release_forgets_it_but_the_journal(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    number = full(newsroom, tmp_path)
    with newsroom.storage.read() as db:
        knowing = {t.name for t in db.tables if "release_id" in t.columns_dict} | {"release"}
    # Events are of releases that came out: these are never discarded.
    assert knowing == {*TABLES, "journal", "event"}
    discard(newsroom.storage, number, "Ada", NOON)
    with newsroom.storage.read() as db:
        counts = {name: db[name].count for name in (*TABLES, "memory", "source_block")}
        assert set(counts.values()) == {0}
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_journal_keeps_that_there_was_one_and_who_did_what(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    number = full(newsroom, tmp_path)
    discard(newsroom.storage, number, "Ada", NOON)
    with newsroom.storage.read() as db:
        lines = db.execute("SELECT who, verb, note FROM journal WHERE release_id = ?", (number,))
        said = [*map(tuple, lines)]
    assert said[0] == ("me", "filed", "")
    assert said[-1] == ("Ada", "discarded", "")
    assert {note for _, _, note in said} == {""}


def test_its_number_is_not_given_again(newsroom: Newsroom) -> None:
    one, two = file(newsroom, "One."), file(newsroom, "Two.")
    discard(newsroom.storage, two, "me", NOON)
    discard(newsroom.storage, one, "me", NOON)
    again = file(newsroom, "Two.")
    assert again > two


def test_what_another_release_or_memory_has_as_well_is_kept(newsroom: Newsroom) -> None:
    kept = file(newsroom, "It rains.", headline="Kept")
    translating(newsroom, Echo()).run()
    draft = file(newsroom, "It rains.", "It pours.", headline="Draft")
    translating(newsroom, Echo()).run()
    newsroom.review.correct(draft, "fr", 2, "Il pleut.", "me", NOON)
    discard(newsroom.storage, draft, "me", NOON)
    with newsroom.storage.read() as db:
        known = dict(db.execute("SELECT markdown, 1 FROM source_block").fetchall())
        assert set(known) == {"Kept", "It rains."}
    later = file(newsroom, "It rains.", headline="Later")
    translating(newsroom, Echo()).run()
    assert text(newsroom, later).blocks[1].origin is Origin.EDITOR
    assert text(newsroom, kept).blocks[1].origin is Origin.MACHINE


def test_words_remembered_before_it_was_filed_are_not_only_its_own(newsroom: Newsroom) -> None:
    source = Block(Kind.PARAGRAPH, "It rains.")
    words = {source.digest: Block(Kind.PARAGRAPH, "Il pleut.", Origin.EDITOR)}
    with newsroom.storage.write() as db:
        memory.remember(db, Pair("en", "fr"), words, NOON - DAY, [source])
    number = file(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    discard(newsroom.storage, number, "me", NOON)
    with newsroom.storage.read() as db:
        assert [one.words.markdown for one in memory.everything(db)] == ["Il pleut."]


def test_topics_that_only_it_named_go_and_declared_ones_stay(newsroom: Newsroom) -> None:
    newsroom.topics.declare(Topic("rivers", {"en": "Rivers"}), "me", NOON)
    filed(newsroom, filing("One", topics=("shared",)))
    number = filed(newsroom, filing("Two", topics=("secret", "shared", "rivers")))
    discard(newsroom.storage, number, "me", NOON)
    assert [topic.slug for topic in newsroom.topics.every()] == ["rivers", "shared"]


def test_no_word_is_left_of_a_topic_that_only_it_named(newsroom: Newsroom) -> None:
    listed = filing("Two", topics=("zarvol-dikes",))
    words = Topic("zarvol-dikes", {"en": "Zarvol dikes"}, {"en": "Zarvol is wet."}, "Zarvol press")
    reading = Reading((listed,), words)
    number = newsroom.releases.file(reading, Instructions("me"), NOON)[0].release.id
    assert topics_translated(newsroom) == 3
    newsroom.topic_review.correct("zarvol-dikes", "fr", 1, "Digues de Zarvol", "me", NOON)
    newsroom.topic_review.note_look(newsroom.topic_review.get("zarvol-dikes", "nl"), "me")
    newsroom.topics.declare(Topic("seas", {"en": "Seas"}), "me", NOON)
    given_up = "translate-topic:zarvol-dikes:fr: RuntimeError"
    with newsroom.storage.write() as db:
        journal.add(db, JournalLine(NOON, "newsroom", "gave up", None, given_up))
    discard(newsroom.storage, number, "me", NOON)
    left = on_disk(newsroom).lower()
    assert b"zarvol" not in left
    assert topics_translated(newsroom) == 3  # of the seas
    assert newsroom.topics.every()[0].titles["fr"] == "SEAS"


def test_an_editors_words_of_a_topic_outlive_a_release_with_the_same(newsroom: Newsroom) -> None:
    newsroom.topics.declare(Topic("rivers", {"en": "Rivers"}), "me", NOON)
    number = file(newsroom, "It rains.", headline="Rivers")
    newsroom.topic_review.correct("rivers", "fr", 1, "Les fleuves", "me", NOON)
    discard(newsroom.storage, number, "me", NOON)
    topics_translated(newsroom)
    assert newsroom.topics.every()[0].titles["fr"] == "Les fleuves"
    with newsroom.storage.read() as db:
        assert "Les fleuves" in [one.words.markdown for one in memory.everything(db)]


def schedule(newsroom: Newsroom, number: int) -> None:
    newsroom.life.schedule(number, at(NOON + DAY), "me", NOON)


def hold(newsroom: Newsroom, number: int) -> None:
    schedule(newsroom, number)
    newsroom.life.hold(number, "me", NOON)


def publish(newsroom: Newsroom, number: int) -> None:
    newsroom.life.publish(number, "me", NOON)


def withdraw(newsroom: Newsroom, number: int) -> None:
    newsroom.life.withdraw(number, "In error.", "me", NOON)


@pytest.mark.parametrize("act", [schedule, hold, publish, withdraw])
def test_nothing_but_a_draft_is_discarded(newsroom: Newsroom, act) -> None:  # type: ignore[no-untyped-def]
    number = file(newsroom, "It rains.")
    act(newsroom, number)
    before = newsroom.releases.get(number)
    with pytest.raises(NotAllowedNow, match=f"release {number} is "):
        discard(newsroom.storage, number, "me", NOON)
    assert newsroom.releases.get(number) == before


@pytest.mark.parametrize("told", [True, False], ids=["announced", "from an archive"])
def test_what_the_public_may_have_read_is_kept_though_it_is_a_draft_now(
    newsroom: Newsroom, *, told: bool
) -> None:
    number = filed(newsroom, filing(embargo=at(NOON - DAY)))
    with newsroom.storage.write() as db:
        line = JournalLine(NOON, "me", "filed", number, "")
        versions.record(db, releases.get(db, number), "en", line)
        if told:
            releases.mark_out(db, number, NOON)
        db.execute("UPDATE release SET publish_at = NULL WHERE id = ?", (number,))
        versions.record(db, releases.get(db, number), "en", line)
    with pytest.raises(NotAllowedNow, match="has been out"):
        discard(newsroom.storage, number, "me", NOON)


def test_a_version_stays_as_long_as_its_release(newsroom: Newsroom) -> None:
    number = file(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    with (
        pytest.raises(sqlite3.IntegrityError, match="never deleted"),
        newsroom.storage.write() as db,
    ):
        db.execute("DELETE FROM version WHERE release_id = ?", (number,))


class Meanwhile(Echo):
    """While it works, a draft is discarded."""

    def __init__(self, newsroom: Newsroom, number: int) -> None:
        super().__init__()
        self.newsroom, self.number = newsroom, number

    def translate(self, sentences: Sequence[str]) -> list[str]:
        if self.number in {release.id for release in self.newsroom.releases.every()}:
            discard(self.newsroom.storage, self.number, "me", NOON)
        return super().translate(sentences)


def test_what_an_engine_makes_of_a_draft_discarded_meanwhile_is_kept_nowhere(
    newsroom: Newsroom,
) -> None:
    number, other = file(newsroom, "It rains."), file(newsroom, "It pours.", headline="Other")
    tally = translating(newsroom, Meanwhile(newsroom, number)).run()
    assert (tally.filled, tally.failed) == (3, 0)
    assert text(newsroom, other).blocks[1].markdown == "IT POURS."
    with newsroom.storage.read() as db:
        assert {one.source.markdown for one in memory.everything(db)} == {"Other", "It pours."}
        assert db["task"].count == len(list(db["task"].rows_where("release_id = ?", [other])))
