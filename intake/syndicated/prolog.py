"""XML feeds, told by their root element (XML 1.0, section 2.8)."""

import codecs
import re

from press.errors import UnreadableFile

_LOOKED_AT = 64 * 1024  # bytes at the beginning
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?P<name>rss|feed|rdf|entry)(?=[\s>/])", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!doctype\s{1,9}(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
# What may stand before the root, by its first characters, and where it ends.
_BEFORE = {"<?": "?>", "<!--": "-->", "<!": ">"}
_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_RDF = ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")
_NEEDED = {"entry": _ATOM, "rdf": _RDF}


def is_rss(data: bytes) -> bool:
    """Whether a file is RSS of any version: 0.9x, 1.0 (RDF) or 2.0."""
    return _root(data) in ("rss", "rdf")


def is_atom(data: bytes) -> bool:
    """Whether a file is an Atom feed, 0.3 or 1.0 (RFC 4287), or a single entry of one."""
    return _root(data) in ("feed", "entry")


def check_no_entities(text: str) -> None:
    """Refuse a document that declares entities, which may grow without end or name other files.

    Raises:
        UnreadableFile: it does.
    """
    at = _after_prolog(text)
    if re.search(r"<!doctype[^>\[]{0,2000}\[", text[:at], re.IGNORECASE) or (
        "<!ENTITY" in text[: at + 20].upper()
    ):
        raise UnreadableFile(
            "it declares XML entities of its own, which are never read: export the feed again "
            "without a DOCTYPE, or paste the text of an entry"
        )


def without_prolog(text: str) -> str:
    """The document from its root element on."""
    return text[_after_prolog(text) :]


def comments_before(text: str) -> str:
    """What stands before the root element, which nobody is shown."""
    return text[: _after_prolog(text)]


def _root(data: bytes) -> str:
    opening = data[:_LOOKED_AT]
    coding = next((name for mark, name in _UTF_16.items() if opening.startswith(mark)), "utf-8")
    text = opening.decode(coding, "replace").lstrip("\ufeff")
    at = _after_prolog(text)
    if doctype := _DOCTYPE.search(text, 0, at):
        return doctype[0].lower().rpartition(":")[2].split()[-1]
    found = _ROOT.match(text, at)
    name = found["name"].lower() if found else ""
    needed = _NEEDED.get(name, ())
    return name if not needed or any(one in text for one in needed) else ""


def _after_prolog(text: str) -> int:
    """Where the first element may begin."""
    at = 0
    while True:
        while at < len(text) and (text[at].isspace() or text[at] == "\ufeff"):
            at += 1
        mark = next((one for one in ("<!--", "<?", "<!") if text.startswith(one, at)), None)
        if mark is None:
            return at
        end = _end(text, at, mark)
        if end < 0:
            return at
        at = end


def _end(text: str, at: int, mark: str) -> int:
    """Where what begins with a mark ends; a DOCTYPE may have a part in brackets."""
    close = _BEFORE[mark]
    end = text.find(close, at)
    if end < 0:
        return -1
    bracket = text.find("[", at, end) if mark == "<!" else -1
    if bracket >= 0:
        end = text.find("]", bracket)
        end = text.find(close, end) if end >= 0 else -1
    return end + len(close) if end >= 0 else -1
