"""Files a press office might send, spoilt by chance: what intake has to bear."""

import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx

from intake.characters.bounds import LONGEST_LINE, MOST_LINES

ROOT = Path(__file__).parents[1]
SAMPLES, GOLDEN = ROOT / "newsroom" / "samples", ROOT / "tests" / "golden"
MB = 1_000_000
# What means something to one reader or another, and stands where nobody expects it.
TOKENS = (
    *("\n\n", " " * 60, "\t", "\r\n", "\x00", "\ufeff", "\u202e", "é", "\ud7ff", "…", "&#146;"),
    *(
        "# ",
        "* ",
        "- ",
        "1. ",
        "> ",
        "| a | b |\n| --- | --- |\n",
        "```\n",
        "[x](",
        "](y)",
        "![",
        "***",
    ),
    *("EMBARGO ", "Embargoed until 5 May 2027, 10:00\n", "Sperrfrist: ", "not for publication\n"),
    *("12. März 2026 - 08:00\n", "04/02/2026", "Press release 45/27\n", "ENDS\n", "###\n"),
    *("Tel.: 030 / 55 17-20 71", "+32 2 555 01 01", "a@b.example", "(0)", "; ", "T: 1 / M: 2"),
    *(
        "<",
        ">",
        "</div>",
        "<div>",
        "<table><tr><td>",
        "<script>",
        "<!--",
        "]]>",
        "<![CDATA[",
        "&lt;",
    ),
    *(
        "<w:del>",
        "<w:vanish/>",
        "<w:t>",
        "</w:p>",
        "<w:tbl>",
        "<w:ins w:author='A'>",
        "<!DOCTYPE x>",
    ),
    *(
        "From: ",
        "Content-Type: ",
        "=?utf-8?q?=",
        "=3D",
        "\n--x\n",
        "Subject: Re: ",
        "Date: Mon, 99",
    ),
    *('{"', '":', "[", "]", "}", "null", "1e999", '"embargoed": "2027-05-05T10:00:00Z",'),
)

# Texts in which a run of blanks once took more time than its length, and lines of which many did.
RUNS = {
    "spaces within a line": "Headline\n\nText a{}b.\n\nMore.",
    "spaces in the headline": "Head{}line\n\nText.",
    "spaces before a date": "Title\n\nItem{}(12 May 2026)\n\ntext\n\nOther (13 May 2026)\n\nx",
    "spaces in a mark": "Headline\n\nText.\n\nNot{}for publication",
    "spaces at a telephone": "Headline\n\nText.\n\nJane Doe{}\nSpokesperson\n+999 2 555 01 01",
    "spaces after a number": "Press release No 12/27{}\n\nHeadline\n\nText.",
}
LINES = ("Police Corvane\n\n", "> 65 a\n", "12 May 2026\n\n", "• a\n")


@dataclass(frozen=True, slots=True)
class Sort:
    """A format, with files that are sound.

    Args:
        ending: of their names.
        seeds: their content.
        spoil: makes another file of one.
    """

    ending: str
    seeds: Sequence[bytes]
    spoil: Callable[[bytes, random.Random], bytes]


def sorts() -> Mapping[str, Sort]:
    """Every format that is read, by what it is called."""
    found = {
        "text": Sort(".txt", [*_files(SAMPLES, "*.txt"), *_files(GOLDEN, "press/*.txt")], spoilt),
        "Markdown": Sort(".md", _files(SAMPLES, "*.md"), spoilt),
        "Word": Sort(".docx", [_word()], spoilt_archive),
        "OpenDocument": Sort(".odt", [_open_document()], spoilt_archive),
        "mail": Sort(".eml", _files(GOLDEN, "mails/*.eml"), spoilt),
        "page": Sort(".html", _files(GOLDEN, "pages/*.html"), spoilt),
        "RSS": Sort(".rss", _files(GOLDEN, "*.rss"), spoilt),
        "Atom": Sort(".atom", _files(GOLDEN, "*.atom"), spoilt),
        "JSON Feed": Sort(".json", _files(GOLDEN, "*.json"), spoilt),
        "ninjs": Sort(".json", [_ninjs()], spoilt),
    }
    return {name: sort for name, sort in found.items() if sort.seeds}


def mutants(sort: Sort, seed: int) -> Iterator[bytes]:
    """Spoilt files without end; the same seed gives the same ones."""
    chance = random.Random(seed)
    while True:
        yield sort.spoil(chance.choice(sort.seeds), chance)


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """A file with a few things wrong in it: bytes, missing parts, doubled parts, strange words."""
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8, 20))):
        data = chance.choice((_flipped, _cut, _doubled, _inserted, _moved))(data, chance)
        data = data[: MB // 4]
    return data


def spoilt_archive(data: bytes, chance: random.Random) -> bytes:
    """The same of the documents in an archive, or of the archive itself."""
    if chance.random() < 0.1:
        return spoilt(data, chance)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        chosen = set(chance.sample(names, k=min(len(names), chance.choice((1, 1, 1, 2, 3)))))
        if chance.random() < 0.7:
            chosen.add(next(n for n in names if n in ("word/document.xml", "content.xml")))
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, spoilt(content, chance) if name in chosen else content)
    return made.getvalue()


def large(sort: Sort) -> Iterator[tuple[str, bytes]]:
    """Files of a megabyte: a sound one again and again, and one thing again and again."""
    if sort.spoil is spoilt_archive:
        return
    if sort.ending == ".txt":
        yield from _runs()
    if sort.ending == ".html":
        row = b"<tr><th>h<td colspan=1000 rowspan=65000>x"
        yield "rows that span all others", b"<h1>Headline</h1><table>" + row * 15_000
    yield "a sound one", (sort.seeds[0] + b"\n\n") * (MB // (len(sort.seeds[0]) + 2) + 1)
    for token in (
        *TOKENS,
        " ",
        "(",
        "[",
        "*",
        "_",
        "-",
        "#",
        "|",
        ".",
        ",",
        ":",
        "/",
        "@",
        "0",
        "a",
    ):
        words = token.encode("utf-8", "ignore")
        yield repr(token), words * (MB // len(words))
        yield f"{token!r} after a sound one", sort.seeds[0] + words * (MB // len(words))
        for width in (210, 40_000):  # of lines; longer texts and lines are refused
            line = words * (width // len(words)) + b"\n"
            yield f"{token!r} in lines of {width}", sort.seeds[0] + line * (MB // len(line))


def _runs() -> Iterator[tuple[str, bytes]]:
    """As long as lines and texts may be; what is longer is refused."""
    for said, text in RUNS.items():
        yield said, text.format(" " * (LONGEST_LINE - 100)).encode()
    for line in LINES:
        yield f"many {line!r}", f"Headline\n\n{line * (MOST_LINES // 2)}\n\nText.".encode()


def _flipped(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    n = chance.randrange(len(data))
    return data[:n] + bytes([chance.randrange(256)]) + data[n + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + data[min(end, start + chance.choice((1, 5, 50, 500))) :]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    part = data[start : min(end, start + 2_000)]
    return data[:end] + part * chance.choice((1, 2, 10)) + data[end:]


def _inserted(data: bytes, chance: random.Random) -> bytes:
    n, words = chance.randrange(len(data) + 1), chance.choice(TOKENS).encode("utf-8", "ignore")
    return data[:n] + words * chance.choice((1, 1, 1, 3, 200)) + data[n:]


def _moved(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    part, rest = data[start:end], data[:start] + data[end:]
    n = chance.randrange(len(rest) + 1)
    return rest[:n] + part + rest[n:]


def _files(folder: Path, pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob(pattern))]


def _word() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Press release 45/27"
    document.add_heading("River states share warnings", 1)
    document.add_paragraph("Corvane, 12 March 2026")
    document.add_paragraph("The river states agreed to share their warnings within 10 minutes.")
    document.add_paragraph("One measure", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for n, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"Cell {n}"
    document.add_paragraph("Press contact: Ann Example, +32 2 555 01 01, ann@example.org")
    return _saved(document)


def _saved(document: "docx.document.Document") -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _open_document() -> bytes:
    spaces = {
        name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
        for name in ("office", "text", "table", "style")
    }
    names = " ".join(f'xmlns:{name}="{uri}"' for name, uri in spaces.items())
    words = "<text:p>Corvane, 12 March 2026</text:p><text:p>The states agreed.</text:p>"
    heading = '<text:h text:outline-level="1">River states share warnings</text:h>'
    body = f"<office:body><office:text>{heading}{words}</office:text></office:body>"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml", f"<office:document-content {names}>{body}</office:document-content>"
        )
        archive.writestr("styles.xml", f"<office:document-styles {names}/>")
    return made.getvalue()


def _ninjs() -> bytes:
    item = {
        "uri": "urn:example:1",
        "type": "text",
        "pubstatus": "usable",
        "language": "en",
        "versioncreated": "2026-03-12T08:00:00Z",
        "embargoed": "2027-03-12T08:00:00Z",
        "headline": "River states share warnings",
        "body_html": "<p>The river states agreed.</p><table><tr><td>1</td><td>2</td></tr></table>",
        "renditions": {"main": {"href": "https://example.org/a.jpg", "mimetype": "image/jpeg"}},
    }
    return json.dumps(item).encode()
