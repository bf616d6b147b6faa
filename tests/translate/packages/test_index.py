"""Fetching a package, from an index on this machine."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from press.errors import PackageRefused
from translate.packages import installing


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where a small index answers; Argos is told to ask there."""
    for name in ("DATA", "CONFIG", "CACHE"):  # in which Argos makes its folders on import
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("no_proxy", "*")
    (tmp_path / "www").mkdir()
    handler = partial(Quiet, directory=str(tmp_path / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        site = f"http://127.0.0.1:{server.server_address[1]}"
        settings = import_module("argostranslate.settings")
        monkeypatch.setattr(settings, "remote_package_index", f"{site}/index.json")
        yield site
        server.shutdown()


def offer(www: Path, *entries: dict[str, Any]) -> None:
    (www / "index.json").write_text(json.dumps(entries))


def entry(link: str, version: str = "1.0", target: str = "fr") -> dict[str, Any]:
    return {"from_code": "en", "to_code": target, "package_version": version, "links": [link]}


def test_the_newest_package_is_fetched_and_can_be_installed(
    address: str, tiny: Path, tmp_path: Path
) -> None:
    (tmp_path / "www" / "new.argosmodel").write_bytes(tiny.read_bytes())
    offer(
        tmp_path / "www",
        entry(f"{address}/old.argosmodel", "1.9"),
        entry(f"{address}/new.argosmodel", "1.10"),
        entry(f"{address}/other.argosmodel", "9", target="nl"),
    )
    file = installing.fetch("en", "fr", tmp_path)
    assert file.parent == tmp_path
    assert file.read_bytes() == tiny.read_bytes()


def test_a_pair_that_nobody_offers_is_a_plain_refusal(address: str, tmp_path: Path) -> None:
    offer(tmp_path / "www", entry(f"{address}/x", target="nl"))
    with pytest.raises(PackageRefused, match="no package from en to fr"):
        installing.fetch("en", "fr", tmp_path)


def test_a_package_that_has_gone_is_a_plain_refusal(address: str, tmp_path: Path) -> None:
    offer(tmp_path / "www", entry(f"{address}/gone.argosmodel"))
    with pytest.raises(PackageRefused, match="en-fr cannot be fetched"):
        installing.fetch("en", "fr", tmp_path)


@pytest.mark.parametrize("index", ["<html>", "[1]", '{"a": 1}'])
def test_a_list_that_makes_no_sense_is_a_plain_refusal(
    address: str, tmp_path: Path, index: str
) -> None:
    (tmp_path / "www" / "index.json").write_text(index)
    with pytest.raises(PackageRefused, match="cannot be understood"):
        installing.fetch("en", "fr", tmp_path)


def test_an_offer_cannot_choose_where_its_file_goes(address: str, tmp_path: Path) -> None:
    offer(tmp_path / "www", entry(f"{address}/index.json", version="../../evil"))
    with pytest.raises(PackageRefused, match="version"):
        installing.fetch("en", "fr", tmp_path)


def test_without_a_network_the_refusal_says_so(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = import_module("argostranslate.settings")
    monkeypatch.setattr(settings, "remote_package_index", "https://packages.example/index.json")
    with pytest.raises(PackageRefused, match="is there a network"):
        installing.fetch("en", "fr", tmp_path)


def test_what_argos_logs_of_a_failure_is_not_heard(
    address: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(PackageRefused, match="is there a network"):
        installing.fetch("en", "fr", tmp_path)
    assert caplog.records == []


def test_only_a_newer_package_is_fetched(address: str, tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "www" / "new.argosmodel").write_bytes(tiny.read_bytes())
    offer(tmp_path / "www", entry(f"{address}/new.argosmodel", "1.10"))
    assert installing.fetch_newer("en", "fr", "1.10", tmp_path) is None
    file = installing.fetch_newer("en", "fr", "1.9", tmp_path)
    assert file
    assert file.read_bytes() == tiny.read_bytes()
