"""Word documents (.docx: ECMA-376, Transitional and Strict)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from lxml import etree

from intake.characters.language import reads_otherwise
from intake.enclosures import sorted_out
from intake.given import Given
from intake.markup.html import marked
from intake.notyet.screening import all_of, screen
from intake.text import presstext
from intake.word.archive import OfficeArchive
from intake.word.body import WordBody
from intake.word.changes import (
    TrackedChange,
    accept,
    changes_in,
    check_settled,
    comments_in,
    listed,
)
from intake.word.furniture import lines_in, telling, unsaid
from intake.word.inspecting import inspected
from intake.word.line import texts
from intake.word.names import q
from intake.word.numbering import WordLists
from intake.word.package import Package, Relation
from intake.word.page import html_of
from intake.word.sheet import SheetBlock
from intake.word.state import Picture, WordState
from intake.word.styles import WordStyles
from press.errors import Refusal, UnreadableFile
from press.releases.received import Enclosed, LeftOut
from press.releases.release import Filing, Reading
from press.text import clean

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ENDS = 64 * 1024  # bytes at each end of an archive, where its members are named
_PROPERTIES = ("docProps/core.xml", "docProps/custom.xml")
_SAMPLE = 5000  # letters by which a language is told


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
        Refusal: what is in it cannot be read as a press text.
    """
    return Reading((_WordReading(Package(OfficeArchive(data)), given).filing(),))


class _WordReading:
    """One way through a document.

    Args:
        package: its parts.
        given: what is known beside it.
    """

    def __init__(self, package: Package, given: Given) -> None:
        self.package, self.given = package, given
        self.outside = inspected(package)
        kinds = ("header", "footer", "footnotes", "endnotes", "comments", "styles", "numbering")
        self.parts = {kind: self._parts(kind) for kind in kinds}
        self.root = package.document()
        self.changes = self._settled()
        self.state = self._state()

    def filing(self) -> Filing:
        """The release in it."""
        blocks = WordBody(self.state).read(self.root)
        pictures, losses = list(self.state.pictures), self.state.losses
        who, when = self._furniture(blocks)
        page = marked(html_of(blocks)).markdown
        if not page.strip():
            raise UnreadableFile("it has no words; send the text as words, not as a picture")
        filing = self._filed(who, when, page)
        files, refused = sorted_out(self._enclosed(pictures))
        self._name_changes()
        self._hear(pictures)
        unseen = screen("\n\n".join(losses.unseen), self.given)
        return replace(
            filing,
            likely=filing.likely or self._likely(page),
            not_yet=all_of(unseen, named=filing.not_yet),
            files=(*filing.files, *files),
            left_out=(*filing.left_out, *losses.left_out, *self.outside, *refused),
            notes=(*filing.notes, *losses.told),
        )

    def _parts(self, kind: str) -> dict[str, etree._Element]:
        roots = {name: self.package.part(name) for name in self.package.related(kind)}
        return {name: root for name, root in roots.items() if root is not None}

    def _one(self, kind: str) -> etree._Element | None:
        return next(iter(self.parts[kind].values()), None)

    def _settled(self) -> list[TrackedChange]:
        """The changes and comments in it, which are done and taken out if that is allowed."""
        said = ("header", "footer", "footnotes", "endnotes")
        roots = [self.root, *(root for kind in said for root in self.parts[kind].values())]
        changes = [*changes_in(roots), *comments_in(self._one("comments"))]
        check_settled(changes, accept=self.given.accept_changes)
        if changes:
            for root in roots:
                accept(root)
        return changes

    def _state(self) -> WordState:
        return WordState(
            WordStyles(self._one("styles")),
            WordLists(self._one("numbering")),
            dict(self._notes()),
            self.package.relations(self.package.main),
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

    def _furniture(self, blocks: Sequence[SheetBlock]) -> tuple[list[str], list[str]]:
        """Lines of headers and footers that belong above the headline; the others are named."""
        losses = self.state.losses
        for name, (note, _) in self.state.notes.items():
            if name not in self.state.told:
                losses.leave(texts(note), "it is a note to which nothing in the text refers")
        lines = unsaid(lines_in(self._edges()), blocks)
        who, when = telling(lines, self.given)
        for line in lines:
            if line in (*who, *when):
                losses.hear(line)
            else:
                losses.leave(line, "it stands in the header or footer of its pages")
        return who, when

    def _edges(self) -> Iterator[list[SheetBlock]]:
        """The headers, then the footers."""
        for kind in ("header", "footer"):
            for part, root in self.parts[kind].items():
                self.state.relations = self.package.relations(part)
                before = len(self.state.pictures)
                yield WordBody(self.state).read(root)
                for picture in self.state.pictures[before:]:
                    name = PurePath(picture.part).name
                    self.state.losses.leave(
                        picture.alt or name, "it is a picture in the header or footer of its pages"
                    )

    def _filed(self, who: list[str], when: list[str], page: str) -> Filing:
        """The release, with what its header says of it; its date only where it bears no other."""
        text = "\n".join([*who, "", page]) if who else page
        filing = presstext.read(text, self.given).filings[0]
        if filing.embargo or filing.not_yet or not when:
            return filing
        try:
            return presstext.read("\n".join([when[0], text]), self.given).filings[0]
        except Refusal:
            return filing

    def _enclosed(self, pictures: Sequence[Picture]) -> Iterator[Enclosed]:
        for picture in pictures:
            if picture.part in self.package.archive.names:
                content = self.package.archive.read(picture.part)
                yield Enclosed(PurePath(picture.part).name, content, clean(picture.alt))
            else:
                self.state.losses.leave(picture.part, "it is a picture that is not in the file")

    def _name_changes(self) -> None:
        """Say what became of tracked changes and comments."""
        losses = self.state.losses
        for one in self.changes:
            who = one.who or "somebody"
            if one.did == "commented":
                losses.leave(one.words, f"it is a comment by {who}")
            elif one.is_gone and one.words:
                losses.found.append(LeftOut(one.words[:300], f"{who} {one.did} it"))
        if kept := [one for one in self.changes if not one.is_gone and one.did != "commented"]:
            losses.note(f"Tracked changes were taken as done: {listed(kept)}.")

    def _hear(self, pictures: Sequence[Picture]) -> None:
        """What a document says of itself and its pictures may say “not yet” as well."""
        for picture in pictures:
            self.state.losses.hear(picture.alt)
        for name in _PROPERTIES:
            root = self.package.part(name)
            for said in () if root is None else root.itertext():
                self.state.losses.hear(str(said))

    def _likely(self, page: str) -> str | None:
        """The code of the language most of its words are marked as, unless they read otherwise."""
        counted = self.state.languages.most_common(1)
        code = counted[0][0].partition("-")[0].lower() if counted else ""
        return code if code and reads_otherwise(page[:_SAMPLE], code) is None else None
