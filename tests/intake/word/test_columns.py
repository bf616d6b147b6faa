"""People side by side in documents: in tables, and parted by tabs or spaces."""

from collections.abc import Callable, Sequence

import pytest

from intake.reading import read
from press.releases.release import Filing
from tests.intake.word.making import docx, p, r, table
from tests.intake.word.test_odt import odt

ABOVE = ("3 March 2099", "The bridge opens", "It opens at noon.", "Press contacts")
PEOPLE = (
    ("Dr. Ute Beispiel", "Pressesprecherin", "Tel. 030 555-100", "ute@press.example"),
    ("Hans-Peter Muster", "Stellv. Sprecher", "Tel. 030 555-200", "hp@press.example"),
    ("Jane Example", "Press Officer", "T: +44 20 7946 0103", "jane@press.example"),
)
FOUND = [
    ("Dr. Ute Beispiel", "Pressesprecherin", ("030 555-100",), ("ute@press.example",)),
    ("Hans-Peter Muster", "Stellv. Sprecher", ("030 555-200",), ("hp@press.example",)),
    ("Jane Example", "Press Officer", ("+44 20 7946 0103",), ("jane@press.example",)),
]
Rows = Sequence[Sequence[str]]
TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"


def _odf(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def _word(body: str) -> tuple[str, bytes]:
    return "a.docx", docx("".join(map(p, ABOVE)) + body)


def _text(body: str) -> tuple[str, bytes]:
    return "a.odt", odt("".join(map(_odf, ABOVE)) + body)


def word_tabs(rows: Rows) -> tuple[str, bytes]:
    return _word("".join(p(TAB.join(map(r, row))) for row in rows))


def word_tabs_in_a_paragraph(rows: Rows) -> tuple[str, bytes]:
    return _word(p(BREAK.join(TAB.join(map(r, row)) for row in rows)))


def word_spaces(rows: Rows) -> tuple[str, bytes]:
    return _word("".join(p("      ".join(row)) for row in rows))


def word_table(rows: Rows) -> tuple[str, bytes]:
    return _word(table(*rows))


def odt_tabs(rows: Rows) -> tuple[str, bytes]:
    return _text("".join(_odf("<text:tab/>".join(row)) for row in rows))


def odt_table(rows: Rows) -> tuple[str, bytes]:
    cells = (
        "".join(f"<table:table-cell>{_odf(cell)}</table:table-cell>" for cell in row)
        for row in rows
    )
    return _text(
        "<table:table>"
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
        + "</table:table>"
    )


TYPED = (word_tabs, word_tabs_in_a_paragraph, word_spaces, odt_tabs)


def filing(name: str, data: bytes) -> Filing:
    (only,) = read(name, data, zone="Europe/Brussels", language="en").filings
    return only


@pytest.mark.parametrize("people", [PEOPLE[:2], PEOPLE])
@pytest.mark.parametrize("laid", [*TYPED, word_table, odt_table])
def test_people_side_by_side_in_a_document_are_read_column_by_column(
    laid: Callable[[Rows], tuple[str, bytes]], people: Rows
) -> None:
    found = filing(*laid(list(zip(*people, strict=True))))
    assert [(c.name, c.role, c.phones, c.emails) for c in found.contacts] == FOUND[: len(people)]
    assert found.doubts == ()
    assert not any("@" in block.markdown for block in found.blocks)


@pytest.mark.parametrize("laid", TYPED)
@pytest.mark.parametrize("last", [("", "hp@press.example"), ("ute@press.example", "")])
def test_of_columns_in_a_document_with_a_cell_less_nobody_has_a_number(
    laid: Callable[[Rows], tuple[str, bytes]], last: tuple[str, str]
) -> None:
    *rows, _ = zip(*PEOPLE[:2], strict=True)
    found = filing(*laid([*rows, last]))
    if found.contacts:
        assert [c.phones for c in found.contacts] == [("030 555-100",), ("030 555-200",)]
        assert [c.emails for c in found.contacts] == [tuple(filter(None, [one])) for one in last]
    else:
        assert "“Dr. Ute Beispiel and Hans-Peter Muster”" in found.doubts[0]


def test_names_side_by_side_without_numbers_stay_as_they_are() -> None:
    found = filing(*word_tabs([("Ada Muster", "Bram Example"), ("will speak", "at noon")]))
    assert [block.markdown for block in found.blocks][-2:] == [
        "Ada Muster Bram Example",
        "will speak at noon",
    ]
