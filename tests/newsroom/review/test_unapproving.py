"""An approval can be taken back, and nothing else is lost by it."""

from datetime import timedelta

import pytest

from newsroom.review.review import Review
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow
from press.finding import Severity
from press.releases.readiness import Readiness
from press.releases.release import Standing
from press.text import STARTER, Origin
from storage.translation import memory
from storage.translation.memory import Pair
from tests.conftest import NOON
from tests.newsroom.review.test_review import Careless, out, shown
from tests.newsroom.translation.test_translating import Echo, file, text, translating

HOUR = timedelta(hours=1)


def remembered(newsroom: Newsroom, number: int) -> dict[str, Origin]:
    """Who is remembered to have said what of a release in French."""
    blocks = newsroom.releases.get(number)[0].original.blocks
    with newsroom.storage.read() as db:
        known = memory.recall(db, Pair("en", "fr"), [block.digest for block in blocks])
    return {block.markdown: block.origin for block in known.values()}


def test_approved_words_are_the_machines_again_as_if_nobody_had_read_them(
    newsroom: Newsroom,
) -> None:
    number = out(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    before, known = text(newsroom, number), remembered(newsroom, number)
    newsroom.review.approve(number, "fr", "me", NOON)
    done = newsroom.review.unapprove(number, "fr", "me", NOON + HOUR)
    assert (done.at, done.is_ready) == ((1, 2), True)
    assert text(newsroom, number) == before
    assert remembered(newsroom, number) == known
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.MACHINE
    assert newsroom.releases.get(number)[1][-1].verb == "un-approved fr"


def test_another_release_does_not_get_them_as_an_editors(newsroom: Newsroom) -> None:
    number = file(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    newsroom.review.approve(number, "fr", "me", NOON)
    newsroom.review.unapprove(number, "fr", "me", NOON)
    other = file(newsroom, "It rains.", headline="Another")
    translating(newsroom, Echo()).run()
    assert text(newsroom, other).origin is Origin.MACHINE


def test_where_machine_text_waits_for_an_editor_it_waits_again(newsroom: Newsroom) -> None:
    review = Review(newsroom.storage, newsroom.settings.site, Readiness({"fr"}))
    number = out(newsroom, "It rains.")
    translating(newsroom, Echo()).run()
    review.approve(number, "fr", "me", NOON)
    assert shown(newsroom).text.language == "fr"
    assert not review.unapprove(number, "fr", "me", NOON, [2]).is_ready
    assert shown(newsroom).text.language == "en"
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.WAITS
    review.approve(number, "fr", "me", NOON)
    assert shown(newsroom).text.language == "fr"


def test_what_a_check_stopped_is_stopped_again(newsroom: Newsroom) -> None:
    number = out(newsroom, "Fifteen came to see it.")
    translating(newsroom, Careless()).run()
    findings = text(newsroom, number).blocks[1].findings
    newsroom.review.approve(number, "fr", "me", NOON, despite=True)
    assert shown(newsroom).text.language == "fr"
    assert not newsroom.review.unapprove(number, "fr", "me", NOON).is_ready
    assert text(newsroom, number).blocks[1].findings == findings
    assert shown(newsroom).text.language == "en"


def test_words_that_nobody_remembers_are_checked_anew(newsroom: Newsroom) -> None:
    number = out(newsroom, "Fifteen came to see it.")
    translating(newsroom, Careless()).run()
    newsroom.review.approve(number, "fr", "me", NOON, despite=True)
    with newsroom.storage.write() as db:
        db.execute("DELETE FROM memory WHERE origin = 'machine'")
    assert not newsroom.review.unapprove(number, "fr", "me", NOON).is_ready
    assert text(newsroom, number).is_blocked


def test_an_editors_own_words_are_refused_with_what_to_do_instead(newsroom: Newsroom) -> None:
    number = file(newsroom, "It rains.", "It pours.")
    translating(newsroom, Echo()).run()
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "me", NOON)
    newsroom.review.approve(number, "fr", "me", NOON)
    with pytest.raises(NotAllowedNow, match=r"block 2 was not only approved.*restore-version 1.*"):
        newsroom.review.unapprove(number, "fr", "me", NOON, [2])
    assert newsroom.review.unapprove(number, "fr", "me", NOON).at == (1, 3)
    assert text(newsroom, number).blocks[1].origin is Origin.EDITOR
    with pytest.raises(NotAllowedNow, match="block 1 is a machine's"):
        newsroom.review.unapprove(number, "fr", "me", NOON, [1])
    with pytest.raises(NotAllowedNow, match="no fr words of release 1 were only approved"):
        newsroom.review.unapprove(number, "fr", "me", NOON)


def test_what_an_editor_said_elsewhere_since_stays_remembered(newsroom: Newsroom) -> None:
    one, other = file(newsroom, "It rains."), file(newsroom, "It rains.", headline="Another")
    translating(newsroom, Echo()).run()
    newsroom.review.approve(one, "fr", "me", NOON)
    newsroom.review.correct(other, "fr", 2, "Il pleut.", "me", NOON)
    newsroom.review.unapprove(one, "fr", "me", NOON)
    assert remembered(newsroom, one)["Il pleut."] is Origin.EDITOR
    assert text(newsroom, other).blocks[1].markdown == "Il pleut."
    assert text(newsroom, one).blocks[1].markdown == "IT RAINS."


def test_taking_an_approval_back_lets_no_text_out_that_waits(newsroom: Newsroom) -> None:
    review = Review(newsroom.storage, newsroom.settings.site, Readiness({"fr"}))
    number = out(newsroom, "It rains.", "It pours.")
    translating(newsroom, Echo()).run()
    review.reject(number, "fr", "me", NOON, [2])
    review.approve(number, "fr", "me", NOON, [1])
    assert not newsroom.review.unapprove(number, "fr", "me", NOON, [1]).is_ready
    assert shown(newsroom).text.language == "en"


def test_the_starters_words_that_are_looked_at_anew_are_believed_no_more_than_before(
    newsroom: Newsroom,
) -> None:
    class Starter(Careless):
        name = f"{STARTER} en-fr 1.0"

    number = out(newsroom, "It rains on Tuesday.")
    translating(newsroom, Starter()).run()
    newsroom.review.approve(number, "fr", "me", NOON, despite=True)
    digests = [block.digest for block in newsroom.releases.get(number)[0].original.blocks]
    with newsroom.storage.write() as db:
        memory.forget(db, Pair("en", "fr"), digests)  # as when a term of the glossary changes
    done = newsroom.review.unapprove(number, "fr", "me", NOON)
    target = done.sheet.segments[1].target
    assert target
    severities = {finding.check: finding.severity for finding in target.findings}
    assert (severities["weekdays"], severities["doubt"]) == (Severity.BLOCKS, Severity.BLOCKS)
