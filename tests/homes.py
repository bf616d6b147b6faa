"""New databases: the schema is built once a run, and every test begins with a copy of its own."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from storage import Storage


def lay_database(path: Path) -> Path:
    """Lay a database that nothing has been filed in yet where a home has none.

    Args:
        path: of the database; folders that it lacks are made, for their owner alone.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(_new_database())
    return path


@cache
def _new_database() -> bytes:
    with TemporaryDirectory() as folder:
        storage = Storage(Path(folder) / "newsroom.db")
        storage.close()  # leaves one whole file
        return storage.path.read_bytes()
