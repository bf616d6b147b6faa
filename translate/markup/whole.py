"""A sentence as it goes to the engine in one go."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate.markup.inline import LETTER, SPACE, Role, Span
from translate.markup.markdown import escaped, plain
from translate.markup.segmentation import QUOTES
from translate.markup.tags import InlineTag, Untagged, without_tags

# A sentence keeps signs such as © in front of it, and the quotes round it if none are inside.
_QUOTED = re.compile(rf"([^\w'‘’(\[¿¡…\\]*)([^{QUOTES}]*?)([{QUOTES}\s]*)")
_WHOLE = re.compile(rf"([^\w'‘’(\[¿¡…\\{QUOTES}]*)(.*?)(\s*)")
_BARE = re.compile(r"(\s*)(.*?)(\s*)")


@dataclass(frozen=True, slots=True)
class Whole:
    """A sentence that goes to the engine in one go, and what stands round and in it.

    Args:
        before: what stands before its words, as it is written.
        words: what the engine is sent: plain text.
        after: what stands after them.
        tags: the links and the emphasis in the words, by their places there.
    """

    before: str
    words: str
    after: str
    tags: tuple[InlineTag, ...] = ()


def whole(sentence: Sequence[Span], marked: bool, *, starts: bool) -> Whole | None:
    """A sentence as it goes to the engine in one go.

    Args:
        sentence: its spans.
        marked: whether they are Markdown.
        starts: whether a line begins with it.

    Returns:
        None if it has something that no engine may see, no words, or marks that make no pairs.
    """
    wordy = [n for n, span in enumerate(sentence) if _is_wordy(span)]
    if not wordy or any(role is Role.PLACEHOLDER for _, role in sentence):
        return None
    for start, end in _peeled(sentence, wordy):
        stretches = [(_said(s, marked), s.role is Role.MARK) for s in sentence[start:end]]
        if found := without_tags(stretches):
            round_it = ("".join(map(_folded, part)) for part in (sentence[:start], sentence[end:]))
            return _within(found, *round_it, marked=marked, starts=starts)
    return None


def _folded(span: Span) -> str:
    return SPACE.sub(" ", span.text) if span.role is Role.WORDS else span.text


def _is_wordy(span: Span) -> bool:
    return span.role is Role.WORDS and bool(LETTER.search(span.text))


def _peeled(sentence: Sequence[Span], wordy: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From where to where a sentence may be read: the marks at its edges go less and less."""
    if len(wordy) == 1:  # marks only stand round it
        yield wordy[0], wordy[0] + 1
        return
    for left in range(wordy[0] + 1):
        for right in range(len(sentence), wordy[-1], -1):
            yield left, right


def _said(span: Span, marked: bool) -> str:
    """A span as the engine sees it; a mark as it is."""
    if span.role is Role.MARK:
        return span.text
    folded = SPACE.sub(" ", span.text)
    return plain(folded) if marked else folded


def _within(found: Untagged, first: str, last: str, *, marked: bool, starts: bool) -> Whole | None:
    """The words without the signs and quotes round them, which stand as they are."""
    ends = [at for tag in found.tags for at in (tag.start, tag.end)]
    for pattern in (_QUOTED, _WHOLE, _BARE):
        match = pattern.fullmatch(found.text)
        if match and match[2] and all(match.start(2) <= at <= match.end(2) for at in ends):
            break
    else:
        return None
    if not LETTER.search(match[2]):
        return None
    shift = match.start(2)
    tags = (replace(w, start=w.start - shift, end=w.end - shift) for w in found.tags)
    before, after = match[1], match[3]
    if marked:
        before, after = escaped(before, starts and not first), escaped(after, starts=False)
    return Whole(first + before, match[2], after + last, tuple(tags))
