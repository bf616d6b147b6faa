"""Reading a file: which format it is in, and what is so of every format."""

from dataclasses import replace
from itertools import islice
from pathlib import PurePath

from intake.characters.opening import opened, text_of
from intake.contacts.blocks import take_contacts
from intake.formats import DOCUMENTS, LARGEST, LISTING, MARKDOWN, READERS, Document, Reader
from intake.given import Given
from intake.notyet.naming import not_yet_in as not_yet_in_name
from intake.notyet.screening import screen
from intake.notyet.waiting import waiting_in, waits_in
from intake.notyet.withholding import marked_in, withheld_in
from intake.text.sheet.withheld import marks_in_text
from press.contact import Contact
from press.embargo import Fold
from press.errors import UnreadableFile
from press.releases.received import SourceFile
from press.releases.release import Filing, NotYet, Reading, Shape
from press.text import western


def read(
    name: str,
    data: bytes,
    *,
    zone: str,
    language: str,
    fold: Fold | None = None,
    kind: Shape | None = None,
    accept_changes: bool = False,
) -> Reading:
    """Read a file.

    Args:
        name: of the file, `-` for standard input; its ending may tell the format.
        data: the whole file, or at least one byte more than `LARGEST`.
        zone: IANA name of the zone of wall times in the file, unless it names its own.
        language: code of the language the file is written in, unless it names its own.
        fold: which instant is meant when a wall time happens twice.
        kind: what the file holds, where that must not be left to the text.
        accept_changes: whether what a document marks as inserted or deleted is taken as done.

    Raises:
        UnreadableFile: it holds no release, or it is not certain what it holds; the message says
            why, and does not name the file.
        UnreadableTime: a date in it cannot be read.
        NonexistentTime: the clocks skip a time in it.
        AmbiguousTime: a time in it happens twice, and `fold` does not say which is meant.
        Refusal: a topic in it cannot be one.
    """
    base, given = PurePath(name).name, Given(zone, language, fold, accept_changes)
    document = _document(base, data)
    media_type = document.media_type if document else "text/plain"
    reading = (
        _document_read(document, data, given) if document else _text_read(base, data, given, kind)
    )
    # Of the file alone: what folders above it are called says nothing of its text.
    if named := not_yet_in_name(base, given):
        reading = _held(reading, named)
    filings = tuple(map(_looked_over, reading.filings))
    return replace(reading, filings=filings, source=SourceFile(base, media_type, data))


def is_document(data: bytes) -> bool:
    """Whether content is in a format that is told by it, whatever the file is called.

    Args:
        data: the whole file.
    """
    return any(one.recognises(data) for one in DOCUMENTS)


def _looked_over(filing: Filing) -> Filing:
    """A filing held back by whatever in it is not for the public; no order stands in it twice."""
    found = (*filing.not_yet, *withheld_in(filing, marks_in_text), *waits_in(filing))
    return replace(filing, not_yet=tuple(dict.fromkeys(found)))


def _text_read(name: str, data: bytes, given: Given, kind: Shape | None) -> Reading:
    sheet = opened(data)
    text = western(sheet.text)
    reading = _reader(name, text, kind).read(text, given)
    return replace(reading, notes=(*reading.notes, *sheet.notes))


def _document(name: str, data: bytes) -> Document | None:
    """The format of a file that is not plain text: as its content says, else its name."""
    found = next((one for one in DOCUMENTS if one.recognises(data)), None)
    return found or next((one for one in DOCUMENTS if name.lower().endswith(one.endings)), None)


def _document_read(document: Document, data: bytes, given: Given) -> Reading:
    if len(data) > LARGEST:
        raise UnreadableFile(f"it is larger than {LARGEST // 1024**2} MiB")
    return document.read(data, given)


def _held(reading: Reading, named: NotYet) -> Reading:
    """A reading with what the file's name says; a bare word there adds nothing to the text's."""
    filings = tuple(
        filing
        if filing.not_yet and named.embargo is None
        else replace(filing, not_yet=(*filing.not_yet, named))
        for filing in reading.filings
    )
    return replace(reading, filings=filings)


def not_yet_in(words: str, *, zone: str, language: str) -> tuple[NotYet, ...]:
    """What in some words says that they must not come out yet, or not at all.

    Args:
        words: of a summary, say.
        zone: IANA name of the zone of wall times in them.
        language: code of the language they are written in.
    """
    found = (*screen(words, Given(zone, language)).not_yet, *marked_in((words,)))
    return found or tuple(islice(waiting_in((words,)), 1))


def read_contacts(data: bytes) -> tuple[Contact, ...]:
    """Read whom to call, written as at the end of a press text.

    Raises:
        UnreadableFile: it names nobody who can be reached.
    """
    _, contacts = take_contacts(text_of(data).split("\n"))
    if not contacts:
        raise UnreadableFile("it names nobody with a telephone number or an e-mail address")
    return contacts


def _reader(name: str, text: str, kind: Shape | None) -> Reader:
    if kind is Shape.LISTING:
        return _as_listing(text)
    ending = next((r for r in READERS if name.lower().endswith(r.endings)), None)
    possible = (reader for reader in READERS if not (kind and reader is LISTING))
    return ending or next(reader for reader in possible if reader.recognises(text))


def _as_listing(text: str) -> Reader:
    if MARKDOWN.recognises(text):
        raise UnreadableFile("it has front matter, as one release has, and cannot be a listing")
    return LISTING
