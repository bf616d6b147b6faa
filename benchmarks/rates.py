"""How many polls a second are answered, by us and by others, with the same 50 entries?

One machine, one worker each, wrk with connections kept alive, gzip, rounds interleaved so that a
busy moment of the machine meets all of them; medians of the rounds, and of their ratios: what is
compared is measured one right after the other. wrk cannot hold a rate, so half of the highest is
reached by letting each connection pause between two requests, while others, who ask when it is
time (`benchmarks/openloop.py`), measure the latency.
"""

import http.client
import statistics
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import load
from benchmarks.openloop import latencies
from benchmarks.proxy import standing_before
from benchmarks.server import HOST, running

ROUNDS = 5
# Whoever was asked before is still busy with what nobody waits for any more.
SETTLING = 1.5  # seconds
PACKED = {"Accept-Encoding": "gzip"}
OURS, NGINX = "newsroom serve", "nginx, static file"
FRONT = "deploy/nginx.conf before it"
# The nginx that serves files logs nothing either.
_LOG = "access_log /var/log/nginx/access.log newsroom buffer=64k flush=5s;"
UNLOGGED = {_LOG: "access_log off;"}
ROUTE = "our Flask route alone"
FEEDGEN, DJANGO = "feedgen at every request", "Django syndication"


@dataclass
class Contender:
    """Somebody who answers polls.

    Args:
        name: as printed.
        port: where.
        paths: what is asked, in turn.
        wish: 200 from those who hold nothing, 304 from those who hold it.
        headers: of every request.
        seen: what wrk saw in each round.
    """

    name: str
    port: int
    paths: Sequence[str]
    wish: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: PACKED)
    seen: list[load.Figures] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Requests answered per second, the median of the rounds."""
        return statistics.median(figures.rate for figures in self.seen)

    def times(self, other: "Contender") -> float:
        """How many this one answers while another answers one, the median of the rounds."""
        rounds = zip(self.seen, other.seen, strict=True)
        return statistics.median(mine.rate / theirs.rate for mine, theirs in rounds)

    def ask(self, folder: Path) -> None:
        """One more round."""
        self.seen.append(load.ask(self.port, self.paths, self.headers, folder))


def compare(home: Path, paths: Sequence[str], folder: Path) -> None:
    """Measure and print.

    Args:
        home: a newsroom's.
        paths: addresses of feeds; the first is the one that is compared.
        folder: for files and settings.
    """
    with ExitStack() as servers:
        ours = servers.enter_context(running(home))[1]
        contenders = _contenders(servers, ours, home, paths[0], folder)
        print(
            f"a feed of 50 entries, {len(fetch(ours, paths[0])[0])} bytes packed; {ROUNDS} rounds"
            f" of {load.SECONDS} s, {load.CONNECTIONS} connections kept alive"
        )
        for _ in range(ROUNDS):
            for one in contenders:
                time.sleep(SETTLING)
                one.ask(folder)
        _print(contenders)
        _front(contenders)
        _at_half(contenders[0], folder)
        _many(servers, ours, paths, folder)


def fetch(port: int, path: str) -> tuple[bytes, str]:
    """Packed bytes and tag of an address."""
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    connection.request("GET", path, headers=PACKED)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert response.status == http.client.OK, path
    return body, response.headers["ETag"]


def _contenders(
    servers: ExitStack, ours: int, home: Path, path: str, folder: Path
) -> list[Contender]:
    """In the order in which they are measured: who is to be close to whom stands beside them."""
    pairs = [_both(OURS, ours, path)]
    if load.has("nginx"):
        port = _nginx(servers, folder / "nginx", [fetch(ours, path)[0]])
        pairs.append(_both(NGINX, port, "/0.atom"))
        proxy = servers.enter_context(
            standing_before(ours, folder / "proxy", workers="1", changed=UNLOGGED)
        )
        pairs.append(_both(FRONT, proxy.plain, path))
    contenders = [one for wish in zip(*pairs, strict=True) for one in wish]
    for name, target in ((ROUTE, "flask"), (FEEDGEN, "feedgen"), (DJANGO, "syndication")):
        port = servers.enter_context(load.granian(target, home, path))
        contenders.append(Contender(name, port, [path]))
    return contenders


def _both(name: str, port: int, path: str) -> list[Contender]:
    held = PACKED | {"If-None-Match": fetch(port, path)[1]}
    return [Contender(name, port, [path]), Contender(name, port, [path], 304, held)]


def _nginx(servers: ExitStack, files: Path, documents: Sequence[bytes]) -> int:
    """A port on which the very same bytes are served as files: `/0.atom` and so on."""
    files.mkdir()
    for number, document in enumerate(documents):
        (files / f"{number}.atom.gz").write_bytes(document)
        (files / f"{number}.atom").touch()  # there must be one; it is not sent
    return servers.enter_context(load.nginx(files))


def _print(contenders: Sequence[Contender]) -> None:
    ours = {one.wish: one for one in contenders if one.name == OURS}
    print(f"{'':<36} {'requests/s':>10} {'p50 ms':>7} {'p99 ms':>7} {'ours is':>8}")
    for one in contenders:
        median = statistics.median(figures.median for figures in one.seen)
        slow = statistics.median(figures.slow for figures in one.seen)
        failed = " (with refusals)" if any(figures.refused for figures in one.seen) else ""
        print(
            f"{f'{one.name}, {one.wish}':<36} {one.rate:>10.0f} {median:>7.2f} {slow:>7.2f}"
            f" {ours[one.wish].times(one):>7.2f}x{failed}",
            flush=True,
        )


def _front(contenders: Sequence[Contender]) -> None:
    """How nginx with our configuration compares with its own static file."""
    known = {(one.name, one.wish): one for one in contenders}
    for wish in (200, 304):
        if front := known.get((FRONT, wish)):
            print(f"{FRONT}, {wish}: {front.times(known[NGINX, wish]):.2f} of its static file")


def _at_half(ours: Contender, folder: Path) -> None:
    """At about half of the highest rate: more connections, each of which pauses.

    Beside them, some readers ask when it is time, and only theirs is the latency printed.
    """
    pause = 1  # ms: longer ones make wrk ask in bursts of its own
    connections = max(1, round(ours.rate / 2 * (pause + 0.7) / 1000))
    time.sleep(SETTLING)
    rates, late = list[float](), list[float]()
    for _ in range(ROUNDS):
        with ThreadPoolExecutor(1) as beside:
            readers = beside.submit(
                latencies, ours.port, ours.paths[0], ours.headers, load.SECONDS - 0.4
            )
            asked = ours.port, ours.paths, ours.headers, folder
            rates.append(load.ask(*asked, pause=pause, connections=connections).rate)
            late += readers.result()
    rate, cuts = statistics.median(rates), statistics.quantiles(late, n=100)
    print(
        f"at {rate / ours.rate:.0%} of the highest rate ({rate:.0f}/s, {connections} connections"
        f" pausing {pause} ms), {len(late)} questions at their own time: p50 {cuts[49]:.2f} ms,"
        f" p99 {cuts[98]:.2f} ms",
        flush=True,
    )


def _many(servers: ExitStack, port: int, paths: Sequence[str], folder: Path) -> None:
    """One address against a thousand, within one minute: each new one asks for all of them anew.

    Where nginx is, it shows what a thousand documents cost by themselves: memory is slower then.
    """
    documents = [fetch(port, path)[0] for path in paths]  # rendered once, whenever that was
    who = [(OURS, port, paths)]
    if load.has("nginx"):
        files = _nginx(servers, folder / "many", documents)
        who.append((NGINX, files, [f"/{number}.atom" for number in range(len(paths))]))
    pairs = [(Contender(n, p, some[:1]), Contender(n, p, some)) for n, p, some in who]
    time.sleep(60.2 - time.time() % 60)
    began = time.time()
    for path in paths:
        fetch(port, path)
    took = time.time() - began
    print(f"first poll of {len(paths)} addresses in a new minute: {took:.1f} s, one after another")
    _in_turn([one for pair in pairs for one in pair], began // 60, folder)
    for one, many in pairs:
        if many.seen:
            print(
                f"{many.name}: 1 address {one.rate:.0f}/s, {len(paths)} addresses {many.rate:.0f}/s"
                f" ({many.times(one):.2f}), {len(many.seen)} rounds in the rest of that minute"
            )


def _in_turn(contenders: Sequence[Contender], minute: float, folder: Path) -> None:
    """Whole rounds, as many as a minute has place for."""
    while True:
        for one in contenders:
            one.ask(folder)
        if time.time() // 60 > minute:
            for one in contenders:
                one.seen.pop()
            return
