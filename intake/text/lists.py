r"""What looks like the mark of an item and is a date, an ordinal or a sign before a figure.

CommonMark makes a list of any line that begins with `10. ` or `- `, and numbers items anew: after
10. Mai would come 11. Such a mark gets a backslash, `10\. Mai`, so that pages, feeds and
translators see the paragraph that its author wrote.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from press.months import spellings

_MONTHS = "|".join(sorted({re.escape(name) for name, _ in spellings()}, key=len, reverse=True))
_DATE = re.compile(rf"\d{{1,2}}\. +(?i:{_MONTHS})(?![\w-])")
_SIGNED = re.compile(r"[-+] *[\d.,]*\d")
_MARKED = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)])\s")
_MAY_BE = re.compile(r"^[ \t>]*+(?:[-+*]|\d{1,9}[.)])(?:\s|$)", re.MULTILINE)
_BULLET = re.compile(r"[\s>]*(?=[-+*])")
_MOST = 100  # times that a text is read again; what is a paragraph now may have hidden a list


class ListItem(NamedTuple):
    """One item of a list.

    Args:
        line: number of its first line.
        number: that it has in an ordered list; "" in others.
        is_plain: whether a paragraph is all there is of it, without marks of others in its lines.
    """

    line: int
    number: str
    is_plain: bool


def unlisted(text: str, parser: MarkdownIt, *, typed: bool) -> str:
    """A text in which only what is a list is read as one.

    An item is followed by another, numbered on; alone, `- item` is one in Markdown, but in what was
    typed as plain text only with a tab behind its mark.

    Args:
        text: Markdown.
        parser: that will read it.
        typed: whether it was typed as plain text.
    """
    return read_unlisted(text, parser, typed=typed)[0]


def read_unlisted(
    text: str, parser: MarkdownIt, *, typed: bool, listed: bool = False
) -> tuple[str, Sequence[Token]]:
    """The same, with what it is made of where it has been read for it; else with nothing.

    Args:
        text: Markdown.
        parser: that will read it.
        typed: whether it was typed as plain text.
        listed: whether all of it is known to be a list; only lists within are looked at.
    """
    for _ in range(_MOST if _MAY_BE.search(text) else 0):
        lines, tokens = text.split("\n"), block_tokens(parser, text)
        for items, depth in _lists(tokens, lines):
            if not (listed and depth == 0):
                _unmark(lines, items, depth, typed=typed)
        if (after := "\n".join(lines)) == text:
            return text, tokens
        text = after
    return text, ()


def block_tokens(parser: MarkdownIt, text: str) -> list[Token]:
    """What a text is made of, without what its lines are made of: that takes most of the time."""
    tokens: list[Token] = []
    parser.block.parse(text, parser, {}, tokens)
    return tokens


def _lists(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[tuple[list[ListItem], int]]:
    """The items of each list, and in how many others it stands."""
    opened: list[list[ListItem]] = []
    for number, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            opened.append([])
        elif token.type == "list_item_open" and token.map:
            first, last = token.map
            is_plain = _closes(tokens[number + 1 : number + 5]) and not any(
                map(_MARKED.match, lines[first + 1 : last])
            )
            opened[-1].append(ListItem(first, token.info, is_plain))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            yield opened.pop(), len(opened)


def _closes(tokens: Sequence[Token]) -> bool:
    """Whether an item ends after its first paragraph, or has none."""
    types = [token.type for token in tokens]
    return "list_item_close" in (types[0], types[-1])


def _unmark(lines: list[str], items: Sequence[ListItem], depth: int, *, typed: bool) -> None:
    """Put a backslash to the marks of those that are no items."""
    if items[0].number:
        for item in _not_counted(lines, items):
            mark = rf"(?<![\w\\]){item.number}(?=[.)](?:\s|$))"
            lines[item.line] = re.sub(mark, rf"{item.number}\\", lines[item.line], count=1)
    elif len(items) == 1 and depth == 0 and items[0].is_plain:
        line = lines[items[0].line]
        start = _BULLET.match(line)
        is_made = line.startswith("\t", start.end() + 1) if start else False
        if start and ((typed and not is_made) or _SIGNED.match(line, start.end())):
            lines[items[0].line] = f"{start[0]}\\{line[start.end() :]}"


def _not_counted(lines: Sequence[str], items: Sequence[ListItem]) -> Iterator[ListItem]:
    """The items that are ordinals: no other goes before or after them, or all are dates."""
    numbers = [int(item.number) for item in items]
    if len(items) > 1 and len(set(numbers)) == 1:  # 1. 1. 1., which Markdown counts
        return
    are_dates = all(_DATE.search(lines[item.line]) for item in items)
    for item, number in zip(items, numbers, strict=True):
        is_alone = not {number - 1, number + 1} & set(numbers)
        if are_dates or (is_alone and (item.is_plain or len(items) > 1)):
            yield item
