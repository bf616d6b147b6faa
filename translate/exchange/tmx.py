"""TMX 1.4b: the memory as other tools keep theirs.

https://www.gala-global.org/tmx-14b
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from press.errors import UnreadableFile
from press.releases.exchange import Memory, MemoryParts, Remembered
from press.text import Block, Kind, Origin, well_formed
from translate.exchange.codes import pieces, pieces_like
from translate.exchange.safe_xml import XML, append_words, name_of, walked, written
from translate.markup.markdown import escaped, unlisted

_OURS = "newsroom"
_DATE = "%Y%m%dT%H%M%SZ"
PART = 500  # units that are read and kept at once
PART_LETTERS = 500_000  # likewise, where they are long
LONGEST = 50_000  # letters of a segment; a long table has a tenth of them
# Another tool's segment says nothing of what it is for: these are what one sentence may be.
_KINDS = frozenset(Kind)
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


def read(data: bytes, languages: Iterable[str]) -> MemoryParts:
    """Read a translation memory, part by part.

    The whole of it is looked at first, so that a file with a fault at its end is refused before
    anything of it is taken. Another tool's segments with inline codes are left out: their codes
    are not Markdown.

    Args:
        data: the whole file.
        languages: codes of those wanted.

    Raises:
        UnreadableFile: it is not TMX, or has a unit that is too long.
    """
    header, count = _looked_over(data)
    return MemoryParts(count, _parts(data, header, set(languages)))


def _parts(data: bytes, header: dict[str, str], wanted: set[str]) -> Iterator[Memory]:
    is_ours, main = header.get("o-tmf") == _OURS, header.get("srclang")
    found, left_out, units, letters, has_some = list[Remembered](), 0, 0, 0, False
    for unit in _units(data, is_ours=is_ours):
        read_ = list(_read_unit(unit, _code(unit.main or main or "*all*"), wanted, is_ours=is_ours))
        found += read_
        left_out, units = left_out + (not read_), units + 1
        letters += sum(len(one.source.markdown) + len(one.words.markdown) for one in read_)
        if units == PART or letters >= PART_LETTERS:
            yield Memory(found, left_out, units)
            found, left_out, units, letters, has_some = [], 0, 0, 0, True
    if units or not has_some:
        yield Memory(found, left_out, units)


@dataclass(frozen=True, slots=True)
class _MemoryVariant:
    """What a unit says in one language.

    Args:
        words: of its segment; nothing where another tool's codes are among them.
        origin: who wrote them, as we say it.
        engine: likewise.
        made_at: when, UTC, where that is known.
    """

    words: str
    origin: str
    engine: str
    made_at: datetime | None


@dataclass(frozen=True, slots=True)
class _MemoryUnit:
    """A translation unit.

    Args:
        main: its own source language, as written; may be empty.
        kind: of the block, as we say it.
        variants: by code of the language, in their order.
    """

    main: str
    kind: str
    variants: dict[str, _MemoryVariant]


def _looked_over(data: bytes) -> tuple[dict[str, str], int]:
    """What a memory says of itself, wherever in it that stands, and how many units it has.

    Raises:
        UnreadableFile: it is not TMX, or has a unit that is too long.
    """
    header: dict[str, str] | None = None
    body, count = None, 0
    for is_end, element in walked(data, "header", "body", "tu"):
        name, parent = name_of(element), element.getparent()
        if name == "tu":
            count += is_end and body is not None and parent is body
        elif name == "body" and body is None and _is_root(parent):
            body = element
        elif name == "header" and header is None and _is_root(parent):
            header = {str(key): str(value) for key, value in element.attrib.items()}
    if header is None or body is None:
        raise UnreadableFile("it is not a translation memory (TMX 1.4)")
    return header, count


def _units(data: bytes, *, is_ours: bool) -> Iterator[_MemoryUnit]:
    """The units of the first body, one after the other; what was read is kept no longer."""
    body, unit, variants = None, None, dict[str, _MemoryVariant]()
    for is_end, element in walked(data, "body", "tu", "tuv"):
        name, parent = name_of(element), element.getparent()
        if name == "body" and body is None and _is_root(parent):
            body = element
        elif name == "tu" and not is_end and unit is None and body is not None and parent is body:
            unit, variants = element, {}
        elif name == "tuv" and is_end and unit is not None and parent is unit:
            code = _code(str(element.get(f"{XML}lang") or element.get("lang", "")))
            variants[code] = _variant(element, is_ours=is_ours)
        elif name == "tu" and is_end and element is unit:
            yield _MemoryUnit(str(element.get("srclang") or ""), _prop(element, "kind"), variants)
            unit = None


def _is_root(parent: etree._Element | None) -> bool:
    return parent is not None and parent.getparent() is None and name_of(parent) == "tmx"


def _variant(element: etree._Element, *, is_ours: bool) -> _MemoryVariant:
    return _MemoryVariant(
        _said(element, is_ours=is_ours),
        _prop(element, "origin"),
        _prop(element, "engine"),
        _made_at(element),
    )


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
    etree.SubElement(parent, "prop", {"type": f"x-{name}"}).text = well_formed(value)


def _write_words(parent: etree._Element, source: Block, block: Block) -> None:
    segment = etree.SubElement(parent, "seg")
    for piece in pieces(source) if block is source else pieces_like(source, block):
        if piece.code:
            code = etree.SubElement(segment, "ph", {"x": str(piece.code)})
            code.text = well_formed(piece.text)
        else:
            append_words(segment, well_formed(piece.text))


def _read_unit(
    unit: _MemoryUnit, main: str, wanted: set[str], *, is_ours: bool
) -> Iterator[Remembered]:
    main = main if main in unit.variants else next(iter(unit.variants), "")
    if main not in wanted:
        return
    source = unit.variants[main].words
    kinds = (Kind(unit.kind),) if unit.kind in _KINDS else _LIKELY
    for code in unit.variants.keys() & wanted - {main}:
        target = unit.variants[code]
        if not source or not target.words:
            continue
        origin = Origin.MACHINE if target.origin == "machine" else Origin.EDITOR
        for kind in kinds:
            said = target.words if is_ours else _as(kind, target.words)
            block = Block(kind, said, origin, target.engine)
            known = Block(kind, source if is_ours else _filed(kind, source))
            yield Remembered(main, code, known, block, target.made_at)


def _as(kind: Kind, words: str) -> str:
    """Another tool's plain words as a block of a kind."""
    plain = " ".join(words.split())
    return escaped(plain, starts=True) if kind is Kind.PARAGRAPH else plain


def _filed(kind: Kind, words: str) -> str:
    """Another tool's source as it was filed: a date that begins a paragraph makes no list of it."""
    line = " ".join(words.split())
    return unlisted(line) if kind is Kind.PARAGRAPH else line


def _said(variant: etree._Element, *, is_ours: bool) -> str:
    """The words of a segment; nothing where they are too many, or another tool's codes in them."""
    segment = next((child for child in variant if name_of(child) == "seg"), None)
    if segment is None or any(
        name_of(child) != "hi" and not (is_ours and name_of(child) == "ph")
        for child in segment.iterdescendants()
    ):
        return ""
    words = "".join(str(text) for text in segment.itertext())
    return well_formed(words) if len(words) <= LONGEST else ""


def _prop(element: etree._Element, name: str) -> str:
    found = (c for c in element if name_of(c) == "prop" and c.get("type") == f"x-{name}")
    return next((child.text or "" for child in found), "")


def _made_at(variant: etree._Element) -> datetime | None:
    for name in ("changedate", "creationdate"):
        if not (said := variant.get(name)):
            continue
        try:
            return datetime.strptime(said, _DATE).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def _code(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()
