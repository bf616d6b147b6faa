"""A shelf of packages to fetch from."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.translate.packages.shelf import Shelf, served


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """Where a small index answers; Argos is told to ask there."""
    for name in ("DATA", "CONFIG", "CACHE"):  # in which Argos makes its folders on import
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "argos"))
    monkeypatch.setenv("no_proxy", "*")
    with served() as shelf:
        settings = import_module("argostranslate.settings")
        monkeypatch.setattr(settings, "remote_package_index", f"{shelf.site}/index.json")
        yield shelf
