"""A copy from before a minute is restored after it: nothing comes out until somebody says so."""

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.server import Server, newsroom, until

pytestmark = pytest.mark.waits

FAR = "2030-08-25 14:18"
NAMES = ("ferry", "bridge", "tunnel")


@pytest.fixture
def again(tmp_path: Path) -> Iterator[Server]:
    one = Server(tmp_path / "new")
    yield one
    one.stop()


def typed(server: Server, *words: str) -> str:
    done = newsroom(server.home, *words, **server.settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def titles(server: Server) -> list[str]:
    return [item["title"] for item in json.loads(server.get("/en/all.json")[2])["items"]]


def announced(server: Server, number: int) -> int:
    return sum(line.startswith("came out") for line in journal(server, number))


def journal(server: Server, number: int) -> list[str]:
    shown = json.loads(typed(server, "show", str(number), "--json"))
    return [line.partition(": ")[2] for line in shown["journal"]]


def test_what_was_out_withdrawn_and_scheduled_when_a_copy_is_restored_waits_for_one_word(
    server: Server, again: Server, tmp_path: Path
) -> None:
    copy = str(tmp_path / "copy.tar.gz")
    server.start()
    for name in NAMES:
        (tmp_path / name).with_suffix(".txt").write_text(f"The {name} opens\n\nWords.\n")
        typed(server, "import", str((tmp_path / name).with_suffix(".txt")))
    for number in ("1", "2"):
        typed(server, "publish", number)
    typed(server, "schedule", "3", FAR)
    until(lambda: announced(server, 1) and announced(server, 2))
    slugs = [json.loads(typed(server, "show", n, "--json"))["slug"] for n in ("1", "2", "3")]
    typed(server, "backup", copy)
    typed(server, "withdraw", "2", "--reason", "It was wrong.")
    assert titles(server) == ["The ferry opens"]
    server.kill()

    assert "newsroom reopen" in typed(again, "restore", copy)
    again.start()
    time.sleep(2)  # two ticks of the clock
    assert titles(again) == []
    assert [again.get(f"/en/releases/{slug}")[0] for slug in slugs] == [404, 404, 404]
    assert slugs[0].encode() not in again.get("/sitemap.xml")[2]
    typed(again, "withdraw", "2", "--reason", "It was wrong.")
    assert "let go of 2 releases" in typed(again, "reopen")
    assert titles(again) == ["The ferry opens"]
    assert [again.get(f"/en/releases/{slug}")[0] for slug in slugs] == [200, 410, 404]
    time.sleep(2)
    assert announced(again, 1) == 1
    assert json.loads(typed(again, "show", "3", "--json"))["state"] == "scheduled"


def test_with_a_mistake_in_its_settings_a_server_goes_on_and_starts_again(server: Server) -> None:
    server.start()
    path = server.home / "newsroom.toml"
    path.write_text("TITLE = 'Good'\n")
    until(lambda: "Good" in (server.home / "newsroom.toml.last-good").read_text())
    path.write_text("TITLE = 'Bad'\nZONE = 'Mars/North'\n")
    for words in (b"\0serve\0", b"\0work\0"):
        (one,) = server.children(words)
        os.kill(one, signal.SIGKILL)
        until(lambda one=one, words=words: server.children(words) not in ([], [one]))
    until(lambda: server.get("/readyz")[0] == 200)
    assert b"Good" in server.get("/en/all.atom")[2]

    def said() -> str:
        return newsroom(server.home, "doctor", **server.settings).stdout

    until(lambda: "ok  clock process: a clock is running" in said())
    assert "NOT settings: ZONE is “Mars/North”" in said()
    assert "ok  server process: a server is running" in said()
    server.kill()
    server.start()
    assert b"Good" in server.get("/en/all.atom")[2]
