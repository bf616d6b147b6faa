"""An editor's word counts, at whatever moment it is said."""

from collections.abc import Sequence
from datetime import datetime

from newsroom.translation.queueing import queue_again
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom
from press.releases.readiness import Readiness
from press.releases.release import Filing, Standing
from press.text import Block, Kind, Origin
from tests.conftest import NOON
from tests.newsroom.review.test_review import HOUR, out, shown
from tests.newsroom.translation.test_translating import Echo, file, text

LATER = NOON + HOUR
AGAIN = "Il pleut encore."


def revise(newsroom: Newsroom, number: int, *paragraphs: str) -> None:
    body = [Block(Kind.PARAGRAPH, words) for words in paragraphs]
    filing = Filing((Block(Kind.HEADLINE, "Good news"), *body))
    newsroom.revisions.revise(number, filing, "me", LATER)


def fill(newsroom: Newsroom, now: datetime, engine: Echo | None = None) -> None:
    readiness = newsroom.review.readiness
    Translating(newsroom.storage, lambda *_: engine or Echo(), lambda: now, readiness).run()


def corrected(newsroom: Newsroom) -> int:
    """A release that is out; its second block is corrected, then its third block changes."""
    number = out(newsroom, "It rains.", "It pours.")
    fill(newsroom, NOON)
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "me", NOON)
    if newsroom.review.readiness.reviewed:
        newsroom.review.approve(number, "fr", "me", NOON)
    revise(newsroom, number, "It rains.", "It snows a lot.")
    return number


def test_a_second_correction_counts_while_another_block_has_no_words_yet(
    newsroom: Newsroom,
) -> None:
    number = corrected(newsroom)
    newsroom.review.correct(number, "fr", 2, AGAIN, "me", LATER)
    entry = shown(newsroom, LATER)
    assert (entry.text.body[0].markdown, entry.outdated) == (AGAIN, LATER)
    fill(newsroom, LATER)
    assert text(newsroom, number).body[0] == Block(Kind.PARAGRAPH, AGAIN, Origin.EDITOR)


def test_a_second_correction_of_an_approved_text_is_read_while_its_new_words_wait(
    newsroom: Newsroom,
) -> None:
    newsroom.review.readiness = Readiness({"fr"})
    number = corrected(newsroom)
    fill(newsroom, LATER)
    newsroom.review.correct(number, "fr", 2, AGAIN, "me", LATER)
    assert [sheet.standing for sheet in newsroom.sheets.to_review()] == [Standing.STALE]
    assert [b.markdown for b in shown(newsroom, LATER).text.body] == [AGAIN, "IT POURS."]
    newsroom.review.approve(number, "fr", "me", LATER)
    assert [b.markdown for b in shown(newsroom, LATER).text.body] == [AGAIN, "IT SNOWS A LOT."]


def test_a_correction_of_a_waiting_text_does_not_let_it_out(newsroom: Newsroom) -> None:
    newsroom.review.readiness = Readiness({"fr"})
    number = out(newsroom, "It rains.", "It pours.")
    fill(newsroom, NOON)
    revise(newsroom, number, "It rains.", "It snows a lot.")
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "me", LATER)
    newsroom.review.correct(number, "fr", 2, AGAIN, "me", LATER)
    assert newsroom.releases.get(number)[0].waiting == {"fr"}
    assert text(newsroom, number).body[0].markdown == AGAIN


def test_words_rejected_while_the_engine_works_at_others_do_not_return(newsroom: Newsroom) -> None:
    number = out(newsroom, "It rains.", "It pours.")
    fill(newsroom, NOON)
    revise(newsroom, number, "It rains.", "It snows a lot.")

    class Slow(Echo):
        def translate(self, sentences: Sequence[str]) -> list[str]:
            if not self.asked:
                newsroom.review.reject(number, "fr", "me", LATER, [2])
            return super().translate(sentences)

    fill(newsroom, LATER, Slow())
    assert newsroom.releases.get(number)[0].waiting == {"fr"}
    assert shown(newsroom, LATER).text.language == "en"


def test_each_release_keeps_its_own_correction_of_a_block_they_share(newsroom: Newsroom) -> None:
    number = corrected(newsroom)
    other = file(newsroom, "It rains.", headline="Another")
    newsroom.review.correct(other, "fr", 2, AGAIN, "me", LATER)
    fill(newsroom, LATER)
    assert text(newsroom, number).body[0].markdown == "Il pleut."
    assert text(newsroom, other).body[0].markdown == AGAIN


def test_rejecting_old_words_leaves_newer_ones_for_the_same_block_alone(
    newsroom: Newsroom,
) -> None:
    class Better(Echo):
        name = "echo 2.0"

        def translate(self, sentences: Sequence[str]) -> list[str]:
            return [f"{words} Vraiment." for words in super().translate(sentences)]

    number = out(newsroom, "It rains.")
    other = file(newsroom, "It rains.", headline="Another")
    fill(newsroom, NOON)
    queue_again(newsroom.storage, ["fr"], [other], NOON)
    fill(newsroom, NOON, Better())
    newsroom.review.reject(number, "fr", "me", NOON, [2])
    third = file(newsroom, "It rains.", headline="A third")
    engine = Better()
    fill(newsroom, NOON, engine)
    assert text(newsroom, third).body[0].markdown == "IT RAINS. Vraiment."
    assert "It rains." not in engine.asked


def test_words_that_would_replace_an_approved_text_are_made_again_too(newsroom: Newsroom) -> None:
    newsroom.review.readiness = Readiness({"fr"})
    number = corrected(newsroom)
    assert queue_again(newsroom.storage, ["fr"], [number], LATER) == 1
    engine = Echo()
    fill(newsroom, LATER, engine)
    assert "It snows a lot." in engine.asked
    newsroom.review.approve(number, "fr", "me", LATER)
    assert queue_again(newsroom.storage, ["fr"], [number], LATER) == 0
