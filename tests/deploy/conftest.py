"""A newsroom with news in it, and the nginx of production before it."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

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
def report(server: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes]:
    """Address and content of a file of the first release."""
    content = b"%PDF-1.7\n" + os.urandom(300_000)
    file = tmp_path_factory.mktemp("files") / "report.pdf"
    file.write_bytes(content)
    done = newsroom(server.home, "attach", "1", str(file), "--json")
    assert done.returncode == 0, done.stderr
    return urlsplit(json.loads(done.stdout)[0]["address"]).path, content


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that nginx writes."""
    return tmp_path_factory.mktemp("nginx") / "its"


@pytest.fixture(scope="module")
def proxy(server: Server, report: tuple[str, bytes], folder: Path) -> Iterator[Proxy]:
    """Once all is filed: what nginx keeps is right for its minute only if nothing is done in it.

    Nor in its first second: a feed of the very second of a change bears no date, and is not kept.
    """
    time.sleep(1)
    with standing_before(server.port, folder) as one:
        yield one
