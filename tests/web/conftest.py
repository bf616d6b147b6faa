"""The real front over a real database, and an application before it."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from newsroom.public.front import Front
from press.public.site import Site
from storage import Storage
from tests.conftest import NOON
from tests.web.reading import Html
from tests.web.samples import file_all
from web.site.application import create_app


class Clock:
    """A clock that shows what it is told, and counts how often it is read."""

    def __init__(self) -> None:
        self.now = NOON
        self.readings = 0

    def __call__(self) -> datetime:
        self.readings += 1
        return self.now


@pytest.fixture(scope="session")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with every sample, made once; closing it leaves one whole file."""
    storage = Storage(tmp_path_factory.mktemp("web") / "newsroom.db")
    file_all(storage)
    storage.close()
    return storage.path


@pytest.fixture
def storage(filed: Path, tmp_path: Path) -> Iterator[Storage]:
    """A copy of it for every test."""
    kept = Storage(Path(shutil.copy(filed, tmp_path)))
    yield kept
    kept.close()


@pytest.fixture
def front(storage: Storage, site: Site) -> Front:
    return Front(storage, site)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(front: Front, clock: Clock) -> Flask:
    app = create_app(front, clock)
    app.testing = True
    return app


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


@pytest.fixture(scope="session")
def readable(
    filed: Path, site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Flask, Clock]]:
    """One application with its clock, for all tests that change nothing."""
    storage, clock = Storage(Path(shutil.copy(filed, tmp_path_factory.mktemp("read")))), Clock()
    app = create_app(Front(storage, site), clock)
    app.testing = True
    yield app, clock
    storage.close()


@pytest.fixture
def reader(readable: tuple[Flask, Clock]) -> Iterator[tuple[FlaskClient, Clock]]:
    """Somebody who asks at noon, or whenever else they set the clock to."""
    app, clock = readable
    clock.now = NOON
    with app.test_client() as client:
        yield client, clock


@pytest.fixture
def page(client: FlaskClient) -> Callable[[str], Html]:
    """Ask for a page and read it."""

    def read(address: str) -> Html:
        answer = client.get(address)
        assert answer.mimetype == "text/html"
        return Html(answer.text)

    return read
