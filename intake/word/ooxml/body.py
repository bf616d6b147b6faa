"""Reading the paragraphs and tables of a part of a Word document."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from intake.characters.flat import set_of
from intake.word.looks import NOTHING, WordStyle
from intake.word.losses import Losses
from intake.word.names import q, short
from intake.word.ooxml.line import WordLine, chosen, is_placeholder, lost_in, texts
from intake.word.ooxml.state import WordState
from intake.word.parts import flag, value
from intake.word.sheet import (
    SheetBlock,
    SheetCell,
    SheetParagraph,
    SheetRow,
    SheetTable,
    Stretch,
    in_cell,
    settled,
)

_THROUGH = set_of(
    "w:ins w:moveTo w:smartTag w:customXml w:sdt w:sdtContent w:body w:hdr w:ftr w:dir w:bdo"
)
_GONE = set_of("w:del w:moveFrom w:sdtPr")
_MOST_COLUMNS = 63  # ECMA-376-1, 17.4.17: what Word can show


class WordBody:
    """Reads blocks.

    Args:
        state: of the document.
    """

    def __init__(self, state: WordState) -> None:
        self.state = state
        self._notes = list[tuple[int, tuple[str, str]]]()

    def read(self, root: etree._Element) -> list[SheetBlock]:
        """All blocks of a part, with the notes below the paragraphs that refer to them."""
        blocks = settled(list(self._with_notes(self._blocks(root, hidden=False))))
        for field in self.state.fields:
            self.state.losses.leave(field.instruction or "a field", "it is a field without an end")
        self.state.fields.clear()
        return blocks

    def _with_notes(self, blocks: Iterator[SheetBlock]) -> Iterator[SheetBlock]:
        """Each note as a paragraph of its own; below a list, where one in it refers to it."""
        pending = list[tuple[int, tuple[str, str]]]()
        for block in blocks:
            in_list = isinstance(block, SheetParagraph) and block.level is not None
            if pending and not in_list:
                yield from self._notes_read(pending)
                pending = []
            yield block
            pending, self._notes = [*pending, *self._notes], []
        yield from self._notes_read(pending)

    def _notes_read(self, notes: list[tuple[int, tuple[str, str]]]) -> Iterator[SheetBlock]:
        for number, name in notes:
            root, relations = self.state.notes[name]
            above, self.state.relations = self.state.relations, relations
            later, self._notes = self._notes, []
            blocks = list(self._blocks(root, hidden=False))
            self.state.relations, self._notes = above, later
            first = next((one for one in blocks if isinstance(one, SheetParagraph)), None)
            for block in blocks:
                if block is first:
                    said = first.labelled
                    yield replace(said, stretches=(Stretch(f"[{number}] "), *_trimmed(said)))
                else:
                    yield block

    def _blocks(self, parent: etree._Element, *, hidden: bool) -> Iterator[SheetBlock]:
        for element in parent:
            name = short(element.tag)
            if name == "w:p" and not len(element):
                continue
            if name == "w:p":
                yield from self._paragraph(element, hidden=hidden)
            elif name == "w:tbl":
                yield from self._table(element, hidden=hidden)
            elif name == "mc:AlternateContent":
                yield from self._blocks(chosen(element, self.state.losses), hidden=hidden)
            elif name in _THROUGH and not is_placeholder(element):
                yield from self._blocks(element, hidden=hidden)
            elif name not in _GONE and (words := texts(element)):
                self.state.losses.leave(words, lost_in(element))

    def _paragraph(self, element: etree._Element, *, hidden: bool) -> Iterator[SheetBlock]:
        looks = element.find(q("w:pPr"))
        style = self.state.styles.named(value(looks, "w:pStyle"), "paragraph")
        outline = value(looks, "w:outlineLvl")
        if outline in tuple("012345") and not style.kind:
            style = replace(style, kind=f"h{int(outline) + 1}")
        line = WordLine(self.state, style, hidden=hidden)
        line.read(element)
        paragraph = SheetParagraph(line.stretches(), style.kind, has_page=line.has_page)
        self._notes.extend(line.notes)
        marked = self._marked(paragraph, looks, style)
        if paragraph.words.strip() or line.has_page:
            yield from self._said(marked)
        for box in line.boxes:
            yield from self._box(box, hidden=hidden)

    def _said(self, paragraph: SheetParagraph) -> Iterator[SheetParagraph]:
        """A paragraph, or several where empty lines within it part them."""
        words = paragraph.words
        marks = words.count("\n") + words.count("\t")
        self.state.count(1 + len(paragraph.stretches) + marks, len(words))
        if "\n\n" not in paragraph.words or paragraph.level is not None or paragraph.kind:
            yield paragraph
            return
        for lines in _parted(paragraph.labelled.stretches):
            yield replace(paragraph, stretches=lines, label="")

    def _marked(
        self, paragraph: SheetParagraph, looks: etree._Element | None, style: WordStyle
    ) -> SheetParagraph:
        numbering = looks.find(q("w:numPr")) if looks is not None else None
        list_id = value(numbering, "w:numId") or style.list_id
        level = value(numbering, "w:ilvl") or style.level
        mark = self.state.lists.next(list_id, int(level) if level in tuple("012345678") else 0)
        if mark is None:
            return paragraph
        marked = replace(paragraph, level=mark.level, number=mark.number, label=mark.label)
        return marked if not paragraph.kind else marked.labelled if mark.label else paragraph

    def _box(self, box: etree._Element | str, *, hidden: bool) -> Iterator[SheetBlock]:
        if isinstance(box, str):
            yield SheetParagraph((Stretch(box),))
        else:
            yield from self._blocks(box, hidden=hidden)

    def _table(self, table: etree._Element, *, hidden: bool) -> Iterator[SheetBlock]:
        named = value(table.find(q("w:tblPr")), "w:tblStyle")
        style = self.state.styles.named(named, "table") if named else NOTHING
        rows = list(_children(table, "w:tr", self.state.losses))
        if all(len(list(_children(row, "w:tc", self.state.losses))) <= 1 for row in rows):
            # One column is a frame round paragraphs rather than a table.
            for row in rows:
                for cell in _children(row, "w:tc", self.state.losses):
                    yield from self._blocks(cell, hidden=_is_hidden(row, hidden, style))
        else:
            read = (self._row(row, hidden=_is_hidden(row, hidden, style)) for row in rows)
            yield SheetTable(tuple(row for row in read if row.cells))

    def _row(self, row: etree._Element, *, hidden: bool) -> SheetRow:
        looks = row.find(q("w:trPr"))
        before, after = (_count(value(looks, f"w:grid{side}"), 0) for side in ("Before", "After"))
        cells = [
            self._cell(one, hidden=hidden) for one in _children(row, "w:tc", self.state.losses)
        ]
        self.state.count(len(cells))
        if hidden and not any(cell.blocks for cell in cells):
            return SheetRow(())
        first, last = ([SheetCell((), width)] * bool(width) for width in (before, after))
        return SheetRow((*first, *cells, *last), bool(flag(looks, "w:tblHeader")))

    def _cell(self, cell: etree._Element, *, hidden: bool) -> SheetCell:
        looks = cell.find(q("w:tcPr"))
        merged = looks.find(q("w:vMerge")) if looks is not None else None
        goes_on = merged is not None and merged.get(q("w:val"), "continue") != "restart"
        blocks = in_cell(settled(list(self._blocks(cell, hidden=hidden))), self.state.losses)
        return SheetCell(blocks, _count(value(looks, "w:gridSpan"), 1), goes_on and not blocks)


def _is_hidden(row: etree._Element, hidden: bool, style: WordStyle) -> bool:
    return bool(hidden or style.hidden or flag(row.find(q("w:trPr")), "w:hidden"))


def _children(parent: etree._Element, name: str, losses: Losses) -> Iterator[etree._Element]:
    """Rows or cells, also within what only wraps them."""
    for element in parent:
        if element.tag == q(name):
            yield element
        elif element.tag == q("mc:AlternateContent"):
            yield from _children(chosen(element, losses), name, losses)
        elif short(element.tag) in _THROUGH:
            yield from _children(element, name, losses)


def _parted(stretches: tuple[Stretch, ...]) -> Iterator[tuple[Stretch, ...]]:
    """The lines of a paragraph in groups between its empty lines."""
    group, is_blank = list[Stretch](), True
    for stretch in stretches:
        for n, words in enumerate(stretch.words.split("\n")):
            if n and is_blank and group:
                yield tuple(group)
                group = []
            elif n and group:
                group.append(Stretch("\n"))
            is_blank = not words.strip() and (bool(n) or is_blank)
            if words.strip() or (words and group):
                group.append(replace(stretch, words=words))
    if group:
        yield tuple(group)


def _trimmed(paragraph: SheetParagraph) -> tuple[Stretch, ...]:
    first, *others = paragraph.stretches or (Stretch(""),)
    return (replace(first, words=first.words.lstrip()), *others)


def _count(said: str, otherwise: int) -> int:
    usable = said.isascii() and said.isdigit() and len(said) < 4
    return min(int(said), _MOST_COLUMNS) if usable else otherwise
