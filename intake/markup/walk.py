"""One walk through the elements of a page, in which everything shown is put into boxes."""

import re
from collections.abc import Callable

from lxml import etree

from intake.markup import boxes
from intake.markup.addresses import absolute
from intake.markup.boxes import Box, Portion, PortionKind
from intake.markup.elements import (
    BLOCKS,
    CODE,
    EMPHASIS,
    FRAMES,
    HEADINGS,
    LISTS,
    STRUCK,
    is_bold,
    is_shown,
    name_of,
    unseen_words,
)
from intake.markup.inline import in_cell, one_line, paragraph
from intake.markup.pictures import Image, image_of, with_caption
from intake.markup.spans import BREAK, PLAIN, Style, Wording, lines_of, plain_words
from intake.markup.tables import Cell, lays_out
from intake.markup.word_lists import mark_of
from press.releases.received import LeftOut

# Readers of Markdown give up at twenty; a list takes two, and paragraphs are within.
_DEEPEST = 16
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_FIGURE = re.compile(r"[0-9+-]{1,4}")
# Signs of links that lead back from a footnote, or to the heading that they stand in.
_SIGNS = frozenset(("", "↑", "↩", "↩︎", "↩️", "⤴", "^", "¶", "#"))
# Comments that are settings of office programs, and say nothing to anybody.
_CONDITION = re.compile(r"\[\s*(?:if\b|endif\b|CDATA\b)", re.IGNORECASE)
STRUCK_OUT = "it is struck out"
HIDDEN = "nobody sees it: it is hidden where it stands"
EMBEDDED = "it is shown within the text and lies elsewhere: link to it"
UNLINKED = "pictures are attached without their links"
_MOST_SPAN = 1000

_WRITERS = {"p": boxes.code, "s": boxes.bold_line, "l": boxes.bold_line}

Closing = Callable[[], None]


class Walk:
    """Reads a tree of elements.

    Args:
        root: whose contents are read.
        base: the address of the document, or empty.
    """

    def __init__(self, root: etree._Element, base: str) -> None:
        self.images = list[Image]()
        self.unseen = list[str]()
        self.heard_alone = list[str]()  # of pictures, and each line of a heading that has several
        self.left_out = list[LeftOut]()
        self._root, self._base = root, base
        self._boxes = [Box("")]
        self._closings = list[Closing]()
        self._style = PLAIN
        self._shifts = list[dict[int, int]]()  # of figures that are raised or lowered
        self._figures = list[tuple[int, list[list[Wording]]]]()  # first picture, captions

    def pieces(self) -> list[Portion]:
        """What the page shows, from top to bottom."""
        walk = etree.iterwalk(self._root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if not self._start(element):
                    walk.skip_subtree()
                continue
            if event == "end":
                self._closings.pop()()
            elif event == "comment":
                self._comment(element.text or "")
            if element is not self._root and element.tail:
                self._say(element.tail)
        self._box.flush()
        return self._box.pieces

    @property
    def _box(self) -> Box:
        return self._boxes[-1]

    def _start(self, element: etree._Element) -> bool:
        """Enter an element; False if nothing in it is shown."""
        name = name_of(element)
        is_seen = element is self._root or is_shown(element, name)
        if is_seen and name == "a":
            is_seen = not self._leads_back(element)
        elif not is_seen:
            self._pass_over(element, name)
        self._closings.append(self._entered(element, name) if is_seen else _nothing)
        if is_seen and element.text:
            self._say(element.text)
        return is_seen

    def _pass_over(self, element: etree._Element, name: str) -> None:
        """Keep what is not shown for who looks through it, and say that it was there."""
        if words := unseen_words(element, name):
            self.unseen.append(words)
            self.left_out.append(LeftOut(words, STRUCK_OUT if name in STRUCK else HIDDEN))
        for frame in element.iter(*FRAMES) if name in FRAMES else ():
            address = next(filter(None, (frame.get(a, "").strip() for a in ("src", "data"))), "")
            if address:
                where = absolute(address, self._base) or address
                self.left_out.append(LeftOut(f"{FRAMES[name]} at {where[:300]}", EMBEDDED))

        for area in element.iter("area") if name in ("map", "area") else ():
            if where := absolute(area.get("href", ""), self._base) or area.get("href", "").strip():
                self.left_out.append(LeftOut(f"link of a picture to {where[:300]}", UNLINKED))

    def _leads_back(self, link: etree._Element) -> bool:
        if not link.get("href", "").startswith("#"):
            return False
        return next(link.iterdescendants("img"), None) is None and (
            "".join(map(str, link.itertext("*"))).strip() in _SIGNS
        )

    def _entered(self, element: etree._Element, name: str) -> Closing:
        if name not in BLOCKS:
            return self._among_words(element, name)
        if name == "figure" and next(element.iterdescendants("img"), None) is not None:
            return self._figure()
        if self._box.in_line:
            return self._apart()
        if name == "hr":
            return self._rule()
        return self._block(element, name)

    def _say(self, text: str) -> None:
        if self._shifts and _FIGURE.fullmatch(text.strip()):
            text = text.translate(self._shifts[-1])
        said = " " if text == BREAK and self._box.name != "pre" else text
        self._box.spans.append(Wording(said, self._style))

    def _comment(self, text: str) -> None:
        words = " ".join(text.split())
        if any(map(str.isalpha, words)) and not _CONDITION.match(words):
            self.unseen.append(words)

    def _among_words(self, element: etree._Element, name: str) -> Closing:
        if name == "br":
            self._box.spans.append(Wording(BREAK))
        elif name == "img":
            self._picture(element)
        elif name == "a":
            return self._styled(
                self._style._replace(href=absolute(element.get("href", ""), self._base))
            )
        elif name in ("sup", "sub"):
            self._shifts.append(_RAISED if name == "sup" else _LOWERED)
            return self._shift_ends
        elif name == "q":
            self._say("“")
            return lambda: self._say("”")
        return self._in_style(element, name)

    def _in_style(self, element: etree._Element, name: str) -> Closing:
        if name in EMPHASIS:
            return self._styled(self._style._replace(emphasis=True))
        if name in CODE:
            return self._styled(self._style._replace(code=True))
        is_strong = is_bold(element, name)
        return self._styled(self._style._replace(strong=True)) if is_strong else _nothing

    def _shift_ends(self) -> None:
        self._shifts.pop()

    def _styled(self, style: Style) -> Closing:
        """Let words look otherwise until the element ends."""
        before, self._style = self._style, style

        def closing() -> None:
            self._style = before

        return closing

    def _picture(self, element: etree._Element) -> None:
        if image := image_of(element, self._base):
            self.images.append(image)
            if self._style.href:
                what = f"link of a picture to {self._style.href[:300]}"
                self.left_out.append(LeftOut(what, UNLINKED))

    def _apart(self) -> Closing:
        """What begins a line of its own, where all stands on one line."""
        spans = self._box.spans
        spans.append(Wording(BREAK))
        return lambda: spans.append(Wording(BREAK))

    def _rule(self) -> Closing:
        self._box.flush()
        if self._box.pieces or len(self._boxes) == 1:
            self._box.add(Portion(PortionKind.OTHER, "---"))
        return _nothing

    def _block(self, element: etree._Element, name: str) -> Closing:
        self._box.flush()
        if name in HEADINGS:
            return self._opened(Box(name, self._box.level, in_line=True), self._heading)
        if name in ("pre", "summary", "legend"):
            return self._opened(Box(name, self._box.level, in_line=True), _WRITERS[name[:1]])
        if name == "blockquote" and self._box.level < _DEEPEST:
            return self._opened(Box(name, self._box.level + 1), boxes.quoted)
        if name in LISTS or name == "li":
            return self._of_list(element, name)
        if name in ("table", "caption", "tr", "td", "th"):
            return self._of_table(element, name)
        return self._paragraph(element, name)

    def _heading(self, box: Box) -> list[Portion]:
        """A heading, whose lines become one: what one of them says alone would be lost in it."""
        lines = lines_of(box.spans)
        self.heard_alone += map(plain_words, lines if len(lines) > 1 else ())
        return boxes.heading(box)

    def _paragraph(self, element: etree._Element, name: str) -> Closing:
        if name in ("dl", "dt", "dd"):
            return self._of_terms(name)
        if name == "figcaption" and self._figures:
            return self._caption()
        if name == "p" and (mark := mark_of(element)):
            return self._within(Box(name, self._box.level + 2), lambda box: self._item(mark, box))
        return self._box.flush

    def _item(self, mark: str, box: Box) -> None:
        self._box.add_item(mark, box.pieces)

    def _within(self, box: Box, close: Callable[[Box], None]) -> Closing:
        """Put what follows into a box, which is given to `close` when its element ends."""
        self._boxes.append(box)

        def closing() -> None:
            box.flush()
            self._boxes.pop()
            close(box)

        return closing

    def _opened(self, box: Box, write: Callable[[Box], list[Portion]]) -> Closing:
        return self._within(box, lambda whole: self._add(write(whole)))

    def _add(self, pieces: list[Portion]) -> None:
        for piece in pieces:
            self._box.add(piece)

    def _of_list(self, element: etree._Element, name: str) -> Closing:
        box = self._box
        if name == "li" and box.name in LISTS:
            return self._within(Box(name, box.level), lambda item: box.items.append(item.pieces))
        if name == "li" or box.level + 1 >= _DEEPEST:
            return box.flush
        start = element.get("start", "1").strip()
        number = int(start) if start.isdecimal() and len(start) < 9 else 1
        opened = Box(name, box.level + 2, number=number if name == "ol" else None)
        return self._opened(opened, lambda whole: boxes.listed(whole, box.pieces[-1:]))

    def _of_table(self, element: etree._Element, name: str) -> Closing:
        box = self._box
        if name == "table":
            if lays_out(element):
                return self._box.flush
            return self._opened(Box(name, box.level), boxes.table)
        if box.name != "table":
            return self._box.flush
        if name == "tr":
            box.rows.append([])
            return self._box.flush
        if name == "caption":
            return self._within(
                Box(name, box.level, in_line=True), lambda whole: self._words(whole.spans)
            )
        return self._within(
            Box(name, box.level, in_line=True), lambda cell: _add_cell(box, element, cell)
        )

    def _words(self, spans: list[Wording]) -> None:
        if words := paragraph(spans):
            self._box.add(Portion(PortionKind.WORDS, words))

    def _of_terms(self, name: str) -> Closing:
        box = self._box
        if name == "dl":
            return self._opened(Box(name, box.level), boxes.explained)
        if box.name != "dl":
            return self._box.flush
        if name == "dt":
            return self._within(
                Box(name, box.level, in_line=True), lambda term: box.explain(term.spans)
            )
        return self._within(Box(name, box.level), lambda meaning: box.mean(meaning.pieces))

    def _figure(self) -> Closing:
        box = self._box
        box.flush()
        self._figures.append((len(self.images), []))

        def closing() -> None:
            self._box.flush()
            self._figure_ends()

        return closing

    def _figure_ends(self) -> None:
        """What a caption says belongs to the picture; without one, it is words of the text."""
        first, captions = self._figures.pop()
        for spans in captions:
            if len(self.images) > first:
                self.heard_alone.append(plain_words(spans))
                self.images[first] = with_caption(self.images[first], plain_words(spans))
            else:
                self._words(spans)

    def _caption(self) -> Closing:
        captions = self._figures[-1][1]
        return self._within(
            Box("figcaption", in_line=True), lambda caption: captions.append(caption.spans)
        )


def _add_cell(table: Box, element: etree._Element, box: Box) -> None:
    parent = element.getparent()
    is_header = element.tag == "th" or (parent is not None and _in_head(parent))
    cell = Cell(
        one_line(box.spans) if is_header else in_cell(box.spans),
        is_header,
        _span(element.get("colspan", "")),
        _span(element.get("rowspan", "")),
    )
    table.add_cell(cell)


def _in_head(row: etree._Element) -> bool:
    above = row.getparent()
    return above is not None and above.tag == "thead"


def _span(text: str) -> int:
    text = text.strip()
    return min(max(int(text), 1), _MOST_SPAN) if text.isdecimal() and len(text) < 9 else 1


def _nothing() -> None:
    """What has no end of its own."""
