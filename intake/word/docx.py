"""Word documents (.docx: ECMA-376, Transitional and Strict)."""

from collections.abc import Iterator

from lxml import etree

from intake.given import Given
from intake.word.archive import OfficeArchive
from intake.word.assembling import OfficeText, filing_of
from intake.word.changes import TrackedChange, check_settled, name
from intake.word.furniture import lines_in
from intake.word.names import q
from intake.word.ooxml.body import WordBody
from intake.word.ooxml.changes import accept, changes_in, comments_in
from intake.word.ooxml.inspecting import inspected
from intake.word.ooxml.line import texts
from intake.word.ooxml.numbering import WordLists
from intake.word.ooxml.package import Package, Relation
from intake.word.ooxml.state import WordState
from intake.word.ooxml.styles import WordStyles
from intake.word.sheet import SheetBlock
from press.releases.release import Reading

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ENDS = 64 * 1024  # bytes at each end of an archive, where its members are named


def recognises(data: bytes) -> bool:
    """Whether a file is a Word document in an archive."""
    return data.startswith(b"PK\3\4") and b"word/" in data[:_ENDS] + data[-_ENDS:]


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
    return _WordReading(Package(OfficeArchive(data)), given).text()


class _WordReading:
    """One way through a document.

    Args:
        package: its parts.
        given: whether tracked changes are done.
    """

    def __init__(self, package: Package, given: Given) -> None:
        self.package = package
        outside = inspected(package)
        kinds = ("header", "footer", "footnotes", "endnotes", "comments", "styles", "numbering")
        self.parts = {kind: self._parts(kind) for kind in kinds}
        self.root = package.document()
        changes = self._settled(given)
        self.state = self._state()
        name(changes, self.state.losses)
        for one in outside:
            self.state.losses.leave(one.what, one.why)

    def text(self) -> OfficeText:
        """What is understood of it."""
        state = self.state
        blocks = WordBody(state).read(self.root)
        pictures, language = list(state.pictures), state.language
        state.leave_pages()
        self._leave_notes()
        edges = lines_in(self._edges())
        return OfficeText(self.package.archive, blocks, edges, pictures, language, state.losses)

    def _parts(self, kind: str) -> dict[str, etree._Element]:
        roots = {part: self.package.part(part) for part in self.package.related(kind)}
        return {part: root for part, root in roots.items() if root is not None}

    def _one(self, kind: str) -> etree._Element | None:
        return next(iter(self.parts[kind].values()), None)

    def _settled(self, given: Given) -> list[TrackedChange]:
        """The changes and comments in it, which are done and taken out if that is allowed."""
        said = ("header", "footer", "footnotes", "endnotes")
        roots = [self.root, *(root for kind in said for root in self.parts[kind].values())]
        changes = [*changes_in(roots), *comments_in(self._one("comments"))]
        check_settled(changes, accept=given.accept_changes)
        if changes:
            for root in roots:
                accept(root)
        return changes

    def _state(self) -> WordState:
        return WordState(
            styles=WordStyles(self._one("styles")),
            lists=WordLists(self._one("numbering")),
            notes=dict(self._notes()),
            relations=self.package.relations(self.package.main),
        )

    def _notes(
        self,
    ) -> Iterator[tuple[tuple[str, str], tuple[etree._Element, dict[str, Relation]]]]:
        for kind in ("footnote", "endnote"):
            for part, root in self.parts[f"{kind}s"].items():
                relations = self.package.relations(part)
                for note in root.iter(q(f"w:{kind}")):
                    if note.get(q("w:type"), "normal") == "normal":
                        yield (kind, note.get(q("w:id"), "")), (note, relations)

    def _leave_notes(self) -> None:
        for called, (note, _) in self.state.notes.items():
            if called not in (*self.state.told, *self.state.kept_back):
                self.state.losses.leave(
                    texts(note), "it is a note to which nothing in the text refers"
                )

    def _edges(self) -> Iterator[list[SheetBlock]]:
        """The headers, then the footers."""
        for kind in ("header", "footer"):
            for part, root in self.parts[kind].items():
                self.state.relations = self.package.relations(part)
                before = len(self.state.pictures)
                yield WordBody(self.state).read(root)
                self.state.leave_pictures(before)
