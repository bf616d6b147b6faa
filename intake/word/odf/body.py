"""Reading the paragraphs, lists and tables of an OpenDocument text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from intake.characters.flat import set_of
from intake.word.looks import written
from intake.word.names import q, short
from intake.word.odf.changes import words_in
from intake.word.odf.line import OdfLine
from intake.word.odf.styles import OdfStyles
from intake.word.sheet import (
    BOXES,
    SheetBlock,
    SheetCell,
    SheetParagraph,
    SheetRow,
    SheetTable,
    Stretch,
    in_cell,
    settled,
)
from intake.word.state import ReadingState

_THROUGH = set_of(
    "office:text style:header style:footer style:header-left style:footer-left style:header-first "
    "style:footer-first text:section text:index-body text:table-of-content text:index-title "
    "text:numbered-paragraph text:note-body draw:text-box draw:g draw:a text:illustration-index "
    "text:user-index text:bibliography text:alphabetical-index text:table-index"
)
_SILENT = set_of(
    "text:tracked-changes text:sequence-decls text:variable-decls text:user-field-decls "
    "text:soft-page-break text:section-source text:table-of-content-source office:annotation "
    "table:table-columns table:table-column table:table-header-columns office:event-listeners"
)
_WIDEST = 63  # columns that one cell may span


class OdfBody:
    """Reads blocks.

    Args:
        state: what is counted and lost.
        styles: of the document.
    """

    def __init__(self, state: ReadingState, styles: OdfStyles) -> None:
        self.state, self.styles = state, styles
        self._counts = dict[tuple[str, int], int]()

    def read(self, root: etree._Element) -> list[SheetBlock]:
        """All blocks of a part, with the notes below the paragraphs that refer to them."""
        return settled(list(self._blocks(root, hidden=False)))

    def _blocks(self, elements: Iterable[etree._Element], *, hidden: bool) -> Iterator[SheetBlock]:
        for element in elements:
            name = short(element.tag)
            if name in ("text:p", "text:h"):
                yield from self._paragraph(element, hidden=hidden)
            elif name == "text:list":
                yield from self._list(element, "", 1, hidden=hidden)
            elif name == "table:table":
                yield from self._table(element, hidden=hidden)
            elif name in _THROUGH:
                yield from self._blocks(element, hidden=hidden or _is_hidden(element))
            elif name.startswith("draw:"):
                line = OdfLine(self.state, self.styles, self.styles.named("paragraph", ""), hidden)
                line.draw(element)
                yield from self._boxes(line, hidden=hidden)
            elif name not in _SILENT and (words := words_in(element)):
                self.state.losses.leave(
                    words, f"it is in a part of the document that cannot be read (“{name}”)"
                )

    def _paragraph(self, element: etree._Element, *, hidden: bool) -> Iterator[SheetBlock]:
        style = self.styles.named("paragraph", element.get(q("text:style-name")))
        outline = element.get(q("text:outline-level"), "1")
        if element.tag == q("text:h") and not style.kind:
            style = replace(style, kind=f"h{outline if outline in tuple('123456') else 6}")
        line = OdfLine(self.state, self.styles, style, hidden)
        line.read(element)
        stretches = line.stretches()
        paragraph = SheetParagraph(stretches, style.kind, has_page=line.has_page)
        words = paragraph.words
        marks = words.count("\n") + words.count("\t")
        self.state.count(1 + len(stretches) + marks, len(words))
        if words.strip() or line.has_page:
            yield paragraph
        yield from self._boxes(line, hidden=hidden)
        for number, note in line.notes:
            for n, block in enumerate(self._blocks(note, hidden=hidden)):
                said = block.labelled.stretches if isinstance(block, SheetParagraph) else ()
                first = (Stretch(f"[{number}] "),) if not n else ()
                yield SheetParagraph((*first, *said)) if said else block

    def _boxes(self, line: OdfLine, *, hidden: bool) -> Iterator[SheetBlock]:
        for box in line.boxes:
            self.state.losses.note(BOXES)
            yield from self._blocks(box, hidden=hidden)

    def _list(
        self, listed: etree._Element, name: str, level: int, *, hidden: bool
    ) -> Iterator[SheetBlock]:
        name = listed.get(q("text:style-name")) or name
        look, key = self.styles.level(name, level), (name, level)
        if listed.get(q("text:continue-numbering")) != "true" and not listed.get(
            q("text:continue-list")
        ):
            self._counts[key] = look.start - 1
        for item in listed:
            if item.tag == q("text:list-item"):
                said = item.get(q("text:start-value"), "")
                before = self._counts.get(key, look.start - 1)
                self._counts[key] = int(said) if re.fullmatch("[0-9]{1,5}", said) else before + 1
            yield from self._item(item, name, level, hidden=hidden)

    def _item(
        self, item: etree._Element, name: str, level: int, *, hidden: bool
    ) -> Iterator[SheetBlock]:
        look, number = self.styles.level(name, level), self._counts.get((name, level), 0)
        label = f"{look.before}{written(number, look.form)}{look.after}".strip()
        is_marked = item.tag == q("text:list-item") and bool(look.form)
        for element in item:
            if element.tag == q("text:list"):
                yield from self._list(element, name, level + 1, hidden=hidden)
                continue
            for block in self._blocks((element,), hidden=hidden):
                if is_marked and isinstance(block, SheetParagraph):
                    is_marked = False
                    yield _marked(block, level, 0 if look.form == "bullet" else number, label)
                else:
                    yield block

    def _table(self, table: etree._Element, *, hidden: bool) -> Iterator[SheetBlock]:
        rows = list(_rows(table))
        if all(len(row.findall(q("table:table-cell"))) <= 1 for row, _ in rows):
            for row, _ in rows:
                for cell in row.iter(q("table:table-cell")):
                    yield from self._blocks(cell, hidden=hidden)
            return
        yield SheetTable(
            tuple(SheetRow(tuple(self._cells(row, hidden)), is_head) for row, is_head in rows)
        )

    def _cells(self, row: etree._Element, hidden: bool) -> Iterator[SheetCell]:
        covered = 0
        for cell in row:
            self.state.count(1)
            if cell.tag == q("table:covered-table-cell"):
                if covered:
                    covered -= 1
                else:
                    yield SheetCell((), 1, goes_on=True)
            elif cell.tag == q("table:table-cell"):
                columns = _count(cell.get(q("table:number-columns-spanned"), "1"))
                covered = columns - 1
                blocks = settled(list(self._blocks(cell, hidden=hidden)))
                said = SheetCell(in_cell(blocks, self.state.losses), columns)
                count = _count(cell.get(q("table:number-columns-repeated"), "1"))
                self.state.count(count)
                yield from [said] * count


def _count(said: str) -> int:
    return min(int(said), _WIDEST) if re.fullmatch("[1-9][0-9]{0,3}", said) else 1


def _marked(block: SheetParagraph, level: int, number: int, label: str) -> SheetBlock:
    marked = replace(block, level=level - 1, number=number, label=label if number else "")
    return marked if not block.kind else marked.labelled


def _rows(table: etree._Element, is_head: bool = False) -> Iterator[tuple[etree._Element, bool]]:
    for element in table:
        if element.tag == q("table:table-row"):
            yield element, is_head
        elif element.tag == q("table:table-header-rows"):
            yield from _rows(element, True)
        elif element.tag in (q("table:table-rows"), q("table:table-row-group")):
            yield from _rows(element, is_head)


def _is_hidden(section: etree._Element) -> bool:
    return section.get(q("text:display")) == "none" or section.get(q("text:is-hidden")) == "true"
