"""How the older entries of a feed are divided: by month, so that no address ever moves."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from press.embargo import zone_named

# As many as the newest edition carries: what no archive holds yet is always still in that.
PART_LENGTH = 50
_NAME = re.compile(
    r"([12]\d{3})-(0[1-9]|1[0-2])(?:-([2-9]|[1-9]\d{1,3}))?(?:-first-([1-9]|[1-4]\d))?", re.ASCII
)


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """One archive of a feed: entries of one month, at most `PART_LENGTH`, the oldest in part 1.

    Args:
        year: of publication, in the newsroom's zone.
        month: 1 to 12.
        number: of the part within its month, from 1.
        first: how many of its oldest entries alone, which no newer document has; 0 is all of them.
    """

    year: int
    month: int
    number: int = 1
    first: int = 0

    def __str__(self) -> str:
        month = f"{self.year:04}-{self.month:02}"
        part = month if self.number == 1 else f"{month}-{self.number}"
        return f"{part}-first-{self.first}" if self.first else part

    @property
    def length(self) -> int:
        """How many entries it has at the most."""
        return self.first or PART_LENGTH

    @classmethod
    def named(cls, name: str) -> Self | None:
        """The part of a name, as `2026-02-3`; each has one spelling only."""
        found = _NAME.fullmatch(name)
        return (
            cls(*(int(n or d) for n, d in zip(found.groups(), "0010", strict=True)))
            if found
            else None
        )

    @classmethod
    def holding(cls, instant: datetime, number: int, zone: str) -> Self:
        """A part of the month that an instant lies in.

        Args:
            instant: UTC.
            number: of the part.
            zone: IANA name of the newsroom's zone.
        """
        local = instant.astimezone(zone_named(zone))
        return cls(local.year, local.month, number)

    def begins(self, zone: str) -> datetime:
        """The first instant of its month, UTC."""
        return _first(self.year, self.month, zone)

    def ends(self, zone: str) -> datetime:
        """The first instant after its month, UTC."""
        return _first(self.year + self.month // 12, self.month % 12 + 1, zone)


def _first(year: int, month: int, zone: str) -> datetime:
    return datetime(year, month, 1, tzinfo=zone_named(zone)).astimezone(UTC)
