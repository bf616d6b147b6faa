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

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FEEDS = (ROOT / "docs" / "feeds.md").read_text(encoding="utf-8")
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
