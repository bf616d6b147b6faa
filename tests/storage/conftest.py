"""A database of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Storage
from tests.homes import lay_database


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    kept = Storage(lay_database(tmp_path / "newsroom.db"))
    yield kept
    kept.close()
