"""Prose is tested: README, settings and commands cannot drift apart."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from newsroom.__main__ import cli
from newsroom.settings import SETTINGS
from tests.newsroom.commands.test_json import listed

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
USING = (DOCS / "using.md").read_text(encoding="utf-8")
SETTINGS_PAGE = (DOCS / "settings.md").read_text(encoding="utf-8")
ARCHITECTURE = (DOCS / "architecture.md").read_text(encoding="utf-8")
FEEDS = (DOCS / "feeds.md").read_text(encoding="utf-8")
# Numbers that wait for a promise: mail and webhooks.
KEPT = set(range(90, 100))


def commands(group: click.Group = cli, prefix: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for name, command in listed(group):
        found.append((*prefix, name))
        if isinstance(command, click.Group):
            found += commands(command, (*prefix, name))
    return found


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_the_page_of_settings_names_each_with_its_default_and_meaning(setting) -> None:  # type: ignore[no-untyped-def]
    assert f"| `{setting.name}` | `{setting.default}` | {setting.meaning} |" in SETTINGS_PAGE


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...]) -> None:
    answer = CliRunner().invoke(cli, [*words, "--help"])
    assert answer.exit_code == 0
    assert f"newsroom {words[0]}" in answer.output.partition("Example")[2]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_the_page_for_users_names_every_command(words: tuple[str, ...]) -> None:
    assert f"newsroom {' '.join(words)}" in USING


PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_links_to_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    assert [one for one in links if "://" not in one and not (page.parent / one).exists()] == []


def test_every_file_and_room_that_the_page_of_the_house_names_is_there() -> None:
    named = re.findall(r"`((?:\w+/)+(?:\w+\.\w+)?|wsgi\.py)`", ARCHITECTURE)
    rooms = {"flows/", "readers/", "browser/", "golden/"}
    inside = {
        "parts/",
        "views/",
        "words/",
        "releases/",
        "translation/",
        "running/",
        "terminal/",
        "telling/",
        "following/",
        "writing/",
        "outgoing/",
    } | rooms
    assert len(named) > 80
    assert [name for name in named if not (ROOT / name).exists() and name not in inside] == []


def test_every_room_is_on_the_page_of_the_house() -> None:
    rooms = {path.parent.relative_to(ROOT) for path in ROOT.glob("[a-z]*/**/__init__.py")}
    ours = {room for room in rooms if room.parts[0] not in {"tests", "benchmarks", "build"}}
    deep = {room for room in ours if len(room.parts) > 2 or room.name == "samples"}
    assert [str(room) for room in ours - deep if f"`{room}/`" not in ARCHITECTURE] == []


def test_no_room_is_on_the_page_of_the_house_twice() -> None:
    rows = re.findall(r"^\| (`[^|]+/`) \|", ARCHITECTURE, re.MULTILINE)
    assert len(rows) == len(set(rows)) > 50


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
    numbers = promised()
    assert numbers == sorted(set(numbers))
    assert [n for n in numbers if n < 104] == [n for n in range(1, 104) if n not in KEPT]


def test_every_promise_is_held_by_a_test() -> None:
    assert set(promised()) - {number for _, number in held()} == set()


def test_no_test_holds_a_promise_that_is_not_made() -> None:
    assert [(test, number) for test, number in held() if number not in promised()] == []
