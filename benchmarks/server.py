"""A real server for benchmarks: started, asked, looked at, stopped."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import feeds
from newsroom import samples
from press.public.site import Site
from press.topic import ALL

HOST = "127.0.0.1"


def memory_after_serving(home: Path, site: Site) -> float:
    """Resident memory (MiB) of the largest web process after it served everything twice."""
    with running(home) as (server, port):
        for _ in range(2):
            for path in _addresses(site):
                assert get(port, path) == http.client.OK, path
        return max(resident(pid) for pid in _children(server.pid) if not _is_clock(pid))


@contextmanager
def running(
    home: Path, log: Path | None = None, workers: int = 1
) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A server on a free port of this machine; what it and its clock say goes to a file."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    words = [sys.executable, "-m", "newsroom", "--home", str(home), "serve", "--port", str(port)]
    words += ["--workers", str(workers)]
    said = log.open("wb") if log else None
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=said)
    try:
        wait_for(port)
        yield server, port
    finally:
        server.terminate()
        server.wait()
        if said:
            said.close()


def get(port: int, path: str) -> int:
    """Ask for an address and read the whole answer; returns its status."""
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status


def _addresses(site: Site) -> Iterator[str]:
    topics = (ALL, *(topic.slug for topic in samples.topics()))
    for code, topic in product(site.languages.codes, topics):
        yield from (f"/{code}/{topic}.{extension}" for extension in feeds.FORMATS)
        yield f"/{code}/{topic}/" if topic != ALL else f"/{code}/"


def wait_for(port: int, path: str = "/readyz") -> None:
    """Wait until a server answers an address."""
    for _ in range(300):
        try:
            if get(port, path) == http.client.OK:
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server was not ready within 30 seconds")


def _children(pid: int) -> list[int]:
    """Process ids of those that a process started (Linux)."""
    return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def family(pid: int) -> list[int]:
    """A process and all that come from it (Linux)."""
    return [pid, *(other for child in _children(pid) for other in family(child))]


def _is_clock(pid: int) -> bool:
    return b"work" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")


def resident(pid: int) -> float:
    """Resident memory of a process, in MiB (Linux)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def most_resident(pid: int) -> float:
    """The most resident memory that a process has had so far, in MiB (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 2**10
