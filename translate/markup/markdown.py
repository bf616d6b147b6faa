"""Markdown as the engine must not see it, and must not write it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# A line that begins with a letter or a quotation and has no sign that means anything to CommonMark:
# most sentences, which need no parser. A test compares this with it.
_BARE = re.compile(r"(?:[^\W\d_]|[“„«‹‘\"'])[^\\*_~`\[\]<>|&!\r\n]*")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPECIAL = re.compile(r"[\\*_~`\[\]<>|]|&(?=#|[A-Za-z]\w*;)")
_LEADING = re.compile(r"[#+=-]|\d{1,9}(?=[.)](?:\s|$))")
_ITEM = re.compile(r"(\d{1,9}(?=[.)](?:\s|$))|(?=[+-](?:\s|$)))")  # what CommonMark takes for one
_WORDS = {"text", "text_special", "softbreak"}
_EMPHASIS = {"em_open", "strong_open", "s_open"}
_UNSEEN = {"html_inline", "image"}
_LOOSE = _WORDS | _EMPHASIS | {"em_close", "strong_close", "s_close"}


def plain(markdown: str) -> str:
    """Take the backslashes out of a piece that has no other markup."""
    return _ESCAPE.sub(r"\1", markdown)


def escaped(text: str, starts: bool) -> str:
    """Write plain text as Markdown that says the same and does nothing.

    Args:
        text: one line.
        starts: whether a line or a cell begins with it.
    """
    safe = _SPECIAL.sub(r"\\\g<0>", text)
    if starts and (leading := _LEADING.match(safe)):
        return f"{leading[0]}\\{safe[leading.end() :]}" if leading[0].isdigit() else f"\\{safe}"
    return safe


def unlisted(said: str, markdown: str = "") -> str:
    """Keep a date or a sign that begins a line, `1. März`, `- 5 °C`, from making a list.

    Args:
        said: one line of Markdown.
        markdown: the line it translates; where that has a mark, it is left alone.
    """
    item = _ITEM.match(said)
    if not item or _ITEM.match(markdown):
        return said
    return f"{item[1]}\\{said[item.end(1) :]}"


Shape = list[tuple[object, ...]]


def shape(markdown: str) -> Shape:
    """Everything a Markdown parser sees in a text except its words: structure, targets, code.

    What stands within one line is counted, not ordered: words change places. Emphasis is apart.
    """
    return list(_shapes(_parsed("a" if _BARE.fullmatch(markdown) else markdown)))


def keeps_shape(source: str, said: str) -> bool:
    """Whether a text has the structure of another, and no emphasis that the other has not."""
    return shape(source) == shape(said) and not emphasis(said) - emphasis(source)


def emphasis(markdown: str) -> Counter[str]:
    """How often each kind of emphasis begins in a text."""
    return Counter(t.tag for t in inline_tokens(markdown) if t.type in _EMPHASIS)


def targets(markdown: str) -> list[str]:
    """Where the links of a text lead and its images lie."""
    found = (t.attrs.get("href") or t.attrs.get("src") for t in inline_tokens(markdown))
    return [str(target) for target in found if target is not None]


def visible(markdown: str) -> str:
    """The words of a text as a reader sees them, a paragraph, item or cell a line."""
    if _BARE.fullmatch(markdown):
        return markdown.strip()
    lines = []
    for token in _parsed(markdown):
        if token.type == "inline":
            lines.append("".join(_seen(child) for child in token.children or []))
        elif token.type in ("fence", "code_block"):
            lines.append(token.content)
    return "\n".join(lines)


def opening(markdown: str) -> str:
    """What a text opens with, by markdown-it's name: `paragraph_open`; "" where it is empty."""
    return next((token.type for token in _parsed(markdown)), "")


def inline_tokens(markdown: str) -> Iterator[Token]:
    """Every token within the lines of a text, inside an image too; of words alone there is none."""
    if not _BARE.fullmatch(markdown):
        for token in _parsed(markdown):
            yield from token.children or []


@lru_cache(1024)  # many ask of the same words, one after the other; nobody changes a token
def _parsed(markdown: str) -> tuple[Token, ...]:
    return tuple(PARSER.parse(markdown))


def _seen(token: Token) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return breaks.get(token.type, "" if token.type in _UNSEEN else token.content)


def _shapes(tokens: Sequence[Token]) -> Iterator[tuple[object, ...]]:
    for token in tokens:
        if token.type == "inline":
            kept = (_shape(child) for child in token.children or [] if child.type not in _LOOSE)
            yield ("inline", *sorted(kept))
        else:
            yield (_shape(token),)


def _shape(token: Token) -> tuple[str, ...]:
    kept = "" if token.nesting else token.content
    return token.type, token.tag, token.markup, token.info, repr(token.attrs), kept
