"""Somebody who follows topics by mail."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from press.telling.wishes import Wishes


class Following(StrEnum):
    """How somebody stands."""

    ASKED = "asked"  # an address was given, and nobody has confirmed that it wants mail
    FOLLOWS = "follows"
    ENDED = "ended"
    ERASED = "erased"  # the keyed hash of the address alone is left


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody who follows topics by mail, or did, or was asked whether they want to.

    Args:
        id: their number.
        state: how they stand.
        nonce: goes into every link of theirs; another one ends them all.
        asked_at: when they were last asked to confirm, UTC.
        address: theirs; None once it is erased.
        wishes: that hold.
        wanted: wishes that were asked for and not confirmed yet.
        confirmed_at: since when they follow, UTC.
    """

    id: int
    state: Following
    nonce: str
    asked_at: datetime
    address: str | None
    wishes: Wishes
    wanted: Wishes | None = None
    confirmed_at: datetime | None = None
