"""Finding the blocks of a Markdown text, each of which can stand alone."""

import re
import textwrap
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from intake.text.lists import block_tokens, read_unlisted, unlisted
from intake.text.references import Definitions, same_page
from intake.text.tables import wide_enough
from press.text import Block, Kind, in_one_line

_OPTIONS = {"html": False, "store_labels": True, "inline_definitions": True}
_PARSER = MarkdownIt("commonmark", _OPTIONS).enable("table")
_TYPED = MarkdownIt("commonmark", _OPTIONS).enable("table").disable("code")
_KINDS = {
    "blockquote_open": Kind.QUOTE,
    "bullet_list_open": Kind.LIST,
    "fence": Kind.CODE,
    "heading_open": Kind.HEADING,
    "hr": Kind.RULE,
    "ordered_list_open": Kind.LIST,
    "paragraph_open": Kind.PARAGRAPH,
    "table_open": Kind.TABLE,
}


def split(markdown: str, *, typed: bool = False, listed: bool = False) -> tuple[Block, ...]:
    """Split a text into its blocks (CommonMark 0.31 and tables; raw HTML is mere text).

    Each block means the same when it is read alone: links by reference become inline links. Dates
    and signs that begin a paragraph make no list of it (`intake.text.lists`).

    Args:
        markdown: the text.
        typed: whether it was typed as plain text, where an indent begins a paragraph; CommonMark
            takes four spaces for code.
        listed: whether all of it is known to be a list.
    """
    parser = _TYPED if typed else _PARSER
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    text, known = read_unlisted(text, parser, typed=typed, listed=listed)
    # What lines are made of matters to links by reference alone, and they need a definition.
    tokens = parser.parse(text) if "]:" in text else known or block_tokens(parser, text)
    definitions = Definitions(tokens)
    lines = text.split("\n")
    found = (_block(group, lines, definitions, typed=typed) for group in _groups(tokens))
    return tuple(block for block in found if block)


def typed_markdown(text: str) -> str:
    """Plain text of several paragraphs as Markdown, in which dates and signs begin no list."""
    return unlisted(text, _TYPED, typed=True)


def plain(markdown: str) -> str:
    """The words of a line or a few of Markdown, without the marks, on one line."""
    children = _PARSER.parseInline(markdown)[0].children or []
    words = (" " if token.type.endswith("break") else token.content for token in children)
    return in_one_line("".join(words))


def heading_of(block: Block) -> tuple[int, str]:
    """The level of a heading and its words; level 0 for a block that is none."""
    tokens = _PARSER.parse(block.markdown) if block.kind is Kind.HEADING else []
    if not tokens or tokens[0].type != "heading_open":
        return 0, ""
    return int(tokens[0].tag[1:]), plain(tokens[1].content)


def _groups(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of one block after the other."""
    first = 0
    for n, token in enumerate(tokens, start=1):
        if token.level == 0 and token.nesting <= 0:
            yield tokens[first:n]
            first = n


def _block(
    group: Sequence[Token], lines: list[str], definitions: Definitions, *, typed: bool
) -> Block | None:
    top = group[0]
    first, last = top.map or (0, 0)
    source = "\n".join(lines[first:last]).rstrip()
    if top.type == "code_block":
        return Block(Kind.CODE, _fenced(top.content))
    if top.type == "definition":
        return _as_words(top, source, definitions)
    if top.type == "heading_open" and not group[1].content:
        return None
    alone = definitions.inlined(_from_the_margin(source, typed=typed), group)
    return Block(_KINDS[top.type], wide_enough(alone) if top.type == "table_open" else alone)


def _from_the_margin(source: str, *, typed: bool) -> str:
    """A block without the indent of its first line, where that changes nothing."""
    moved = textwrap.dedent(source).lstrip()
    if typed and moved.startswith("-\t") and "\n" not in moved:  # a list of one item
        moved = f"- {moved[2:].lstrip()}"
    return moved if typed or moved == source or same_page(moved, source) else source


def _fenced(code: str) -> str:
    """Code between fences, which unlike an indent survive being trimmed."""
    longest = max(map(len, re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code.rstrip()}\n{fence}"


def _as_words(definition: Token, source: str, definitions: Definitions) -> Block | None:
    """A definition nothing refers to is a line the author wrote: `[Editor]: Jane`."""
    if definitions.explain(definition):
        return None
    return Block(Kind.PARAGRAPH, "\\" + source.lstrip())
