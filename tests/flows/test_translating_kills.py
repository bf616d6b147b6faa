"""A run of translating is killed in the middle; the next one does the rest, and only the rest."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.filing.refiling import Instructions
from newsroom.settings import load_settings
from newsroom.translation.translating import AT_ONCE
from newsroom.translation.worker import HANDS
from newsroom.wiring import open_newsroom
from press.releases.release import Filing, Reading, Release
from press.text import Block, Kind
from storage import journal
from storage.filed import releases
from tests.flows.server import environment, newsroom
from tests.translate.tiny_package import make_package

pytestmark = pytest.mark.waits

COUNT = 300


def filing(number: int) -> Filing:
    words = [f"The river is low again at bridge {number} of {n}." for n in range(1, 7)]
    blocks = [Block(Kind.PARAGRAPH, sentence) for sentence in words]
    return Filing((Block(Kind.HEADLINE, f"River news, {number}"), *blocks))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A newsroom with many releases and one package."""
    opened = open_newsroom(load_settings({}, tmp_path / "home"), datetime.now(UTC))
    reading = Reading(tuple(filing(number) for number in range(COUNT)))
    opened.releases.file(
        reading, Instructions("me", publish=True, new_topics=True), datetime.now(UTC)
    )
    opened.storage.close()
    make_package(tmp_path / "models")
    return tmp_path / "home"


def filled(home: Path) -> tuple[list[Release], Counter[int | None]]:
    """Every release, and how often each was filled in French."""
    opened = open_newsroom(load_settings({}, home), datetime.now(UTC))
    with opened.storage.read() as db:
        every = list(releases.every(db))
        lines = [line for r in every for line in journal.of_release(db, r.id)]
    opened.storage.close()
    return every, Counter(line.release_id for line in lines if line.verb == "filled fr")


def test_a_killed_run_is_taken_up_where_it_was_and_leaves_no_engine_behind(home: Path) -> None:
    models = str(home.parent / "models")
    words = [sys.executable, "-m", "newsroom", "translate", "--language", "fr"]
    with full_pipe() as nobody_reads:
        run = subprocess.Popen(words, env=environment(home, MODELS=models), stderr=nobody_reads)
        wait_for_the_first_of(home, run)
        below = children(run.pid)
        run.send_signal(signal.SIGKILL)
        run.wait()
    before = filled(home)[1]
    assert 0 < len(before) <= HANDS * AT_ONCE < COUNT
    assert wait_for_the_end_of(below) == []
    again = newsroom(home, "translate", "--language", "fr", MODELS=models)
    assert again.returncode == 0, again.stderr
    assert f"{COUNT - len(before)} texts filled" in again.stdout
    every, after = filled(home)
    assert all("fr" in release.texts for release in every)
    assert set(after.values()) == {1}


def test_a_clock_that_is_stopped_while_it_translates_leaves_nothing_behind_and_blames_nobody(
    home: Path,
) -> None:
    with (home.parent / "said").open("w+b") as said:
        words = [sys.executable, "-m", "newsroom", "work"]
        models = str(home.parent / "models")
        run = subprocess.Popen(words, env=environment(home, MODELS=models), stderr=said)
        wait_for_the_first_of(home, run)
        below = children(run.pid)
        run.terminate()
        assert run.wait() == 0
        assert wait_for_the_end_of(below) == []
        said.seek(0)
        assert b"resource_tracker" not in said.read()
    done = len(filled(home)[1])
    again = newsroom(home, "translate", "--language", "fr", MODELS=models)
    assert f"{COUNT - done} texts filled" in again.stdout, again.stderr


@contextmanager
def full_pipe() -> Iterator[int]:
    """What a run cannot write its progress to: each hand gets no further than what it holds.

    However fast the machine, the run is then in the middle until it is killed.
    """
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    for size in (2**16, 1):
        with suppress(BlockingIOError):
            while True:
                os.write(writing, bytes(size))
    os.set_blocking(writing, True)
    try:
        yield writing
    finally:
        os.close(writing)
        os.close(reading)


def wait_for_the_first_of(home: Path, run: subprocess.Popen[bytes]) -> None:
    """Wait until a run has filled some texts."""
    for _ in range(600):
        assert run.poll() is None
        if filled(home)[1]:
            return
        time.sleep(0.1)


def children(pid: int) -> list[int]:
    """The processes that a process started, where the system tells (Linux)."""
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for file in found for child in file.read_text().split()]


def wait_for_the_end_of(pids: list[int]) -> list[int]:
    """Those that are still there after a while."""
    for _ in range(100):
        pids = [pid for pid in pids if is_alive(pid)]
        if not pids:
            break
        time.sleep(0.1)
    return pids


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
