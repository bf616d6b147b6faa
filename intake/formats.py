"""The formats this newsroom reads: plain texts, and documents of other programs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from intake import mail
from intake.characters.opening import text_of
from intake.documents import markdown
from intake.given import Given
from intake.syndicated import jsondata, jsonfeed, ninjs, prolog, xmlfeed
from intake.text import listing, presstext
from intake.web import page, saved
from intake.word import docx, odt
from press.releases.release import Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """A format of plain text.

    Args:
        name: what the format is called.
        endings: of file names that are certainly in it, lower case.
        recognises: whether a text of any other name is in it.
        read: takes a text and what is known beside it.
    """

    name: str
    endings: tuple[str, ...]
    recognises: Callable[[str], bool]
    read: Callable[[str, Given], Reading]


@dataclass(frozen=True, slots=True)
class Document:
    """A format that is not plain text.

    Args:
        name: what the format is called.
        media_type: as registered with IANA.
        endings: of file names that are in it, lower case, where the content agrees or is in none.
        recognises: whether content is in it, whatever the file is called; looks at the beginning
            and the end alone.
        read: takes the content, at most `LARGEST` bytes, and what is known beside it.
    """

    name: str
    media_type: str
    endings: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, Given], Reading]


# Bytes of a document: a mail or a Word file carries pictures.
LARGEST = 40 * 1024 * 1024
MARKDOWN = Reader("Markdown", (".md", ".markdown"), markdown.recognises, markdown.read)
LISTING = Reader("topic listing", (), listing.recognises, listing.read)
RELEASE = Reader("press release", (), lambda _: True, presstext.read)
# The first that recognises a text reads it; the last takes every text there is.
READERS = (MARKDOWN, LISTING, RELEASE)


def text_within(name: str, data: bytes, given: Given) -> Reading | None:
    """Read a text that comes within another document, a Word file in a mail.

    Args:
        name: of the file.
        data: its content.
        given: what is known beside it.

    Raises:
        Refusal: it holds no release.
    """
    others = [one for one in DOCUMENTS if one is not MAIL]
    found = next((one for one in others if one.recognises(data)), None)
    found = found or next((one for one in others if name.lower().endswith(one.endings)), None)
    if found:
        return found.read(data, given)
    text = text_of(data)
    reader = MARKDOWN if MARKDOWN.recognises(text) else RELEASE
    return reader.read(text, given)


RSS = Document("RSS", "application/rss+xml", (".rss", ".rdf"), prolog.is_rss, xmlfeed.read)
ATOM = Document("Atom", "application/atom+xml", (".atom",), prolog.is_atom, xmlfeed.read)
JSON_FEED = Document("JSON Feed", "application/feed+json", (), jsondata.is_json_feed, jsonfeed.read)
NINJS = Document("ninjs", "application/json", (), jsondata.is_ninjs, ninjs.read)
PAGE = Document("web page", "text/html", (".html", ".htm", ".xhtml"), page.is_page, page.read)
SAVED_PAGE = Document(
    "saved page", "multipart/related", (".mhtml", ".mht"), saved.is_saved, page.read_saved
)
WORD = Document("Word", docx.MEDIA_TYPE, (".docx", ".docm"), docx.recognises, docx.read)
OPENDOCUMENT = Document("OpenDocument", odt.MEDIA_TYPE, (".odt",), odt.recognises, odt.read)
MAIL = Document(
    *("e-mail", "message/rfc822", (".eml",)),
    *(mail.recognises, partial(mail.read, read_text=text_within)),
)
# The first that recognises content reads it; what none recognises is text, or refused.
DOCUMENTS: tuple[Document, ...] = (
    *(MAIL, WORD, OPENDOCUMENT),
    *(RSS, ATOM, JSON_FEED, NINJS),
    *(PAGE, SAVED_PAGE),
)
# Of the files a press office sends; a folder may hold others, which are texts all the same.
ENDINGS: tuple[str, ...] = (
    *(ending for reader in READERS for ending in reader.endings),
    *(ending for document in DOCUMENTS for ending in document.endings),
    *(".txt", ".text"),
)
# Of files that may hold anything: in a folder they are read where a format recognises them.
AMBIGUOUS = (".json", ".xml")
