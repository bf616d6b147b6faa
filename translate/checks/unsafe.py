"""Markup that an engine brings in."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, shown

_TAG = re.compile(r"</?[A-Za-z!][^<>]*>?|&(?:lt|gt|#\w+);", re.IGNORECASE)
_SCRIPT = re.compile(r"\b(?:javascript|vbscript|data):\S", re.IGNORECASE)


class Unsafe:
    """Nothing that looks like HTML or a script comes in, not even as words."""

    name: ClassVar[str] = "unsafe"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find tags and scripts that the source has not."""
        texts = passage.markdown or (passage.source, passage.said)
        for pattern in (_TAG, _SCRIPT):
            before, after = (
                Counter(pattern.findall(t)) + Counter(pattern.findall(words))
                for t, words in zip(texts, (passage.source, passage.said), strict=True)
            )
            for new in after - before:
                yield blocks(self, f"{shown(new)} is not in the source")
                return
