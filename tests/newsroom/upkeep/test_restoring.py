"""A home from a copy: everything comes back, and nothing comes out by itself."""

import io
import os
import stat
import tarfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsroom.settings import Settings
from newsroom.upkeep.backup import backup
from newsroom.upkeep.reopening import reopen, waiting
from newsroom.upkeep.restoring import Restored, restore
from newsroom.wiring import Newsroom, open_newsroom
from press.errors import NotAllowedNow, NotPublic
from press.languages import Language
from press.public.edition import Feed
from press.releases.release import Filing, Reading, Release, State
from press.telling.notices import Channel, Fate
from press.topic import Topic
from storage.filed.restored import HeldGroup
from storage.telling import notices
from storage.telling.notices import RESTORED, Ended
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, ME, at, filing
from tests.newsroom.translation.test_topics import translated as topics_translated
from tests.storage.telling.world import follower, rows, send, take, webhook

HOUR = timedelta(hours=1)
LATER = NOON + 2 * HOUR


@pytest.fixture
def copy(newsroom: Newsroom, tmp_path: Path) -> Path:
    """Four releases, copied at noon: out, due within the hour, due tomorrow, withdrawn."""
    for name, when in (("out", -HOUR), ("due", HOUR), ("ahead", DAY), ("gone", -2 * HOUR)):
        file(newsroom, filing(name, embargo=at(NOON + when)), NOON - DAY)
    newsroom.work.do_due(lambda: NOON)
    newsroom.life.withdraw(4, "Sent in error.", "me", NOON)
    target = tmp_path / "copy.tar.gz"
    backup(newsroom.storage, newsroom.settings, target, NOON)
    return target


def file(newsroom: Newsroom, one: Filing, now: datetime = NOON) -> int:
    return newsroom.releases.file(Reading((one,)), ME, now)[0].release.id


def elsewhere(newsroom: Newsroom, tmp_path: Path) -> Settings:
    return replace(newsroom.settings, home=tmp_path / "new")


@contextmanager
def opened(settings: Settings, now: datetime = LATER) -> Iterator[Newsroom]:
    one = open_newsroom(settings, now)
    try:
        yield one
    finally:
        one.storage.close()


@contextmanager
def back(newsroom: Newsroom, copy: Path, tmp_path: Path) -> Iterator[tuple[Newsroom, Restored]]:
    settings = elsewhere(newsroom, tmp_path)
    found = restore(copy, settings, "me", LATER)
    with opened(settings) as again:
        yield again, found


def public(newsroom: Newsroom, now: datetime = LATER) -> list[str]:
    """The headlines in the feed of everything."""
    edition = newsroom.front.edition(Feed("all", english(newsroom)), now)
    return [entry.text.headline for entry in edition.entries]


def english(newsroom: Newsroom) -> Language:
    return newsroom.settings.site.languages.named("en")


def release(newsroom: Newsroom, number: int) -> Release:
    return newsroom.releases.get(number)[0]


def is_taken_back(newsroom: Newsroom, number: int) -> bool:
    try:
        return bool(
            newsroom.front.withdrawal(release(newsroom, number).slug, Language("en"), LATER)
        )
    except NotPublic:
        return False


def announced(newsroom: Newsroom, number: int) -> int:
    return [line.verb for line in newsroom.releases.get(number)[1]].count("came out")


def test_what_was_copied_comes_back_with_its_files_and_is_held(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    attached = newsroom.attachments.attach(number, picture, "me", NOON).file
    assert backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz", NOON) > 0
    with back(newsroom, tmp_path / "copy.tar.gz", tmp_path) as (again, found):
        (was,), (held,) = newsroom.releases.every(), again.releases.every()
        assert held == replace(was, held=True, restored=True, why=held.why)
        assert held.why == "held since the copy of 2026-08-25 12:00:00 UTC was restored"
        with pytest.raises(NotPublic):
            again.front.file(attached.token, attached.name, NOON + DAY)
        reopen(again.storage, found.waiting, "me", LATER)
        assert again.releases.every() == newsroom.releases.every()
        _, path = again.front.file(attached.token, attached.name, NOON + DAY)
        assert path.read_bytes() == picture.read_bytes()


def test_nothing_of_a_copy_is_out_or_comes_out_until_somebody_says_so(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    with back(newsroom, copy, tmp_path) as (again, found):
        assert found.copied_at == NOON
        groups = {group: [one.release_id for one in found.of(group)] for group in HeldGroup}
        assert groups == {HeldGroup.OUT: [1], HeldGroup.DUE: [2], HeldGroup.AHEAD: [3]}
        for now in (LATER, NOON + 9 * DAY):
            again.work.do_due(lambda now=now: now)
            assert public(again, now) == []
        for number in (1, 2, 3):
            one = release(again, number)
            assert one.state(NOON + 9 * DAY) is State.HELD
            with pytest.raises(NotPublic):
                again.front.entry(one.slug, english(again), LATER)
        assert [is_taken_back(again, number) for number in (1, 2, 3, 4)] == [False] * 3 + [True]


def test_what_is_let_go_is_as_it_was_in_the_copy_and_announced_once(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    before = public(newsroom, NOON)
    with back(newsroom, copy, tmp_path) as (again, found):
        again.work.do_due(lambda: LATER)
        reopen(again.storage, found.waiting, "anna", LATER)
        assert before == ["out"]
        assert public(again) == ["due", "out"]
        for _ in range(2):
            again.work.do_due(lambda: LATER)
        assert [announced(again, number) for number in (1, 2, 3, 4)] == [1, 1, 0, 1]
        assert release(again, 1) == release(newsroom, 1)
        assert release(again, 2).embargo == release(newsroom, 2).embargo
        assert release(again, 3).state(LATER) is State.SCHEDULED
        assert public(again, NOON + DAY) == ["ahead", "due", "out"]
        last = again.releases.get(2)[1][-2]
        assert (last.who, last.verb) == ("anna", "reopened")
        assert waiting(again.storage, LATER) == []


def test_the_entry_that_is_out_again_is_the_same_entry(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    feed = Feed("all", english(newsroom))
    (old,) = newsroom.front.edition(feed, NOON).entries
    with back(newsroom, copy, tmp_path) as (again, found):
        empty = again.front.edition(feed, LATER)
        reopen(again.storage, found.of(HeldGroup.OUT), "me", LATER + HOUR)
        now = again.front.edition(feed, LATER + HOUR)
        (new,) = now.entries
        assert (new.id, new.published, new.updated) == (old.id, old.published, old.updated)
        # A reader that asks whether anything changed is told so, each time.
        assert newsroom.front.edition(feed, NOON).changed < empty.changed < now.changed


def test_one_that_was_withdrawn_since_the_copy_is_withdrawn_again_before_the_rest_is_let_go(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    with back(newsroom, copy, tmp_path) as (again, _):
        again.life.withdraw(1, "It was wrong.", "me", LATER)
        again.life.withdraw(2, "It was wrong, too.", "me", LATER)
        reopen(again.storage, waiting(again.storage, LATER), "me", LATER)
        assert public(again) == []
        # The public saw the one; nobody knows whether it saw the other.
        assert (is_taken_back(again, 1), is_taken_back(again, 2)) == (True, False)


def test_single_releases_are_let_go_moved_or_left(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    with back(newsroom, copy, tmp_path) as (again, _):
        reopen(again.storage, waiting(again.storage, LATER, only=[1]), "me", LATER)
        again.life.schedule(2, at(LATER + HOUR), "me", LATER)
        assert [one.release_id for one in waiting(again.storage, LATER)] == [3]
        assert waiting(again.storage, LATER, but=[3]) == []
        assert not release(again, 2).restored
        assert public(again) == ["out"]
        assert public(again, LATER + HOUR) == ["due", "out"]
        for number in (1, 2, 4, 99):
            with pytest.raises(NotAllowedNow, match=str(number)):
                waiting(again.storage, LATER, only=[number])


def test_what_was_held_before_the_copy_stays_held(newsroom: Newsroom, tmp_path: Path) -> None:
    file(newsroom, filing("held", embargo=at(NOON + DAY)))
    newsroom.life.hold(1, "me", NOON)
    backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz", NOON)
    with back(newsroom, tmp_path / "copy.tar.gz", tmp_path) as (again, found):
        assert found.waiting == ()
        assert release(again, 1).state(NOON + 2 * DAY) is State.HELD


def test_a_link_that_may_have_been_taken_back_since_shows_nothing(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    file(newsroom, filing(embargo=at(NOON + DAY)))
    token = newsroom.previews.make(1, "me", NOON, DAY)
    backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz", NOON)
    newsroom.previews.revoke(1, "me", NOON)
    with back(newsroom, tmp_path / "copy.tar.gz", tmp_path) as (again, found):
        assert found.previews == 1
        with pytest.raises(NotPublic):
            again.previews.sight(token, None, LATER)


def test_a_copy_of_an_archive_that_nobody_was_told_of_is_out_again_and_nobody_is_told(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    file(newsroom, filing("old", embargo=at(NOON - 900 * DAY)), NOON - 901 * DAY)
    with newsroom.storage.write() as db:
        db.execute("DELETE FROM task WHERE kind = 'announce'")
    backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz", NOON)
    with back(newsroom, tmp_path / "copy.tar.gz", tmp_path) as (again, found):
        assert [one.group for one in found.waiting] == [HeldGroup.OUT]
        assert public(again) == []
        reopen(again.storage, found.waiting, "me", LATER)
        again.work.do_due(lambda: LATER)
        assert public(again) == ["old"]
        assert announced(again, 1) == 0


def test_what_was_out_when_it_was_copied_and_not_announced_is_announced_once_it_is_let_go(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    for name in ("first", "second"):
        file(newsroom, filing(name, embargo=at(NOON)), NOON - DAY)
    backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz", NOON)
    with back(newsroom, tmp_path / "copy.tar.gz", tmp_path) as (again, found):
        again.work.do_due(lambda: LATER)
        assert [one.group for one in found.waiting] == [HeldGroup.OUT, HeldGroup.OUT]
        again.life.withdraw(1, "It was wrong.", "me", LATER)
        assert is_taken_back(again, 1)
        reopen(again.storage, waiting(again.storage, LATER), "me", LATER)
        for _ in range(2):
            again.work.do_due(lambda: LATER)
        assert [announced(again, number) for number in (1, 2)] == [0, 1]


def test_a_copy_of_a_restored_home_holds_what_that_home_held(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    with back(newsroom, copy, tmp_path) as (again, found):
        second = tmp_path / "second.tar.gz"
        backup(again.storage, again.settings, second, LATER)
    settings = replace(newsroom.settings, home=tmp_path / "third")
    assert restore(second, settings, "me", LATER).waiting == found.waiting


def test_a_copy_that_does_not_say_when_it_was_made_is_as_old_as_its_journal(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    def forget(member: tarfile.TarInfo) -> None:
        member.mtime, member.pax_headers = 0, {}

    untold = rewritten(copy, tmp_path / "untold.tar.gz", forget)
    with back(newsroom, untold, tmp_path) as (again, found):
        assert found.copied_at is None
        assert [one.release_id for one in found.of(HeldGroup.OUT)] == [1]
        assert "copy of unknown time" in release(again, 1).why


def rewritten(
    copy: Path,
    target: Path,
    change: Callable[[tarfile.TarInfo], object],
    more: Sequence[tarfile.TarInfo] = (),
) -> Path:
    """A copy whose members are changed, and some more laid beside them."""
    with tarfile.open(copy) as old, tarfile.open(target, "w:gz") as new:
        for member in old:
            content = old.extractfile(member)
            change(member)
            new.addfile(member, content)
        for member in more:
            new.addfile(member, io.BytesIO(b"x" * member.size))
    return target


def test_what_is_restored_is_its_owners_alone_whatever_archive_home_and_mask_say(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    (newsroom.settings.home / "files").mkdir(exist_ok=True)
    folder = tarfile.TarInfo("files")
    folder.type, folder.mode = tarfile.DIRTYPE, 0o777
    attached = tarfile.TarInfo("files/token")
    attached.size, attached.mode = 3, 0o777
    loose = rewritten(
        copy,
        tmp_path / "loose.tar.gz",
        lambda member: setattr(member, "mode", 0o666),
        (folder, attached),
    )
    home = tmp_path / "new"
    home.mkdir()
    home.chmod(0o755)
    mask = os.umask(0)
    try:
        with back(newsroom, loose, tmp_path):
            modes = {p.relative_to(home): stat.S_IMODE(p.stat().st_mode) for p in home.rglob("*")}
    finally:
        os.umask(mask)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {mode for path, mode in modes.items() if (home / path).is_dir()} <= {0o700}
    assert {mode for path, mode in modes.items() if (home / path).is_file()} == {0o600}
    assert Path("files/token") in modes


def test_what_a_machine_and_an_editor_say_of_topics_comes_back(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    newsroom.topics.declare(Topic("rivers", {"en": "Rivers"}, {"en": "On rivers."}), "me", NOON)
    newsroom.topics.declare(Topic("seas", {"fr": "Mers"}, {"en": "On seas."}), "me", NOON)
    newsroom.topics.declare(Topic("seas", {"en": "Seas"}), "me", NOON)
    topics_translated(newsroom)
    newsroom.topic_review.correct("rivers", "fr", 1, "Les fleuves", "me", NOON)
    before = newsroom.topics.every()
    target = tmp_path / "copy.tar.gz"
    backup(newsroom.storage, newsroom.settings, target, NOON)
    settings = elsewhere(newsroom, tmp_path)
    restore(target, settings, "me", LATER)
    with opened(settings) as copied:
        assert copied.topics.every() == before
        copied.topics.declare(Topic("rivers", {"en": "Streams"}), "me", LATER, replaces=True)
        topics_translated(copied, now=LATER + HOUR)
        assert copied.topics.every()[0].titles["fr"] == "STREAMS"
        # In which language each was given first is known still.
        assert copied.topics.every()[1].titles["nl"] == "MERS"


@pytest.fixture
def owing(newsroom: Newsroom, tmp_path: Path) -> Path:
    """A copy made while a release was told: one of two people has it; a webhook not yet."""
    for name in ("one", "other"):
        follower(newsroom.storage, name, since=NOON - DAY)
    webhook(newsroom.storage)
    file(newsroom, filing("out", embargo=at(NOON - HOUR)), NOON - DAY)
    newsroom.work.do_due(lambda: NOON)
    (one,) = take(newsroom.storage, NOON, limit=1)
    with newsroom.storage.write() as db:
        notices.end(db, [Ended(one.id, Fate.SENT)], NOON)
    target = tmp_path / "owing.tar.gz"
    backup(newsroom.storage, newsroom.settings, target, NOON)
    return target


def test_what_a_copy_held_as_owed_is_not_sent_by_itself(
    newsroom: Newsroom, owing: Path, tmp_path: Path
) -> None:
    with back(newsroom, owing, tmp_path) as (again, found):
        assert found.untold == 2
        assert [row["outcome"] for row in rows(again.storage)] == ["sent", "stopped", "stopped"]
        assert rows(again.storage)[1]["note"] == RESTORED
        assert len(rows(again.storage, "webhook")) == 1


def test_what_was_out_in_the_copy_is_told_to_nobody_again_once_it_is_let_go(
    newsroom: Newsroom, owing: Path, tmp_path: Path
) -> None:
    with back(newsroom, owing, tmp_path) as (again, found):
        reopen(again.storage, found.waiting, "me", LATER)
        again.work.do_due(lambda: LATER)
        assert public(again) == ["out"]
        for channel in Channel:
            assert send(again.storage, LATER, channel) == []
        again.life.withdraw(1, "Sent in error.", "me", LATER)
        assert send(again.storage, LATER) == [(1, "withdrawn", "en"), (2, "withdrawn", "en")]


def test_what_fell_due_since_is_told_once_it_is_let_go(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    with back(newsroom, copy, tmp_path) as (again, found):
        follower(again.storage, since=NOON)
        reopen(again.storage, found.waiting, "me", LATER)
        again.work.do_due(lambda: LATER)
        assert send(again.storage, LATER) == [(1, "out", "en")]


def test_mails_that_were_written_into_a_folder_are_in_no_copy(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    newsroom.settings.mailbox.mkdir()
    (newsroom.settings.mailbox / "1.eml").write_text("To: reader@example.org")
    backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz", NOON)
    with tarfile.open(tmp_path / "copy.tar.gz") as archive:
        assert not [name for name in archive.getnames() if "eml" in name]


def test_what_shows_whose_newsroom_it_is_comes_back_too(newsroom: Newsroom, tmp_path: Path) -> None:
    pages = newsroom.settings.pages
    pages.mkdir()
    for name in ("about.en.md", "logo.svg"):
        (pages / name).write_text(name)
    backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz", NOON)
    settings = elsewhere(newsroom, tmp_path)
    restore(tmp_path / "copy.tar.gz", settings, "me", LATER)
    there = {path.name: path.read_text() for path in settings.pages.iterdir()}
    assert there == {"about.en.md": "about.en.md", "logo.svg": "logo.svg"}
    assert stat.S_IMODE((settings.pages / "about.en.md").stat().st_mode) == 0o600
