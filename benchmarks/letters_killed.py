"""Does everybody get their letter, whatever is killed while letters leave?

Two clocks send for one home. A release comes out that everybody follows; again and again one of the
clocks, or both, are killed (SIGKILL) at a random moment and started again. A mail server of
aiosmtpd in a process of its own writes down what arrived when, and for whom.
"""

import random
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from benchmarks.kills import home
from benchmarks.load import free_port
from benchmarks.server import HOST
from benchmarks.telling import ENVIRONMENT, ROOT, announce, follow
from newsroom.settings import FILE, load_settings
from newsroom.wiring import Newsroom, open_newsroom

CLOCKS = 2
KILLS = 10
PATIENCE = 180.0
EARLIEST = 0.3  # seconds before the minute in which the first is killed
Process = subprocess.Popen[str]


@dataclass
class Survey:
    """What arrived.

    Args:
        followers: how many there are.
        kills: how many processes were killed.
        first: seconds from the minute to the first letter.
        letters: names of those that each address got, in order.
        faults: what should not have been.
    """

    followers: int
    kills: int = 0
    first: float = 0.0
    letters: dict[str, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def repeated(self) -> int:
        """How many letters came again, under the name they had."""
        return sum(len(names) - 1 for names in self.letters.values())


def show(each: int, seed: int) -> None:
    """Print what arrived of letters to so many in each of four languages."""
    run(each, KILLS, seed)


def run(each: int, kills: int, seed: int) -> Survey:
    """Send to so many in each of four languages while clocks are killed; print what arrived."""
    with home() as settings:
        settings.home.mkdir(mode=0o700, exist_ok=True)
        log, port = settings.home / "arrived.log", free_port()
        server = _start("server", str(port), str(log))
        (settings.home / FILE).write_text(f"MAIL_SMTP = 'smtp://{HOST}:{port}'\n")
        (settings.home / FILE).chmod(0o600)
        newsroom = open_newsroom(load_settings(ENVIRONMENT, settings.home), datetime.now(UTC))
        follow(newsroom, each)
        clocks = [_clock(settings.home) for _ in range(CLOCKS)]
        for clock in clocks:
            _await(clock)
        instant = announce(newsroom, seed)
        time.sleep(max(0.0, instant - EARLIEST - time.time()))
        killed = _kill_now_and_then(newsroom, clocks, random.Random(seed), kills, settings.home)
        is_done = _wait(newsroom)
        for process in (*clocks, server):
            _end(process)
        newsroom.storage.close()
        survey = _judged(log, 4 * each, instant)
    survey.kills = killed
    if not is_done:
        survey.faults.append("letters are still owed")
    print(
        f"{survey.followers} followers, {survey.kills} kills, seed {seed}: first letter"
        f" {survey.first * 1000:.0f} ms after the minute, {survey.repeated} letters twice under the"
        f" name they had; faults: {', '.join(survey.faults) or 'none'}",
        flush=True,
    )
    return survey


def _kill_now_and_then(
    newsroom: Newsroom, clocks: list[Process], dice: random.Random, kills: int, folder: Path
) -> int:
    """Kill clocks that run at random moments, as long as anything is owed."""
    done = 0
    while done < kills and _owed(newsroom):
        victims = dice.sample(range(CLOCKS), dice.choice((1, 1, CLOCKS)))
        for victim in victims:
            _await(clocks[victim])
        time.sleep(dice.uniform(0.0, 0.6))
        for victim in victims:
            _end(clocks[victim])
            clocks[victim] = _clock(folder)
        done += len(victims)
    return done


def _owed(newsroom: Newsroom) -> int:
    """How much is owed to somebody, and how many releases will be announced yet."""
    query = (
        "SELECT (SELECT COUNT(*) FROM notice WHERE ended_at IS NULL)"
        " + (SELECT COUNT(*) FROM task WHERE kind = 'announce' AND finished_at IS NULL)"
    )
    with newsroom.storage.read() as db:
        return int(db.execute(query).fetchone()[0])


def _wait(newsroom: Newsroom) -> bool:
    """Wait until nothing is owed; False if that takes too long."""
    deadline = time.monotonic() + PATIENCE
    while _owed(newsroom):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True


def _judged(log: Path, followers: int, instant: float) -> Survey:
    survey, arrived = Survey(followers), defaultdict[str, list[str]](list)
    lines = [line.split() for line in log.read_text().splitlines()]
    for _, address, name in lines:
        arrived[address].append(name)
    survey.letters = dict(arrived)
    survey.first = min((float(at) for at, _, _ in lines), default=0.0) - instant
    others = [address for address, names in arrived.items() if len(set(names)) > 1]
    for what, found in (
        *(("got nothing", followers - len(arrived)), ("got letters of two names", len(others))),
        ("letters before the minute", sum(float(at) < instant for at, _, _ in lines)),
    ):
        if found:
            survey.faults.append(f"{what}: {found}")
    return survey


def _start(*words: str) -> Process:
    server = _process("benchmarks.letters_killed", *words)
    _await(server)
    return server


def _clock(folder: Path) -> Process:
    return _process("benchmarks.telling", "clock", str(folder))


def _process(*words: str) -> Process:
    words = (sys.executable, "-W", "ignore", "-m", *words)
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _await(process: Process) -> None:
    """Wait until a process runs; asked again of one that does, it answers at once."""
    if process.stdout and not process.stdout.closed:
        assert process.stdout.readline() == "ready\n", "it did not start"
        process.stdout.close()


def _end(process: Process) -> None:
    process.kill()
    process.wait()
    if process.stdout:
        process.stdout.close()


class _Recorder:
    """Writes down what arrives: when, for whom, its name. Nothing of it is lost by a kill."""

    def __init__(self, log: Path) -> None:
        self.log = log.open("a")

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Take a letter (called by aiosmtpd)."""
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        name = message_from_bytes(content)["Message-ID"]
        self.log.write(f"{time.time():.3f} {envelope.rcpt_tos[0]} {name}\n")
        self.log.flush()
        return "250 OK"


def _be_a_server(words: Sequence[str]) -> None:
    controller = Controller(_Recorder(Path(words[1])), hostname=HOST, port=int(words[0]))
    controller.start()
    print("ready", flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    _be_a_server(sys.argv[2:])
