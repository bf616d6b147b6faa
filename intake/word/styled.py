"""Styles that are called after an embargo, and the words that stand in them."""

import re
from collections.abc import Iterator

from lxml import etree

from intake.markup.called import order_in
from intake.text.sheet.furniture import is_letterhead
from intake.word.archive import OfficeArchive
from intake.word.hearing import texts_of
from intake.word.names import q
from intake.word.parts import value

_MOST = 20  # that are looked through; no text has three
_DEEPEST = 10  # styles that inherit from each other
_SHOWN = 300  # characters of the words in one
# Where a word processor says which style words are in.
_WORDS_STYLE = {
    q("w:p"): ("w:pPr", "w:pStyle"),
    q("w:r"): ("w:rPr", "w:rStyle"),
}
_WORDED = re.compile(
    r"word/(?:document|header|footer|footnotes|endnotes|styles)\w*\.xml|(?:content|styles)\.xml"
)
_PROPERTIES = "docProps/core.xml"
_ODF_WORDS = (q("text:p"), q("text:h"), q("text:span"))


def said_by_styles(archive: OfficeArchive) -> Iterator[str]:
    """Words in a style that says that they must not come out, with what it says before them.

    A style that no words are in says nothing: templates have many.

    Args:
        archive: the document.
    """
    parts = [archive.xml(name) for name in sorted(archive.names) if _WORDED.fullmatch(name)]
    orders = _orders(parts)
    found = 0
    for root in parts if orders else ():
        for element in root.iter(*_WORDS_STYLE, *_ODF_WORDS):
            order = next((orders[one] for one in _styles_of(element) if one in orders), "")
            # That it may come out at once is said in it as well.
            words = " ".join(" ".join(texts_of(element)).split()) if order else ""
            if words and found < _MOST and not is_letterhead(words):
                found += 1
                yield f"{order}: {words[:_SHOWN]}"


def _styles_of(element: etree._Element) -> tuple[str, ...]:
    if element.tag in _WORDS_STYLE:
        looks, style = _WORDS_STYLE[str(element.tag)]
        return (value(element.find(q(looks)), style),)
    return (element.get(q("text:style-name"), ""),)


def _orders(parts: list[etree._Element]) -> dict[str, str]:
    """What each style orders by its name, or by that of one it is made from."""
    called, above = dict[str, str](), dict[str, str]()
    for root in parts:
        for style in root.iter(q("w:style")):
            name = style.get(q("w:styleId"), "")
            called[name] = order_in(value(style, "w:name")) or order_in(name)
            above[name] = value(style, "w:basedOn")
        for style in root.iter(q("style:style")):
            name = style.get(q("style:name"), "")
            shown = style.get(q("style:display-name"), "") or name.replace("_20_", " ")
            called[name] = order_in(shown)
            above[name] = style.get(q("style:parent-style-name"), "")
    if not any(called.values()):
        return {}
    return {name: order for name in called if (order := _inherited(name, called, above))}


def _inherited(name: str, called: dict[str, str], above: dict[str, str]) -> str:
    for _ in range(_DEEPEST):
        if order := called.get(name, ""):
            return order
        name = above.get(name, "")
    return ""


def states_of(archive: OfficeArchive) -> Iterator[tuple[str, str]]:
    """What the properties of a document say of how far it is: `contentStatus` is `Draft`.

    Args:
        archive: the document (ECMA-376, part 2, 11.1).
    """
    if _PROPERTIES in archive.names:
        for one in archive.xml(_PROPERTIES).iter("{*}contentStatus"):
            yield "contentStatus", (one.text or "").strip()
