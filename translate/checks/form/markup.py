"""Emphasis, code, tables, lists."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, warns
from translate.markup.markdown import emphasis, keeps_shape


class Markup:
    """The structure is the same; emphasis may be lost, which an editor may wish to mend."""

    name: ClassVar[str] = "markup"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find another structure, or emphasis lost."""
        if passage.markdown is None:
            return
        if not keeps_shape(*passage.markdown):
            yield blocks(self, "the structure is not the source's")
            return
        before, after = (emphasis(markdown).total() for markdown in passage.markdown)
        if after < before:
            yield warns(self, f"emphasis is lost in {before - after} of {before} places")
