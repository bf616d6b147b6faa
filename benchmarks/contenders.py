"""Those who translate, each in a process of its own.

They print a line of JSON for each run: seconds and processor seconds.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.corpus import releases, revised, text


def plain(_: Path, count: int, target: str) -> None:
    """Argos itself, release by release; its packages and settings come by the environment."""
    from argostranslate import translate  # noqa: PLC0415 - only this contender brings it

    texts = [text(filing) for filing in releases(count)]
    _timed("plain", lambda: [translate.translate(one, "en", target) for one in texts])


def ours(folder: Path, count: int, target: str) -> None:
    """Filed in a newsroom, then all that is due; then again after one block in ten changed."""
    from newsroom.filing.refiling import Instructions  # noqa: PLC0415
    from newsroom.settings import load_settings  # noqa: PLC0415
    from newsroom.translation.worker import translate_due  # noqa: PLC0415
    from newsroom.wiring import open_newsroom  # noqa: PLC0415 - only this contender brings it
    from press.releases.release import Reading  # noqa: PLC0415

    environment = {"NEWSROOM_MODELS": "", "NEWSROOM_LANGUAGES": f"en,{target}"}
    settings = load_settings(environment, folder / "home")
    newsroom = open_newsroom(settings, datetime.now(UTC))
    filings = releases(count)
    filed = newsroom.releases.file(
        Reading(tuple(filings)),
        Instructions("bench", publish=True, new_topics=True, beside=True),
        datetime.now(UTC),
    )
    numbers = [one.release.id for one in filed]
    _timed("ours", lambda: _all(translate_due(settings).filled, count))
    changed = revised(filings)
    for place, filing in changed:
        newsroom.revisions.revise(numbers[place], replace(filing), "bench", datetime.now(UTC))
    _timed("again", lambda: _all(translate_due(settings).filled, len(changed)))
    newsroom.storage.close()


def _all(filled: int, wanted: int) -> None:
    assert filled == wanted, f"{filled} of {wanted} texts"


def _timed(name: str, act: Callable[[], object]) -> None:
    began, used = time.perf_counter(), _processor()
    act()
    seconds = time.perf_counter() - began
    print(json.dumps({"run": name, "seconds": seconds, "cpu": _processor() - used}), flush=True)


def _processor() -> float:
    """Processor seconds of this process and of those it has ended."""
    both = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def main() -> None:
    """Run the contender named on the command line."""
    contender, where, how_many, language = sys.argv[1:]
    {"plain": plain, "ours": ours}[contender](Path(where), int(how_many), language)
