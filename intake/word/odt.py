"""OpenDocument texts (.odt: ODF 1.2 and 1.3)."""

from collections.abc import Iterator

from lxml import etree

from intake.given import Given
from intake.word.archive import OfficeArchive
from intake.word.assembling import OfficeText, filing_of
from intake.word.changes import check_settled, name
from intake.word.furniture import lines_in
from intake.word.names import q
from intake.word.odf.body import OdfBody
from intake.word.odf.changes import changes_in
from intake.word.odf.styles import OdfStyles
from intake.word.sheet import SheetBlock
from intake.word.state import ReadingState
from press.errors import UnreadableFile
from press.releases.release import Reading

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_TYPED = MEDIA_TYPE.encode()
_START = 200  # bytes in which an OpenDocument says what it is (ODF 1.3, part 2, 3.3)
_EDGES = tuple(q(f"style:{kind}") for kind in ("header", "header-left", "header-first"))
_FEET = tuple(q(f"style:{kind}") for kind in ("footer", "footer-left", "footer-first"))


def recognises(data: bytes) -> bool:
    """Whether a file is an OpenDocument text."""
    start = data[:_START]
    _, found, after = start.partition(_TYPED)
    return start.startswith(b"PK\3\4") and bool(found) and not after.startswith(b"-")


def read(data: bytes, given: Given) -> Reading:
    """Read one release.

    Args:
        data: the whole file.
        given: the zone and the language where it names none; whether tracked changes are done.

    Raises:
        UnreadableFile: it is damaged, holds what no release can hold, or is not settled.
        Refusal: its words cannot be read as a press text.
    """
    return Reading((filing_of(understood(data, given), given),))


def understood(data: bytes, given: Given) -> OfficeText:
    """What is understood of a document, before it is read as a press text.

    Args:
        data: the whole file.
        given: whether tracked changes are done.

    Raises:
        UnreadableFile: it is damaged, holds what no release can hold, or is not settled.
    """
    archive = OfficeArchive(data)
    content = archive.xml("content.xml")
    roots = [content, *_part(archive, "styles.xml")]
    _check(archive, roots)
    changes = [change for root in roots for change in changes_in(root)]
    check_settled(changes, accept=given.accept_changes)
    state = ReadingState()
    name(changes, state.losses)
    body = OdfBody(state, OdfStyles(roots))
    text = next(content.iter(q("office:text")), None)
    if text is None:
        raise UnreadableFile("it is no text: save it as Word document (.docx)")
    blocks, pictures = body.read(text), list(state.pictures)
    state.leave_pages()
    language = state.language
    edges = lines_in(_edges(body, roots[1:]))
    state.leave_pictures(len(pictures))
    return OfficeText(archive, blocks, edges, pictures, language, state.losses)


def _part(archive: OfficeArchive, part: str) -> Iterator[etree._Element]:
    if part in archive.names:
        yield archive.xml(part)


def _check(archive: OfficeArchive, roots: list[etree._Element]) -> None:
    """Refuse what no release can hold."""
    for manifest in _part(archive, "META-INF/manifest.xml"):
        if next(manifest.iter(q("manifest:encryption-data")), None) is not None:
            raise UnreadableFile("it has a password: save it without one")
    runs = any(one.startswith(("Basic/", "Scripts/")) and one[-1] != "/" for one in archive.names)
    listens = any(next(root.iter(q("script:event-listener")), None) is not None for root in roots)
    if runs or listens:
        raise UnreadableFile("it holds macros: save it without them, and send that")
    objects = (q("draw:object"), q("draw:object-ole"), q("draw:plugin"), q("draw:applet"))
    if any(next(root.iter(*objects), None) is not None for root in roots):
        raise UnreadableFile(
            "it holds an embedded object: put its text or a picture of it in its place"
        )


def _edges(body: OdfBody, roots: list[etree._Element]) -> Iterator[list[SheetBlock]]:
    """The headers, then the footers."""
    for kinds in (_EDGES, _FEET):
        for root in roots:
            for edge in root.iter(*kinds):
                yield body.read(edge)
