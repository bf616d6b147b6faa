"""A folder to work in: its owner's, and gone when he is."""

import multiprocessing
import os
import signal
import stat
from pathlib import Path

import pytest

from newsroom.upkeep.private_folder import working_folder

PREFIX = ".working-"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def _die_inside(home: Path) -> None:
    with working_folder(home, PREFIX) as folder:
        (folder / "copy").touch()
        os.kill(os.getpid(), signal.SIGKILL)


def left_behind(home: Path) -> Path:
    process = multiprocessing.get_context("spawn").Process(target=_die_inside, args=(home,))
    process.start()
    process.join()
    (folder,) = home.iterdir()
    return folder


def test_nobody_else_may_enter_it_and_it_is_gone_afterwards(home: Path) -> None:
    with working_folder(home, PREFIX) as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(home.iterdir()) == []


@pytest.mark.waits
def test_what_the_dead_left_is_cleared_away(home: Path) -> None:
    left = left_behind(home)
    with working_folder(home, PREFIX) as folder:
        assert list(home.iterdir()) == [folder]
        assert folder != left


def test_what_is_in_use_is_let_alone(home: Path) -> None:
    with working_folder(home, PREFIX) as first:
        with working_folder(home, PREFIX) as second:
            assert first != second
        assert first.is_dir()


@pytest.mark.waits
def test_what_has_another_name_is_let_alone(home: Path) -> None:
    left = left_behind(home)
    with working_folder(home, ".other-"):
        assert left.is_dir()


def test_a_link_of_that_name_is_not_followed(home: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "release.md").touch()
    (home / f"{PREFIX}x").symlink_to(elsewhere)
    with working_folder(home, PREFIX):
        assert (elsewhere / "release.md").exists()
