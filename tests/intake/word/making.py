"""Word documents made by hand: only the parts that matter, as raw XML in an archive."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from docx import Document

from intake.given import Given
from intake.word.docx import read
from press.releases.release import Filing

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LISTED = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "000002000001e221bc330000000049454e44ae426082"
)
GIVEN = Given("Europe/Brussels", "en")
Related = tuple[str, str, str]  # name, kind, target; an address is outside


def r(words: str, looks: str = "") -> str:
    """A run."""
    shown = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def p(words: str, style: str = "", looks: str = "") -> str:
    """A paragraph; words that begin with `<` are runs already."""
    inner = words if words.startswith("<") else r(words)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{looks}</w:pPr>{inner}</w:p>"


def style(name: str, called: str, inner: str = "", kind: str = "paragraph") -> str:
    """A style."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{called}"/>{inner}</w:style>'
    )


def item(words: str, list_id: int = 1, level: int = 0, name: str = "") -> str:
    """A paragraph in a list."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(words, name, numbered)


def numbering(*levels: str, lists: int = 1) -> str:
    """One abstract list, and as many lists of it as are wanted."""
    used = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in range(1, lists + 1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{used}'


def level(n: int, form: str, label: str, start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{label}"/></w:lvl>'
    )


def table(*rows: Sequence[str], looks: str = "") -> str:
    """A table; a cell that begins with `<` is blocks already."""
    return f"<w:tbl>{looks}{''.join(map(_row, rows))}</w:tbl>"


def _row(cells: Sequence[str]) -> str:
    made = (cell if cell.startswith("<w:tc>") else _cell(cell) for cell in cells)
    return f"<w:tr>{''.join(made)}</w:tr>"


def _cell(words: str) -> str:
    return f"<w:tc>{words if words.startswith('<') else p(words)}</w:tc>"


def field(instruction: str, shown: str) -> str:
    """A field in three marks, as Word writes it."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    said = f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
    return f"{mark.format('begin')}{said}{mark.format('separate')}{shown}{mark.format('end')}"


def picture(name: str, alt: str = "", hidden: bool = False) -> str:
    """A run with a picture."""
    blind = ' hidden="1"' if hidden else ""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="{alt}"{blind}/>'
        f"<a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip r:embed="{name}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing></w:r>"
    )


def text_box(inner: str) -> str:
    """A run with a text box in both of the forms that Word writes."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:docPr id="2" name="Box"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}'
        f"</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        f"</mc:Fallback></mc:AlternateContent></w:r>"
    )


def relations(listed: Sequence[Related]) -> str:
    """What a part refers to."""
    outside = ' TargetMode="External"'
    inner = "".join(
        f'<Relationship Id="{name}" Type="{KINDS}/{kind}" Target="{escape(target)}"'
        f"{outside if ':' in target else ''}/>"
        for name, kind, target in listed
    )
    return f'<Relationships xmlns="{LISTED}">{inner}</Relationships>'


def docx(
    body: str, parts: Mapping[str, str] | None = None, *,
    related: Sequence[Related] = (), files: Mapping[str, bytes] | None = None,
) -> bytes:  # fmt: skip
    """A Word document.

    Args:
        body: its paragraphs and tables.
        parts: others, each by its kind (`styles`, `numbering`, `footnotes`, `comments`, or
            `header1`, `footer2` …), without the root; or by its whole name, with it.
        related: what the text refers to beside these.
        files: others, by their whole names.
    """
    listed, members = list(related), dict[str, str]()
    roots = {"header": "hdr", "footer": "ftr"}
    for n, (name, inner) in enumerate((parts or {}).items()):
        if "/" in name:
            members[name] = inner
            continue
        kind = name.rstrip("0123456789")
        root = roots.get(kind, kind)
        members[f"word/{name}.xml"] = f"<w:{root} {XMLNS}>{inner}</w:{root}>"
        listed.append((f"part{n}", kind, f"{name}.xml"))
    members["word/_rels/document.xml.rels"] = relations(listed)
    members["word/document.xml"] = f"<w:document {XMLNS}><w:body>{body}</w:body></w:document>"
    content = {name: inner.encode() for name, inner in members.items()}
    return zipped({**content, **(files or {})})


def zipped(members: Mapping[str, bytes]) -> bytes:
    """An archive with what makes a Word document of it."""
    base = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": relations([("r1", "officeDocument", "word/document.xml")]).encode(),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**base, **members}.items():
            archive.writestr(name, data)
    return content.getvalue()


def filing(data: bytes, given: Given = GIVEN) -> Filing:
    """What is read in a document."""
    (only,) = read(data, given).filings
    return only


def markdown(data: bytes, given: Given = GIVEN) -> list[str]:
    """The blocks of what is read, the headline first."""
    return [block.markdown for block in filing(data, given).blocks]


def left(data: bytes, given: Given = GIVEN) -> dict[str, str]:
    """What is left out, and why."""
    return {one.what: one.why for one in filing(data, given).left_out}


def saved(document: "type[Document] | object") -> bytes:
    """A document of python-docx as a file."""
    content = io.BytesIO()
    document.save(content)  # type: ignore[attr-defined]
    return content.getvalue()
