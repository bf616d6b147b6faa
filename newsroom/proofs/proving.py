"""Proof that an embargo holds: what our own public surfaces answered, and when, signed."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from newsroom.proofs.asking import Asker, Unreachable, ms
from newsroom.proofs.proof import Case, Proof, case_of
from newsroom.proofs.questions import Questions
from newsroom.proofs.seal import canonical, sign, signing_key
from newsroom.proofs.surfaces import everything, showing
from newsroom.proofs.traces import traces_of
from newsroom.proofs.watching import Watch
from newsroom.settings import Settings
from press.errors import NotAllowedNow, Refusal
from press.public.site import Fallback
from press.releases.release import Release, State
from storage import Storage, journal, proofs
from storage.filed import releases
from storage.journal import JournalLine
from storage.proofs import KeptProof

log = logging.getLogger("newsroom.proving")

KIND = "newsroom proof 1"
ASKED_FOR = "asked for"
PROVING, PROVED = "is proving", "proved"
# A server that hardly answers is asked no longer than this.
PATIENCE = timedelta(minutes=4)


class Stopped(Refusal):
    """There was no time to make a proof whole."""


class Prover:
    """Makes proofs.

    Args:
        storage: where everything is kept.
        settings: of the newsroom; its home holds the key.
        clock: tells the time, UTC.
        address: of the server to ask, where that is not the one the public is given.
    """

    def __init__(
        self,
        storage: Storage,
        settings: Settings,
        clock: Callable[[], datetime],
        address: str = "",
    ) -> None:
        self.storage = storage
        self.settings = settings
        self.clock = clock
        self.asker = Asker(settings.site.base_url, address, clock)
        self.address = address
        self.stopping = threading.Event()

    def prove(self, release_id: int, which: str = ASKED_FOR) -> Proof:
        """Ask every public surface about a release, and keep the signed answer.

        Args:
            release_id: its number.
            which: names the occasion: `T-5`, `T`, `asked for`.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is withdrawn, or was moved while it was asked about.
            Stopped: `stopping` was set.
            Unreachable: no server answers.
            HomeRefused: the key cannot be used.
        """
        started = self.clock()
        with self.storage.read() as db:
            case = case_of(db, release_id, started)
        state = case.release.state(started)
        if state is State.WITHDRAWN:
            raise NotAllowedNow(f"release {release_id} is withdrawn; there is nothing to prove")
        if error := self.asker.ask("/robots.txt").error:
            where = self.address or self.settings.site.base_url
            raise Unreachable(f"the newsroom does not answer at {where}: {error}")
        # Our questions miss addresses that nobody else can know: the alarm for probes reads this.
        self._journal(release_id, started, PROVING, f"{which}, at {self.asker.server.netloc}")
        look = self._after if state is State.OUT else self._before
        found = look(case, started)
        self._check_still(case.release)
        return self._keep(case.release, self._framed(case.release, which, started) | found)

    def proofs(self, release_id: int) -> list[KeptProof]:
        """What was proved of a release, oldest first.

        Raises:
            UnknownRelease: there is none of that number.
        """
        with self.storage.read() as db:
            releases.get(db, release_id)
            return proofs.of_release(db, release_id)

    def _before(self, case: Case, started: datetime) -> dict[str, Any]:
        """No surface may give any trace of it."""
        looked_for = traces_of(case.release, case.near, case.common)
        telling = [trace for trace in looked_for if trace.is_telling]
        until = self._until(case.release, started)
        questions = Questions(self.asker, telling, lambda: self._is_over(until))
        codes = self.settings.site.languages.codes
        found = questions.ask_all(everything(codes, case.release, case.near))
        return {
            "phase": "before",
            "looked_for": [str(trace) for trace in telling],
            "too_short_to_tell": [str(t) for t in looked_for if not t.is_telling],
            "surfaces": found.surfaces,
            "answers": found.answers,
            "faults": found.faults,
            "unanswered": found.unanswered,
            "complete": not found.unanswered,
            "holds": not found.traces,
            "verdict": _verdict(found.traces, len(found.unanswered), found.surfaces),
        }

    def _after(self, case: Case, started: datetime) -> dict[str, Any]:
        """Every surface has to show it; the first moment is noted where it was watched."""
        site, release = self.settings.site, case.release
        ready = release.texts.keys() - release.waiting
        falls_back = site.fallback is Fallback.ORIGINAL
        codes = [code for code in site.languages.codes if falls_back or code in ready]
        watch = Watch(self.asker, release, self.stopping)
        return watch.record(showing(codes, release), started, [kept.record for kept in case.kept])

    def _check_still(self, before: Release) -> None:
        """What an officer changed meanwhile is no leak, and half a look is no proof."""
        if self.stopping.is_set():
            raise Stopped("the proof was given up, because the clock stops")
        with self.storage.read() as db:
            after = releases.get(db, before.id)
        fields = ("embargo", "held", "withdrawn_at", "topics")
        if any(getattr(before, name) != getattr(after, name) for name in fields):
            raise NotAllowedNow(
                f"release {before.id} was moved while it was asked about; ask again"
            )

    def _journal(self, release_id: int, now: datetime, verb: str, note: str) -> None:
        with self.storage.write() as db:
            journal.add(db, JournalLine(now, "newsroom", verb, release_id, note))

    def _until(self, release: Release, started: datetime) -> datetime:
        """Until when an answer counts as one from before."""
        embargo = release.embargo
        if embargo is None or embargo.instant <= started:
            return started + PATIENCE
        return min(embargo.instant, started + PATIENCE)

    def _is_over(self, until: datetime) -> bool:
        return self.stopping.is_set() or self.clock() >= until

    def _framed(self, release: Release, which: str, started: datetime) -> dict[str, Any]:
        minute = release.embargo and ms(release.embargo.instant)
        names = {"id": release.id, "tag": release.tag, "slug": release.slug}
        return {
            "kind": KIND,
            "occasion": which,
            "release": names | {"headline": release.original.headline, "embargo": minute},
            "base_url": self.settings.site.base_url,
            "asked_at": self.address or self.settings.site.base_url,
            "started": ms(started),
        }

    def _keep(self, release: Release, record: dict[str, Any]) -> Proof:
        signed = sign(record | {"ended": ms(self.clock())}, signing_key(self.settings.home))
        verdict, alarm = signed["verdict"], "" if signed["holds"] else "ALARM: "
        with self.storage.write() as db:
            now = self.clock()
            number = proofs.add(db, release.id, canonical(signed), now)
            note = f"{alarm}{record['occasion']}: {verdict} (proof {number})"
            journal.add(db, JournalLine(now, "newsroom", PROVED, release.id, note[:1000]))
        if alarm:
            log.error("release %s: %s", release.id, verdict)
        return Proof(number, signed)


def _verdict(traces: list[str], unanswered: int, surfaces: int) -> str:
    if traces:
        more = f" and {len(traces) - 1} more" if len(traces) > 1 else ""
        return f"TRACE FOUND at {traces[0]}{more}"
    missing = f"; incomplete: {unanswered} questions without an answer" if unanswered else ""
    return f"no trace on {surfaces} surfaces{missing}"
