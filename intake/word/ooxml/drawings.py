"""Pictures, text boxes, letters and descriptions in drawings of either kind that Word writes."""

from lxml import etree

from intake.word.names import q
from intake.word.ooxml.package import Relation
from intake.word.sheet import Picture


def is_hidden(drawing: etree._Element) -> bool:
    """Whether a drawing is not shown."""
    listed = next(drawing.iter(q("wp:docPr")), None)
    return listed is not None and listed.get("hidden") in ("1", "true")


def pictures_in(drawing: etree._Element, relations: dict[str, Relation]) -> list[Picture]:
    """The pictures of a drawing that are in the file, without those in its text boxes."""
    described = next(drawing.iter(q("wp:docPr")), None)
    alt = "" if described is None else described.get("descr") or described.get("title") or ""
    found = [
        (one.get(q("r:embed")) or one.get(q("r:id")), one.get(q("o:title")) or alt)
        for one in drawing.iter(q("a:blip"), q("v:imagedata"))
        if not _is_boxed(one, drawing)
    ]
    known = ((relations[name], alt) for name, alt in found if name and name in relations)
    return [Picture(one.target, " ".join(alt.split())) for one, alt in known if not one.is_outside]


def boxes_in(drawing: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing that are in no other text box of it."""
    found = drawing.iter(q("w:txbxContent"))
    return [one for one in found if not _is_boxed(one, drawing) and not _is_second(one, drawing)]


def _above(box: etree._Element, drawing: etree._Element) -> list[etree._Element]:
    above = list[etree._Element]()
    for one in box.iterancestors():
        if one is drawing:
            break
        above.append(one)
    return above


def _is_boxed(element: etree._Element, drawing: etree._Element) -> bool:
    return any(above.tag == q("w:txbxContent") for above in _above(element, drawing))


def _is_second(box: etree._Element, drawing: etree._Element) -> bool:
    """Whether it is the other form of a box that is there already."""
    fallback = next((one for one in _above(box, drawing) if one.tag == q("mc:Fallback")), None)
    above = None if fallback is None else fallback.getparent()
    choice = None if above is None else above.find(q("mc:Choice"))
    return choice is not None and next(choice.iter(q("w:txbxContent")), None) is not None


def descriptions_of(drawing: etree._Element) -> list[str]:
    """What a drawing is said to show, and what it is called, each once."""
    said = [one.get(name) for one in drawing.iter(q("wp:docPr")) for name in ("descr", "title")]
    for shape in drawing.iter(*_SHAPES):
        said += [shape.get(name) for name in ("alt", q("o:alt"), "title", q("o:title"))]
    return list(dict.fromkeys(" ".join(words.split()) for words in said if words))


def lettering_in(drawing: etree._Element) -> list[str]:
    """Letters drawn as a picture, such as those across a page, and those within shapes."""
    drawn = [
        said for one in drawing.iter(q("v:textpath")) if (said := one.get("string", "").strip())
    ]
    for paragraph in drawing.iter(q("a:p")):
        words = "".join(one.text or "" for one in paragraph.iter(q("a:t"))).strip()
        if words and not _is_boxed(paragraph, drawing):
            drawn.append(words)
    return drawn


_SHAPES = tuple(q(f"v:{name}") for name in ("shape", "rect", "oval", "roundrect", "line", "group"))
