"""The files that releases were read from are kept for officers, and for nobody else."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from feeds import FORMATS
from newsroom.filing.refiling import Instructions
from newsroom.releases.discarding import discard, kept_for_others
from newsroom.upkeep.backup import backup
from newsroom.upkeep.restoring import restore
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, Refusal, UnknownRelease
from press.releases.received import SourceFile
from press.releases.release import Reading
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, ME, at, file, filing
from tests.newsroom.public.test_front import feed
from tests.newsroom.releases.test_discarding import on_disk
from tests.newsroom.upkeep.test_restoring import LATER, opened

QUIET = Instructions("an officer")
# Many pages of it, and nothing that a packer can shorten.
NOISE = random.Random(14).randbytes(200_000)
DOCX = SourceFile("saltwind.docx", "application/vnd.test", NOISE)
OTHER = SourceFile("-", "text/plain", b"Other words.")


def read(*headlines: str, source: SourceFile = DOCX) -> Reading:
    return Reading(tuple(filing(one) for one in headlines), source=source)


def filed(newsroom: Newsroom, *headlines: str, source: SourceFile = DOCX) -> list[int]:
    found = newsroom.releases.file(read(*headlines, source=source), QUIET, NOON)
    return [one.release.id for one in found]


def contents(newsroom: Newsroom) -> int:
    with newsroom.storage.read() as db:
        return int(db["original"].count)


def test_every_version_that_was_read_from_a_file_gives_it_back(newsroom: Newsroom) -> None:
    (number,) = filed(newsroom, "One")
    newsroom.revisions.revise(number, filing("Two"), "me", NOON, "", OTHER)
    newsroom.life.schedule(number, at(NOON + DAY), "me", NOON)
    history = newsroom.history
    assert history.sources(number) == {1: "saltwind.docx", 2: "-"}
    assert history.original(number) == history.original(number, 2) == OTHER
    assert history.original(number, 1) == DOCX
    with pytest.raises(Refusal, match="no file is kept that version 3 of release 1 was read from"):
        history.original(number, 3)
    with pytest.raises(Refusal, match="no version 9"):
        history.original(number, 9)
    with pytest.raises(UnknownRelease):
        history.original(99)


def test_a_release_that_came_in_no_file_says_so(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    assert newsroom.history.sources(number) == {}
    with pytest.raises(Refusal, match="no file is kept that release 1 was read from"):
        newsroom.history.original(number)


def test_a_file_of_fifty_releases_is_kept_once_and_each_gives_it_back(newsroom: Newsroom) -> None:
    numbers = filed(newsroom, *(f"Item {n}" for n in range(50)))
    assert contents(newsroom) == 1
    assert all(newsroom.history.original(number) == DOCX for number in numbers)
    assert len(on_disk(newsroom)) < 8 * len(NOISE)


@pytest.mark.parametrize("data", [b"", b"One line.\n", b"A word. " * 90_000, NOISE * 2])
def test_whatever_a_file_holds_it_comes_back_byte_for_byte(newsroom: Newsroom, data: bytes) -> None:
    source = SourceFile("a", "b/c", data)
    (number,) = filed(newsroom, "One", source=source)
    assert newsroom.history.original(number) == source
    assert len(on_disk(newsroom)) < 2_000_000


def test_what_is_refused_or_only_tried_keeps_no_file(newsroom: Newsroom) -> None:
    newsroom.releases.file_all([read("One")], QUIET, NOON, dry=True)
    (refused,) = newsroom.releases.file_all(
        [Reading((filing("One", topics=("nowhere",)),), source=DOCX)], QUIET, NOON
    )
    assert isinstance(refused, Refusal)
    number = file(newsroom, filing("Mine"))
    with pytest.raises(NotAllowedNow):
        newsroom.revisions.revise(number, filing("Mine"), "me", NOON, "", DOCX)
    assert contents(newsroom) == 0


def test_no_byte_of_it_is_left_once_its_draft_is_discarded(newsroom: Newsroom) -> None:
    (number,) = filed(newsroom, "One")
    newsroom.revisions.revise(number, filing("Two"), "me", NOON, "", OTHER)
    pieces = [NOISE[n : n + 24] for n in range(0, len(NOISE) - 24, 500)]
    before = on_disk(newsroom)
    assert sum(piece in before for piece in pieces) > 380  # others lie across two pages
    discard(newsroom.storage, number, "me", NOON)
    left = on_disk(newsroom)
    assert [piece for piece in (*pieces, b"saltwind.docx", OTHER.data) if piece in left] == []
    assert contents(newsroom) == 0


def test_what_others_were_read_from_stays_with_the_last_of_them(newsroom: Newsroom) -> None:
    one, two = filed(newsroom, "One", "Two")
    assert kept_for_others(newsroom.storage, one) == ["saltwind.docx"]
    discard(newsroom.storage, one, "me", NOON)
    assert newsroom.history.original(two) == DOCX
    assert kept_for_others(newsroom.storage, two) == []
    discard(newsroom.storage, two, "me", NOON)
    assert contents(newsroom) == 0


def test_a_copy_of_the_home_holds_it(newsroom: Newsroom, tmp_path: Path) -> None:
    (number,) = filed(newsroom, "One")
    backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz", NOON)
    settings = replace(newsroom.settings, home=tmp_path / "again")
    restore(tmp_path / "copy.tar.gz", settings, "me", LATER)
    with opened(settings) as again:
        assert again.history.original(number) == DOCX


def test_nothing_public_changes_by_it(newsroom: Newsroom) -> None:
    before = newsroom.front.generation()
    (number,) = filed(newsroom, "One")
    newsroom.revisions.revise(number, filing("Two"), "me", NOON, "", OTHER)
    assert newsroom.front.generation() == before


def test_no_document_of_what_is_out_names_it(newsroom: Newsroom) -> None:
    site, secret = newsroom.settings.site, SourceFile("zarvol.docx", "text/zarvol", b"Zarvol")
    reading = Reading((filing("Out", embargo=at(NOON - DAY)),), source=secret)
    newsroom.releases.file(reading, ME, NOON)
    edition = newsroom.front.edition(feed(newsroom), NOON)
    written = [one.render(edition, site) for one in FORMATS.values()]
    assert len(edition.entries) == 1
    assert [one for one in written if b"zarvol" in one.lower()] == []
