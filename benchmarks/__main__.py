"""Run the benchmarks: `python -m benchmarks`, or `make bench`."""

import argparse

from benchmarks import archive

BENCHMARKS = {"archive": archive.run}


def main() -> None:
    """Run those named, or all."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"which: {', '.join(BENCHMARKS)} (default: all)")
    parser.add_argument("--sizes", default="1000,10000,100000", help="releases stored, each step")
    options = parser.parse_args()
    for name in options.names or BENCHMARKS:
        BENCHMARKS[name]([int(size) for size in options.sizes.split(",")])


if __name__ == "__main__":
    main()
