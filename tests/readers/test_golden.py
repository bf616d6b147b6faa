"""The golden documents, read by every reader alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from feeds import FORMATS
from tests.feeds.samples import SITE
from tests.feeds.test_golden import EDITIONS, GOLDEN
from tests.readers.edge import Edge, listening
from tests.readers.followers import READING_NAMES, READINGS, Follower, skip_without
from tests.readers.programs import Newsboat
from tests.readers.views import promised

pytestmark = pytest.mark.waits

NAMES = ("mixed.fr", "standing-in.ar", "empty.de")


@pytest.fixture(scope="module")
def shelf() -> Iterator[Edge]:
    """Every golden document, under its name."""
    documents = {
        f"/{name}.{extension}": (format_.media_type, (GOLDEN / f"{name}.{extension}").read_bytes())
        for name in NAMES
        for extension, format_ in FORMATS.items()
    }
    with listening(Edge(shelf=documents)) as edge:
        yield edge


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("kind", "extension"), READINGS, ids=READING_NAMES)
def test_a_reader_shows_what_was_written(
    kind: type[Follower], extension: str, name: str, shelf: Edge, tmp_path: Path
) -> None:
    skip_without(kind)
    follower = kind(tmp_path)
    address = f"{shelf.base_url}/{name}.{extension}"
    follower.poll(address)
    expected = kind.sights[extension].of(promised(EDITIONS[name](), SITE))
    assert follower.channel(address) == expected


@pytest.mark.parametrize("extension", Newsboat.sights)
def test_a_reader_learns_which_way_a_feed_runs(extension: str, shelf: Edge, tmp_path: Path) -> None:
    skip_without(Newsboat)
    newsboat = Newsboat(tmp_path)
    addresses = {
        name: f"{shelf.base_url}/{name}.{extension}" for name in ("mixed.fr", "standing-in.ar")
    }
    newsboat.poll(*addresses.values())
    said = {name: newsboat.is_right_to_left(address) for name, address in addresses.items()}
    assert said == {"mixed.fr": False, "standing-in.ar": True}
