"""The starter's words: drafts by default, public only where the setting says so."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom.review.review import Review
from newsroom.settings import read_settings
from newsroom.translation.queueing import queue_again
from newsroom.translation.rough import take_back
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom
from press.finding import Severity
from press.public.edition import Entry
from press.releases.readiness import BY_DEFAULT, Readiness, Starter
from press.releases.release import Standing
from press.text import STARTER, Origin, Text
from storage import journal
from storage.conditions import ROUGH
from storage.filed import releases
from tests.conftest import NOON
from tests.newsroom.releases.test_life import edition
from tests.newsroom.translation.test_translating import Echo, file, text

HOUR = timedelta(hours=1)
ON = Readiness(starter=Starter.ON)
RAIN = "It is raining today."


class Rough(Echo):
    name = f"{STARTER} en-fr 1.0"


def made(newsroom: Newsroom, readiness: Readiness = BY_DEFAULT, *paragraphs: str) -> int:
    number = file(newsroom, *(paragraphs or (RAIN,)))
    newsroom.life.publish(number, "me", NOON)
    fill(newsroom, readiness)
    return number


def fill(newsroom: Newsroom, readiness: Readiness = BY_DEFAULT) -> None:
    Translating(newsroom.storage, lambda *_: Rough(), lambda: NOON, readiness).run()


def shown(newsroom: Newsroom, code: str = "fr") -> Entry:
    return edition(newsroom, NOON, code).entries[0]


def under(newsroom: Newsroom, readiness: Readiness) -> Newsroom:
    """The same newsroom under another rule."""
    review = Review(newsroom.storage, newsroom.settings.site, readiness)
    return replace(newsroom, review=review)


def test_by_default_the_original_stands_in_for_the_starters_words(newsroom: Newsroom) -> None:
    number = made(newsroom)
    assert newsroom.settings.readiness.starter is Starter.DRAFTS
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.WAITS
    assert (shown(newsroom).text.language, shown(newsroom).languages) == ("en", ("en",))
    assert [sheet.language for sheet in newsroom.sheets.to_review()] == ["de", "fr", "nl"]


def test_one_block_approved_lets_nothing_out_and_all_of_them_the_text(newsroom: Newsroom) -> None:
    number = made(newsroom)
    assert not newsroom.review.approve(number, "fr", "me", NOON, [1]).is_ready
    assert shown(newsroom).text.language == "en"
    assert newsroom.review.approve(number, "fr", "me", NOON, [2]).is_ready
    assert shown(newsroom).text.language == "fr"
    assert shown(newsroom, "nl").text.language == "en"


def test_where_it_is_on_they_are_public_at_once_and_known_as_rough(newsroom: Newsroom) -> None:
    number = made(newsroom, ON)
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.MACHINE
    assert shown(newsroom).text.language == "fr"
    assert shown(newsroom).text.is_rough


def test_what_is_held_back_is_shown_in_the_original_and_reviewed_in_the_engines_words(
    newsroom: Newsroom,
) -> None:
    number = made(newsroom, ON, RAIN, "It is cold today.")
    newsroom = under(newsroom, ON)
    newsroom.review.reject(number, "fr", "me", NOON, [2])  # now it must not go out
    entry = shown(newsroom)
    assert entry.text.language == "fr"
    assert [entry.language_of(block) for block in entry.text.blocks] == ["fr", "en", "fr"]
    assert entry.text.blocks[1].markdown == RAIN
    (again,) = [s for s in newsroom.sheets.to_review() if s.language == "fr"]
    assert again.segments[1].target
    assert again.segments[1].target.markdown == RAIN.upper()
    assert any(f.severity is Severity.BLOCKS for f in again.segments[1].target.findings)
    newsroom.review.approve(number, "fr", "me", NOON, [2], despite=True)
    assert not shown(newsroom).is_partial


def test_an_approval_taken_back_follows_the_setting(newsroom: Newsroom) -> None:
    number = made(newsroom)
    newsroom.review.approve(number, "fr", "me", NOON)
    assert shown(newsroom).text.language == "fr"
    assert not newsroom.review.unapprove(number, "fr", "me", NOON, [2]).is_ready
    assert shown(newsroom).text.language == "en"


def test_what_was_public_while_it_was_on_waits_once_it_is_not(newsroom: Newsroom) -> None:
    number = made(newsroom, ON)
    before = shown(newsroom).changed
    assert take_back(newsroom.storage, ON, NOON + HOUR) == 0
    assert take_back(newsroom.storage, Readiness(), NOON + HOUR) == 3
    assert take_back(newsroom.storage, Readiness(), NOON + HOUR) == 0
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.WAITS
    entry = edition(newsroom, NOON + HOUR, "fr").entries[0]
    assert entry.text.language == "en"
    assert entry.changed > before
    with newsroom.storage.read() as db:
        lines = [line.verb for line in journal.of_release(db, number)]
    assert {"took back fr", "took back nl", "took back de"} <= set(lines)


def test_a_persons_words_stay_public_when_the_starters_are_taken_back(newsroom: Newsroom) -> None:
    number = made(newsroom, ON)
    newsroom.review.approve(number, "nl", "me", NOON)
    assert take_back(newsroom.storage, Readiness(), NOON + HOUR) == 2
    assert shown(newsroom, "nl").text.language == "nl"
    assert shown(newsroom, "fr").text.language == "en"
    assert text(newsroom, number, "nl").origin is Origin.EDITOR


def test_what_waits_goes_out_once_it_is_on_and_made_again(newsroom: Newsroom) -> None:
    number = made(newsroom)
    queue_again(newsroom.storage, ["fr"], [number], NOON)
    fill(newsroom, ON)
    assert shown(newsroom).text.language == "fr"


def test_a_memory_for_others_has_no_words_of_the_starters_unread(newsroom: Newsroom) -> None:
    number = made(newsroom)
    assert newsroom.exchange.memory(("en", "fr")) == []
    newsroom.review.approve(number, "fr", "me", NOON, [2])
    assert [one.words.markdown for one in newsroom.exchange.memory(("en", "fr"))] == [RAIN.upper()]


def test_rough_texts_are_found_by_their_own_index(newsroom: Newsroom) -> None:
    with newsroom.storage.read() as db:
        plan = db.execute(f"EXPLAIN QUERY PLAN SELECT 1 FROM block WHERE {ROUGH}").fetchall()
    assert any("block_rough" in str(tuple(row)) for row in plan), [tuple(row) for row in plan]


@pytest.mark.parametrize("starter", list(Starter))
def test_the_setting_is_read_by_its_name(starter: Starter) -> None:
    settings = read_settings({"NEWSROOM_STARTER": starter.value}, Path("home"), "")
    assert settings.readiness.starter is starter


def test_taking_back_leaves_the_text_of_a_withdrawn_release_whole(newsroom: Newsroom) -> None:
    number = made(newsroom, ON)
    before = text(newsroom, number).blocks
    newsroom.life.withdraw(number, "Wrong figures", "me", NOON + HOUR)
    take_back(newsroom.storage, Readiness(), NOON + HOUR)
    assert text(newsroom, number).blocks == before
    assert newsroom.releases.get(number)[0].waiting >= {"fr"}
    newsroom.life.publish(number, "me", NOON + HOUR)
    assert edition(newsroom, NOON + HOUR, "fr").entries[0].text.language == "en"


def test_a_text_without_blocks_is_never_kept(newsroom: Newsroom) -> None:
    number = made(newsroom)
    with pytest.raises(ValueError, match="fr"), newsroom.storage.write() as db:
        releases.save_text(db, number, Text("fr", ()), NOON, ready=True)
