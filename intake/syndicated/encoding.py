"""From the bytes of an XML feed to its text, whatever encoding it says it is in."""

import codecs
import re

from intake.characters.codings import codec_named
from intake.characters.opening import OpenedFile
from intake.characters.western import from_western
from press.errors import UnreadableFile
from press.text import well_formed

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,30})[\"']")


def text_of_xml(data: bytes) -> OpenedFile:
    """Read an XML document as text.

    UTF-8 is tried before what the document declares: seldom is anything else UTF-8 by chance.

    Args:
        data: the whole document.

    Raises:
        UnreadableFile: it is in no encoding that is known.
    """
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return OpenedFile(well_formed(data[len(mark) :].decode(name, "replace")))
    try:
        return OpenedFile(well_formed(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _not_utf_8(data)


def _not_utf_8(data: bytes) -> OpenedFile:
    found = _DECLARED.match(data)
    declared = found[1].decode("ascii") if found else ""
    codec = codec_named(declared)
    if codec and codec != "cp1252" and not codec.startswith("utf"):
        try:
            return OpenedFile(well_formed(data.decode(codec)))
        except UnicodeDecodeError:
            raise UnreadableFile(
                f"it says that it is in {declared}, and is not; save it as UTF-8 and send it again"
            ) from None
    text = well_formed(from_western(data))
    if codec == "cp1252":
        return OpenedFile(text)
    said = f"it says that it is in {declared}, and" if declared else "it"
    return OpenedFile(
        text,
        (f"{said} was read as Windows-1252: look at its accents, quotation marks and dashes",),
    )
