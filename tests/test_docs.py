"""Prose is tested: README, settings and commands cannot drift apart."""

import ast
import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from importlib import metadata
from itertools import chain
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from newsroom.__main__ import cli
from newsroom.settings import SETTINGS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FEEDS = (ROOT / "docs" / "feeds.md").read_text(encoding="utf-8")
ROOMS = ("press", "storage", "intake", "translate", "feeds", "newsroom", "web", "tests")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECISIONS = ROOT / "docs" / "decisions"
DEPENDENCIES = (DECISIONS / "dependencies.md").read_text(encoding="utf-8")
LICENCES = ("MIT", "BSD", "Apache", "PSF", "MPL", "AGPL")
# Numbers that wait for a promise: push, and mail.
KEPT = set(range(59, 67)) | set(range(80, 100))


def commands(group: click.Group = cli, prefix: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for name, command in group.commands.items():
        found.append((*prefix, name))
        if isinstance(command, click.Group):
            found += commands(command, (*prefix, name))
    return found


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_readme_names_every_setting_with_its_default_and_meaning(setting) -> None:  # type: ignore[no-untyped-def]
    assert f"| `{setting.name}` | `{setting.default}` | {setting.meaning} |" in README


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...]) -> None:
    answer = CliRunner().invoke(cli, [*words, "--help"])
    assert answer.exit_code == 0
    assert f"newsroom {words[0]}" in answer.output.partition("Example")[2]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_readme_names_every_command(words: tuple[str, ...]) -> None:
    assert f"newsroom {' '.join(words)}" in README


def test_every_file_that_readme_links_to_is_there() -> None:
    links = [part.partition(")")[0] for part in README.split("](")[1:]]
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def promised() -> list[int]:
    return [int(number) for number in re.findall(r"^- \*\*(\d+)\*\* \S", FEEDS, re.MULTILINE)]


def held() -> Iterator[tuple[str, int]]:
    """Every test that carries numbers, read and not run: whatever is selected, all are found."""
    for path in sorted(Path(__file__).parent.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for number in numbers(node):
                    yield f"{path.name}::{node.name}", number


def numbers(test: ast.FunctionDef) -> Iterator[int]:
    for mark in test.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.promise":
            assert mark.args, f"{test.name} promises nothing"
            yield from (ast.literal_eval(argument) for argument in mark.args)


def test_every_promise_has_its_own_number_in_order() -> None:
    assert promised() == [n for n in range(1, 80) if n not in KEPT]


def test_every_promise_is_held_by_a_test() -> None:
    assert set(promised()) - {number for _, number in held()} == set()


def test_no_test_holds_a_promise_that_is_not_made() -> None:
    assert [(test, number) for test, number in held() if number not in promised()] == []


def plain(name: str) -> str:
    """A package's name as every index and every lock understands it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", name)[0]).lower()


def pinned(lock: str) -> dict[str, str]:
    """Names and versions in a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {plain(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.M)}


def licences() -> dict[str, str]:
    """The licence that the page names for each package: first column of one table, last of all."""
    rows = [line.strip("| ").split(" | ") for line in DEPENDENCIES.split("\n") if "|" in line]
    said = {}
    for row in rows:
        names = re.findall(r"`([\w.-]+)`", " ".join(row) if row[0].startswith(LICENCES) else row[0])
        said.update(dict.fromkeys(names, row[0] if row[0].startswith(LICENCES) else row[-1]))
    return said


def test_every_direct_dependency_has_its_line() -> None:
    wanted = [*PROJECT["dependencies"], *chain(*PROJECT["optional-dependencies"].values())]
    lines = re.findall(
        r"^\| `([\w.-]+)` \| [^|]+ \| [^|]+ \| [^|]+ \| [^|]+ \|$", DEPENDENCIES, re.M
    )
    assert sorted(lines) == sorted(map(plain, wanted))


def test_every_pinned_package_has_a_licence_on_the_page() -> None:
    assert pinned("requirements-dev.txt").keys() - licences().keys() == set()
    assert licences().keys() - pinned("requirements-dev.txt").keys() == set()


def test_the_page_says_of_licences_what_the_packages_say_themselves() -> None:
    wrong = {}
    for name, said in licences().items():
        with suppress(metadata.PackageNotFoundError):
            own = metadata.metadata(name).get("License-Expression")
            if own and not said.startswith(own):
                wrong[name] = own, said
    assert wrong == {}


def test_what_runs_it_is_pinned_in_both_lists_alike() -> None:
    run, dev = pinned("requirements.txt"), pinned("requirements-dev.txt")
    assert run.items() <= dev.items()
    assert not run.keys() & {plain(one) for one in PROJECT["optional-dependencies"]["dev"]}


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"^\s*--(?!hash=)|://|^-[^-c]", text, re.M)


def pages() -> list[Path]:
    return [page for page in sorted(DECISIONS.glob("*.md")) if page.name != "README.md"]


def test_the_index_of_decisions_names_every_page() -> None:
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\((\S+\.md)\)", index)) == [page.name for page in pages()]


def test_the_foundations_are_numbered_to_thirteen() -> None:
    text = (DECISIONS / "foundations.md").read_text(encoding="utf-8")
    assert re.findall(r"^(\d+)\. \*\*", text, re.M) == [str(n) for n in range(1, 14)]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_every_decision_says_since_when(page: Path) -> None:
    titles = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.M)
    assert [title for title in titles if not re.search(r" \(20\d\d-\d\d-\d\d\)$", title)] == []


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/**/*.md")), ids=lambda page: page.name)
def test_every_page_that_docs_link_to_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    assert [one for one in links if "://" not in one and not (page.parent / one).exists()] == []


def test_every_decision_that_code_points_to_is_there() -> None:
    numbers = {str(n) for n in range(1, 14)}
    for room in (*ROOT.glob("*.py"), *(ROOT / name for name in ROOMS)):
        for path in [room] if room.is_file() else room.rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            for pointed in re.findall(r"(?<!/)\bdocs/[\w/-]+\.md", text):
                assert (ROOT / pointed).exists(), f"{path} points to {pointed}"
            assert set(re.findall(r"\bdecision (\d+)", text)) <= numbers, path


@pytest.mark.parametrize(
    "page", [ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))], ids=lambda p: p.name
)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    rooms = "|".join((*ROOMS, "benchmarks", "docs", "deploy"))
    named = re.findall(rf"`((?:{rooms})/[\w/.-]*)`", page.read_text(encoding="utf-8"))
    assert [path for path in named if "NAME" not in path and not (ROOT / path).exists()] == []
