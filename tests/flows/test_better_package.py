"""A running newsroom has words of the starter, until somebody lays a better package there."""

import json
import time
from pathlib import Path

import pytest

from tests.flows.server import Server, newsroom
from tests.translate.tiny_package import make_package

pytestmark = pytest.mark.waits

TEXT = "The river is low again\n\nThe ferry waits for rain.\n"


def who_said(server: Server, wanted: str) -> str:
    """Who the French is by, once it is by whom it is waited for, or after two minutes."""
    said = ""
    for _ in range(1200):
        shown = newsroom(server.home, "show", "1", "--json", **server.settings)
        said = str(json.loads(shown.stdout)["languages"]["fr"])
        if wanted in said:
            break
        time.sleep(0.1)
    return said


def test_the_clock_has_the_starter_s_drafts_made_anew_by_a_package_that_comes(
    tmp_path: Path,
) -> None:
    settings = {"MODELS": str(tmp_path / "packed"), "STARTER": "drafts", "LANGUAGES": "en,fr-BE"}
    server = Server(tmp_path / "home", settings)
    (tmp_path / "river.txt").write_text(TEXT, encoding="utf-8")
    server.start()
    try:
        filed = newsroom(server.home, "import", str(tmp_path / "river.txt"), **server.settings)
        assert filed.returncode == 0, filed.stderr
        assert who_said(server, "starter") == "waits newsroom starter en-fr 1.0"
        make_package(tmp_path / "packed")
        assert who_said(server, "argos") == "machine argos en-fr 0.1"
    finally:
        server.stop()
