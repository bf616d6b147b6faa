"""Documents of other programs, told by their first bytes, and what to do with them."""

import re

_LOOKED_AT = 64 * 1024  # bytes at each end of a file; an archive names its members there
_TEXT = "save it as plain text, or paste its text"
_WORD = "save it as Word document (.docx), or paste its text"
_ZIP = b"PK\x03\x04"
# Names of members, of which the first that is there tells what an archive is.
_ZIPPED = {
    b"word/": f"a Word document (.docx): {_TEXT}",
    b"ppt/": f"a presentation (.pptx): {_TEXT}",
    b"xl/": f"a spreadsheet (.xlsx): {_TEXT}",
    b"opendocument.text": f"an OpenDocument text (.odt): {_TEXT}",
    b"opendocument.presentation": f"an OpenDocument presentation (.odp): {_TEXT}",
    b"opendocument.spreadsheet": f"an OpenDocument spreadsheet (.ods): {_TEXT}",
    b"application/epub": f"an e-book (EPUB): {_TEXT}",
    b"Index/Document.iwa": f"a document of Pages (.pages): {_WORD}",
    b"": "a ZIP archive: unpack it, and send the texts that are in it",
}
# https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb: names of streams, in UTF-16.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = {
    "EncryptedPackage".encode("utf-16-le"): "a document with a password: save it without one",
    "WordDocument".encode("utf-16-le"): f"an old Word document (.doc): {_WORD}",
    "PowerPoint Document".encode("utf-16-le"): f"an old presentation (.ppt): {_TEXT}",
    "Workbook".encode("utf-16-le"): f"an old spreadsheet (.xls): {_TEXT}",
    "__substg1.0_".encode("utf-16-le"): "a mail of Outlook (.msg): paste its text",
    b"": f"a document of an old office program: {_TEXT}",
}
_PICTURE = "send the words that it shows, as text"
_UNPACK = "unpack it, and send the texts that are in it"
_OPENINGS = {
    rb"%PDF-": "a PDF document: send the Word file it was made from, or paste its text",
    rb"\{\\rtf": f"a word-processor document (RTF): {_WORD}",
    rb"\x89PNG": f"a picture (PNG): {_PICTURE}",
    rb"\xff\xd8\xff": f"a picture (JPEG): {_PICTURE}",
    rb"GIF8[79]a": f"a picture (GIF): {_PICTURE}",
    rb"II\*\0|MM\0\*": f"a picture (TIFF): {_PICTURE}",
    rb"RIFF....WEBP": f"a picture (WebP): {_PICTURE}",
    rb"\0...ftyp(?:hei|mif1|avif)": f"a picture (HEIC or AVIF): {_PICTURE}",
    rb"\0...ftyp|RIFF....(?:WAVE|AVI )": "a film or a recording: send what is said, as text",
    rb"\x1f\x8b": f"a gzip archive: {_UNPACK}",
    rb"7z\xbc\xaf\x27\x1c": f"a 7-Zip archive: {_UNPACK}",
    rb"Rar!\x1a": f"a RAR archive: {_UNPACK}",
}
_OPENING = [(re.compile(mark, re.DOTALL), kind) for mark, kind in _OPENINGS.items()]
# Documents that are text, by the first letters that are no spaces.
_WRITTEN = {
    "<!doctypehtml": "a web page (HTML): paste the text that it shows",
    "<html": "a web page (HTML): paste the text that it shows",
    "<svg": f"a picture (SVG): {_PICTURE}",
    "<?xml": f"an XML document: {_TEXT}",
    "<!doctype": f"an XML document: {_TEXT}",
    '{"': f"JSON data: {_TEXT}",
}


def kind_of_bytes(data: bytes) -> str | None:
    """What a file is that cannot be text, and what to do; None if it may be text.

    Args:
        data: the whole file, or its beginning.
    """
    if data.startswith((_ZIP, _COMPOUND)):
        ends = data[:_LOOKED_AT] + data[-_LOOKED_AT:]
        members = _ZIPPED if data.startswith(_ZIP) else _STREAMS
        return next(kind for name, kind in members.items() if name in ends)
    opening = data[:64].lstrip()
    return next((kind for mark, kind in _OPENING if mark.match(opening)), None)


def kind_of_text(text: str) -> str | None:
    """What a text is that is no text of a press office, and what to do; None for all others."""
    opening = "".join(text[:200].split()).lower()
    return next((kind for mark, kind in _WRITTEN.items() if opening.startswith(mark)), None)
