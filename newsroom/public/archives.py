"""Where a feed's older entries are: archives that never move (RFC 5005, 4).

A month is divided into parts of as many entries as the newest edition carries, the oldest first. A
part is an archive once it is full or something came out in a later month; so what is in no archive
yet is always among the newest entries, and no archive changes because time passes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from press.public.archive import PART_LENGTH, Part
from press.public.edition import Entry, PlaceInFeed
from storage import Database, public
from storage.public import Listing, Period


@dataclass(frozen=True, slots=True)
class Archives:
    """The archives of one feed at an instant.

    Args:
        db: in a read transaction.
        listing: whose.
        zone: IANA name of the newsroom's zone, whose months count.
        is_closed: whether nothing more will come, so that even the last part is full.
    """

    db: Database
    listing: Listing
    zone: str
    is_closed: bool

    def newest(self) -> Part | None:
        """The newest archive, if there is one."""
        return self._before(None)

    def rest(self, entries: Sequence[Entry]) -> Part | None:
        """Where what is older than the newest entries begins, with none of them once more.

        Args:
            entries: the newest of the feed, as many as it carries, latest first.
        """
        month = self._month(entries[-1].published)
        since = Period(month.begins(self.zone))
        older = public.count(self.db, self.listing, since) - PART_LENGTH  # of that month
        if older <= 0:
            return self._before(month)
        number = -(-older // PART_LENGTH)
        left = older - (number - 1) * PART_LENGTH
        return replace(month, number=number, first=left % PART_LENGTH)

    def place(self, part: Part) -> PlaceInFeed | None:
        """Where an archive stands; None if there is none of that name."""
        parts = self._parts(part)
        # A month of which everything was taken back still says so at its address.
        gone = public.withdrawn(self.db, self.listing, self.span(part), 1)
        if part.number > max(parts, len(gone)):
            return None
        whole = replace(part, first=0)
        older = replace(whole, number=part.number - 1) if part.number > 1 else self._before(part)
        newer = replace(whole, number=part.number + 1) if part.number < parts else self._after(part)
        return PlaceInFeed(part, older, newer)

    def span(self, part: Part) -> Period:
        """The month of an archive."""
        return Period(part.begins(self.zone), part.ends(self.zone))

    def _before(self, part: Part | None) -> Part | None:
        """The last archive before a month, or of all."""
        end = part.begins(self.zone) if part else None
        moment = public.last(self.db, self.listing, Period(None, end))
        if moment is None:
            return None
        month = self._month(moment)
        parts = self._parts(month)
        return replace(month, number=parts) if parts else self._before(month)

    def _after(self, part: Part) -> Part | None:
        """The first archive after a month."""
        moment = self._first_after(part)
        month = self._month(moment) if moment else None
        return month if month and self._parts(month) else None

    def _parts(self, month: Part) -> int:
        """How many archives a month has."""
        total = public.count(self.db, self.listing, self.span(month))
        is_over = self.is_closed or self._first_after(month) is not None
        return -(-total // PART_LENGTH) if is_over else total // PART_LENGTH

    def _first_after(self, month: Part) -> datetime | None:
        return public.first(self.db, self.listing, Period(month.ends(self.zone)))

    def _month(self, moment: datetime) -> Part:
        return Part.holding(moment, 1, self.zone)
