"""From the bytes of a file to text that every document can carry, or a clear refusal."""

import codecs
import re
from dataclasses import dataclass

from intake.characters.bounds import check_bounds
from intake.characters.foreign import kind_of_bytes, kind_of_text
from intake.characters.western import from_western
from press.errors import UnreadableFile
from press.text import well_formed

LARGEST = 5 * 1024 * 1024
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Line ends of other systems, and Unicode's own line and paragraph separators.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028]")
_PAGE_ENDS = re.compile("[\x0c\u2029]")
_NO_TEXT = "it is not a text file"
_WESTERN = "it was read as Windows-1252: look at its accents, quotation marks and dashes"


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file as text.

    Args:
        text: NFC, LF line ends, nothing in it that XML forbids.
        notes: what an officer should know of how it was read, a sentence each.
    """

    text: str
    notes: tuple[str, ...] = ()


def text_of(data: bytes) -> str:
    """The text of a file, as `opened` reads it."""
    return opened(data).text


def opened(data: bytes) -> OpenedFile:
    """Read a file as text.

    Args:
        data: the whole file; UTF-8 with or without a byte order mark, UTF-16 with one, or
            Windows-1252.

    Raises:
        UnreadableFile: too large, not text, empty, or a document of another kind.
    """
    if kind := kind_of_bytes(data):
        raise UnreadableFile(f"it is {kind}")
    if len(data) > LARGEST:
        raise UnreadableFile(f"it is larger than {LARGEST // 1024**2} MiB")
    sheet = _decoded(data)
    if "\0" in sheet.text:
        raise UnreadableFile(_NO_TEXT)
    text = well_formed(_PAGE_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", sheet.text)))
    if not text.strip():
        raise UnreadableFile("it is empty")
    check_bounds(text)
    if kind := kind_of_text(text):
        raise UnreadableFile(f"it is {kind}")
    return OpenedFile(text, sheet.notes)


def _decoded(data: bytes) -> OpenedFile:
    if data.startswith(_UTF_16):
        try:
            return OpenedFile(data.decode("utf-16"))
        except UnicodeDecodeError as error:
            raise UnreadableFile(_NO_TEXT) from error
    try:
        return OpenedFile(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise UnreadableFile(_NO_TEXT) from error
        return OpenedFile(from_western(data), (_WESTERN,))
