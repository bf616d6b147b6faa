"""What stands beside a text is public by itself, and a person's words of it are never lost."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from newsroom.filing.refiling import Instructions
from newsroom.releases.discarding import discard
from newsroom.releases.editing import Edit
from newsroom.review.exchange import Exchange
from newsroom.review.review import Review
from newsroom.translation.queueing import queue_again, queue_missing, queue_rough
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom
from press.errors import NoPackage
from press.releases.attachment import Words
from press.releases.readiness import Readiness
from press.releases.release import Filing, Reading, Standing
from press.text import STARTER, Block, Kind, Origin
from press.words import say
from storage.translation import memory
from tests.conftest import NOON
from tests.newsroom.translation.test_asides import (
    CODES,
    HOUR,
    PEOPLE,
    Forgetful,
    at,
    attach,
    document,
    documents,
    filed,
    fill,
    pdf,
    segments,
    shown,
)
from tests.newsroom.translation.test_translating import Echo
from translate.exchange import xliff, xliff_return

__all__ = ["pdf"]  # the fixture


def test_nothing_beside_a_text_that_waits_is_public(newsroom: Newsroom, pdf: Path) -> None:
    number = filed(newsroom)
    attach(newsroom, number, pdf, Words("A bridge in rain", "Photo: a colleague"))
    fill(newsroom, NOON, None, "fr")
    assert shown(newsroom).text.language == "en"
    for words in documents(newsroom):
        assert not [
            w for w in ("BRIDGE ENGINEER", "A BRIDGE IN RAIN", "Porte-parole") if w in words
        ]


def test_approving_some_of_what_stands_beside_a_text_publishes_that_and_no_more(
    newsroom: Newsroom, pdf: Path
) -> None:
    number = filed(newsroom)
    attach(newsroom, number, pdf, Words("A bridge in rain", "Photo: a colleague"))
    fill(newsroom, NOON, None, "fr")
    review = Review(newsroom.storage, newsroom.settings.site, Readiness({"fr"}))
    review.approve(number, "fr", "an editor", NOON, [at(newsroom, number, Kind.ALT)])
    assert shown(newsroom).files[0].alt == "A bridge in rain"  # the text waits
    review.approve(number, "fr", "an editor", NOON, [1, 2])
    entry = shown(newsroom)
    assert (entry.text.language, entry.text.origin) == ("fr", Origin.EDITOR)
    assert entry.files[0].alt == "A BRIDGE IN RAIN"
    assert entry.files[0].credit == "Photo: a colleague"
    assert [c.role for c in entry.contacts] == ["", "Porte-parole", "Bridge engineer"]
    (sheet,) = newsroom.sheets.to_review()
    assert sheet.waiting
    review.approve(number, "fr", "an editor", NOON)
    assert shown(newsroom).contacts[2].role == "BRIDGE ENGINEER"
    assert newsroom.sheets.to_review() == []


def test_a_note_beside_an_approved_text_waits_and_the_text_stands_as_it_stood(
    newsroom: Newsroom,
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    newsroom.review.approve(number, "fr", "an editor", NOON)
    release, _ = newsroom.releases.get(number)
    newsroom.life.withdraw(number, "Sent in rain", "me", NOON)
    newsroom.life.publish(number, "me", NOON, "Rain is back")
    fill(newsroom)
    after, _ = newsroom.releases.get(number)
    assert (after.texts["fr"].blocks, after.standing("fr")) == (
        release.texts["fr"].blocks,
        Standing.REVIEWED,
    )
    entry = shown(newsroom)
    assert (entry.text.origin, entry.note, entry.outdated) == (Origin.EDITOR, "Rain is back", None)
    (sheet,) = newsroom.sheets.to_review()
    assert sheet.waiting == (at(newsroom, number, Kind.NOTE),)
    newsroom.review.approve(number, "fr", "an editor", NOON)
    assert shown(newsroom).note == "RAIN IS BACK"
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.REVIEWED


def test_rejecting_a_role_costs_no_text(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    fill(newsroom)
    role = max(s.number for s in newsroom.sheets.get(number, "fr").segments)
    newsroom.review.reject(number, "fr", "an editor", NOON + HOUR, [role])
    entry = shown(newsroom, now=NOON + HOUR)
    assert (entry.text.language, entry.contacts[2].role) == ("fr", "Bridge engineer")
    assert entry.changed == NOON + HOUR
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.MACHINE
    queue_again(newsroom.storage, ["fr"], [], NOON)
    engine = fill(newsroom, NOON + HOUR)
    assert "Bridge engineer" not in engine.asked
    newsroom.review.correct(number, "fr", role, "Ingénieure des ponts", "an editor", NOON + HOUR)
    assert shown(newsroom, now=NOON + HOUR).contacts[2].role == "Ingénieure des ponts"


def test_words_that_must_not_go_out_unread_keep_no_text_in(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    fill(newsroom, NOON, Forgetful())
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.MACHINE
    assert shown(newsroom).contacts[2].role == "Bridge engineer"
    (sheet, *_) = newsroom.sheets.to_review()
    assert sheet.waiting


def test_an_editors_words_are_lost_by_no_new_package(newsroom: Newsroom, pdf: Path) -> None:
    number = filed(newsroom)
    attach(newsroom, number, pdf, Words("A bridge in rain", "Photo: a colleague"))
    fill(newsroom)
    said = {Kind.ALT: "Un pont", Kind.CREDIT: "Photo : un collègue", Kind.ROLE: "Ingénieure"}
    for kind, words in said.items():
        block = at(newsroom, number, kind)
        newsroom.review.correct(number, "fr", block, words, "an editor", NOON)
    queue_again(newsroom.storage, CODES, [], NOON)
    better = Echo()
    better.name = "better 2.0"
    fill(newsroom, NOON, better)
    found = segments(newsroom, number)
    assert {kind: found[kind].target for kind in said} == {
        kind: Block(kind, words, Origin.EDITOR) for kind, words in said.items()
    }
    assert shown(newsroom).contacts[2].role == "Ingénieure"


def test_a_note_that_came_while_the_engine_worked_is_translated_too(newsroom: Newsroom) -> None:
    number = filed(newsroom)

    class Slow(Echo):
        def translate(self, sentences: Sequence[str]) -> list[str]:
            if not self.asked:
                newsroom.edits.edit(number, Edit(contacts=PEOPLE[1:]), "me", NOON)
            return super().translate(sentences)

    fill(newsroom, NOON, Slow())
    fill(newsroom)
    assert [c.role for c in shown(newsroom).contacts] == ["Porte-parole", "BRIDGE ENGINEER"]


def test_roles_need_no_package(newsroom: Newsroom) -> None:
    number = filed(newsroom, PEOPLE[1:2])
    for block, words in ((1, "Pluie sur le pont"), (2, "Pluie.")):
        newsroom.review.correct(number, "fr", block, words, "an editor", NOON)
    queue_missing(newsroom.storage, CODES, [], NOON)

    def none(source: str, target: str) -> Echo:
        raise NoPackage(source, target)

    Translating(newsroom.storage, none, lambda: NOON).run()
    assert shown(newsroom).contacts[0].role == "Porte-parole"


def test_a_home_from_before_gets_them_by_newsroom_translate_and_no_text_becomes_stale(
    newsroom: Newsroom,
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    newsroom.review.approve(number, "nl", "an editor", NOON)
    before, _ = newsroom.releases.get(number)
    with newsroom.storage.write() as db:
        db.execute("DELETE FROM aside")
        memory.forget(db, memory.Pair("en", "fr"), [Block(Kind.ROLE, "Bridge engineer").digest])
    assert shown(newsroom).contacts == PEOPLE
    assert newsroom.releases.get(number)[0].stale == {}
    assert queue_missing(newsroom.storage, CODES, [], NOON) == 3
    engine = fill(newsroom)
    assert engine.asked == ["Bridge engineer"]
    after, _ = newsroom.releases.get(number)
    assert (after.texts, after.version) == (before.texts, before.version)
    assert [t.made_at for t in after.texts.values()] == [t.made_at for t in before.texts.values()]
    assert shown(newsroom).contacts[1].role == "Porte-parole"
    assert queue_missing(newsroom.storage, CODES, [], NOON) == 0


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_they_go_to_a_translator_and_come_back(newsroom: Newsroom, pdf: Path, version: str) -> None:
    number = filed(newsroom)
    attach(newsroom, number, pdf, Words("A bridge in rain", "Photo: Jane Brown"))
    fill(newsroom)
    exchange: Exchange = newsroom.exchange
    sent = xliff.write(exchange.job(number, "fr"), version)
    assert exchange.take(xliff_return.read(sent), "me", NOON).new == 0
    back = sent.replace(b"A BRIDGE IN RAIN", b"Un pont sous la pluie")
    assert exchange.take(xliff_return.read(back), "a translator", NOON).new == 1
    assert shown(newsroom).files[0].alt == "Un pont sous la pluie"


def test_versions_keep_them_and_bring_them_back(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    fill(newsroom)
    role = max(s.number for s in newsroom.sheets.get(number, "fr").segments)
    newsroom.review.correct(number, "fr", role, "Ingénieure", "an editor", NOON)
    first = newsroom.history.history(number, "fr")[-1]
    assert "Ingénieure" in [block.markdown for block in first.asides]
    newsroom.review.correct(number, "fr", role, "Architecte", "an editor", NOON)
    assert shown(newsroom).contacts[2].role == "Architecte"
    newsroom.history.restore_version(number, first.number, "me", NOON)
    assert shown(newsroom).contacts[2].role == "Ingénieure"


def test_nothing_of_a_discarded_draft_is_remembered(newsroom: Newsroom, pdf: Path) -> None:
    reading = Reading((Filing((Block(Kind.HEADLINE, "A draft"),), contacts=PEOPLE),))
    number = newsroom.releases.file(reading, Instructions("me"), NOON)[0].release.id
    attach(newsroom, number, pdf, Words("A secret bridge"), fr=Words("Un pont secret"))
    fill(newsroom)
    discard(newsroom.storage, number, "me", NOON)
    with newsroom.storage.read() as db:
        assert not db.execute("SELECT 1 FROM memory UNION SELECT 1 FROM aside").fetchall()
        assert not db.execute("SELECT 1 FROM source_block").fetchall()


def test_our_own_note_is_said_in_every_language_by_nobody(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    fill(newsroom)
    newsroom.life.withdraw(number, "Sent in rain", "me", NOON)
    newsroom.life.publish(number, "me", NOON)
    engine = fill(newsroom)
    for code in ("en", *CODES):
        assert shown(newsroom, code).note == say(code, "returned")
    assert say("en", "returned") not in engine.asked


def test_a_machines_reason_for_an_approved_text_is_marked_and_is_nothing_that_waits(
    newsroom: Newsroom,
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    for code in CODES:
        newsroom.review.approve(number, code, "an editor", NOON)
    newsroom.life.withdraw(number, "Sent in rain", "me", NOON)
    fill(newsroom)
    assert newsroom.sheets.to_review() == []
    assert "] SENT IN RAIN" in document(newsroom, "atom")
    assert newsroom.sheets.get(number, "fr").waiting == ()


def test_the_starters_words_beside_an_approved_text_are_made_anew_by_a_better_package(
    newsroom: Newsroom,
) -> None:
    class Small(Echo):
        name = f"{STARTER} en-fr 1.0"

    class Better(Echo):
        name = "better 2.0"

    number = filed(newsroom)
    fill(newsroom, NOON, Small())
    newsroom.review.approve(number, "fr", "an editor", NOON, [1, 2])
    role = max(s.number for s in newsroom.sheets.get(number, "fr").segments)
    newsroom.review.correct(number, "fr", 3, "SPF Affaires étrangères", "an editor", NOON)
    assert queue_rough(newsroom.storage, ["fr"], lambda *_: "better 2.0", NOON) == 1
    fill(newsroom, NOON, Better())
    found = {one.number: one.target for one in newsroom.sheets.get(number, "fr").segments}
    assert [one.engine for one in (found[1], found[role]) if one] == [Small.name, Better.name]
    assert shown(newsroom).contacts[0].name == "SPF Affaires étrangères"
    assert queue_rough(newsroom.storage, ["fr"], lambda *_: "better 2.0", NOON) == 0


def test_a_public_text_is_not_touched_where_only_what_is_beside_it_was_made(
    newsroom: Newsroom, pdf: Path
) -> None:
    def moments() -> list[tuple[int, int]]:
        with newsroom.storage.read() as db:
            query = "SELECT changed_at, made_at FROM text WHERE language = 'fr'"
            return [tuple(row) for row in db.execute(query)]

    number = filed(newsroom, ())
    fill(newsroom)
    before = moments()
    attach(newsroom, number, pdf, Words("A bridge in rain"))
    fill(newsroom, NOON + HOUR)
    assert shown(newsroom, now=NOON + HOUR).text.language == "fr"
    assert moments() == before
