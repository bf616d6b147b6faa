"""From the bytes of a file to text that every document can carry, or a clear refusal."""

import codecs
import re

from press.errors import UnreadableFile
from press.text import clean

LARGEST = 5 * 1024 * 1024
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Line ends of other systems, and Unicode's own line and paragraph separators.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028]")
_PAGE_ENDS = re.compile("[\x0c\u2029]")
# Documents of other programs that happen to be text.
_FOREIGN = {
    "<!doctype": "a web page (HTML)",
    "<html": "a web page (HTML)",
    "<?xml": "an XML document",
    "<rss": "a feed",
    "<feed": "a feed",
    '{"': "JSON data",
    "{\\rtf": "a word-processor document (RTF)",
    "%pdf-": "a PDF document",
}


def text_of(data: bytes) -> str:
    """The text of a file: NFC, LF line ends, nothing in it that XML forbids.

    Args:
        data: the whole file; UTF-8 with or without a byte order mark, or UTF-16 with one.

    Raises:
        UnreadableFile: too large, not text, empty, or a document of another kind.
    """
    if len(data) > LARGEST:
        raise UnreadableFile(f"it is larger than {LARGEST // 1024**2} MiB")
    text = _decoded(data)
    if "\0" in text:
        raise UnreadableFile("it is not a text file")
    text = clean(_PAGE_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text)))
    if not text.strip():
        raise UnreadableFile("it is empty")
    opening = "".join(text[:200].split()).lower()
    for mark, kind in _FOREIGN.items():
        if opening.startswith(mark):
            raise UnreadableFile(f"it is {kind}; send plain text or Markdown")
    return text


def _decoded(data: bytes) -> str:
    # A second guess such as cp1252 would read any bytes at all, and print wrong letters in a name.
    try:
        return data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise UnreadableFile("it is not a text file") from error
        raise UnreadableFile("it is not UTF-8 text; save it as UTF-8 and send it again") from error
