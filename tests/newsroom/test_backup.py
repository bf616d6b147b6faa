"""A copy of everything, and back."""

import tarfile
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom import Newsroom, open_newsroom
from newsroom.backup import backup, restore
from press.errors import HomeRefused
from tests.conftest import NOON
from tests.newsroom.test_desk import DAY, at, file, filing


def test_what_was_copied_comes_back_with_its_files(newsroom: Newsroom, tmp_path: Path) -> None:
    number = file(newsroom, filing(embargo=at(NOON + DAY)))
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    attached = newsroom.files.attach(number, picture, "me", NOON).file
    assert backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz") > 0
    settings = replace(newsroom.settings, home=tmp_path / "new")
    restore(tmp_path / "copy.tar.gz", settings)
    again = open_newsroom(settings, NOON)
    assert again.desk.releases() == newsroom.desk.releases()
    _, path = again.front.file(attached.token, attached.name, NOON + DAY)
    assert path.read_bytes() == picture.read_bytes()
    again.storage.close()


def test_a_copy_is_made_while_somebody_writes(newsroom: Newsroom, tmp_path: Path) -> None:
    file(newsroom, filing("before"))
    begun, done = threading.Event(), threading.Event()

    def write() -> None:
        with newsroom.storage.write() as db:
            db.execute("UPDATE release SET reason = 'half done'")
            begun.set()
            done.wait(10)
        newsroom.storage.close()

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait(10)
    backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz")
    done.set()
    writer.join()
    settings = replace(newsroom.settings, home=tmp_path / "new")
    restore(tmp_path / "copy.tar.gz", settings)
    again = open_newsroom(settings, NOON)
    assert again.desk.releases()[0].reason == ""
    again.storage.close()


def test_a_copy_is_for_its_owner_alone_from_its_first_byte(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, modes, copy = tmp_path / "copy.tar.gz", list[int](), newsroom.storage.copy

    def look_and_copy(path: Path) -> None:
        modes.append(target.stat().st_mode & 0o777)
        copy(path)

    monkeypatch.setattr(newsroom.storage, "copy", look_and_copy)
    backup(newsroom.storage, newsroom.settings, target)
    assert [*modes, target.stat().st_mode & 0o777] == [0o600, 0o600]


def test_a_home_that_holds_a_newsroom_is_not_overwritten(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz")
    with pytest.raises(HomeRefused, match="there is a newsroom"):
        restore(tmp_path / "copy.tar.gz", newsroom.settings)
    with pytest.raises(HomeRefused, match="cannot be written"):
        backup(newsroom.storage, newsroom.settings, tmp_path / "copy.tar.gz")


def test_what_is_no_copy_is_refused(newsroom: Newsroom, tmp_path: Path) -> None:
    settings = replace(newsroom.settings, home=tmp_path / "new")
    (tmp_path / "letter.tar.gz").write_text("a letter")
    with tarfile.open(tmp_path / "other.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "letter.tar.gz", "letter")
    with tarfile.open(tmp_path / "climbing.tar.gz", "w:gz") as archive:
        archive.add(newsroom.settings.database, "newsroom.db")
        archive.add(tmp_path / "letter.tar.gz", "../letter")
    for name in ("letter.tar.gz", "other.tar.gz", "missing.tar.gz", "climbing.tar.gz"):
        with pytest.raises(HomeRefused):
            restore(tmp_path / name, settings)
    assert not settings.database.exists()
    assert not (tmp_path / "letter").exists()
