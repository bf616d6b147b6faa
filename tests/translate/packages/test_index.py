"""What an index on this machine offers, and fetching it."""

from importlib import import_module
from pathlib import Path

import pytest

from press.errors import PackageRefused
from tests.translate.packages.shelf import Shelf
from translate.packages import index


def fetch(tmp_path: Path, source: str = "en", target: str = "fr") -> Path:
    return index.fetch(index.newest(source, target, index.offers()), tmp_path / "home", pauses=())


def test_the_newest_package_is_fetched(shelf: Shelf, tiny: Path, tmp_path: Path) -> None:
    shelf.files["/new.argosmodel"] = tiny.read_bytes()
    shelf.offer(
        shelf.entry("/old.argosmodel", "1.9"),
        shelf.entry("/new.argosmodel", "1.10"),
        shelf.entry("/other.argosmodel", "9", target="nl"),
    )
    file = fetch(tmp_path)
    assert file.parent == tmp_path / "home" / index.DOWNLOADS
    assert file.read_bytes() == tiny.read_bytes()


def test_the_index_is_asked_once_however_many_pairs_are_looked_for(shelf: Shelf) -> None:
    shelf.offer(shelf.entry("/fr"), shelf.entry("/nl", target="nl"))
    known = index.offers()
    assert [index.newest("en", code, known).pair for code in ("fr", "nl")] == ["en-fr", "en-nl"]
    assert [path for _, path, _ in shelf.asked] == ["/index.json"]


def test_a_size_is_told_before_anything_is_fetched(shelf: Shelf) -> None:
    shelf.files["/fr"] = bytes(12345)
    shelf.offer(shelf.entry("/fr"), shelf.entry("/gone", target="nl"))
    known = index.offers()
    assert index.size(index.newest("en", "fr", known)) == 12345
    assert index.size(index.newest("en", "nl", known)) is None
    assert {method for method, path, _ in shelf.asked if path != "/index.json"} == {"HEAD"}


def test_a_pair_that_nobody_offers_is_a_plain_refusal(shelf: Shelf, tmp_path: Path) -> None:
    shelf.offer(shelf.entry("/x", target="nl"))
    with pytest.raises(PackageRefused, match="no package from en to fr"):
        fetch(tmp_path)


def test_a_package_that_has_gone_is_a_plain_refusal(shelf: Shelf, tmp_path: Path) -> None:
    shelf.offer(shelf.entry("/gone.argosmodel"))
    with pytest.raises(PackageRefused, match="en-fr cannot be fetched: the server answers 404"):
        fetch(tmp_path)


def test_the_next_address_is_tried_where_one_has_gone(shelf: Shelf, tmp_path: Path) -> None:
    shelf.files["/there"] = b"a package"
    entry = shelf.entry("/gone")
    entry["links"].append(f"{shelf.site}/there")
    shelf.offer(entry)
    assert fetch(tmp_path).read_bytes() == b"a package"


def test_what_is_left_of_an_older_version_goes_when_a_newer_one_comes(
    shelf: Shelf, tmp_path: Path
) -> None:
    shelf.files |= {"/old": bytes(9000), "/new": b"new", "/nl": bytes(9000)}
    shelf.offer(shelf.entry("/old", "1.9"), shelf.entry("/nl", "1.9", target="nl"))
    for target in ("fr", "nl"):
        shelf.cuts = [5]
        with pytest.raises(PackageRefused):
            fetch(tmp_path, target=target)
    shelf.offer(shelf.entry("/new", "1.10"))
    file = fetch(tmp_path)
    kept = {path.name for path in file.parent.iterdir() if "en_fr" in path.name}
    assert kept == {file.name, f"{file.name}.json"}
    assert (file.parent / "translate-en_nl-1.9.argosmodel").read_bytes() == bytes(5)


@pytest.mark.parametrize("told", [b"<html>", b"[1]", b'{"a": 1}', b"\xff", b"7", b"[[]]"])
def test_a_list_that_makes_no_sense_is_a_plain_refusal(shelf: Shelf, told: bytes) -> None:
    shelf.files["/index.json"] = told
    with pytest.raises(PackageRefused, match="cannot be understood"):
        index.offers()


def test_an_offer_cannot_choose_where_its_file_goes(shelf: Shelf) -> None:
    shelf.offer(shelf.entry("/x", version="../../evil"), shelf.entry("/y", target="../nl"))
    assert index.offers() == []


def test_an_offer_cannot_make_us_read_a_file_of_this_machine(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret")
    shelf.offer(shelf.entry(f"file://{tmp_path}/secret"))
    with pytest.raises(PackageRefused, match="it has no address"):
        fetch(tmp_path)


def test_without_a_network_the_refusal_says_so(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = import_module("argostranslate.settings")
    monkeypatch.setattr(settings, "remote_package_index", "https://packages.example/index.json")
    with pytest.raises(PackageRefused, match="is there a network"):
        index.offers()
