"""`newsroom models`: packages in, lies refused."""

import hashlib
from pathlib import Path

import pytest

from tests.newsroom.commands.office import Office


@pytest.fixture
def package(tiny_models: Path) -> Path:
    return next(tiny_models.glob("*.argosmodel"))


def test_an_installed_package_is_listed_until_it_is_removed(office: Office, package: Path) -> None:
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    assert office.done("models", "install", str(package)) == (
        f"installed en-fr 0.1 (sha256 {digest})\n"
    )
    assert [(p["pair"], p["version"]) for p in office.told("models")] == [("en-fr", "0.1")]
    office.done("models", "remove", "en-fr")
    assert office.told("models") == []


@pytest.mark.parametrize("content", [b"", b"<html>Please log in</html>", b"PK\x03\x04 cut off"])
def test_what_is_no_package_is_refused_by_name_and_not_installed(
    office: Office, content: bytes
) -> None:
    path = office.file(content, "page.argosmodel")
    reason = office.refused("models", "install", str(path))
    assert "page.argosmodel is not a translation package: it is not a zip file" in reason
    assert office.told("models") == []


def test_a_file_that_is_not_there_is_refused(office: Office) -> None:
    assert "no such file" in office.refused("models", "install", "gone.argosmodel")


def test_another_digest_than_was_promised_is_refused(office: Office, package: Path) -> None:
    office.refused("models", "install", str(package), "--sha256", "0" * 64)
    assert office.told("models") == []


@pytest.mark.parametrize("pair", ["english-french", "en", "../en-fr"])
def test_a_pair_that_is_none_is_refused(office: Office, pair: str) -> None:
    assert f"“{pair}” is not a pair of languages" in office.refused("models", "remove", pair)


def test_a_file_that_is_not_there_is_named_once(office: Office) -> None:
    reason = office.refused("models", "install", "gone.argosmodel")
    assert "there is no such file: gone.argosmodel" in reason
    assert reason.count("gone") == 1
