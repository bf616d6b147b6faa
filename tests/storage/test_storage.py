"""Opening, reading and writing the one database file."""

import gc
import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from press.errors import HomeRefused
from storage import Storage, journal
from storage.journal import JournalLine
from tests.conftest import NOON
from tests.ready import context


def line(verb: str) -> JournalLine:
    return JournalLine(NOON, "an officer", verb, 1, "")


def open_and_close(path: Path) -> None:
    Storage(path).close()


@pytest.mark.waits
def test_ten_processes_that_make_the_same_database_at_once_all_succeed(tmp_path: Path) -> None:
    processes = [
        context().Process(target=open_and_close, args=(tmp_path / "a.db",)) for _ in range(10)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 10


def test_a_transaction_that_fails_leaves_nothing(storage: Storage) -> None:
    def file_and_fail() -> None:
        with storage.write() as db:
            journal.add(db, line("filed"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        file_and_fail()
    with storage.read() as db:
        assert journal.of_release(db, 1) == []


def test_writers_in_many_threads_wait_for_one_another(storage: Storage) -> None:
    def write() -> None:
        for _ in range(20):
            with storage.write() as db:
                journal.add(db, line("touched"))
        storage.close()

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with storage.read() as db:
        assert len(journal.of_release(db, 1)) == 160


@pytest.mark.waits
def test_nothing_opened_here_is_used_or_closed_in_a_forked_process(storage: Storage) -> None:
    """A child that closed its parent's connection would drop the parent's files and locks."""
    before = storage.generation()
    with storage.read() as db:
        ours = {id(db.conn), id(storage._counter)}
    child = os.fork()
    if not child:
        try:
            with storage.read() as db:
                theirs = {id(db.conn)}
            told = storage.generation() == before and not ours & {*theirs, id(storage._counter)}
            kept = {id(one) for one in gc.get_objects() if isinstance(one, sqlite3.Connection)}
            os._exit(0 if told and ours <= kept else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert storage.generation() == before


def test_a_reader_sees_one_instant_however_long_it_reads(storage: Storage) -> None:
    with storage.read() as db:
        before = journal.of_release(db, 1)
        writer = threading.Thread(target=_write_once, args=(storage,))
        writer.start()
        writer.join()
        assert journal.of_release(db, 1) == before


def test_what_is_acknowledged_survives_a_power_cut(storage: Storage) -> None:
    with storage.read() as db:
        assert tuple(db.execute("PRAGMA synchronous").fetchone()) == (2,)  # FULL
        assert db.journal_mode == "wal"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    path.write_text("This is a letter, not a database. " * 100)
    with pytest.raises(HomeRefused, match="cannot be used"):
        Storage(path)


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("SQLITE_BUSY_RECOVERY", HomeRefused),
        ("SQLITE_PROTOCOL", HomeRefused),
        ("SQLITE_CONSTRAINT_UNIQUE", sqlite3.OperationalError),
        ("SQLITE_ERROR", sqlite3.OperationalError),
    ],
)
def test_what_another_program_did_is_told_from_a_mistake_of_ours(
    storage: Storage, name: str, refusal: type[Exception]
) -> None:
    error = sqlite3.OperationalError("words of SQLite")
    error.sqlite_errorname = name
    with pytest.raises(refusal, match="words of SQLite"), storage.read():
        raise error


def _write_once(storage: Storage) -> None:
    with storage.write() as db:
        journal.add(db, line("filed"))
    storage.close()


def test_a_database_of_something_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(HomeRefused, match="something else"):
        Storage(path)
    with closing(sqlite3.connect(path)) as other:
        tables = other.execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("recipes",)]
