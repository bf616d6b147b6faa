"""`newsroom models compare`: every package on somebody's own sentences."""

from pathlib import Path

import pytest

from tests.newsroom.commands.office import Office

pytestmark = pytest.mark.waits

ENGLISH = "The river is low again.\n\nThe minister visited the hospital.\n"
FRENCH = "La rivière est de nouveau basse.\n\nLa ministre a visité l'hôpital.\n"


@pytest.fixture
def files(office: Office) -> list[str]:
    office.settings["STARTER"] = "drafts"
    return [str(office.file(ENGLISH, "news.en")), str(office.file(FRENCH, "news.fr"))]


def test_every_package_for_the_pair_is_measured_as_releases_get_it_and_bare(
    office: Office, tiny_models: Path, files: list[str]
) -> None:
    office.settings["MODELS"] = str(tiny_models)
    told = office.told("models", "compare", *files)
    assert [one["engine"] for one in told] == ["argos en-fr 0.1", "newsroom starter en-fr 1.0"]
    assert {one["sentences"] for one in told} == {2}
    tiny, starter = told
    for way in ("ours", "bare"):
        assert starter[way]["chrf"] > tiny[way]["chrf"]
        assert starter[way]["speed"] > 0
    assert list((office.home / "packages").glob("*")) == []  # measuring installs nothing


def test_it_is_shown_as_a_table_and_says_how_far_it_has_come(
    office: Office, files: list[str]
) -> None:
    answer = office.type("models", "compare", *files)
    assert "newsroom starter en-fr 1.0" in answer.stdout
    assert "2 sentences; " in answer.stdout
    assert "newsroom starter en-fr 1.0: 4 of 4 sentences" in answer.stderr


def test_the_language_is_the_ending_s_or_what_is_said(office: Office, files: list[str]) -> None:
    plain = office.file(FRENCH, "french.txt")
    reason = office.refused("models", "compare", files[0], str(plain))
    assert "--language says what french.txt is in" in reason
    words = ("models", "compare", files[0], str(plain), "--language", "it")
    assert "from en to it" in office.refused(*words)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"one line\n", "have not the same number of lines"),
        (b"\n\n\n", "no line of news.en has a translation"),
        (b"\xff\n\n\n", "is not UTF-8"),
    ],
)
def test_files_that_do_not_go_together_are_refused(
    office: Office, files: list[str], content: bytes, says: str
) -> None:
    other = office.file(content, "other.fr")
    assert says in office.refused("models", "compare", files[0], str(other))


def test_a_file_that_is_not_there_is_refused_by_name(office: Office, files: list[str]) -> None:
    assert "gone.fr cannot be read" in office.refused("models", "compare", files[0], "gone.fr")
