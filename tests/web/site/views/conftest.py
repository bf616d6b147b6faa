"""Applications with more than the public's side."""

from collections.abc import Iterator
from typing import Any

import pytest

from newsroom.proofs.probes import Probes
from newsroom.public.front import Front
from newsroom.telling.following.sign_ups import SignUps
from press.public.site import Site
from storage import Storage
from tests.web.site.views.following import Desk
from web.site.application import create_app


@pytest.fixture
def probes(storage: Storage) -> Iterator[Probes]:
    watch = Probes(storage)
    yield watch
    watch.close()


@pytest.fixture
def desk(front: Front, storage: Storage, site: Site, clock: Any, probes: Probes) -> Iterator[Desk]:
    """Somebody who may follow by mail."""
    following = SignUps(storage, site)
    app = create_app(front, clock, following=following, probes=probes)
    app.testing = True
    with app.test_client(use_cookies=False) as client:
        yield Desk(client, following, storage)
