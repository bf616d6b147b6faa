"""How a text ends."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, warns

_AROUND = " \n\t\u00a0\u202f\"'”’“»«)]*_"
_MARKS = ".!?:;…"
_SAME = str.maketrans("…。", "..")


class Ending:
    """A question stays a question, and what leads on to a list still does."""

    name: ClassVar[str] = "ending"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find that the last mark is another."""
        before, after = (_last(text) for text in (passage.source, passage.said))
        if before != after:
            says = f"the original ends {_named(before)}, the translation {_named(after)}"
            yield warns(self, says)


def _named(mark: str) -> str:
    return f"with “{mark}”" if mark else "without a mark"


def _last(text: str) -> str:
    end = text.rstrip(_AROUND)[-1:].translate(_SAME)
    return end if end and end in _MARKS else ""
