"""The XML in an office document, read without entities, without a network."""

from lxml import etree

from intake.word.names import STRICT, q
from press.errors import UnreadableFile

LARGEST = 12 * 1024**2  # bytes of one part
MOST_TAGS = 200_000  # of one part; Word writes about 30 for a line of text
DEEPEST = 100  # elements within each other; a table in a text box in a table takes 40
_TOO_DEEP = "/" + "/".join("*" * DEEPEST)
_DOCTYPES = tuple(b"".join(bytes((c,)) + pad for c in b"<!DOCTYPE") for pad in (b"", b"\0"))


def parsed(data: bytes, name: str) -> etree._Element:
    """The root of a part.

    Args:
        data: the part.
        name: of the part, for what is said of it.

    Raises:
        UnreadableFile: it is no XML, has a document type, or is larger than any text.
    """
    if len(data) > LARGEST or data.count(b"<") > MOST_TAGS:
        raise too_large(name)
    if any(mark in data for mark in _DOCTYPES):
        raise _typed(name)
    for strict, usual in STRICT.items():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unread(name, str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _typed(name)
    if root.xpath(_TOO_DEEP):
        raise _unread(name, "depth")
    return root


def too_large(name: str) -> UnreadableFile:
    """The refusal of a part that is larger than that of any press text."""
    return UnreadableFile(
        f"its {name} is larger than that of any press text: "
        "send the text alone, and tables and pictures apart"
    )


def _typed(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"its {name} has a document type, as no word processor writes it: save it again"
    )


def _unread(name: str, why: str) -> UnreadableFile:
    if "depth" in why.lower():
        return UnreadableFile(f"its {name} is nested deeper than any text: paste its text alone")
    return UnreadableFile(f"it is damaged: its {name} cannot be read; save it again, and send that")


def flag(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a property is switched on, off, or not mentioned (ECMA-376-1, 17.17.4)."""
    found = properties.find(q(name)) if properties is not None else None
    if found is None:
        return None
    return found.get(q("w:val"), "true") not in ("0", "false", "off", "none")


def value(parent: etree._Element | None, name: str) -> str:
    """The value of a property, empty where it is not mentioned."""
    found = parent.find(q(name)) if parent is not None else None
    return "" if found is None else found.get(q("w:val"), "")
