"""How heavy and how fast are pages in a real browser on a slow machine, seen for the first time?

The processor is slowed four times, the cache is empty, the server is on the same machine: what is
measured is what pages ask of a reader's telephone, not of the network.
"""

import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.pictures import BROWSERS
from benchmarks.server import HOST, running
from newsroom.settings import load_settings
from newsroom.tasks.rendering import Rendering
from newsroom.wiring import open_newsroom
from tests.browser.house import SETTINGS, fill

SLOWER, ROUNDS = 4, 15
PHONE = {"width": 390, "height": 844}
SHOWN = {
    "release": "/en/releases/{whole}",
    "release, translated": "/fr/releases/{whole}",
    "home": "/en/",
    "topic": "/en/peace-and-security/",
    "search": "/en/search?q=travel",
    "feeds": "/fr/feeds/",
}
COUNTED = {"document", "stylesheet", "script"}
# What the browser says of its paints and of tasks that kept it busy for more than 50 ms
# (https://www.w3.org/TR/largest-contentful-paint/, https://www.w3.org/TR/longtasks-1/).
OBSERVE = """
window.paint = 0; window.busy = 0;
new PerformanceObserver(list => { for (const one of list.getEntries()) paint = one.startTime; })
  .observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver(list => { for (const one of list.getEntries()) busy += one.duration - 50; })
  .observe({type: "longtask", buffered: true});
"""
_SETTLED = 500  # ms without anything new


@dataclass
class Seen:
    """What one visit to a page cost.

    Args:
        weight: bytes of the page, its styles and its scripts, unpacked.
        sent: bytes of the same as they are sent.
        pictures: how many pictures were asked for.
        strangers: how many addresses of other hosts were asked for.
        paint: when the largest thing was painted, ms.
        busy: for how long readers could not do anything, ms.
    """

    weight: int = 0
    sent: int = 0
    pictures: int = 0
    strangers: int = 0
    paint: float = 0
    busy: float = 0
    answers: list[Response] = field(default_factory=list)

    def note(self, answer: Response) -> None:
        """Note what was answered; an answer that leads elsewhere has no weight."""
        if answer.ok:
            self.answers.append(answer)


def run() -> None:
    """Fill a newsroom, look at its pages, and print."""
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        sys.exit(f"there is none of {', '.join(BROWSERS)} on this machine")
    folder = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        newsroom = open_newsroom(load_settings(SETTINGS, folder / "home"), datetime.now(UTC))
        places = fill(newsroom, folder)
        # The clock makes a picture's sizes within seconds of its filing, long before most readers.
        Rendering(newsroom.storage, lambda: datetime.now(UTC)).run()
        newsroom.storage.close()
        with running(folder / "home") as (_, port), sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium)
            Console().print(table(browser, f"http://{HOST}:{port}", places))
            browser.close()
    finally:
        shutil.rmtree(folder)


def table(browser: Browser, base: str, places: dict[str, str]) -> Table:
    """A line for each kind of page: medians."""
    shown = Table(title=f"pages seen for the first time, processor {SLOWER} times slower")
    for name in (
        "page",
        "kB",
        "kB sent",
        "pictures",
        "other hosts",
        "largest paint, ms",
        "busy, ms",
    ):
        shown.add_column(name, justify="left" if name == "page" else "right")
    next(visits(browser, base))  # a browser that just started reads its letters from the disk
    for name, path in SHOWN.items():
        seen = list(visits(browser, base + path.format_map(places)))
        one = seen[0]
        shown.add_row(
            name,
            f"{one.weight / 1000:.1f}",
            f"{one.sent / 1000:.1f}",
            str(one.pictures),
            str(one.strangers),
            f"{statistics.median(visit.paint for visit in seen):.0f}",
            f"{statistics.median(visit.busy for visit in seen):.0f}",
        )
    return shown


def visits(browser: Browser, address: str) -> Iterator[Seen]:
    """Visits to a page, each by somebody who was never there."""
    for _ in range(ROUNDS):
        with browser.new_context(viewport=PHONE) as context:
            page = context.new_page()
            page.add_init_script(OBSERVE)
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            yield look(page, address)


def look(page: Page, address: str) -> Seen:
    """Look at a page until it is whole and rests."""
    seen = Seen()
    page.on("response", seen.note)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(_SETTLED)
    seen.paint, seen.busy = page.evaluate("paint"), page.evaluate("busy")
    for answer in seen.answers:
        kind = answer.request.resource_type
        seen.pictures += kind == "image"
        seen.strangers += urlsplit(answer.url).netloc != urlsplit(address).netloc
        if kind in COUNTED:
            seen.weight += len(answer.body())
            seen.sent += answer.request.sizes()["responseBodySize"]
    return seen
