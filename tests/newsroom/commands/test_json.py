"""What commands tell programs."""

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from newsroom.__main__ import cli
from tests.newsroom.commands.office import FAR, Office
from translate.calibrating import FEWEST

# What is typed beside --json; release 1 is scheduled.
TYPED = {
    "approve": ("approve", "1", "fr", "--unseen"),
    "attach": ("attach", "1", "gone.png"),
    "correct": ("correct", "1", "fr", "1"),
    "deliveries": ("deliveries",),
    "diff": ("diff", "1", "1", "1"),
    "dismiss": ("dismiss", "1", "fr", "1", "doubt", "--reason", "Ours.", "--unseen"),
    "doctor": ("doctor",),
    "exchange in": ("exchange", "in", "gone.xlf"),
    "glossary": ("glossary",),
    "history": ("history", "1"),
    "import": ("import", "gone.txt"),
    "memory in": ("memory", "in", "known.tmx"),
    "models": ("models",),
    "models calibrate": ("models", "calibrate", "news.en", "news.fr"),
    "models compare": ("models", "compare", "news.en", "news.fr"),
    "preview": ("preview", "1", "--list"),
    "prove": ("prove", "1", "--list"),
    "receive": ("receive", "mails"),
    "reject": ("reject", "1", "fr"),
    "releases": ("releases",),
    "reopen": ("reopen",),
    "restore": ("restore", "copy.tar.gz", "--home", "another"),
    "review": ("review",),
    "show": ("show", "1"),
    "subscribers": ("subscribers",),
    "tasks": ("tasks",),
    "topics": ("topics",),
    "unapprove": ("unapprove", "1", "fr"),
    "webhooks": ("webhooks",),
}


def listed(group: click.Group) -> list[tuple[str, click.Command]]:
    context = click.Context(group)
    found = [(name, group.get_command(context, name)) for name in group.list_commands(context)]
    return [(name, command) for name, command in found if command]


def telling(group: click.Group, prefix: tuple[str, ...] = ()) -> Iterator[str]:
    for name, command in listed(group):
        if any("--json" in option.opts for option in command.params):
            yield " ".join((*prefix, name))
        if isinstance(command, click.Group):
            yield from telling(command, (*prefix, name))


def test_every_command_that_tells_programs_is_tried_here() -> None:
    assert set(telling(cli)) == set(TYPED)


@pytest.mark.waits
@pytest.mark.parametrize("words", TYPED.values(), ids=TYPED.keys())
def test_what_programs_are_told_is_json_and_nothing_else(
    office: Office, tiny_models: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    office.filed("--at", FAR, "--topic", "ports", "--new-topic")
    office.done("preview", "1")
    if words[0] == "models":
        office.settings["STARTER"] = "drafts"
    if words[0] in ("approve", "dismiss", "reject", "unapprove"):
        office.settings["MODELS"] = str(tiny_models)
        office.done("translate", "--language", "fr")
    if words[0] == "unapprove":
        office.done("approve", "1", "fr", "--unseen")
    if "calibrate" in words:
        office.done("models", "install", str(next(tiny_models.glob("*.argosmodel"))))
    office.settings["RECEIVE_FROM"] = "@press.example"
    (office.folder / "mails").mkdir()
    monkeypatch.chdir(office.folder)
    office.done("memory", "out", "known.tmx")
    for name, line in (("news.en", "The river is low."), ("news.fr", "La rivière est basse.")):
        office.file(f"{line}\n" * (FEWEST if "calibrate" in words else 1), name)
    office.done("backup", "copy.tar.gz")
    answer = office.type(*words, "--json", given=b"Un ferry")
    assert answer.exit_code in (0, 1)
    assert isinstance(json.loads(answer.stdout), list | dict)


@pytest.mark.parametrize("words", [("releases",), ("topics",), ("tasks",), ("models",)])
def test_nothing_there_is_an_empty_list(office: Office, words: tuple[str, ...]) -> None:
    assert office.told(*words) == []


def test_a_refusal_is_told_with_its_file_and_reason(office: Office) -> None:
    bad, good = office.file("", "bad.txt"), office.file()
    answer = office.type("import", str(bad), str(good), "--json")
    assert answer.exit_code == 1
    refused, filed = json.loads(answer.stdout)
    assert refused == {"file": str(bad), "refused": "it is empty"}
    assert (filed["file"], filed["release"], filed["new"]) == (str(good), 1, True)
    assert filed["state"] == "draft"
