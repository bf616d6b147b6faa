"""Filling languages: whole batches, remembered blocks, one failure costing nothing else."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from newsroom.doctor.checkup import examine
from newsroom.filing.refiling import Instructions
from newsroom.translation.queueing import queue_again, queue_missing
from newsroom.translation.tally import Tally
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom
from press.contact import Contact, ContactKind
from press.errors import NoPackage
from press.releases.readiness import Readiness
from press.releases.release import Filing, Reading
from press.text import Block, Kind, Origin, Text
from storage import journal, tasks
from storage.filed import releases
from storage.translation import memory
from tests.conftest import NOON
from translate.engine.protocol import Engine

HOUR = timedelta(hours=1)


class Echo:
    """An engine that says what it was told, louder, and counts what it was asked."""

    name = "echo 1.0"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def translate(self, sentences: Sequence[str]) -> list[str]:
        self.asked += sentences
        return [sentence.upper() for sentence in sentences]


class Broken(Echo):
    def translate(self, sentences: Sequence[str]) -> list[str]:
        raise MemoryError


def translating(newsroom: Newsroom, engine: Engine, now: datetime = NOON) -> Translating:
    return Translating(newsroom.storage, lambda *_: engine, lambda: now)


def file(newsroom: Newsroom, *paragraphs: str, headline: str = "Good news") -> int:
    blocks = [Block(Kind.HEADLINE, headline)]
    blocks += [Block(Kind.PARAGRAPH, words) for words in paragraphs]
    reading = Reading((Filing(tuple(blocks)),))
    return newsroom.releases.file(reading, Instructions("me", publish=True, new_topics=True), NOON)[
        0
    ].release.id


def text(newsroom: Newsroom, number: int, code: str = "fr") -> Text:
    return newsroom.releases.get(number)[0].texts[code]


def test_a_filed_release_is_filled_in_every_language(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    tally = translating(newsroom, Echo()).run()
    assert tally == Tally(filled=3)
    release, _ = newsroom.releases.get(number)
    assert set(release.texts) == {"en", "fr", "nl", "de"}
    french = release.texts["fr"]
    assert [block.markdown for block in french.blocks] == ["GOOD NEWS", "IT IS RAINING."]
    assert (french.origin, french.engine) == (Origin.MACHINE, "echo 1.0")


def test_a_block_seen_before_never_reaches_the_engine_again(newsroom: Newsroom) -> None:
    file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    engine = Echo()
    file(newsroom, "It is raining.", "It is cold.", headline="Good news again")
    translating(newsroom, engine).run()
    assert set(engine.asked) == {"Good news again", "It is cold."}


def test_an_editors_words_return_with_their_block(newsroom: Newsroom) -> None:
    source = Block(Kind.PARAGRAPH, "It is raining.")
    with newsroom.storage.write() as db:
        words = {source.digest: Block(Kind.PARAGRAPH, "Il pleut.", Origin.EDITOR)}
        memory.remember(db, memory.Pair("en", "fr"), words, NOON)
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    assert text(newsroom, number).body == (Block(Kind.PARAGRAPH, "Il pleut.", Origin.EDITOR),)


def test_a_language_without_a_package_is_named_and_the_others_go_on(newsroom: Newsroom) -> None:
    def engine_for(source: str, target: str) -> Engine:
        if target == "nl":
            raise NoPackage(source, target)
        return Echo()

    number = file(newsroom, "It is raining.")
    steps: list[int] = []
    tally = Translating(newsroom.storage, engine_for, lambda: NOON).run(steps.append)
    assert (tally.filled, tally.missing) == (2, {("en", "nl")})
    assert sum(steps) == 2
    assert set(newsroom.releases.get(number)[0].texts) == {"en", "fr", "de"}


def test_a_failing_engine_is_tried_again_later_and_loses_nothing(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    steps: list[int] = []
    assert translating(newsroom, Broken()).run(steps.append) == Tally(failed=3)
    assert steps == []
    assert translating(newsroom, Echo()).run() == Tally()
    assert translating(newsroom, Echo(), NOON + HOUR).run() == Tally(filled=3)
    assert text(newsroom, number).origin is Origin.MACHINE


def test_an_engine_s_failure_is_one_plain_line_with_the_places_in_the_code_behind_it(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    number = file(newsroom, "It is raining.")
    with caplog.at_level(logging.DEBUG, "newsroom.translating"):
        translating(newsroom, Broken()).run(only=[("fr", number)])
    lines = {r.levelname: r for r in caplog.records if r.name == "newsroom.translating"}
    assert lines["WARNING"].getMessage() == (
        f"release {number}, fr: the engine failed: MemoryError"
    )
    assert "in translate\n" in lines["DEBUG"].getMessage()


class Telltale(Echo):
    def translate(self, sentences: Sequence[str]) -> list[str]:
        try:
            raise ValueError(f"cannot say {sentences}")
        except ValueError as error:
            raise RuntimeError(f"failed on {sentences}") from error


def test_words_under_embargo_are_in_no_log_and_no_task_when_an_engine_repeats_them(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    number = file(newsroom, "The secret tax rises.")
    with caplog.at_level(logging.DEBUG):
        for hour in range(9):
            translating(newsroom, Telltale(), NOON + hour * HOUR).run(only=[("fr", number)])
    told = caplog.text
    with newsroom.storage.read() as db:
        told += str([*map(tuple, db.execute("SELECT note FROM task"))]) + str(tasks.failed(db))
        told += str(journal.of_release(db, number))
    assert "RuntimeError" in told
    assert "gave up" in told
    assert "secret" not in told


def test_sentences_that_stay_in_the_source_language_are_counted_by_release_and_language(
    newsroom: Newsroom,
) -> None:
    class Shy(Echo):
        def translate(self, sentences: Sequence[str]) -> list[str]:
            return ["" if "rain" in sentence else "Des mots" for sentence in sentences]

    first, second = file(newsroom, "It rains. Rain again? No."), file(newsroom, "No.")
    tally = translating(newsroom, Shy()).run(only=[("fr", first), ("fr", second)])
    assert tally.kept == {(first, "fr"): 1}


def test_the_names_of_a_release_s_contacts_stay_as_they_are(newsroom: Newsroom) -> None:
    anna = Contact(ContactKind.PERSON, "Anna Velmora", "Spokesperson")
    blocks = (Block(Kind.HEADLINE, "Good news"), Block(Kind.PARAGRAPH, "Ask Anna Velmora."))
    reading = Reading((Filing(blocks, contacts=(anna,)),))
    number = newsroom.releases.file(
        reading, Instructions("me", publish=True, new_topics=True), NOON
    )[0].release.id
    translating(newsroom, Echo()).run(only=[("fr", number)])
    assert text(newsroom, number).blocks[1].markdown == "ASK Anna Velmora."
    done = newsroom.review.correct(number, "fr", 2, "Demandez à Anna Velmara.", "me", NOON)
    assert "“Anna Velmora”" in done.slips[0].finding.says


def test_a_text_whose_source_changes_meanwhile_is_made_from_the_new_words(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, "It is raining.")
    changed = Text("en", (Block(Kind.HEADLINE, "Good news"), Block(Kind.PARAGRAPH, "It is dry.")))

    class Slow(Echo):
        def translate(self, sentences: Sequence[str]) -> list[str]:
            with newsroom.storage.write() as db:
                releases.save_text(db, number, changed, NOON)
            return super().translate(sentences)

    translating(newsroom, Slow()).run()
    assert text(newsroom, number).body[0].markdown == "IT IS DRY."


def test_what_is_missing_is_filled_when_asked(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    Translating(newsroom.storage, no_package, lambda: NOON).run()
    assert queue_missing(newsroom.storage, ["fr"], [number], NOON) == 1
    assert translating(newsroom, Echo()).run() == Tally(filled=1)
    assert queue_missing(newsroom.storage, ["fr"], [], NOON) == 0


def test_machine_words_can_be_made_anew(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    engine = Echo()
    engine.name = "echo 2.0"
    assert queue_again(newsroom.storage, ["fr"], [], NOON) == 1
    translating(newsroom, engine).run()
    assert text(newsroom, number).engine == "echo 2.0"
    assert text(newsroom, number, "nl").engine == "echo 1.0"


def test_progress_counts_every_text_once(newsroom: Newsroom) -> None:
    for n in range(5):
        file(newsroom, f"It is raining, {n}.")
    steps: list[int] = []
    translating(newsroom, Echo()).run(steps.append)
    assert sum(steps) == 15


def no_package(source: str, target: str) -> Engine:
    raise NoPackage(source, target)


def test_only_what_is_asked_for_is_filled(newsroom: Newsroom) -> None:
    first, second = file(newsroom, "One."), file(newsroom, "Two.")
    assert translating(newsroom, Echo()).run(only=[("fr", second)]) == Tally(filled=1)
    assert set(newsroom.releases.get(first)[0].texts) == {"en"}
    assert set(newsroom.releases.get(second)[0].texts) == {"en", "fr"}


def test_one_bad_text_does_not_cost_those_it_was_sent_with(newsroom: Newsroom) -> None:
    class Picky(Echo):
        def translate(self, sentences: Sequence[str]) -> list[str]:
            if any("poison" in sentence for sentence in sentences):
                raise MemoryError
            return super().translate(sentences)

    good, bad = file(newsroom, "It is raining."), file(newsroom, "A poison.")
    assert translating(newsroom, Picky()).run() == Tally(filled=3, failed=3)
    assert set(newsroom.releases.get(good)[0].texts) == {"en", "fr", "nl", "de"}
    assert set(newsroom.releases.get(bad)[0].texts) == {"en"}


def test_the_same_words_in_two_languages_have_two_translations(newsroom: Newsroom) -> None:
    class Named(Echo):
        def __init__(self, source: str, target: str) -> None:
            super().__init__()
            self.name = f"{source}-{target}"

    for language in ("en", "fr"):
        blocks = (Block(Kind.HEADLINE, "Location"),)
        newsroom.releases.file(
            Reading((Filing(blocks, language),)),
            Instructions("me", publish=True, new_topics=True),
            NOON,
        )
    Translating(newsroom.storage, Named, lambda: NOON).run()
    engines = {r.source: r.texts["de"].engine for r in newsroom.releases.every()}
    assert engines == {"en": "en-de", "fr": "fr-de"}


def test_only_texts_that_a_machine_had_a_hand_in_are_made_anew(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    made = text(newsroom, number).blocks
    edited = tuple(Block(block.kind, block.markdown, Origin.EDITOR) for block in made)
    with newsroom.storage.write() as db:
        releases.save_text(db, number, Text("fr", edited), NOON)
    assert queue_again(newsroom.storage, ["fr"], [], NOON) == 0


def test_what_an_engine_left_as_it_was_is_not_called_a_translation(newsroom: Newsroom) -> None:
    class Silent(Echo):
        def translate(self, sentences: Sequence[str]) -> list[str]:
            return list(sentences)

    number = file(newsroom, "It is raining.")
    assert translating(newsroom, Silent()).run().filled == 0
    assert set(newsroom.releases.get(number)[0].texts) == {"en"}


def test_words_approved_while_the_engine_works_are_not_replaced_unread(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    readiness = Readiness({"fr"})
    Translating(newsroom.storage, lambda *_: Echo(), lambda: NOON, readiness).run()
    read = text(newsroom, number)

    class Late(Echo):
        name = "late 2.0"

        def translate(self, sentences: Sequence[str]) -> list[str]:
            newsroom.review.approve(number, "fr", "an editor", NOON)
            return [f"{sentence}?" for sentence in sentences]

    queue_again(newsroom.storage, ["fr"], [], NOON)
    Translating(newsroom.storage, lambda *_: Late(), lambda: NOON, readiness).run()
    approved = text(newsroom, number)
    assert [b.markdown for b in approved.blocks] == [b.markdown for b in read.blocks]
    assert (approved.origin, approved.engine) == (Origin.EDITOR, "echo 1.0")


def test_a_text_whose_original_changed_is_filled_when_asked(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    changed = Filing((Block(Kind.HEADLINE, "Good news"), Block(Kind.PARAGRAPH, "It is dry.")))
    newsroom.revisions.revise(number, changed, "me", NOON)
    assert queue_missing(newsroom.storage, ["nl"], [number + 1], NOON) == 0
    assert queue_missing(newsroom.storage, ["nl", "fr"], [], NOON) == 2
    translating(newsroom, Echo()).run()
    assert queue_missing(newsroom.storage, ["nl", "fr"], [], NOON) == 0
    assert text(newsroom, number).body[0].markdown == "IT IS DRY."


def test_new_words_that_came_while_no_package_was_there_are_filled_when_asked(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    changed = Filing((Block(Kind.HEADLINE, "Good news"), Block(Kind.PARAGRAPH, "It is dry.")))
    newsroom.revisions.revise(number, changed, "me", NOON)
    Translating(newsroom.storage, no_package, lambda: NOON).run()
    assert translating(newsroom, Echo()).run() == Tally()
    assert queue_missing(newsroom.storage, ["fr"], [], NOON) == 1
    assert translating(newsroom, Echo()).run() == Tally(filled=1)
    assert text(newsroom, number).body[0].markdown == "IT IS DRY."
    assert queue_missing(newsroom.storage, ["fr"], [], NOON) == 0


def test_the_doctor_counts_texts_of_a_machine_from_before_checks_until_they_are_made_anew(
    newsroom: Newsroom,
) -> None:
    file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    assert "is kept with its original" in older_texts(newsroom)
    with newsroom.storage.write() as db:  # as a home was that knew no `translates`
        db.execute("UPDATE text SET translates = ''")
    assert older_texts(newsroom).startswith("3 made by a machine before")
    queue_again(newsroom.storage, ["fr", "nl", "de"], [], NOON)
    translating(newsroom, Echo()).run()
    assert "is kept with its original" in older_texts(newsroom)


def older_texts(newsroom: Newsroom) -> str:
    return {name: says for name, _, says in examine(newsroom, NOON)}["older texts"]


def test_words_that_only_wait_for_an_editor_are_not_missing(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    readiness = Readiness({"fr"})
    Translating(newsroom.storage, lambda *_: Echo(), lambda: NOON, readiness).run()
    newsroom.review.approve(number, "fr", "an editor", NOON)
    changed = Filing((Block(Kind.HEADLINE, "Good news"), Block(Kind.PARAGRAPH, "It is dry.")))
    newsroom.revisions.revise(number, changed, "me", NOON)
    Translating(newsroom.storage, lambda *_: Echo(), lambda: NOON, readiness).run()
    assert "fr" in newsroom.releases.get(number)[0].stale
    assert queue_missing(newsroom.storage, ["fr"], [], NOON) == 0
