"""Releases with pictures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from press.public.site import Site
from press.releases.attachment import Attachment, Words
from storage import Storage
from tests.press.releases.test_dimensions import png
from tests.web.site.views.test_files import Office

Attach = Callable[[str, int, int], Attachment]


@pytest.fixture
def attach(storage: Storage, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Attach:
    """Attach a picture of some width and height to a sample."""
    office = Office(storage, site, Path(tmp_path_factory.mktemp("desk")))

    def attached(slug: str, width: int, height: int) -> Attachment:
        words = Words(f"The valley, {width} wide", "Velmora picture desk")
        return office.attach(slug, f"valley-{width}.png", png(width, height), words)

    return attached
