"""An open newsroom of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from tests.conftest import NOON
from tests.homes import lay_database

SETTINGS = {
    "NEWSROOM_AUTHORITY": "press.example.org,2026",
    "NEWSROOM_BASE_URL": "https://press.example.org",
    "NEWSROOM_MODELS": "",
    "NEWSROOM_TITLE": "Press office",
}


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    settings = load_settings(SETTINGS, tmp_path / "home")
    lay_database(settings.database)
    opened = open_newsroom(settings, NOON)
    yield opened
    opened.storage.close()
