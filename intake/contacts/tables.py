"""Tables of contacts: a row for each, under the names of its columns."""

import re
from collections.abc import Sequence

from intake.characters.flat import low, set_of
from intake.contacts.labels import is_fax, is_label, is_note
from intake.contacts.lines import CardLine
from intake.contacts.names import is_person
from intake.contacts.pieces import REACHES, pieces_of
from intake.contacts.tidying import tidy

_NAMES = set_of(
    "name names nom noms naam namen contact contacts kontakt contactpersoon ansprechpartner person "
    "personne persoon spokesperson porte-parole woordvoerder sprecher sprecherin"
)
_ROLES = set_of(
    "role function fonction functie funktion position title titre titel rolle language languages "
    "langue langues taal talen sprache sprachen service dienst department departement abteilung "
    "organisation organization topic topics sujet thema themen country land pays"
)
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_CELL = re.compile(r"(?<!\\)\|")
_EMPTY = re.compile(r"[\W_]*")
_WIDEST = 12  # columns of a table that can be one of contacts


def rows_of(lines: Sequence[str]) -> tuple[CardLine, ...]:
    """A line for each row of a table of contacts; nothing for any other lines.

    It is one where its columns are named, or each row begins with a person; every row has to say
    who it is, and by what to reach them.

    Args:
        lines: of one paragraph: Markdown, or cells apart by tabs.
    """
    cells = _cells(lines)
    if len(cells) < 2 or len({len(row) for row in cells}) != 1 or not 2 <= len(cells[0]) <= _WIDEST:
        return ()
    columns = [_column(cell) for cell in cells[0]]
    is_named = "name" in columns and "reach" in columns and "" not in columns
    if not is_named:
        columns = ["name", *["any"] * (len(columns) - 1)]
    is_blank = all(map(_EMPTY.fullmatch, cells[0]))
    body = cells[1:] if is_named or is_blank else cells
    if not is_named and not all(is_person(row[0]) for row in body):
        return ()
    rows = [_row(columns, cells[0] if is_named else [], row) for row in body]
    return tuple(row for row in rows if row) if all(rows) else ()


def _cells(lines: Sequence[str]) -> list[list[str]]:
    """The cells of all rows, or nothing where one of the lines is no row."""
    if all(line.lstrip().startswith("|") for line in lines):
        rows = (line.strip().removeprefix("|").removesuffix("|") for line in lines)
        return [
            [_bare(cell) for cell in _CELL.split(row)] for row in rows if not _RULE.fullmatch(row)
        ]
    if all("\t" in line for line in lines):
        return [[_bare(cell) for cell in line.split("\t")] for line in lines]
    return []


def _bare(cell: str) -> str:
    return tidy(cell.replace("\\|", "/"))


def _column(heading: str) -> str:
    """What a column holds: `name`, `role`, `reach`, `fax`, or "" where its heading is unknown."""
    said = set(re.findall(r"[\w-]+", low(heading)))
    if said & _NAMES:
        return "name"
    if is_fax(heading):
        return "fax"
    if is_label(heading) or is_note(heading):
        return "reach"
    return "role" if said & _ROLES else ""


def _row(columns: Sequence[str], headings: Sequence[str], cells: Sequence[str]) -> CardLine | None:
    """What one row says, or None where it does not say who or by what to reach them."""
    words, found = list[str](), {field: list[str]() for field in REACHES}
    for n, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        pieces = list(pieces_of(cell))
        if column == "fax":
            words += [f"{headings[n]}: {cell}"] * (not _EMPTY.fullmatch(cell))
        elif column in {"name", "role"}:
            words += [cell] * (not _EMPTY.fullmatch(cell))
        elif any(piece.field not in REACHES for piece in pieces):
            if column == "reach" or any(piece.field == "prose" for piece in pieces):
                return None
            words.append(cell)
        for piece in pieces if column in {"reach", "any"} else ():
            if piece.field in REACHES:
                note = f" ({headings[n]})" if headings and is_note(headings[n]) else ""
                found[piece.field].append(piece.text + note * (piece.field == "phones"))
    name = cells[columns.index("name")]
    if _EMPTY.fullmatch(name) or not any(found.values()):
        return None
    words.sort(key=lambda said: said != name)
    return CardLine(
        words=tuple(words),
        phones=tuple(found["phones"]),
        emails=tuple(found["emails"]),
        sites=tuple(found["sites"]),
        begins=True,
    )
