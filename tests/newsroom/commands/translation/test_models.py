"""`newsroom models`: packages in, lies refused."""

import hashlib
import json
import shlex
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.newsroom.commands.office import Office
from tests.translate.tiny_package import make_package

pytestmark = pytest.mark.waits


@pytest.fixture
def package(tiny_models: Path) -> Path:
    return next(tiny_models.glob("*.argosmodel"))


def test_an_installed_package_is_listed_until_it_is_removed(office: Office, package: Path) -> None:
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    assert office.done("models", "install", str(package)) == (
        f"installed en-fr 0.1 (sha256 {digest})\n"
    )
    assert [(p["pair"], p["version"]) for p in others(office)] == [("en-fr", "0.1")]
    office.done("models", "remove", "en-fr")
    assert others(office) == []


@pytest.mark.parametrize("content", [b"", b"<html>Please log in</html>", b"PK\x03\x04 cut off"])
def test_what_is_no_package_is_refused_by_name_and_not_installed(
    office: Office, content: bytes
) -> None:
    path = office.file(content, "page.argosmodel")
    reason = office.refused("models", "install", str(path))
    assert "page.argosmodel is not a translation package: it is not a zip file" in reason
    assert others(office) == []


def test_a_file_that_is_not_there_is_refused(office: Office) -> None:
    assert "no such file" in office.refused("models", "install", "gone.argosmodel")


def test_another_digest_than_was_promised_is_refused(office: Office, package: Path) -> None:
    office.refused("models", "install", str(package), "--sha256", "0" * 64)
    assert others(office) == []


@pytest.mark.parametrize("pair", ["english-french", "en", "../en-fr"])
def test_a_pair_that_is_none_is_refused(office: Office, pair: str) -> None:
    assert f"“{pair}” is not a pair of languages" in office.refused("models", "remove", pair)


def test_a_file_that_is_not_there_is_named_once(office: Office) -> None:
    reason = office.refused("models", "install", "gone.argosmodel")
    assert "there is no such file: gone.argosmodel" in reason
    assert reason.count("gone") == 1


def test_an_update_takes_the_newer_file_of_a_folder_and_leaves_the_newest(
    office: Office, package: Path, tmp_path: Path
) -> None:
    office.done("models", "install", str(package))
    office.settings["MODELS"] = str(tmp_path / "packed")
    assert office.done("models", "update", "--offline") == "en-fr 0.1 is the newest\n"
    make_package(tmp_path / "packed", version="0.2")
    assert "updated en-fr 0.1 → 0.2" in office.done("models", "update", "--offline", "en-fr")
    assert [p["version"] for p in others(office) if not p["packed"]] == ["0.2"]
    assert "no translation package from en to nl" in office.refused("models", "update", "en-nl")


def test_an_update_where_nothing_is_installed_says_so(office: Office) -> None:
    assert office.done("models", "update").startswith("no translation packages are installed")


def test_a_newer_package_that_cannot_speak_does_not_take_the_place_of_the_old(
    office: Office, package: Path, tmp_path: Path
) -> None:
    office.done("models", "install", str(package))
    office.settings["MODELS"] = str(tmp_path / "packed")
    good = make_package(tmp_path / "packed", version="0.2")
    with zipfile.ZipFile(good) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(good, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data if not name.endswith("model.bin") else b"rubbish " * 999)
    assert "cannot be used" in office.refused("models", "update", "--offline")
    assert [p["version"] for p in others(office) if not p["packed"]] == ["0.1"]


def test_the_list_tells_a_program_what_each_package_weighs_and_its_pin(
    office: Office, package: Path
) -> None:
    office.done("models", "install", str(package))
    (listed,) = others(office)
    assert listed["sha256"] == hashlib.sha256(package.read_bytes()).hexdigest()
    assert 0 < listed["memory"] < listed["bytes"]
    assert (listed["shares"], listed["packed"]) == ([], False)
    assert f"pinned {listed['sha256'][:12]}…" in office.done("models")


def test_packages_that_share_a_model_say_so(office: Office, tmp_path: Path) -> None:
    for target in ("fr", "nl"):
        office.done("models", "install", str(make_package(tmp_path, target=target)))
    assert {p["pair"]: p["shares"] for p in others(office)} == {
        "en-fr": ["en-nl"],
        "en-nl": ["en-fr"],
    }


def test_the_doctor_has_every_package_speak_and_names_the_one_that_changed(
    office: Office, package: Path
) -> None:
    office.done("models", "install", str(package))
    (finding,) = packages_of(office.told("doctor"))
    assert finding["ok"]
    assert "0.1 speaks with sockets closed" in finding["says"]
    (office.home / "packages" / "en-fr" / "model" / "model.bin").write_bytes(b"other weights")
    answer = office.type("doctor", "--json")
    assert answer.exit_code == 1
    (finding,) = packages_of(json.loads(answer.stdout))
    assert not finding["ok"]
    assert "model/model.bin has changed" in finding["says"]


@pytest.mark.parametrize("name", ["en-fr", "unpacked by hand"])
def test_a_package_that_lost_its_model_is_named_by_the_doctor_and_can_be_removed(
    office: Office, package: Path, name: str
) -> None:
    office.done("models", "install", str(package))
    folder = office.home / "packages" / name
    (office.home / "packages" / "en-fr").rename(folder)
    (folder / "model" / "model.bin").unlink()
    answer = office.type("doctor", "--json")
    assert answer.exit_code == 1
    (finding,) = packages_of(json.loads(answer.stdout))
    assert not finding["ok"]
    assert "it has no model/model.bin" in finding["says"]
    assert f"newsroom models remove {shlex.quote(name)}" in finding["says"]
    assert office.done("models", "remove", name) == f"removed {name}, which was broken\n"
    assert not folder.exists()
    assert others(office) == packages_of(office.told("doctor")) == []


STARTED = ["en-de", "en-fr", "en-nl"]


def test_where_nothing_is_installed_the_starter_is_listed_with_what_it_is_worth(
    office: Office,
) -> None:
    office.settings["STARTER"] = "drafts"
    told = office.told("models")
    assert [p["pair"] for p in told if p["starter"] and p["in_use"]] == STARTED
    assert [sorted([p["pair"], *p["shares"]]) for p in told] == [STARTED] * 3
    assert all(q["sentences"] == 600 and q["chrf"] > 30 for p in told for q in p["quality"])
    said = office.done("models").splitlines()
    assert "en-fr 1.0 of the starter, rough, in use: FLORES-200 devtest chrF 51.4" in said[1]
    assert said[3].startswith("the starter is one model for all of these (22.6 MiB; ")
    assert f"pinned {told[0]['sha256'][:12]}…" in said[3]
    assert said[4] == "newsroom models install en-de en-fr en-nl fetches better ones"


def test_behind_an_installed_package_the_starter_is_not_in_use(
    office: Office, package: Path
) -> None:
    office.settings["STARTER"] = "drafts"
    office.done("models", "install", str(package))
    used = {(p["pair"], p["starter"]): p["in_use"] for p in office.told("models")}
    assert (used["en-fr", False], used["en-fr", True], used["en-nl", True]) == (True, False, True)
    said = office.done("models")
    assert "en-fr 1.0 of the starter, rough, behind en-fr 0.1: " in said
    assert "newsroom models install en-de en-nl fetches better ones" in said


def test_the_doctor_has_the_starter_speak_where_nothing_better_is_installed(
    office: Office, package: Path
) -> None:
    office.settings["STARTER"] = "drafts"
    office.done("models", "install", str(package))
    found = {f["check"]: f for f in office.told("doctor") if f["check"].startswith("starter ")}
    assert list(found) == ["starter en-de", "starter en-nl"]
    assert all(finding["ok"] for finding in found.values())
    says = found["starter en-nl"]["says"]
    assert "it is rough, and newsroom models install en-nl fetches a better one" in says


def test_where_it_is_off_and_nothing_is_installed_the_way_to_get_some_is_said(
    office: Office,
) -> None:
    said = office.done("models")
    assert said.startswith("no translation packages are installed; newsroom models install en-fr")
    (finding,) = [f for f in office.told("doctor") if f["check"] == "packages"]
    assert finding["ok"]


def others(office: Office) -> list[dict[str, Any]]:
    """The packages that are listed beside the starter."""
    return [package for package in office.told("models") if not package["starter"]]


def packages_of(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [finding for finding in findings if finding["check"].startswith("package ")]
