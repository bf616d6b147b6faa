"""From the bytes of a page to its text (HTML, section 13.2.3: encoding sniffing)."""

import codecs
import re

from intake.characters.codings import codec_named
from intake.characters.western import from_western
from press.errors import UnreadableFile

_LOOKED_AT = 4096  # bytes in which a page says what it is written in
_META = re.compile(rb"<meta[^>]{1,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHERWISE = "it was not written in {named}, as it says: look at its accents and dashes"


def page_text(data: bytes, named: str = "") -> tuple[str, tuple[str, ...]]:
    """The text of a page, and what an officer should know of how it was read.

    Args:
        data: the page.
        named: the encoding that its envelope names, if it has one.

    Raises:
        UnreadableFile: it is in an encoding that is not known.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace"), ()
    said = _codec(named or _declared(data))
    # What is UTF-8 by chance is next to nothing; pages that name another encoding are many.
    for codec in ("utf-8", said) if not said.startswith("iso2022") else (said, "utf-8"):
        try:
            text = data.decode(codec or "utf-8")
        except UnicodeDecodeError:
            continue
        is_told = codec == said or not said or data.isascii()
        return text, () if is_told else (_OTHERWISE.format(named=said),)
    if b"\0" in data:
        raise UnreadableFile("it is not a text file")
    return from_western(data), ()


def _declared(data: bytes) -> str:
    found = _META.search(data[:_LOOKED_AT])
    return found[1].decode("ascii") if found else ""


def _codec(name: str) -> str:
    """The codec of a name; none where there is none."""
    codec = codec_named(name)
    # Of what names UTF-16, the name was read so far as if it were not in it.
    return "utf-8" if codec.startswith("utf-16") else codec
