"""An office of its own for every test."""

import shutil
from pathlib import Path

import pytest

from tests.newsroom.commands.office import Office
from tests.translate.tiny_package import make_package


@pytest.fixture
def bare(tmp_path: Path) -> Office:
    """Nothing yet."""
    return Office(tmp_path)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home as `newsroom init` makes it."""
    office = Office(tmp_path_factory.mktemp("made"))
    office.done("init")
    return office.home


@pytest.fixture
def office(bare: Office, made: Path) -> Office:
    shutil.copytree(made, bare.home)
    return bare


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tiny package from English to French."""
    return make_package(tmp_path_factory.mktemp("models")).parent
