"""How the newsroom is doing, for those who watch over it; the public is never told."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from newsroom.proofs.probes import VERB, Probes
from newsroom.public.faults import Faults
from press.errors import NotPublic
from storage import Storage, figures
from storage.figures import Figures
from storage.telling.counts import TellingFigures

__all__ = ["Figures", "GaugeReading", "Gauges", "TellingFigures", "count"]


@dataclass(frozen=True, slots=True)
class GaugeReading:
    """What the gauges show at one instant.

    Args:
        figures: of the whole newsroom, from its database.
        near: how many misses near an embargoed release this process has seen.
        dropped: how many misses this process had no time to look at.
        left_out: how often this process left each broken release out of a document.
    """

    figures: Figures
    near: int
    dropped: int
    left_out: Mapping[str, int]


class Gauges:
    """The figures, for whoever has the token: they betray that something is pending.

    Args:
        storage: where everything is kept.
        probes: the alarm of this process.
        token: that must be presented; if empty, nobody is answered.
    """

    def __init__(self, storage: Storage, probes: Probes, token: str) -> None:
        self.storage = storage
        self.probes = probes
        self.token = token
        self.faults = Faults()

    def read(self, presented: str, now: datetime) -> GaugeReading:
        """Read them all.

        Args:
            presented: the token the asker has.
            now: UTC.

        Raises:
            NotPublic: no token is set, or another one was presented.
        """
        pair = (presented.encode("utf-8", "replace"), self.token.encode())
        if not self.token or not hmac.compare_digest(*pair):
            raise NotPublic
        figures, left_out = count(self.storage, now), self.faults.counted()
        return GaugeReading(figures, self.probes.near, self.probes.dropped, left_out)


def count(storage: Storage, now: datetime) -> Figures:
    """Count everything that the database knows."""
    with storage.read() as db:
        return figures.read(db, now, VERB)
