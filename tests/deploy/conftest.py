"""A newsroom with news in it, and the nginx of production before it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.load import find
from benchmarks.proxy import Proxy, standing_before
from tests.flows.server import Server, newsroom

SAMPLES = Path(__file__).parents[2] / "newsroom" / "samples"
TOKEN = "a-token-for-figures"


@pytest.fixture(scope="session")
def nginx() -> None:
    """For tests that need it."""
    if find("nginx") is None:
        pytest.skip("nginx is not on this machine")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    one = Server(tmp_path_factory.mktemp("newsroom") / "home", {"METRICS_TOKEN": TOKEN})
    one.start()
    try:
        filed = newsroom(one.home, "import", "--publish", "--new-topic", str(SAMPLES))
        assert filed.returncode == 0, filed.stderr
        yield one
    finally:
        one.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that nginx writes."""
    return tmp_path_factory.mktemp("nginx") / "its"


@pytest.fixture(scope="module")
def proxy(server: Server, folder: Path) -> Iterator[Proxy]:
    with standing_before(server.port, folder) as one:
        yield one
