"""A better package over the starter's drafts: they are made anew, and no person's word is lost."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom.running.clock import Clock
from newsroom.settings import read_settings
from newsroom.translation.packages import PackageWatch, engine_name, package_folders
from newsroom.translation.queueing import queue_rough
from newsroom.translation.tally import Tally
from newsroom.translation.worker import translate_better, translate_due
from newsroom.wiring import Newsroom
from press.text import STARTER, Block, Origin, Text
from storage.filed import asides, releases
from storage.translation import memory, rough
from tests.conftest import NOON
from tests.newsroom.translation.test_asides import filed
from tests.newsroom.translation.test_translating import Echo, file, text, translating
from tests.translate.tiny_package import make_package

HOUR = timedelta(hours=1)
CODES = ("en", "fr", "nl", "de")


class Rough(Echo):
    """The starter, as far as anybody can tell by its name."""

    name = f"{STARTER} en-fr 1.0"

    def translate(self, sentences: list[str]) -> list[str]:  # type: ignore[override]
        self.asked += sentences
        return [f"{sentence} ou presque" for sentence in sentences]


def better(source: str, target: str) -> str:
    return f"{Echo.name}" if target in CODES else ""


def correct(newsroom: Newsroom, number: int, at: int, words: str) -> Block:
    """Put an editor's words where a draft's were, as `newsroom correct` does in the end."""
    with newsroom.storage.write() as db:
        release = releases.get(db, number)
        blocks = list(release.texts["fr"].blocks)
        blocks[at] = replace(blocks[at], markdown=words, origin=Origin.EDITOR, engine="")
        releases.save_text(db, number, Text("fr", tuple(blocks)), NOON)
        pair = memory.Pair("en", "fr")
        memory.remember(db, pair, {blocks[at].of: blocks[at]}, NOON)
    return blocks[at]


def drafted(newsroom: Newsroom, *paragraphs: str) -> int:
    number = file(newsroom, *paragraphs)
    translating(newsroom, Rough()).run()
    assert all(block.is_rough for block in text(newsroom, number).blocks)
    return number


def test_what_the_starter_made_is_made_anew_and_an_editor_s_words_stay(
    newsroom: Newsroom,
) -> None:
    number = drafted(newsroom, "It is raining.", "It is cold.")
    words = correct(newsroom, number, 1, "Il pleut.")
    assert queue_rough(newsroom.storage, CODES, better, NOON + HOUR) == 3
    engine = Echo()
    assert translating(newsroom, engine, NOON + HOUR).run() == Tally(filled=3)
    french = text(newsroom, number).blocks
    assert french[1] == words
    assert [block.markdown for block in french] == ["GOOD NEWS", "Il pleut.", "IT IS COLD."]
    assert not any(block.is_rough for block in french)
    assert "It is cold." in engine.asked
    assert queue_rough(newsroom.storage, CODES, better, NOON + HOUR) == 0


def test_what_an_editor_approved_of_the_starter_s_words_stays_in_its_name(
    newsroom: Newsroom,
) -> None:
    number = drafted(newsroom, "It is raining.")
    with newsroom.storage.write() as db:
        blocks = releases.get(db, number).texts["fr"].blocks
        read = tuple(replace(block, origin=Origin.EDITOR) for block in blocks)
        releases.save_text(db, number, Text("fr", read), NOON)
    assert queue_rough(newsroom.storage, ["fr"], better, NOON + HOUR) == 0
    assert text(newsroom, number).blocks == read


def test_words_of_the_starter_are_remembered_for_the_starter_alone(newsroom: Newsroom) -> None:
    drafted(newsroom, "It is raining.")
    same, other = Rough(), Echo()
    file(newsroom, "It is raining.", headline="Again")
    translating(newsroom, same).run()
    assert set(same.asked) == {"Again"}
    second = file(newsroom, "It is raining.", headline="And again")
    translating(newsroom, other).run()
    assert set(other.asked) == {"And again", "It is raining."}
    assert not any(block.is_rough for block in text(newsroom, second).blocks)


def test_an_editor_s_words_for_a_block_are_remembered_whatever_engine_is_asked(
    newsroom: Newsroom,
) -> None:
    words = correct(newsroom, drafted(newsroom, "It is raining."), 1, "Il pleut.")
    second = file(newsroom, "It is raining.", headline="Again")
    translating(newsroom, Echo()).run()
    assert text(newsroom, second).blocks[1] == words


def test_until_the_new_words_are_there_the_draft_stays(newsroom: Newsroom) -> None:
    number = drafted(newsroom, "It is raining.")
    before = text(newsroom, number)
    queue_rough(newsroom.storage, CODES, better, NOON + HOUR)
    assert text(newsroom, number) == before


def test_nothing_is_due_while_nothing_better_is_there(newsroom: Newsroom) -> None:
    drafted(newsroom, "It is raining.")
    for name in ("", Rough.name):
        assert queue_rough(newsroom.storage, CODES, lambda *_, name=name: name, NOON) == 0


def test_only_what_is_asked_for_is_made_due(newsroom: Newsroom) -> None:
    first, second = drafted(newsroom, "It is raining."), drafted(newsroom, "It is cold.")
    assert queue_rough(newsroom.storage, ["fr"], better, NOON, [second]) == 1
    translating(newsroom, Echo()).run()
    assert text(newsroom, first).blocks[1].is_rough
    assert not text(newsroom, second).blocks[1].is_rough


def test_a_withdrawn_release_is_left_as_it_was(newsroom: Newsroom) -> None:
    number = drafted(newsroom, "It is raining.")
    with newsroom.storage.write() as db:
        releases.withdraw(db, number, "a mistake", NOON)
    assert queue_rough(newsroom.storage, CODES, better, NOON) == 0


def test_the_starter_is_the_last_that_is_asked(newsroom: Newsroom) -> None:
    folders = package_folders(newsroom.settings)
    assert folders[:-1] == newsroom.settings.packages
    assert engine_name("en", "fr", folders) == f"{STARTER} en-fr 1.0"
    make_package(newsroom.settings.packages[0])
    assert engine_name("en", "fr", folders) == "argos en-fr 0.1"
    assert engine_name("en", "it", folders) == ""


def test_where_the_setting_says_off_the_starter_is_not_there(tmp_path: Path) -> None:
    settings = read_settings({"NEWSROOM_STARTER": "off", "NEWSROOM_MODELS": ""}, tmp_path, "")
    assert package_folders(settings) == settings.packages == (tmp_path / "packages",)


def test_where_the_original_stands_in_for_the_starter_s_words_a_better_package_is_asked_too(
    newsroom: Newsroom,
) -> None:
    number = drafted(newsroom, "It is raining.")
    with newsroom.storage.write() as db:
        release = releases.get(db, number)
        headline = replace(release.texts["fr"].blocks[0], origin=Origin.EDITOR)
        source = release.original.blocks[1]
        stands_in = replace(source, of=source.digest)
        releases.save_text(db, number, Text("fr", (headline, stands_in)), NOON)
    assert queue_rough(newsroom.storage, ["fr"], better, NOON) == 1
    translating(newsroom, Echo()).run()
    assert text(newsroom, number).blocks[0] == headline
    assert text(newsroom, number).blocks[1].markdown == "IT IS RAINING."
    assert queue_rough(newsroom.storage, ["fr"], better, NOON) == 0


def test_what_stands_beside_a_text_is_made_anew_with_it(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    translating(newsroom, Rough()).run()
    assert engines_beside(newsroom, number) == {"glossary", Rough.name}
    correct(newsroom, number, 0, "Il pleut.")
    correct(newsroom, number, 1, "Il pleut.")
    assert queue_rough(newsroom.storage, ["fr"], better, NOON) == 1
    translating(newsroom, Echo()).run()
    assert engines_beside(newsroom, number) == {"glossary", Echo.name}
    assert queue_rough(newsroom.storage, ["fr"], better, NOON) == 0


def engines_beside(newsroom: Newsroom, number: int) -> set[str]:
    """Who said what stands beside the French."""
    with newsroom.storage.read() as db:
        return {aside.words.engine for aside in asides.of(db, number, "fr").values()}


def test_a_watch_sees_each_change_once_and_waits_until_a_file_is_whole(tmp_path: Path) -> None:
    watch = PackageWatch([tmp_path / "packages", tmp_path / "gone"])
    assert [watch.look() for _ in range(3)] == [False, True, False]
    (tmp_path / "packages").mkdir()
    coming = tmp_path / "packages" / "new.argosmodel"
    for _ in range(3):
        with coming.open("ab") as part:
            part.write(b"more")
        assert not watch.look()
    assert [watch.look() for _ in range(3)] == [True, False, False]
    (tmp_path / "packages" / ".downloads").mkdir()
    assert [watch.look() for _ in range(2)] == [False, False]
    coming.unlink()
    assert [watch.look() for _ in range(3)] == [False, True, False]
    watch.forget()
    assert [watch.look() for _ in range(2)] == [True, False]


def test_the_clock_looks_for_drafts_once_when_other_packages_lie_there(
    newsroom: Newsroom,
) -> None:
    clock = Clock(newsroom)
    assert [clock._work_for_an_engine() for _ in range(3)] == [None, None, None]  # no draft
    drafted(newsroom, "It is raining.")
    assert [clock._work_for_an_engine() for _ in range(3)] == [None, None, None]
    make_package(newsroom.settings.packages[0])
    found = [clock._work_for_an_engine() for _ in range(3)]
    assert found == [None, translate_better, None]


@pytest.mark.waits
def test_from_the_starter_to_a_package_no_person_s_word_is_lost(newsroom: Newsroom) -> None:
    number = file(newsroom, "The river is low again.", "It is raining.")
    translate_due(newsroom.settings)
    assert {block.engine for block in text(newsroom, number).blocks} == {f"{STARTER} en-fr 1.0"}
    words = correct(newsroom, number, 2, "Il pleut.")
    make_package(newsroom.settings.packages[0])
    assert translate_better(newsroom.settings).filled == 1
    french = text(newsroom, number).blocks
    assert french[2] == words
    assert {block.engine for block in french} == {"argos en-fr 0.1", ""}
    assert text(newsroom, number, "nl").blocks[1].is_rough
    with newsroom.storage.read() as db:
        assert rough.is_any(db)
    assert translate_better(newsroom.settings) == Tally()
