"""Commands that many will notice ask first, where somebody sits at a terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.newsroom.commands.office import Office

pytestmark = pytest.mark.waits

ROOT = Path(__file__).parents[4]


def at_terminal(office: Office, *words: str, answer: bytes) -> tuple[int, str]:
    """Type a command at a terminal and answer what it asks: its exit and all that is seen."""
    mine, theirs = pty.openpty()
    environment = os.environ | office.door().environment
    process = subprocess.Popen(
        [sys.executable, "-m", "newsroom", *words],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=environment,
    )  # fmt: skip
    os.close(theirs)
    os.write(mine, answer)
    seen = b""
    try:
        while chunk := os.read(mine, 4096):
            seen += chunk
    except OSError:  # nobody writes to the terminal any more (Linux)
        pass
    finally:
        os.close(mine)
    return process.wait(), seen.decode().replace("\r\n", "\n")


@pytest.fixture
def climate(office: Office) -> Office:
    office.done("topics", "add", "climate", "--title", "en=Climate")
    office.filed("--topic", "climate")
    return office


@pytest.mark.parametrize("answer", [b"n\n", b"\n", b"\x04"], ids=repr)
def test_who_does_not_say_yes_is_told_that_nothing_was_done(climate: Office, answer: bytes) -> None:
    code, seen = at_terminal(climate, "topics", "retire", "climate", answer=answer)
    assert code == 1
    assert "12 feeds of topic climate in 4 languages (en, fr, nl, de) get nothing new" in seen
    assert "1 release in it stays where it is\nwhoever follows it is not told" in seen
    assert "Retire topic climate? [y/N]: " in seen
    assert "Error: nothing was done" in seen
    assert climate.told("topics")[0]["retired_at"] is None


def test_who_says_yes_gets_it(climate: Office) -> None:
    climate.done("topics", "add", "energy", "--title", "en=Energy")
    words = ("topics", "retire", "climate", "--successor", "energy")
    code, seen = at_terminal(climate, *words, answer=b"y\n")
    assert code == 0
    assert "whoever follows it is told to follow energy" in seen
    assert seen.endswith("topic climate: retired; energy follows it\n")


def test_who_has_said_yes_is_not_asked(climate: Office) -> None:
    code, seen = at_terminal(climate, "topics", "retire", "climate", "--yes", answer=b"")
    assert (code, seen) == (0, "topic climate: retired\n")


def test_a_script_is_not_asked(climate: Office) -> None:
    assert climate.done("topics", "retire", "climate") == "topic climate: retired\n"
