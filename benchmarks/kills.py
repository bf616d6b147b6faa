"""Is every release announced exactly once, whatever clock is killed when?

Two clocks share one home. In each trial releases come due together, one clock or both are killed
(SIGKILL) at a random moment around that instant and started again, and then the journal is read.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from newsroom.filing.refiling import Instructions
from newsroom.running.clock import Clock
from newsroom.settings import Settings, load_settings
from newsroom.tasks.due import ANNOUNCE
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import embargo_from
from press.releases.release import Filing, Reading
from press.text import Block, Kind
from storage import Storage

Process = subprocess.Popen[str]
ROOT = Path(__file__).parents[1]
LOG = "clocks.log"
# One language and no packages: nothing to translate, so that only announcing is at stake.
ENVIRONMENT = {"NEWSROOM_MODELS": "", "NEWSROOM_LANGUAGES": "en", "NEWSROOM_ZONE": "UTC"}
BATCH = 60
# Seconds from filing to the instant: before the clocks set an alarm for it, and after.
LEADS = (0.3, 1.3)
# Seconds around the instant in which a clock is killed.
EARLIEST, LATEST = -0.1, 0.25
PATIENCE = 30
HOURS_DOWN = 26
CLOCKS = 2


@dataclass
class Outcome:
    """What a trial showed.

    Args:
        seed: of its chances.
        kills: each with what had been announced at that moment.
        late_ms: how long after the instant the last release was announced.
        faults: what should not have been.
    """

    seed: int
    kills: list[str] = field(default_factory=list)
    late_ms: int = 0
    faults: list[str] = field(default_factory=list)


def run(trials: int, seed: int) -> None:
    """Run the trials and print what they showed."""
    with Bench() as bench:
        outcomes = [_told(bench.trial(seed + number)) for number in range(trials)]
        kept = bench.query("PRAGMA integrity_check")
        locked = (bench.settings.home / LOG).read_text().count("database is locked")
    moments = Counter(kill for outcome in outcomes for kill in outcome.kills)
    late = sorted(outcome.late_ms for outcome in outcomes)
    faulty = [outcome for outcome in outcomes if outcome.faults]
    print(f"{trials} trials of {BATCH} releases, seeds {seed} to {seed + trials - 1}")
    print("kills: " + ", ".join(f"{count} {moment}" for moment, count in moments.items()))
    print("one half comes due before the next tick of a clock could set an alarm")
    print(f"last announced after: median {late[len(late) // 2]} ms, worst {late[-1]} ms")
    print(f"trials with a fault: {len(faulty)}; database: {kept[0][0]}, locked: {locked}")
    print(f"down for {HOURS_DOWN} hours, then started: {after_hours_down()}")


def after_hours_down() -> str:
    """What the journal says of a release whose minute came while no clock ran."""
    with home() as settings:
        newsroom = open_newsroom(settings, datetime.now(UTC))
        due = datetime.now(UTC) - timedelta(hours=HOURS_DOWN)
        (number,) = _file(newsroom, ["While we slept"], due, due - timedelta(hours=1))
        clock = _start(settings)
        _until(lambda: _came_out(newsroom, number))
        _kill(clock)
        notes = _came_out(newsroom, number)
        newsroom.storage.close()
    return ", ".join(notes) or "it did not come out"


class Bench:
    """Two clocks on one home, started again whenever they were killed."""

    def __enter__(self) -> Self:
        self._home = home()
        self.settings = self._home.__enter__()
        self.newsroom = open_newsroom(self.settings, datetime.now(UTC))
        self.clocks = [_start(self.settings) for _ in range(CLOCKS)]
        return self

    def __exit__(self, *raised: object) -> None:
        for clock in self.clocks:
            _kill(clock)
        self.newsroom.storage.close()
        self._home.__exit__(None, None, None)

    def trial(self, seed: int) -> Outcome:
        """Let releases come due, kill, wait, and read the journal."""
        dice, outcome = random.Random(seed), Outcome(seed)
        for clock in self.clocks:
            _await(clock)
        words = [f"Trial {seed} release {n} {time.time_ns()}" for n in range(BATCH)]
        now = datetime.now(UTC)
        numbers = _file(self.newsroom, words, now + timedelta(days=1), now)
        instant = _ms() + int(dice.choice(LEADS) * 1000)
        bring_forward(self.newsroom.storage, numbers, instant)
        self._kill(dice, numbers, instant, outcome)
        _until(lambda: not self._open(numbers))
        self._judge(numbers, instant, outcome)
        return outcome

    def query(self, sql: str, values: Sequence[int] = ()) -> list[tuple[int, ...]]:
        """Read from the database."""
        with self.newsroom.storage.read() as db:
            return [tuple(row) for row in db.execute(sql, list(values))]

    def _kill(
        self, dice: random.Random, numbers: Sequence[int], instant: int, outcome: Outcome
    ) -> None:
        victims = dice.sample(range(CLOCKS), dice.choice((1, 1, CLOCKS)))
        moments = sorted(instant + dice.uniform(EARLIEST, LATEST) * 1000 for _ in victims)
        for victim, moment in zip(victims, moments, strict=True):
            self._watch(numbers, instant, moment, outcome)
            _kill(self.clocks[victim])
            outcome.kills.append(self._stage(numbers, instant))
            self.clocks[victim] = _start(self.settings)

    def _watch(self, numbers: Sequence[int], instant: int, until: float, outcome: Outcome) -> None:
        """Wait, and notice anything that is announced before its instant."""
        while _ms() < until:
            came_out = self._came_out(numbers)
            if came_out and _ms() < instant:
                outcome.faults.append(f"{len(came_out)} announced early")
            time.sleep(0.002)

    def _stage(self, numbers: Sequence[int], instant: int) -> str:
        if _ms() < instant:
            return "before the instant"
        return "after announcing" if self._came_out(numbers) else "between instant and announcing"

    def _came_out(self, numbers: Sequence[int]) -> list[tuple[int, ...]]:
        """Each announcement of these releases: number, when, and since when it is out."""
        return self.query(
            "SELECT release.id, journal.at, release.out_at FROM journal JOIN release"
            " ON release.id = journal.release_id WHERE verb = 'came out'"
            f" AND release.id BETWEEN {min(numbers)} AND {max(numbers)}"
        )

    def _open(self, numbers: Sequence[int]) -> list[tuple[int, ...]]:
        return self.query(
            "SELECT id FROM task WHERE kind = 'announce' AND finished_at IS NULL"
            " AND release_id BETWEEN ? AND ?",
            (min(numbers), max(numbers)),
        )

    def _judge(self, numbers: Sequence[int], instant: int, outcome: Outcome) -> None:
        came_out = self._came_out(numbers)
        times = Counter(number for number, _, _ in came_out)
        wrong = {number: times[number] for number in numbers if times[number] != 1}
        early = [n for n, at, out_at in came_out if at < instant or out_at < instant]
        undone = self.query(
            "SELECT id FROM task WHERE kind = 'announce' AND (failed_at IS NOT NULL"
            " OR finished_at < due_at OR note NOT LIKE 'after %') AND release_id BETWEEN ? AND ?",
            (min(numbers), max(numbers)),
        )
        outcome.late_ms = max((at - instant for _, at, _ in came_out), default=0)
        for what, found in (
            *(("not announced once", wrong), ("announced early", early)),
            *(("tasks not done", undone), ("tasks left", self._open(numbers))),
        ):
            if found:
                outcome.faults.append(f"{what}: {found}")


def bring_forward(storage: Storage, numbers: Sequence[int], instant: int) -> None:
    """Make releases due at once: whole minutes are the officers' rule, not the database's.

    Only so can hundreds of trials be run without waiting for hundreds of minutes.

    Args:
        storage: of the newsroom.
        numbers: of the releases.
        instant: when they are due, milliseconds.
    """
    within = f"({', '.join(map(str, numbers))})"
    with storage.write() as db:
        db.execute(f"UPDATE release SET publish_at = ? WHERE id IN {within}", (instant,))
        db.execute(f"UPDATE listing SET publish_at = ? WHERE release_id IN {within}", (instant,))
        db.execute(
            f"UPDATE task SET due_at = ? WHERE kind = ? AND release_id IN {within}",
            (instant, ANNOUNCE),
        )


@contextmanager
def home() -> Iterator[Settings]:
    """The settings of a newsroom that is thrown away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-kills-"))
    try:
        yield load_settings(ENVIRONMENT, folder)
    finally:
        shutil.rmtree(folder)


def _file(newsroom: Newsroom, headlines: Sequence[str], due: datetime, now: datetime) -> list[int]:
    filings = tuple(
        Filing((Block(Kind.HEADLINE, headline),), embargo=embargo_from(due, "UTC"))
        for headline in headlines
    )
    filed = newsroom.releases.file(
        Reading(filings), Instructions("bench", publish=True, new_topics=True, beside=True), now
    )
    return [one.release.id for one in filed]


def _start(settings: Settings) -> Process:
    """A clock in a process of its own, which says when it is about to run."""
    words = [sys.executable, "-m", "benchmarks.kills", str(settings.home)]
    with (settings.home / LOG).open("a") as log:
        return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)


def _await(clock: Process) -> None:
    """Wait until a clock runs; asked again of one that does, it answers at once."""
    if clock.stdout and not clock.stdout.closed:
        assert clock.stdout.readline() == "ready\n", "a clock did not start"
        clock.stdout.close()


def _kill(clock: Process) -> None:
    clock.kill()
    clock.wait()
    if clock.stdout:
        clock.stdout.close()


def _be_a_clock(home: Path) -> None:
    """Run the newsroom's clock as `newsroom work` does."""
    newsroom = open_newsroom(load_settings(ENVIRONMENT, home), datetime.now(UTC))
    clock = Clock(newsroom, os.getppid())
    print("ready", flush=True)
    clock.run()


def _came_out(newsroom: Newsroom, number: int) -> list[str]:
    lines = newsroom.releases.get(number)[1]
    return [f"{line.verb} {line.note}" for line in lines if line.verb == "came out"]


def _until(done: Callable[[], object]) -> None:
    """Wait until something is so, or for long enough to see that it will not be."""
    deadline = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < deadline:
        time.sleep(0.01)


def _told(outcome: Outcome) -> Outcome:
    for fault in outcome.faults:
        print(f"seed {outcome.seed}: {fault}", flush=True)
    return outcome


def _ms() -> int:
    return time.time_ns() // 1_000_000


if __name__ == "__main__":
    _be_a_clock(Path(sys.argv[1]))
