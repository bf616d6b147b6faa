"""An office of its own for every test."""

from pathlib import Path

import pytest

from tests.newsroom.commands.office import Office
from tests.translate.tiny_package import make_package


@pytest.fixture
def bare(tmp_path: Path) -> Office:
    """Nothing yet."""
    return Office(tmp_path)


@pytest.fixture
def office(bare: Office) -> Office:
    bare.done("init")
    return bare


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tiny package from English to French."""
    return make_package(tmp_path_factory.mktemp("models")).parent
