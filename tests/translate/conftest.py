"""Packages to test with: real ones where they are present, a tiny one made in code."""

from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.translate.tiny_package import make_package


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a tiny package from English to French."""
    return make_package(tmp_path_factory.mktemp("tiny"))


@pytest.fixture
def models() -> Path:
    """The folder of real packages, where it is present."""
    if not list((SHARED / "models").glob("*.argosmodel")):
        pytest.skip("no real translation packages (NEWSROOM_SHARED) on this machine")
    return SHARED / "models"
