"""Prose is tested: README, settings and commands cannot drift apart."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from newsroom.__main__ import cli
from newsroom.settings import SETTINGS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


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
