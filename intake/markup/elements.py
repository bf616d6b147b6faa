"""What the elements of HTML are for, and which of them nobody is shown (HTML, section 15)."""

import re
from collections.abc import Iterator

from lxml import etree

from intake.markup.called import order_in, orders_in

HEADINGS = {f"h{n}": n for n in range(1, 7)}
STRONG = frozenset({"b", "strong"})
EMPHASIS = frozenset({"i", "em", "cite", "dfn", "var"})
CODE = frozenset({"code", "kbd", "samp", "tt"})
# What begins a line of its own; all others stand among words.
BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
        ),
        *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
        ),
        *("menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td"),
        *("tfoot", "th", "thead", "tr", "ul"),
    }
)
LISTS = frozenset({"dir", "menu", "ol", "ul"})
# What is not words, or is there for a program, for a form, or for who cannot see the rest.
NEVER = frozenset(
    {
        *("applet", "area", "audio", "base", "button", "canvas", "colgroup", "datalist", "embed"),
        *("frame", "frameset", "head", "iframe", "input", "link", "map", "menuitem"),
        *("meta", "meter", "nextid", "noembed", "noframes", "noscript", "object", "optgroup"),
        *("option", "param", "progress", "script", "select", "style", "svg", "template"),
        *("textarea", "title", "track", "video", "xml"),
    }
)
# What shows something that lies elsewhere, as people call it.
FRAMES = {
    **dict.fromkeys(("iframe", "frame"), "a frame"),
    **dict.fromkeys(("embed", "object", "applet"), "an object"),
    "video": "a film",
    "audio": "a recording",
    "source": "a recording",
}
# Of these no words are a person's; all others may say something, if to few.
_OF_PROGRAMS = frozenset({"script", "style", "svg", "xml", "head", "colgroup"})
# Attributes in which nobody writes words.
_TECHNICAL = frozenset(
    {
        *("class", "id", "style", "href", "src", "srcset", "rel", "type", "width", "height"),
        *("name", "for", "target", "role", "lang", "dir", "align", "valign", "colspan", "rowspan"),
        *(
            "sizes",
            "loading",
            "decoding",
            "itemtype",
            "integrity",
            "nonce",
            "d",
            "viewBox",
            "xmlns",
        ),
    }
)
# Elements whose classes say what a menu or a whole site is about, not what their words are.
_OF_THE_SITE = frozenset({"a", "body", "html", "li", "nav", "ul"})
_LONGEST_NAMES = 1000  # characters of an element's names together
_SAYS_NOTHING = frozenset({"", "0", "false", "no", "none", "null", "off"})
# What sets words apart in an attribute that holds markup or JSON.
_SIGNS = re.compile(r"<[^<>]*>|[{}\[\]\"]")
# Words that a style sheet shows.
_SHOWN_BY_STYLE = re.compile(r"content\s{0,9}:\s{0,9}(?:\"([^\"]{3,500})\"|'([^']{3,500})')")
_OFFICE = ("v-", "w-")  # drawings and settings of office programs
STRUCK = frozenset({"del", "s", "strike"})
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:mso-list\s*:\s*ignore|display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b",
    re.IGNORECASE,
)
_THIN = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
# Pictures of an icon font have a name for words.
_ICONS = frozenset({"a", "i", "span"})


def name_of(element: etree._Element) -> str:
    """The element's name in lower case, without a namespace; empty for comments."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def is_shown(element: etree._Element, name: str) -> bool:
    """Whether somebody who looks at the page sees what an element holds.

    Args:
        element: with its attributes.
        name: of it, as `name_of` says.
    """
    if name in NEVER or name in STRUCK or name.startswith(_OFFICE):
        return False
    if not element.attrib:
        return True
    is_icon = name in _ICONS and element.get("aria-hidden", "").lower() == "true"
    if is_icon or element.get("hidden") is not None:
        return False
    return not _HIDDEN.search(element.get("style", "")[:1000])


def is_bold(element: etree._Element, name: str) -> bool:
    """Whether an element marks its words as strong; some programs wrap all in one that does not."""
    return name in STRONG and not _THIN.search(element.get("style", "")[:1000])


def unseen_words(element: etree._Element, name: str) -> str:
    """Words that a page holds and does not show; none of programs, forms and marks of lists.

    Args:
        element: that is not shown.
        name: of it.
    """
    if name in NEVER - {"noscript", "template"} or _IGNORED.search(element.get("style", "")[:1000]):
        return ""
    shown = (one for one in element.iter() if name_of(one) not in NEVER or one is element)
    words = (
        text
        for one in shown
        for text in (one.text, one.tail if one is not element else "")
        if text and name_of(one)
    )
    return " ".join(" ".join(words).split())


def said_in_attributes(root: etree._Element) -> Iterator[str]:
    """The words that attributes of elements have: alternative texts, hints, values of fields.

    Of names that are given to them those that say that words must not come out.

    Args:
        root: of the elements.
    """
    for element in root.iter(etree.Element):
        if element.attrib:
            yield from _named(element)
        for name, value in element.attrib.items():
            words = _SIGNS.sub("\n", str(value)).strip()
            is_said = name not in _TECHNICAL and not str(name).startswith("on")
            if is_said and any(map(str.isalpha, words)):
                yield words


def _named(element: etree._Element) -> Iterator[str]:
    """What the classes of an element that has words say of them, and the names of its fields."""
    names = f"{element.get('class', '')} {element.get('id', '')}"[:_LONGEST_NAMES]
    orders = () if name_of(element) in _OF_THE_SITE else orders_in(names)
    if orders and any(str(words).strip() for words in element.itertext("*")):
        yield from orders
    for name, value in element.attrib.items():
        order = order_in(str(name)) if str(name).startswith("data-") else ""
        if order and str(value).strip().lower() not in _SAYS_NOTHING:
            yield f"{order}: {str(value).strip()}"


_TO_FEW = NEVER - _OF_PROGRAMS


def said_to_few(root: etree._Element) -> Iterator[str]:
    """The words of fields, and of what stands in for a film or a frame that cannot be shown.

    Args:
        root: of the elements.
    """
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        name = name_of(element)
        if name == "style":
            yield from (a or b for a, b in _SHOWN_BY_STYLE.findall(element.text or ""))
        elif name == "svg":
            for one in element.iter():
                if name_of(one) == "text" and (words := " ".join(map(str, one.itertext("*")))):
                    yield " ".join(words.split())
        elif name in _TO_FEW:
            walk.skip_subtree()
            if words := " ".join(" ".join(map(str, element.itertext("*"))).split()):
                yield words
