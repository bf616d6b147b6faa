"""What refuses to become a home, and what is left alone: nothing is overwritten or half done."""

import signal
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.upkeep.presence import Presence
from newsroom.upkeep.restoring import restore
from newsroom.wiring import Newsroom
from press.errors import HomeRefused
from tests.newsroom.upkeep.test_restoring import (
    LATER,
    copy,
    elsewhere,
    rewritten,
)

__all__ = ["copy"]  # a fixture

# A writer that is killed in the middle of a transaction.
WRITER = """
import os, signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA wal_autocheckpoint = 0")
db.execute("UPDATE release SET reason = 'written'")
db.execute("BEGIN IMMEDIATE")
db.execute("UPDATE release SET reason = 'half done'")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
def test_a_home_with_any_file_of_a_database_is_refused_and_left_alone(
    newsroom: Newsroom, copy: Path, tmp_path: Path, end: str
) -> None:
    settings = elsewhere(newsroom, tmp_path)
    settings.home.mkdir()
    left = settings.home / f"newsroom.db{end}"
    left.write_text("left")
    with pytest.raises(HomeRefused, match=rf"newsroom\.db{end}\b.*away together"):
        restore(copy, settings, "me", LATER)
    assert [path.name for path in settings.home.iterdir()] == [left.name]


@pytest.mark.waits
def test_after_a_kill_and_a_half_moved_database_restore_refuses_and_with_all_of_it_moved_works(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    settings, old = newsroom.settings, tmp_path / "old"
    killed = subprocess.run([sys.executable, "-c", WRITER, str(settings.database)], check=False)
    assert killed.returncode == -signal.SIGKILL
    old.mkdir()
    settings.database.rename(old / "newsroom.db")
    assert settings.database.with_name("newsroom.db-wal").stat().st_size
    with pytest.raises(HomeRefused, match=r"newsroom\.db-wal"):
        restore(copy, settings, "me", LATER)
    for path in settings.home.glob("newsroom.db*"):
        path.rename(old / path.name)
    newsroom.storage.close()
    restore(copy, settings, "me", LATER)
    with closing(sqlite3.connect(settings.database)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT DISTINCT reason FROM release WHERE id < 4").fetchall() == [("",)]


def test_what_is_left_in_a_home_stays_if_it_is_the_very_same(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    copied = rewritten(copy, tmp_path / "more.tar.gz", lambda _: None, [named("newsroom.toml")])
    settings = elsewhere(newsroom, tmp_path)
    settings.home.mkdir()
    (settings.home / "newsroom.toml").write_text("other")
    with pytest.raises(HomeRefused, match=r"newsroom\.toml; move them away"):
        restore(copied, settings, "me", LATER)
    assert not settings.database.exists()
    (settings.home / "newsroom.toml").write_text("xxx")
    restore(copied, settings, "me", LATER)
    assert (settings.home / "newsroom.toml").read_text() == "xxx"


def named(name: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = 3
    return member


@pytest.mark.waits
@pytest.mark.parametrize("who", Presence)
def test_while_anybody_is_at_work_in_a_home_nothing_is_restored_into_it(
    newsroom: Newsroom, copy: Path, tmp_path: Path, who: Presence
) -> None:
    settings = elsewhere(newsroom, tmp_path)
    settings.home.mkdir()
    words = "import sys; from pathlib import Path; from newsroom.upkeep.presence import *\n"
    words += f"be_present(Path(sys.argv[1]), {str(who)!r}); print(1, flush=True); input()"
    other = subprocess.Popen(
        [sys.executable, "-c", words, str(settings.home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout
    other.stdout.readline()
    with pytest.raises(HomeRefused, match=f"a {who.label} is running"):
        restore(copy, settings, "me", LATER)
    other.kill()
    other.communicate()
    restore(copy, settings, "me", LATER)


@pytest.mark.waits
def test_a_killed_restore_leaves_no_newsroom_and_nothing_that_blocks_the_next(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    settings = elsewhere(newsroom, tmp_path)
    more = rewritten(copy, tmp_path / "more.tar.gz", lambda _: None, [named("files/token")])
    words = "import os, signal, sys; from datetime import UTC, datetime; from pathlib import Path\n"
    words += "from newsroom.upkeep import restoring; from newsroom.settings import load_settings\n"
    words += "restoring.place = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
    words += "settings = load_settings({'NEWSROOM_MODELS': ''}, Path(sys.argv[2]))\n"
    words += "restoring.restore(Path(sys.argv[1]), settings, 'me', datetime.now(UTC))"
    killed = subprocess.run(
        [sys.executable, "-c", words, str(more), str(settings.home)], check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert not settings.database.exists()
    assert list(settings.home.glob(".restoring-*"))
    restore(more, settings, "me", LATER)
    assert not list(settings.home.glob(".restoring-*"))
    assert (settings.home / "files" / "token").read_text() == "xxx"
    assert settings.database.stat().st_nlink == 1


def test_a_home_that_holds_a_newsroom_is_not_overwritten(newsroom: Newsroom, copy: Path) -> None:
    with pytest.raises(HomeRefused, match="there is a newsroom"):
        restore(copy, newsroom.settings, "me", LATER)


def test_what_is_no_copy_is_refused_and_leaves_nothing(
    newsroom: Newsroom, copy: Path, tmp_path: Path
) -> None:
    settings = elsewhere(newsroom, tmp_path)
    (tmp_path / "letter.tar.gz").write_text("a letter")
    (tmp_path / "half.tar.gz").write_bytes(copy.read_bytes()[:-2000])
    with tarfile.open(tmp_path / "other.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "letter.tar.gz", "letter")
    with tarfile.open(tmp_path / "empty.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "letter.tar.gz", "newsroom.toml")
    with tarfile.open(tmp_path / "fake.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "letter.tar.gz", "newsroom.db")
    names = ["letter.tar.gz", "half.tar.gz", "other.tar.gz", "empty.tar.gz", "fake.tar.gz"]
    for name in (*names, "missing.tar.gz"):
        with pytest.raises(HomeRefused):
            restore(tmp_path / name, settings, "me", LATER)
    assert not settings.home.exists()


@pytest.mark.parametrize(
    "name",
    ["../letter", "/tmp/letter", "files/../../letter", "files/a/b", "letter", "newsroom.db-wal"],
)
def test_a_copy_that_holds_what_no_home_holds_is_refused(
    newsroom: Newsroom, copy: Path, tmp_path: Path, name: str
) -> None:
    settings = elsewhere(newsroom, tmp_path)
    wrong = rewritten(copy, tmp_path / "wrong.tar.gz", lambda _: None, [named(name)])
    with pytest.raises(HomeRefused, match="does not belong"):
        restore(wrong, settings, "me", LATER)
    link = tarfile.TarInfo("files/link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    wrong = rewritten(copy, tmp_path / "linked.tar.gz", lambda _: None, [link])
    with pytest.raises(HomeRefused, match="does not belong"):
        restore(wrong, settings, "me", LATER)
    assert not settings.home.exists()
