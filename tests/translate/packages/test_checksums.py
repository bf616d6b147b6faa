"""A package that is not what was installed is refused."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from press.errors import PackageRefused
from translate.engine.argos import engine_for
from translate.packages import checksums, installing


@pytest.fixture
def installed(tiny: Path, tmp_path: Path) -> installing.Installed:
    return installing.install(tiny, tmp_path / "home")


@pytest.mark.waits
def test_what_was_installed_is_written_down_as_sha256sum_reads_it(
    installed: installing.Installed, tiny: Path
) -> None:
    names = {p.relative_to(installed.path).as_posix() for p in installed.path.rglob("*")}
    assert set(checksums.read_checksums(installed.path)) == names - {"model", checksums.NAME}
    assert checksums.archive_digest(installed.path) == hashlib.sha256(tiny.read_bytes()).hexdigest()
    if shutil.which("sha256sum"):
        command = ["sha256sum", "--check", "--strict", checksums.NAME]
        subprocess.run(command, cwd=installed.path, check=True, capture_output=True)


def test_an_untouched_package_is_taken(installed: installing.Installed) -> None:
    checksums.verify(installed.path)


@pytest.mark.parametrize("name", ["model/model.bin", "metadata.json", "sentencepiece.model"])
def test_a_changed_file_is_named_and_the_package_refused(
    installed: installing.Installed, name: str
) -> None:
    file = installed.path / name
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(PackageRefused, match=f"^en-fr is not what was installed: {name} has"):
        engine_for("en", "fr", [installed.path.parent])


def test_a_file_that_is_missing_or_was_added_is_named(installed: installing.Installed) -> None:
    (installed.path / "bpe.model").write_text("another tokenizer")
    with pytest.raises(PackageRefused, match=r"bpe\.model was added"):
        checksums.verify(installed.path)
    (installed.path / "bpe.model").unlink()
    (installed.path / "model" / "config.json").unlink()
    with pytest.raises(PackageRefused, match=r"model/config\.json is missing"):
        checksums.verify(installed.path)


def test_an_emptied_list_is_no_permission(installed: installing.Installed) -> None:
    (installed.path / checksums.NAME).write_text("")
    with pytest.raises(PackageRefused, match="was added"):
        checksums.verify(installed.path)


def test_a_package_unpacked_by_hand_is_taken_as_it_is(installed: installing.Installed) -> None:
    (installed.path / checksums.NAME).unlink()
    (installed.path / "README.md").write_text("changed")
    checksums.verify(installed.path)
    assert checksums.archive_digest(installed.path) == ""


def test_packages_are_of_one_model_when_every_file_of_it_is_the_same(
    installed: installing.Installed, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(installed.path, other)
    (other / checksums.NAME).unlink()
    (other / "metadata.json").write_text("another label")
    assert checksums.weights(other) == checksums.weights(installed.path)
    (other / "model" / "config.json").write_text("another way to read it")
    assert checksums.weights(other) != checksums.weights(installed.path)
