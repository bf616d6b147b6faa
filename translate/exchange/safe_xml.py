"""XML that strangers send: read without declarations, entities or the network."""

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
    # The stubs do not know what a DTD can be asked.
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and (list(declared.iterentities()) or list(declared.iterelements())):
        raise UnreadableFile("it declares entities or elements of its own, which are not read")
    return root


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
