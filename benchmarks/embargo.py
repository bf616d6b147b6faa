"""Does a busy minute stay secret until it comes, and how soon is it everywhere?

Two servers share one home; hundreds of releases are due in the same minute. Meanwhile a writer
files drafts without a pause, readers poll the feeds, and watchers ask every surface of both
servers again and again. It takes up to two minutes, because the minute is a real one.

The watchers have a process of their own, so that the writer's work in this one does not delay
what they see, and ask as readers do, with the tag of what they hold: a document of 100 kB every
5 ms for each of twelve watchers would measure this machine's memory, not the servers.
"""

import http.client
import random
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import product
from multiprocessing import get_context
from pathlib import Path

from benchmarks.server import HOST, running
from newsroom.filing.refiling import Instructions
from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import Embargo, embargo_from
from press.errors import HomeRefused
from press.releases.release import Filing, Reading
from press.text import Block, Kind
from press.topic import Topic

TOPIC, SECRET = "busy", "Secret of the minute"
ENVIRONMENT = {"NEWSROOM_MODELS": ""}
OLD = 200
SERVERS, READERS = 2, 50
READ_SECONDS, WRITE_SECONDS = 1.0, 0.02
# Watching is work for the servers too, so it is dense only from shortly before the minute on.
POLL_SECONDS, IDLE_SECONDS, DENSE_SECONDS = 0.005, 0.25, 0.5
# Seconds: to start everything before the minute, to watch after it, until all must be announced.
AHEAD, AFTER, PATIENCE = 25, 5, 60
SURFACES = (
    *(f"/en/all.{extension}" for extension in ("atom", "rss", "json")),
    *(f"/fr/{TOPIC}.atom", "/en/", f"/en/{TOPIC}/"),
)


@dataclass
class Seen:
    """What everybody saw; seconds since the epoch.

    Args:
        until: when all of them stop.
        paths: what is watched.
        sent: per server and surface, when the first question was sent whose answer showed it.
        arrived: per server and surface, when that answer had arrived.
        early: how many answers showed it and had arrived before the minute.
        answers: how many answers the watchers and the readers had.
        failures: answers with an error, connections lost, drafts refused.
        drafts: how many were filed.
    """

    until: float
    paths: tuple[str, ...] = SURFACES
    sent: dict[tuple[int, str], float] = field(default_factory=dict)
    arrived: dict[tuple[int, str], float] = field(default_factory=dict)
    early: int = 0
    answers: int = 0
    failures: list[str] = field(default_factory=list)
    drafts: int = 0


def run(due: int) -> None:
    """File so many releases for one minute, watch it come, and print what was seen."""
    home = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        _measure(home, due)
    finally:
        shutil.rmtree(home)


def _measure(home: Path, due: int) -> None:
    newsroom = open_newsroom(load_settings(ENVIRONMENT, home), datetime.now(UTC))
    newsroom.topics.declare(Topic(TOPIC, {"en": "Busy"}), "bench", datetime.now(UTC))
    _file(newsroom, "Known", OLD, embargo_from(datetime.now(UTC) - timedelta(days=1), "UTC"))
    logs = [home / f"server-{n}.log" for n in range(SERVERS)]
    with ExitStack() as servers:
        ports = [servers.enter_context(running(home, log))[1] for log in logs]
        minute = embargo_from(datetime.now(UTC) + timedelta(seconds=AHEAD + 60), "UTC")
        numbers = _file(newsroom, SECRET, due, minute)
        own = f"/en/releases/{newsroom.releases.get(numbers[-1])[0].slug}"
        seen = Seen(minute.instant.timestamp() + AFTER, (*SURFACES, own))
        _watch(newsroom, ports, minute, seen)
        late = _announced(newsroom, numbers, minute)
    newsroom.storage.close()
    locked = sum(log.read_text().count("database is locked") for log in logs)
    locked += sum("database is locked" in failure for failure in seen.failures)
    _print(seen, minute, late, due, locked)


def _file(newsroom: Newsroom, headline: str, count: int, embargo: Embargo | None) -> list[int]:
    filings = tuple(
        Filing(
            (
                Block(Kind.HEADLINE, f"{headline} {n}"),
                *(Block(Kind.PARAGRAPH, f"Paragraph {p} of it, {n}. " * 8) for p in range(5)),
            ),
            embargo=embargo,
            topics=(TOPIC,),
        )
        for n in range(count)
    )
    filed = newsroom.releases.file(
        Reading(filings),
        Instructions("bench", publish=True, new_topics=True, beside=True),
        datetime.now(UTC),
    )
    return [one.release.id for one in filed]


def _watch(newsroom: Newsroom, ports: Sequence[int], minute: Embargo, seen: Seen) -> None:
    """Everybody at once, until some seconds after the minute."""
    begin = minute.instant.timestamp()
    # A fork would copy threads' locks and this process's connection.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as elsewhere:
        watched = elsewhere.submit(_look_everywhere, ports, begin, seen)
        _read_and_write(newsroom, ports, seen)
        _add(seen, watched.result())


def _look_everywhere(ports: Sequence[int], begin: float, seen: Seen) -> Seen:
    """All watchers at once, in their own process."""
    _run(
        threading.Thread(target=_look, args=(number, port, path, begin, seen))
        for (number, port), path in product(enumerate(ports), seen.paths)
    )
    return seen


def _add(seen: Seen, watched: Seen) -> None:
    """Put together what this process and the watchers' saw."""
    seen.sent, seen.arrived, seen.early = watched.sent, watched.arrived, watched.early
    seen.answers += watched.answers
    seen.failures += watched.failures


def _read_and_write(newsroom: Newsroom, ports: Sequence[int], seen: Seen) -> None:
    threads = [
        threading.Thread(target=_read, args=(ports[n % SERVERS], n, seen)) for n in range(READERS)
    ]
    _run((*threads, threading.Thread(target=_write, args=(newsroom, seen))))


def _run(threads: Iterable[threading.Thread]) -> None:
    all_ = list(threads)
    for thread in all_:
        thread.start()
    for thread in all_:
        thread.join()


def _look(server: int, port: int, path: str, begin: float, seen: Seen) -> None:
    """Ask for a surface until it shows the secret: slowly, then every 5 ms around the minute."""
    connection, held = http.client.HTTPConnection(HOST, port, timeout=30), ""
    while (sent := time.time()) < seen.until:
        tag, body = _ask(connection, path, {"If-None-Match": held} if held else {}, seen)
        held = tag or held
        arrived = time.time()
        if SECRET.encode() in body:
            seen.early += arrived < begin
            seen.sent[server, path], seen.arrived[server, path] = sent, arrived
            break
        # A slow pause must not reach into the time that is watched closely.
        idle = min(IDLE_SECONDS, max(0.0, begin - DENSE_SECONDS - sent))
        time.sleep(max(0.0, sent + max(POLL_SECONDS, idle) - arrived))
    connection.close()


def _read(port: int, number: int, seen: Seen) -> None:
    """Poll a feed as readers do, with the tag of what they hold."""
    dice = random.Random(number)
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    path, held = dice.choice(SURFACES[:4]), ""
    while time.time() < seen.until:
        held = _ask(connection, path, {"If-None-Match": held} if held else {}, seen)[0] or held
        time.sleep(dice.uniform(0.5, 1.5) * READ_SECONDS)
    connection.close()


def _ask(
    connection: http.client.HTTPConnection, path: str, headers: dict[str, str], seen: Seen
) -> tuple[str, bytes]:
    """Tag and body of an answer."""
    try:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        body = response.read()
    except (OSError, http.client.HTTPException) as error:
        connection.close()
        seen.failures.append(repr(error))
        return "", b""
    seen.answers += 1
    secret = "/releases/" in path and response.status == http.client.NOT_FOUND
    if response.status not in {http.client.OK, http.client.NOT_MODIFIED} and not secret:
        seen.failures.append(f"{path}: {response.status}")
    return response.headers.get("ETag", ""), body


def _write(newsroom: Newsroom, seen: Seen) -> None:
    """File drafts, one transaction each, with hardly a pause."""
    while time.time() < seen.until:
        try:
            _file(newsroom, f"Draft {seen.drafts} {time.time_ns()}", 1, None)
            seen.drafts += 1
        except HomeRefused as error:
            seen.failures.append(str(error))
        time.sleep(WRITE_SECONDS)
    newsroom.storage.close()  # this thread's own connection


def _announced(newsroom: Newsroom, numbers: Sequence[int], minute: Embargo) -> list[float]:
    """Milliseconds from the minute to each announcement, as the releases say."""
    deadline = time.monotonic() + PATIENCE
    while True:
        outs = [newsroom.releases.get(number)[0].out_at for number in numbers]
        if None not in outs or time.monotonic() > deadline:
            break
        time.sleep(0.5)
    return sorted((out - minute.instant).total_seconds() * 1000 for out in outs if out)


def _print(seen: Seen, minute: Embargo, late: Sequence[float], due: int, locked: int) -> None:
    begin = minute.instant.timestamp()
    print(
        f"{due} releases due at {minute.instant:%H:%M} UTC, {SERVERS} servers, {READERS} readers;"
    )
    print(f"{seen.answers} answers, {seen.drafts} drafts filed meanwhile; times after the minute")
    print(f"{'first shown':<18} {'question sent':>14} {'answer arrived':>15}   slower server, ms")
    for path in seen.paths:
        cells = (_slower(times, path, begin) for times in (seen.sent, seen.arrived))
        print(
            f"{path[:18]:<18} "
            + " ".join(f"{cell:>{width}}" for cell, width in zip(cells, (14, 15), strict=True))
        )
    print(f"announced: {len(late)} of {due}, {_spread(late)}")
    print(f"shown before the minute: {seen.early}; database is locked: {locked}")
    print(f"other failures: {len(seen.failures)} {seen.failures[:3] or ''}")


def _slower(times: dict[tuple[int, str], float], path: str, begin: float) -> str:
    """The slower server's time for a surface; a dash if one never showed it."""
    found = [time_ for (_, shown), time_ in times.items() if shown == path]
    return f"{(max(found) - begin) * 1000:.0f}" if len(found) == SERVERS else "–"


def _spread(late: Sequence[float]) -> str:
    if len(late) < 2:
        return "too few to say"
    cuts = statistics.quantiles(late, n=100)
    return f"p50 {cuts[49]:.0f} ms, p99 {cuts[98]:.0f} ms, last {late[-1]:.0f} ms"
