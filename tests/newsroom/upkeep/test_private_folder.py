"""A folder for a server's socket: its own, and gone when it is."""

import multiprocessing
import os
import signal
import stat
import tempfile
from pathlib import Path

import pytest

from newsroom.upkeep.private_folder import prefix_of, private_folder


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def _die_inside(home: Path, place: Path) -> None:
    tempfile.tempdir = str(place)
    with private_folder(home) as folder:
        (folder / "web").touch()
        os.kill(os.getpid(), signal.SIGKILL)


def left_behind(home: Path, place: Path) -> Path:
    process = multiprocessing.get_context("spawn").Process(target=_die_inside, args=(home, place))
    process.start()
    process.join()
    (folder,) = place.iterdir()
    return folder


def test_nobody_else_may_enter_it_and_it_is_gone_afterwards(home: Path, place: Path) -> None:
    with private_folder(home) as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(place.iterdir()) == []


@pytest.mark.waits
def test_what_the_dead_left_is_cleared_away(home: Path, place: Path) -> None:
    left = left_behind(home, place)
    with private_folder(home) as folder:
        assert list(place.iterdir()) == [folder]
        assert folder != left


def test_what_is_in_use_is_let_alone(home: Path) -> None:
    with private_folder(home) as first:
        with private_folder(home) as second:
            assert first != second
        assert first.is_dir()


@pytest.mark.waits
def test_what_belongs_to_another_home_is_let_alone(home: Path, place: Path) -> None:
    left = left_behind(home, place)
    other = home.parent / "other"
    other.mkdir()
    with private_folder(other):
        assert left.is_dir()


def test_a_link_of_that_name_is_not_followed(home: Path, place: Path) -> None:
    (home / "release.md").touch()
    (place / f"{prefix_of(home)}x").symlink_to(home)
    with private_folder(home):
        assert (home / "release.md").exists()


def test_a_home_has_one_name_by_whatever_way_it_is_reached(home: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(home)
    assert prefix_of(tmp_path / "link") == prefix_of(home)
    with private_folder(tmp_path / "link") as folder:
        assert folder.name.startswith(prefix_of(home))
