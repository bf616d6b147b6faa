"""Commands that many will notice ask first, where somebody sits at a terminal."""

import os
import pty
from datetime import UTC, datetime
from multiprocessing.connection import wait

import pytest

from storage import Storage
from tests.newsroom.commands.office import Office
from tests.ready import begin
from tests.storage.telling.world import follower, webhook

pytestmark = pytest.mark.waits


def at_terminal(office: Office, *words: str, answer: bytes) -> tuple[int, str]:
    """Type a command at a terminal and answer what it asks: its exit and all that is seen."""
    mine, theirs = pty.openpty()
    try:
        process = begin(words, os.environ | office.door().environment, [os.ttyname(theirs)] * 3)
        os.write(mine, answer)
        seen = b""
        while mine in wait([mine, process.sentinel]):
            seen += os.read(mine, 4096)
    finally:
        os.close(mine)
        os.close(theirs)
    process.join()
    assert process.exitcode is not None
    return process.exitcode, seen.decode().replace("\r\n", "\n")


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


def test_how_many_will_be_told_is_said_before_a_release_comes_out(office: Office) -> None:
    storage = Storage(office.home / "newsroom.db")
    follower(storage)
    webhook(storage)
    storage.close()
    office.filed()
    code, seen = at_terminal(office, "publish", "1", answer=b"n\n")
    assert code == 1
    assert "will be told: 1 by mail, 0 by hub, 1 webhook\n" in seen


def test_a_telling_is_ended_once_somebody_says_so(office: Office) -> None:
    storage = Storage(office.home / "newsroom.db")
    webhook(storage)
    storage.close()
    office.filed()
    office.done("publish", "1")
    door = office.door()
    door.newsroom.work.do_due(lambda: datetime.now(UTC))
    door.newsroom.storage.close()
    code, seen = at_terminal(office, "stop", "1", answer=b"n\n")
    assert code == 1
    assert "0 of 1 told; 1 wait\n" in seen
    code, seen = at_terminal(office, "stop", "1", answer=b"y\n")
    assert (code, "0 of 1 told; 1 will not be" in seen) == (0, True)
