"""A program elsewhere that is told what happens to releases."""

from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Webhook:
    """A program elsewhere that is told.

    Args:
        id: its number.
        address: it is asked at; may hold a secret of its own.
        topics: slugs of those it is told of; none for all.
        languages: codes of those it is told in; none for all.
        added_at: when, UTC.
        secret: signs what it is sent.
        old_secret: signs as well, while its receiver changes from that to the new one.
        old_until: until when, UTC.
        failing_since: since when it takes nothing, UTC; None while it does.
        disabled_at: since when it is no longer asked, UTC.
    """

    id: int
    address: str
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    added_at: datetime
    secret: str = field(repr=False)
    old_secret: str = field(repr=False)
    old_until: datetime
    failing_since: datetime | None = None
    disabled_at: datetime | None = None

    @property
    def place(self) -> str:
        """The name of the computer it is on: what may be written down of its address."""
        return urlsplit(self.address).hostname or ""

    def secrets(self, now: datetime) -> tuple[str, ...]:
        """What signs now, the newest first.

        Args:
            now: UTC.
        """
        is_changing = self.old_secret and now < self.old_until
        return (self.secret, self.old_secret) if is_changing else (self.secret,)
