"""A finding is dismissed by name and with a reason; the words stay a machine's."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.review.dismissing import Dismissing, Doubted
from newsroom.translation.queueing import queue_again
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow
from press.finding import Finding
from press.releases.readiness import Readiness, Starter
from press.releases.release import Filing, Standing
from press.text import STARTER, Block, Kind, Origin
from tests.conftest import NOON
from tests.newsroom.review.test_review import Careless, out, shown
from tests.newsroom.translation.test_translating import Echo, file, text, translating

HOUR = timedelta(hours=1)
CHECK = "untranslated"
FIFTEEN = "Fifteen came to see it."


def careless(newsroom: Newsroom, *paragraphs: str) -> Doubted:
    """A release that is out, and whose French waits for the finding in its second block."""
    number = out(newsroom, *paragraphs or (FIFTEEN,))
    translating(newsroom, Careless()).run()
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.WAITS
    return Doubted(number, "fr", 2, CHECK)


def found(newsroom: Newsroom, number: int, block: int = 2) -> tuple[Finding, ...]:
    one = newsroom.sheets.get(number, "fr").segments[block - 1]
    return one.target.findings if one.target else ()


def dismissed(newsroom: Newsroom, about: Doubted) -> bool:
    """Whether the text is out by itself, which it was not before."""
    return newsroom.dismissing.dismiss(about, "It is a name.", "Ada", NOON).is_ready


def test_a_text_whose_last_blocking_finding_is_dismissed_goes_out_as_a_machines(
    newsroom: Newsroom,
) -> None:
    about = careless(newsroom)
    assert shown(newsroom).text.language == "en"
    done = newsroom.dismissing.dismiss(about, "It is a name.", "Ada", NOON)
    assert (done.is_ready, done.at) == (True, (2,))
    assert (shown(newsroom).text.language, shown(newsroom).text.origin) == ("fr", Origin.MACHINE)
    assert newsroom.releases.get(about.release_id)[0].standing("fr") is Standing.MACHINE
    assert [one.language for one in newsroom.sheets.to_review()] == ["de", "nl"]


def test_who_dismissed_a_finding_and_why_is_kept_with_the_version_and_in_the_journal(
    newsroom: Newsroom,
) -> None:
    about = careless(newsroom)
    before = newsroom.history.history(about.release_id, "fr")
    dismissed(newsroom, about)
    (*_, last) = after = newsroom.history.history(about.release_id, "fr")
    assert len(after) == len(before) + 1
    note = f"block 2; {CHECK}: It is a name."
    assert (last.who, last.verb, last.note) == ("Ada", "dismissed", note)
    (kept,) = last.text.blocks[1].findings
    assert (kept.dismissed_by, kept.reason) == ("Ada", "It is a name.")
    assert before[-1].text.blocks[1].findings == (replace(kept, dismissed_by="", reason=""),)
    line = newsroom.releases.get(about.release_id)[1][-1]
    assert (line.who, line.verb, line.note) == ("Ada", "dismissed fr", note)


def test_the_same_words_for_the_same_block_stay_dismissed_when_they_are_made_anew(
    newsroom: Newsroom,
) -> None:
    about = careless(newsroom)
    dismissed(newsroom, about)
    queue_again(newsroom.storage, ["fr"], [], NOON)
    translating(newsroom, Careless(), NOON + HOUR).run()
    assert [f.dismissed_by for f in found(newsroom, about.release_id)] == ["Ada"]
    assert shown(newsroom, NOON + HOUR).text.language == "fr"
    other = file(newsroom, FIFTEEN, headline="Another")  # it has the same block
    translating(newsroom, Careless()).run()
    assert newsroom.releases.get(other)[0].standing("fr") is Standing.MACHINE


def test_other_words_for_the_same_block_are_looked_at_anew(newsroom: Newsroom) -> None:
    about = careless(newsroom)
    dismissed(newsroom, about)
    queue_again(newsroom.storage, ["fr"], [], NOON)
    translating(newsroom, Echo()).run()
    assert not any(finding.dismissed_by for finding in found(newsroom, about.release_id))
    queue_again(newsroom.storage, ["fr"], [], NOON)
    translating(newsroom, Careless()).run()
    assert [f.dismissed_by for f in found(newsroom, about.release_id)] == ["Ada"]


def test_a_dismissal_is_for_its_language_alone(newsroom: Newsroom) -> None:
    about = careless(newsroom)
    dismissed(newsroom, about)
    assert shown(newsroom, code="nl").text.language == "en"


def test_while_another_finding_blocks_the_text_waits(newsroom: Newsroom) -> None:
    about = careless(newsroom, FIFTEEN, "Fifteen left again.")
    done = newsroom.dismissing.dismiss(about, "It is a name.", "Ada", NOON)
    assert not done.is_ready
    assert done.sheet.counts == (1, 0)
    assert shown(newsroom).text.language == "en"
    assert dismissed(newsroom, replace(about, number=3))
    assert shown(newsroom).text.language == "fr"


def test_where_machine_text_waits_for_an_editor_it_waits_still(newsroom: Newsroom) -> None:
    about = careless(newsroom)
    dismissing = Dismissing(newsroom.storage, Readiness(frozenset({"fr"})))
    assert not dismissing.dismiss(about, "It is a name.", "Ada", NOON).is_ready
    assert newsroom.releases.get(about.release_id)[0].standing("fr") is Standing.WAITS
    assert found(newsroom, about.release_id)[0].dismissed_by == "Ada"
    (sheet,) = [one for one in newsroom.sheets.to_review() if one.language == "fr"]
    assert sheet.counts == (0, 0)


def test_the_small_models_words_take_the_place_of_the_original_where_they_are_public(
    newsroom: Newsroom,
) -> None:
    class Rough(Careless):
        name = f"{STARTER} en-fr 1.0"

    on = Readiness(starter=Starter.ON)
    number = out(newsroom, FIFTEEN, "It rains.")
    Translating(newsroom.storage, lambda *_: Rough(), lambda: NOON, on).run()
    assert shown(newsroom).is_partial
    about, dismissing = Doubted(number, "fr", 2, CHECK), Dismissing(newsroom.storage, on)
    assert dismissing.dismiss(about, "It is a name.", "Ada", NOON).is_ready
    assert not shown(newsroom).is_partial
    assert shown(newsroom).text.is_rough
    assert dismissing.undo(about, "Ada", NOON).is_ready
    assert shown(newsroom).is_partial
    assert found(newsroom, number)[0].blocks
    with pytest.raises(NotAllowedNow, match="no dismissed findings"):
        dismissing.undo(about, "Ada", NOON)


def test_an_approved_text_stays_out_while_what_replaces_it_is_looked_at(
    newsroom: Newsroom,
) -> None:
    about = careless(newsroom, FIFTEEN, "Fifteen left again.")
    newsroom.review.approve(about.release_id, "fr", "me", NOON, despite=True)
    blocks = (Block(Kind.HEADLINE, "Good news"), Block(Kind.PARAGRAPH, "Fifteen sang."))
    newsroom.revisions.revise(
        about.release_id, Filing((*blocks, Block(Kind.PARAGRAPH, "Fifteen cried."))), "me", NOON
    )
    translating(newsroom, Careless()).run()
    assert shown(newsroom).outdated is not None
    done = newsroom.dismissing.dismiss(about, "It is a name.", "Ada", NOON)
    assert (done.is_ready, done.sheet.counts) == (False, (1, 0))
    assert shown(newsroom).text.body[0].markdown == FIFTEEN
    assert dismissed(newsroom, replace(about, number=3))
    assert shown(newsroom).text.body[0].markdown == "Fifteen sang."
    assert shown(newsroom).outdated is None


def test_a_finding_counts_again_and_the_text_waits_again(newsroom: Newsroom) -> None:
    about = careless(newsroom)
    before = found(newsroom, about.release_id)
    dismissed(newsroom, about)
    done = newsroom.dismissing.undo(about, "Ben", NOON)
    assert not done.is_ready
    assert found(newsroom, about.release_id) == before
    assert shown(newsroom).text.language == "en"
    last = newsroom.history.history(about.release_id, "fr")[-1]
    assert (last.who, last.verb) == ("Ben", "no longer dismissed")
    queue_again(newsroom.storage, ["fr"], [], NOON)
    translating(newsroom, Careless()).run()
    assert found(newsroom, about.release_id) == before
    with pytest.raises(NotAllowedNow, match="block 2 has no dismissed findings"):
        newsroom.dismissing.undo(about, "Ben", NOON)


def test_nothing_that_waits_is_let_out_by_a_finding_that_counts_again(newsroom: Newsroom) -> None:
    about = careless(newsroom, FIFTEEN, "Fifteen left again.")
    dismissed(newsroom, about)
    assert not newsroom.dismissing.undo(about, "Ben", NOON).is_ready
    assert found(newsroom, about.release_id)[0].blocks


def test_a_warning_is_dismissed_and_leaves_the_list(newsroom: Newsroom) -> None:
    number = out(newsroom, "It rains on Tuesday.")
    translating(newsroom, Careless()).run(only=[("fr", number)])
    before = shown(newsroom)
    assert before.text.language == "fr"
    (warning,) = found(newsroom, number)
    assert not warning.blocks
    about = Doubted(number, "fr", 2, warning.check)
    assert newsroom.dismissing.dismiss(about, "Said so.", "Ada", NOON + HOUR).is_ready
    assert newsroom.sheets.to_review() == []
    after = shown(newsroom, NOON + HOUR)
    assert (after.text, after.changed) == (before.text, before.changed)


def test_an_approval_taken_back_finds_what_was_dismissed_dismissed(newsroom: Newsroom) -> None:
    about = careless(newsroom)
    dismissed(newsroom, about)
    newsroom.review.approve(about.release_id, "fr", "me", NOON)
    with newsroom.storage.write() as db:
        db.execute("DELETE FROM memory WHERE origin = 'machine'")
    newsroom.review.unapprove(about.release_id, "fr", "me", NOON)
    assert shown(newsroom).text.language == "fr"


def test_rejected_words_are_not_dismissed(newsroom: Newsroom) -> None:
    number = file(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    newsroom.review.reject(number, "fr", "me", NOON, [2])
    with pytest.raises(NotAllowedNow, match="an editor rejected block 2, and that is not"):
        newsroom.dismissing.dismiss(Doubted(number, "fr", 2, "rejected"), "No.", "Ada", NOON)


def test_what_is_not_found_is_not_dismissed(newsroom: Newsroom) -> None:
    about = careless(newsroom)
    for wrong, reason in (
        (replace(about, check="numbers"), f"block 2 has findings of {CHECK}; none of “numbers”"),
        (replace(about, number=1), "block 1 has no findings"),
        (replace(about, number=9), "there is no block 9"),
    ):
        with pytest.raises(NotAllowedNow, match=reason):
            newsroom.dismissing.dismiss(wrong, "It is a name.", "Ada", NOON)
    dismissed(newsroom, about)
    with pytest.raises(NotAllowedNow, match="block 2 has no findings"):
        newsroom.dismissing.dismiss(about, "It is a name.", "Ada", NOON)
    newsroom.review.correct(about.release_id, "fr", 2, "Quinze sont venus.", "me", NOON)
    with pytest.raises(NotAllowedNow, match="holds no words of a machine"):
        newsroom.dismissing.dismiss(about, "It is a name.", "Ada", NOON)


def test_a_withdrawn_release_is_left_alone_and_words_that_changed_are_looked_at_again(
    newsroom: Newsroom,
) -> None:
    about = careless(newsroom)
    as_shown = newsroom.sheets.get(about.release_id, "fr").as_shown
    newsroom.review.correct(about.release_id, "fr", 1, "Bonne nouvelle", "me", NOON)
    with pytest.raises(NotAllowedNow, match="have changed since they were shown"):
        newsroom.dismissing.dismiss(about, "It is a name.", "Ada", NOON, as_shown)
    newsroom.life.withdraw(about.release_id, "Wrong.", "me", NOON)
    with pytest.raises(NotAllowedNow, match="there is no block 2"):
        newsroom.dismissing.dismiss(about, "It is a name.", "Ada", NOON)


def test_a_block_that_stands_twice_is_dismissed_in_both_places(newsroom: Newsroom) -> None:
    about = careless(newsroom, FIFTEEN, "It rains.", FIFTEEN)
    done = newsroom.dismissing.dismiss(about, "It is a name.", "Ada", NOON)
    assert (done.at, done.is_ready) == ((2, 4), True)
    assert text(newsroom, about.release_id).blocks[3].findings[0].dismissed_by == "Ada"


def aside(newsroom: Newsroom, number: int) -> tuple[int, Finding]:
    """The last of what stands beside a text, and the first finding in it that blocks."""
    one = newsroom.sheets.get(number, "fr").segments[-1]
    assert one.is_aside
    return one.number, next(finding for finding in one.findings if finding.blocks)


def test_what_stands_beside_a_text_is_dismissed_by_itself(newsroom: Newsroom) -> None:
    number = out(newsroom, "It rains.")
    newsroom.revisions.revise(
        number, Filing((Block(Kind.HEADLINE, "Good news"),)), "me", NOON, "Fifteen were counted."
    )
    translating(newsroom, Careless(), NOON + HOUR).run()
    before = text(newsroom, number)
    block, finding = aside(newsroom, number)
    done = newsroom.dismissing.dismiss(
        Doubted(number, "fr", block, finding.check), "x", "Ada", NOON
    )
    assert (done.is_ready, done.at) == (True, (block,))
    assert text(newsroom, number) == before
    left = newsroom.sheets.get(number, "fr").segments[-1].findings
    assert finding not in left
    assert not any(one.blocks for one in left)


def test_a_dismissal_of_why_a_release_was_withdrawn_leaves_its_text_whole(
    newsroom: Newsroom,
) -> None:
    number = out(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    before = text(newsroom, number).blocks
    newsroom.life.withdraw(number, "Fifteen were wrong.", "me", NOON)
    translating(newsroom, Careless(), NOON + HOUR).run()
    block, finding = aside(newsroom, number)
    about = Doubted(number, "fr", block, finding.check)
    newsroom.dismissing.dismiss(about, "It is right.", "Ada", NOON + HOUR)
    assert text(newsroom, number).blocks == before


def test_a_version_from_before_a_dismissal_was_undone_does_not_bring_it_back(
    newsroom: Newsroom,
) -> None:
    about = careless(newsroom)
    newsroom.dismissing.dismiss(about, "It is a name.", "Ada", NOON)
    number = newsroom.history.history(about.release_id, "fr")[-1].number
    newsroom.dismissing.undo(about, "Ada", NOON)
    newsroom.review.correct(about.release_id, "fr", 1, "De bonnes nouvelles", "me", NOON)
    newsroom.history.restore_version(about.release_id, number, "me", NOON + HOUR)
    assert newsroom.releases.get(about.release_id)[0].standing("fr") is Standing.WAITS
    assert not any(one.dismissed_by for one in found(newsroom, about.release_id))


def test_a_draft_does_not_claim_to_take_an_approved_texts_place(newsroom: Newsroom) -> None:
    about = careless(newsroom)
    drafted = newsroom.history.history(about.release_id, "fr")[-1].number
    newsroom.review.approve(about.release_id, "fr", "me", NOON, despite=True)
    before = text(newsroom, about.release_id)
    with pytest.raises(NotAllowedNow, match="words that wait for an editor"):
        newsroom.history.restore_version(about.release_id, drafted, "me", NOON + HOUR)
    assert text(newsroom, about.release_id) == before
