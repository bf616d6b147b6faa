"""From what is understood of a document to HTML, by way of mammoth."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

import mammoth

from intake.text.columns import in_columns, with_strokes
from intake.word.sheet import (
    MOST_LEVELS,
    SheetBlock,
    SheetCell,
    SheetParagraph,
    SheetRow,
    SheetTable,
    Stretch,
)

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_ORDERED, _BULLETS = "1", "2"  # the two lists there are
_MOST_LINES = 20  # paragraphs below names side by side that are looked at
_HEADINGS = [f"p.h{n} => h{n}:fresh" for n in range(1, 7)]


def _lists() -> Iterator[str]:
    """Where in lists within each other an item stands."""
    for level in range(1, MOST_LEVELS + 1):
        above = "ul|ol > li > " * (level - 1)
        yield f"p:unordered-list({level}) => {above}ul > li:fresh"
        yield f"p:ordered-list({level}) => {above}ol > li:fresh"


_STYLES = "\n".join(["p.quote => blockquote > p:fresh", *_HEADINGS, *_lists()])


def html_of(blocks: Sequence[SheetBlock]) -> str:
    """The blocks as HTML: headings, paragraphs, quotations, lists, tables, links, bold, italics.

    mammoth is given a document of nothing else, written anew: what it would show and should not,
    or leave out and should not, is not in there.
    """
    links = dict[str, str]()
    body = "".join(_block(block, links) for block in _levelled(list(_with_columns(blocks))))
    content = _archive(body, links)
    # What is made of fixed pieces gives rise to no warnings worth reading.
    return str(
        mammoth.convert_to_html(
            content,
            style_map=_STYLES,
            include_default_style_map=False,
            include_embedded_style_map=False,
        ).value
    )


def _with_columns(blocks: Sequence[SheetBlock]) -> Iterator[SheetBlock]:
    """The blocks, with names side by side and all that stands in columns below as one paragraph.

    A page shows a tab as a blank: then two names would be one. What parts them is ` | ` instead.
    """
    below = 0
    for n, block in enumerate(blocks):
        if n < below:
            continue
        found = _side_by_side(blocks[n : n + _MOST_LINES])
        below = n + len(found)
        yield replace(found[0], stretches=_as_lines(found)) if found else block


def _side_by_side(blocks: Sequence[SheetBlock]) -> list[SheetParagraph]:
    """Paragraphs from one that begins with names on, as far as they are in columns."""
    texts = list[SheetParagraph]()
    for block in blocks:
        if not isinstance(block, SheetParagraph) or not _is_text(block):
            break
        texts.append(block)
    return texts[: in_columns([one.words for one in texts])]


def _is_text(block: SheetParagraph) -> bool:
    return not block.kind and block.level is None and not block.label


def _as_lines(paragraphs: Sequence[SheetParagraph]) -> tuple[Stretch, ...]:
    """The words of several paragraphs as lines of one, what parts their cells seen."""
    lines = list[Stretch]()
    for paragraph in paragraphs:
        lines += [Stretch("\n")] * bool(lines)
        lines += [replace(one, words=with_strokes(one.words)) for one in paragraph.stretches]
    return tuple(lines)


def _levelled(blocks: Sequence[SheetBlock]) -> list[SheetBlock]:
    """One heading of the first level, where the document has a title or begins with one."""
    kinds = [block.kind for block in blocks if isinstance(block, SheetParagraph)]
    has_title, tops = "title" in kinds, kinds.count("h1")
    levelled, below = list[SheetBlock](), int(has_title)
    for block in blocks:
        if isinstance(block, SheetParagraph) and block.kind[:1] in ("h", "t"):
            level = 1 if block.kind == "title" else min(6, int(block.kind[1]) + below)
            levelled.append(replace(block, kind=f"h{level}"))
            below = max(below, int(level == 1 and tops > 1))
        else:
            levelled.append(block)
    return levelled


def _block(block: SheetBlock, links: dict[str, str]) -> str:
    if isinstance(block, SheetTable):
        rows = "".join(_row(row, links) for row in block.rows)
        return f"<w:tbl>{rows}</w:tbl>"
    return f"<w:p>{_looks(block)}{''.join(_stretch(one, links) for one in block.stretches)}</w:p>"


def _looks(paragraph: SheetParagraph) -> str:
    if paragraph.level is not None:
        list_id = _ORDERED if paragraph.number else _BULLETS
        return (
            f'<w:pPr><w:numPr><w:ilvl w:val="{paragraph.level}"/><w:numId w:val="{list_id}"/>'
            "</w:numPr></w:pPr>"
        )
    return f'<w:pPr><w:pStyle w:val="{paragraph.kind}"/></w:pPr>' if paragraph.kind else ""


def _stretch(stretch: Stretch, links: dict[str, str]) -> str:
    looks = "<w:b/>" * stretch.bold + "<w:i/>" * stretch.italic
    run = f"<w:r>{f'<w:rPr>{looks}</w:rPr>' * bool(looks)}{_words(stretch.words)}</w:r>"
    if not stretch.href:
        return run
    name = links.setdefault(stretch.href, f"l{len(links)}")
    return f'<w:hyperlink r:id="{name}">{run}</w:hyperlink>'


def _words(words: str) -> str:
    said = escape(words).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f"<w:t>{said}</w:t>"


def _row(row: SheetRow, links: dict[str, str]) -> str:
    head = "<w:trPr><w:tblHeader/></w:trPr>" if row.is_head else ""
    return f"<w:tr>{head}{''.join(_cell(cell, links) for cell in row.cells)}</w:tr>"


def _cell(cell: SheetCell, links: dict[str, str]) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merged = "<w:vMerge/>" if cell.goes_on else ""
    blocks = "".join(_block(block, links) for block in cell.blocks) or "<w:p/>"
    return f"<w:tc><w:tcPr>{span}{merged}</w:tcPr>{blocks}</w:tc>"


def _archive(body: str, links: dict[str, str]) -> io.BytesIO:
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_LINK}" Target={quoteattr(href)} TargetMode="External"/>'
        for href, name in links.items()
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        )
        archive.writestr("word/numbering.xml", _numbering())
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        )
    content.seek(0)
    return content


def _numbering() -> str:
    kinds = ((_ORDERED, "decimal"), (_BULLETS, "bullet"))
    levels = {
        name: "".join(
            f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{form}"/></w:lvl>' for n in range(MOST_LEVELS)
        )
        for name, form in kinds
    }
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{name}">{inner}</w:abstractNum>'
        for name, inner in levels.items()
    )
    used = "".join(
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>' for name in levels
    )
    return f"<w:numbering {_NAMESPACES}>{abstract}{used}</w:numbering>"
