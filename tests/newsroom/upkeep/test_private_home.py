"""The home is its owner's alone: files 0600, folders 0700, whatever stood there before."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsroom.proofs.seal import signing_key
from newsroom.settings import Settings, load_settings
from newsroom.upkeep.backup import backup
from newsroom.upkeep.private_home import close_home, exposed_in
from newsroom.upkeep.restoring import restore
from newsroom.wiring import open_newsroom
from tests.conftest import NOON
from tests.flows.server import Server, environment, until
from tests.flows.server import newsroom as typed
from tests.newsroom.commands.office import RELEASE

IS_ROOT = os.geteuid() == 0
# All that a user can read below a folder, and the names it can see.
READ = "find {0} -mindepth 1 2>/dev/null; find {0} -type f -exec cat {{}} + 2>/dev/null; true"


@contextmanager
def mask(bits: int) -> Iterator[None]:
    before = os.umask(bits)
    try:
        yield
    finally:
        os.umask(before)


def modes(home: Path) -> dict[str, int]:
    found = {str(p.relative_to(home)): stat.S_IMODE(p.lstat().st_mode) for p in home.rglob("*")}
    return found | {".": stat.S_IMODE(home.stat().st_mode)}


def made(home: Path) -> Settings:
    """A home with all there can be in it, still open."""
    settings = load_settings({"NEWSROOM_MODELS": ""}, home)
    newsroom = open_newsroom(settings, NOON)
    signing_key(home)
    assert (home / "newsroom.db-wal").exists()
    newsroom.storage.close()
    return settings


@pytest.mark.parametrize("bits", [0o022, 0o000])
def test_a_home_made_before_it_for_everybody_is_closed(tmp_path: Path, bits: int) -> None:
    home = tmp_path / "home"
    with mask(bits):
        home.mkdir(mode=0o755)
        settings = load_settings({"NEWSROOM_MODELS": ""}, home)
        newsroom = open_newsroom(settings, NOON)
        signing_key(home)
        found = modes(home)
        newsroom.storage.close()
    assert found.pop(".") == 0o700
    assert {"newsroom.db", "newsroom.db-wal", "newsroom.db-shm", "key.pem", "key.pub.pem"} == set(
        found
    )
    assert set(found.values()) == {0o600}


def test_what_an_older_newsroom_left_open_is_closed_when_it_is_opened(tmp_path: Path) -> None:
    settings = made(tmp_path / "home")
    (settings.home / "files").mkdir()
    (settings.home / "newsroom.toml").touch()
    for path in settings.home.iterdir():
        path.chmod(0o755 if path.is_dir() else 0o644)
    settings.home.chmod(0o755)
    open_newsroom(settings, NOON).storage.close()
    assert not list(exposed_in(settings))


@pytest.mark.parametrize("mode", [0o1777, 0o755])
def test_a_folder_that_is_not_the_newsroom_s_alone_is_not_closed_but_named(
    tmp_path: Path, mode: int
) -> None:
    home = tmp_path / "srv"
    home.mkdir()
    (home / "other service").mkdir()
    home.chmod(mode)
    settings = made(home)
    assert stat.S_IMODE(home.stat().st_mode) == mode
    assert [one.path for one in exposed_in(settings)] == [home]
    assert f"({mode:04o}, open to its group and others)" in str(next(exposed_in(settings)))


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir(mode=0o755)
    (outside / "letter").touch(mode=0o644)
    settings = made(tmp_path / "home")
    (settings.home / "files").symlink_to(outside)
    (settings.home / "newsroom.toml").symlink_to(outside / "letter")
    close_home(settings)
    assert not list(exposed_in(settings))
    assert modes(outside) == {".": 0o755, "letter": 0o644}


def test_a_file_with_a_second_name_elsewhere_is_named_and_not_touched(tmp_path: Path) -> None:
    settings = made(tmp_path / "home")
    (tmp_path / "letter").touch(mode=0o644)
    (settings.home / "newsroom.toml").hardlink_to(tmp_path / "letter")
    close_home(settings)
    (one,) = exposed_in(settings)
    assert (one.path.name, one.can_be_closed) == ("newsroom.toml", False)


def read_by_another(folder: Path) -> bytes:
    words = ["/bin/sh", "-c", READ.format(folder)]
    with subprocess.Popen(
        words, user=65534, group=65534, extra_groups=[], stdout=subprocess.PIPE, cwd="/"
    ) as other:
        assert other.stdout
        return other.stdout.read()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can enter and read, and everything above it, too."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.waits
@pytest.mark.skipif(not IS_ROOT or sys.platform != "linux", reason="only root can be another user")
def test_another_user_reads_no_byte_of_a_home_that_is_served_copied_and_restored(
    open_folder: Path,
) -> None:
    home = open_folder / "home"
    text = open_folder / "release.txt"
    text.write_text(RELEASE)
    assert RELEASE.encode() in read_by_another(open_folder)
    with mask(0o022):
        home.mkdir()
        server = Server(home)
        try:
            server.start()
            until((home / "clock.lock").exists)
            for words in (
                ("import", str(text)),
                ("attach", "1", str(text)),
                ("backup", str(home / "copy.tar.gz")),
            ):
                typed(home, *words)
            text.unlink()
            assert read_by_another(home) == b""
            home.chmod(0o755)  # the files by themselves, too
            found = modes(home)
        finally:
            server.stop()
        again = environment(open_folder / "new")
        words = [sys.executable, "-m", "newsroom", "restore", str(home / "copy.tar.gz")]
        subprocess.run(words, env=again, check=True, stdout=subprocess.DEVNULL)
    assert {"clock.lock", "server.lock", "newsroom.toml", "newsroom.db-wal"} < set(found)
    folders = {name for name in found if (home / name).is_dir()} - {"."}
    assert {found[name] for name in folders} <= {0o700}
    assert {found[name] for name in found.keys() - folders - {"."}} == {0o600}
    home.chmod(0o700)
    assert read_by_another(home) == b""
    assert read_by_another(open_folder / "new") == b""
    again_modes = modes(open_folder / "new")
    assert again_modes["newsroom.db"] == 0o600
    assert again_modes["."] == 0o700


def test_a_copy_of_a_home_is_closed_and_so_is_what_is_restored_from_it(tmp_path: Path) -> None:
    settings = made(tmp_path / "home")
    newsroom = open_newsroom(settings, NOON)
    with mask(0):
        backup(newsroom.storage, settings, tmp_path / "copy.tar.gz", NOON)
        again = load_settings({"NEWSROOM_MODELS": ""}, tmp_path / "new")
        restore(tmp_path / "copy.tar.gz", again, "me", NOON)
    newsroom.storage.close()
    assert stat.S_IMODE((tmp_path / "copy.tar.gz").stat().st_mode) == 0o600
    assert not list(exposed_in(again))


def test_the_folder_of_mails_is_ours_and_is_closed(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path / "home")
    with mask(0):
        settings.mailbox.mkdir(parents=True)
        (settings.mailbox / "1.eml").write_text("To: reader@example.org")
    assert str(settings.mailbox / "1.eml") in {str(one.path) for one in exposed_in(settings)}
    close_home(settings)
    assert stat.S_IMODE(settings.home.stat().st_mode) == 0o700
    assert stat.S_IMODE(settings.mailbox.stat().st_mode) == 0o700


def test_the_folder_of_pages_is_ours_and_is_closed(tmp_path: Path) -> None:
    settings = load_settings({"NEWSROOM_MODELS": ""}, tmp_path / "home")
    settings.pages.mkdir(mode=0o755, parents=True)
    open_newsroom(settings, NOON).storage.close()
    assert stat.S_IMODE(settings.pages.stat().st_mode) == 0o700
    assert stat.S_IMODE(settings.home.stat().st_mode) == 0o700
