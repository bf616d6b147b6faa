"""The questions of a proof: every surface by GET, HEAD and conditionally, and what came of it."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from newsroom.proofs.asking import Asker, Reply
from newsroom.proofs.surfaces import Surface, further
from newsroom.proofs.traces import Trace, found_in

# Few enough to leave the readers their server.
AT_ONCE = 4
OK, NOT_MODIFIED, BAD_REQUEST = 200, 304, 400
MADE_UP = '"newsroom-proof-made-up"'


@dataclass(slots=True)
class Findings:
    """What asking brought to light.

    Args:
        answers: as recorded, in the order of the surfaces.
        traces: address and trace, for each found.
        faults: what is wrong without giving anything away.
        unanswered: addresses that did not answer, or were no longer asked.
        surfaces: how many.
    """

    answers: list[dict[str, Any]] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    surfaces: int = 0


class Questions:
    """Asks every surface everything.

    Args:
        asker: of the server.
        traces: to look for.
        is_over: whether it is too late for further questions.
    """

    def __init__(self, asker: Asker, traces: Sequence[Trace], is_over: Callable[[], bool]) -> None:
        self.asker = asker
        self.traces = traces
        self.is_over = is_over

    def ask_all(self, surfaces: Sequence[Surface]) -> Findings:
        """Ask these surfaces and those that their documents name."""
        findings = Findings()
        known = {surface.path for surface in surfaces}
        with ThreadPoolExecutor(AT_ONCE) as pool:
            named = self._round(pool, surfaces, findings)
            more = [s for s in dict.fromkeys(named) if s.path not in known]
            self._round(pool, more, findings)
        return findings

    def _round(
        self, pool: ThreadPoolExecutor, surfaces: Sequence[Surface], findings: Findings
    ) -> list[Surface]:
        named: list[Surface] = []
        for one, more in pool.map(self._ask, surfaces):
            findings.answers += one.answers
            findings.traces += one.traces
            findings.faults += one.faults
            findings.unanswered += one.unanswered
            findings.surfaces += 1
            named += more
        return named

    def _ask(self, surface: Surface) -> tuple[Findings, list[Surface]]:
        """Everything one surface is asked."""
        findings = Findings()
        got = self._put(findings, surface.path)
        if got is None or got.error:
            return findings, []
        self._expect(findings, surface, got.status, "HEAD")
        if got.tag and got.status == OK:
            self._expect(findings, surface, NOT_MODIFIED, held=got.tag)
        self._expect(findings, surface, got.status, held=MADE_UP)
        if surface.unknown:
            self._compare(findings, surface)
        return findings, further(got.body.decode(errors="replace"), self.asker.host)

    def _expect(
        self, findings: Findings, surface: Surface, status: int, method: str = "GET", held: str = ""
    ) -> None:
        """Ask again in another way; another status is a fault, and a secret's success a trace."""
        answer = self._put(findings, surface.path, method, held)
        if answer is None or answer.error or answer.status == status:
            return
        how = f"{method} {surface.path}" + (f" with If-None-Match {held}" if held else "")
        said = f"{how}: answers {answer.status}, not {status}"
        is_trace = surface.unknown and answer.status < BAD_REQUEST and not self.is_over()
        (findings.traces if is_trace else findings.faults).append(said)

    def _put(
        self, findings: Findings, path: str, method: str = "GET", held: str = ""
    ) -> Reply | None:
        """One question, unless it is too late for it."""
        if self.is_over():
            findings.unanswered.append(f"{method} {path}: no longer asked")
            return None
        answer = self.asker.ask(path, method, held)
        if answer.error:
            findings.unanswered.append(f"{method} {path}: {answer.error}")
        # What came in after the minute says nothing about the time before it.
        late = self.is_over()
        text = f"{answer.headers}\n\n{answer.body.decode(errors='replace')}"
        traces = [] if late else found_in(text, path, self.traces)
        findings.traces += [f"{method} {path}: {trace}" for trace in traces]
        if late and not answer.error:
            findings.unanswered.append(f"{method} {path}: answered too late to count")
        findings.answers.append(answer.as_recorded(traces))
        return answer

    def _compare(self, findings: Findings, surface: Surface) -> None:
        """An address that is itself a secret answers as one that never was.

        Asked twice before it counts, because in between another release may have come out.
        """
        pair = self._pair(findings, surface)
        if pair and pair[0] != pair[1]:
            pair = self._pair(findings, surface)
        if pair is None or pair[0] == pair[1]:
            return
        words = f"answers {pair[0][0]}, an invented one ({surface.unknown}) {pair[1][0]}"
        if pair[0][0] == pair[1][0]:
            words = f"answers in other words than an invented one ({surface.unknown})"
        findings.answers[-2]["traces"].append(words)
        findings.traces.append(f"GET {surface.path}: {words}")

    def _pair(
        self, findings: Findings, surface: Surface
    ) -> tuple[tuple[int, bytes], tuple[int, bytes]] | None:
        """Status and words of the secret address and of an invented one; None if not in time."""
        secret = self._put(findings, surface.path)
        invented = self._put(findings, surface.unknown)
        if secret is None or invented is None or secret.error or invented.error or self.is_over():
            return None
        return _answered(secret), _answered(invented)


def _answered(answer: Reply) -> tuple[int, bytes]:
    # An answer that repeats the address it was asked gives nothing away by that.
    return answer.status, answer.body.replace(answer.path.encode(), b"")
