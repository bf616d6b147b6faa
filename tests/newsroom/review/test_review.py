"""What waits for an editor, and what an editor's word does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.filing.refiling import Instructions
from newsroom.translation.queueing import queue_again
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, Refusal
from press.releases.readiness import Readiness
from press.releases.release import Filing, Reading, Standing
from press.releases.review import Sheet
from press.text import Block, Kind, Origin
from storage import Storage
from tests.conftest import NOON
from tests.newsroom.releases.test_life import edition
from tests.newsroom.translation.test_translating import Echo, file, no_package, text, translating

HOUR = timedelta(hours=1)


class Careless(Echo):
    """Says nothing to what it does not understand, and forgets the day."""

    def translate(self, sentences: Sequence[str]) -> list[str]:
        said = super().translate(sentences)
        return ["" if "FIFTEEN" in words else words.replace(" ON TUESDAY", "") for words in said]


def out(newsroom: Newsroom, *paragraphs: str) -> int:
    number = file(newsroom, *paragraphs)
    newsroom.life.publish(number, "me", NOON)
    return number


def shown(newsroom: Newsroom, now=NOON, code: str = "fr"):  # type: ignore[no-untyped-def]
    return edition(newsroom, now, code).entries[0]


def severities(sheet: Sheet) -> set[str]:
    return {f.severity for one in sheet.segments if one.target for f in one.target.findings}


def test_a_finding_that_blocks_keeps_a_text_in_though_machine_text_goes_out(
    newsroom: Newsroom,
) -> None:
    number = out(newsroom, "Fifteen came to see it.", "It rains on Tuesday.")
    translating(newsroom, Careless()).run()
    assert shown(newsroom).text.language == "en"
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.WAITS
    (first, *_) = newsroom.sheets.to_review()
    assert severities(first) == {"blocks", "warns"}
    newsroom.review.approve(number, first.language, "me", NOON, [2], despite=True)
    assert shown(newsroom, code=first.language).text.language == first.language


def test_a_finding_that_warns_goes_out_and_is_shown_to_editors(newsroom: Newsroom) -> None:
    number = out(newsroom, "It rains on Tuesday.")
    translating(newsroom, Careless()).run(only=[("fr", number)])
    assert shown(newsroom).text.language == "fr"
    (sheet,) = newsroom.sheets.to_review()
    assert (sheet.release_id, sheet.language, severities(sheet)) == (number, "fr", {"warns"})
    newsroom.review.approve(number, "fr", "me", NOON)
    assert newsroom.sheets.to_review() == []


def test_words_that_a_finding_blocks_are_approved_only_once_it_was_said_again(
    newsroom: Newsroom,
) -> None:
    number = out(newsroom, "Fifteen came to see it.", "It rains.")
    translating(newsroom, Careless()).run()
    for numbers, typed in (((), "1 fr --despite"), ((2,), "1 fr 2 --despite")):
        with pytest.raises(NotAllowedNow) as refused:
            newsroom.review.approve(number, "fr", "me", NOON, numbers)
        said = str(refused.value).splitlines()
        assert said[0] == "block 2 must not go out unread:"
        assert said[1].startswith("  block 2: untranslated: ")
        assert f"newsroom approve {typed} takes these words as they are" in said[-1]
    assert newsroom.releases.get(number)[0].waiting == {"fr", "nl", "de"}
    newsroom.review.approve(number, "fr", "me", NOON, [3])
    assert newsroom.review.approve(number, "fr", "me", NOON, [2], despite=True).is_ready
    assert newsroom.releases.get(number)[1][-1].note == "block 2; despite untranslated"


def test_what_blocks_is_listed_first_then_what_waits_then_what_is_older_then_what_warns(
    newsroom: Newsroom,
) -> None:
    warned = out(newsroom, "It rains on Tuesday.")
    translating(newsroom, Careless()).run(only=[("fr", warned)])
    older = file(newsroom, "It rains.", headline="Older")
    translating(newsroom, Echo()).run(only=[("fr", older)])
    newsroom.review.approve(older, "fr", "me", NOON)
    changed = (Block(Kind.HEADLINE, "Older"), Block(Kind.PARAGRAPH, "It snows."))
    newsroom.revisions.revise(older, Filing(changed), "me", NOON)
    waiting = file(newsroom, "It thaws.", headline="Waiting")
    reviewed = Readiness(frozenset({"fr"}))
    Translating(newsroom.storage, lambda *_: Echo(), lambda: NOON, reviewed).run(
        only=[("fr", waiting)]
    )
    blocked = file(newsroom, "Fifteen came to see it.", headline="Blocked")
    translating(newsroom, Careless()).run(only=[("fr", blocked)])
    found = newsroom.sheets.to_review()
    assert [one.release_id for one in found] == [blocked, waiting, older, warned]
    assert [one.counts for one in found] == [(1, 0), (0, 0), (0, 0), (0, 1)]


def test_a_recalled_block_keeps_its_findings(newsroom: Newsroom) -> None:
    file(newsroom, "Fifteen came to see it.")
    translating(newsroom, Careless()).run()
    again = file(newsroom, "Fifteen came to see it.", headline="Another")
    engine = Echo()
    translating(newsroom, engine).run()
    assert "Fifteen came to see it." not in engine.asked
    assert newsroom.releases.get(again)[0].waiting == {"fr", "nl", "de"}


def test_words_that_nobody_read_give_way_to_the_original_when_the_new_ones_wait(
    newsroom: Newsroom,
) -> None:
    number = out(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    before = shown(newsroom)
    changed = (Block(Kind.HEADLINE, "Good news"), Block(Kind.PARAGRAPH, "Fifteen came to see."))
    newsroom.revisions.revise(number, Filing(changed), "me", NOON + HOUR)
    assert shown(newsroom, NOON + HOUR).outdated == NOON + HOUR
    translating(newsroom, Careless(), NOON + HOUR).run()
    after = shown(newsroom, NOON + HOUR)
    assert (after.text.language, after.outdated) == ("en", None)
    assert after.changed > before.changed


def test_rejected_words_leave_the_public_and_are_not_asked_of_the_same_engine_again(
    newsroom: Newsroom,
) -> None:
    number = out(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    newsroom.review.reject(number, "fr", "an editor", NOON, [2])
    assert shown(newsroom).text.language == "en"
    assert shown(newsroom, code="nl").text.language == "nl"
    engine = Echo()
    queue_again(newsroom.storage, ["fr"], [], NOON)
    translating(newsroom, engine).run()
    assert engine.asked == ["Good news"]
    assert newsroom.releases.get(number)[0].waiting == {"fr"}
    with pytest.raises(NotAllowedNow, match="block 2 was rejected; correct it"):
        newsroom.review.approve(number, "fr", "me", NOON)
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "an editor", NOON)
    assert shown(newsroom).text.body[0].markdown == "Il pleut."


def test_another_engine_is_asked_for_rejected_words_and_may_not_say_them_again(
    newsroom: Newsroom,
) -> None:
    class Second(Echo):
        name = "echo 2.0"

    class Third(Echo):
        name = "echo 3.0"

        def translate(self, sentences: Sequence[str]) -> list[str]:
            return [f"{sentence.upper()} Vraiment." for sentence in sentences]

    number = out(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    newsroom.review.reject(number, "fr", "an editor", NOON)
    for engine, waits in ((Second(), True), (Third(), False)):
        queue_again(newsroom.storage, ["fr"], [], NOON)
        translating(newsroom, engine).run()
        assert ("fr" in newsroom.releases.get(number)[0].waiting) is waits


def test_a_rejected_block_waits_in_every_other_release_that_would_recall_it(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    newsroom.review.reject(number, "fr", "an editor", NOON, [2])
    other = file(newsroom, "It rains.", headline="Another")
    translating(newsroom, Echo()).run()
    assert newsroom.releases.get(other)[0].waiting == {"fr"}


def test_putting_words_in_a_machines_place_makes_the_entry_new_and_mending_them_does_not(
    newsroom: Newsroom,
) -> None:
    number = out(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    assert shown(newsroom, NOON + HOUR).updated == NOON
    newsroom.review.approve(number, "fr", "me", NOON + HOUR, [1])
    assert shown(newsroom, NOON + HOUR).updated == NOON
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "me", NOON + HOUR)
    assert shown(newsroom, NOON + HOUR).updated == NOON + HOUR
    newsroom.review.correct(number, "fr", 2, "Il pleut !", "me", NOON + 2 * HOUR)
    entry = shown(newsroom, NOON + 2 * HOUR)
    assert (entry.updated, entry.changed) == (NOON + HOUR, NOON + 2 * HOUR)
    assert entry.text.made_at == NOON + 2 * HOUR


def test_corrected_words_have_to_be_of_the_same_kind(newsroom: Newsroom) -> None:
    blocks = [
        *(Block(Kind.HEADLINE, "H"), Block(Kind.HEADING, "### Sums"), Block(Kind.LIST, "- a\n- b")),
        Block(Kind.QUOTE, "> So."),
    ]
    reading = Reading((Filing(tuple(blocks)),))
    number = newsroom.releases.file(
        reading, Instructions("me", publish=True, new_topics=True), NOON
    )[0].release.id
    translating(newsroom, Echo()).run()
    said = {1: ("Un\n titre ", "Un titre"), 2: ("Sommes", "### Sommes"), 4: ("> Oui.", "> Oui.")}
    for block, (typed, kept) in said.items():
        newsroom.review.correct(number, "fr", block, typed, "me", NOON)
        assert text(newsroom, number).blocks[block - 1].markdown == kept
    for block, typed, reason in (
        (3, "a and b", "that is a paragraph, and the block of the original is a list"),
        (4, "> one\n\n- two", "that is 2 blocks, and the block of the original is a quotation"),
        (2, "  \x00 ", "no words"),
        (9, "x", "no block 9; they are numbered 1 to 4"),
        (1, "Un titre", "exactly that"),
    ):
        with pytest.raises(Refusal, match=reason):
            newsroom.review.correct(number, "fr", block, typed, "me", NOON)
    with pytest.raises(NotAllowedNow, match="newsroom revise"):
        newsroom.review.correct(number, "en", 1, "x", "me", NOON)


def test_what_makes_no_sense_to_reject_is_refused(newsroom: Newsroom) -> None:
    number = file(newsroom, "It rains.")
    with pytest.raises(NotAllowedNow, match="no fr words"):
        newsroom.review.reject(number, "fr", "me", NOON)
    translating(newsroom, Echo()).run()
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "me", NOON)
    with pytest.raises(NotAllowedNow, match="block 2 holds no words of a machine"):
        newsroom.review.reject(number, "fr", "me", NOON, [2])


def test_an_editors_words_follow_a_changed_original_where_there_is_no_package(
    newsroom: Newsroom,
) -> None:
    number = out(newsroom, "It rains.", "It snows.")
    for n, words in enumerate(("Titre", "Il pleut.", "Il neige."), 1):
        newsroom.review.correct(number, "fr", n, words, "me", NOON)
    headline, rain, snow = newsroom.releases.get(number)[0].original.blocks
    without_engine = Translating(newsroom.storage, no_package, lambda: NOON)
    newsroom.revisions.revise(number, Filing((headline, snow)), "me", NOON)
    tally = without_engine.run()
    assert (tally.filled, tally.missing) == (1, {("en", "nl"), ("en", "de")})
    assert [b.markdown for b in shown(newsroom).text.blocks] == ["Titre", "Il neige."]
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.REVIEWED
    unheard = replace(rain, markdown="It hails.")
    newsroom.revisions.revise(number, Filing((headline, unheard)), "me", NOON)
    assert without_engine.run().filled == 0
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.STALE


def test_words_that_changed_since_they_were_shown_are_not_approved(newsroom: Newsroom) -> None:
    class Second(Echo):
        name = "echo 2.0"

        def translate(self, sentences: Sequence[str]) -> list[str]:
            return [f"{sentence.upper()} Vraiment." for sentence in sentences]

    number = file(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    shown_as = newsroom.sheets.get(number, "fr").as_shown
    queue_again(newsroom.storage, ["fr"], [], NOON)
    translating(newsroom, Second()).run()
    for blocks in ([], [2]):
        with pytest.raises(NotAllowedNow, match=r"changed since .*look again: newsroom review"):
            newsroom.review.approve(number, "fr", "me", NOON, blocks, shown_as)
        with pytest.raises(NotAllowedNow, match="look again"):
            newsroom.review.reject(number, "fr", "me", NOON, blocks, shown_as)
    with pytest.raises(NotAllowedNow, match="look again"):
        newsroom.review.correct(number, "fr", 2, "Il pleut.", "me", NOON, shown_as)
    assert text(newsroom, number).origin is Origin.MACHINE
    assert newsroom.releases.get(number)[0].waiting == set()
    shown_as = newsroom.sheets.get(number, "fr").as_shown
    newsroom.review.approve(number, "fr", "me", NOON, [1], shown_as)
    newsroom.review.approve(number, "fr", "me", NOON, [2], shown_as)
    assert text(newsroom, number).origin is Origin.EDITOR


def test_a_changed_original_is_not_what_was_shown_though_its_translation_is_the_same(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    shown_as = newsroom.sheets.get(number, "fr").as_shown
    changed = (Block(Kind.HEADLINE, "Good news"), Block(Kind.PARAGRAPH, "It RAINS."))
    newsroom.revisions.revise(number, Filing(changed), "me", NOON)
    translating(newsroom, Echo()).run()
    with pytest.raises(NotAllowedNow, match="changed since"):
        newsroom.review.approve(number, "fr", "me", NOON, as_shown=shown_as)


def test_what_one_editor_saw_another_has_not(newsroom: Newsroom) -> None:
    number = file(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    newsroom.sheets.note_look(newsroom.sheets.get(number, "fr"), "Ada")
    assert newsroom.sheets.as_seen(number, "fr", "Ada")
    with Storage(
        newsroom.storage.path
    ).write():  # nobody who only looks again has to wait for the lock
        newsroom.sheets.note_look(newsroom.sheets.get(number, "fr"), "Ada")
    for code, who in (("fr", "Ben"), ("nl", "Ada")):
        with pytest.raises(NotAllowedNow, match=f"{who} has not looked at the {code} text"):
            newsroom.sheets.as_seen(number, code, who)
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "Ben", NOON)
    assert newsroom.sheets.as_seen(number, "fr", "Ada")  # only what a machine says is approved


def test_every_act_of_an_editor_is_in_the_journal(newsroom: Newsroom) -> None:
    number = file(newsroom, "It rains.", "It pours.")
    translating(newsroom, Echo()).run()
    newsroom.review.reject(number, "fr", "Ada", NOON, [2])
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "Ada", NOON)
    newsroom.review.approve(number, "fr", "Ada", NOON)
    lines = [(ln.verb, ln.note) for ln in newsroom.releases.get(number)[1] if ln.who == "Ada"]
    assert lines == [
        ("rejected fr", "block 2"),
        ("corrected fr", "block 2"),
        ("approved fr", "blocks 1, 3"),
    ]


def test_a_correction_made_while_the_engine_works_is_not_overwritten(newsroom: Newsroom) -> None:
    number = file(newsroom, "It rains.")
    translating(newsroom, Echo()).run()

    class Late(Echo):
        def translate(self, sentences: Sequence[str]) -> list[str]:
            newsroom.review.correct(number, "fr", 2, "Il pleut.", "me", NOON)
            return super().translate(sentences)

    queue_again(newsroom.storage, ["fr"], [], NOON)
    translating(newsroom, Late()).run(only=[("fr", number)])
    assert text(newsroom, number).body[0] == Block(Kind.PARAGRAPH, "Il pleut.", Origin.EDITOR)
