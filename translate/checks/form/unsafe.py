"""Markup that an engine brings in."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, brought

_TAG = re.compile(r"</?[A-Za-z!][^<>]*>?|&(?:lt|gt|#\w+);", re.IGNORECASE)
_SCRIPT = re.compile(r"\b(?:javascript|vbscript|data):\S", re.IGNORECASE)


class Unsafe:
    """Nothing that looks like HTML or a script comes in, not even as words."""

    name: ClassVar[str] = "unsafe"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find tags and scripts that the source has not."""
        texts = (passage.source, passage.said), passage.markdown or ("", "")
        if new := next((new for pair in texts if (new := brought_in(*pair))), ""):
            yield blocks(self, brought(new))


def brought_in(source: str, said: str) -> str:
    """What a text has that looks like HTML or a script and another has not; "" for nothing."""
    for pattern in (_TAG, _SCRIPT):
        before, after = Counter(pattern.findall(source)), Counter(pattern.findall(said))
        for new in after - before:
            return str(new)
    return ""
