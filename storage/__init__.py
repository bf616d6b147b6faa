"""What is kept: the only folder that knows SQL."""

import os
import sqlite3
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from press.errors import HomeRefused
from storage.schema import steps

__all__ = ["Database", "Storage"]

# How long a writer waits for another writer. Readers never wait in WAL mode.
BUSY_SECONDS = 30
# How long a poll waits for the number of the generation, which only an exclusive lock can hold up.
COUNT_SECONDS = 1
PIECE = 2**20  # bytes of the file that are looked through at once
# What SQLite calls the faults of disks and of other programs (https://www.sqlite.org/rescode.html).
# PROTOCOL: another program keeps the locks of the WAL for longer than SQLite tries to have them.
_NOT_OURS = {"BUSY", "CANTOPEN", "CORRUPT", "FULL", "IOERR", "LOCKED", "NOTADB", "PERM"}
_NOT_OURS |= {"PROTOCOL", "READONLY"}


class Storage:
    """One SQLite file, a connection a thread (https://www.sqlite.org/wal.html).

    Args:
        path: the database file.

    Raises:
        HomeRefused: it cannot be opened or is not a newsroom's database.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._process = os.getpid()
        self._threads = threading.local()
        self._counting = threading.Lock()
        self._counter: sqlite3.Connection | None = None
        self._left_behind: list[object] = []
        self._bytes: int | None = None
        _make(path)
        with _refusing(path):
            steps.apply(self._db)

    @contextmanager
    def read(self) -> Iterator[Database]:
        """A consistent view: every query inside sees the same instant of the database."""
        with _refusing(self.path):
            db = self._db
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.rollback()

    @contextmanager
    def write(self) -> Iterator[Database]:
        """One transaction; the write lock is taken at once, so that it never fails half-way.

        Raises:
            HomeRefused: the database cannot be written.
        """
        with _refusing(self.path):
            db = self._db
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                db.rollback()
                raise

    def generation(self) -> int:
        """A number that grows when anything the public may see, now or at a minute, is written.

        Triggers count it (storage/schema/steps.py); drafts, tasks and the journal leave it alone.

        Raises:
            HomeRefused: the database cannot be read.
        """
        if self._process != os.getpid():
            self._settle()
        try:
            # Asked at every poll. `PRAGMA data_version` first would save a sixth of this query
            # at best and cost both after every draft and task: docs/decisions/web-and-caching.md.
            with self._counting:
                if self._counter is None:
                    self._counter = sqlite3.connect(
                        self.path, min(COUNT_SECONDS, BUSY_SECONDS), check_same_thread=False
                    )
                return int(self._counter.execute("SELECT value FROM generation").fetchone()[0])
        except sqlite3.DatabaseError:
            with _refusing(self.path):
                raise

    @contextmanager
    def rehearse(self) -> Iterator[Database]:
        """A transaction that is undone whatever happens, to see what it would have done."""
        with _refusing(self.path):
            db = self._db
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            finally:
                db.rollback()

    def copy(self, path: Path) -> None:
        """Write a consistent copy of the database, while others go on reading and writing.

        Args:
            path: of the copy; there is no such file yet.
        """
        _make(path)
        with _refusing(self.path):
            self._db.execute("VACUUM INTO ?", (str(path),))

    def empty_log(self) -> bool:
        """Bring all that was written into the database itself, and empty the log that held it.

        Returns:
            whether it is empty; while another process reads, it waits for a later time.
        """
        with _refusing(self.path):
            self._db.execute(f"PRAGMA busy_timeout = {COUNT_SECONDS * 1000}")
            try:
                busy = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                self._db.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
            return not busy

    def holds(self, words: Collection[str]) -> bool:
        """Whether the file holds words, in small letters or large, also where no row has them.

        Where SQLite moves a row from page to page, it may leave a copy, and clears it never.
        """
        if self._bytes is None:
            # Never closed: the locks that SQLite has on the file would go with it
            # (https://sqlite.org/howtocorrupt.html, 2.2).
            self._bytes = os.open(self.path, os.O_RDONLY)
        sought = [one.lower().encode() for one in words if one]
        place, most = 0, max(map(len, sought), default=0)
        while piece := os.pread(self._bytes, PIECE + most, place):
            if any(one in piece.lower() for one in sought):
                return True
            place += PIECE
        return False

    def write_anew(self) -> None:
        """Write the whole file anew, from its rows alone; others may read meanwhile."""
        with _refusing(self.path):
            self._db.execute("VACUUM")

    def close(self) -> None:
        """Close this thread's connection."""
        if hasattr(self._threads, "db"):
            self._threads.db.close()
            del self._threads.db

    def _settle(self) -> None:
        """In a process that was forked, open everything anew.

        What the parent opened is neither used nor closed here (https://sqlite.org/howtocorrupt.html,
        2.6), only kept: the end of a connection would touch the parent's files.
        """
        self._left_behind += [self._counter, self._threads]
        self._counter, self._counting = None, threading.Lock()
        self._threads, self._process = threading.local(), os.getpid()

    @property
    def _db(self) -> Database:
        if self._process != os.getpid():
            self._settle()
        if not hasattr(self._threads, "db"):
            self._threads.db = _connect(self.path)
        db: Database = self._threads.db
        return db


def _make(path: Path) -> None:
    """Make the file before SQLite does: for its owner alone, as whatever SQLite lays beside it.

    See https://www.sqlite.org/tempfiles.html: the WAL has the permissions of its database.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        pass
    except OSError as error:
        raise HomeRefused(f"the database {path} cannot be made: {error.strerror}") from error


def _connect(path: Path) -> Database:
    # No isolation level: transactions begin and end where this folder says so.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row  # columns have names, and no row depends on their order
    db = Database(connection, execute_plugins=False)
    if db.journal_mode != "wal":
        db.enable_wal()
    # A release that was acknowledged survives a power cut; words that are replaced or deleted leave
    # nothing behind in the file, whichever SQLite this is (https://sqlite.org/pragma.html).
    for setting in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        db.execute(f"PRAGMA {setting}")
    return db


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Say in press terms what the disk or another program did; a mistake of ours stays one."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")  # the Python module's own errors have none
        if name.removeprefix("SQLITE_").split("_")[0] not in _NOT_OURS:
            raise
        raise HomeRefused(f"the database {path} cannot be used: {error}") from error
