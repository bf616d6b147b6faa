"""How fast is a feed answered, beside what others make of the same 50 entries?

One machine, one worker each, wrk with connections kept alive, gzip, rounds interleaved so that a
busy moment of the machine meets all of them; medians of the rounds. wrk cannot hold a rate, so
half of the highest is reached by letting each connection pause between two requests.
"""

import http.client
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks import load, office
from benchmarks.server import HOST, running
from feeds import FORMATS, atom, contacts, html, item, provenance, rss, written
from newsroom import Newsroom
from press.edition import Edition, Feed

FEED = "/fr/topic-00.atom"
ROUNDS, REPEATS = 5, 21
POLLERS = 64
PACKED = {"Accept-Encoding": "gzip"}
OURS, NGINX, ROUTE = "newsroom serve", "nginx, static file", "our Flask route alone"
LANE = "our lane in Granian, no gate"
FEEDGEN, DJANGO = "feedgen at every request", "Django syndication"
_COLD = "cold: {} feeds in 4 languages and 3 formats: {:.1f} s, {:.0f} MiB resident"


@dataclass
class Contender:
    """Somebody who answers polls.

    Args:
        name: as printed.
        port: where.
        paths: what is asked, in turn.
        headers: of every request.
        seen: what wrk saw in each round.
    """

    name: str
    port: int
    paths: Sequence[str]
    headers: Mapping[str, str]
    seen: list[load.Figures] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Requests answered per second, the median of the rounds."""
        return statistics.median(figures.rate for figures in self.seen)


def run() -> None:
    """File a newsroom of full topics, measure, and print."""
    home = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        newsroom = office.open_office(home / "home")
        _render(newsroom)
        _cold(newsroom)
        if load.has("wrk"):
            _compare(newsroom, home)
        _commit(newsroom)
        newsroom.storage.close()
    finally:
        shutil.rmtree(home)


def _render(newsroom: Newsroom) -> None:
    site = newsroom.settings.site
    feed = Feed("topic-00", site.languages.named("fr"))
    edition = newsroom.front.edition(feed, datetime.now(UTC))
    for state in ("none of them", "all but one", "all of them"):
        print(
            f"rendering a feed of {len(edition.entries)} entries, {state} written before, ms:",
            end="",
        )
        for form in FORMATS.values():
            times = []
            for number in range(REPEATS):
                if state == "none of them":
                    _forget()
                asked = _with_new(edition, number) if state == "all but one" else edition
                times.append(_timed(lambda form=form, asked=asked: form.render(asked, site)))
            print(f" {form.extension} {statistics.median(times) * 1000:.1f}", end="")
        print(flush=True)


def _with_new(edition: Edition, number: int) -> Edition:
    """The same, its newest entry changed: what a release that comes out costs each feed."""
    first, *others = edition.entries
    return replace(edition, entries=(replace(first, digest=f"new {number}"), *others))


def _forget() -> None:
    """Let go of all that the feeds have kept of what they wrote before."""
    for module in (atom, contacts, html, item, provenance, rss, written):
        for made in vars(module).values():
            if hasattr(made, "cache_clear"):
                made.cache_clear()


def _cold(newsroom: Newsroom) -> None:
    words = [sys.executable, "-m", "benchmarks.cold", str(newsroom.settings.home)]
    said = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
    print(_COLD.format(said[0], float(said[1]), float(said[2])), flush=True)


def _compare(newsroom: Newsroom, folder: Path) -> None:
    with ExitStack() as servers:
        home = newsroom.settings.home
        ours = servers.enter_context(running(home))[1]
        whole = _fetch(ours, FEED)[0]
        contenders = _both(OURS, ours, FEED)
        if load.has("nginx"):
            contenders += _nginx(servers, folder, whole)
        contenders += _both(LANE, servers.enter_context(load.granian("lane", home, FEED)), FEED)
        for name, target in ((ROUTE, "flask"), (FEEDGEN, "feedgen"), (DJANGO, "syndication")):
            port = servers.enter_context(load.granian(target, home, FEED))
            contenders.append(Contender(f"{name}, 200", port, [FEED], PACKED))
        print(
            f"a feed of 50 entries, {len(whole)} bytes packed; {ROUNDS} rounds of {load.SECONDS} s,"
            f" {load.CONNECTIONS} connections kept alive"
        )
        for _ in range(ROUNDS):
            for one in contenders:
                one.seen.append(load.ask(one.port, one.paths, one.headers, folder))
        _print(contenders)
        _at_half(contenders[0], folder)
        _many(ours, office.addresses(newsroom), folder)


def _nginx(servers: ExitStack, folder: Path, whole: bytes) -> list[Contender]:
    """The very same bytes as a file."""
    files = folder / "nginx"
    files.mkdir()
    (files / "feed.atom.gz").write_bytes(whole)
    (files / "feed.atom").write_bytes(whole)  # there must be one; it is not sent
    return _both(NGINX, servers.enter_context(load.nginx(files)), "/feed.atom")


def _both(name: str, port: int, path: str) -> list[Contender]:
    """Asked by those who hold nothing, and by those who hold it."""
    held = PACKED | {"If-None-Match": _fetch(port, path)[1]}
    return [
        Contender(f"{name}, 200", port, [path], PACKED),
        Contender(f"{name}, 304", port, [path], held),
    ]


def _print(contenders: Sequence[Contender]) -> None:
    rates = {one.name: one.rate for one in contenders}
    print(f"{'':<36} {'requests/s':>10} {'p50 ms':>7} {'p99 ms':>7} {'ours is':>8}")
    for one in contenders:
        median = statistics.median(figures.median for figures in one.seen)
        slow = statistics.median(figures.slow for figures in one.seen)
        mine = rates[f"{OURS}, {'304' if one.name.endswith('304') else '200'}"]
        failed = " (with refusals)" if any(figures.refused for figures in one.seen) else ""
        print(
            f"{one.name:<36} {one.rate:>10.0f} {median:>7.2f} {slow:>7.2f}"
            f" {mine / one.rate:>7.2f}x{failed}",
            flush=True,
        )


def _at_half(ours: Contender, folder: Path) -> None:
    """At about half of the highest rate: more connections, each of which pauses."""
    pause = 1  # ms: longer ones make wrk ask in bursts of its own
    connections = max(1, round(ours.rate / 2 * (pause + 0.7) / 1000))
    seen = load.ask(
        ours.port, ours.paths, ours.headers, folder, pause=pause, connections=connections
    )
    print(
        f"at {seen.rate / ours.rate:.0%} of the highest rate ({seen.rate:.0f}/s, {connections}"
        f" connections pausing {pause} ms): p50 {seen.median:.2f} ms, p99 {seen.slow:.2f} ms"
    )


def _many(port: int, paths: Sequence[str], folder: Path) -> None:
    """One address against a thousand, within one minute: each new one asks for all of them anew."""
    one = Contender("1 address", port, paths[:1], PACKED)
    many = Contender(f"{len(paths)} addresses", port, paths, PACKED)
    for path in paths:  # rendered once, whenever that was
        _fetch(port, path)
    time.sleep(60.2 - time.time() % 60)
    minute = time.time() // 60
    first = _timed(lambda: [_fetch(port, path) for path in paths])
    print(f"first poll of {len(paths)} addresses in a new minute: {first:.1f} s, one after another")
    for _ in range(ROUNDS):
        seen = [load.ask(port, who.paths, who.headers, folder) for who in (one, many)]
        if time.time() // 60 > minute:
            break
        for who, figures in zip((one, many), seen, strict=True):
            who.seen.append(figures)
    if not many.seen:
        print("1 against many addresses: not measured, since the minute was over before")
        return
    rates = f"{one.name} {one.rate:.0f}/s, {many.name} {many.rate:.0f}/s"
    print(f"{rates} ({many.rate / one.rate:.2f}), in the rest of that minute")


def _commit(newsroom: Newsroom) -> None:
    """Whether every worker serves the new bytes on its next poll after a change."""
    with running(newsroom.settings.home, workers=2) as (_, port):
        pollers = [http.client.HTTPConnection(HOST, port, timeout=30) for _ in range(POLLERS)]
        before = {_poll(poller) for poller in pollers}
        filing = office.filing(10**6, ("topic-00",), datetime.now(UTC) - timedelta(minutes=2))
        office.file(newsroom, (filing,))
        after = [_poll(poller) for poller in pollers]
        new = sum(tag not in before for tag in after)
        for poller in pollers:
            poller.close()
    print(f"2 workers: {new} of {POLLERS} pollers had the new bytes at their next poll")


def _poll(poller: http.client.HTTPConnection) -> str:
    poller.request("GET", FEED, headers=PACKED)
    response = poller.getresponse()
    response.read()
    return response.headers["ETag"]


def _fetch(port: int, path: str) -> tuple[bytes, str]:
    """Packed bytes and tag of an address."""
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    connection.request("GET", path, headers=PACKED)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert response.status == http.client.OK, path
    return body, response.headers["ETag"]


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
