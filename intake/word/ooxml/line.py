"""Reading what is within a paragraph of a Word document."""

import re
from collections.abc import Callable
from itertools import groupby

from lxml import etree
from mammoth.docx.dingbats import dingbats

from intake.characters.flat import set_of
from intake.word.hearing import squeezed
from intake.word.looks import NOTHING, WordStyle
from intake.word.losses import Losses
from intake.word.names import q, short
from intake.word.ooxml.drawings import (
    boxes_in,
    descriptions_of,
    is_hidden,
    lettering_in,
    pictures_in,
)
from intake.word.ooxml.fields import WordField
from intake.word.ooxml.formulas import linear
from intake.word.ooxml.state import WordState
from intake.word.parts import flag, value
from intake.word.sheet import BOXES, Stretch
from press.text import well_formed

# What says nothing to a reader: looks, marks of programs, places that links lead to.
_SILENT = set_of(
    "w:pPr w:rPr w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr w:rubyPr w:bookmarkStart "
    "w:bookmarkEnd w:proofErr w:permStart w:permEnd w:lastRenderedPageBreak w:softHyphen "
    "w:footnoteRef w:endnoteRef w:annotationRef w:commentReference w:del w:moveFrom w:sectPr"
)
_THROUGH = set_of(
    "w:ins w:moveTo w:smartTag w:customXml w:dir w:bdo w:sdtContent w:rubyBase m:oMathPara"
)
_BY_ITSELF = set_of("w:dayLong w:dayShort w:monthLong w:monthShort w:yearLong w:yearShort w:pgNum")
_WORDS = (q("w:t"), q("a:t"), q("m:t"))
_PARAGRAPHS = (q("w:p"), q("a:p"))
_MORE = (q("w:txbxContent"), q("a:blip"), q("a:t"), q("m:oMath"))
_LOOKS = q("w:rPr")
_SCHEMES = re.compile(r"(?:https?|mailto|tel|ftp):", re.IGNORECASE)
_SIGNS = re.compile("[\uf020-\uf0ff]")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


class WordLine:
    """What is within one paragraph.

    Args:
        state: of the document.
        style: of the paragraph.
        hidden: whether all round it is hidden.
    """

    def __init__(self, state: WordState, style: WordStyle, *, hidden: bool) -> None:
        self.state, self.style, self.is_hidden = state, style, hidden
        self.boxes = list[etree._Element | str]()  # what floats beside it
        self.notes = list[tuple[int, tuple[str, str]]]()
        self.has_page = False
        self._said = list[Stretch]()
        self._unseen = list[str]()
        self._struck = list[str]()
        self._run: etree._Element | None = None
        self._look = NOTHING

    def read(self, parent: etree._Element, href: str = "") -> None:
        """Read what is in an element.

        Args:
            parent: the element.
            href: where its words lead.
        """
        for element in parent:
            name = short(element.tag)
            if name in _SILENT:
                continue
            if name in _THROUGH:
                self.read(element, href)
            elif name in _READ:
                _READ[name](self, element, href)
            elif name in _BY_ITSELF:
                self.state.losses.leave(name, "it is a day or a number that Word writes by itself")
            elif words := texts(element):
                self.state.losses.leave(words, lost_in(element))

    def stretches(self) -> tuple[Stretch, ...]:
        """What it says; what is hidden or struck through in it is told apart."""
        self.state.losses.leave("".join(self._unseen), "it is hidden text")
        if struck := " ".join("".join(self._struck).split()):
            self.state.losses.struck.append(struck)
        return _joined(self._said)

    def _run_read(self, run: etree._Element, href: str) -> None:
        above, self._run = self._run, run
        looked, self._look = self._look, self.state.look(self.style, run.find(_LOOKS))
        self.read(run, href)
        self._run, self._look = above, looked

    def say(self, words: str, href: str = "") -> None:
        """Add words, unless they are not to be seen."""
        state, look = self.state, self._look
        if not words:
            return
        if any(not one.is_shown for one in state.fields):
            state.losses.leave(words, "it is the instruction of a field")
        elif any(one.is_page for one in state.fields):
            self.has_page = True
            state.pages.append(words)
        elif self.is_hidden or look.hidden:
            self._unseen.append(words)
        else:
            state.languages[look.language] += len(words)
            if look.struck:
                self._struck.append(words)
            self._said.append(self._stretch(words, href))

    def _stretch(self, words: str, href: str) -> Stretch:
        fields = (one.href for one in reversed(self.state.fields) if one.href)
        look, is_text = self._look, not self.style.kind
        # A heading or a quotation looks as such already.
        bold = bool(look.bold) and is_text
        italic = bool(look.italic) and (is_text or not self.style.italic)
        return Stretch(words, bold, italic, href or self._address(next(fields, "")))

    def _text(self, element: etree._Element, href: str) -> None:
        words = " ".join((element.text or "").replace("\u00ad", "").split("\n"))
        if _SIGNS.search(words):
            words = _SIGNS.sub(lambda sign: self._sign(self._font(), ord(sign[0])), words)
        raised = value(self._properties(), "w:vertAlign")
        table = {"superscript": _RAISED, "subscript": _LOWERED}.get(raised)
        if table and all(ord(letter) in table for letter in words.strip()):
            words = words.translate(table)
        self.say(words, href)

    def _properties(self) -> etree._Element | None:
        return None if self._run is None else self._run.find(_LOOKS)

    def _font(self) -> str:
        properties = self._properties()
        fonts = None if properties is None else properties.find(q("w:rFonts"))
        return "" if fonts is None else fonts.get(q("w:ascii"), "")

    def _symbol(self, element: etree._Element, href: str) -> None:
        font, said = element.get(q("w:font"), ""), element.get(q("w:char"), "")
        if re.fullmatch(r"[0-9A-Fa-f]{1,5}", said):
            self.say(self._sign(font, int(said, 16)), href)

    def _sign(self, font: str, number: int) -> str:
        """A sign of a font of signs as the character that stands for it everywhere."""
        code = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
        if found := dingbats.get((font, code)):
            return well_formed(chr(found))
        if number != code or 0xD800 <= number <= 0xF8FF or number < 32:
            if code == 0xB7:  # the bullet of Symbol, where the font is not told
                return "•"
            self.state.losses.leave(
                f"{font or 'Symbol'} {number:04X}", "a sign of a font that has no letter for it"
            )
            return ""
        return well_formed(chr(number))

    def _hyperlink(self, element: etree._Element, href: str) -> None:
        relation = self.state.relations.get(element.get(q("r:id"), ""))
        target = relation.target if relation and relation.is_outside else ""
        anchor = element.get(q("w:anchor"), "")
        place = f"#{anchor}" if target and anchor and "#" not in target else ""
        self.read(element, self._address(target + place) or href)

    def _address(self, href: str) -> str:
        """An address that readers can follow; any other is named."""
        href = href.strip()
        if not href or _SCHEMES.match(href):
            return href.replace(" ", "%20")
        self.state.losses.leave(href, "it is a link to nothing that readers can open")
        return ""

    def _simple_field(self, element: etree._Element, href: str) -> None:
        begun = WordField(is_shown=True)
        begun.tell(element.get(q("w:instr"), ""))
        self._within(begun, element, href)

    def _within(self, begun: WordField, element: etree._Element, href: str) -> None:
        self.state.fields.append(begun)
        self._note_date(begun)
        self.read(element, href)
        self.state.fields.pop()

    def _note_date(self, begun: WordField) -> None:
        if begun.is_date:
            self.state.losses.note(
                "It has a date that Word changes by itself to the day on which it is opened."
            )

    def _field_mark(self, element: etree._Element, href: str) -> None:
        kind, fields = element.get(q("w:fldCharType")), self.state.fields
        if kind == "begin":
            fields.append(WordField(_box(element)))
        elif kind == "separate" and fields:
            fields[-1].is_shown = True
            self._note_date(fields[-1])
        elif kind == "end" and fields:
            self.say(fields.pop().end(self.state.losses), href)

    def _instruction(self, element: etree._Element, _: str) -> None:
        if self.state.fields:
            self.state.fields[-1].tell(element.text or "")

    def _control(self, element: etree._Element, href: str) -> None:
        if is_placeholder(element):
            self.state.losses.leave(texts(element), lost_in(element))
        else:
            self.read(element, href)

    def _drawing(self, element: etree._Element, _: str) -> None:
        if self.is_hidden or self._look.hidden or is_hidden(element):
            self._unseen.append(texts(element))
            return
        pictures = pictures_in(element, self.state.relations)
        self.state.pictures.extend(pictures)
        self.boxes.extend(boxes := boxes_in(element))
        self.boxes.extend(lettering_in(element))
        for words in descriptions_of(element):
            if words not in {one.alt for one in pictures}:
                self.state.losses.leave(words, "it describes a drawing")
        if boxes:
            self.state.losses.note(BOXES)

    def _alternatives(self, element: etree._Element, href: str) -> None:
        self.read(chosen(element, self.state.losses), href)

    def _formula(self, element: etree._Element, href: str) -> None:
        self.say(linear(element), href)
        self.state.losses.note("A formula is read as one line of text.")

    def _ruby_text(self, element: etree._Element, href: str) -> None:
        self.say(" (", href)
        self.read(element, href)
        self.say(")", href)

    def _note_reference(self, element: etree._Element, _: str) -> None:
        kind = short(element.tag).removeprefix("w:").removesuffix("Reference")
        name = (kind, element.get(q("w:id"), ""))
        self.state.count(2)
        if name not in self.state.notes:
            self.state.losses.leave("a note", "it is not in the file")
            return
        if self.is_hidden or self._look.hidden:
            return
        if name in self.state.kept_back:
            return
        if name not in self.state.told:
            if self.state.losses.keeps_back(texts(self.state.notes[name][0])):
                self.state.kept_back.add(name)
                return
            self.state.told.append(name)
            self.notes.append((len(self.state.told), name))
        if not flag_of(element, "w:customMarkFollows"):
            self.say(f"[{self.state.told.index(name) + 1}]")


def flag_of(element: etree._Element, name: str) -> bool:
    """Whether an attribute is switched on."""
    return element.get(q(name)) in ("1", "true", "on")


def is_placeholder(element: etree._Element) -> bool:
    """Whether it is what a form says where nobody has filled it in."""
    return bool(flag(element.find(q("w:sdtPr")), "w:showingPlcHdr"))


def lost_in(element: etree._Element) -> str:
    """Why the words in an element are left out."""
    if is_placeholder(element):
        return "it is what a form says where nobody has filled it in"
    return f"it is in a part of the document that cannot be read (“{short(element.tag)}”)"


def _box(begin: etree._Element) -> str:
    data = begin.find(f"{q('w:ffData')}/{q('w:checkBox')}")
    ticked = flag(data, "w:checked")
    return "☒" if (flag(data, "w:default") if ticked is None else ticked) else "☐"


def chosen(alternatives: etree._Element, losses: Losses) -> etree._Element:
    """Which of several forms of the same is read: the one with words or a picture in it.

    Words that the others alone have are named.
    """
    forms = alternatives.findall(q("mc:Choice")) + alternatives.findall(q("mc:Fallback"))
    if not forms:
        return alternatives
    has_more = (next(form.iter(*_MORE), None) is not None for form in forms)
    read = next((form for form, has in zip(forms, has_more, strict=True) if has), forms[-1])
    words = squeezed(_all_texts(read))
    for form in forms:
        if form is not read and squeezed(said := _all_texts(form)) not in words:
            losses.leave(said, "it is in another form of what is shown")
    return read


def _all_texts(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(*_WORDS))


def texts(element: etree._Element) -> str:
    """The words anywhere in an element, one paragraph a line."""
    pieces = list[str]()
    for one in element.iter(*_WORDS, *_PARAGRAPHS):
        pieces.append((one.text or "") if one.tag in _WORDS else "\n")
    return "".join(pieces).strip()


def _joined(said: list[Stretch]) -> tuple[Stretch, ...]:
    """Stretches of the same look as one; what is blank has the look of what stands before it."""
    groups = groupby(said, key=lambda one: (one.bold, one.italic, one.href))
    return tuple(Stretch("".join(one.words for one in group), *look) for look, group in groups)


_READ: dict[str, Callable[[WordLine, etree._Element, str], None]] = {
    "w:r": WordLine._run_read,
    "w:t": WordLine._text,
    "w:tab": lambda line, _, href: line.say("\t", href),
    "w:ptab": lambda line, _, href: line.say("\t", href),
    "w:br": lambda line, _, href: line.say("\n", href),
    "w:cr": lambda line, _, href: line.say("\n", href),
    "w:noBreakHyphen": lambda line, _, href: line.say("-", href),
    "w:sym": WordLine._symbol,
    "w:hyperlink": WordLine._hyperlink,
    "w:fldSimple": WordLine._simple_field,
    "w:fldChar": WordLine._field_mark,
    "w:instrText": WordLine._instruction,
    "w:sdt": WordLine._control,
    "w:drawing": WordLine._drawing,
    "w:pict": WordLine._drawing,
    "w:object": WordLine._drawing,
    "mc:AlternateContent": WordLine._alternatives,
    "m:oMath": WordLine._formula,
    "w:ruby": lambda line, element, href: line.read(element, href),
    "w:rt": WordLine._ruby_text,
    "w:footnoteReference": WordLine._note_reference,
    "w:endnoteReference": WordLine._note_reference,
}
