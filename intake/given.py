"""What a reader takes for granted where a file does not say."""

from dataclasses import dataclass
from datetime import datetime

from press.embargo import Fold


@dataclass(frozen=True, slots=True)
class Given:
    """What the desk knows and a file may leave out.

    Args:
        zone: IANA name of the zone of the wall times in the file.
        language: code of the language the file is written in.
        fold: which instant is meant when a wall time happens twice.
        accept_changes: whether what is marked as inserted or deleted is taken as done.
        subject: what the mail that brought the text calls it; the headline where the text's own
            cannot be told.
        sent: when that mail was sent, UTC; tells the year of a date without one, and nothing else.
    """

    zone: str
    language: str
    fold: Fold | None = None
    accept_changes: bool = False
    subject: str = ""
    sent: datetime | None = None
