"""The spaces of French."""

import re
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, shown, warns

_WRONG = re.compile(
    r"\S{0,60}(?<=[^\s!?;:«…(]) ?[:;!?](?=\s|$)|«(?![\u00a0\u202f])\S{0,60}"
    r"|\S{0,60}(?<![\u00a0\u202f])»"
)


class FrenchSpacing:
    """A space that does not break stands before : ; ! ? and inside « »."""

    name: ClassVar[str] = "french-spacing"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find the first mark that lacks its space."""
        if passage.target_language == "fr" and (found := _WRONG.search(passage.said)):
            yield warns(self, f"the translation lacks an unbreakable space at {shown(found[0])}")
