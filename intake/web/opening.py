"""A page in parts: its text, what stands beside it, and what nobody is shown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from intake.characters.bounds import MOST_LINES
from intake.markup.elements import said_in_attributes, said_to_few
from intake.markup.html import Marked, marked
from intake.markup.parsing import tree_of
from intake.web.encoding import page_text
from intake.web.furniture import detach, take_furniture, units_of
from intake.web.main_part import main_part
from intake.web.metadata import PageFacts, facts_of
from intake.web.saved import SavedPage
from press.errors import UnreadableFile

# Bytes of a page beside its pictures, which stand in its text where they are saved with it.
LARGEST_TEXT = 5 * 1024 * 1024
_INCLUDED = re.compile(r"data:[\w/+.;=-]{0,100},[^\s\"'<>)]*")


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """A page in parts.

    Args:
        main: the element that holds its text.
        shown: what that shows.
        beside: what stands round it, each part about one thing.
        facts: what the page says of itself.
        base: its address; may be empty.
        unseen: words of it that no reader of its text sees.
        notes: what an officer should know of how it was read, a sentence each.
    """

    main: etree._Element
    shown: Marked
    beside: Sequence[Marked]
    facts: PageFacts
    base: str
    unseen: tuple[str, ...]
    notes: tuple[str, ...]


def opened(page: SavedPage) -> OpenedPage:
    """Take a page apart.

    Args:
        page: as it was saved.

    Raises:
        UnreadableFile: it is too large, nested too deeply, or in no encoding that is known.
    """
    html, notes = page_text(page.html, page.encoding)
    words = _INCLUDED.sub("data:,", html)
    if len(words) > LARGEST_TEXT:
        raise UnreadableFile(f"its text is larger than {LARGEST_TEXT // 1024**2} MiB")
    root = tree_of(html)
    pointed = (*said_in_attributes(root), *said_to_few(root), *_remarks(root))
    body = _body_of(root)
    rest = take_furniture(body)
    main = main_part(body, words)
    facts = facts_of(root, main)
    base = page.base or facts.base
    _check_size(main)
    shown = marked(main, base)
    if main is not body:
        detach(main)
        rest.append(body)
    beside = [marked(one, base) for part in rest for one in units_of(part)]
    unseen = (facts.title, facts.written, *(said for _, said in facts.fields), *pointed)
    for one in (shown, *beside):
        unseen += (*one.unseen, *one.asides, *(image.source for image in one.images))
    return OpenedPage(main, shown, beside, facts, base, tuple(dict.fromkeys(unseen)), notes)


def _remarks(root: etree._Element) -> Iterator[str]:
    """The comments of a page, wherever they stand; its text is looked for in none."""
    yield from ((one.text or "").strip() for one in root.iter(etree.Comment))


def _body_of(root: etree._Element) -> etree._Element:
    """The body of a page, with what stands behind its end: browsers show that as well."""
    body = next(root.iter("body"), root)
    for holder in (body, *body.iterancestors()):
        for other in list(holder.itersiblings()):
            body.append(other)
    return body


def _check_size(main: etree._Element) -> None:
    """Refuse what would be more lines than any text that is read, before they are written.

    A link takes as long to be read as a line.
    """
    lines = sum(1 for one in main.iter("p", "li", "tr", "dt", "pre") if _has_own_words(one))
    if lines + sum(1 for _ in main.iter("a")) > MOST_LINES:
        raise UnreadableFile(
            f"it has more than {MOST_LINES} lines and links: file the press text, and attach the "
            "document"
        )


def _has_own_words(element: etree._Element) -> bool:
    return bool((element.text or "").strip()) or len(element) > 0
