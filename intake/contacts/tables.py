"""Tables of contacts: a row for each, under the names of its columns."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import dropwhile

from intake.characters.flat import low, set_of
from intake.contacts.dealing import is_known
from intake.contacts.labels import is_fax, is_label, is_note
from intake.contacts.lines import CardLine, read_lines
from intake.contacts.names import is_person, is_title, last_of, parts_of
from intake.contacts.pieces import REACHES, Piece, pieces_of
from intake.contacts.tidying import tidy
from intake.contacts.vocabulary import is_body, is_heading

_NAMES = set_of(
    "name names nom noms naam namen contact contacts kontakt contactpersoon contactpersonen person "
    "ansprechpartner ansprechpartnerin ansprechperson personne persoon spokesperson porte-parole "
    "woordvoerder sprecher sprecherin pressekontakt perscontact who wer qui wie"
)
_ROLES = set_of(
    "role function fonction functie funktion position title titre titel rolle language languages "
    "langue langues taal talen sprache sprachen service dienst department departement abteilung "
    "organisation organization topic topics sujet thema themen country land pays"
)
_WAYS = set_of(
    "coordonnees contactgegevens kontaktdaten details gegevens erreichbarkeit erreichbar numero "
    "numeros nummer nummers number numbers rufnummer rufnummern telefonnummern bereikbaar address "
    "adresse adres e-mail-adresse e-mailadresse e-mailadres mailadresse mailadres telefoonnummer"
)
_OF_HEADINGS = (
    _NAMES
    | _ROLES
    | _WAYS
    | set_of(
        "press presse pers media medias medien and et en und of the de du des la le les der die "
        "das van het fur pour voor for in our your notre votre unser unsere ihr ihre onze uw first "
        "last full family surname vorname nachname prenom voornaam achternaam personen persons"
    )
)
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_CELL = re.compile(r"(?<!\\)\|")
_EMPTY = re.compile(r"[\W_]*")
_LONGEST = 2000  # characters of a row
_WIDEST = 12  # columns of a table that can be one of contacts


def rows_of(lines: Sequence[str]) -> tuple[CardLine, ...]:
    """A line for each person in a table of contacts; nothing for any other lines.

    It is one where its columns are named, or each row begins with somebody, or each column does;
    every row has to say who it is, and by what to reach them. Whatever else is in doubt.

    Args:
        lines: of one paragraph: Markdown, or cells apart by tabs.
    """
    cells = _cells(lines)
    if len({len(row) for row in cells}) != 1 or not 2 <= len(cells[0]) <= _WIDEST:
        return ()
    rows = _below_heading(cells)
    columns = list(map(list, zip(*rows, strict=True))) if len(rows) <= _WIDEST else []
    return _under_names(rows) or _people(rows) or _under_names(columns) or _people(columns)


def people_in_columns(columns: Sequence[list[str]]) -> tuple[CardLine, ...]:
    """A line for each person at the head of a column; nothing where one is in doubt.

    Args:
        columns: the cells of each, from the name down.
    """
    return _under_names(columns) or _people(columns)


def _below_heading(cells: Sequence[list[str]]) -> list[list[str]]:
    """The rows that say something, but for one above that only says that contacts follow."""
    rows = [row for row in cells if any(map(_says, row))]
    is_above = rows and is_heading(" ".join(rows[0])) and sum(map(_says, rows[0])) == 1
    return rows[1:] if is_above else rows


def _under_names(cells: Sequence[list[str]]) -> tuple[CardLine, ...]:
    """The rows of a table with the names of its columns, or with a name first in each row."""
    columns = list(map(_column, cells[0])) if len(cells) > 1 else []
    is_named = "name" in columns and "reach" in columns and "" not in columns
    if not is_named:
        columns = ["name", *["any"] * (len(cells[0]) - 1)] if cells else []
    body = cells[1:] if is_named else cells
    if not body or (not is_named and not all(is_person(row[0]) for row in body)):
        return ()
    rows = [_row(columns, cells[0] if is_named else [], row) for row in body]
    return tuple(row for row in rows if row) if all(rows) else ()


def _people(cells: Sequence[list[str]]) -> tuple[CardLine, ...]:
    """The rows of a table in whose cells several things may stand, who it is first of all."""
    rows = cells[1:] if cells and all(map(_is_column, cells[0])) else cells
    lines = [line for row in rows for line in _dealt(" | ".join(filter(_says, row)))]
    is_sure = any(any(map(is_person, _parts(line))) for line in lines)
    return tuple(lines) if is_sure and all(map(_is_somebody, lines)) else ()


def _dealt(row: str) -> Sequence[CardLine]:
    """The people that a row names, each before their numbers; else one that is prose."""
    first = next(pieces_of(row), None) if len(row) <= _LONGEST else None
    if not first or first.field != "words":
        return (CardLine(is_prose=True),)
    return [replace(line, begins=True) for line in read_lines(row)]


def _is_somebody(line: CardLine) -> bool:
    """Whether a row is about one alone: unknown words may be a name where it has many numbers."""
    parts = _parts(line)
    people = sum(map(is_person, parts))
    if line.is_prose or not line.reaches or people > 1:
        return False
    has_many = len(line.phones) > 1 or len(line.emails) > 1
    unknown = [said for said in parts if not (is_person(said) or is_known(said))]
    return bool(people or is_body(parts[0])) and not (unknown and has_many)


def _parts(line: CardLine) -> list[str]:
    return [part for words in line.words for part in parts_of(words)]


def _says(cell: str) -> bool:
    return not _EMPTY.fullmatch(cell)


def _name_between(pieces: Iterable[Piece], behind: Iterable[str]) -> bool:
    """Whether unknown words between two numbers may say whose the second is."""
    below = list(dropwhile(lambda piece: piece.field not in REACHES, pieces))
    names = [p.text for p in below if p.field not in REACHES and last_of(p.text)]
    if all(map(is_title, names)):
        return False
    return below[-1].field in REACHES or any(map(_reaches, behind))


def _reaches(cell: str) -> bool:
    return any(piece.field in REACHES for piece in pieces_of(cell))


def _is_column(cell: str) -> bool:
    return not _says(cell) or bool(_column(cell)) or is_heading(cell)


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
    if "@" in heading or re.search("[0-9]{3}", heading) or not all(map(_is_of_heading, said)):
        return ""
    if said & _WAYS:
        return "reach"
    if said & _NAMES:
        return "name"
    if is_fax(heading):
        return "fax"
    if is_label(heading) or is_note(heading):
        return "reach"
    return "role" if said & _ROLES else ""


def _is_of_heading(word: str) -> bool:
    return word in _OF_HEADINGS or is_label(word) or is_fax(word) or is_note(word)


def _row(columns: Sequence[str], headings: Sequence[str], cells: Sequence[str]) -> CardLine | None:
    """What one row says, or None where it does not say who or by what to reach them."""
    words, found = list[str](), list[Piece]()
    for n, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        if column == "fax":
            words += [f"{headings[n]}: {cell}"] * _says(cell)
            continue
        pieces = list(pieces_of(cell))
        said = [piece for piece in pieces if piece.field not in REACHES]
        if column not in {"name", "role"} and any(piece.field == "prose" for piece in said):
            return None
        if column == "reach" and said:
            return None
        if column == "any" and _name_between([*found, *pieces], cells[n + 1 :]):
            return None
        words += [piece.text for piece in said]
        note = f" ({headings[n]})" if headings and is_note(headings[n]) else ""
        ways = (piece for piece in pieces if piece.field in REACHES)
        found += [replace(way, text=way.text + note * (way.field == "phones")) for way in ways]
    name = next((piece.text for piece in pieces_of(cells[columns.index("name")])), "")
    words.sort(key=lambda said: said != name)
    if name not in words[:1] or not found or sum(map(is_person, words)) > 1:
        return None
    return CardLine(
        words=tuple(words),
        phones=tuple(way.text for way in found if way.field == "phones"),
        emails=tuple(way.text for way in found if way.field == "emails"),
        sites=tuple(way.text for way in found if way.field == "sites"),
        begins=True,
    )
