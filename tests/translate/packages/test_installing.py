"""Installing, listing, finding and removing packages."""

import logging
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from press.errors import NoPackage, PackageRefused
from tests.translate.tiny_package import make_package
from translate.engine.smoke_test import run_smoke_test
from translate.packages import installing


def test_an_installed_package_is_listed_with_what_it_says_about_itself(
    tiny: Path, tmp_path: Path
) -> None:
    made = installing.install(tiny, tmp_path / "home")
    assert installing.installed([tmp_path / "home"]) == [made]
    assert (made.source, made.target, made.version) == ("en", "fr", "0.1")
    assert made.size == sum(f.stat().st_size for f in made.path.rglob("*") if f.is_file())


def test_installing_leaves_nothing_but_the_package(tiny: Path, tmp_path: Path) -> None:
    made = installing.install(tiny, tmp_path / "home")
    assert list((tmp_path / "home").iterdir()) == [made.path]


def test_the_promised_digest_is_checked(tiny: Path, tmp_path: Path) -> None:
    right = installing.digest(tiny)
    installing.install(tiny, tmp_path / "home", sha256=right.upper())
    with pytest.raises(PackageRefused, match=f"not the file that was promised.*{right}"):
        installing.install(tiny, tmp_path / "other", sha256="0" * 64)
    assert not (tmp_path / "other").exists()


def test_a_newer_version_takes_the_place_of_an_older_one(tiny: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    installing.install(tiny, home)
    shutil.move(home / "en-fr", home / "unpacked-by-hand")
    installing.install(make_package(tmp_path, version="0.10"), home)
    assert [p.version for p in installing.installed([home])] == ["0.10"]


def test_a_failed_install_leaves_the_old_one(tiny: Path, tmp_path: Path) -> None:
    made = installing.install(tiny, tmp_path / "home")
    torn = tmp_path / "torn.argosmodel"
    torn.write_bytes(tiny.read_bytes()[:-5000])
    with pytest.raises(PackageRefused, match="torn"):
        installing.install(torn, tmp_path / "home")
    assert installing.installed([tmp_path / "home"]) == [made]


@pytest.mark.waits
def test_a_model_that_cannot_be_loaded_does_not_replace_one_that_works(
    tiny: Path, tmp_path: Path
) -> None:
    made = installing.install(tiny, tmp_path / "home", smoke_test=run_smoke_test)
    with pytest.raises(PackageRefused, match=r"^rubbish.argosmodel cannot be used: its model"):
        installing.install(rubbish(tiny, tmp_path), tmp_path / "home", smoke_test=run_smoke_test)
    assert installing.installed([tmp_path / "home"]) == [made]
    assert list((tmp_path / "home").iterdir()) == [made.path]


def rubbish(tiny: Path, folder: Path) -> Path:
    """The same package with a model that is none."""
    file = folder / "rubbish.argosmodel"
    with zipfile.ZipFile(tiny) as good, zipfile.ZipFile(file, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, b"rubbish " * 999 if name.endswith(".bin") else good.read(name))
    return file


def test_several_processes_may_install_the_same_package_at_once(tiny: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with ThreadPoolExecutor(4) as workers:
        for made in [workers.submit(installing.install, tiny, home) for _ in range(12)]:
            assert made.result().path == home / "en-fr"
    assert [p.path for p in installing.installed([home])] == [home / "en-fr"]
    assert [path.name for path in home.iterdir()] == ["en-fr"]


def test_a_missing_folder_holds_no_packages(tmp_path: Path) -> None:
    assert installing.available([tmp_path / "nowhere"]) == []


def test_a_broken_package_is_skipped_and_named_in_the_log(
    tiny: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made = installing.install(tiny, tmp_path)
    for name, metadata in (("no-json", "{"), ("no-codes", "{}"), ("odd", '{"from_code": "../x"}')):
        shutil.copytree(made.path, tmp_path / name)
        (tmp_path / name / "metadata.json").write_text(metadata)
    (tmp_path / "empty").mkdir()
    (tmp_path / "en_nl.argosmodel").write_text("not a package")
    assert installing.available([tmp_path]) == [made]
    skipped = [r.getMessage() for r in caplog.records if r.levelno == logging.WARNING]
    for name in ("no-json", "no-codes", "odd", "empty", "en_nl.argosmodel"):
        assert [line for line in skipped if name in line]


def test_a_packed_package_is_available_and_unpacked_at_first_need(
    tiny: Path, tmp_path: Path
) -> None:
    folders = [tmp_path / "home", tiny.parent]
    assert [p.path for p in installing.available(folders)] == [tiny]
    found = installing.find("en", "fr", folders)
    assert found.path == tmp_path / "home" / "en-fr"
    assert installing.find("en", "fr", folders) == found


def test_the_newest_version_of_a_folder_is_found(tmp_path: Path) -> None:
    for version in ("1.9", "1.10", "1.2"):
        make_package(tmp_path / "packed", version=version)
    folders = [tmp_path / "home", tmp_path / "packed"]
    assert installing.find("en", "fr", folders).version == "1.10"


def test_an_installed_package_comes_before_a_packed_one(tiny: Path, tmp_path: Path) -> None:
    made = installing.install(tiny, tmp_path / "further")
    make_package(tmp_path, version="9")
    assert installing.find("en", "fr", [tmp_path / "home", tmp_path, tmp_path / "further"]) == made


def test_a_packed_package_that_turns_out_broken_is_passed_over(tiny: Path, tmp_path: Path) -> None:
    torn = bytearray(tiny.read_bytes())
    torn[2000:3000] = bytes(1000)
    (tmp_path / "torn.argosmodel").write_bytes(torn)
    with pytest.raises(NoPackage, match="from en to fr"):
        installing.find("en", "fr", [tmp_path / "home", tmp_path])


def test_a_removed_package_is_gone(tiny: Path, tmp_path: Path) -> None:
    installing.install(tiny, tmp_path)
    installing.remove("en", "fr", tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NoPackage):
        installing.remove("en", "fr", tmp_path)


def test_a_folder_that_cannot_be_written_is_a_plain_refusal(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PackageRefused, match="cannot be installed"):
        installing.install(tiny, tmp_path / "file" / "home")


def test_the_newest_file_beyond_what_is_installed_is_found(tiny: Path, tmp_path: Path) -> None:
    made = installing.install(tiny, tmp_path / "home")
    folders = [tmp_path / "packed"]
    assert installing.newer_file(made, folders) is None
    for version in ("0.0.9", "0.9", "0.10"):
        make_package(tmp_path / "packed", version=version)
    make_package(tmp_path / "packed", target="nl", version="7")
    newest = installing.newer_file(made, folders)
    assert newest
    assert newest.name == "translate-en_fr-0.10.argosmodel"
    assert installing.newer_file(installing.install(newest, tmp_path / "home"), folders) is None


def test_what_a_package_weighs_is_the_same_packed_and_unpacked(tiny: Path, tmp_path: Path) -> None:
    (packed,) = installing.available([tiny.parent])
    made = installing.install(tiny, tmp_path)
    model = (made.path / "model" / "model.bin").stat().st_size
    assert packed.weights == made.weights == model
