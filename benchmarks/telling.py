"""How fast do letters leave, beside a loop that does nothing but send ready bytes?

A mail server of aiosmtpd in a process of its own takes them, and says when each had arrived. In
another, a release is announced that followers in four languages wait for, and the lane of mail is
woken, as the clock does it. The loop sends the very bytes that the server had then, over one
connection, right afterwards.
"""

import json
import smtplib
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from benchmarks.kills import bring_forward, home
from benchmarks.load import free_port
from benchmarks.office import file, filing
from benchmarks.server import HOST
from newsroom.settings import FILE, load_settings
from newsroom.telling.link_tokens import LinkTokens
from newsroom.telling.teller import Teller
from newsroom.wiring import Newsroom, open_newsroom
from press.telling.wishes import Wishes
from storage.telling import subscribers

ENVIRONMENT = {"NEWSROOM_MODELS": "", "NEWSROOM_ZONE": "UTC"}
ROOT = Path(__file__).parents[1]
TOPIC = "news"
AHEAD = 2.0  # seconds from bringing a release forward to its instant
SENDER = "newsroom@localhost"
Process = subprocess.Popen[str]


@dataclass
class Arrived:
    """What the mail server had.

    Args:
        count: letters.
        first: when the first had arrived, seconds since the epoch.
        last: when the last had.
        letters: one in each language, as text.
    """

    count: int = 0
    first: float = 0.0
    last: float = 0.0
    letters: dict[str, str] = field(default_factory=dict)

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Take a letter (called by aiosmtpd)."""
        self.last = time.time()
        self.first = self.first or self.last
        self.count += 1
        if len(self.letters) < 50:
            content = envelope.content if isinstance(envelope.content, bytes) else b""
            language = content.partition(b"Content-Language: ")[2][:2].decode()
            self.letters.setdefault(language, content.decode("ascii"))
        return "250 OK"


def run(followers: int, rounds: int) -> None:
    """Send to so many followers in each language, and print how fast, beside the bare loop."""
    print(f"telling: {followers} followers in each of four languages, {rounds} rounds")
    with home() as settings, _process("server") as server:
        port = _line(server)
        settings.home.mkdir(mode=0o700, exist_ok=True)
        (settings.home / FILE).write_text(f"MAIL_SMTP = 'smtp://{HOST}:{port}'\n")
        (settings.home / FILE).chmod(0o600)
        newsroom = open_newsroom(load_settings(ENVIRONMENT, settings.home), datetime.now(UTC))
        follow(newsroom, followers)
        with _process("clock", str(settings.home)) as clock:
            _line(clock)
            ratios = [_round(newsroom, server, int(port), number) for number in range(rounds)]
        newsroom.storage.close()
    print(
        f"ratio to the bare loop: median {statistics.median(ratios):.2f}, least {min(ratios):.2f}"
    )


def _round(newsroom: Newsroom, server: Process, port: int, number: int) -> float:
    """A release comes out; then the loop sends as many letters as its followers had, twice."""
    instant = announce(newsroom, number)
    ours = _wait(server, newsroom, instant)
    letters = [text.encode() for text in ours.letters.values()]
    bare = statistics.mean(_bare(server, port, letters, ours.count) for _ in range(2))
    rate = ours.count / (ours.last - instant)
    size = statistics.mean(map(len, letters)) / 1000
    print(
        f"  {ours.count} letters of {size:.1f} kB in {len(letters)} languages:"
        f" ours {rate:.0f}/s from the minute to the last, first after"
        f" {1000 * (ours.first - instant):.0f} ms; bare loop {bare:.0f}/s;"
        f" ratio {rate / bare:.2f}",
        flush=True,
    )
    return rate / bare


def follow(newsroom: Newsroom, each: int) -> None:
    """Have so many people follow in each language."""
    now, tokens = datetime.now(UTC), LinkTokens(newsroom.storage)
    with newsroom.storage.write() as db:
        for code in newsroom.settings.site.languages.codes:
            for number in range(each):
                address, wishes = f"{code}{number}@reader.example", Wishes((TOPIC,), (code,))
                found = subscribers.ask(
                    *(db, address, tokens.hash_of(address), f"{number}", wishes, now)
                )
                subscribers.follow(db, found.id, wishes, now)


def announce(newsroom: Newsroom, number: int) -> float:
    """File a release in four languages that comes out in a moment; when, seconds since 1970."""
    one = filing(number, (TOPIC,), datetime.now(UTC) + timedelta(days=1))
    file(newsroom, (one,))
    instant = round((time.time() + AHEAD) * 1000)
    with newsroom.storage.read() as db:
        (last,) = db.execute("SELECT MAX(id) FROM release").fetchone()
    bring_forward(newsroom.storage, [last], instant)
    return instant / 1000


def _wait(server: Process, newsroom: Newsroom, instant: float) -> Arrived:
    """What had arrived once nothing is owed any more."""
    time.sleep(max(0.0, instant + 1 - time.time()))
    while True:
        with newsroom.storage.read() as db:
            row = db.execute("SELECT COUNT(*) FROM notice WHERE ended_at IS NULL").fetchone()
        if not row[0]:
            return _report(server)
        time.sleep(0.2)


def _bare(server: Process, port: int, letters: list[bytes], count: int) -> float:
    """How many letters a second the loop sends."""
    begun = time.time()
    with smtplib.SMTP(HOST, port, "localhost") as connection:
        for number in range(count):
            to = f"reader{number}@reader.example"
            connection.sendmail(SENDER, [to], letters[number % len(letters)])
    arrived = _report(server)
    assert arrived.count == count, arrived.count
    return count / (arrived.last - begun)


def _report(server: Process) -> Arrived:
    assert server.stdin is not None
    server.stdin.write("report\n")
    server.stdin.flush()
    return Arrived(**json.loads(_line(server)))


@contextmanager
def _process(*words: str) -> Iterator[Process]:
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.telling", *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate()


def _line(process: Process) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _be_a_server() -> None:
    arrived = Arrived()
    controller = Controller(arrived, hostname=HOST, port=free_port())
    controller.start()
    print(controller.port, flush=True)
    for _ in sys.stdin:
        print(json.dumps(vars(arrived)), flush=True)
        arrived.__init__()  # type: ignore[misc]
    controller.stop()


def _be_a_clock(folder: Path) -> None:
    """Announce and tell as the clock does, until told to stop; nothing is translated here."""
    newsroom = open_newsroom(load_settings(ENVIRONMENT, folder), datetime.now(UTC))
    teller = Teller(newsroom.lanes)
    teller.start()
    print("ready", flush=True)
    while True:
        due = newsroom.work.next_due() or datetime.max.replace(tzinfo=UTC)
        time.sleep(max(0.0, min(0.2, (due - datetime.now(UTC)).total_seconds())))
        if newsroom.work.do_due(lambda: datetime.now(UTC)):
            teller.wake()


if __name__ == "__main__":
    _be_a_clock(Path(sys.argv[2])) if sys.argv[1] == "clock" else _be_a_server()
