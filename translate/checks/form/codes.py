"""Codes that a program puts its own words in the place of: {name}, {{x}}, %s."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, brought, changed, listed, lost

_MAY_HAVE = re.compile(r"[{}%]|\[\[|\$[A-Z_]")
# In front of a printf code no number: “5 %d'intérêt” is French.
_PRINTF = (
    r"(?<![\d%])(?<!\d[ \u00a0\u202f])"
    r"%(?:\(\w+\)|\d+\$)?[-+0#]*\d*(?:\.\d+)?[sdifuxXeEgGcr@](?![^\W_])"
)
_CODE = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}|[$#%]?\{[^{}\n]{0,60}\}|\[\[[^\[\]\n]{1,60}\]\]"
    rf"|{_PRINTF}|(?<!\w)%[A-Za-z_]\w*%|(?<!\w)\$[A-Z_]{{3,}}\b"
)


class Codes:
    """A code in braces, or of another such sort, comes through unchanged."""

    name: ClassVar[str] = "codes"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find codes lost, changed and brought in."""
        if not (_MAY_HAVE.search(passage.source) or _MAY_HAVE.search(passage.said)):
            return
        before, after = map(_codes, (passage.source, passage.said))
        gone, new = (listed((a - b).elements()) for a, b in ((before, after), (after, before)))
        if gone and new:
            yield blocks(self, changed(gone, new))
        elif gone:
            yield blocks(self, lost(gone))
        elif new:
            yield blocks(self, brought(new))


def _codes(text: str) -> Counter[str]:
    return Counter("".join(found.split()) for found in _CODE.findall(text))
