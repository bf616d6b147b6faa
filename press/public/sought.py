"""A question that is asked of what is out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: the same question, the same value.

    Args:
        words: as `press.folding.canonical` spells them; none means all releases.
        topic: slug of the one topic looked in; empty for all.
        year: of publication, in the newsroom's zone; 0 for all.
    """

    words: str = ""
    topic: str = ""
    year: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked."""
        return self == Sought()

    @property
    def fields(self) -> dict[str, str]:
        """What stands in an address, in its order."""
        said = {"q": self.words, "topic": self.topic, "year": str(self.year or "")}
        return {name: value for name, value in said.items() if value}


# Nothing was asked.
NOTHING = Sought()
