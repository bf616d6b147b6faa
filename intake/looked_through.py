"""A file that comes with a release and is none: whatever in it says “not yet”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from intake.characters.foreign import kind_of_bytes
from intake.given import Given
from intake.mail.charsets import decoded
from intake.markup.html import marked
from intake.notyet.outright import outright
from intake.syndicated.jsondata import others, parsed
from intake.word.archive import OfficeArchive
from intake.word.hearing import strings_in
from intake.word.names import q
from press.errors import UnreadableFile
from press.releases.release import NotYet

_UNWRITTEN = ("a picture", "a PDF", "a film")  # kinds that may be attached as they are
_ZIP = b"PK\x03\x04"
_OFFICE = ("[Content_Types].xml", "mimetype")  # members that every office document has
_EMBEDDED = re.compile(r"(?:.*/)?(?:embeddings/.*|vbaProject\.bin|Object \d+/.*)")
_GONE = ("w:delText", "text:deletion")  # words that are gone for one reader, and not for another
_TAG = re.compile(r"<[^<>]*>")
_HTML = re.compile(r"<(?:!doctype html|html|body|p|div|table)\b", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MOST_TAGS = 5_000  # of a page that comes beside a text
_LOOKED_AT = 64 * 1024  # characters in which a page is told
# What no text is written with: signs for printers and programs, those for lines and pages apart.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NO_WORDS = "it cannot be read as words"


@dataclass(frozen=True, slots=True)
class HeardFile:
    """What a file says that nobody is shown.

    Args:
        words: passages of it, plain.
        not_yet: what its fields say by their names.
    """

    words: tuple[str, ...] = ()
    not_yet: tuple[NotYet, ...] = ()


def heard_in(data: bytes, given: Given) -> HeardFile:
    """Every word of a file, whatever kind of text or office document it is.

    Of pictures, films and PDF documents no word is read: people look at them.

    Args:
        data: the file.
        given: the zone of a moment that names none, and the language.

    Raises:
        UnreadableFile: it may have words, and they cannot be read.
    """
    kind = kind_of_bytes(data)
    if kind and kind.startswith(_UNWRITTEN):
        return HeardFile()
    if data.startswith(_ZIP):
        return HeardFile(tuple(_of_office(data)))
    if kind or (not data.startswith(_UTF_16) and _BINARY.search(data)):
        raise UnreadableFile(_NO_WORDS)
    return _of_text(_letters(data), data, given)


def _letters(data: bytes) -> str:
    if data.startswith(_UTF_16):
        return data.decode("utf-16", "replace")
    return decoded(data, "")


def _of_office(data: bytes) -> Iterator[str]:
    archive = OfficeArchive(data)
    if not any(name in archive.names for name in _OFFICE):
        raise UnreadableFile(_NO_WORDS)
    if any(_EMBEDDED.fullmatch(name) for name in archive.names):
        raise UnreadableFile("it holds other documents")
    for name in archive.names:
        if name.endswith(".xml") and _has_changes(archive.xml(name)):
            raise UnreadableFile("it holds words that are deleted and still there")
    yield from strings_in(archive)


def _has_changes(root: etree._Element) -> bool:
    return next(root.iter(*map(q, _GONE)), None) is not None


def _of_text(text: str, data: bytes, given: Given) -> HeardFile:
    if text.lstrip().startswith(("{", "[")):
        try:
            value, _ = parsed(data)
        except UnreadableFile:
            return HeardFile((text,))
        fields = others({"": value})
        words = (text, *(words for _, words in fields))
        return HeardFile(words, tuple(outright(fields, given)))
    if _HTML.search(text[:_LOOKED_AT]):
        if text.count("<") > _MOST_TAGS:
            raise UnreadableFile("it is larger than can be looked through beside a text")
        page = marked(text)
        return HeardFile((text, page.markdown, *page.unseen, *page.asides))
    return HeardFile((text, _TAG.sub("\n", text)) if "<" in text else (text,))
