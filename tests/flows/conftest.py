"""Servers that are ended whatever happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.server import Server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    one = Server(tmp_path / "home")
    yield one
    one.stop()
