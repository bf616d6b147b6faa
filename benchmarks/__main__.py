"""Run the benchmarks: `python -m benchmarks`, or `make bench`."""

import argparse
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    archive,
    browser,
    crowd,
    embargo,
    feeds,
    kills,
    letters_killed,
    pushes,
    quality,
    reading,
    search,
    telling,
    translation,
)

BENCHMARKS: dict[str, Callable[[argparse.Namespace], None]] = {
    "archive": lambda asked: archive.run([int(size) for size in asked.sizes.split(",")]),
    "browser": lambda _asked: browser.run(),
    "crowd": lambda _asked: crowd.run(),
    "embargo": lambda asked: embargo.run(asked.due),
    "feeds": lambda _asked: feeds.run(),
    "kills": lambda asked: kills.run(asked.trials, asked.seed),
    "letters": lambda asked: letters_killed.show(asked.followers, asked.seed),
    "pushes": lambda asked: pushes.run(asked.subscribers, asked.places),
    "quality": lambda asked: quality.run(asked.sentences),
    "reading": lambda asked: reading.run(asked.files, asked.seed),
    "search": lambda asked: search.run(asked.stored),
    "telling": lambda asked: telling.run(asked.followers, asked.rounds),
    "translation": lambda asked: translation.run(
        [int(size) for size in asked.texts.split(",")], [asked.models], asked.into, asked.rounds
    ),
}


def main() -> None:
    """Run those named, or all."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"which: {', '.join(BENCHMARKS)} (default: all)")
    parser.add_argument("--sizes", default="1000,10000,100000", help="releases stored, each step")
    parser.add_argument("--due", type=int, default=500, help="releases due in the same minute")
    parser.add_argument("--subscribers", type=int, default=500, help="of one feed")
    parser.add_argument("--places", type=int, default=100, help="computers their callbacks are on")
    parser.add_argument("--trials", type=int, default=200, help="how often clocks are killed")
    parser.add_argument("--sentences", type=int, default=300, help="translated into each language")
    parser.add_argument("--files", type=int, default=10_000, help="spoilt, of every format")
    parser.add_argument("--stored", type=int, default=100_000, help="releases that are searched")
    parser.add_argument("--seed", type=int, default=1, help="of the first trial's chances")
    parser.add_argument("--texts", default="20,500", help="releases translated, each step")
    parser.add_argument("--models", type=Path, default=quality.SHARED / "models", help="packages")
    parser.add_argument("--followers", type=int, default=1000, help="by mail, in each language")
    parser.add_argument("--into", default="fr", help="language translated into")
    parser.add_argument(
        "--rounds", type=int, default=3, help="how often each contender is measured"
    )
    options = parser.parse_args()
    for name in options.names or BENCHMARKS:
        BENCHMARKS[name](options)


if __name__ == "__main__":
    main()
