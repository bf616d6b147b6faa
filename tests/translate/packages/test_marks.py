"""The mark of a package: kept beside it, and only for the weights it was found with."""

import json
import shutil
from pathlib import Path

import pytest

from press.errors import PackageRefused
from tests.translate.tiny_package import make_package
from translate.packages import checksums
from translate.packages.installing import install
from translate.packages.listing import STARTER_FOLDER, Installed, installed
from translate.packages.marks import NAME, UNCALIBRATED, PackageMark, keep_mark, mark_of, read_mark

MARK = PackageMark(-0.61, 300, 0.067, 0.65)


@pytest.fixture
def package(tiny: Path, tmp_path: Path) -> Installed:
    return install(tiny, tmp_path / "home")


def test_a_mark_is_kept_beside_the_package_whose_files_stay_as_they_were(
    package: Installed,
) -> None:
    assert read_mark(package) is None
    assert keep_mark(package, MARK) == package.path.parent / NAME
    assert read_mark(package) == MARK
    checksums.verify(package.path)


def test_a_package_without_a_mark_is_held_against_a_strict_one(package: Installed) -> None:
    assert mark_of([package]) == UNCALIBRATED
    keep_mark(package, MARK)
    assert mark_of([package]) == MARK.score


def test_on_the_way_by_another_language_marks_add_up_as_scores_do(package: Installed) -> None:
    keep_mark(package, MARK)
    assert mark_of([package, package]) == 2 * MARK.score


def test_a_newer_version_does_not_inherit_the_mark(package: Installed, tmp_path: Path) -> None:
    keep_mark(package, MARK)
    newer = install(make_package(tmp_path, version="0.2"), package.path.parent)
    assert read_mark(newer) is None


def test_other_weights_under_the_same_version_do_not_inherit_it_either(
    package: Installed,
) -> None:
    keep_mark(package, MARK)
    (package.path / checksums.NAME).unlink()
    config = package.path / "model" / "config.json"
    config.write_text(config.read_text() + "\n")
    assert read_mark(package) is None


def test_packages_of_one_home_have_a_mark_each(package: Installed, tmp_path: Path) -> None:
    other = install(make_package(tmp_path, "en", "nl"), package.path.parent)
    keep_mark(package, MARK)
    keep_mark(other, PackageMark(-1.2, 300, 0.05, 0.5))
    assert [read_mark(one) for one in (package, other)] == [MARK, PackageMark(-1.2, 300, 0.05, 0.5)]


@pytest.mark.parametrize("words", ["", "{", "[]", "7", '{"en-fr": 7}', '{"en-fr": {}}'])
def test_a_file_that_is_none_of_ours_is_no_mark_and_gives_way_to_one(
    package: Installed, words: str
) -> None:
    (package.path.parent / NAME).write_text(words)
    assert read_mark(package) is None
    keep_mark(package, MARK)
    assert read_mark(package) == MARK


def test_a_mark_that_cannot_be_kept_is_a_refusal(package: Installed) -> None:
    home = package.path.parent
    shutil.copytree(package.path, home / NAME / "folder")
    with pytest.raises(PackageRefused, match=f"{NAME} cannot be written"):
        keep_mark(package, MARK)


def test_the_model_that_ships_has_a_mark_for_each_of_its_pairs() -> None:
    starters = installed([STARTER_FOLDER])
    assert len(starters) == 3
    for starter in starters:
        mark = read_mark(starter)
        assert mark is not None
        assert mark.best <= 0.1
        assert mark.worst >= 0.5
        assert mark.score <= UNCALIBRATED  # of an unknown package no less is asked


def test_what_is_kept_is_figures_and_names_of_weights(package: Installed) -> None:
    keep_mark(package, MARK)
    kept = json.loads((package.path.parent / NAME).read_bytes())["en-fr"]
    assert kept.keys() == {"version", "weights", "score", "sentences", "best", "worst"}
