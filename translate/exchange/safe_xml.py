"""XML that strangers send: read without declarations, entities or the network."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from press.errors import UnreadableFile

XML = "{http://www.w3.org/XML/1998/namespace}"


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

    What has ended stays until it is dropped with `drop_before` or cleared. Read and refused is what
    `root_of` reads and refuses.

    Args:
        data: the whole document.
        names: of the elements, without a namespace.

    Yields:
        whether it has ended, and the element.

    Raises:
        UnreadableFile: it is not well-formed, or declares anything.
    """
    walk = etree.iterparse(
        BytesIO(data),
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    is_checked = False
    try:
        for event, element in walk:
            if not is_checked:
                _check_declarations(element)
                is_checked = True
            yield event == "end", element
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(f"it is not well-formed XML: {error.msg}") from error
    if not is_checked:
        _check_declarations(walk.root)


def drop_before(element: etree._Element, name: str) -> None:
    """Take elements of a name out of the tree that stand directly before one that has ended."""
    parent, before = element.getparent(), element.getprevious()
    while parent is not None and before is not None and name_of(before) == name:
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
