"""Watching a release appear: when each surface first showed it."""

import json
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

from newsroom.proofs.asking import Asker, Reply, ms
from newsroom.proofs.questions import AT_ONCE, OK
from newsroom.proofs.surfaces import Surface
from press.releases.release import Release

PAUSE_SECONDS = 0.1
PATIENCE = timedelta(seconds=60)
# Who begins to look later than this after the minute has not seen the first moment.
ON_TIME = timedelta(seconds=5)


class Watch:
    """Looks until every surface shows a release.

    Args:
        asker: of the server.
        release: that is out.
        stopping: set when there is no more time for it.
    """

    def __init__(self, asker: Asker, release: Release, stopping: threading.Event) -> None:
        self.asker = asker
        self.release = release
        self.stopping = stopping
        self.first: dict[Surface, Reply] = {}
        self.last_without: dict[Surface, Reply] = {}

    def record(
        self, surfaces: Sequence[Surface], started: datetime, earlier: Sequence[str]
    ) -> dict[str, Any]:
        """What a record says of the time from the minute on.

        Args:
            surfaces: that have to show it.
            started: when the question was put, UTC.
            earlier: records of the same release, from which watched moments are taken over.
        """
        assert self.release.embargo is not None  # it is out  # noqa: S101
        minute = self.release.embargo.instant
        watched = started - minute <= ON_TIME
        self._look(surfaces, minute + PATIENCE if watched else started)
        known = {} if watched else _watched(earlier, ms(minute))
        shown = [self._shown(s, ms(minute), known if not watched else None) for s in surfaces]
        late = [entry["path"] for entry in shown if not entry["shows"]]
        silent = [s.path for s, answer in self.last_without.items() if answer.error]
        return {
            "phase": "after",
            "watched": watched,
            "surfaces": shown,
            "complete": not late,
            "unanswered": [path for path in silent if path in late],
            "holds": not (watched and late),
            "verdict": _verdict(shown, late, watched=watched),
        }

    def _look(self, surfaces: Sequence[Surface], until: datetime) -> None:
        """Ask at least once, then again whatever does not show it yet."""
        missing = list(surfaces)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            while missing:
                for surface, answer in zip(missing, pool.map(self._ask, missing), strict=True):
                    shows = answer.status == OK and self.release.slug.encode() in answer.body
                    (self.first if shows else self.last_without)[surface] = answer
                missing = [surface for surface in missing if surface not in self.first]
                if self.asker.clock() >= until or self.stopping.wait(PAUSE_SECONDS):
                    break

    def _ask(self, surface: Surface) -> Reply:
        return self.asker.ask(surface.path)

    def _shown(self, surface: Surface, minute: int, known: dict[str, int] | None) -> dict[str, Any]:
        """One surface: when it first showed it, in milliseconds after the minute.

        Args:
            surface: which.
            minute: the embargo's, in milliseconds since 1970.
            known: first moments recorded before, where this time nobody watched.
        """
        answer = self.first.get(surface)
        entry: dict[str, Any] = {"path": surface.path, "shows": answer is not None}
        if answer:
            entry["answer"] = answer.as_recorded([])
        if before := self.last_without.get(surface):
            entry["last_without"] = before.as_recorded([])
        if known is not None:
            return entry | {"first_after_ms": known.get(surface.path)}
        return entry | {"first_after_ms": ms(answer.answered) - minute if answer else None}


def _watched(earlier: Sequence[str], minute: int) -> dict[str, int]:
    """The first moments that earlier records of the same minute hold."""
    found: dict[str, int] = {}
    for record in map(json.loads, earlier):
        if record.get("watched") and record["release"]["embargo"] == minute:
            moments = {e["path"]: e["first_after_ms"] for e in record["surfaces"]}
            found = {path: moment for path, moment in moments.items() if moment is not None} | found
    return found


def _verdict(shown: Sequence[dict[str, Any]], late: Sequence[str], *, watched: bool) -> str:
    moments = [e["first_after_ms"] for e in shown if e["first_after_ms"] is not None]
    there = len(shown) - len(late)
    if watched and late:
        return f"NOT SHOWN on {late[0]}" + (f" and {len(late) - 1} more" if late[1:] else "")
    if watched:
        return f"shown on all {there} surfaces, the last {max(moments)} ms after its minute"
    seen = f"{len(moments)} first moments were recorded then" if moments else "nobody watched then"
    return f"{there} of {len(shown)} surfaces show it now; {seen}"
