"""What a reader takes for granted where a file does not say."""

from dataclasses import dataclass

from press.embargo import Fold


@dataclass(frozen=True, slots=True)
class Given:
    """What the desk knows and a file may leave out.

    Args:
        zone: IANA name of the zone of the wall times in the file.
        language: code of the language the file is written in.
        fold: which instant is meant when a wall time happens twice.
    """

    zone: str
    language: str
    fold: Fold | None = None
