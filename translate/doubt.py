"""What an engine says it was not sure of."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from press.finding import DOUBT, Finding, Severity
from press.text import STARTER
from translate.checks import OF_FACTS
from translate.checks.base import shown
from translate.engine.protocol import Engine, Scoring


class Doubt:
    """What the scores of an engine are held against; one that has none is not doubted.

    Args:
        engine: which.
    """

    def __init__(self, engine: Engine) -> None:
        self._mark = engine.mark if isinstance(engine, Scoring) else None
        # The rough model that ships is believed only as far as it believes itself.
        self._severity = Severity.BLOCKS if STARTER in engine.name else Severity.WARNS

    def find(self, scored: Iterable[tuple[str, float | None]]) -> Iterator[Finding]:
        """Find the sentences it was not sure of.

        Args:
            scored: the words that it made of each, and their score.
        """
        for words, score in scored:
            if self._mark is not None and score is not None and score < self._mark:
                says = (
                    f"the engine was not sure of these words ({figure(score)}; this package's"
                    f" mark is {figure(self._mark)}): {shown(words)}"
                )
                yield Finding(DOUBT, self._severity, says)


def weighed(finding: Finding, engine: str) -> Finding:
    """A check's finding: what is a warning of a fact elsewhere, blocks where all is rough.

    Args:
        finding: what a check says of an engine's words.
        engine: the name of the engine.
    """
    is_raised = STARTER in engine and finding.check in OF_FACTS
    return replace(finding, severity=Severity.BLOCKS) if is_raised else finding


def figure(score: float) -> str:
    """A score as people are shown it: −1.08."""
    return f"{score:.2f}".replace("-", "−")
