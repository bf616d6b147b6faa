"""`newsroom models install en-fr`: said first, fetched over any line, made to speak."""

import hashlib
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsroom.commands.translation.fetching import fetched_first
from tests.newsroom.commands.office import Office
from tests.translate.packages.shelf import Shelf
from tests.translate.tiny_package import make_package
from translate.packages.index import DOWNLOADS

pytestmark = pytest.mark.waits


@pytest.fixture
def offered(shelf: Shelf, tmp_path: Path) -> Shelf:
    """An index that offers packages into French and Dutch."""
    for target in ("fr", "nl"):
        file = make_package(tmp_path / "made", target=target, version="1.9")
        shelf.files[f"/{target}"] = file.read_bytes()
    shelf.offer(shelf.entry("/fr", "1.9"), shelf.entry("/nl", "1.9", target="nl"))
    return shelf


def installed(office: Office) -> dict[str, str]:
    return {p["pair"]: p["version"] for p in office.told("models") if not p["starter"]}


def waiting(office: Office) -> list[str]:
    """What is left of downloads."""
    return sorted(path.name for path in (office.home / "packages" / DOWNLOADS).glob("*"))


def test_sizes_are_said_before_anything_is_fetched_and_digests_after(
    office: Office, offered: Shelf
) -> None:
    said = office.done("models", "install", "en-fr", "en-nl").splitlines()
    sizes = [len(offered.files[path]) / 2**20 for path in ("/fr", "/nl")]
    assert said[:3] == [
        f"en-fr 1.9: {sizes[0]:.1f} MiB",
        f"en-nl 1.9: {sizes[1]:.1f} MiB",
        f"together {sum(sizes):.1f} MiB",
    ]
    digests = [hashlib.sha256(offered.files[path]).hexdigest() for path in ("/fr", "/nl")]
    assert said[3:] == [
        f"installed en-{target} 1.9 (sha256 {digest})"
        for target, digest in zip(("fr", "nl"), digests, strict=True)
    ]
    assert (installed(office), waiting(office)) == ({"en-fr": "1.9", "en-nl": "1.9"}, [])
    asked = [method for method, path, _ in offered.asked if path != "/index.json"]
    assert asked == ["HEAD", "HEAD", "GET", "GET"]
    assert sum(path == "/index.json" for _, path, _ in offered.asked) == 1


def test_a_download_says_how_far_it_has_come(office: Office, offered: Shelf) -> None:
    answer = office.type("models", "install", "en-fr")
    assert "en-fr: 1 of 1 MiB" in answer.stderr or "en-fr: 0 of 1 MiB" in answer.stderr


def test_a_download_that_broke_off_is_gone_on_with_the_next_time(
    office: Office, offered: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate.packages.index.fetch.__defaults__", ((lambda _: None), ()))
    offered.cuts = [3000]
    assert "the line went after 3,000 of" in office.refused("models", "install", "en-fr")
    assert len(waiting(office)) == 2
    office.done("models", "install", "en-fr")
    assert offered.parts == ["", "bytes=3000-"]
    assert (installed(office), waiting(office)) == ({"en-fr": "1.9"}, [])


def test_what_is_no_package_is_not_kept_to_be_refused_again(office: Office, offered: Shelf) -> None:
    offered.files["/fr"] = b"<html>Please log in</html>"
    assert "is not a translation package" in office.refused("models", "install", "en-fr")
    assert (installed(office), waiting(office)) == ({}, [])


def test_a_package_for_another_pair_than_was_offered_is_refused(
    office: Office, offered: Shelf
) -> None:
    offered.files["/fr"] = offered.files["/nl"]
    reason = office.refused("models", "install", "en-fr")
    assert "what was offered as en-fr is en-nl" in reason
    assert installed(office) == {}


def test_one_pair_that_cannot_be_fetched_does_not_stop_the_others(
    office: Office, offered: Shelf
) -> None:
    del offered.files["/fr"]
    answer = office.type("models", "install", "en-fr", "en-nl")
    assert answer.exit_code == 1
    assert "en-fr 1.9: its server does not say how large it is" in answer.stdout
    assert "en-fr cannot be fetched: the server answers 404" in answer.stderr
    assert installed(office) == {"en-nl": "1.9"}


def test_what_is_installed_in_its_newest_version_is_not_fetched_again_unless_it_was_changed(
    office: Office, offered: Shelf
) -> None:
    office.done("models", "install", "en-fr")
    assert office.done("models", "install", "en-fr") == "en-fr 1.9 is installed already\n"
    assert len(offered.parts) == 1
    (office.home / "packages" / "en-fr" / "model" / "config.json").write_text("{}")
    assert "installed en-fr 1.9" in office.done("models", "install", "en-fr")


def test_nothing_is_fetched_where_there_is_no_room(
    office: Office, offered: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
    assert "takes about" in office.refused("models", "install", "en-fr", "en-nl")
    assert offered.parts == []


def test_without_a_network_the_refusal_says_so(office: Office, shelf: Shelf) -> None:
    assert "is there a network?" in office.refused("models", "install", "en-fr")


def test_an_update_fetches_what_is_newer_and_leaves_the_newest(
    office: Office, offered: Shelf, tmp_path: Path
) -> None:
    old = make_package(tmp_path / "old", version="1.8")
    office.done("models", "install", str(old), "en-nl")
    said = office.done("models", "update")
    assert "updated en-fr 1.8 → 1.9" in said
    assert "en-nl 1.9 is the newest" in said
    assert installed(office) == {"en-fr": "1.9", "en-nl": "1.9"}
    said = office.done("models", "update")
    assert said == "en-fr 1.9 is the newest\nen-nl 1.9 is the newest\n"


def test_a_demonstration_fetches_first_where_there_is_a_network(
    office: Office, offered: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    door = office.door()
    environment = fetched_first(door)
    assert environment["NEWSROOM_MODELS"] == str(office.home.resolve() / "packages")
    said = capsys.readouterr()
    assert "going on with what there is" in said.err  # nobody offers en-de here
    assert installed(office) == {}
    offered.offer(
        *(offered.entry(f"/{code}", "1.9", target=code) for code in ("fr", "nl")),
        offered.entry("/de", "1.9", target="de"),
    )
    offered.files["/de"] = make_package(tmp_path, target="de", version="1.9").read_bytes()
    fetched_first(door)
    assert installed(office).keys() == {"en-fr", "en-nl", "en-de"}


def test_the_starter_s_drafts_are_made_anew_once_another_package_is_there(
    office: Office, offered: Shelf
) -> None:
    office.settings |= {"LANGUAGES": "en,fr-BE", "STARTER": "drafts"}
    office.filed()
    office.done("translate")
    assert office.told("show", "1")["languages"]["fr"] == "waits newsroom starter en-fr 1.0"
    said = office.done("models", "install", "en-fr")
    assert "the starter drafted 1 text: to be made anew by newsroom serve" in said
    assert "1 text filled" in office.done("translate")
    assert office.told("show", "1")["languages"]["fr"] == "machine argos en-fr 1.9"
    assert "drafted" not in office.done("models", "update", "--offline")
    assert "nothing is missing" in office.done("translate")
