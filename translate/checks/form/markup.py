"""Emphasis, code, tables, lists."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, shown, warns
from translate.markup.markdown import emphasis, keeps_shape, opening

_KINDS = {
    "paragraph_open": "a paragraph",
    "heading_open": "a heading",
    "bullet_list_open": "a list",
    "ordered_list_open": "a numbered list",
    "blockquote_open": "a quotation",
    "table_open": "a table",
    "fence": "code",
    "code_block": "code",
    "html_block": "HTML",
    "hr": "a rule",
}


class Markup:
    """The structure is the same; emphasis may be lost, which an editor may wish to mend."""

    name: ClassVar[str] = "markup"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find another structure, or emphasis lost."""
        if passage.markdown is None:
            return
        if not keeps_shape(*passage.markdown):
            yield blocks(self, _says(*passage.markdown))
            return
        before, after = (emphasis(markdown).total() for markdown in passage.markdown)
        if after < before:
            yield warns(self, f"the original has {before} emphases, the translation {after}")


def _says(source: str, said: str) -> str:
    before, after = (_KINDS.get(opening(text), "") for text in (source, said))
    if before and after and before != after:
        return f"the original reads as {before}, the translation as {after}: {shown(said)}"
    return f"the original is built as {shown(source)}, the translation as {shown(said)}"
