"""The life of a release: every act is whole, journalled, and refused where it makes no sense."""

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from newsroom.releases.acts import Act
from newsroom.releases.editing import Edit
from newsroom.releases.life import Together
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, NotPublic
from press.languages import Language
from press.public.edition import Edition, Feed
from press.releases.release import Filing, Policy, State
from press.text import Block, Kind, Origin, Text
from press.topic import ALL, Topic
from storage import Database, public
from storage.filed import releases
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file, filing
from tests.newsroom.tasks.test_work import do

ENGLISH = Language("en")
TOGETHER = Together(Policy.TOGETHER, ("en", "fr"))


def edition(newsroom: Newsroom, now=NOON, code: str = "en") -> Edition:  # type: ignore[no-untyped-def]
    return newsroom.front.edition(Feed(ALL, newsroom.settings.site.languages.named(code)), now)


def scheduled(newsroom: Newsroom, headline: str = "A release", **said: Together) -> int:
    number = file(newsroom, filing(headline))
    newsroom.life.schedule(number, at(NOON + DAY), "me", NOON, **said)
    return number


def translate(newsroom: Newsroom, number: int, now=NOON, *, ready: bool = True) -> None:  # type: ignore[no-untyped-def]
    original = newsroom.releases.get(number)[0].original
    said = {Kind.HEADLINE: "Un titre", Kind.PARAGRAPH: "Des mots."}
    blocks = [
        Block(b.kind, said[b.kind], Origin.MACHINE, "echo 1.0", b.digest) for b in original.blocks
    ]
    with newsroom.storage.write() as db:
        releases.save_text(db, number, Text("fr", tuple(blocks)), now, ready=ready)


def state(newsroom: Newsroom, number: int, now=NOON) -> State:  # type: ignore[no-untyped-def]
    return newsroom.releases.get(number)[0].state(now)


def notes(newsroom: Newsroom, number: int, verb: str) -> list[str]:
    return [line.note for line in newsroom.releases.get(number)[1] if line.verb == verb]


def kept_waiting(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Whoever asks for the lock is told that so much time went by until it was had."""
    readings = itertools.count(0.0, seconds)
    monkeypatch.setattr("newsroom.releases.acts.monotonic", lambda: next(readings))


@contextmanager
def lock_held(
    newsroom: Newsroom, act: Callable[[Database], None] = lambda _: None
) -> Iterator[None]:
    """Another writes meanwhile: for long enough that an act that begins now reads what was before.

    Args:
        newsroom: whose database is locked.
        act: what the other does in the end.
    """
    held = threading.Event()

    def write_for_a_while() -> None:
        with newsroom.storage.write() as db:
            held.set()
            time.sleep(0.3)
            act(db)
        newsroom.storage.close()

    writer = threading.Thread(target=write_for_a_while)
    writer.start()
    held.wait()
    yield
    writer.join()


def test_a_held_release_does_not_come_out_at_its_minute_until_it_is_scheduled_again(
    newsroom: Newsroom,
) -> None:
    number = scheduled(newsroom)
    newsroom.life.hold(number, "me", NOON, "not signed")
    do(newsroom, NOON + DAY)
    assert state(newsroom, number, NOON + DAY) is State.HELD
    assert edition(newsroom, NOON + 2 * DAY).entries == ()
    newsroom.life.schedule(number, at(NOON + 3 * DAY), "me", NOON + 2 * DAY)
    do(newsroom, NOON + 3 * DAY)
    assert state(newsroom, number, NOON + 3 * DAY) is State.OUT
    assert notes(newsroom, number, "came out") == ["after 0 ms"]


@pytest.mark.parametrize("to", [NOON + 2 * DAY, NOON + MINUTE])
def test_a_release_moved_later_or_earlier_comes_out_at_its_new_minute(
    newsroom: Newsroom,
    to,  # type: ignore[no-untyped-def]
) -> None:
    number = scheduled(newsroom)
    newsroom.life.schedule(number, at(to), "me", NOON)
    assert edition(newsroom, to - timedelta(milliseconds=1)).entries == ()
    assert len(edition(newsroom, to).entries) == 1
    do(newsroom, to)
    do(newsroom, NOON + 3 * DAY)
    assert len(notes(newsroom, number, "came out")) == 1


def test_a_clock_that_steps_back_does_not_take_back_what_was_announced(newsroom: Newsroom) -> None:
    number = scheduled(newsroom)
    other = file(newsroom, filing("later"))
    do(newsroom, NOON + DAY)
    back = NOON + DAY - 30 * MINUTE
    newsroom.life.schedule(other, at(NOON + DAY - 10 * MINUTE), "me", back)
    assert [e.text.headline for e in edition(newsroom, back).entries] == ["A release"]
    assert state(newsroom, number, back) is State.OUT


@pytest.mark.promise(76)
def test_withdrawing_takes_a_release_back_in_every_language_and_says_why(
    newsroom: Newsroom,
) -> None:
    number = scheduled(newsroom)
    do(newsroom, NOON + DAY)
    later = NOON + DAY + MINUTE
    before = edition(newsroom, later)
    release = newsroom.life.withdraw(number, "Sent in error.", "me", later)
    for code in ("en", "fr", "nl", "de"):
        assert edition(newsroom, later, code).entries == ()
    assert newsroom.front.withdrawal(release.slug, ENGLISH, later).reason == "Sent in error."
    after = edition(newsroom, later)
    assert after.changed == later.replace(microsecond=0)
    assert after.digest != before.digest


def test_a_release_withdrawn_before_its_minute_was_never_known(newsroom: Newsroom) -> None:
    number = scheduled(newsroom)
    before = edition(newsroom, NOON + MINUTE)
    release = newsroom.life.withdraw(number, "The talks failed.", "me", NOON + MINUTE)
    for now in (NOON + MINUTE, NOON + 2 * DAY):
        with pytest.raises(NotPublic):
            newsroom.front.withdrawal(release.slug, ENGLISH, now)
        assert edition(newsroom, now) == before


@pytest.mark.promise(4)
def test_a_minor_revision_is_silent_and_a_major_one_moves_updated(newsroom: Newsroom) -> None:
    number = scheduled(newsroom)
    do(newsroom, NOON + DAY)
    (first,) = edition(newsroom, NOON + DAY).entries
    newsroom.revisions.revise(number, filing("A typo"), "me", NOON + DAY + MINUTE)
    (minor,) = edition(newsroom, NOON + DAY + MINUTE).entries
    assert (minor.text.headline, minor.updated, minor.note) == ("A typo", first.updated, "")
    newsroom.revisions.revise(number, filing("A sum"), "me", NOON + 2 * DAY, "The sum was wrong.")
    for code in ("en", "nl"):
        (major,) = edition(newsroom, NOON + 2 * DAY, code).entries
        assert (major.updated, major.note) == (NOON + 2 * DAY, "The sum was wrong.")
        assert major.published == first.published


@pytest.mark.promise(4)
def test_a_revision_under_embargo_shows_no_note(newsroom: Newsroom) -> None:
    number = scheduled(newsroom)
    newsroom.revisions.revise(number, filing("Better"), "me", NOON + MINUTE, "A secret change.")
    (entry,) = edition(newsroom, NOON + DAY).entries
    assert (entry.note, entry.updated) == ("", NOON + DAY)


def test_together_waits_for_every_required_language(newsroom: Newsroom) -> None:
    number = scheduled(newsroom, together=TOGETHER)
    translate(newsroom, number, NOON + MINUTE)
    assert newsroom.releases.get(number)[0].missing == ()
    assert len(edition(newsroom, NOON + DAY).entries) == 1


def test_together_is_held_with_an_alarm_if_a_language_is_missing_at_its_minute(
    newsroom: Newsroom,
) -> None:
    number = scheduled(newsroom, together=TOGETHER)
    do(newsroom, NOON + DAY)
    assert state(newsroom, number, NOON + DAY) is State.HELD
    assert notes(newsroom, number, "held") == ["ALARM: missing fr"]


def test_a_language_that_comes_too_late_does_not_let_the_release_slip_out_unseen(
    newsroom: Newsroom,
) -> None:
    """Whether or not any clock ran at its minute."""
    number = scheduled(newsroom, together=TOGETHER)
    translate(newsroom, number, NOON + DAY + MINUTE)
    assert edition(newsroom, NOON + 2 * DAY).entries == ()
    assert state(newsroom, number, NOON + 2 * DAY) is State.HELD
    newsroom.life.publish(number, "me", NOON + 2 * DAY)
    assert len(edition(newsroom, NOON + 2 * DAY).entries) == 1


@pytest.mark.parametrize("while_another_writes", [False, True])
def test_rejecting_a_text_does_not_take_back_what_came_out_before_any_clock_said_so(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, *, while_another_writes: bool
) -> None:
    number = scheduled(newsroom, together=TOGETHER)
    translate(newsroom, number, NOON + MINUTE)
    at = NOON + DAY
    if while_another_writes:
        kept_waiting(monkeypatch, seconds=0.3)
        newsroom.review.reject(number, "fr", "me", at - timedelta(milliseconds=100))
    else:
        newsroom.review.reject(number, "fr", "me", at + MINUTE)
    for code in ("en", "fr"):
        (entry,) = edition(newsroom, at + MINUTE, code).entries
        assert entry.text.language == "en"
    do(newsroom, at + MINUTE)
    assert state(newsroom, number, at + MINUTE) is State.OUT
    assert notes(newsroom, number, "held") == []


def test_what_was_out_before_any_clock_said_so_is_taken_back_in_public(newsroom: Newsroom) -> None:
    number = scheduled(newsroom, together=TOGETHER)
    translate(newsroom, number, NOON + MINUTE)
    later = NOON + DAY + MINUTE
    newsroom.review.reject(number, "fr", "me", later)
    slug = newsroom.releases.get(number)[0].slug
    newsroom.life.withdraw(number, "Sent in error.", "me", later + MINUTE)
    with newsroom.storage.read() as db:
        gone = public.withdrawal(db, slug, "en", later + 2 * MINUTE)
    assert gone
    assert gone.reason == "Sent in error."


def test_rejecting_a_text_before_the_minute_keeps_the_release_in(newsroom: Newsroom) -> None:
    number = scheduled(newsroom, together=TOGETHER)
    translate(newsroom, number, NOON + MINUTE)
    newsroom.review.reject(number, "fr", "me", NOON + DAY - MINUTE)
    assert edition(newsroom, NOON + DAY).entries == ()
    assert state(newsroom, number, NOON + DAY) is State.HELD


def test_publishing_what_waits_for_a_language_is_refused(newsroom: Newsroom) -> None:
    number = scheduled(newsroom, together=TOGETHER)
    with pytest.raises(NotAllowedNow, match="waits for fr"):
        newsroom.life.publish(number, "me", NOON)


def test_what_is_missing_is_said_an_hour_and_a_quarter_of_an_hour_before(
    newsroom: Newsroom,
) -> None:
    number = scheduled(newsroom, together=TOGETHER)
    for ahead in (61, 60, 15):
        do(newsroom, NOON + DAY - ahead * MINUTE)
    assert notes(newsroom, number, "reminds") == [
        "60 minutes left, missing fr",
        "15 minutes left, missing fr",
    ]


def test_machine_text_that_waits_for_an_editor_is_not_public_until_approved(
    newsroom: Newsroom,
) -> None:
    number = scheduled(newsroom)
    translate(newsroom, number, ready=False)
    assert edition(newsroom, NOON + DAY, "fr").entries[0].text.language == "en"
    newsroom.review.approve(number, "fr", "me", NOON + DAY)
    (entry,) = edition(newsroom, NOON + DAY, "fr").entries
    assert entry.text.headline == "Un titre"
    with pytest.raises(NotAllowedNow, match="waits for an editor"):
        newsroom.review.approve(number, "fr", "me", NOON + DAY)


def test_what_makes_no_sense_is_refused_and_changes_nothing(newsroom: Newsroom) -> None:
    number = scheduled(newsroom)
    newsroom.life.withdraw(number, "No.", "me", NOON)
    before = newsroom.releases.get(number)
    for act in (
        lambda: newsroom.life.withdraw(number, "Again.", "me", NOON),
        lambda: newsroom.life.hold(number, "me", NOON),
        lambda: newsroom.revisions.revise(number, filing("New"), "me", NOON),
        lambda: newsroom.edits.edit(number, Edit(summary="New"), "me", NOON),
        lambda: newsroom.history.restore_version(number, 1, "me", NOON),
    ):
        with pytest.raises(NotAllowedNow, match="is withdrawn"):
            act()
    assert newsroom.releases.get(number) == before


@pytest.mark.promise(76)
def test_what_was_out_and_withdrawn_is_published_again_as_what_it_was(newsroom: Newsroom) -> None:
    number = scheduled(newsroom)
    later = NOON + DAY + 2 * MINUTE
    (before,) = edition(newsroom, NOON + DAY).entries
    newsroom.life.withdraw(number, "In error.", "me", NOON + DAY + MINUTE)
    with pytest.raises(NotAllowedNow, match="publishes it again"):
        newsroom.life.schedule(number, at(NOON + 2 * DAY), "me", later)
    newsroom.life.publish(number, "me", later)
    shown = edition(newsroom, later)
    (entry,) = shown.entries
    assert shown.withdrawn == ()
    assert (entry.id, entry.slug, entry.published) == (before.id, before.slug, before.published)
    assert (entry.updated, entry.note) == (later, "Published again after it had been withdrawn.")
    assert shown.changed == later
    assert len(notes(newsroom, number, "published again")) == 1


def test_what_was_withdrawn_before_it_was_out_is_scheduled_as_what_it_was(
    newsroom: Newsroom,
) -> None:
    number = scheduled(newsroom)
    slug = newsroom.releases.get(number)[0].slug
    newsroom.life.withdraw(number, "No.", "me", NOON)
    newsroom.life.schedule(number, at(NOON + 2 * DAY), "me", NOON)
    assert state(newsroom, number) is State.SCHEDULED
    (entry,) = edition(newsroom, NOON + 2 * DAY).entries
    assert entry.slug == slug


@pytest.mark.parametrize("act", ["schedule", "publish", "hold", "withdraw", "revise", "edit"])
def test_an_act_on_a_version_after_which_another_came_is_refused_and_loses_nothing(
    newsroom: Newsroom, act: str
) -> None:
    number = scheduled(newsroom)
    seen = Act("me", newsroom.releases.get(number)[0].version)
    newsroom.revisions.revise(number, filing("A better headline"), "another", NOON)
    before = newsroom.releases.get(number)
    acts = {
        "schedule": lambda: newsroom.life.schedule(number, at(NOON + 3 * DAY), seen, NOON),
        "publish": lambda: newsroom.life.publish(number, seen, NOON),
        "hold": lambda: newsroom.life.hold(number, seen, NOON),
        "withdraw": lambda: newsroom.life.withdraw(number, "No.", seen, NOON),
        "revise": lambda: newsroom.revisions.revise(number, filing("Mine"), seen, NOON),
        "edit": lambda: newsroom.edits.edit(number, Edit(summary="Mine"), seen, NOON),
    }
    with pytest.raises(NotAllowedNow, match=r"by another.*version 3"):
        acts[act]()
    assert newsroom.releases.get(number) == before


def test_a_withdrawal_without_a_reason_is_refused(newsroom: Newsroom) -> None:
    number = scheduled(newsroom)
    with pytest.raises(NotAllowedNow, match="reason"):
        newsroom.life.withdraw(number, "  ", "me", NOON)


def test_revising_to_the_same_words_is_refused(newsroom: Newsroom) -> None:
    number = scheduled(newsroom)
    same = Filing(newsroom.releases.get(number)[0].original.blocks)
    with pytest.raises(NotAllowedNow, match="says exactly that already"):
        newsroom.revisions.revise(number, same, "me", NOON)


def test_a_release_moved_away_at_the_last_second_and_published_after_all_is_announced(
    newsroom: Newsroom,
) -> None:
    number = scheduled(newsroom)
    newsroom.life.schedule(number, at(NOON + 2 * DAY), "me", NOON + DAY - timedelta(seconds=1))
    do(newsroom, NOON + DAY)
    newsroom.life.publish(number, "me", NOON + DAY + timedelta(seconds=20))
    do(newsroom, NOON + DAY + timedelta(seconds=20))
    assert notes(newsroom, number, "came out") == ["after 0 ms"]


def test_an_act_that_waited_for_the_lock_past_the_minute_is_refused(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = scheduled(newsroom)
    kept_waiting(monkeypatch, seconds=0.3)
    with pytest.raises(NotAllowedNow, match="is out"):
        newsroom.life.hold(number, "me", NOON + DAY - timedelta(milliseconds=100))


@pytest.mark.promise(28)
def test_whenever_a_feeds_content_changes_its_last_change_moves_forward(
    newsroom: Newsroom,
) -> None:
    """Whoever asks only `If-Modified-Since` must not miss anything."""
    number, other = file(newsroom, filing(topics=("peace",))), file(newsroom, filing("Another"))
    now = NOON + DAY

    def acts():  # type: ignore[no-untyped-def]
        yield lambda t: newsroom.life.publish(number, "me", t)
        yield lambda t: newsroom.life.publish(other, "me", t)
        yield lambda t: translate(newsroom, number, t)
        yield lambda t: newsroom.topics.declare(Topic("peace", {"en": "Peace & security"}), "me", t)
        yield lambda t: newsroom.revisions.revise(number, filing("A typo"), "me", t)
        yield lambda t: newsroom.revisions.revise(
            number, filing("A sum"), "me", t, "The sum was wrong."
        )
        yield lambda t: newsroom.life.withdraw(other, "Sent in error.", "me", t)

    for act in acts():
        now += timedelta(seconds=1)
        before = {code: edition(newsroom, now, code) for code in ("en", "fr")}
        act(now)
        for code, old in before.items():
            new = edition(newsroom, now, code)
            assert new.digest != old.digest
            assert new.changed > old.changed


def test_what_is_complete_can_be_published_within_the_same_minute(newsroom: Newsroom) -> None:
    number = scheduled(newsroom, together=TOGETHER)
    translate(newsroom, number, NOON + timedelta(seconds=30))
    newsroom.life.publish(number, "me", NOON + timedelta(seconds=40))
    do(newsroom, NOON + timedelta(seconds=41))
    assert state(newsroom, number, NOON + timedelta(seconds=41)) is State.OUT
    assert len(edition(newsroom, NOON + timedelta(seconds=41)).entries) == 1


def test_words_in_another_language_do_not_become_the_authentic_text(newsroom: Newsroom) -> None:
    number = scheduled(newsroom)
    with pytest.raises(NotAllowedNow, match="that is in fr; the release is in en"):
        newsroom.revisions.revise(number, filing("Un titre", language="fr"), "me", NOON)
