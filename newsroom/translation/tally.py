"""What a run of translating did."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """What a run of translating did.

    Args:
        filled: how many texts it made.
        missing: language pairs for which no package is installed.
        failed: how many texts the engine failed on; they are tried again later.
        kept: per release number and language, how many sentences stay in the source language
            because the engine could not be trusted with them.
    """

    filled: int = 0
    missing: set[tuple[str, str]] = field(default_factory=set)
    failed: int = 0
    kept: Counter[tuple[int, str]] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        """Count what another hand did as well."""
        self.filled += other.filled
        self.missing |= other.missing
        self.failed += other.failed
        self.kept.update(other.kept)
