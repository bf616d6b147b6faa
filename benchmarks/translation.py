"""Is an archive translated as fast as the machine can?

The same packages, the same releases, one after the other in one run: Argos Translate release by
release with its default settings, with the batches that were fastest in a trial on one thread, and
with the threads and batches that were fastest of all, once with its default beam and once with
ours; and ours with all it does beside: memory, amounts, checks, database. Then ours again after one
block in ten was changed. Each runs in processes of its own, and loading the model counts. What the
beams are worth: `quality`.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import releases, sentences
from translate.engine.argos import DECODING
from translate.packages.installing import available, find

# Argos' own default (ARGOS_BEAM_SIZE), and ours.
DEFAULT_BEAM, BEAM = 4, int(DECODING["beam_size"])
DEFAULTS = "1 0 32"
ONE_THREAD = "1 1 "
TRIED = ("1 1 32", "2 1 32", "1 1 512", "2 1 512", "1 1 4096")
POLL = 0.05  # seconds between two looks at memory
Run = dict[str, float]


def run(sizes: Sequence[int], models: Sequence[Path], target: str, rounds: int) -> None:
    """Measure at each size and print a line for each contender.

    Args:
        sizes: how many releases.
        models: folders with translation packages.
        target: code of the language to translate into.
        rounds: how often each contender is measured; they take turns.
    """
    if ("en", target) not in {package.pair for package in available(models)}:
        print(f"translation: no package from en to {target}; --models names a folder of packages")
        return
    scratch = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        find("en", target, [scratch / "packages", *models])
        speeds = _speeds(scratch, target)
        best = max(speeds, key=lambda s: speeds[s])
        one = max((s for s in speeds if s.startswith(ONE_THREAD)), key=lambda s: speeds[s])
        for size in sizes:
            _compare(scratch, size, target, (one, best), rounds)
    finally:
        shutil.rmtree(scratch)


def _speeds(scratch: Path, target: str) -> dict[str, float]:
    """Argos' sentences a second by its inter threads, intra threads and batch size."""
    count = sentences(releases(8))
    speeds = {s: count / _plain(scratch, 8, target, s)["plain"]["seconds"] for s in TRIED}
    for settings, speed in speeds.items():
        print(f"  tried {settings} (inter, intra, batch): {speed:.0f}/s", flush=True)
    return speeds


def _compare(scratch: Path, size: int, target: str, settings: tuple[str, str], rounds: int) -> None:
    one, best = settings
    count = sentences(releases(size))
    found: dict[str, list[Run]] = {}
    for _ in range(rounds):
        for name, runs in (
            ("argos, defaults", _plain(scratch, size, target, DEFAULTS)),
            (f"argos, {one}", _plain(scratch, size, target, one)),
            (f"argos, {best}", _plain(scratch, size, target, best)),
            (f"argos, {best}, beam {BEAM}", _plain(scratch, size, target, best, BEAM)),
            ("ours", _ours(scratch, size, target)),
        ):
            for run_name, measured in runs.items():
                label = "ours, 1 in 10 changed" if run_name == "again" else name
                found.setdefault(label, []).append(measured)
    print(
        f"{size} releases, {count} sentences, en-{target}, {rounds} rounds, median; beam:"
        f" argos {DEFAULT_BEAM} where nothing is said, ours {BEAM}"
    )
    print(f"{'':>24} {'sentences/s':>24} {'times':>6} {'ms cpu each':>12} {'peak MiB':>9}")
    base = statistics.median(one["seconds"] for one in next(iter(found.values())))
    for label, each in found.items():
        _print(label, each, count, base)


def _print(label: str, each: list[Run], count: int, base: float) -> None:
    speeds = sorted(count / one["seconds"] for one in each)
    middle = statistics.median(speeds)
    spread = f"{middle:.0f} ({speeds[0]:.0f}–{speeds[-1]:.0f})"
    times = middle * base / count
    used = 1000 * statistics.median(one["cpu"] for one in each) / count
    peak = max(one["peak"] for one in each)
    print(f"{label:>24} {spread:>24} {times:>6.1f} {used:>12.1f} {peak:>9.0f}", flush=True)


def _plain(
    scratch: Path, size: int, target: str, settings: str, beam: int = DEFAULT_BEAM
) -> dict[str, Run]:
    inter, intra, batch = settings.split()
    ways = {f"XDG_{name}_HOME": str(scratch / "argos") for name in ("DATA", "CONFIG", "CACHE")}
    ways |= {"ARGOS_PACKAGES_DIR": str(scratch / "packages"), "ARGOS_BEAM_SIZE": str(beam)}
    ways |= {"ARGOS_INTER_THREADS": inter, "ARGOS_INTRA_THREADS": intra}
    return _contender(ways | {"ARGOS_BATCH_SIZE": batch}, "plain", scratch, size, target)


def _ours(scratch: Path, size: int, target: str) -> dict[str, Run]:
    shutil.rmtree(scratch / "home", ignore_errors=True)
    shutil.copytree(scratch / "packages", scratch / "home" / "packages")
    return _contender({}, "ours", scratch, size, target)


def _contender(
    ways: dict[str, str], name: str, scratch: Path, size: int, target: str
) -> dict[str, Run]:
    # Not -m: a process that is started there would import the contender again before it works.
    words = [sys.executable, "-c", "from benchmarks.contenders import main; main()"]
    words += [name, str(scratch), str(size), target]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, env=os.environ | ways)
    peaks: dict[int, float] = {}
    while process.poll() is None:
        for pid in _family(process.pid):
            # The last figure, not the largest: before a process becomes another it is its parent.
            peaks[pid] = _most(pid) or peaks.get(pid, 0)
        time.sleep(POLL)
    assert process.stdout
    assert process.returncode == 0, f"{name} failed"
    peak = max(mib for pid, mib in peaks.items() if name == "plain" or pid != process.pid)
    lines = [json.loads(line) for line in process.stdout.read().splitlines()]
    return {line["run"]: {**line, "peak": peak} for line in lines}


def _family(pid: int) -> Iterator[int]:
    """A process and all below it (Linux)."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = thread.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _most(pid: int) -> float:
    """The most memory (MiB) a process ever held (Linux)."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0)
