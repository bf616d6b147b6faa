"""`newsroom serve` whose processes are killed: it goes on by itself, and leaves nothing behind."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.flows.server import Server, environment, newsroom, until

pytestmark = [
    pytest.mark.waits,
    pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc"),
]
CLOCK, WEB = b"\0work\0", b"\0serve\0"


def kill(server: Server, words: bytes) -> None:
    """Kill the one child of these words, and wait until there is another."""
    (one,) = server.children(words)
    os.kill(one, signal.SIGKILL)
    until(lambda: server.children(words) not in ([], [one]))


def test_a_web_process_that_is_killed_again_and_again_is_started_again_and_again(
    server: Server,
) -> None:
    server.start()
    others = server.children(CLOCK)
    for _ in range(3):
        kill(server, WEB)
    assert server.get("/en/all.atom")[0] == 200
    assert server.get("/readyz")[0] == 200
    assert server.children(CLOCK) == others


def test_who_calls_while_the_web_process_is_dead_is_answered_by_the_next(server: Server) -> None:
    server.start()
    for _ in range(2):
        (web,) = server.children(WEB)
        os.kill(web, signal.SIGKILL)
        until(lambda dead=web: dead not in server.children(WEB))
        assert server.get("/en/all.atom")[0] == 200


def test_a_clock_that_is_killed_is_started_again(server: Server) -> None:
    server.start()
    kill(server, CLOCK)
    kill(server, CLOCK)


def test_a_killed_server_leaves_its_port_to_the_next(server: Server) -> None:
    server.start()
    web, clock = server.children(WEB), server.children(CLOCK)
    server.kill()
    server.start()
    assert server.process
    assert not {*web, *clock} & {*server.children(WEB), *server.children(CLOCK)}
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(20) == 0


def test_folders_where_it_is_started_are_not_taken_for_the_program(tmp_path: Path) -> None:
    for name in ("press", "feeds", "web", "storage", "wsgi"):
        (tmp_path / "desk" / name).mkdir(parents=True)
        (tmp_path / "desk" / name / "__init__.py").write_text("raise SystemExit('a stranger')")
    server = Server(tmp_path / "home", folder=tmp_path / "desk")
    try:
        server.start()
        assert server.get("/en/all.atom")[0] == 200
        (clock,) = server.children(CLOCK)
        time.sleep(2)  # one that could not begin would be another by now
        assert server.children(CLOCK) == [clock]
    finally:
        server.stop()


def test_two_servers_on_one_home_leave_each_other_alone(server: Server) -> None:
    server.start()
    second = Server(server.home)
    try:
        second.start()
        for one in (server, second):
            assert one.get("/en/all.atom")[0] == 200
            assert one.get("/readyz")[0] == 200
    finally:
        second.stop()
    assert server.get("/readyz")[0] == 200


def test_of_two_servers_started_on_one_port_at_the_same_moment_one_is_refused(
    server: Server,
) -> None:
    second = Server(server.home, port=server.port)
    assert newsroom(server.home, "init").returncode == 0
    words = [sys.executable, "-m", "newsroom", "serve", "--port", str(server.port)]
    values = environment(server.home)
    both = [subprocess.Popen(words, env=values, stderr=subprocess.PIPE) for _ in range(2)]
    server.process, second.process = both
    try:
        until(lambda: None in {p.poll() for p in both} != {None})
        (refused,) = [process for process in both if process.poll() is not None]
        assert refused.returncode == 1
        assert refused.stderr
        assert f"port {server.port}".encode() in refused.stderr.read()
        assert server.get("/readyz")[0] == 200
    finally:
        second.stop()
        server.stop()
        for process in both:
            assert process.stderr
            process.stderr.close()


def test_a_program_that_writes_for_long_keeps_no_reader_waiting(server: Server) -> None:
    server.start()
    with closing(sqlite3.connect(server.home / "newsroom.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for path in ("/en/all.atom", "/fr/", "/readyz", "/sitemap.xml", "/feeds.opml"):
            assert server.get(path)[0] == 200
        other.execute("ROLLBACK")
