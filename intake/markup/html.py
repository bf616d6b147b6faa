"""HTML to CommonMark with tables: what Word files, mails, pages and feeds are read through."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from intake.markup.boxes import joined
from intake.markup.elements import said_in_attributes, said_to_few
from intake.markup.parsing import tree_of
from intake.markup.pictures import Image
from intake.markup.walk import Walk
from press.releases.received import LeftOut
from press.text import well_formed

_MOST = 10  # things left out that are named one by one

__all__ = ["Image", "Marked", "marked"]


@dataclass(frozen=True, slots=True)
class Marked:
    """What a page shows.

    Args:
        markdown: its words, as CommonMark with tables.
        images: its pictures, in their order; they are not in the words.
        unseen: words that are in it and not shown: hidden, struck out, or in comments.
        asides: captions, and what is said to programs or to who cannot see it, in attributes; they
            may say that the text must wait.
        left_out: hidden words, frames and links that are not in the words, and why.
    """

    markdown: str
    images: tuple[Image, ...] = ()
    unseen: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def marked(html: str | etree._Element, base: str = "") -> Marked:
    """Write HTML as CommonMark, in which the same words and links are read.

    Only what would be markup is escaped. Links keep their whole addresses; of those that lead
    elsewhere in the same page or run a program, the words stay. Tables that only lay a page out
    become paragraphs. What nobody sees is left out.

    Args:
        html: a document or a part of one, or an element of it.
        base: the address of the document, with which others in it are made whole; may be empty.

    Raises:
        UnreadableFile: it is nested too deeply, or has more elements than can be looked at.
    """
    root = tree_of(html) if isinstance(html, str) else html
    walk = Walk(root, base)
    pieces = walk.pieces()
    asides = (*walk.heard_alone, *said_in_attributes(root), *said_to_few(root))
    markdown = well_formed(joined(pieces))
    return Marked(
        markdown,
        tuple(walk.images),
        tuple(walk.unseen),
        tuple(dict.fromkeys(asides)),
        tuple(_few(list(dict.fromkeys(walk.left_out)))),
    )


def _few(left_out: list[LeftOut]) -> Iterator[LeftOut]:
    """The first of them, and how many more there are for each reason."""
    yield from left_out[:_MOST]
    more = Counter(one.why for one in left_out[_MOST:])
    yield from (LeftOut(f"{count} more like this", why) for why, count in more.items())
