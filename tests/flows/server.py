"""A real server for tests: `newsroom serve` in processes of its own, on a free port."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.running.supervisor import same_program
from tests.ready import run

HOST = "127.0.0.1"


def until(is_so: Callable[[], object]) -> None:
    """Wait for what will be so; the longer, the busier the machine is."""
    for _ in range(3000):
        if is_so():
            return
        time.sleep(0.1)
    raise TimeoutError


def environment(home: Path, **settings: str) -> dict[str, str]:
    """This process's variables with the newsroom's own among them; no engine unless asked for."""
    ours = {
        "HOME": str(home),
        "MODELS": "",
        "STARTER": "off",
        "AUTHORITY": "press.example.org,2026",
    }
    ours |= settings
    return dict(os.environ) | {f"NEWSROOM_{name}": value for name, value in ours.items()}


def newsroom(home: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end; one that starts an engine, as a shell starts it."""
    variables = environment(home, **settings)
    if "translate" not in words:
        return run(words, variables)
    whole = [sys.executable, "-m", "newsroom", *words]
    return subprocess.run(
        whole, env=variables, capture_output=True, text=True, check=False, timeout=120
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A server that can be started, killed and started again.

    Args:
        home: the newsroom's folder.
        settings: names without their prefix.
        port: to serve on.
        folder: where it is started; this process's by default.
    """

    home: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    folder: Path | None = None
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, in a home made for it if there is none, and wait until it is ready."""
        self.settings.setdefault("BASE_URL", f"http://{HOST}:{self.port}")
        if not (self.home / "newsroom.db").exists():
            made = newsroom(self.home, "init", **self.settings)
            assert made.returncode == 0, made.stderr
        words = [sys.executable, "-P", "-m", "newsroom", "serve", "--port", str(self.port)]
        variables = same_program(environment(self.home, **self.settings))
        self.process = subprocess.Popen(words, env=variables, cwd=self.folder)
        for _ in range(300):
            try:
                if self.get("/readyz")[0] == http.client.OK:
                    return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError

    def kill(self) -> None:
        """End it as a power cut would, and wait until its port is free again."""
        assert self.process
        self.process.kill()
        self.process.wait()
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex((HOST, self.port)):
                    return
            time.sleep(0.1)
        raise TimeoutError

    def children(self, words: bytes) -> list[int]:
        """Its processes that were started with these words (Linux)."""
        assert self.process
        lists = Path(f"/proc/{self.process.pid}/task").glob("*/children")  # one a thread
        numbers = [int(n) for found in lists for n in found.read_text().split()]
        return [n for n in numbers if words in Path(f"/proc/{n}/cmdline").read_bytes()]

    def stop(self) -> None:
        """End it as Ctrl-C would."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)

    def get(
        self, path: str, method: str = "GET", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Ask for an address: status, headers, body."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=10)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        finally:
            connection.close()
