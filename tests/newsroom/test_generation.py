"""Whether anything was written is told by one number."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newsroom import Newsroom
from press.errors import HomeRefused
from storage import Storage
from tests.conftest import NOON
from tests.newsroom.test_desk import file, filing


def test_it_stays_while_nothing_is_written(newsroom: Newsroom) -> None:
    before = newsroom.front.generation()
    newsroom.front.topics(NOON)
    assert newsroom.front.generation() == before


def test_it_grows_with_a_commit_of_this_thread(newsroom: Newsroom) -> None:
    before = newsroom.front.generation()
    file(newsroom, filing("one"))
    assert newsroom.front.generation() > before


def test_it_grows_with_a_commit_of_another_process(newsroom: Newsroom) -> None:
    before, path = newsroom.front.generation(), newsroom.storage.path
    words = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript('create table t(a)')"
    subprocess.run([sys.executable, "-c", words, path], check=True)
    assert newsroom.front.generation() > before


def test_every_thread_reads_the_same_number(newsroom: Newsroom) -> None:
    found = list[int]()
    threads = [
        threading.Thread(target=lambda: found.append(newsroom.front.generation())) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {newsroom.front.generation()}


def test_it_goes_on_counting_when_a_thread_closes_its_connection(newsroom: Newsroom) -> None:
    before = newsroom.front.generation()
    file(newsroom, filing("one"))
    newsroom.storage.close()
    assert newsroom.front.generation() > before


def test_a_database_that_cannot_be_read_is_said_so(newsroom: Newsroom, tmp_path: Path) -> None:
    copy = Path(shutil.copy(newsroom.storage.path, tmp_path / "copy.db"))
    storage = Storage(copy)
    storage.close()
    copy.write_bytes(b"nonsense" * 1000)
    with pytest.raises(HomeRefused):
        storage.generation()
