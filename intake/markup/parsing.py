"""HTML to a tree of elements, with bounds on what a file can make the parser do."""

import re
from typing import Any

from lxml import etree

from press.errors import UnreadableFile
from press.text import clean, well_formed

MOST_ATTRIBUTES = 200  # of one element; the parser's tree takes longer for each than for the last
MOST_ELEMENTS = 60_000
DEEPEST = 200  # elements within one another
PIECE = 32 * 2**10  # bytes that are counted through at once
_DEEP = "it nests its elements too deeply to be read: paste the text that it shows"
_CROWDED = f"it has more than {MOST_ELEMENTS} elements: paste the text that it shows"
_BROKEN = "it is no HTML that can be read: paste the text that it shows"
# Text is given to the parser as UTF-8, whatever it says of itself.
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_DASHES = re.compile(r"-(?=-|\Z)")
_FOREIGN = re.compile(r"[^\w.-]|\A[\d.-]", re.ASCII)

_Text = str | bytes  # as the parser's types have it; of HTML that is given as text, text alone


class _Counter:
    """Counts what the parser finds, as far as the bounds, and makes nothing of it."""

    def __init__(self) -> None:
        self._count = 0
        self._depth = 1

    def start(self, tag: _Text, attrib: dict[_Text, _Text]) -> None:  # noqa: ARG002
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnreadableFile(_DEEP)
        self._one_more()

    def end(self, tag: _Text) -> None:  # noqa: ARG002
        self._depth -= 1

    def comment(self, words: _Text) -> None:  # noqa: ARG002
        self._one_more()

    def close(self) -> None:
        return None

    def _one_more(self) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise UnreadableFile(_CROWDED)


class _Builder:
    """Takes what the parser finds, and makes elements of it (lxml's interface of targets)."""

    def __init__(self) -> None:
        self._tree = etree.TreeBuilder()
        self._tree.start("div", {})
        self.count = 0
        self._depth = 1
        self.is_deep = False

    def start(self, tag: _Text, attrib: dict[_Text, _Text]) -> None:
        self.count += 1
        self._depth += 1
        self.is_deep = self.is_deep or self._depth > DEEPEST
        if self.is_deep or self.count > MOST_ELEMENTS:
            return
        # References such as `&#11;` bring in what XML forbids.
        named: dict[_Text, _Text] = {
            name: clean(str(words)) for name, words in attrib.items() if _NAME.fullmatch(str(name))
        }
        if len(named) > MOST_ATTRIBUTES:
            named = dict(list(named.items())[:MOST_ATTRIBUTES])
        self._tree.start(_named(str(tag)), named)

    def end(self, tag: _Text) -> None:
        self._depth -= 1
        if not self.is_deep and self.count <= MOST_ELEMENTS:
            self._tree.end(_named(str(tag)))

    def data(self, words: _Text) -> None:
        if not self.is_deep:
            self._tree.data(well_formed(str(words)))

    def comment(self, words: _Text) -> None:
        self.count += 1
        if self.is_deep or self.count > MOST_ELEMENTS:
            return
        # Two dashes may stand in a comment of HTML, and in none of XML.
        self._tree.comment(_DASHES.sub("- ", clean(str(words))))

    def close(self) -> etree._Element | None:
        try:
            self._tree.end("div")
            return self._tree.close()
        except (AssertionError, etree.LxmlError):  # the parser gave up amid an element
            return None


def _named(tag: str) -> str:
    """An element's name without what XML forbids there: `o:p` becomes `o-p`."""
    if _NAME.fullmatch(tag):
        return tag
    name = _FOREIGN.sub("-", tag)
    return f"x{name}" if name.startswith("-") else name


def tree_of(html: str) -> etree._Element:
    """The elements of an HTML document or fragment, within one that holds nothing else.

    No entity is expanded but HTML's own, nothing is fetched, and what is in no element of HTML is
    read as browsers read it.

    Raises:
        UnreadableFile: it is nested too deeply, or has more elements than can be looked at.
    """
    data = _DECLARATION.sub("", well_formed(html), count=1).encode()
    if data.count(b"<") > MOST_ELEMENTS:
        _count_through(data)
    builder = _Builder()
    parser = etree.HTMLParser(target=builder, encoding="utf-8", no_network=True, huge_tree=False)
    parser.feed(data)
    root: etree._Element | None = parser.close()
    if builder.is_deep:
        raise UnreadableFile(_DEEP)
    if builder.count > MOST_ELEMENTS:
        raise UnreadableFile(_CROWDED)
    fatal = [entry.message for entry in parser.error_log if entry.level_name == "FATAL"]
    if any("depth" in message for message in fatal):
        raise UnreadableFile(_DEEP)
    if fatal or root is None:
        raise UnreadableFile(_BROKEN)
    _check_depth(root)
    return root


def _count_through(data: bytes) -> None:
    """Refuse what has too many elements before any is made: making them takes most of the time."""
    counter: Any = _Counter()  # words are not asked for: each would take a call
    parser = etree.HTMLParser(target=counter, encoding="utf-8", no_network=True, huge_tree=False)
    for start in range(0, len(data), PIECE):
        parser.feed(data[start : start + PIECE])
    parser.close()


def _check_depth(root: etree._Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise UnreadableFile(_DEEP)
