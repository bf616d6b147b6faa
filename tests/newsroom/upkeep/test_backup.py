"""A copy of everything."""

import os
import signal
import stat
import subprocess
import sys
import tarfile
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.upkeep.backup import backup
from newsroom.upkeep.restoring import restore
from newsroom.wiring import Newsroom, open_newsroom
from press.errors import HomeRefused
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import file, filing

# A backup that stops in the middle for ever, holding what a backup holds.
STOPS = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from newsroom.wiring import open_newsroom
from newsroom.upkeep import backup
from newsroom.settings import load_settings

def stop(*_):
    print("stopped", flush=True)
    time.sleep(600)

backup.{where} = stop
now = datetime.now(UTC)
newsroom = open_newsroom(load_settings({{"NEWSROOM_MODELS": ""}}, Path(sys.argv[1])), now)
backup.backup(newsroom.storage, newsroom.settings, Path(sys.argv[2]), now)
"""


def copy(newsroom: Newsroom, target: Path) -> int:
    return backup(newsroom.storage, newsroom.settings, target, NOON)


def stopped(newsroom: Newsroom, target: Path, where: str) -> subprocess.Popen[str]:
    """A backup in a process of its own that has come so far and no further."""
    words = [sys.executable, "-c", STOPS.format(where=where)]
    process = subprocess.Popen(
        [*words, str(newsroom.settings.home), str(target)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "stopped\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


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
    copy(newsroom, tmp_path / "copy.tar.gz")
    done.set()
    writer.join()
    settings = replace(newsroom.settings, home=tmp_path / "new")
    restore(tmp_path / "copy.tar.gz", settings, "me", NOON)
    again = open_newsroom(settings, NOON)
    assert again.releases.every()[0].reason == ""
    again.storage.close()


def test_a_copy_is_for_its_owner_alone_from_its_first_byte_and_has_its_name_when_it_is_whole(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, modes, make = tmp_path / "copies", list[int](), newsroom.storage.copy
    folder.mkdir()

    def look_and_copy(path: Path) -> None:
        assert not (folder / "copy.tar.gz").exists()
        modes.extend(stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir())
        make(path)
        modes.append(stat.S_IMODE(path.stat().st_mode))

    monkeypatch.setattr(newsroom.storage, "copy", look_and_copy)
    copy(newsroom, folder / "copy.tar.gz")
    assert [path.name for path in folder.iterdir()] == ["copy.tar.gz"]
    modes.append(stat.S_IMODE((folder / "copy.tar.gz").stat().st_mode))
    assert modes == [0o600, 0o600, 0o600]


def test_a_file_that_is_there_is_never_overwritten(newsroom: Newsroom, tmp_path: Path) -> None:
    target = tmp_path / "copy.tar.gz"
    target.write_text("a letter")
    with pytest.raises(HomeRefused, match="none is overwritten"):
        copy(newsroom, target)
    assert target.read_text() == "a letter"
    with pytest.raises(HomeRefused, match="cannot be written"):
        copy(newsroom, tmp_path / "no such folder" / "copy.tar.gz")


def test_a_file_that_comes_to_be_meanwhile_is_not_overwritten_either(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, make = tmp_path / "copy.tar.gz", newsroom.storage.copy

    def copy_late(path: Path) -> None:
        make(path)
        target.write_text("a letter")

    monkeypatch.setattr(newsroom.storage, "copy", copy_late)
    with pytest.raises(HomeRefused, match="none is overwritten"):
        copy(newsroom, target)
    assert target.read_text() == "a letter"
    assert {path.name for path in tmp_path.iterdir()} == {"home", "copy.tar.gz"}


@pytest.mark.waits
@pytest.mark.parametrize("where", ["_add_rest", "place"])
def test_a_killed_backup_leaves_nothing_that_blocks_the_next(
    newsroom: Newsroom, tmp_path: Path, where: str
) -> None:
    target = tmp_path / "copy.tar.gz"
    end(stopped(newsroom, target, where))
    assert not target.exists()
    assert copy(newsroom, target) == target.stat().st_size > 0
    assert {path.name for path in tmp_path.iterdir()} == {"home", "copy.tar.gz"}
    assert not [p for p in newsroom.settings.home.iterdir() if p.name.startswith(".copying")]


def test_a_backup_killed_after_its_copy_had_its_name_does_not_have_it_written_over(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    target, part = tmp_path / "copy.tar.gz", tmp_path / ".copy.tar.gz.part"
    copy(newsroom, target)
    before = target.read_bytes()
    part.hardlink_to(target)
    target.rename(tmp_path / "monday.tar.gz")
    copy(newsroom, target)
    assert (tmp_path / "monday.tar.gz").read_bytes() == before
    assert not part.exists()


@pytest.mark.waits
def test_of_two_backups_to_one_file_the_second_is_refused_and_the_first_is_whole(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    target = tmp_path / "copy.tar.gz"
    first = stopped(newsroom, target, "_add_rest")
    with pytest.raises(HomeRefused, match="another backup"):
        copy(newsroom, target)
    copy(newsroom, tmp_path / "other.tar.gz")
    end(first)
    copy(newsroom, target)
    with tarfile.open(target) as archive:
        assert archive.getnames()[0] == "newsroom.db"


def test_what_somebody_else_laid_in_its_way_is_not_written_into(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    letter = tmp_path / "letter"
    letter.write_text("a letter")
    (tmp_path / ".copy.tar.gz.part").symlink_to(letter)
    with pytest.raises(HomeRefused, match="cannot be written"):
        copy(newsroom, tmp_path / "copy.tar.gz")
    assert letter.read_text() == "a letter"
    if os.geteuid() == 0:
        (tmp_path / ".copy.tar.gz.part").unlink()
        os.chown(letter, 65534, 65534)
        letter.rename(tmp_path / ".copy.tar.gz.part")
        with (tmp_path / ".copy.tar.gz.part").open() as held:  # its owner goes on reading
            copy(newsroom, tmp_path / "copy.tar.gz")
            assert held.read() == "a letter"
