"""Whatever an officer does, what a text says of “not yet” wins until somebody lifts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom.filing.refiling import Instructions
from newsroom.releases.acts import Act
from newsroom.releases.editing import Edit
from newsroom.upkeep import reopening
from newsroom.upkeep.backup import backup
from newsroom.upkeep.restoring import restore
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import Precision
from press.errors import NotAllowedNow
from press.releases.release import NotYet, Reading, State
from press.topic import Topic
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, ME, MINUTE, QUIET, at, due, file, filing
from tests.newsroom.releases.test_life import kept_waiting, state, translate
from tests.press.releases.test_dimensions import png

UNREAD = NotYet("Embargo: until the minister has spoken", None, "it names no moment")
LATER = NotYet("Embargo: in three days", at(NOON + 3 * DAY))


def said(newsroom: Newsroom, number: int) -> tuple[NotYet, ...]:
    return newsroom.releases.get(number)[0].not_yet


def test_a_file_without_the_line_does_not_move_a_release_before_its_embargo(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, filing("Secret", not_yet=(LATER,)))
    new = filing("Still secret", embargo=at(NOON + DAY))
    assert "time: stays" in newsroom.revisions.would_revise(number, new, NOON)[1]
    newsroom.revisions.revise(number, new, "me", NOON)
    assert newsroom.releases.get(number)[0].embargo == LATER.embargo
    unread = file(newsroom, filing("Secret too", not_yet=(UNREAD,)))
    newsroom.revisions.revise(unread, filing("Still", embargo=at(NOON - DAY)), "me", NOON)
    assert state(newsroom, unread, NOON + 9 * DAY) is State.DRAFT


def test_the_same_words_with_a_new_embargo_are_named(newsroom: Newsroom) -> None:
    one = filing("Words", embargo=at(NOON + DAY))
    file(newsroom, one)
    (filed,) = newsroom.releases.file(Reading((replace(one, not_yet=(UNREAD,)),)), ME, NOON)
    assert (filed.is_new, filed.differs) == (False, True)


@pytest.mark.parametrize(
    ("not_yet", "told"),
    [((LATER,), ME), ((UNREAD,), ME), ((), replace(ME, embargo=at(NOON + DAY)))],
    ids=["an embargo ahead", "an embargo without a moment", "a moment that was typed"],
)
def test_a_listing_that_is_held_back_changes_nothing_public_of_its_topic(
    newsroom: Newsroom, not_yet: tuple[NotYet, ...], told: Instructions
) -> None:
    topic = Topic("peace", {"en": "Peace"}, {"en": "About peace."})
    item = filing("Out", embargo=at(NOON - DAY), topics=("peace",))
    newsroom.releases.file(Reading((item,), topic), ME, NOON)
    before = newsroom.front.topics(NOON)
    secret = replace(topic, introductions={"en": "Soon we shall agree."})
    again = Reading((replace(item, not_yet=not_yet),), secret)
    newsroom.releases.file(again, told, NOON)
    assert newsroom.front.topics(NOON) == before


def test_an_edit_gives_no_minute_that_has_passed(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    with pytest.raises(NotAllowedNow, match="has passed"):
        newsroom.edits.edit(number, Edit(embargo=at(NOON - DAY)), "me", NOON)
    assert state(newsroom, number) is State.DRAFT


def test_an_edit_does_not_let_go_what_is_held(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    newsroom.life.hold(number, "me", NOON, "the minister has not signed")
    with pytest.raises(NotAllowedNow, match="is held"):
        newsroom.edits.edit(number, Edit(embargo=at(NOON + 2 * DAY)), "me", NOON)
    assert state(newsroom, number) is State.HELD


def test_words_that_said_not_yet_bring_that_back_with_them(newsroom: Newsroom) -> None:
    number = file(newsroom, filing("First", embargo=at(NOON + DAY)))
    newsroom.revisions.revise(number, filing("Second", not_yet=(LATER,)), "me", NOON)
    newsroom.revisions.revise(number, filing("Third"), "me", NOON)
    newsroom.life.schedule(number, at(NOON + DAY), Act("me", lift=True), NOON)
    newsroom.history.restore_version(number, 2, "me", NOON)
    assert (state(newsroom, number, NOON + 2 * DAY), said(newsroom, number)) == (
        State.HELD,
        (LATER,),
    )


def test_words_that_say_not_yet_are_not_brought_back_into_what_is_out(newsroom: Newsroom) -> None:
    number = file(newsroom, filing("First", not_yet=(LATER,)))
    newsroom.revisions.revise(number, filing("Second"), "me", NOON)
    newsroom.life.publish(number, Act("me", lift=True), NOON)
    with pytest.raises(NotAllowedNow, match="is out, and these words say"):
        newsroom.history.restore_version(number, 1, "me", NOON)


def test_a_time_on_the_day_of_an_embargo_is_its_minute(newsroom: Newsroom) -> None:
    day = at(NOON.replace(hour=0) + 3 * DAY - timedelta(hours=2))
    until = NotYet("Embargo: that day", replace(day, precision=Precision.DATE))
    minute = at(day.instant + timedelta(hours=10))
    typed = file(newsroom, filing("One", not_yet=(until,)), replace(ME, embargo=minute))
    dated = file(newsroom, filing("Two", not_yet=(until,), embargo=minute))
    for number in (typed, dated):
        assert newsroom.releases.get(number)[0].embargo == minute


def test_a_text_that_contradicts_itself_is_not_scheduled_before_its_latest_moment(
    newsroom: Newsroom,
) -> None:
    both = (NotYet("one", at(NOON + DAY)), NotYet("other", at(NOON + 2 * DAY)))
    number = file(newsroom, filing(not_yet=both))
    for early in (MINUTE, DAY):
        with pytest.raises(NotAllowedNow, match="lift-embargo"):
            newsroom.life.schedule(number, at(NOON + early), "me", NOON)
    newsroom.life.schedule(number, at(NOON + 2 * DAY), "me", NOON)


@pytest.mark.parametrize("act", ["edit", "revise"])
def test_an_act_that_waited_past_the_minute_finds_the_release_out(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    number = file(newsroom, filing("Words", embargo=at(NOON + MINUTE)))
    before = newsroom.releases.get(number)
    kept_waiting(monkeypatch, 120)
    acts = {
        "edit": lambda: newsroom.edits.edit(number, Edit(embargo=at(NOON + DAY)), "me", NOON),
        "revise": lambda: newsroom.revisions.revise(
            number, filing("Secret", not_yet=(LATER,)), "me", NOON
        ),
    }
    with pytest.raises(NotAllowedNow, match="is out"):
        acts[act]()
    assert newsroom.releases.get(number) == before


def test_a_credit_and_a_file_are_versions_too(newsroom: Newsroom, tmp_path: Path) -> None:
    number, picture = file(newsroom, filing()), tmp_path / "bridge.png"
    picture.write_bytes(png(4, 3))
    newsroom.attachments.attach(number, picture, "me", NOON)
    newsroom.edits.edit(number, Edit(credit="R. Ferrant"), "me", NOON)
    newsroom.attachments.detach(number, "bridge.png", "me", NOON)
    found = newsroom.history.history(number)
    assert [version.verb for version in found] == ["filed", "attached", "edited", "detached"]
    owed = [[f.credit for f in v.facts.files] for v in found if v.facts]
    assert owed == [[], [""], ["R. Ferrant"], []]


def test_a_language_that_goes_and_returns_is_a_version_each_time(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    newsroom.edits.edit(number, Edit(language="fr"), "me", NOON)
    seen = newsroom.releases.get(number)[0].version
    newsroom.edits.edit(number, Edit(language="en"), "another", NOON)
    found = newsroom.history.history(number)
    assert [version.text.language for version in found] == ["en", "fr", "en"]
    with pytest.raises(NotAllowedNow, match="by another"):
        newsroom.life.schedule(number, at(NOON + DAY), Act("me", seen), NOON)


def test_what_another_editor_approved_elsewhere_survives_an_approval_undone(
    newsroom: Newsroom,
) -> None:
    one, other = file(newsroom, filing("One")), file(newsroom, filing("Other"))
    for number in (one, other):
        translate(newsroom, number)
        newsroom.review.approve(number, "fr", "me", NOON, [2])
    newsroom.review.unapprove(other, "fr", "me", NOON, [2])
    third = file(newsroom, filing("Third"))
    segments = newsroom.sheets.get(third, "fr").segments
    assert [segment.is_settled for segment in segments] == [False, True]


def test_topics_are_called_by_any_name_they_had(newsroom: Newsroom) -> None:
    number = file(newsroom, filing(topics=("aid", "peace")))
    newsroom.topics.rename("aid", "relief", "me", NOON)
    newsroom.edits.edit(number, Edit(remove=("aid",)), "me", NOON)
    assert newsroom.releases.get(number)[0].topics == ("peace",)
    newsroom.topics.retire("peace", "", "me", NOON)
    newsroom.revisions.revise(number, filing("New", topics=("peace",)), "me", NOON)
    assert newsroom.releases.get(number)[0].topics == ("peace",)


@pytest.mark.parametrize("told", [QUIET, ME])
def test_a_draft_that_was_revised_does_not_come_out_with_its_first_file(
    newsroom: Newsroom, told: Instructions
) -> None:
    first = filing("First", embargo=at(NOON - DAY))
    number = file(newsroom, first, QUIET)
    newsroom.revisions.revise(number, filing("Secret", not_yet=(UNREAD,)), "me", NOON)
    newsroom.releases.file(Reading((first,)), told, NOON)
    assert state(newsroom, number) is State.DRAFT
    assert due(newsroom, "announce", NOON + DAY) == []


def test_what_was_out_in_a_restored_copy_is_let_out_as_it_was_or_not_at_all(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    number = file(newsroom, filing("Out", embargo=at(NOON - DAY)))
    with restored(newsroom, tmp_path) as again:
        newsroom = again
        for act in (
            lambda: newsroom.life.publish(number, "me", NOON),
            lambda: newsroom.life.schedule(number, at(NOON + DAY), "me", NOON),
        ):
            with pytest.raises(NotAllowedNow, match="newsroom reopen 1 lets it out again"):
                act()
        for edit in (Edit(language="fr"), Edit(embargo=at(NOON + DAY))):
            with pytest.raises(NotAllowedNow, match="its time and language stay"):
                newsroom.edits.edit(number, edit, "me", NOON)
        with pytest.raises(NotAllowedNow, match="is out, and the file"):
            newsroom.revisions.revise(number, filing("Secret", not_yet=(LATER,)), "me", NOON)


def test_what_says_not_yet_goes_on_waiting_when_a_copy_is_let_go(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    number = file(newsroom, filing("Ahead", embargo=at(NOON + DAY)))
    other = file(newsroom, filing("Other", embargo=at(NOON + DAY)))
    with restored(newsroom, tmp_path) as again:
        again.revisions.revise(number, filing("Secret", not_yet=(LATER,)), "me", NOON)
        chosen = reopening.waiting(again.storage, NOON)
        held = reopening.held_back(again.storage, chosen, NOON)
        assert [one.release_id for one in held] == [number]
        reopening.reopen(again.storage, chosen, "me", NOON)
        assert state(again, number, NOON + 2 * DAY) is State.HELD
        assert state(again, other, NOON + 2 * DAY) is State.OUT


@contextmanager
def restored(newsroom: Newsroom, folder: Path) -> Iterator[Newsroom]:
    backup(newsroom.storage, newsroom.settings, folder / "copy.tar.gz", NOON)
    settings = replace(newsroom.settings, home=folder / "new")
    restore(folder / "copy.tar.gz", settings, "me", NOON)
    again = open_newsroom(settings, NOON)
    try:
        yield again
    finally:
        again.storage.close()


@pytest.mark.parametrize("told", [QUIET, ME], ids=["filed", "to be published"])
@pytest.mark.parametrize("order", [UNREAD, LATER], ids=["without a moment", "with a moment"])
@pytest.mark.parametrize("days", [-1, 1], ids=["a draft", "scheduled"])
def test_the_same_words_that_now_say_not_yet_hold_back_the_release_there_is(
    newsroom: Newsroom, told: Instructions, order: NotYet, days: int
) -> None:
    one = filing("Words", embargo=at(NOON + days * DAY))
    number = file(newsroom, one, QUIET)
    (filed,) = newsroom.releases.file(Reading((replace(one, not_yet=(order,)),)), told, NOON)
    assert (filed.is_new, filed.held_back) == (False, True)
    assert state(newsroom, number, NOON + 2 * DAY) is not State.OUT
    with pytest.raises(NotAllowedNow, match="lift-embargo"):
        newsroom.life.publish(number, "me", NOON)


def test_an_order_that_was_lifted_holds_nothing_back_when_its_file_comes_again(
    newsroom: Newsroom,
) -> None:
    one = filing("Words", embargo=at(NOON - DAY), not_yet=(UNREAD,))
    number = file(newsroom, one)
    newsroom.life.schedule(number, at(NOON + DAY), Act("me", lift=True), NOON)
    (filed,) = newsroom.releases.file(Reading((one,)), ME, NOON)
    assert not filed.held_back
    assert state(newsroom, number) is State.SCHEDULED


def test_a_moment_that_is_typed_for_words_that_are_filed_is_named(newsroom: Newsroom) -> None:
    one = filing("Words", embargo=at(NOON - DAY))
    file(newsroom, one, QUIET)
    told = replace(QUIET, embargo=at(NOON + DAY))
    (filed,) = newsroom.releases.file(Reading((one,)), told, NOON)
    assert (filed.is_new, filed.differs) == (False, True)
    (beside,) = newsroom.releases.file(Reading((one,)), replace(told, beside=True), NOON)
    assert (beside.is_new, beside.release.embargo) == (True, at(NOON + DAY))


def test_a_summary_that_says_not_yet_wins_over_a_time_given_with_it(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    both = Edit(summary="Embargo", not_yet=(LATER,), embargo=at(NOON + DAY))
    with pytest.raises(NotAllowedNow, match="lift-embargo"):
        newsroom.edits.edit(number, both, "me", NOON)
    assert state(newsroom, number, NOON + 2 * DAY) is State.DRAFT


def test_a_bare_word_is_content_with_an_officers_moment_and_an_order_is_not(
    newsroom: Newsroom,
) -> None:
    bare = NotYet("EMBARGO", None, "it names no moment", bare=True)
    ahead = replace(ME, embargo=at(NOON + DAY))
    typed = file(newsroom, filing("One", not_yet=(bare,)), ahead)
    assert state(newsroom, typed) is State.SCHEDULED
    number = file(newsroom, filing("Two", not_yet=(bare,)))
    with pytest.raises(NotAllowedNow, match="lift-embargo"):
        newsroom.life.publish(number, "me", NOON)
    newsroom.life.schedule(number, at(NOON + DAY), "me", NOON)
    ordered = file(newsroom, filing("Three", not_yet=(UNREAD, bare)), ahead)
    assert state(newsroom, ordered) is State.DRAFT
    with pytest.raises(NotAllowedNow, match="lift-embargo"):
        newsroom.life.schedule(ordered, at(NOON + DAY), "me", NOON)
    assert newsroom.history.history(ordered)[0].facts.not_yet == (UNREAD, bare)  # type: ignore[union-attr]
