"""Tracked changes and comments: who would still change what (ECMA-376-1, 17.13.5 and 17.13.4)."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from lxml import etree

from intake.word.changes import TrackedChange
from intake.word.names import q

_LONGEST = 4000  # characters that are kept of one
_DID = {
    q("w:ins"): "inserted",
    q("w:moveTo"): "moved here",
    q("w:cellIns"): "inserted",
    q("w:del"): "deleted",
    q("w:moveFrom"): "moved away",
    q("w:cellDel"): "deleted",
    q("w:cellMerge"): "merged",
}
_TEXTS = (q("w:t"), q("w:delText"))
_HOLDERS = (q("w:rPr"), q("w:trPr"), q("w:tcPr"), q("w:numPr"))


def changes_in(roots: Iterable[etree._Element]) -> list[TrackedChange]:
    """The tracked changes in some parts, in their order; what goes on in one hand is one change.

    Changes of looks are none.
    """
    found, above = list[TrackedChange](), None
    for root in roots:
        for element in root.iter(*_DID):
            one = _change(element)
            paragraph = next(element.iterancestors(q("w:p")), None)
            if found and _is_same(found[-1], one) and (paragraph is above or not one.words):
                found[-1] = replace(one, words=(found[-1].words + one.words)[:_LONGEST])
            else:
                found.append(one)
            above = paragraph
    return found


def _change(element: etree._Element) -> TrackedChange:
    parent = element.getparent()
    holder = parent.getparent() if parent is not None and parent.tag in _HOLDERS else element
    is_mark = parent is not None and parent.tag in (q("w:rPr"), q("w:numPr"))
    words = "" if is_mark or holder is None else _text(holder)
    return TrackedChange(element.get(q("w:author"), "").strip(), _DID[str(element.tag)], words)


def _is_same(one: TrackedChange, other: TrackedChange) -> bool:
    return (one.who, one.did) == (other.who, other.did)


def comments_in(root: etree._Element | None) -> list[TrackedChange]:
    """The comments of a document, whether anything in the text refers to them or not."""
    if root is None:
        return []
    return [
        TrackedChange(one.get(q("w:author"), "").strip(), "commented", words)
        for one in root.iter(q("w:comment"))
        if (words := " ".join(" ".join(_text(p) for p in one.iter(q("w:p"))).split()))
    ]


def accept(root: etree._Element) -> None:
    """Take out of a part what is deleted in it; what is inserted stays where it is."""
    for element in list(root.iter(q("w:del"), q("w:moveFrom"), q("w:cellDel"))):
        parent = element.getparent()
        if parent is None:
            continue
        if parent.tag in (q("w:trPr"), q("w:tcPr")):
            _remove(parent.getparent())
        elif parent.tag not in _HOLDERS:
            parent.remove(element)
    _join(root)
    for table in list(root.iter(q("w:tbl"))):
        if next(table.iter(q("w:tr")), None) is None:
            _remove(table)


def _join(root: etree._Element) -> None:
    """Put a paragraph whose end is deleted before the words of the next one."""
    pending = list[etree._Element]()
    for paragraph in list(root.iter(q("w:p"))):
        if pending:
            start = 1 if paragraph.find(q("w:pPr")) is not None else 0
            paragraph[start:start] = pending
            pending = []
        following = paragraph.getnext()
        if _is_end_deleted(paragraph) and following is not None and following.tag == q("w:p"):
            pending = [child for child in paragraph if child.tag != q("w:pPr")]
            _remove(paragraph)


def _is_end_deleted(paragraph: etree._Element) -> bool:
    marks = paragraph.find(f"{q('w:pPr')}/{q('w:rPr')}")
    gone = (q("w:del"), q("w:moveFrom"))
    return marks is not None and any(marks.find(tag) is not None for tag in gone)


def _remove(element: etree._Element | None) -> None:
    if element is not None and (parent := element.getparent()) is not None:
        parent.remove(element)


def _text(element: etree._Element) -> str:
    """The words in an element; of very many the first."""
    return "".join(text.text or "" for text in islice(element.iter(*_TEXTS), 200))
