"""A copy is restored; what it holds is let go."""

from pathlib import Path
from typing import Any

import pytest

from tests.newsroom.commands.office import FAR, Office


@pytest.fixture
def copied(office: Office) -> Path:
    """A copy of a home with one release out and one scheduled."""
    for name in ("ferry", "bridge"):
        office.done("import", str(office.file(f"The {name} opens\n\nWords.\n", f"{name}.txt")))
    office.done("publish", "1")
    office.done("schedule", "2", FAR)
    office.done("backup", str(office.folder / "copy.tar.gz"))
    return office.folder / "copy.tar.gz"


def restored(office: Office, copy: Path) -> str:
    office.home.rename(office.folder / "old")
    return office.done("restore", str(copy))


def headlines(office: Office) -> list[Any]:
    return [item["title"] for item in office.items()]


def test_restore_says_what_it_holds_and_what_to_type(office: Office, copied: Path) -> None:
    says = restored(office, copied)
    for words in (
        "2 releases held",
        "- 1 out in the copy: out again, with the same date, announced to nobody",
        "The ferry opens",
        "- 1 due ahead: scheduled again",
        "The bridge opens",
        "newsroom withdraw ID --reason TEXT",
        "newsroom reopen",
    ):
        assert words in says
    assert headlines(office) == []
    assert "newsroom reopen lets them go" in office.type("doctor").stdout


def test_reopen_lets_go_of_all_or_of_some(office: Office, copied: Path) -> None:
    restored(office, copied)
    assert "let go of 1 release" in office.done("reopen", "--except", "1")
    assert headlines(office) == []
    assert "2: not held since a copy was restored" in office.refused("reopen", "2")
    assert [one["group"] for one in office.told("reopen", "1")] == ["out"]
    assert headlines(office) == ["The ferry opens"]
    assert office.told("show", "2")["state"] == "scheduled"
    assert "let go of 0 releases" in office.done("reopen")
    assert "nothing waits since a copy was restored" in office.type("doctor").stdout


def test_a_program_is_told_what_a_restored_copy_holds(office: Office, copied: Path) -> None:
    office.home.rename(office.folder / "old")
    told = office.told("restore", str(copied))
    assert told["held"] == {"out": 1, "due": 0, "ahead": 1}
    assert [(one["release"], one["group"]) for one in told["releases"]] == [
        (2, "ahead"),
        (1, "out"),
    ]


def test_on_a_terminal_reopen_asks_first(
    office: Office, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored(office, copied)
    monkeypatch.setattr("newsroom.commands.terminal.asking.is_terminal", lambda: True)
    answer = office.type("reopen", given=b"n\n")
    assert answer.exit_code == 1
    assert "1 out in the copy" in answer.stdout
    assert "newsroom withdraw" in answer.stdout
    assert headlines(office) == []
    office.done("reopen", given=b"y\n")
    assert headlines(office) == ["The ferry opens"]
