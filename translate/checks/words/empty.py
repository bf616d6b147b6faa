"""Nothing at all."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, shown


class Empty:
    """What has words in one language has some in the other."""

    name: ClassVar[str] = "empty"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find that there is nothing."""
        before, after = (any(map(str.isalpha, t)) for t in (passage.source, passage.said))
        if before and not after:
            yield blocks(self, f"nothing is said for {shown(passage.source)}")
