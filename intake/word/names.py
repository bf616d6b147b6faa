"""Names of elements in office documents (ECMA-376-1 and its Strict form; ODF 1.3)."""

from functools import cache, lru_cache

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {
    "w": _WORD,
    "r": _RELATIONS,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "types": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "script": "urn:oasis:names:tc:opendocument:xmlns:script:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
# Two forms of the standard name the same things differently.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _RELATIONS.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": _SPACES["wp"].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": _SPACES["a"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": _SPACES["m"].encode(),
}
NAMES = {uri: prefix for prefix, uri in _SPACES.items()}


@cache
def q(name: str) -> str:
    """A name as lxml writes it: of `w:p` that with the address of `w` in braces."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


@lru_cache(maxsize=1000)
def short(tag: object) -> str:
    """The name with its prefix, `w:p`; of what is no element or in another space its own words."""
    if not isinstance(tag, str):
        return ""
    uri, _, local = tag[1:].partition("}")
    prefix = NAMES.get(uri)
    return f"{prefix}:{local}" if prefix else local or tag
