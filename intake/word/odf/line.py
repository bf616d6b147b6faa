"""Reading what is within a paragraph of an OpenDocument text (ODF 1.3, part 3, 6)."""

import re
from itertools import groupby

from lxml import etree

from intake.characters.flat import set_of
from intake.markup.walk import UNLINKED
from intake.word.looks import WordStyle
from intake.word.names import q, short
from intake.word.odf.changes import words_in
from intake.word.odf.styles import OdfStyles
from intake.word.sheet import Picture, Stretch
from intake.word.state import ReadingState

_SILENT = set_of(
    "text:bookmark text:bookmark-start text:bookmark-end text:reference-mark text:change "
    "text:reference-mark-start text:reference-mark-end text:change-start text:change-end "
    "office:annotation office:annotation-end text:toc-mark text:toc-mark-start text:toc-mark-end "
    "text:alphabetical-index-mark text:soft-page-break text:note-citation office:event-listeners"
)
_PAGES = set_of("text:page-number text:page-count text:page-continuation")
_DATES = set_of("text:date text:time text:modification-date text:print-date")
_BLANKS = re.compile("[ \t\n\r]+")
_SCHEMES = re.compile(r"(?:https?|mailto|tel|ftp):", re.IGNORECASE)
_MOST_BLANKS = 100


class OdfLine:
    """What is within one paragraph.

    Args:
        state: what is counted and lost.
        styles: of the document.
        style: of the paragraph.
        hidden: whether all round it is hidden.
    """

    def __init__(
        self, state: ReadingState, styles: OdfStyles, style: WordStyle, hidden: bool
    ) -> None:
        self.state, self.styles, self.style, self.is_hidden = state, styles, style, hidden
        self.boxes = list[etree._Element]()
        self.notes = list[tuple[int, etree._Element]]()
        self.has_page = False
        self._said = list[Stretch]()
        self._unseen = list[str]()
        self._struck = list[str]()

    def read(self, parent: etree._Element) -> None:
        """Read a paragraph."""
        if any(one.get(q("text:is-hidden")) == "true" for one in parent.iter(_HIDES)):
            self.is_hidden = True
        self._within(parent, self.style, "")

    def stretches(self) -> tuple[Stretch, ...]:
        """What it says; what is hidden or struck through in it is told apart."""
        self.state.losses.leave("".join(self._unseen), "it is hidden text")
        if struck := " ".join("".join(self._struck).split()):
            self.state.losses.struck.append(struck)
        groups = groupby(self._said, key=lambda one: (one.bold, one.italic, one.href))
        return tuple(Stretch("".join(one.words for one in group), *look) for look, group in groups)

    def _within(self, parent: etree._Element, look: WordStyle, href: str) -> None:
        self._say(_BLANKS.sub(" ", parent.text or ""), look, href)
        for element in parent:
            self._element(element, short(element.tag), look, href)
            self._say(_BLANKS.sub(" ", element.tail or ""), look, href)

    def _element(self, element: etree._Element, name: str, look: WordStyle, href: str) -> None:
        if name in _SILENT:
            return
        if name == "text:s":
            said = element.get(q("text:c"), "1")
            count = int(said) if re.fullmatch("[0-9]{1,3}", said) else 1
            self._say(" " * min(count, _MOST_BLANKS), look, href)
        elif name in ("text:tab", "text:line-break"):
            self._say("\t" if name == "text:tab" else "\n", look, href)
        elif name == "text:a":
            self._within(element, look, self._address(element.get(q("xlink:href"), "")))
        elif name == "text:span":
            self._within(element, self._spanned(element, look), href)
        elif name in _PAGES:
            self.has_page = True
            self.state.pages.append("".join(map(str, element.itertext())))
        elif name == "text:note":
            self._note(element, look)
        elif name.startswith("draw:"):
            self._leave_link(element, name)
            self.draw(element, hidden=bool(look.hidden))
        elif name in ("text:placeholder", "text:hidden-text", "text:script"):
            said = element.get(q("text:string-value"), "") or "".join(map(str, element.itertext()))
            self.state.losses.leave(said, "it is not shown in the document")
        else:
            self._other(element, name, look, href)

    def _other(self, element: etree._Element, name: str, look: WordStyle, href: str) -> None:
        """A field, which shows the words in it."""
        if name in _DATES and element.get(q("text:fixed")) != "true":
            self.state.losses.note(
                "It has a date that changes by itself to the day on which it is opened."
            )
        if name == "text:ruby-text":
            self._say(" (", look, href)
        self._within(element, look, href)
        if name == "text:ruby-text":
            self._say(")", look, href)

    def _spanned(self, element: etree._Element, look: WordStyle) -> WordStyle:
        own = self.styles.named("text", element.get(q("text:style-name")))
        return WordStyle(
            hidden=own.hidden if own.hidden is not None else look.hidden,
            bold=own.bold if own.bold is not None else look.bold,
            italic=own.italic if own.italic is not None else look.italic,
            struck=own.struck if own.struck is not None else look.struck,
            language=own.language or look.language,
        )

    def _say(self, words: str, look: WordStyle, href: str) -> None:
        words = words.replace("\u00ad", "")
        if not words:
            return
        if self.is_hidden or look.hidden:
            self._unseen.append(words)
            return
        self.state.languages[look.language] += len(words)
        if look.struck:
            self._struck.append(words)
        is_text = not self.style.kind
        bold, italic = bool(look.bold), bool(look.italic)
        italic = italic and (is_text or not self.style.italic)
        self._said.append(Stretch(words, bold and is_text, italic, href))

    def _address(self, href: str) -> str:
        href = href.strip()
        if not href or href.startswith("#") or _SCHEMES.match(href):
            return "" if href.startswith("#") else href.replace(" ", "%20")
        self.state.losses.leave(href, "it is a link to nothing that readers can open")
        return ""

    def _note(self, element: etree._Element, look: WordStyle) -> None:
        self.state.count(2)
        body = element.find(q("text:note-body"))
        if body is None or self.is_hidden or look.hidden:
            self._unseen.append(words_in(element))
            return
        if self.state.losses.keeps_back(words_in(body, "\n")):
            return
        self.state.told.append(("note", ""))
        self.notes.append((len(self.state.told), body))
        self._say(f"[{len(self.state.told)}]", look, "")

    def draw(self, drawing: etree._Element, *, hidden: bool = False) -> None:
        """Read a picture or a text box."""
        if hidden or self.is_hidden:
            self._unseen.append(words_in(drawing))
            return
        described = [drawing.findtext(q(f"svg:{name}")) for name in ("desc", "title")]
        alt, title = (" ".join((one or "").split()) for one in described)
        if alt and title not in ("", alt):
            self.state.losses.leave(title, "it describes a drawing")
        alt = alt or title
        image = drawing.find(q("draw:image"))
        if image is not None:
            self._picture(image.get(q("xlink:href"), ""), alt)
        elif alt:
            self.state.losses.leave(alt, "it describes a drawing")
        if next(drawing.iter(q("text:p"), q("text:h")), None) is not None:
            self.boxes.append(drawing)
        for inner in drawing.iter(q("draw:frame")):
            if inner is not drawing and next(drawing.iter(q("text:p")), None) is None:
                self.draw(inner)

    def _leave_link(self, element: etree._Element, name: str) -> None:
        if name == "draw:a" and (href := element.get(q("xlink:href"), "").strip()):
            self.state.losses.leave(f"link of a picture to {href[:300]}", UNLINKED)

    def _picture(self, href: str, alt: str) -> None:
        if ":" in href:
            self.state.losses.leave(href, "a picture that is not in the file, and is not fetched")
        elif href:
            self.state.pictures.append(Picture(href.removeprefix("./"), alt))


_HIDES = q("text:hidden-paragraph")
