"""A glossary as a spreadsheet writes it: CSV, one term a line (RFC 4180)."""

import csv
import io
from collections.abc import Iterator

from intake.characters.opening import text_of
from press.errors import Refusal, UnreadableFile
from press.glossary import Term
from press.languages import Languages

NEEDED = ("source", "target", "term", "translation")
KNOWN = (*NEEDED, "note", "case")
_CASE = {"": False, "any": False, "no": False, "exact": True, "yes": True}
_MOST = 20  # mistakes named at once


def read(data: bytes, languages: Languages) -> list[Term]:
    """Read a glossary: all of it, or a refusal that names every line that is wrong.

    The first line names the columns: source and target (languages), term, translation, and if
    wanted note, and case (`exact` where only this spelling is meant). Commas, semicolons or tabs
    stand between them.

    Args:
        data: the whole file.
        languages: the newsroom's.

    Raises:
        UnreadableFile: it is not such a file, or a line is wrong.
    """
    text = text_of(data)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    terms: dict[tuple[str, str, str], Term] = {}
    mistakes = []
    try:
        columns = _columns(next(rows))
        for line, row in _filled(rows):
            try:
                term = _term(row, columns, languages)
                key = (term.source, term.target, term.term)
                if key in terms and terms[key] != term:
                    raise Refusal(f"“{term.term}” stands twice, and comes out in two ways")
                terms[key] = term
            except Refusal as refusal:
                mistakes.append(f"line {line}: {refusal}")
    except csv.Error as error:
        raise UnreadableFile(f"line {rows.line_num}: it is not CSV: {error}") from error
    if mistakes:
        more = f"; and {len(mistakes) - _MOST} more" if len(mistakes) > _MOST else ""
        raise UnreadableFile("; ".join(mistakes[:_MOST]) + more)
    return list(terms.values())


def _delimiter(text: str) -> str:
    """What stands between the columns of the first line; a spreadsheet's language decides that."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _columns(row: list[str]) -> list[str]:
    names = [name.strip().lower() for name in row]
    missing = [name for name in NEEDED if name not in names]
    unknown = [name for name in names if name not in KNOWN]
    if missing or unknown or len(set(names)) < len(names):
        raise UnreadableFile(
            f"line 1 has to name the columns: {', '.join(NEEDED)}, and if wanted note and case"
        )
    return names


def _filled(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    for row in rows:
        if any(cell.strip() for cell in row):
            yield rows.line_num, row  # type: ignore[attr-defined]  # a reader counts its lines


def _term(row: list[str], columns: list[str], languages: Languages) -> Term:
    if len(row) != len(columns):
        raise Refusal(f"it has {len(row)} columns, and the first line has {len(columns)}")
    cells = {name: " ".join(cell.split()) for name, cell in zip(columns, row, strict=True)}
    empty = [name for name in NEEDED if not cells[name]]
    if empty:
        raise Refusal(f"{' and '.join(empty)} must not be empty")
    source, target = (languages.named(cells[name]).code for name in ("source", "target"))
    if source == target:
        raise Refusal(f"it is from {source} into {source}")
    case = cells.get("case", "").lower()
    if case not in _CASE:
        raise Refusal(f"case is “{case}”, and can be exact or any")
    return Term(
        source, target, cells["term"], cells["translation"], cells.get("note", ""), _CASE[case]
    )
