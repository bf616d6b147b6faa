"""Emphasis, code, tables, lists."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, shown, warns
from translate.markup.markdown import emphasis, keeps_shape


class Markup:
    """The structure is the same; emphasis may be lost, which an editor may wish to mend."""

    name: ClassVar[str] = "markup"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find another structure, or emphasis lost."""
        if passage.markdown is None:
            return
        if not keeps_shape(*passage.markdown):
            built = map(shown, passage.markdown)
            yield blocks(self, "the original is built as {}, the translation as {}".format(*built))
            return
        before, after = (emphasis(markdown).total() for markdown in passage.markdown)
        if after < before:
            yield warns(self, f"the original has {before} emphases, the translation {after}")
