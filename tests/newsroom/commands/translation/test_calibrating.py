"""`newsroom models calibrate`: a mark of one's own for a package."""

import json
from pathlib import Path

import pytest

from tests.newsroom.commands.office import Office

pytestmark = pytest.mark.waits

WORDS = (
    "river",
    "ferry",
    "harbour",
    "bridge",
    "doctor",
    "minister",
    "school",
    "boat",
    "port",
    "pupil",
)
ENGLISH = [f"The {one} spoke with the {other} again." for one in WORDS for other in WORDS]
FRENCH = [f"Le {one} a parlé avec le {other}." for one in WORDS for other in WORDS]


def text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


@pytest.fixture
def files(office: Office) -> list[str]:
    return [str(office.file(text(ENGLISH), "news.en")), str(office.file(text(FRENCH), "news.fr"))]


@pytest.fixture
def package(office: Office, tiny_models: Path) -> Path:
    office.done("models", "install", str(next(tiny_models.glob("*.argosmodel"))))
    return office.home / "packages"


def test_a_package_gets_a_mark_that_is_kept_in_the_home(
    office: Office, package: Path, files: list[str]
) -> None:
    told = office.told("models", "calibrate", *files)
    assert (told["pair"], told["version"]) == ("en-fr", "0.1")
    assert told["best"] <= 0.1
    kept = json.loads((package / "marks.json").read_bytes())["en-fr"]
    assert kept["score"] == told["mark"]
    assert told["file"] == str(package / "marks.json")
    assert "en-fr" in {one["pair"] for one in office.told("models")}  # no folder of packages broke
    assert (package / "marks.json").stat().st_mode & 0o077 == 0


def test_it_says_what_the_mark_is_worth_and_how_far_it_has_come(
    office: Office, package: Path, files: list[str]
) -> None:
    answer = office.type("models", "calibrate", *files)
    assert answer.exit_code == 0
    assert "words scored below −" in answer.stdout
    assert "of the worst fifth and" in answer.stdout
    assert "100 of 100 sentences" in answer.stderr


def test_too_few_sentences_are_refused_before_anything_is_translated(office: Office) -> None:
    files = [office.file(text(ENGLISH[:99]), "news.en"), office.file(text(FRENCH[:99]), "news.fr")]
    reason = office.refused("models", "calibrate", *map(str, files))
    assert "99 sentences are too few: a mark needs 100 at least" in reason


def test_files_that_do_not_belong_together_are_refused(office: Office, files: list[str]) -> None:
    other = office.file(text(FRENCH[:-1]), "other.fr")
    reason = office.refused("models", "calibrate", files[0], str(other))
    assert "have not the same number of lines" in reason


def test_the_mark_of_the_model_that_ships_is_not_changed(office: Office, files: list[str]) -> None:
    reason = office.refused("models", "calibrate", *files)
    assert "only the starter translates from en to fr, and its mark comes with it" in reason


def test_a_pair_that_nothing_translates_is_refused(office: Office, files: list[str]) -> None:
    reason = office.refused("models", "calibrate", *files, "--language", "it")
    assert "from en to it" in reason
