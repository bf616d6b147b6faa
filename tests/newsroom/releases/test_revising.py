"""Revising: everything a file says is taken, and nothing comes out by it."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.releases.acts import Act
from newsroom.releases.editing import Edit
from newsroom.upkeep.backup import backup
from newsroom.upkeep.reopening import reopen
from newsroom.upkeep.restoring import restore
from newsroom.wiring import Newsroom
from press.contact import Contact, ContactKind
from press.errors import NotAllowedNow, Refusal
from press.releases.release import Filing, NotYet, State
from press.text import Block, Kind
from press.topic import ALL, Topic
from storage import topics
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, due, file, filing
from tests.newsroom.public.test_front import feed
from tests.newsroom.releases.test_life import edition, state
from tests.newsroom.upkeep.test_restoring import LATER, opened
from tests.press.releases.test_dimensions import png

ANA = Contact(ContactKind.PERSON, "Ana Lind", phones=("+999 2 555 01 00",))
BO = Contact(ContactKind.PERSON, "Bo Vik", phones=("+999 2 555 01 01",))
UNREAD = NotYet("Embargoed until delivery", None, "it names no moment")


@pytest.fixture
def number(newsroom: Newsroom) -> int:
    """A release that is due in a day."""
    return file(newsroom, filing(embargo=at(NOON + DAY), topics=("aid",), contacts=(ANA,)))


def revise(newsroom: Newsroom, number: int, one: Filing, now=NOON) -> None:  # type: ignore[no-untyped-def]
    newsroom.revisions.revise(number, one, "me", now)


def test_a_revision_takes_words_time_topics_and_contacts(newsroom: Newsroom, number: int) -> None:
    newsroom.topics.declare(Topic("peace", {"en": "Peace"}), "me", NOON)
    new = filing("New", embargo=at(NOON + 2 * DAY), topics=("peace",), contacts=(BO,))
    says = newsroom.revisions.would_revise(number, new, NOON)
    revise(newsroom, number, new)
    release, _ = newsroom.releases.get(number)
    assert release.original.headline == "New"
    assert (release.embargo, release.topics) == (at(NOON + 2 * DAY), ("peace",))
    assert release.contacts == (BO,)
    assert [line.split(":")[0] for line in says] == ["headline", "time", "topics", "contacts"]
    assert [t.release_id for t in due(newsroom, "announce", NOON + 2 * DAY)][-1:] == [number]


def test_a_revision_leaves_what_the_file_does_not_name(newsroom: Newsroom, number: int) -> None:
    revise(newsroom, number, filing("New"))
    release, _ = newsroom.releases.get(number)
    assert (release.embargo, release.topics) == (at(NOON + DAY), ("aid",))
    assert release.contacts == (ANA,)


@pytest.mark.parametrize(
    "new",
    [
        filing("New", embargo=at(NOON + 2 * DAY)),
        filing("New", not_yet=(UNREAD,)),
        filing("New", not_yet=(NotYet("Embargo", at(NOON + 2 * DAY)),)),
    ],
    ids=["dated ahead", "an embargo without a moment", "an embargo ahead"],
)
def test_what_must_not_be_public_yet_never_gets_into_what_is(
    newsroom: Newsroom, number: int, new: Filing
) -> None:
    later = NOON + DAY + MINUTE
    before = newsroom.releases.get(number)
    for act in (
        lambda: newsroom.revisions.would_revise(number, new, later),
        lambda: newsroom.revisions.revise(number, new, Act("me", lift=True), later),
    ):
        with pytest.raises(NotAllowedNow, match="is out, and the file"):
            act()
    assert newsroom.releases.get(number) == before


def test_a_revision_that_says_not_yet_stops_what_was_scheduled(
    newsroom: Newsroom, number: int
) -> None:
    revise(newsroom, number, filing("New", not_yet=(UNREAD,)))
    assert state(newsroom, number, NOON + 2 * DAY) is State.HELD
    release, _ = newsroom.releases.get(number)
    assert (release.why, release.not_yet) == ("it names no moment", (UNREAD,))
    with pytest.raises(NotAllowedNow, match="lift-embargo"):
        newsroom.life.publish(number, "me", NOON)


def test_a_revision_with_a_date_that_has_passed_lets_nothing_out(
    newsroom: Newsroom, number: int
) -> None:
    revise(newsroom, number, filing("New", embargo=at(NOON - DAY)))
    assert state(newsroom, number) is State.SCHEDULED
    draft = file(newsroom, filing("Draft"))
    revise(newsroom, draft, filing("Still a draft", embargo=at(NOON - DAY)))
    assert state(newsroom, draft) is State.DRAFT


def test_a_revision_does_not_let_go_what_is_held(newsroom: Newsroom, number: int) -> None:
    newsroom.life.hold(number, "me", NOON)
    revise(newsroom, number, filing("New", embargo=at(NOON + 2 * DAY)))
    assert state(newsroom, number, NOON + 3 * DAY) is State.HELD


def test_an_unknown_topic_in_a_revision_is_refused(newsroom: Newsroom, number: int) -> None:
    with pytest.raises(Refusal, match="no topic aids; did you mean aid"):
        revise(newsroom, number, filing("New", topics=("aids",)))


def test_a_topic_that_comes_or_goes_while_a_release_is_out_changes_its_feed_forwards(
    newsroom: Newsroom, number: int
) -> None:
    newsroom.topics.declare(Topic("aid", {"en": "Aid"}), "me", NOON)
    newsroom.topics.declare(Topic("peace", {"en": "Peace"}), "me", NOON)
    out, later = NOON + DAY, NOON + DAY + 5 * MINUTE
    before = newsroom.front.edition(feed(newsroom, topic="aid"), out)
    newsroom.edits.edit(number, Edit(add=("peace",), remove=("aid",)), "me", later)
    gone = newsroom.front.edition(feed(newsroom, topic="aid"), later)
    come = newsroom.front.edition(feed(newsroom, topic="peace"), later)
    assert (len(before.entries), gone.entries, len(come.entries)) == (1, (), 1)
    assert before.changed < gone.changed == come.changed == later


def test_topics_of_a_release_that_is_not_out_leave_no_trace(
    newsroom: Newsroom, number: int
) -> None:
    newsroom.topics.declare(Topic("peace", {"en": "Peace"}), "me", NOON)
    with newsroom.storage.read() as db:
        before = topics.changed_at(db, "peace")
    newsroom.edits.edit(number, Edit(add=("peace",)), "me", NOON + MINUTE)
    with newsroom.storage.read() as db:
        assert topics.changed_at(db, "peace") == before


def test_an_edit_changes_only_what_it_names(newsroom: Newsroom, number: int) -> None:
    before, _ = newsroom.releases.get(number)
    newsroom.edits.edit(number, Edit(summary="In short."), "me", NOON)
    after, _ = newsroom.releases.get(number)
    assert after.original.summary == "In short."
    assert after.original.body == before.original.body
    newsroom.edits.edit(number, Edit(summary="", contacts=(BO,)), "me", NOON)
    last, _ = newsroom.releases.get(number)
    assert (last.original.summary, last.contacts) == (None, (BO,))
    assert (last.embargo, last.topics) == (before.embargo, before.topics)
    with pytest.raises(NotAllowedNow, match="has all that already"):
        newsroom.edits.edit(number, Edit(contacts=(BO,)), "me", NOON)


def test_an_edit_moves_the_time_as_far_as_the_text_allows(newsroom: Newsroom) -> None:
    until = NotYet("Embargo", at(NOON + DAY))
    number = file(newsroom, filing("Under embargo", not_yet=(until,)))
    newsroom.edits.edit(number, Edit(embargo=at(NOON + 2 * DAY)), "me", NOON)
    early = Edit(embargo=at(NOON + MINUTE))
    with pytest.raises(NotAllowedNow, match="lift-embargo"):
        newsroom.edits.edit(number, early, "me", NOON)
    newsroom.edits.edit(number, early, Act("me", lift=True), NOON)
    assert newsroom.releases.get(number)[0].embargo == at(NOON + MINUTE)


def test_a_text_filed_in_the_wrong_language_is_moved_to_its_own(
    newsroom: Newsroom, number: int
) -> None:
    newsroom.edits.edit(number, Edit(language="fr"), "me", NOON)
    release, _ = newsroom.releases.get(number)
    assert (release.source, list(release.texts)) == ("fr", ["fr"])
    assert {t.language for t in due(newsroom, "translate", NOON)} == {"en", "nl", "de"}
    assert edition(newsroom, NOON + DAY, "fr").entries[0].is_authentic


def test_time_and_language_of_what_is_out_stay(newsroom: Newsroom, number: int) -> None:
    for edit in (Edit(language="fr"), Edit(embargo=at(NOON + 2 * DAY))):
        with pytest.raises(NotAllowedNow, match="its time and language stay"):
            newsroom.edits.edit(number, edit, "me", NOON + DAY)


def test_a_credit_goes_to_the_pictures(newsroom: Newsroom, number: int, tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Refusal, match="no picture to credit"):
        newsroom.edits.edit(number, Edit(credit="R. Ferrant"), "me", NOON)
    picture = tmp_path / "bridge.png"
    picture.write_bytes(png(4, 3))
    newsroom.attachments.attach(number, picture, "me", NOON)
    newsroom.edits.edit(number, Edit(credit="R. Ferrant"), "me", NOON)
    assert [file.credit for file in newsroom.attachments.of_release(number)] == ["R. Ferrant"]


def test_every_act_leaves_a_version_that_reads_as_it_was(newsroom: Newsroom, number: int) -> None:
    newsroom.revisions.revise(number, filing("Second"), "another", NOON)
    newsroom.edits.edit(number, Edit(summary="Third"), "me", NOON)
    newsroom.life.hold(number, "me", NOON, "wait")
    newsroom.life.publish(number, "me", NOON + MINUTE)
    newsroom.life.withdraw(number, "In error.", "me", NOON + 2 * MINUTE)
    newsroom.life.publish(number, "me", NOON + 3 * MINUTE)
    found = newsroom.history.history(number)
    verbs = ["filed", "revised", "edited", "held", "published", "withdrawn", "published again"]
    assert [version.verb for version in found] == verbs
    assert [version.number for version in found] == list(range(1, 8))
    assert [version.text.headline for version in found] == ["A release"] + ["Second"] * 6
    assert [version.text.summary for version in found][1:3] == [None, "Third"]
    assert [version.facts.held for version in found if version.facts][2:4] == [False, True]
    assert found[5].facts
    assert found[5].facts.reason == "In error."
    assert len({version.digest for version in found}) == 6  # out again, it says what it did


def test_an_act_that_changes_nothing_makes_no_version(newsroom: Newsroom, number: int) -> None:
    newsroom.life.schedule(number, at(NOON + DAY), "me", NOON)
    assert len(newsroom.history.history(number)) == 1


def test_an_earlier_version_is_restored_as_a_new_one_at_the_time_there_is(
    newsroom: Newsroom, number: int
) -> None:
    newsroom.revisions.revise(number, filing("Second", contacts=(BO,)), "me", NOON)
    newsroom.life.schedule(number, at(NOON + 3 * DAY), "me", NOON)
    release, old = newsroom.history.restore_version(number, 1, "me", NOON)
    assert (release.original.headline, old.number) == ("A release", 1)
    assert (release.contacts, release.embargo) == ((ANA,), at(NOON + 3 * DAY))
    assert [version.verb for version in newsroom.history.history(number)][-1] == "restored"
    with pytest.raises(NotAllowedNow, match="says exactly that now"):
        newsroom.history.restore_version(number, 1, "me", NOON)
    with pytest.raises(Refusal, match="no version 99"):
        newsroom.history.restore_version(number, 99, "me", NOON)


def test_a_restored_version_brings_no_topic_back_that_there_is_no_more(
    newsroom: Newsroom, number: int
) -> None:
    newsroom.topics.rename("aid", "relief", "me", NOON)
    newsroom.revisions.revise(number, filing("Second"), "me", NOON)
    release, _ = newsroom.history.restore_version(number, 1, "me", NOON)
    assert release.topics == ("relief",)


def test_what_an_editor_said_of_a_translation_is_a_version_too(
    newsroom: Newsroom, number: int
) -> None:
    original = newsroom.releases.get(number)[0].original
    for at_block, words in ((1, "Un titre"), (2, "Des mots."), (1, "Un meilleur titre")):
        newsroom.review.correct(number, "fr", at_block, words, "an editor", NOON)
    french = newsroom.history.history(number, "fr")
    assert [version.text.headline for version in french] == ["Un titre", "Un meilleur titre"]
    newsroom.history.restore_version(number, french[0].number, "me", NOON)
    text = newsroom.releases.get(number)[0].texts["fr"]
    assert (text.headline, len(text.blocks)) == ("Un titre", len(original.blocks))


def test_the_database_itself_keeps_versions(newsroom: Newsroom, number: int) -> None:
    for change in ("UPDATE version SET who = 'nobody'", "DELETE FROM version"):
        with pytest.raises(Exception, match="a version"), newsroom.storage.write() as db:
            db.execute(change)
    assert newsroom.front.edition(feed(newsroom, topic=ALL), NOON).entries == ()
    assert isinstance(newsroom.history.history(number)[0].text.blocks[0], Block)
    assert newsroom.history.history(number)[0].text.blocks[0].kind is Kind.HEADLINE


def test_a_major_revision_of_what_a_restored_copy_holds_tells_the_public_once_it_is_let_go(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    out = file(newsroom, filing(embargo=at(NOON)))
    ahead = file(newsroom, filing("Another", embargo=at(NOON + DAY)))
    newsroom.work.do_due(lambda: NOON)
    backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz", NOON)
    settings = replace(newsroom.settings, home=tmp_path / "again")
    found = restore(tmp_path / "copy.tar.gz", settings, "me", LATER)
    with opened(settings) as again:
        for number, new in ((out, filing("New")), (ahead, filing("Another new"))):
            again.revisions.revise(number, new, "me", LATER, "The name was wrong.")
        reopen(again.storage, found.waiting, "me", LATER)
        told, silent = (again.releases.get(number)[0].note for number in (out, ahead))
        assert (told, silent) == ("The name was wrong.", "")
        (entry,) = again.front.edition(feed(again, topic=ALL), LATER).entries
        assert (entry.note, entry.updated) == ("The name was wrong.", LATER)


def test_of_two_who_revise_the_same_version_at_the_same_time_one_is_refused(
    newsroom: Newsroom, number: int
) -> None:
    seen = Act("me", newsroom.releases.get(number)[0].version)
    start = threading.Barrier(2)

    def revised(words: str) -> bool:
        start.wait(10)
        try:
            newsroom.revisions.revise(number, filing(words), seen, NOON)
        except NotAllowedNow:
            return False
        else:
            return True
        finally:
            newsroom.storage.close()

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(revised, ("one", "other")))
    assert sorted(done) == [False, True]
    assert [v.verb for v in newsroom.history.history(number)] == ["filed", "revised"]
