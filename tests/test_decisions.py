"""The pages of decisions, and whoever points to them."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("press", "storage", "intake", "translate", "feeds", "delivery", "newsroom", "web", "tests")
DECISIONS = ROOT / "docs" / "decisions"
PAGES = [page for page in sorted(DECISIONS.glob("*.md")) if page.name != "README.md"]
NUMBERS = [str(number) for number in range(1, 14)]
SOURCES = [*ROOT.glob("*.py"), *(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))]


def test_the_index_names_every_page() -> None:
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\((\S+\.md)\)", index)) == [page.name for page in PAGES]


def test_the_foundations_are_numbered_to_thirteen() -> None:
    text = (DECISIONS / "foundations.md").read_text(encoding="utf-8")
    assert re.findall(r"^(\d+)\. \*\*", text, re.M) == NUMBERS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_decision_says_since_when(page: Path) -> None:
    titles = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.M)
    assert [title for title in titles if not re.search(r" \(20\d\d-\d\d-\d\d\)$", title)] == []


def test_every_page_and_number_that_code_points_to_is_there() -> None:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        pages = re.findall(r"(?<!/)\bdocs/[\w/-]+\.md", text)
        assert [page for page in pages if not (ROOT / page).exists()] == [], path
        assert set(re.findall(r"\bdecision (\d+)", text)) <= set(NUMBERS), path


@pytest.mark.parametrize(
    "page", [ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))], ids=lambda p: p.name
)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    rooms = "|".join((*ROOMS, "benchmarks", "docs", "deploy"))
    named = re.findall(rf"`((?:{rooms})/[\w/.-]*)`", page.read_text(encoding="utf-8"))
    assert [path for path in named if "NAME" not in path and not (ROOT / path).exists()] == []
