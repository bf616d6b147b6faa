"""What stands round the text of a page: menus, consent, sharing, what else there is to read."""

import re
from collections.abc import Iterator

from lxml import etree

from intake.markup.elements import BLOCKS, name_of

_ROLES = frozenset(
    {
        *("alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar"),
        *("navigation", "search", "tablist", "toolbar"),
    }
)
_ELEMENTS = frozenset({"nav", "aside", "header", "footer", "dialog", "search"})
# Parts of the names that designers give, in the languages of the offices that are read here.
_NAMES = frozenset(
    {
        *(
            "advert",
            "banner",
            "breadcrumb",
            "breadcrumbs",
            "broodkruimel",
            "brotkrumen",
            "comments",
        ),
        *(
            "consent",
            "cookie",
            "cookies",
            "fil",
            "kruimelpad",
            "language",
            "login",
            "menu",
            "modal",
        ),
        *("nav", "navbar", "navigation", "newsletter", "pager", "pagination", "popup", "related"),
        *("search", "share", "sharing", "sidebar", "skip", "skiplink", "skiplinks", "social"),
        *("sociallinks", "subscribe", "tags", "teaser", "teasers", "toolbar", "topbar", "visually"),
        *("partage", "teilen", "delen", "suche", "zoeken", "recherche", "sprache", "marginal"),
    }
)
_CONTAINERS = frozenset(
    {
        *("address", "article", "aside", "body", "dialog", "div", "dl", "fieldset", "footer"),
        *("form", "header", "html", "main", "nav", "search", "section", "table", "tbody", "td"),
        *("tr", "ul", "ol"),
    }
)
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_CONTACT = frozenset({"contact", "contacts", "contactperson", "kontakt", "ansprechpartner"})
_CONTACT |= {"pressekontakt", "vcard", "card", "adr", "impressum", "woordvoerder", "presse"}
_MOST_OF_PAGE = 0.5  # of its letters; what holds more is no furniture, whatever it is called


def take_furniture(body: etree._Element) -> list[etree._Element]:
    """Take out of a page what is not its text.

    Args:
        body: of the page; it loses them.

    Returns:
        What was taken out, in order.
    """
    most = _MOST_OF_PAGE * _letters(body)
    found = [one for one in _outermost(body) if _letters(one) <= most and not _has_headline(one)]
    for element in found:
        detach(element)
    return found


def detach(element: etree._Element) -> None:
    """Take an element out of its page; the words below it stay."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    if tail:
        above = element.getprevious()
        if above is not None:
            above.tail = (above.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        element.tail = None
    parent.remove(element)


def _outermost(body: etree._Element) -> Iterator[etree._Element]:
    walk = etree.iterwalk(body, events=("start",))
    for _, element in walk:
        if element is not body and is_furniture(element):
            walk.skip_subtree()
            yield element


def is_furniture(element: etree._Element) -> bool:
    """Whether an element is called what no part of a text is."""
    name = name_of(element)
    if not name or name in ("html", "body", "main", "article") or name not in BLOCKS | _ELEMENTS:
        return False
    if element.get("role", "").lower() in _ROLES:
        return True
    if name == "header":
        return next(element.iterancestors("main", "article", "section"), None) is None
    if name == "footer" and next(element.iterancestors("blockquote", "figure"), None) is not None:
        return False  # who is quoted
    if name in _ELEMENTS:
        return True
    return bool(names_of(element) & _NAMES) and not names_of(element) & _CONTACT


def names_of(element: etree._Element) -> frozenset[str]:
    """The parts of an element's classes and its id: `share` of `ecl-social-media-share`."""
    names = f"{element.get('class', '')[:500]} {element.get('id', '')[:100]}"
    return frozenset(part.lower() for part in _PARTS.findall(names))


def _letters(element: etree._Element) -> int:
    return sum(map(len, element.itertext("*")))


def _has_headline(element: etree._Element) -> bool:
    return next(element.iter("h1"), None) is not None and name_of(element) != "nav"


def units_of(element: etree._Element) -> Iterator[etree._Element]:
    """The parts of what stood round a text, each of which is about one thing.

    A number in one must not be taken for that of somebody in another.
    """
    waiting = [element]
    while waiting:
        one = waiting.pop()
        parts = [child for child in one if name_of(child) in _CONTAINERS]
        if parts:
            waiting += reversed([child for child in one if name_of(child)])
        elif _letters(one):
            yield one
