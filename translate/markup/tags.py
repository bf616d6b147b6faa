"""Links and emphasis apart from the words they stand round, and put back round others."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from translate.markup.markdown import escaped

_EMPHASIS = re.compile(r"\*+|_+|~+")
_OPENED = re.compile(r"<([A-Za-z][\w-]*)(?:\s[^<>]*)?(?<!/)>")
_CLOSED = re.compile(r"</([A-Za-z][\w-]*)\s*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAGS_OF_EMPHASIS = {"b", "i", "em", "strong", "u", "s", "mark", "small", "span"}


@dataclass(frozen=True, slots=True)
class InlineTag:
    """A pair of marks round some words, or one mark that stands between two.

    Args:
        opening: the mark before, as it is written.
        closing: the mark after; "" for a mark that has no pair.
        start: of the first character it stands round.
        end: after the last.
        may_go: whether the words may do without: emphasis, never a link.
    """

    opening: str
    closing: str
    start: int
    end: int
    may_go: bool


class Untagged(NamedTuple):
    """Words without their marks.

    Args:
        text: the words, as Markdown without marks.
        tags: what stood round them, the outer before the inner.
    """

    text: str
    tags: tuple[InlineTag, ...]


def without_tags(stretches: Sequence[tuple[str, bool]]) -> Untagged | None:
    """Take the marks off a sentence.

    Args:
        stretches: its text, and whether each stretch is a mark.

    Returns:
        The words and their marks; None if the marks make no pairs.
    """
    text, tags = "", list[InlineTag]()
    opened: list[tuple[str, int]] = []
    for number, (stretch, is_mark) in enumerate(stretches):
        after = stretches[number + 1][0] if number + 1 < len(stretches) else ""
        if not is_mark:
            text += stretch
        elif _BREAK.fullmatch(stretch):
            tags.append(InlineTag(stretch, "", len(text), len(text), may_go=False))
        elif opened and _closes(opened[-1][0], stretch) and not text[-1:].isspace():
            opening, start = opened.pop()
            tags.append(InlineTag(opening, stretch, start, len(text), _may_go(opening)))
        elif _opens(stretch) and not (_EMPHASIS.fullmatch(stretch) and after[:1].isspace()):
            opened.append((stretch, len(text)))
        else:
            return None
    if opened or any(tag.closing and not text[tag.start : tag.end].strip() for tag in tags):
        return None
    return Untagged(text, tuple(reversed(tags)))


def _opens(mark: str) -> bool:
    return mark == "[" or bool(_EMPHASIS.fullmatch(mark) or _OPENED.fullmatch(mark))


def _closes(opening: str, mark: str) -> bool:
    if opening == "[":
        return mark.startswith("](") or (mark.startswith("][") and len(mark) > 3)
    if tag := _OPENED.fullmatch(opening):
        closing = _CLOSED.fullmatch(mark)
        return closing is not None and closing[1].lower() == tag[1].lower()
    return mark == opening


def _may_go(opening: str) -> bool:
    tag = _OPENED.fullmatch(opening)
    return opening != "[" and (tag is None or tag[1].lower() in _TAGS_OF_EMPHASIS)


def with_tags(
    said: str, places: Mapping[InlineTag, tuple[int, int]], *, starts: bool
) -> str | None:
    """Put marks round the words of a translation.

    Args:
        said: plain text.
        places: from where to where each mark's words stand in it, the outer before the inner.
        starts: whether a line begins with it.

    Returns:
        Markdown; None if marks would cross.
    """
    if _cross(list(places.values())):
        return None
    order = list(places)
    text, at = "", 0
    for place, mark in sorted(_marks(order, places), key=lambda one: one[0]):
        text += escaped(said[at : place[0]], starts and not text) + mark
        at = place[0]
    return text + escaped(said[at:], starts and not text)


def _marks(
    order: Sequence[InlineTag], places: Mapping[InlineTag, tuple[int, int]]
) -> Iterator[tuple[tuple[int, int, int], str]]:
    """Each mark with where it stands: what closes before what opens, the outer outside."""
    for number, tag in enumerate(order):
        start, end = places[tag]
        if not tag.closing:
            yield (start, 1, number), tag.opening
            continue
        yield (start, 2, number), tag.opening
        yield (end, 0, -number), tag.closing


def _cross(places: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch begins in an earlier one and ends outside, or holds one it lay in."""
    return any(
        a < c < b < d or c < a < d < b
        for n, (a, b) in enumerate(places)
        for c, d in places[n + 1 :]
    )
