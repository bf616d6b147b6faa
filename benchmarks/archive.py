"""Does the newsroom stay as fast as its archive grows?

For growing numbers of stored releases in four languages: filing per second, the time of one
edition, the time to render it in each format, and the resident memory of a web process that has
served every feed and page of the newsroom.
"""

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import feeds
from benchmarks.server import memory_after_serving
from newsroom import samples
from newsroom.filing.refiling import Instructions
from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import MINUTE, embargo_from
from press.public.edition import Feed
from press.releases.release import Filing, Reading
from press.text import Block, Origin, Text
from storage.filed import releases

BATCH = 500
REPEATS = 41
WORDS = ("treaty", "border", "aid", "envoy", "summit", "visa", "river", "vaccine", "harbour")


def run(sizes: Sequence[int]) -> None:
    """Measure at each size and print a line for it."""
    home = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        _measure(home, sizes)
    finally:
        shutil.rmtree(home)


def _measure(home: Path, sizes: Sequence[int]) -> None:
    newsroom = open_newsroom(load_settings({"NEWSROOM_MODELS": ""}, home), datetime.now(UTC))
    for topic in samples.topics():
        newsroom.topics.declare(topic, "bench", datetime.now(UTC))
    print("an archive in four languages; times in milliseconds, median (slowest tenth)")
    print(
        f"{'stored':>8} {'filed/s':>8} {'edition':>14} "
        + " ".join(f"{f:>14}" for f in feeds.FORMATS)
        + f" {'web MiB':>8}"
    )
    first = None
    stored = 0
    for size in sizes:
        rate = _fill(newsroom, stored, size)
        stored = size
        edition, rendered = _times(newsroom)
        newsroom.storage.close()
        memory = memory_after_serving(home, newsroom.settings.site)
        cells = " ".join(_cell(times) for times in (edition, *rendered))
        print(f"{size:>8} {rate:>8.0f} {cells} {memory:>8.0f}", flush=True)
        first = first or statistics.median(edition)
    ratio = statistics.median(edition) / first
    print(f"edition at {sizes[-1]} / at {sizes[0]}: {ratio:.2f}")


def _fill(newsroom: Newsroom, stored: int, size: int) -> float:
    """File releases up to this number, and their other languages; returns filed per second."""
    spent, start = 0.0, stored
    now = datetime.now(UTC)
    while stored < size:
        some = min(BATCH, size - stored)
        reading = Reading(tuple(_filings(stored, some)))
        began = time.perf_counter()
        filed = newsroom.releases.file(
            reading, Instructions("bench", publish=True, new_topics=True, beside=True), now
        )
        spent += time.perf_counter() - began
        stored += some
        _translate(newsroom, [one.release.id for one in filed], now)
    return (stored - start) / spent


def _filings(start: int, count: int) -> Iterator[Filing]:
    """Releases like our samples, each with words of its own, an hour apart into the past."""
    models = [s.reading.filings[0] for s in samples.every(load_settings({}, Path()).site)]
    slugs = [topic.slug for topic in samples.topics()]
    epoch = datetime(2010, 1, 1, tzinfo=UTC)
    for number in range(start, start + count):
        dice = random.Random(number)
        model = models[number % len(models)]
        headline, *body = model.blocks
        words = " ".join(dice.choices(WORDS, k=8))
        yield replace(
            model,
            blocks=(replace(headline, markdown=f"{words} {number}"), *body),
            language="en",
            embargo=embargo_from(epoch + timedelta(hours=number), "Europe/Brussels"),
            topics=tuple(dice.sample(slugs, 2)),
        )


def _translate(newsroom: Newsroom, numbers: Sequence[int], now: datetime) -> None:
    """Give every release its texts in the other languages, without an engine."""
    with newsroom.storage.write() as db:
        for number in numbers:
            source = releases.get(db, number).original
            for code in ("fr", "nl", "de"):
                blocks = tuple(stand_in(block, code) for block in source.blocks)
                releases.save_text(db, number, Text(code, blocks), now)


def stand_in(block: Block, code: str) -> Block:
    """A block as a machine might leave it in another language."""
    return replace(
        block, markdown=f"{block.markdown} ({code})", origin=Origin.MACHINE, engine="none"
    )


def _times(newsroom: Newsroom) -> tuple[list[float], list[list[float]]]:
    site = newsroom.settings.site
    topic = samples.topics()[0].slug
    feed = Feed(topic, site.languages.named("fr"))
    now = datetime.now(UTC)
    edition = newsroom.front.edition(feed, now)
    # A minute later each time: within one, what was made already is handed out again.
    minutes = (now + n * MINUTE for n in count(1))
    asked = _timed(lambda: newsroom.front.edition(feed, next(minutes)))
    return asked, [_timed(lambda f=f: f.render(edition, site)) for f in feeds.FORMATS.values()]


def _timed(act: Callable[[], object]) -> list[float]:
    """Milliseconds of each repeat."""
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return times


def _cell(times: list[float]) -> str:
    slow = statistics.quantiles(times, n=10)[-1]
    return f"{statistics.median(times):>6.2f} ({slow:>5.2f})"
