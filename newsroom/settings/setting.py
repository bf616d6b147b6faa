"""What one setting is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Args:
        name: as written in the settings file; in the environment with NEWSROOM_ before it.
        default: what holds when nothing is set.
        meaning: one sentence for the settings file and docs/settings.md.
        read: turns the text into the value, or raises Refusal or ValueError.
        is_secret: whether what is set is shown to nobody, not even where it is refused.
    """

    name: str
    default: str
    meaning: str
    read: Callable[[str], Any]
    is_secret: bool = False
