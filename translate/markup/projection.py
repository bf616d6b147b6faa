"""Where links and emphasis land in a translation."""

import re
from collections.abc import Mapping

from translate.alignment.words import SURE, AlignedHypothesis, AlignedSpan, found, place
from translate.markup.tags import InlineTag
from translate.markup.whole import Whole

EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def places(
    whole: Whole, said: AlignedHypothesis, apart: Mapping[str, str]
) -> dict[InlineTag, tuple[int, int]]:
    """Where each mark goes whose words are found again; what stands in another stays in it."""
    projected = dict[InlineTag, tuple[int, int]]()
    for tag in whole.tags:
        at = _place(whole.words, said, tag, apart)
        if at and at.sure >= SURE:
            projected[tag] = _inside(tag, (at.start, at.end), projected)
    return projected


def _place(
    source: str, said: AlignedHypothesis, tag: InlineTag, apart: Mapping[str, str]
) -> AlignedSpan | None:
    """Where a mark goes: a break before the words it stood before, others round their words."""
    if not tag.closing:
        first = len(source) - len(source[tag.start :].lstrip())
        at = place(source, said, first, first + 1, trimmed=False)
        return at and at._replace(end=at.start)
    alone = EDGES.sub("", apart.get(EDGES.sub("", source[tag.start : tag.end]), ""))
    return found(alone, said.text) or place(source, said, tag.start, tag.end)


def _inside(
    tag: InlineTag, at: tuple[int, int], places: Mapping[InlineTag, tuple[int, int]]
) -> tuple[int, int]:
    """A place cut to that of the mark it stands in."""
    start, end = at
    for other, (first, last) in places.items():
        if other.closing and other.start <= tag.start and tag.end <= other.end:
            start, end = max(start, first), min(end, last)
            start, end = (start, end) if start < end else (first, last)
    return start, end
