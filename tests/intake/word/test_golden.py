"""Forty documents in four languages, each as it is understood, against what was read and agreed.

A document that is understood otherwise on purpose: delete its file under tests/golden/word, run
this test once (it writes the file), and read the difference.
"""

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from intake.given import Given
from intake.word.assembling import OfficeText
from intake.word.docx import understood
from tests.intake.word.making import (
    PIXEL,
    docx,
    field,
    item,
    level,
    numbering,
    p,
    picture,
    r,
    saved,
    style,
    table,
    text_box,
)

GOLDEN = Path(__file__).parents[2] / "golden" / "word"


@dataclass(frozen=True)
class Words:
    """The words of a sample, in one language; all invented."""

    code: str
    headings: tuple[str, str, str]  # what Word in this language calls title, heading 1, quotation
    headline: str
    lead: str
    quote: str
    background: str
    items: tuple[str, str, str]
    cells: tuple[str, str]
    office: str
    page: str
    hidden: str
    note: str


SAMPLES = (
    Words("en", ("Title", "Heading 1", "Quote"), "Corvane opens a museum of bridges",
          "The museum opens on Monday; entry costs 5 euros.", "“A good day”, says the mayor.",
          "Background", ("One hall", "Two gardens", "Three towers"), ("Year", "Visitors"),
          "Ministry of Samples", "Page", "internal: ask Bo first", "Source: Example Institute"),
    Words("fr", ("Titre", "Titre 1", "Citation"), "Corvane ouvre un musée des ponts",
          "Le musée ouvre lundi ; l’entrée coûte 5 euros.", "« Un beau jour », dit le maire.",
          "Contexte", ("Une salle", "Deux jardins", "Trois tours"), ("Année", "Visiteurs"),
          "Ministère des Exemples", "Page", "interne : demander à Bo", "Source : Institut Exemple"),
    Words("nl", ("Titel", "Kop 1", "Citaat"), "Corvane opent een bruggenmuseum",
          "Het museum opent maandag; de toegang kost 5 euro.",
          "„Een mooie dag”, zegt de burgemeester.",
          "Achtergrond", ("Eén zaal", "Twee tuinen", "Drie torens"), ("Jaar", "Bezoekers"),
          "Ministerie van Voorbeelden", "Pagina", "intern: vraag eerst Bo",
          "Bron: Voorbeeldinstituut"),
    Words("de", ("Titel", "Überschrift 1", "Zitat"), "Corvane eröffnet ein Brückenmuseum",
          "Das Museum öffnet am Montag; der Eintritt kostet 5 Euro.",
          "„Ein schöner Tag“, sagt die Bürgermeisterin.",
          "Hintergrund", ("Ein Saal", "Zwei Gärten", "Drei Türme"), ("Jahr", "Gäste"),
          "Ministerium für Muster", "Seite", "intern: erst Bo fragen", "Quelle: Musterinstitut"),
)  # fmt: skip


def styled(w: Words) -> str:
    return "".join(style(f"S{n}", called) for n, called in enumerate(w.headings))


def plain(w: Words) -> bytes:
    body = p(w.headline, "S0") + p(w.lead) + p(w.quote, "S2") + p(w.background, "S1") + p(w.lead)
    return docx(body, {"styles": styled(w)})


def lists(w: Words) -> bytes:
    numbers = numbering(level(0, "decimal", "%1."), level(1, "bullet", "•"))
    body = "".join(item(words, level=n % 2) for n, words in enumerate(w.items))
    again = p(w.lead) + item(w.items[0])
    return docx(p(w.headline, "S0") + body + again, {"styles": styled(w), "numbering": numbers})


def tables(w: Words) -> bytes:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p(w.items[2])}</w:tc>'
    inner = table([w.items[0], "1"], [w.items[1], "2"])
    body = table(w.cells, ["2026", "1\u00a0200"], [wide], [w.note, inner + p("–")])
    return docx(p(w.headline, "S0") + body, {"styles": styled(w)})


def links(w: Words) -> bytes:
    body = p(
        r("a ") + field('HYPERLINK "https://x.example/a" \\o "b"', r(w.office))
        + r(" b ") + f'<w:hyperlink r:id="l1">{r(w.background, "<w:b/>")}</w:hyperlink>'
        + r(" c ") + field('HYPERLINK "file:///G:/x.docx"', r(w.note))
    )  # fmt: skip
    related = [("l1", "hyperlink", "mailto:press@x.example")]
    return docx(p(w.headline, "S0") + body, {"styles": styled(w)}, related=related)


def changed(w: Words) -> bytes:
    by = 'w:id="1" w:author="Bo Example"'
    dropped = f"<w:del {by}><w:r><w:delText>{w.items[0]} </w:delText></w:r></w:del>"
    body = p(r("a ") + dropped + f"<w:ins {by}>{r(w.items[1])}</w:ins>" + r(" b"))
    comments = f'<w:comment w:id="1" w:author="Bo Example">{p(w.note)}</w:comment>'
    return docx(p(w.headline, "S0") + body, {"styles": styled(w), "comments": comments})


def hidden(w: Words) -> bytes:
    secret = style("H", "Secret", "<w:rPr><w:vanish/></w:rPr>") + style(
        "I", "In", '<w:basedOn w:val="H"/>'
    )
    body = p(r(w.lead) + r(w.hidden, "<w:vanish/>")) + p(w.hidden + " 2", "I")
    return docx(p(w.headline, "S0") + body, {"styles": styled(w) + secret})


def notes(w: Words) -> bytes:
    sign = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    last = '<w:r><w:endnoteReference w:id="3"/></w:r>'
    parts = {
        "styles": styled(w),
        "footnotes": f'<w:footnote w:id="3">{p(w.note)}</w:footnote>',
        "endnotes": f'<w:endnote w:id="3">{p(w.items[0])}</w:endnote>',
    }
    return docx(p(w.headline, "S0") + p(r(w.lead) + sign) + p(r(w.quote) + last), parts)


def framed(w: Words) -> bytes:
    body = p(r(w.lead) + text_box(p(w.note) + p(w.quote))) + table([p(w.items[0]) + p(w.items[1])])
    number = p(r(f"{w.page} ") + field(" PAGE ", r("1")))
    parts = {"styles": styled(w), "header1": p(f"{w.office}\t{w.background}"), "footer1": number}
    return docx(p(w.headline, "S0") + body, parts)


def pictured(w: Words) -> bytes:
    body = p(w.lead) + p(picture("p1", w.items[0])) + p(w.note, "C") + p(picture("p2"))
    related = [("p1", "image", "media/image1.png"), ("p2", "image", "https://x.example/p.png")]
    files = {"word/media/image1.png": PIXEL}
    parts = {"styles": styled(w) + style("C", "Caption")}
    return docx(p(w.headline, "S0") + body, parts, related=related, files=files)


def by_program(w: Words) -> bytes:
    """As python-docx writes it, with all the styles of Word's own template."""
    document = Document()
    document.add_heading(w.headline, 0)
    first = document.add_paragraph(w.lead)
    first.add_run(f" {w.items[0]}").bold = True
    first.add_run(" m")
    first.add_run("2").font.superscript = True
    small = first.add_run(f" {w.items[1]}")
    small.font.size = Pt(8)
    small.italic = True
    document.add_heading(w.background, 1)
    for words in w.items:
        document.add_paragraph(words, style="List Bullet")
    for words in w.items:
        document.add_paragraph(words, style="List Number")
    document.add_paragraph(w.quote, style="Intense Quote")
    made = document.add_table(rows=1, cols=2)
    for n, words in enumerate(w.cells):
        made.rows[0].cells[n].text = words
        made.add_row().cells[n].text = w.items[n]
    document.sections[0].header.paragraphs[0].text = w.office
    return saved(document)


SHAPES: tuple[Callable[[Words], bytes], ...] = (
    plain, lists, tables, links, changed, hidden, notes, framed, pictured, by_program,
)  # fmt: skip


def shown(name: str, text: OfficeText) -> str:
    """Everything that is understood, as a page to read."""
    parts = [
        ("header and footer", text.edges),
        ("pictures", [f"{one.part}: {one.alt}" for one in text.pictures]),
        ("left out", [f"{one.what} ({one.why})" for one in text.losses.left_out]),
        ("notes", text.losses.told),
    ]
    said = "".join(_section(title, lines) for title, lines in parts)
    return f"=== {name} ===\n\n{text.markdown}\n{said}\n"


def _section(title: str, lines: Sequence[str]) -> str:
    return f"\n--- {title} ---\n" + "\n".join(lines) + "\n" if lines else ""


@pytest.mark.parametrize("words", SAMPLES, ids=lambda words: words.code)
def test_every_document_is_understood_as_agreed(words: Words) -> None:
    given = Given("Europe/Brussels", words.code, accept_changes=True)
    pages = "".join(shown(made.__name__, understood(made(words), given)) for made in SHAPES)
    file = GOLDEN / f"{words.code}.txt"
    if not file.exists():
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(pages, "utf-8")
    agreed = file.read_text("utf-8")
    both = (agreed.splitlines(), pages.splitlines())
    assert agreed == pages, "\n".join(
        difflib.unified_diff(*both, "golden", "now", lineterm="", n=1)
    )
