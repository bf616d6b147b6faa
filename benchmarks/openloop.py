"""Readers who ask when it is time, whether or not the last answer was slow.

wrk asks again once it has an answer, so a server that stops for a moment is asked less just then,
and its own figures hide it. Here latency counts from the moment at which a question was due.
"""

import socket
import threading
import time
from collections.abc import Mapping

from benchmarks.server import HOST

READERS, EACH = 20, 10  # how many readers, and how often a second each of them asks


def latencies(port: int, path: str, headers: Mapping[str, str], seconds: float) -> list[float]:
    """Milliseconds from when each question was due to when all of its answer was there, sorted.

    Args:
        port: of the server.
        path: what is asked.
        headers: of every request; the connections are kept alive.
        seconds: how long.
    """
    lines = [f"GET {path} HTTP/1.1", f"Host: {HOST}", *(f"{n}: {v}" for n, v in headers.items())]
    question, seen = "\r\n".join([*lines, "", ""]).encode(), list[float]()
    begin = time.perf_counter() + 0.2
    readers = [
        threading.Thread(
            target=_read, args=(port, question, begin + n / READERS / EACH, seconds, seen)
        )
        for n in range(READERS)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return sorted(seen)


def _read(port: int, question: bytes, begin: float, seconds: float, seen: list[float]) -> None:
    with socket.create_connection((HOST, port), timeout=30) as one:
        for number in range(round(seconds * EACH)):
            due = begin + number / EACH
            time.sleep(max(0.0, due - time.perf_counter()))
            one.sendall(question)
            _whole_answer(one)
            seen.append((time.perf_counter() - due) * 1000)


def _whole_answer(one: socket.socket) -> None:
    """Read one answer to its end."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += one.recv(65536)
    head, _, body = received.partition(b"\r\n\r\n")
    fields = head.lower().split(b"\r\n")
    lengths = [line.partition(b":")[2] for line in fields if line.startswith(b"content-length:")]
    left = (int(lengths[0]) if lengths else 0) - len(body)
    while left > 0:
        left -= len(one.recv(65536))
