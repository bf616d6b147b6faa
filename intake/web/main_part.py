"""Finding the part of a page that is its text."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from lxml import etree

# Characters of a page in which the text is looked for by what it is like; it takes a second.
LARGEST = 300_000
_MOST_ELEMENTS = 6_000  # elements, likewise
_FEWEST = 25  # characters of a line that is found again with certainty
_MOST = 200  # lines that are looked for
_OPENING = 60  # characters of each
_LONGEST_ABOVE = 600  # characters from a headline to the text below it
_NEARLY = 0.8  # of the letters; a line or two of what stands round a text are taken for it
_LINES = frozenset({"p", "span", "b", "strong", "em", "i", "a", "li", "ul", "font", "h1", "h2"})


def main_part(body: etree._Element, html: str) -> etree._Element:
    """The element that holds the text: as the page says, else as it looks.

    Args:
        body: of the page, without its furniture.
        html: the page as text.
    """
    said = [one for one in body.iter("*") if one.tag == "main" or one.get("role") == "main"]
    articles = list(body.iter("article"))
    for found in (said, articles):
        if len(found) == 1 and _has_words(found[0]):
            return found[0]
    if len(articles) > 1:
        headed = [one for one in articles if next(one.iter("h1"), None) is not None]
        if len(headed) == 1:
            return headed[0]
    is_small = len(html) <= LARGEST and sum(1 for _ in body.iter()) <= _MOST_ELEMENTS
    looks = _as_it_looks(body, html) if is_small else None
    if looks is None:
        return body
    _take_in_headline(body, looks)
    return looks


def _take_in_headline(body: etree._Element, main: etree._Element) -> None:
    """Move the one headline of a page that stands above its text into it, with what is between.

    That is the day, the place, a lead; a text that is found by its paragraphs begins below them.
    """
    headlines = list(body.iter("h1"))
    if len(headlines) != 1 or main is body or main in (around := [*headlines[0].iterancestors()]):
        return
    holders = set(around)
    held = next((one for one in (main, *main.iterancestors()) if one.getparent() in holders), None)
    shared = held.getparent() if held is not None else None
    if held is None or shared is None:
        return
    children = list(shared)
    line = (headlines[0], *around)
    first = children.index(next(one for one in line if one.getparent() is shared))
    _move(children[first : children.index(held)], main)


def _move(parts: Sequence[etree._Element], main: etree._Element) -> None:
    """Put what is short above the text; what is long is something else."""
    if sum(len(text) for part in parts for text in part.itertext("*")) > _LONGEST_ABOVE:
        return
    before, main.text = main.text, None
    for n, part in enumerate(parts):
        main.insert(n, part)
    if parts and before:
        parts[-1].tail = f"{parts[-1].tail or ''} {before}"


def _has_words(element: etree._Element) -> bool:
    return sum(len(text.strip()) for text in element.itertext("*")) > _FEWEST


def _as_it_looks(body: etree._Element, html: str) -> etree._Element | None:
    """The innermost element with nearly all of the lines that trafilatura finds."""
    from trafilatura import extract  # noqa: PLC0415 - takes a second, which other files do without

    text = extract(html, fast=True, include_comments=False, favor_recall=True) or ""
    lines = ["".join(line.split()) for line in re.split(r"[\n|]", text)]
    leaves, starts, page = _flat(body)
    held, total = Counter[etree._Element](), 0
    for line in [line for line in lines if len(line) >= _FEWEST][:_MOST]:
        if (at := page.find(line[:_OPENING])) >= 0:
            leaf = leaves[bisect_right(starts, at) - 1]
            held.update(dict.fromkeys((leaf, *leaf.iterancestors()), len(line)))
            total += len(line)
    return _innermost(held, total)


def _flat(body: etree._Element) -> tuple[list[etree._Element], list[int], str]:
    """A page's words without spaces, and where those of each element begin."""
    leaves, starts, parts, length = list[etree._Element](), list[int](), list[str](), 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        text = element.text if event == "start" else element.tail
        holder = element if event == "start" else element.getparent()
        if text and holder is not None and (words := "".join(text.split())):
            leaves.append(holder)
            starts.append(length)
            parts.append(words)
            length += len(words)
    return leaves, starts, "".join(parts)


def _innermost(held: Counter[etree._Element], total: int) -> etree._Element | None:
    """The innermost element with nearly all of the lines that were found."""
    holders = [one for one, count in held.items() if count >= _NEARLY * total]
    found = max(holders, key=lambda one: sum(1 for _ in one.iterancestors()), default=None)
    while found is not None and found.tag in _LINES and found.getparent() is not None:
        found = found.getparent()
    return found
