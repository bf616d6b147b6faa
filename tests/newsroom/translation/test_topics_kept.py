"""What people say of a topic stays, and what a machine says of it is made anew."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from intake.given import Given
from intake.text import listing
from newsroom.filing.refiling import Instructions
from newsroom.translation.topic_queue import (
    queue_missing_topics,
    queue_topics_again,
)
from newsroom.translation.topic_translating import TopicTranslating
from newsroom.wiring import Newsroom
from press.errors import NoPackage, NotAllowedNow
from press.releases.release import Filing, Reading, Standing
from press.text import Block, Kind
from press.topic import Topic, TopicPart
from storage import tasks
from tests.conftest import NOON
from tests.newsroom.translation.test_topics import (
    CODES,
    DAY,
    LATER,
    MUCH_LATER,
    READ_FIRST,
    Better,
    French,
    peace,
    review,
    shown,
    translated,
)
from tests.newsroom.translation.test_translating import Broken, Echo
from translate.engine.protocol import Engine

__all__ = ["peace"]  # the fixture


def test_what_somebody_gives_wins_at_once_and_for_ever(peace: Newsroom) -> None:
    translated(peace)
    done = peace.topics.declare(Topic("peace", {"fr": "Paix"}), "me", LATER)
    assert done.is_changed
    assert done.replaced == ()  # a machine's words need no --replace
    assert shown(peace).titles["fr"] == "Paix"
    assert TopicPart.TITLE not in shown(peace).machine["fr"]
    queue_topics_again(peace.storage, CODES, LATER)
    translated(peace, Better())
    assert shown(peace).titles["fr"] == "Paix"
    assert shown(peace).titles["nl"] == "TRUCE"


def test_what_an_editor_said_gives_way_only_to_who_says_so(peace: Newsroom) -> None:
    translated(peace)
    review(peace).correct("peace", "fr", 1, "La paix", "me", LATER)
    review(peace).approve("peace", "fr", "me", LATER, [2])
    words = Topic("peace", {"fr": "Paix"}, {"fr": "La paix nous est chère."})
    with pytest.raises(NotAllowedNow, match="fr title is “La paix”, not “Paix”; fr introduction"):
        peace.topics.declare(words, "me", LATER)
    assert len(peace.topics.declare(words, "me", LATER, replaces=True).replaced) == 2
    assert shown(peace).titles["fr"] == "Paix"


def test_an_introduction_may_be_given_alone(peace: Newsroom) -> None:
    translated(peace)
    peace.topics.declare(Topic("peace", {}, {"fr": "La paix."}), "me", LATER)
    topic = shown(peace)
    assert (topic.titles["fr"], topic.introductions["fr"]) == ("PEACE", "La paix.")
    with pytest.raises(NotAllowedNow, match="fr introduction"):
        peace.topics.declare(Topic("peace", {}, {"fr": "Autre."}), "me", LATER)


def test_a_better_package_makes_a_machines_words_anew_and_never_a_persons(
    peace: Newsroom,
) -> None:
    translated(peace)
    review(peace).correct("peace", "fr", 1, "La paix", "me", LATER)
    assert queue_topics_again(peace.storage, CODES, LATER) == 3
    assert translated(peace, Better()) == 3
    topic = shown(peace)
    assert (topic.titles["fr"], topic.titles["nl"]) == ("La paix", "TRUCE")
    assert topic.introductions["fr"] == "TRUCE IS *DEAR* TO US."


def test_what_the_engine_says_anew_is_not_out_where_it_has_to_be_read_first(
    peace: Newsroom,
) -> None:
    translated(peace)
    queue_topics_again(peace.storage, CODES, LATER)
    translated(peace, Better(), reviewed=READ_FIRST)
    topic = shown(peace)
    assert "fr" not in topic.titles
    assert topic.titles["nl"] == "TRUCE"


def test_other_words_of_the_original_take_the_translations_with_them(peace: Newsroom) -> None:
    translated(peace)
    review(peace).correct("peace", "fr", 1, "La paix", "me", LATER)
    new = Topic("peace", {"en": "Peace and war"})
    peace.topics.declare(new, "me", LATER, replaces=True)
    assert set(shown(peace).titles) == {"en"}
    assert "fr" in shown(peace).introductions  # its source is the same
    translated(peace, now=MUCH_LATER)
    assert shown(peace).titles["fr"] == "PEACE AND WAR"
    (french,) = [s for s in review(peace).to_review() if s.language == "fr"]
    assert [d.words.markdown for d in french.segments[0].displaced] == ["La paix"]


def test_words_of_an_editor_return_with_the_words_they_translate(peace: Newsroom) -> None:
    review(peace).correct("peace", "fr", 1, "La paix", "me", LATER)
    for title in ("War", "Peace"):
        peace.topics.declare(Topic("peace", {"en": title}), "me", LATER, replaces=True)
    translated(peace)
    assert shown(peace).titles["fr"] == "La paix"


def test_a_change_while_the_engine_is_at_it_is_not_overwritten(peace: Newsroom) -> None:
    class Slow(Echo):
        def translate(self, sentences: Sequence[str]) -> list[str]:
            if "Peace" in sentences and not self.asked:
                peace.topics.declare(Topic("peace", {"en": "War"}), "me", LATER, replaces=True)
            return super().translate(sentences)

    translated(peace, Slow())
    assert set(shown(peace).titles.values()) == {"War", "WAR"}


def test_a_failing_engine_is_asked_again_later(peace: Newsroom) -> None:
    work = TopicTranslating(peace.storage, lambda *_: Broken(), lambda: LATER)
    assert work.run().failed == 3
    assert set(shown(peace).titles) == {"en"}
    assert translated(peace, now=NOON + DAY) == 3


def test_without_a_package_it_is_given_up_until_somebody_asks_again(peace: Newsroom) -> None:
    def none(source: str, target: str) -> Engine:
        raise NoPackage(source, target)

    work = TopicTranslating(peace.storage, none, lambda: LATER)
    assert work.run().missing == {("en", "fr"), ("en", "nl"), ("en", "de")}
    assert not peace.work.is_translation_due(NOON + DAY)
    assert queue_missing_topics(peace.storage, ("nl",), NOON + DAY) == 1
    assert translated(peace, now=NOON + DAY) == 1
    assert set(shown(peace, now=NOON + DAY).titles) == {"en", "nl"}


def test_what_is_remembered_needs_no_package(peace: Newsroom) -> None:
    for number, said in enumerate(("Paix", "La paix nous est *chère*.", "© SPF"), 1):
        review(peace).correct("peace", "fr", number, said, "me", LATER)

    def none(source: str, target: str) -> Engine:
        raise NoPackage(source, target)

    assert TopicTranslating(peace.storage, none, lambda: LATER).run().filled == 1
    assert shown(peace).credits["fr"] == "© SPF"


def test_a_home_from_before_is_filled_when_somebody_translates_what_is_missing(
    peace: Newsroom,
) -> None:
    with peace.storage.write() as db:
        db.execute("DELETE FROM task")
    assert translated(peace) == 0
    assert queue_missing_topics(peace.storage, CODES, LATER) == 3
    assert translated(peace) == 3
    assert queue_missing_topics(peace.storage, CODES, LATER) == 0


def test_words_that_no_engine_changed_leave_the_original_in_its_place(peace: Newsroom) -> None:
    class Parrot(Echo):
        def translate(self, sentences: Sequence[str]) -> list[str]:
            return list(sentences)

    translated(peace, Parrot())
    assert set(shown(peace).titles) == {"en"}
    assert all(sheet.standing is not Standing.WAITS for sheet in review(peace).to_review())


def test_a_renamed_topic_takes_its_words_along(peace: Newsroom) -> None:
    translated(peace)
    review(peace).correct("peace", "fr", 1, "La paix", "me", LATER)
    peace.topics.rename("peace", "peace-and-security", "me", LATER)
    assert shown(peace, "peace-and-security").titles["fr"] == "La paix"
    queue_topics_again(peace.storage, CODES, LATER)
    assert translated(peace, Better()) == 3
    assert shown(peace, "peace-and-security").titles["nl"] == "TRUCE"
    assert review(peace).get("peace", "fr").topic == "peace-and-security"


def test_a_topic_that_is_renamed_while_its_words_are_due_is_found(peace: Newsroom) -> None:
    peace.topics.rename("peace", "peace-and-security", "me", NOON)
    assert translated(peace) == 3


def test_a_retired_topic_keeps_its_words(peace: Newsroom) -> None:
    translated(peace)
    peace.topics.retire("peace", "", "me", LATER)
    assert shown(peace).titles["fr"] == "PEACE"


def test_a_topic_without_a_title_waits_for_one(newsroom: Newsroom) -> None:
    newsroom.releases.file(
        Reading((Filing((Block(Kind.HEADLINE, "One"),), topics=("peace",)),)),
        Instructions("me", new_topics=True),
        NOON,
    )
    assert translated(newsroom) == 0
    with newsroom.storage.read() as db:
        assert tasks.next_due(db, ["translate-topic"]) is None


def test_a_listing_as_users_send_it_is_said_with_introduction_and_credit(
    newsroom: Newsroom, seed_listing: Path
) -> None:
    given = Given(newsroom.settings.site.zone, "en")
    topic = listing.read(seed_listing.read_text("utf-8"), given).topic
    assert topic
    newsroom.topics.declare(topic, "me", NOON)
    french = review(newsroom).get(topic.slug, "fr")
    kinds = [one.source.kind for one in french.segments]
    assert kinds[0] is Kind.HEADLINE
    assert Kind.PARAGRAPH in kinds
    assert kinds[-1] is Kind.SUMMARY
    translated(newsroom, French())
    public = shown(newsroom, topic.slug)
    assert [public.titles["fr"]] == French().translate([topic.titles["en"]])
    assert public.titles["fr"] != topic.titles["en"]
    assert public.introductions["fr"] not in ("", public.introductions["en"])
    assert public.credits["fr"].startswith("©")
