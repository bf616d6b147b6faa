"""What editors say of topics: kept, public, and never a machine's again."""

import pytest

from newsroom.review.topics import TopicReview
from newsroom.translation.topic_queue import queue_topics_again
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, Refusal
from press.finding import Finding, Severity
from press.releases.release import Standing
from press.text import Block, Kind, Origin
from press.topic import Topic, TopicPart
from storage.translation import memory
from storage.translation.memory import Pair
from tests.newsroom.translation.test_topics import (
    CODES,
    LATER,
    MUCH_LATER,
    PEACE,
    Better,
    peace,
    review,
    shown,
    translated,
)
from tests.newsroom.translation.test_translating import Echo, file, translating

__all__ = ["peace"]  # the fixture

ALL_READ = frozenset(CODES)
FRENCH = ["PEACE", "PEACE IS *DEAR* TO US.", "© BELGIAN MFA"]


@pytest.fixture
def waiting(peace: Newsroom) -> Newsroom:
    """A topic whose words in every other language wait for an editor."""
    translated(peace, reviewed=ALL_READ)
    return peace


def rooms(newsroom: Newsroom) -> TopicReview:
    return review(newsroom, ALL_READ)


def test_title_introduction_and_credit_are_its_blocks(waiting: Newsroom) -> None:
    sheet = rooms(waiting).get("peace", "fr")
    assert [one.source.markdown for one in sheet.segments] == [
        PEACE.titles["en"],
        PEACE.introductions["en"],
        PEACE.credit,
    ]
    assert (sheet.standing, sheet.about, sheet.name) == (
        Standing.WAITS,
        "topic peace",
        "topic:peace",
    )


def test_approving_one_block_lets_that_out_and_no_more(waiting: Newsroom) -> None:
    done = rooms(waiting).approve("peace", "fr", "me", LATER, [1])
    assert not done.is_ready
    topic = shown(waiting)
    assert topic.titles == {"en": "Peace", "fr": "PEACE"}
    assert set(topic.introductions) == {"en"}
    assert topic.credits == {}
    assert topic.machine == {}


def test_approving_all_of_it_lets_all_of_it_out(waiting: Newsroom) -> None:
    done = rooms(waiting).approve("peace", "fr", "me", LATER)
    assert done.is_ready
    assert done.sheet.standing is Standing.REVIEWED
    topic = shown(waiting)
    assert [topic.titles["fr"], topic.introductions["fr"], topic.credits["fr"]] == FRENCH
    assert topic.machine == {}


def test_approved_words_stay_whatever_is_made_anew(waiting: Newsroom) -> None:
    rooms(waiting).approve("peace", "fr", "me", LATER)
    before = shown(waiting)
    queue_topics_again(waiting.storage, CODES, LATER)
    translated(waiting, Better(), MUCH_LATER)
    after = shown(waiting)
    assert (after.titles["fr"], after.introductions["fr"]) == (
        before.titles["fr"],
        before.introductions["fr"],
    )


def test_only_what_the_editor_was_shown_is_approved(waiting: Newsroom) -> None:
    room = rooms(waiting)
    with pytest.raises(NotAllowedNow, match="has not looked at the fr text of topic peace"):
        room.as_seen("peace", "fr", "me")
    seen = room.get("peace", "fr")
    room.note_look(seen, "me")
    assert room.as_seen("peace", "fr", "me") == seen.as_shown
    room.correct("peace", "fr", 1, "La paix", "you", LATER)
    with pytest.raises(NotAllowedNow, match="have changed since they were shown"):
        room.approve("peace", "fr", "me", LATER, as_shown=seen.as_shown)


def test_a_corrected_word_is_out_at_once_and_stays(waiting: Newsroom) -> None:
    rooms(waiting).correct("peace", "fr", 1, "La paix", "me", LATER)
    assert shown(waiting).titles["fr"] == "La paix"
    queue_topics_again(waiting.storage, CODES, LATER)
    translated(waiting, Better(), MUCH_LATER)
    assert shown(waiting).titles["fr"] == "La paix"


def test_what_the_checks_say_of_a_correction_is_told(peace: Newsroom) -> None:
    peace.topics.declare(Topic("aid", {"en": "Aid until 2030"}), "me", LATER)
    done = rooms(peace).correct("aid", "fr", 1, "Aide", "me", LATER)
    assert [slip.finding.check for slip in done.slips] == ["numbers"]


def test_rejected_words_leave_the_public_and_the_engine_is_not_asked_again(
    peace: Newsroom,
) -> None:
    translated(peace)
    done = review(peace, frozenset()).reject("peace", "fr", "me", LATER, [1])
    assert not done.is_ready
    assert "fr" not in shown(peace).titles
    assert "fr" not in shown(peace).introductions
    engine = Echo()
    queue_topics_again(peace.storage, ["fr"], LATER)
    translated(peace, engine, MUCH_LATER)
    assert "Peace" not in engine.asked
    assert "fr" not in shown(peace).titles
    translated_by_another(peace)
    assert shown(peace).titles["fr"] == "TRUCE"


def translated_by_another(newsroom: Newsroom) -> None:
    queue_topics_again(newsroom.storage, ["fr"], LATER)
    translated(newsroom, Better(), MUCH_LATER)


def test_an_approval_in_a_release_that_is_taken_back_leaves_the_topics(
    waiting: Newsroom,
) -> None:
    number = file(waiting, "It is raining.", headline=PEACE.titles["en"])
    translating(waiting, Echo()).run()
    waiting.review.approve(number, "fr", "me", LATER)
    rooms(waiting).approve("peace", "fr", "me", LATER)
    waiting.review.unapprove(number, "fr", "me", LATER)
    queue_topics_again(waiting.storage, CODES, LATER)
    translated(waiting, Better(), MUCH_LATER)
    assert shown(waiting).titles["fr"] == "PEACE"
    assert rooms(waiting).get("peace", "fr").standing is Standing.REVIEWED


def test_an_approval_is_taken_back_and_the_words_wait_again(waiting: Newsroom) -> None:
    before = shown(waiting)
    rooms(waiting).approve("peace", "fr", "me", LATER, [1, 2])
    rooms(waiting).correct("peace", "fr", 3, "© SPF", "me", LATER)
    done = rooms(waiting).unapprove("peace", "fr", "me", MUCH_LATER)
    assert (done.at, done.is_ready, done.sheet.standing) == ((1, 2), False, Standing.WAITS)
    assert shown(waiting).titles == before.titles
    assert shown(waiting).credits["fr"] == "© SPF"
    assert [block.markdown for block in done.sheet.blocks] == [*FRENCH[:2], "© SPF"]
    with pytest.raises(
        NotAllowedNow, match=r"its words are an editor's own\. newsroom correct topic"
    ):
        rooms(waiting).unapprove("peace", "fr", "me", MUCH_LATER, [3])
    with pytest.raises(NotAllowedNow, match="no fr words of topic peace were only approved"):
        rooms(waiting).unapprove("peace", "fr", "me", MUCH_LATER)


def test_where_a_machines_words_are_public_an_approval_taken_back_marks_them_again(
    peace: Newsroom,
) -> None:
    translated(peace)
    review(peace).approve("peace", "fr", "me", LATER)
    assert "fr" not in shown(peace).machine
    review(peace).unapprove("peace", "fr", "me", MUCH_LATER, [1])
    assert shown(peace).titles["fr"] == "PEACE"
    assert shown(peace).machine["fr"] == (TopicPart.TITLE,)


def test_what_somebody_gave_is_not_reviewed(waiting: Newsroom) -> None:
    with pytest.raises(NotAllowedNow, match="was given all its words in en"):
        rooms(waiting).get("peace", "en")
    waiting.topics.declare(Topic("peace", {"fr": "Paix"}), "me", LATER)
    sheet = rooms(waiting).get("peace", "fr")
    assert sheet.segments[0].source.markdown == PEACE.introductions["en"]
    with pytest.raises(Refusal, match="there is no topic war"):
        rooms(waiting).get("war", "fr")


def test_what_waits_is_listed_before_what_only_has_findings(peace: Newsroom) -> None:
    translated(peace, reviewed=frozenset({"nl"}))
    room = review(peace, frozenset({"nl"}))
    found = [(sheet.language, sheet.standing) for sheet in room.to_review()]
    assert found[0] == ("nl", Standing.WAITS)


def test_every_act_is_in_the_journal(waiting: Newsroom) -> None:
    rooms(waiting).approve("peace", "fr", "anna", LATER, [1])
    rooms(waiting).reject("peace", "fr", "ben", LATER, [2])
    with waiting.storage.read() as db:
        lines = db.execute("SELECT who, verb, note FROM journal ORDER BY id").fetchall()
    assert [tuple(line) for line in lines[-2:]] == [
        ("anna", "approved fr", "topic peace: block 1"),
        ("ben", "rejected fr", "topic peace: block 2"),
    ]
    assert TopicPart.TITLE not in shown(waiting).machine.get("fr", ())


def test_what_blocks_is_said_once_more_before_it_is_approved(peace: Newsroom) -> None:
    source = Block(Kind.HEADLINE, PEACE.titles["en"])
    bad = Finding("names", Severity.BLOCKS, "somebody is called otherwise")
    made = Block(Kind.HEADLINE, "42", Origin.MACHINE, "echo 1.0", source.digest, (bad,))
    with peace.storage.write() as db:
        memory.remember(db, Pair("en", "fr"), {source.digest: made}, LATER, [source])
    translated(peace)
    room = review(peace)
    with pytest.raises(NotAllowedNow, match="must not go out unread") as refused:
        room.approve("peace", "fr", "me", LATER)
    assert "newsroom correct topic:peace fr 1 gives other words; " in str(refused.value)
    assert "fr" not in shown(peace).titles
    room.approve("peace", "fr", "me", LATER, despite=True)
    assert shown(peace).titles["fr"] == "42"
    with peace.storage.read() as db:
        (note,) = db.execute("SELECT note FROM journal ORDER BY id DESC LIMIT 1").fetchone()
    assert note == "topic peace: blocks 1, 2, 3; despite names"
