"""XLIFF 1.2 and 2.0: a release on its way to a translator; `xliff_return` reads it back.

One unit is one block, its Markdown marks are `ph` codes: tools protect them and let translators
move them. What a code stands for is taken from our own source when a file comes back, so nobody
can change where a link leads.

http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
http://docs.oasis-open.org/xliff/xliff-core/v2.0/os/xliff-core-v2.0-os.html
"""

import hashlib
import re
from collections.abc import Callable, Iterable

from lxml import etree

from press.releases.exchange import Job
from press.releases.review import Segment
from press.text import Kind, Origin, well_formed
from translate.exchange.codes import CodedPiece, codes_of, pieces, pieces_like
from translate.exchange.safe_xml import XML, append_words, written

NAMESPACES = {
    "1.2": "urn:oasis:names:tc:xliff:document:1.2",
    "2.0": "urn:oasis:names:tc:xliff:document:2.0",
}
_UNTRANSLATED = {Kind.CODE, Kind.RULE}
# Number, kind, and names of the source and of the translation as they were sent: from these, and
# from identifiers alone, which every tool keeps, it is told what changed when a file comes back.
ID = re.compile(r"b([1-9]\d{0,5})\.([a-z]+)\.([0-9a-f]{16})\.([0-9a-f]{16}|0)")


def write(job: Job, version: str) -> bytes:
    """Write a release for a translator.

    Args:
        job: the release in one language.
        version: `1.2` or `2.0`.
    """
    root = etree.Element("xliff", {"version": version}, nsmap={None: NAMESPACES[version]})  # type: ignore[dict-item]
    (_write_12 if version == "1.2" else _write_20)(root, job)
    # Made without a namespace, and put in it whole by being read again.
    return written(etree.fromstring(etree.tostring(root)))


def _write_12(root: etree._Element, job: Job) -> None:
    attributes = {"original": job.name, "datatype": "x-markdown"}
    attributes |= {"source-language": job.source, "target-language": job.target}
    body = etree.SubElement(etree.SubElement(root, "file", attributes), "body")
    for one in job.segments:
        unit = etree.SubElement(body, "trans-unit", {"id": _id(one), f"{XML}space": "preserve"})
        unit.set("restype", f"x-{one.source.kind}")
        unit.set("translate", "no" if one.source.kind in _UNTRANSLATED else "yes")
        unit.set("approved", "yes" if one.is_settled and not _is_looked_up(one) else "no")
        _fill(etree.SubElement(unit, "source"), pieces(one.source), _native)
        target = etree.SubElement(unit, "target", _state_12(one))
        if one.target:
            _fill(target, pieces_like(one.source, one.target), _native)
        for earlier in one.displaced:
            other = etree.SubElement(unit, "alt-trans", {"origin": "editor"})
            etree.SubElement(other, "source").text = well_formed(earlier.source.markdown)
            etree.SubElement(other, "target").text = well_formed(earlier.words.markdown)
        for note in _notes(one):
            etree.SubElement(unit, "note").text = note


def _write_20(root: etree._Element, job: Job) -> None:
    root.set("srcLang", job.source)
    root.set("trgLang", job.target)
    file = etree.SubElement(root, "file", {"id": "release", "original": job.name})
    for one in job.segments:
        unit = etree.SubElement(file, "unit", {"id": _id(one), f"{XML}space": "preserve"})
        unit.set("translate", "no" if one.source.kind in _UNTRANSLATED else "yes")
        notes = [*_notes(one), *(f"earlier: {d.words.markdown}" for d in one.displaced)]
        if notes:
            parent = etree.SubElement(unit, "notes")
            for note in notes:
                etree.SubElement(parent, "note").text = well_formed(note)
        if codes := codes_of(one.source):
            data = etree.SubElement(unit, "originalData")
            for number, text in codes.items():
                etree.SubElement(data, "data", {"id": f"d{number}"}).text = well_formed(text)
        segment = etree.SubElement(unit, "segment", {"state": _state_20(one)})
        _fill(etree.SubElement(segment, "source"), pieces(one.source), _referring)
        if one.target:
            target = etree.SubElement(segment, "target")
            _fill(target, pieces_like(one.source, one.target), _referring)


def _fill(
    parent: etree._Element,
    parts: Iterable[CodedPiece],
    code: Callable[[CodedPiece], etree._Element],
) -> None:
    for piece in parts:
        if piece.code:
            parent.append(code(piece))
        else:
            append_words(parent, well_formed(piece.text))


def _native(piece: CodedPiece) -> etree._Element:
    element = etree.Element("ph", {"id": str(piece.code)})
    element.text = well_formed(piece.text)
    return element


def _referring(piece: CodedPiece) -> etree._Element:
    return etree.Element("ph", {"id": str(piece.code), "dataRef": f"d{piece.code}"})


def _state_12(one: Segment) -> dict[str, str]:
    if one.target is None:
        return {"state": "needs-translation"}
    if one.target.origin is Origin.MACHINE:
        return {"state": "needs-review-translation", "state-qualifier": "mt-suggestion"}
    if _is_looked_up(one):
        return {"state": "needs-review-translation"}
    return {"state": "final"}


def _state_20(one: Segment) -> str:
    if one.target is None:
        return "initial"
    is_open = one.target.origin is Origin.MACHINE or _is_looked_up(one)
    return "translated" if is_open else "final"


def _is_looked_up(one: Segment) -> bool:
    """Whether a list of words said it, and nobody: it comes back as a person's if one says so."""
    return one.is_aside and one.target is not None and one.target.origin is Origin.AUTHOR


def _notes(one: Segment) -> list[str]:
    findings = one.target.findings if one.target else ()
    return [well_formed(f"{f.check}: {f.says}") for f in findings if not f.dismissed_by]


def _id(one: Segment) -> str:
    sent = short(one.target.markdown) if one.target else "0"
    return f"b{one.number}.{one.source.kind}.{short(one.source.markdown)}.{sent}"


def short(words: str) -> str:
    """A name for some words."""
    return hashlib.sha256(well_formed(words).encode()).hexdigest()[:16]
