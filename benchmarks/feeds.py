"""How fast is a feed written, when nothing, most or all of it was written before?

Then how fast it is answered (`benchmarks/rates.py`), and whether a change is served at once.
"""

import http.client
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks import load, office
from benchmarks.rates import PACKED, compare
from benchmarks.server import HOST, running
from feeds import FORMATS, atom, rss
from feeds.parts import contacts, elements, html, item, provenance, written
from newsroom.wiring import Newsroom
from press.public.edition import Edition, Feed

FEED = "/fr/topic-00.atom"
REPEATS, POLLERS = 21, 64
_COLD = "cold: {} feeds in 4 languages and 3 formats: {:.1f} s, {:.0f} MiB resident"


def run() -> None:
    """File a newsroom of full topics, measure, and print."""
    home = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        newsroom = office.open_office(home / "home")
        _render(newsroom)
        _cold(newsroom)
        if load.has("wrk"):
            paths = sorted(office.addresses(newsroom), key=lambda path: path != FEED)
            compare(newsroom.settings.home, paths, home)
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
                asked = (
                    _with_new(edition, f"{form.extension} {number}")
                    if state == "all but one"
                    else edition
                )
                times.append(_timed(lambda form=form, asked=asked: form.render(asked, site)))
            print(f" {form.extension} {statistics.median(times) * 1000:.1f}", end="")
        print(flush=True)


def _with_new(edition: Edition, digest: str) -> Edition:
    """The same, its newest entry changed: what a release that comes out costs each feed."""
    first, *others = edition.entries
    return replace(edition, entries=(replace(first, digest=digest), *others))


def _forget() -> None:
    """Let go of all that the feeds have kept of what they wrote before."""
    for module in (atom, contacts, elements, html, item, provenance, rss, written):
        for made in vars(module).values():
            if hasattr(made, "cache_clear"):
                made.cache_clear()


def _cold(newsroom: Newsroom) -> None:
    words = [sys.executable, "-m", "benchmarks.cold", str(newsroom.settings.home)]
    said = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
    print(_COLD.format(said[0], float(said[1]), float(said[2])), flush=True)


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


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
