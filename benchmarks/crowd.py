"""Are polls still answered while a crowd holds connections and does nothing with them?

Everything goes over TLS through `deploy/nginx.conf`, unchanged but for its places on this machine.
The crowd comes from several addresses of the loopback network, because the configuration lets one
address take only so many attachments at a time; whoever is cut off comes again at once.
"""

import asyncio
import contextlib
import http.client
import json
import multiprocessing
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from ctypes import c_int
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks import load
from benchmarks.proxy import Proxy, standing_before
from benchmarks.server import HOST, family, most_resident, resident, running

IDLE, SLOW, STALLED = 1500, 1000, 120
POLLS, FEED, SAMPLES = 400, "/en/all.atom", Path("newsroom") / "samples"
LARGE = 8 * 2**20  # bytes of the attachment that is asked for and not read
BYTE_SECONDS = 3.0  # between two bytes of a slow head
DIALLING = 64  # at once
PAUSE = 5  # seconds between two measurements
GATHERING = 90  # seconds that a crowd has to come together
KINDS = ("idle", "slow heads", "stalled")
Visit = Callable[[asyncio.StreamReader, asyncio.StreamWriter, str], Coroutine[Any, Any, None]]


def run() -> None:
    """Measure without the crowd and with it, and print."""
    if not load.has("nginx"):
        return
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as name:
        folder = Path(name)
        path = _home(folder)
        with (
            running(folder / "home") as (server, port),
            standing_before(port, folder / "nginx") as proxy,
        ):
            _measure(proxy, path, server.pid)


def _measure(proxy: Proxy, path: str, server: int) -> None:
    print("polls over TLS, each on a connection of its own")
    before = _memory(server, proxy, resident)
    _poll(proxy, "alone")
    with crowd(proxy, path) as there:
        _gather(there)
        for _ in range(3):
            _poll(proxy, _counted(there))
            time.sleep(PAUSE)
        _print_growth(before, _memory(server, proxy, most_resident))


@contextmanager
def crowd(proxy: Proxy, path: str) -> Iterator[Any]:
    """Those who hold connections, in a process of their own; yields how many of each are there.

    Args:
        proxy: where they go.
        path: of a large file.
    """
    there = multiprocessing.Array(c_int, len(KINDS))
    words = (proxy.tls, str(proxy.certificate), path, there)
    process = multiprocessing.get_context("fork").Process(target=_come, args=words, daemon=True)
    process.start()
    try:
        yield there
    finally:
        process.terminate()
        process.join()


def _come(port: int, certificate: str, path: str, there: Any) -> None:
    asyncio.run(_everybody(port, certificate, path, there))


async def _everybody(port: int, certificate: str, path: str, there: Any) -> None:
    context = ssl.create_default_context(cafile=certificate)
    turn = asyncio.Semaphore(DIALLING)

    async def one(kind: int, number: int, visit: Visit) -> None:
        source = (f"127.0.0.{2 + number % 8}", 0)
        while True:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                async with turn:
                    streams = await asyncio.open_connection(
                        HOST, port, ssl=context, local_addr=source, limit=2**14
                    )
                there[kind] += 1
                try:
                    await visit(*streams, path)
                finally:
                    there[kind] -= 1
                    streams[1].transport.abort()
            await asyncio.sleep(0.01)

    visits = ((IDLE, _rest), (SLOW, _dribble), (STALLED, _stall))
    kinds = enumerate(visits)
    await asyncio.gather(*(one(k, n, visit) for k, (many, visit) in kinds for n in range(many)))


async def _rest(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, _: str) -> None:
    """Poll once, keep the connection and say nothing more."""
    writer.write(_head(FEED) + b"If-None-Match: *\r\n\r\n")
    while await reader.read(2**14):
        pass


async def _dribble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, _: str) -> None:
    """Send a head that never ends, a byte now and then, until cut off."""
    writer.write(_head(FEED) + b"X-Slow: ")
    end = asyncio.ensure_future(reader.read())
    while not end.done():
        writer.write(b"x")
        await asyncio.wait([end], timeout=BYTE_SECONDS)
    end.exception()


async def _stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> None:
    """Ask for a large file, read how it begins, and stop."""
    writer.write(_head(path) + b"\r\n")
    await reader.readexactly(1)
    await asyncio.sleep(25)  # by then they have been given up


def _head(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: press.example.org\r\n".encode()


def _gather(there: Any) -> None:
    """Wait until nearly all are there: some are always on their way back."""
    wanted, began = (IDLE, SLOW, STALLED), time.monotonic()
    while time.monotonic() - began < GATHERING:
        if all(now >= 0.95 * many for now, many in zip(there, wanted, strict=True)):
            return
        time.sleep(0.1)


def _counted(there: Any) -> str:
    return "beside " + ", ".join(f"{now} {kind}" for now, kind in zip(there, KINDS, strict=True))


def _poll(proxy: Proxy, name: str) -> None:
    """Poll, each time on a new connection, and print how long it took."""
    context = ssl.create_default_context(cafile=str(proxy.certificate))
    times = []
    for _ in range(POLLS):
        began = time.perf_counter()
        _ask(proxy.tls, context)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    median, slow = statistics.median(times), times[int(POLLS * 0.99)]
    print(f"{name}: p50 {median:.1f} ms, p99 {slow:.1f} ms, {POLLS} polls", flush=True)


def _ask(port: int, context: ssl.SSLContext) -> None:
    connection = http.client.HTTPSConnection(HOST, port, timeout=30, context=context)
    connection.request("GET", FEED, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    response.read()
    connection.close()
    assert response.status == http.client.OK


def _memory(server: int, proxy: Proxy, of: Callable[[int], float]) -> dict[str, float]:
    """Resident memory (MiB) of the largest process of each side."""
    sides = {"newsroom": family(server), "nginx": family(proxy.process.pid)}
    return {name: max(of(pid) for pid in pids) for name, pids in sides.items()}


def _print_growth(before: dict[str, float], after: dict[str, float]) -> None:
    for name, size in after.items():
        print(
            f"{name}, its largest process: {before[name]:.0f} MiB before, {size:.0f} at most since"
        )


def _home(folder: Path) -> str:
    """A newsroom of our samples, with a large file; returns the file's address."""
    large = folder / "report.pdf"
    large.write_bytes(b"%PDF-1.7\n".ljust(LARGE, b"x"))
    home = [sys.executable, "-m", "newsroom", "--home", str(folder / "home")]
    for words in (["init"], ["import", "--publish", "--new-topic", str(SAMPLES)]):
        subprocess.run([*home, *words], check=True, capture_output=True)
    words = [*home, "attach", "1", str(large), "--json"]
    said = subprocess.run(words, check=True, capture_output=True).stdout
    address: str = urlsplit(json.loads(said)[0]["address"]).path
    return address
