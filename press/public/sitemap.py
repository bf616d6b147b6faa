"""What sitemaps list of the public releases."""

from dataclasses import dataclass
from datetime import datetime, timedelta

# A news sitemap holds two days, and a thousand pages at the most (Google, “News sitemaps”).
NEWS_LASTS = timedelta(hours=48)
MOST_NEWS = 1000


@dataclass(frozen=True, slots=True)
class Month:
    """The releases that came out in one month.

    Args:
        name: `2026-08`, in UTC, so that a release never moves to another.
        releases: how many are public.
        changed: when anything of it last changed for the public, withdrawals included, UTC.
    """

    name: str
    releases: int
    changed: datetime


@dataclass(frozen=True, slots=True)
class Mapped:
    """One public release.

    Args:
        slug: its name in addresses.
        source: code of the language it was written in.
        languages: codes of those that have a public text of their own.
        changed: when anything about it last changed for the public, UTC.
    """

    slug: str
    source: str
    languages: tuple[str, ...]
    changed: datetime


@dataclass(frozen=True, slots=True)
class News:
    """One text that came out within the last two days.

    Args:
        slug: its release's name in addresses.
        language: code.
        headline: plain text.
        published: when its release came out, UTC.
    """

    slug: str
    language: str
    headline: str
    published: datetime
