"""Headlines that no longer fit."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from press.text import Kind
from translate.checks.base import Passage, warns

_FITS = 110  # characters; what search engines and cards show of a headline, and some more
_GROWS = 1.5


class TitleLength:
    """A headline that fitted fits."""

    name: ClassVar[str] = "title-length"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find that a headline has grown too long."""
        before, after = len(passage.source), len(passage.said)
        if passage.kind is Kind.HEADLINE and after > max(_FITS, _GROWS * before):
            yield warns(self, f"the translation has {after} characters, the original {before}")
