"""What feedgen cannot say, said through its own extension points."""

import re
from copy import copy
from datetime import datetime
from functools import lru_cache

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseExtension
from lxml import etree

from press.text import clean

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
HISTORY = "http://purl.org/syndication/history/1.0"
_SIGNS = re.compile("([&<])")
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


def put(parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    """Write an element at once, for entries: feedgen takes four times as long for each of them.

    Args:
        parent: what it stands in, last.
        tag: its name; with its namespace in braces where it has a prefix.
        text: plain text, fit for XML.
        attributes: of the element, likewise.
    """
    made = etree.SubElement(parent, tag, attributes)
    if text:
        made.text = text
    return made


def put_again(
    parent: etree._Element, tag: str, text: str = "", **attributes: str
) -> etree._Element:
    """The same for what stands in entry after entry: a copy is made in a third of the time.

    Args:
        parent: as for `put`.
        tag: likewise.
        text: likewise.
        attributes: likewise.
    """
    made = copy(_first(tag, text, tuple(attributes.items())))
    parent.append(made)
    return made


@lru_cache(1024)
def _first(tag: str, text: str, attributes: tuple[tuple[str, str], ...]) -> etree._Element:
    return put(etree.Element("first"), tag, text, **dict(attributes))


def put_sender(entry: etree._Element, issuer: str, reference: str) -> None:
    """Who sends an entry and under what number, in Dublin Core, which Atom and RSS both allow.

    Atom's own `author` and `id` are of the entry: neither can tell an issuer from a service, nor
    the sender's number from ours.

    Args:
        entry: Atom entry or RSS item.
        issuer: plain text; nothing is written where it is empty.
        reference: likewise.
    """
    for name, words in (("publisher", issuer), ("identifier", reference)):
        if words:
            put_again(entry, f"{{{DC}}}{name}", words)


def refer(element: etree._Element) -> None:
    """Write `&` and `<` of a plain text as `&#x26;` and `&#x3C;` (RSS Profile, character data).

    Any parser of XML reads the same; readers that take a title for HTML read these at least.

    Args:
        element: that holds nothing but plain text.
    """
    text, *signs = _SIGNS.split(element.text or "")
    element.text = text or None
    for sign, after in zip(signs[::2], signs[1::2], strict=True):
        reference = etree.Entity(f"#x{ord(sign):X}")
        reference.tail = after or None
        element.append(reference)


class Elements(BaseExtension):  # type: ignore[misc] # feedgen publishes no types
    """Elements of our own for a feed, written after feedgen's in the order given."""

    def __init__(self) -> None:
        self._elements: list[tuple[str, str, dict[str, str], Elements]] = []

    def add(self, tag: str, text: str = "", **attributes: str) -> "Elements":
        """Write one more element.

        Args:
            tag: its name; with its namespace in braces where it has a prefix.
            text: plain text.
            attributes: of the element.

        Returns:
            what stands inside it: nothing yet.
        """
        attributes = {name: clean(value) for name, value in attributes.items()}
        inside = Elements()
        self._elements.append((tag, clean(text), attributes, inside))
        return inside

    def extend_ns(self) -> dict[str, str]:
        """The prefixes these elements need beside feedgen's own."""
        return {"fh": HISTORY, "at": TOMBSTONES}

    def extend_atom(self, element: etree._Element) -> etree._Element:
        """Extend an Atom feed (called by feedgen)."""
        for tag, text, attributes, inside in self._elements:
            inside.extend_atom(put(element, tag, text, **attributes))
        return element


class RssElements(Elements):
    """The same for RSS, whose feeds keep everything one level deeper, in the channel."""

    def extend_ns(self) -> dict[str, str]:
        """The prefixes these elements need beside feedgen's own."""
        return {"dc": DC, "media": MEDIA, "fh": HISTORY}

    def extend_rss(self, element: etree._Element) -> etree._Element:
        """Extend an RSS feed (called by feedgen)."""
        (channel,) = element.iterfind("channel")
        self.extend_atom(channel)
        for one in list(channel.iter(etree.Element)):
            refer(one)
        return element


class Finished(FeedEntry):  # type: ignore[misc] # feedgen publishes no types
    """An entry whose XML exists already: feedgen makes all at the end, where one fault ends all.

    Args:
        element: the Atom entry or RSS item.
    """

    def __init__(self, element: etree._Element) -> None:
        super().__init__()
        self._element = element

    def atom_entry(self, extensions: bool = True) -> etree._Element:  # noqa: ARG002 - feedgen's
        """A copy of the element, which may stand in other documents too (called by feedgen)."""
        return copy(self._element)  # lxml copies all that is inside

    rss_entry = atom_entry


class NoDate(datetime):
    """A date that feedgen takes for none.

    Without one it writes the time of rendering, and to format any for RSS it switches the locale
    of the whole process, under every other thread's feet (feedgen.util.formatRFC2822).
    """

    def __bool__(self) -> bool:
        return False
