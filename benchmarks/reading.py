"""Does intake bear whatever it is sent: spoilt files by the thousand, and large ones?

Every file is read in a process that does nothing else, whose memory is looked at in the end.
"""

import multiprocessing
import resource
import time
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection

import intake.reading  # what it takes to load the readers is no file's fault
from benchmarks.mutants import Sort, large, mutants, sorts
from press.errors import Refusal

AT_ONCE = 500  # spoilt files a process reads
MOST_SECONDS, MOST_MB = 2.0, 300


@dataclass(frozen=True, slots=True)
class Borne:
    """What became of some files.

    Args:
        read: how many were.
        slowest: seconds of the processor, as the machine may be busy.
        megabytes: that were needed beside what the process had.
        crashes: what else than a refusal came of them.
    """

    read: int
    slowest: float
    megabytes: float
    crashes: list[str]

    @property
    def is_bad(self) -> bool:
        """Whether that is more than anybody should bear."""
        return bool(self.crashes) or self.slowest > MOST_SECONDS or self.megabytes > MOST_MB


def run(files: int, seed: int) -> None:
    """Read so many spoilt files of every format, and large ones; print what became of them."""
    print(f"{files} spoilt files a format, seed {seed}, and files of 1 MB")
    failed = 0
    for name, sort in sorts().items():
        failed += _spoilt(name, sort, files, seed) + _large(sort)
    print("no crash, none too slow or too large" if not failed else f"{failed} faults")


def _spoilt(name: str, sort: Sort, files: int, seed: int) -> int:
    found = [
        _apart(sort.ending, list(islice(mutants(sort, seed + first), min(AT_ONCE, files - first))))
        for first in range(0, files, AT_ONCE)
    ]
    read, crashes = sum(one.read for one in found), [c for one in found for c in one.crashes]
    print(
        f"{name:14} {read:6} read, {files - read:6} refused; slowest"
        f" {max(one.slowest for one in found):5.2f} s,"
        f" {max(one.megabytes for one in found):4.0f} MB; {len(crashes)} crashes"
    )
    for crash in sorted(set(crashes))[:10]:
        print(f"    {crash}")
    return sum(one.is_bad for one in found)


def _large(sort: Sort) -> int:
    faults, slowest = 0, 0.0
    for said, data in large(sort):
        one = _apart(sort.ending, [data])
        slowest = max(slowest, one.slowest)
        faults += one.is_bad
        if one.is_bad:
            print(
                f"    1 MB of {said[:60]}: {one.slowest:.1f} s, {one.megabytes:.0f} MB",
                *one.crashes,
            )
    print(f"{'':14} of 1 MB the slowest took {slowest:.2f} s")
    return faults


def _apart(ending: str, files: list[bytes]) -> Borne:
    """What became of some files, read in a process of their own."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_answer, args=(ending, files, theirs))
    process.start()
    found: Borne = ours.recv()
    process.join()
    return found


def _answer(ending: str, files: list[bytes], answer: Connection) -> None:
    answer.send(bear(ending, files))


def bear(ending: str, files: Iterable[bytes]) -> Borne:
    """Read files, whatever is in them.

    Args:
        ending: of their names.
        files: their content.
    """
    before, read, slowest, crashes = _resident(), 0, 0.0, list[str]()
    for data in files:
        began = time.process_time()
        try:
            intake.read(f"file{ending}", data, zone="Europe/Brussels", language="en")
            read += 1
        except Refusal:
            pass
        except Exception as error:  # that is what is looked for
            where = traceback.extract_tb(error.__traceback__)[-1]
            said = f"{type(error).__name__}: {error!s:.80}"
            crashes.append(f"{said} ({where.filename}:{where.lineno})")
        slowest = max(slowest, time.process_time() - began)
    return Borne(read, slowest, _resident() - before, crashes)


def _resident() -> float:
    """The most memory that this process ever had, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
