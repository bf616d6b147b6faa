"""The demonstration: our samples filed, one of them embargoed, and its minute watched."""

import http.client
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import feeds
from feeds.validate import faults
from newsroom import samples
from newsroom.filing.refiling import Instructions
from newsroom.proofs.probes import PROVED, PROVING
from newsroom.proofs.surfaces import Surface, showing
from newsroom.running.results import FeedResult
from newsroom.running.supervisor import same_program
from newsroom.settings import FILE, PAGES, PREFIX, load_settings
from newsroom.translation.packages import engine_name, package_folders
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import MINUTE, embargo_from, next_minute
from press.errors import Refusal
from press.languages import Languages
from press.releases.readiness import Starter
from press.releases.release import Release
from press.telling.wishes import Wishes
from press.topic import ALL
from storage import journal
from storage.journal import JournalLine

HOST = "127.0.0.1"
POLL_SECONDS = 0.05
# Every surface has to carry the release within this time after its minute.
ALLOWED = timedelta(seconds=1)
WHO = "demonstration"
READER = "reader@example.org"
# A mail that has not come by then will not.
MAIL_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class SurfaceAnswer:
    """What a surface answered.

    Args:
        status: HTTP status.
        body: the document.
        at: when it had arrived, UTC.
    """

    status: int
    body: bytes
    at: datetime


def _furnish(home: Path, own: Mapping[str, str], languages: Languages) -> None:
    """Say in a home whose newsroom it is, for whatever is typed there later on, too."""
    spoken = [f"{c}={words}" for c, words in samples.TAGLINES.items() if c in languages.codes]
    said = {"TAGLINE": " | ".join(spoken), "PRESS_CONTACT": samples.PRESS_CONTACT, **own}
    lines = [f"{name} = '{value}'\n" for name, value in said.items()]
    (home / FILE).write_text("".join(lines), encoding="utf-8")
    (home / PAGES).mkdir(mode=0o700)
    for page in samples.standing(languages):
        shutil.copy(page, home / PAGES)


class Demonstration:
    """A newsroom of samples, made anew in a folder of its own.

    Args:
        environment: variables for the server's processes.
        home: the folder; what an earlier demonstration left there is removed.
        port: to serve on.
    """

    def __init__(self, environment: MutableMapping[str, str], home: Path, port: int) -> None:
        if home.exists():
            shutil.rmtree(home)
        self.port = port
        own = {
            "BASE_URL": f"http://{HOST}:{port}",
            "TITLE": "Velmora Foreign Ministry (samples)",
            "STARTER": Starter.ON.value,
            "MAIL_SMTP": "",  # whoever runs it has a mail server or not: nothing leaves the machine
        }
        home.mkdir(mode=0o700, parents=True)
        others = {n: v for n, v in environment.items() if n.removeprefix(PREFIX) not in own}
        self.environment = others | {f"{PREFIX}HOME": str(home)}
        _furnish(home, own, load_settings(self.environment, home).site.languages)
        settings = load_settings(self.environment, home)
        self.newsroom: Newsroom = open_newsroom(settings, datetime.now(UTC))
        self.release: Release = self._file()

    def _file(self) -> Release:
        """File the samples; the last is embargoed to the next whole minute but one."""
        now, newsroom, site = datetime.now(UTC), self.newsroom, self.newsroom.settings.site
        for topic in samples.topics():
            newsroom.topics.declare(topic, WHO, now)
        newsroom.glossary.keep(samples.glossary(site.languages), WHO, now)
        for sample in samples.every(site):
            self._release(sample, Instructions(WHO, topics=sample.topics, publish=True), now)
        _, *others = site.languages.codes
        newsroom.roster.add(READER, Wishes((ALL,), tuple(others)), WHO, now)
        embargo = embargo_from(next_minute(now) + MINUTE, site.zone)
        last = samples.read(samples.EMBARGOED, site)
        return self._release(last, Instructions(WHO, embargo=embargo), now)

    def _release(
        self, sample: samples.Sample, instructions: Instructions, now: datetime
    ) -> Release:
        """File a sample, and what goes with it."""
        release = self.newsroom.releases.file(sample.reading, instructions, now)[0].release
        if picture := sample.picture:
            others = {c: w for c, w in picture.words.items() if c != release.source}
            words = picture.words[release.source]
            attach = self.newsroom.attachments.attach
            attach(release.id, picture.path, WHO, now, words, others)
        return release

    def engines(self) -> list[str]:
        """What is asked for each language that the samples are filled in; "" for nothing."""
        settings = self.newsroom.settings
        first, *others = settings.site.languages.codes
        folders = package_folders(settings)
        return [engine_name(first, code, folders) for code in others]

    @property
    def minute(self) -> datetime:
        """When the embargo ends, UTC."""
        assert self.release.embargo is not None  # it was filed with one  # noqa: S101
        return self.release.embargo.instant

    @contextmanager
    def serving(self) -> Iterator[subprocess.Popen[bytes]]:
        """A server that is ready, and is ended whatever happens, even while it starts.

        Raises:
            Refusal: it ended, or was not ready within half a minute.
        """
        self.newsroom.storage.close()
        words = [sys.executable, "-P", "-m", "newsroom", "serve"]
        # In a session of its own, so that Ctrl-C or a closed terminal reaches us first.
        server = subprocess.Popen(
            [*words, "--host", HOST, "--port", str(self.port)],
            env=same_program(self.environment),
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            self._await(server)
            yield server
        finally:
            server.terminate()
            server.wait()

    def _await(self, server: subprocess.Popen[bytes]) -> None:
        for _ in range(300):
            time.sleep(0.1)
            if server.poll() is not None:
                raise Refusal("the server ended before it was ready")
            if self._is_ready():
                return
        raise Refusal("the server was not ready within 30 seconds")

    def surfaces(self) -> list[Surface]:
        """Every address on which the release must not be before its minute, and must be after."""
        return showing(self.newsroom.settings.site.languages.codes, self.release)

    def shows(self, answer: SurfaceAnswer) -> bool:
        """Whether an answer gives any trace of the release."""
        return answer.status == http.client.OK and self.release.slug.encode() in answer.body

    def get(self, surface: Surface) -> SurfaceAnswer:
        """Ask for an address as anybody would."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=10)
        try:
            connection.request("GET", surface.path)
            response = connection.getresponse()
            return SurfaceAnswer(response.status, response.read(), datetime.now(UTC))
        finally:
            connection.close()

    def watch(self, seen: Callable[[Surface, timedelta], None]) -> dict[Surface, timedelta]:
        """Ask every surface until each has shown the release.

        Args:
            seen: told when a surface first showed it, as time after its minute.

        Returns:
            that time for every surface that did; the others never did in time.
        """
        with self._known_as_our_own():
            return self._watch(seen)

    @contextmanager
    def _known_as_our_own(self) -> Iterator[None]:
        """Note in the journal that we ask for the release, as a proof does.

        We ask for an address that nobody else can know: the alarm for probes reads this.
        """
        self._journal(PROVING)
        try:
            yield
        finally:
            self._journal(PROVED)

    def _journal(self, verb: str) -> None:
        storage, now = self.newsroom.storage, datetime.now(UTC)
        with storage.write() as db:
            journal.add(db, JournalLine(now, WHO, verb, self.release.id, f"at {HOST}:{self.port}"))
        storage.close()

    def _watch(self, seen: Callable[[Surface, timedelta], None]) -> dict[Surface, timedelta]:
        surfaces = list(self.surfaces())
        first: dict[Surface, timedelta] = {}
        give_up = self.minute + 5 * ALLOWED
        with ThreadPoolExecutor(4) as pool:
            while len(first) < len(surfaces) and datetime.now(UTC) < give_up:
                missing = [s for s in surfaces if s not in first]
                for surface, answer in zip(missing, pool.map(self.get, missing), strict=True):
                    if self.shows(answer):
                        first[surface] = answer.at - self.minute
                        seen(surface, first[surface])
                time.sleep(self._pause())
        return first

    def mail(self) -> tuple[Path, timedelta] | None:
        """The mail that tells our reader of the release, and how long after its minute it came.

        Returns:
            its file; None if none came.
        """
        give_up = time.monotonic() + MAIL_SECONDS
        while time.monotonic() < give_up:
            if found := next(self.newsroom.settings.mailbox.glob("*.eml"), None):
                came = datetime.fromtimestamp(found.stat().st_mtime, UTC)
                return found, came - self.minute
            time.sleep(POLL_SECONDS)
        return None

    def judge(self, first: dict[Surface, timedelta]) -> str | None:
        """Why the demonstration failed, or None if the embargo held on every surface."""
        for surface in self.surfaces():
            after = first.get(surface)
            if after is None:
                return f"{surface.path} never showed the release"
            if after < timedelta(0):
                return f"{surface.path} showed the release {-after} before its minute"
            if after > ALLOWED:
                return f"{surface.path} showed the release only {after} after its minute"
        return None

    def feeds(self) -> list[FeedResult]:
        """Every feed as it is served now."""
        rows = []
        slugs = (ALL, *(topic.slug for topic in samples.topics()))
        codes = self.newsroom.settings.site.languages.codes
        for code, topic, extension in product(codes, slugs, feeds.FORMATS):
            surface = Surface(code, topic, extension, f"/{code}/{topic}.{extension}")
            body = self.get(surface).body
            count = body.count({"atom": b"<entry", "rss": b"<item", "json": b'"id"'}[extension])
            rows.append(FeedResult(surface, count, faults(extension, body), len(body)))
        return rows

    def _pause(self) -> float:
        """Seconds until the next round: short near the minute, long before."""
        return POLL_SECONDS if self.minute - datetime.now(UTC) < timedelta(seconds=3) else 1

    def _is_ready(self) -> bool:
        try:
            return self.get(Surface("*", "", "ready", "/readyz")).status == http.client.OK
        except OSError:
            return False
