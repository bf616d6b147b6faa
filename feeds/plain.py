"""What a release's HTML says, as plain text: in mails, and in files to keep."""

import re
from html.parser import HTMLParser
from itertools import chain, repeat, takewhile
from sys import maxsize
from textwrap import wrap

WIDTH = 72  # columns, pleasant in a terminal
ENDLESS = maxsize  # a paragraph is one line, which can be copied into any other program
_UNDERLINES = {"h1": "=", "h2": "-"}
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "address", "table", "tr"}
_BLOCKS |= {"pre", "li", "ul", "ol", "blockquote"}
_CELLS = {"td", "th"}
_SPACES = re.compile(r"[ \t\n\r\f]+")  # those of HTML; others stay
_TIGHT = {"li", "tr"}  # what stands directly below its like


def to_text(html: str, width: int = WIDTH) -> str:
    """The same words in lines; an address is never broken.

    Args:
        html: a fragment as `feeds.parts` makes them.
        width: the most columns of a line.
    """
    reader = _Lines(width)
    reader.feed(html)
    reader.close()
    reader.end_block("")
    return "".join(reader.written).strip("\n") + "\n"


class _Lines(HTMLParser):
    """Gathers words until a block ends, then writes it with what stands before its lines."""

    def __init__(self, width: int) -> None:
        super().__init__(convert_charrefs=True)
        self._width = width
        self.written: list[str] = []
        self._words: list[str] = []
        self._margins: list[str] = []  # what stands before each line, from the outside in
        self._first = ""  # what stands before the next line alone, in place of the last margin
        self._numbers: list[int] = []  # of the lists we are in; 0: it has none
        self._links: list[tuple[str, int]] = []
        self._is_pre = False
        self._last = ""  # what the last block was, while its list or table goes on
        self._beside = ""  # what stood before its lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in _BLOCKS:
            self.end_block("li" if tag in ("ul", "ol") else "")
        if tag == "br":
            self._words.append("\n")
        elif tag == "hr":
            self._write("", "-" * WIDTH)
        elif tag in _CELLS and "".join(self._words).strip():
            self._words.append(" | ")
        elif tag in ("ul", "ol"):
            self._numbers.append(int(said.get("start") or 1) if tag == "ol" else 0)
        elif tag == "li":
            self._begin_item()
        elif tag == "blockquote":
            self._margins.append("> ")
        elif tag == "pre":
            self._is_pre = True
        elif tag == "a":
            self._links.append((said.get("href") or "", len(self._words)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._end_link(*self._links.pop())
        elif tag in _BLOCKS:
            self.end_block(tag)
        if tag in ("li", "blockquote") and self._margins:
            self._margins.pop()
            self._first = ""
        elif tag in ("ul", "ol") and self._numbers:
            self._numbers.pop()
            self._last = self._last if self._numbers else ""
        elif tag == "table":
            self._last = ""
        elif tag == "pre":
            self._is_pre = False

    def handle_data(self, data: str) -> None:
        self._words.append(data if self._is_pre else _SPACES.sub(" ", data))

    def end_block(self, tag: str) -> None:
        words, self._words = "".join(self._words), []
        lines = words.strip("\n").split("\n") if words.strip() else []
        if not lines:
            return
        room = max(self._width - len("".join(self._margins)), 20)
        if self._is_pre:
            lines = [f"    {line}" for line in lines]
        else:
            lines = [part for line in lines for part in _wrapped(line, room)]
        if line := _UNDERLINES.get(tag):
            lines.append(line * min(max(map(len, lines)), room))
        self._write(tag, *lines)

    def _begin_item(self) -> None:
        mark = "* "
        if self._numbers and self._numbers[-1]:
            mark = f"{self._numbers[-1]}. "
            self._numbers[-1] += 1
        self._first = mark
        self._margins.append(" " * len(mark))

    def _end_link(self, address: str, start: int) -> None:
        """“words <address>”, and the words alone where they are the address."""
        words = "".join(self._words[start:])
        scheme, _, rest = address.partition(":")
        if scheme == "tel" or rest.strip("/") == words.strip().strip("/"):
            return
        if words.strip() != address:
            self._words[start:] = [f"{words} <{rest if scheme == 'mailto' else address}>"]

    def _write(self, tag: str, *lines: str) -> None:
        outer = "".join(self._margins)
        if self.written:
            is_tight = tag in _TIGHT and self._last == tag
            self.written.append("\n" if is_tight else f"\n{_shared(outer, self._beside)}\n")
        first = "".join(self._margins[:-1]) + self._first if self._first else outer
        margins = chain([first], repeat(outer))
        pairs = zip(margins, lines, strict=False)
        self.written.append("\n".join(f"{margin}{line}".rstrip() for margin, line in pairs))
        self._first, self._last, self._beside = "", tag, outer


def _shared(one: str, other: str) -> str:
    """The quotation that goes on between two blocks, if one does."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(sign for sign, _ in same).rstrip()


def _wrapped(line: str, room: int) -> list[str]:
    line = _SPACES.sub(" ", line).strip(" ")
    return wrap(line, room, break_long_words=False, break_on_hyphens=False) or [""]
