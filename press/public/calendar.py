"""What came out, by year and month, as people look for what is older."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from press.public.archive import Part
from press.public.edition import Entry, Feed
from press.topic import Topic

_YEAR = re.compile(r"1[89]\d\d|2\d{3}", re.ASCII)  # nothing is filed that came out before 1900
_MONTH = re.compile(r"0[1-9]|1[0-2]", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Season:
    """A year or one of its months, in the newsroom's zone.

    Args:
        year: of publication.
        month: 1 to 12; 0 stands for the whole year.
    """

    year: int
    month: int = 0

    def __str__(self) -> str:
        return f"{self.year:04}/{self.month:02}" if self.month else f"{self.year:04}"

    @classmethod
    def named(cls, year: str, month: str = "") -> Self | None:
        """What an address names, as `2026` or `2026` and `08`; each has one spelling only."""
        if not _YEAR.fullmatch(year) or (month and not _MONTH.fullmatch(month)):
            return None
        return cls(int(year), int(month or 0))

    @property
    def months(self) -> tuple["Season", ...]:
        """The months of its year."""
        return tuple(Season(self.year, month) for month in range(1, 13))

    def begins(self, zone: str) -> datetime:
        """Its first instant, UTC."""
        return Part(self.year, self.month or 1).begins(zone)

    def ends(self, zone: str) -> datetime:
        """The first instant after it, UTC."""
        return Part(self.year, self.month or 12).ends(zone)


# A season with how many releases of it are public.
Counted = tuple[Season, int]


@dataclass(frozen=True, slots=True)
class Almanac:
    """The years and months in which something of a feed is out.

    Args:
        feed: which topic, in which language.
        topic: its topic, titled per language.
        months: each with how many came out, latest first.
        digest: names the content (hex).
    """

    feed: Feed
    topic: Topic
    months: tuple[Counted, ...]
    digest: str

    @property
    def years(self) -> dict[Season, tuple[Counted, ...]]:
        """The months of each year, latest first."""
        found: dict[Season, tuple[Counted, ...]] = {}
        for one in self.months:
            year = Season(one[0].year)
            found[year] = (*found.get(year, ()), one)
        return found


@dataclass(frozen=True, slots=True)
class SeasonPage:
    """One page of what came out in a year or month.

    Args:
        feed: which topic, in which language.
        topic: its topic, titled per language.
        season: the year or month.
        entries: the releases on this page, newest first.
        number: this page, from 1.
        is_last: whether there are no older releases of the season than those on it.
        months: those of its year in which something came out, with how much, earliest first.
        newer: the next season in which something came out, of the same length.
        older: the last before it.
        codes: of the languages in which something is out in this season.
        digest: names the content (hex).
    """

    feed: Feed
    topic: Topic
    season: Season
    entries: tuple[Entry, ...]
    number: int
    is_last: bool
    months: tuple[Counted, ...]
    newer: Season | None
    older: Season | None
    codes: tuple[str, ...]
    digest: str
