"""Links by reference, made whole in every block that uses them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

_RENDERER = MarkdownIt("commonmark", {"html": False}).enable("table")
_BRACKETS = r"\[((?:[^\[\]\\]|\\.)*)\]"
_LINK = re.compile(rf"{_BRACKETS}(?:{_BRACKETS})?(?![\[(:])", re.DOTALL)
# A habit of Markdown writers: a definition under one of these is a note to themselves.
_COMMENTS = {"//", "COMMENT"}
# Of one block, where links are tried one at a time; beyond that, definitions stand below it.
_MOST, _LONGEST = 100, 10_000


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads.

    Args:
        href: address, percent-encoded.
        title: what shows when one points at it.
    """

    href: str
    title: str

    def __str__(self) -> str:
        quoted = re.sub(r'(["\\])', r"\\\1", self.title)
        return f"<{self.href}>" + (f' "{quoted}"' if quoted else "")


Targets = Mapping[str, Target]


class Definitions:
    """The link reference definitions of a text (CommonMark 0.31, 4.7).

    Args:
        tokens: of the whole text, parsed with definitions and labels kept.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._used = set(_labels(tokens))
        self._targets: dict[str, Target] = {}
        for token in tokens:
            if token.type == "definition":
                self._targets.setdefault(token.meta["id"], _target(token))

    def explain(self, definition: Token) -> bool:
        """Whether a definition serves a link, or is a comment, and need not be shown."""
        label = definition.meta["id"]
        serves = label in self._used and self._targets[label] == _target(definition)
        return serves or label in _COMMENTS

    def inlined(self, source: str, group: Sequence[Token]) -> str:
        """A block that needs no definition from elsewhere.

        Args:
            source: Markdown of the block.
            group: its tokens.
        """
        used = {label: self._targets[label] for label in _labels(group)}
        if not used:
            return source
        page = _page(source, used)
        for make in (_all_inline, _each_inline):
            if _page(alone := make(source, used)) == page:
                return alone
        return "\n".join([source, "", *(f"[{label}]: {used[label]}" for label in used)])


def same_page(one: str, other: str) -> bool:
    """Whether two texts show the same."""
    return _page(one) == _page(other)


def _page(markdown: str, targets: Targets | None = None) -> str:
    known = {label: {"href": t.href, "title": t.title} for label, t in (targets or {}).items()}
    return str(_RENDERER.render(markdown, {"references": known}))


def _all_inline(source: str, used: Targets) -> str:
    return _LINK.sub(lambda link: _inline(link, used), source)


def _each_inline(source: str, used: Targets) -> str:
    """Only those made inline that can be; what looks like a link inside code cannot."""
    alone, page = source, _page(source, used)
    links = list(_LINK.finditer(source)) if len(source) < _LONGEST else []
    for link in reversed(links[-_MOST:]):
        tried = source[: link.start()] + _inline(link, used) + alone[link.end() :]
        alone = tried if _page(tried, used) == page else alone
    return alone


def _inline(link: re.Match[str], used: Targets) -> str:
    target = used.get(normalizeReference(link[2] or link[1]))
    return f"[{link[1]}]({target})" if target else link[0]


def _target(definition: Token) -> Target:
    return Target(definition.meta["url"], definition.meta["title"])


def _labels(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"link_open", "image"} and "label" in token.meta:
            yield token.meta["label"]
        yield from _labels(token.children or ())
