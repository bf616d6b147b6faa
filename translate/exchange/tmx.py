"""TMX 1.4b: the memory as other tools keep theirs.

https://www.gala-global.org/tmx-14b
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from lxml import etree

from press.errors import UnreadableFile
from press.releases.exchange import Memory, Remembered
from press.text import Block, Kind, Origin, clean
from translate.exchange.codes import pieces, pieces_like
from translate.exchange.safe_xml import XML, append_words, name_of, root_of, written
from translate.markup.markdown import escaped, unlisted

_OURS = "newsroom"
_DATE = "%Y%m%dT%H%M%SZ"
# Another tool's segment says nothing of what it is for: these are what one sentence may be.
_LIKELY = (Kind.PARAGRAPH, Kind.HEADLINE, Kind.SUMMARY)


def write(translations: Iterable[Remembered]) -> bytes:
    """Write a translation memory."""
    root = etree.Element("tmx", {"version": "1.4"})
    about = {"creationtool": _OURS, "creationtoolversion": "1", "segtype": "block", "o-tmf": _OURS}
    about |= {"adminlang": "en", "srclang": "*all*", "datatype": "x-markdown"}
    etree.SubElement(root, "header", about)
    body = etree.SubElement(root, "body")
    for one in translations:
        _write_unit(body, one)
    return written(root)


def read(data: bytes, languages: Iterable[str]) -> Memory:
    """Read a translation memory.

    Another tool's segments with inline codes are left out: their codes are not Markdown.

    Args:
        data: the whole file.
        languages: codes of those wanted.

    Raises:
        UnreadableFile: it is not TMX.
    """
    root = root_of(data)
    header, body = (next((e for e in root if name_of(e) == n), None) for n in ("header", "body"))
    if name_of(root) != "tmx" or header is None or body is None:
        raise UnreadableFile("it is not a translation memory (TMX 1.4)")
    is_ours, wanted = header.get("o-tmf") == _OURS, set(languages)
    found, left_out = list[Remembered](), 0
    for unit in (child for child in body if name_of(child) == "tu"):
        main = str(unit.get("srclang") or header.get("srclang") or "*all*")
        read_ = list(_read_unit(unit, _code(main), is_ours=is_ours, wanted=wanted))
        found += read_
        left_out += not read_
    return Memory(found, left_out)


def _write_unit(body: etree._Element, one: Remembered) -> None:
    unit = etree.SubElement(body, "tu", {"srclang": one.source_language})
    _property(unit, "kind", one.source.kind)
    source = etree.SubElement(unit, "tuv", {f"{XML}lang": one.source_language})
    _write_words(source, one.source, one.source)
    target = etree.SubElement(unit, "tuv", {f"{XML}lang": one.target_language})
    if one.made_at:
        target.set("changedate", one.made_at.strftime(_DATE))
    _property(target, "origin", one.words.origin)
    if one.words.engine:
        _property(target, "engine", one.words.engine)
    _write_words(target, one.source, one.words)


def _property(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, "prop", {"type": f"x-{name}"}).text = clean(value)


def _write_words(parent: etree._Element, source: Block, block: Block) -> None:
    segment = etree.SubElement(parent, "seg")
    for piece in pieces(source) if block is source else pieces_like(source, block):
        if piece.code:
            code = etree.SubElement(segment, "ph", {"x": str(piece.code)})
            code.text = clean(piece.text)
        else:
            append_words(segment, clean(piece.text))


def _read_unit(
    unit: etree._Element, main: str, *, is_ours: bool, wanted: set[str]
) -> Iterator[Remembered]:
    variants = [child for child in unit if name_of(child) == "tuv"]
    by_code = {_code(str(v.get(f"{XML}lang") or v.get("lang", ""))): v for v in variants}
    main = main if main in by_code else next(iter(by_code), "")
    if main not in wanted:
        return
    source, given = _said(by_code[main], is_ours=is_ours), _prop(unit, "kind")
    kinds = (Kind(given),) if given in list(Kind) else _LIKELY
    for code in by_code.keys() & wanted - {main}:
        words = _said(by_code[code], is_ours=is_ours)
        if not source or not words:
            continue
        origin = Origin.MACHINE if _prop(by_code[code], "origin") == "machine" else Origin.EDITOR
        for kind in kinds:
            said = words if is_ours else _as(kind, words)
            block = Block(kind, said, origin, _prop(by_code[code], "engine"))
            known = Block(kind, source if is_ours else _filed(kind, source))
            yield Remembered(main, code, known, block, _made_at(by_code[code]))


def _as(kind: Kind, words: str) -> str:
    """Another tool's plain words as a block of a kind."""
    plain = " ".join(words.split())
    return escaped(plain, starts=True) if kind is Kind.PARAGRAPH else plain


def _filed(kind: Kind, words: str) -> str:
    """Another tool's source as it was filed: a date that begins a paragraph makes no list of it."""
    line = " ".join(words.split())
    return unlisted(line) if kind is Kind.PARAGRAPH else line


def _said(variant: etree._Element, *, is_ours: bool) -> str:
    """The words of a segment; nothing where another tool's codes are among them."""
    segment = next((child for child in variant if name_of(child) == "seg"), None)
    if segment is None or any(
        name_of(child) != "hi" and not (is_ours and name_of(child) == "ph")
        for child in segment.iterdescendants()
    ):
        return ""
    return clean("".join(str(text) for text in segment.itertext()))


def _prop(element: etree._Element, name: str) -> str:
    found = (c for c in element if name_of(c) == "prop" and c.get("type") == f"x-{name}")
    return next((child.text or "" for child in found), "")


def _made_at(variant: etree._Element) -> datetime | None:
    for name in ("changedate", "creationdate"):
        try:
            return datetime.strptime(variant.get(name, ""), _DATE).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def _code(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()
