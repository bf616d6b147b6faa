"""XML that strangers send: read without declarations, entities or the network."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from press.errors import UnreadableFile

XML = "{http://www.w3.org/XML/1998/namespace}"
PIECE = 32 * 2**10  # bytes that are parsed at once
LONGEST = 2**20  # bytes of a unit, and of all that stands between two


def root_of(data: bytes) -> etree._Element:
    """The root of an XML document.

    A reference to a published DTD is ignored, never followed; declarations inside the document
    are refused, because entities are what they are used for.

    Raises:
        UnreadableFile: it is not well-formed, or declares anything.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(f"it is not well-formed XML: {error.msg}") from error
    _check_declarations(root)
    return root


def walked(data: bytes, *names: str) -> Iterator[tuple[bool, etree._Element]]:
    """Elements of some names as they begin and end, for documents too large for a whole tree.

    What stands two below the root is a unit: once it has ended it goes, with all before it. So
    there is never more of a tree than `LONGEST` bytes make, whatever is in them. Other elements
    stay until they are cleared. Read and refused is else what `root_of` reads and refuses.

    Args:
        data: the whole document.
        names: of the elements, without a namespace.

    Yields:
        whether it has ended, and the element.

    Raises:
        UnreadableFile: it is not well-formed, declares anything, or has a unit that is too long.
    """
    walk = etree.XMLPullParser(
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    units, ended_at, is_checked = 0, 0, False
    try:
        for start in range(0, len(data), PIECE):
            walk.feed(data[start : start + PIECE])
            read: Iterator[tuple[str, Any]] = walk.read_events()  # elements alone: no namespaces
            for event, element in read:
                if not is_checked:
                    _check_declarations(element)
                    is_checked = True
                is_end = event == "end"
                yield is_end, element
                if is_end and _is_unit(element):
                    forget(element)
                    units, ended_at = units + 1, start
            if start - ended_at >= LONGEST:
                raise UnreadableFile(_too_long(units + 1))
        root = walk.close()
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(f"it is not well-formed XML: {error.msg}") from error
    if not is_checked:
        _check_declarations(root)


def _is_unit(element: etree._Element) -> bool:
    above = element.getparent()
    root = above.getparent() if above is not None else None
    return root is not None and root.getparent() is None


def _too_long(number: int) -> str:
    most = f"{LONGEST // 2**20} MiB"
    return f"its unit {number}, or what stands before that, is longer than {most}: leave it out"


def forget(element: etree._Element) -> None:
    """Of what has ended the last alone stays in the tree, empty, since the parser stands there."""
    element.clear()
    parent, before = element.getparent(), element.getprevious()
    while parent is not None and before is not None:
        parent.remove(before)
        before = element.getprevious()


def _check_declarations(element: etree._Element) -> None:
    # The stubs do not know what a DTD can be asked.
    declared: Any = element.getroottree().docinfo.internalDTD
    if declared is not None and (list(declared.iterentities()) or list(declared.iterelements())):
        raise UnreadableFile("it declares entities or elements of its own, which are not read")


def written(root: etree._Element) -> bytes:
    """A document as UTF-8, its last line ended; white space between words stays as it is."""
    document: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return document + b"\n"


def name_of(element: etree._Element) -> str:
    """An element's name without its namespace; an entity that was not resolved has none."""
    tag = element.tag
    return etree.QName(tag).localname if isinstance(tag, str) else ""


def append_words(parent: etree._Element, words: str) -> None:
    """Add words after whatever is in an element."""
    last = next(parent.iterchildren(reversed=True), None)  # to count them takes a while
    if last is None:
        parent.text = (parent.text or "") + words
    else:
        last.tail = (last.tail or "") + words
