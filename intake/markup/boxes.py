"""What holds words on a page, each written in CommonMark when it is whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from intake.markup.elements import LISTS
from intake.markup.inline import one_line, paragraph
from intake.markup.spans import Style, Wording
from intake.markup.tables import Cell, written


class PieceKind(StrEnum):
    """What a piece of written Markdown is."""

    WORDS = "words"
    LIST = "list"
    ITEMS = "items"  # a list that no element encloses
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Piece:
    """Markdown that stands between blank lines."""

    part: PieceKind
    markdown: str


@dataclass(slots=True)
class Box:
    """An element that holds words, while its end is awaited.

    Args:
        name: of the element.
        level: how deep its contents are nested in lists and quotations.
        in_line: whether all in it is one line: a heading, a cell.
        number: of the first item, in an ordered list.
        cell: with what it spans, in a table.
    """

    name: str
    level: int = 0
    in_line: bool = False
    number: int | None = None
    cell: Cell | None = None
    spans: list[Wording] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    items: list[list[Piece]] = field(default_factory=list)
    terms: list[tuple[str, list[Piece]]] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)

    def flush(self) -> None:
        """End the paragraph that its words have made so far."""
        spans, self.spans = self.spans, []
        if not spans or self.in_line:
            self.spans = spans
        elif words := paragraph(spans):
            self.add(Piece(PieceKind.WORDS, words))

    def add(self, piece: Piece) -> None:
        """Put something into it; straight into a list, it belongs to the item above."""
        if self.name == "dl":
            self.mean([piece])
        elif self.name not in LISTS:
            self.pieces.append(piece)
        elif piece.part is PieceKind.LIST and self.items:
            self.items[-1].append(piece)
        else:
            self.items.append([piece])

    def add_item(self, mark: str, pieces: Sequence[Piece]) -> None:
        """Add an item of a list that no element encloses; to the item above, where one is."""
        if not pieces:
            return
        item = _item(mark, pieces)
        if self.pieces and self.pieces[-1].part is PieceKind.ITEMS:
            item = f"{self.pieces.pop().markdown}\n{item}"
        self.add(Piece(PieceKind.ITEMS, item))

    def explain(self, term: Sequence[Wording]) -> None:
        """Add a term to a list of such."""
        self.terms.append((paragraph(term), []))

    def mean(self, pieces: Sequence[Piece]) -> None:
        """Say what the last term means."""
        if not self.terms or self.terms[-1][1]:
            self.terms.append(("", []))
        self.terms[-1][1].extend(pieces)


def quoted(box: Box) -> list[Piece]:
    """A quotation (CommonMark 0.31, section 5.1)."""
    if not box.pieces:
        return []
    lines = (f"> {line}" if line else ">" for line in joined(box.pieces).split("\n"))
    return [Piece(PieceKind.OTHER, "\n".join(lines))]


def heading(box: Box) -> list[Piece]:
    """A heading; signs at its end that would be taken for its own are escaped (section 4.2)."""
    spans = box.spans
    if all(span.style.strong or span.is_blank for span in spans):
        spans = [Wording(text, style._replace(strong=False)) for text, style in spans]
    words = re.sub(r"(?:(?<=\s)|\A)(#+)\Z", r"\\\1", one_line(spans))
    return [Piece(PieceKind.OTHER, f"{'#' * int(box.name[1])} {words}")] if words else []


def bold_line(box: Box) -> list[Piece]:
    """One line of strong words: of what may be opened, or is explained below."""
    words = paragraph([Wording(text, Style(True, href=style.href)) for text, style in box.spans])
    return [Piece(PieceKind.WORDS, words)] if words else []


def code(box: Box) -> list[Piece]:
    """Code between fences (section 4.5)."""
    text = "".join(span.text for span in box.spans).replace("\r", "").strip("\n").rstrip()
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [Piece(PieceKind.OTHER, f"{fence}\n{text}\n{fence}")] if text.strip() else []


def table(box: Box) -> list[Piece]:
    """What stood in a table outside its cells, and its rows."""
    rows = [row for row in box.rows if row]
    return [*box.pieces, *(Piece(PieceKind.OTHER, text) for text in written(rows))]


def listed(box: Box, above: Sequence[Piece]) -> list[Piece]:
    """A list (section 5.3).

    Args:
        box: the list's.
        above: what stands just above it; of another list it must be no part.
    """
    items = [item for item in box.items if item]
    if not items:
        return []
    is_tight = all(map(_is_tight, items))
    other_mark = any(_begins_as(piece, box.number) for piece in above)
    marks = _marks(box.number, len(items), other_mark=other_mark)
    written_items = [_item(mark, item) for mark, item in zip(marks, items, strict=True)]
    return [Piece(PieceKind.LIST, ("\n" if is_tight else "\n\n").join(written_items))]


def _begins_as(piece: Piece, number: int | None) -> bool:
    """Whether a piece is a list with the marks that another would have."""
    if piece.part not in (PieceKind.LIST, PieceKind.ITEMS):
        return False
    if number is None:
        return piece.markdown.startswith("- ")
    return re.match(r"\d+\. ", piece.markdown) is not None


def _marks(number: int | None, count: int, *, other_mark: bool) -> list[str]:
    if number is None:
        return ["* " if other_mark else "- "] * count
    sign = ")" if other_mark else "."
    return [f"{n}{sign} " for n in range(number, number + count)]


def _item(mark: str, pieces: Sequence[Piece]) -> str:
    text = joined(pieces, tight=_is_tight(pieces))
    first, *others = text.split("\n")
    indent = " " * len(mark)
    return "\n".join([mark + first, *(indent + line if line else "" for line in others)])


def _is_tight(pieces: Sequence[Piece]) -> bool:
    """Whether no blank line is needed in an item: a paragraph, and bullets below it."""
    if len(pieces) == 1:
        return True
    if [piece.part for piece in pieces] != [PieceKind.WORDS, PieceKind.LIST]:
        return False
    return pieces[1].markdown[0] in "-*" or pieces[1].markdown.startswith(("1.", "1)"))


def explained(box: Box) -> list[Piece]:
    """Terms and what they mean: a line each where that is short, as in a list of contacts."""
    found, lines = list[Piece](), list[str]()
    for term, pieces in box.terms:
        if len(pieces) > 1 or any(piece.part is not PieceKind.WORDS for piece in pieces):
            found += _as_lines(lines) + _as_lines([term] if term else []) + pieces
            lines = []
            continue
        words = pieces[0].markdown if pieces else ""
        gap = ("  \n" if "\n" in words else " ") if term and words else ""
        colon = ":" if gap and term[-1] not in ":?!." else ""
        lines.append(f"{term}{colon}{gap}{words}")
    return found + _as_lines(lines)


def _as_lines(lines: Sequence[str]) -> list[Piece]:
    return [Piece(PieceKind.WORDS, "  \n".join(filter(None, lines)))] if any(lines) else []


def joined(pieces: Sequence[Piece], *, tight: bool = False) -> str:
    """Pieces below each other."""
    return ("\n" if tight else "\n\n").join(piece.markdown for piece in pieces)
