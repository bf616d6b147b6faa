"""Topics in every language: what is made, what the public reads of it, and what it never undoes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from newsroom.filing.refiling import Instructions
from newsroom.review.topics import TopicReview
from newsroom.translation.queueing import queue_rough
from newsroom.translation.rough import take_back
from newsroom.translation.topic_translating import TopicTranslating
from newsroom.wiring import Newsroom
from press.embargo import embargo_from
from press.errors import NotPublic
from press.finding import Finding, Severity
from press.glossary import Term
from press.releases.readiness import Readiness, Starter
from press.releases.release import Reading, Standing
from press.releases.review import Sheet
from press.text import STARTER, Block, Kind, Origin
from press.topic import Topic, TopicPart
from storage.translation import memory
from storage.translation.memory import Pair
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import filing
from tests.newsroom.public.test_front import feed
from tests.newsroom.translation.test_translating import Echo
from translate.engine.protocol import Engine

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
LATER, MUCH_LATER = NOON + MINUTE, NOON + 2 * MINUTE
CODES = ("en", "fr", "nl", "de")
PEACE = Topic("peace", {"en": "Peace"}, {"en": "Peace is *dear* to us."}, "© Belgian MFA")
READ_FIRST = frozenset({"fr"})


class Better(Echo):
    name = "better 2.0"

    def translate(self, sentences: Sequence[str]) -> list[str]:
        return [said.replace("PEACE", "TRUCE") for said in super().translate(sentences)]


class French(Echo):
    """Says small words in French: English that is only louder is English still, and blocked."""

    name = "french 1.0"

    def translate(self, sentences: Sequence[str]) -> list[str]:
        self.asked += sentences
        return [re.sub(r"\w+", _in_french, sentence) for sentence in sentences]


def _in_french(word: re.Match[str]) -> str:
    small = ("la", "les", "pour", "avec")[len(word[0]) % 4]
    return small if word[0].islower() else word[0].upper()


def translated(
    newsroom: Newsroom,
    engine: Engine | None = None,
    now: datetime = LATER,
    reviewed: frozenset[str] = frozenset(),
    starter: Starter = Starter.DRAFTS,
) -> int:
    made, readiness = engine or Echo(), Readiness(reviewed, starter)
    work = TopicTranslating(newsroom.storage, lambda *_: made, lambda: now, readiness)
    return work.run().filled


def review(newsroom: Newsroom, reviewed: frozenset[str] = frozenset()) -> TopicReview:
    return TopicReview(newsroom.storage, newsroom.settings.site, Readiness(reviewed))


def shown(newsroom: Newsroom, slug: str = "peace", now: datetime = MUCH_LATER) -> Topic:
    """What the public may know of a topic."""
    return newsroom.front.edition(feed(newsroom, topic=slug), now).topic


def changed_at(newsroom: Newsroom) -> datetime:
    return newsroom.front.edition(feed(newsroom, topic="peace"), MUCH_LATER).changed


def words(sheet: Sheet) -> list[str]:
    return [block.markdown for block in sheet.blocks]


@pytest.fixture
def peace(newsroom: Newsroom) -> Newsroom:
    newsroom.topics.declare(PEACE, "me", NOON)
    return newsroom


def test_a_topic_is_said_in_every_language_in_which_nobody_gave_it(peace: Newsroom) -> None:
    assert translated(peace) == 3
    topic = shown(peace)
    assert topic.titles == {"en": "Peace", "fr": "PEACE", "nl": "PEACE", "de": "PEACE"}
    assert topic.introductions["fr"] == "PEACE IS *DEAR* TO US."
    assert topic.credits["fr"].startswith("© BELGIAN")
    assert topic.machine["fr"] == (TopicPart.CREDIT, TopicPart.INTRODUCTION, TopicPart.TITLE)
    assert "en" not in topic.machine


def test_nothing_is_due_of_a_topic_that_somebody_gave_every_word(newsroom: Newsroom) -> None:
    newsroom.topics.declare(Topic("peace", dict.fromkeys(CODES, "Peace")), "me", NOON)
    assert translated(newsroom) == 0
    assert not newsroom.work.is_translation_due(LATER)


def test_the_process_that_translates_is_started_for_a_topic_alone(peace: Newsroom) -> None:
    assert peace.work.is_translation_due(LATER)
    translated(peace)
    assert not peace.work.is_translation_due(MUCH_LATER)


def test_each_part_is_made_from_the_language_in_which_it_was_given_first(
    newsroom: Newsroom,
) -> None:
    newsroom.topics.declare(Topic("peace", {"en": "Peace"}), "me", NOON)
    newsroom.topics.declare(Topic("peace", {"fr": "Paix"}, {"fr": "Le début."}), "me", NOON)
    asked = []

    def engine(source: str, target: str) -> Engine:
        asked.append((source, target))
        return Echo()

    TopicTranslating(newsroom.storage, engine, lambda: LATER).run()
    assert set(asked) == {("fr", "en"), ("en", "nl"), ("fr", "nl"), ("en", "de"), ("fr", "de")}
    topic = shown(newsroom)
    assert (topic.titles["nl"], topic.introductions["nl"]) == ("PEACE", "LE DÉBUT.")
    assert topic.titles["fr"] == "Paix"
    assert topic.introductions["en"] == "LE DÉBUT."


def test_an_introduction_keeps_its_paragraphs(newsroom: Newsroom) -> None:
    said = {"en": "One.\n\n- two\n- three\n\nFour."}
    newsroom.topics.declare(Topic("peace", {"en": "Peace"}, said), "me", NOON)
    translated(newsroom)
    assert shown(newsroom).introductions["fr"] == "ONE.\n\n- TWO\n- THREE\n\nFOUR."


def test_official_names_come_from_the_glossary(peace: Newsroom) -> None:
    term = Term("en", "fr", "Belgian MFA", "SPF Affaires étrangères")
    peace.glossary.keep([term], "me", NOON)
    translated(peace)
    assert shown(peace).credits["fr"] == "© SPF Affaires étrangères"


def test_a_machines_title_is_no_term_of_the_glossary_until_an_editor_answers_for_it(
    peace: Newsroom,
) -> None:
    def title_terms() -> list[str]:
        seeds = peace.glossary.every(seeds=True)
        return [t.translation for t in seeds if t.note == "topic" and t.target == "fr"]

    translated(peace)
    assert title_terms() == []
    review(peace).approve("peace", "fr", "me", MUCH_LATER, [1])
    assert title_terms() == ["PEACE"]


def test_words_that_wait_for_an_editor_are_where_no_public_query_looks(peace: Newsroom) -> None:
    before = peace.front.generation(), changed_at(peace)
    translated(peace, reviewed=frozenset(CODES))
    assert (peace.front.generation(), changed_at(peace)) == before
    assert shown(peace) == replace(PEACE)
    assert [s.standing for s in review(peace).to_review()] == [Standing.WAITS] * 3
    with peace.storage.read() as db:
        assert db.execute("SELECT COUNT(*) FROM topic_block").fetchone()[0] == 0


def test_words_that_a_check_blocks_hold_back_what_goes_with_them(peace: Newsroom) -> None:
    source = Block(Kind.PARAGRAPH, PEACE.introductions["en"])
    bad = Finding("numbers", Severity.BLOCKS, "a number is another")
    made = Block(Kind.PARAGRAPH, "42", Origin.MACHINE, "echo 1.0", source.digest, (bad,))
    with peace.storage.write() as db:
        memory.remember(db, Pair("en", "fr"), {source.digest: made}, NOON, [source])
    translated(peace)
    topic = shown(peace)
    assert "fr" not in topic.titles
    assert "fr" not in topic.introductions
    assert topic.titles["nl"] == "PEACE"
    (waiting,) = review(peace).to_review()
    assert (waiting.language, waiting.standing) == ("fr", Standing.WAITS)


class Rough(Echo):
    name = f"{STARTER} en-fr 1.0"


def test_the_starters_words_wait_by_default(peace: Newsroom) -> None:
    translated(peace, Rough())
    assert shown(peace) == PEACE
    review(peace).approve("peace", "fr", "me", MUCH_LATER)
    assert set(shown(peace).titles) == {"en", "fr"}
    assert shown(peace).machine == {}


def test_where_the_starters_words_are_public_they_are_known_as_rough(peace: Newsroom) -> None:
    translated(peace, Rough(), starter=Starter.ON)
    topic = shown(peace)
    assert topic.titles["fr"] == "PEACE"
    assert topic.rough == topic.machine
    assert take_back(peace.storage, Readiness(starter=Starter.ON), MUCH_LATER) == 0
    assert take_back(peace.storage, Readiness(), MUCH_LATER) == 3
    assert shown(peace) == PEACE
    assert changed_at(peace) == MUCH_LATER
    assert take_back(peace.storage, Readiness(), MUCH_LATER) == 0


def test_a_part_of_the_starters_that_must_not_go_out_unread_stands_in_the_original(
    peace: Newsroom,
) -> None:
    translated(peace, Rough(), starter=Starter.ON)
    room = TopicReview(peace.storage, peace.settings.site, Readiness(starter=Starter.ON))
    room.reject("peace", "fr", "me", MUCH_LATER, [2])
    topic = shown(peace)
    assert topic.titles["fr"] == "PEACE"
    assert "fr" not in topic.introductions


def test_only_where_another_engine_would_speak_the_starters_words_are_made_anew(
    peace: Newsroom,
) -> None:
    translated(peace, Rough(), starter=Starter.ON)
    review(peace).correct("peace", "fr", 1, "La paix", "me", LATER)

    def name(source: str, target: str) -> str:
        return {"fr": "argos en-fr 1.9", "nl": Rough.name}.get(target, "")

    assert queue_rough(peace.storage, CODES, name, MUCH_LATER) == 1
    assert peace.work.is_translation_due(MUCH_LATER)


def test_a_better_package_takes_the_starters_place_and_no_persons(peace: Newsroom) -> None:
    translated(peace, Rough())
    review(peace).correct("peace", "fr", 1, "La paix", "me", LATER)
    review(peace).approve("peace", "fr", "me", LATER, [2])
    assert queue_rough(peace.storage, CODES, lambda *_: Better.name, LATER) == 3
    assert queue_rough(peace.storage, CODES, lambda *_: Better.name, LATER, [1]) == 0
    assert translated(peace, Better()) == 3
    topic = shown(peace)
    assert (topic.titles["fr"], topic.titles["nl"]) == ("La paix", "TRUCE")
    assert topic.introductions["fr"] == "PEACE IS *DEAR* TO US."
    assert queue_rough(peace.storage, CODES, lambda *_: Better.name, MUCH_LATER) == 0


def test_feed_and_validators_move_when_words_come(peace: Newsroom) -> None:
    assert changed_at(peace) == NOON
    before = peace.front.generation()
    translated(peace)
    assert changed_at(peace) == LATER
    assert peace.front.generation() > before


def test_words_that_were_made_before_change_nothing_when_they_are_made_due_again(
    peace: Newsroom,
) -> None:
    translated(peace)
    before = peace.front.generation()
    with peace.storage.write() as db:
        db.execute("UPDATE task SET finished_at = NULL, leased_until = 0")
    engine = Echo()
    translated(peace, engine, MUCH_LATER)
    assert engine.asked == []
    assert (peace.front.generation(), changed_at(peace)) == (before, LATER)


def test_a_topic_that_only_an_embargoed_release_names_stays_secret(newsroom: Newsroom) -> None:
    told = Instructions("me", new_topics=True, embargo=embargo_from(NOON + DAY, "UTC"))
    listing = Reading((filing("Soon", topics=("peace",)),), PEACE)
    newsroom.releases.file(listing, told, NOON)
    assert translated(newsroom) == 3
    assert newsroom.front.topics(MUCH_LATER) == ()
    with pytest.raises(NotPublic):
        shown(newsroom)
    assert shown(newsroom, now=NOON + DAY).titles["fr"] == "PEACE"
