"""What an officer types for a moment."""

from datetime import datetime

from intake.given import Given
from intake.typed import read_when
from press.embargo import Embargo, Fold
from press.public.site import Site


def read_moment(text: str, zone: str, fold: Fold | None, site: Site, now: datetime) -> Embargo:
    """Read a moment as an officer types it.

    Args:
        text: `2030-08-25 14:18`, `tomorrow 10:00`, or any form in which a text may give its date.
        zone: IANA name of the officer's zone, unless the text names one.
        fold: which is meant when a time happens twice.
        site: the newsroom, for its default language.
        now: UTC.

    Raises:
        UnreadableTime, NonexistentTime, AmbiguousTime: it cannot be read, or in two ways.
    """
    return read_when(text, Given(zone, site.languages.default.code, fold), now)
