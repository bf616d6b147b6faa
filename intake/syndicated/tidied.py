"""Well-formed XML of a feed, small enough to be read and with markup only where it belongs.

What reads feeds is slow, some of it more than linearly, where XML is broken, nested without end or
HTML stands in it as elements. So it is given none of that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from xml.parsers import expat

from lxml import etree

from intake.syndicated.newsitem import MOST
from press.errors import UnreadableFile

_MOST_ELEMENTS = 30_000
_MOST_OF_ONE = 500  # elements of one entry, its markup apart
_MOST_REFERENCES = 200_000  # `&lt;` and the like
_TOO_MANY = "it has too many parts to be read: send it in smaller files"
_DEEPEST = 200
_MOST_ATTRIBUTES = 200  # of one element; reading them takes longer for each than for the last
_LONGEST_NAME = 1000  # characters of an element in which nothing longer makes sense
_ENTRIES = frozenset(("item", "entry"))
# Elements whose words may have markup.
_WORDED = frozenset(("title", "description", "summary", "content", "encoded", "subtitle"))
_LONG = _WORDED | {"text", "body", "fulltext", "info", "tagline", "keywords"}
_FILES = frozenset(("enclosure", "link", "url"))
_AND = re.compile(r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|([A-Za-z][A-Za-z0-9]{0,31});)?")
_LOCAL_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_HTML_NAME = re.compile(r"[a-z][a-z0-9-]{0,30}")
_XML = ("amp", "lt", "gt", "quot", "apos")
# What prefixes mean where a feed forgets to say so.
_USUAL = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "atom": "http://www.w3.org/2005/Atom",
    "media": "http://search.yahoo.com/mrss/",
}
_ATOM = "{http://www.w3.org/2005/Atom}"


Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tidied:
    """A feed that can be read.

    Args:
        xml: UTF-8.
        comments: what its comments say.
        is_mended: whether it was broken, so that something of it may be lost.
        cut: names and words of elements that were cut or dropped: nobody is shown them.
        entries: names and words of all elements and attributes of each entry.
        beside: the same of what stands in none.
    """

    xml: bytes
    comments: str
    is_mended: bool
    cut: tuple[Named, ...]
    entries: tuple[tuple[Named, ...], ...] = ()
    beside: tuple[Named, ...] = ()


def tidied(text: str) -> Tidied:
    """Make a feed fit to be read.

    Args:
        text: from its root element on.

    Raises:
        UnreadableFile: it is no XML at all, or has too much in it.
    """
    if text.count("&") > _MOST_REFERENCES:
        raise UnreadableFile(_TOO_MANY)
    # Nothing is fetched, no entity is made whole, and libxml2 keeps its own limits.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_pis=False
    )
    try:
        root = etree.fromstring(_AND.sub(_reference, text).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable() from error
    if root is None:
        raise _unreadable()
    is_mended = any(error.level >= etree.ErrorLevels.ERROR for error in parser.error_log)
    _check(root)
    for element in root.iter(etree.Element):
        _declare(element)
    comments = "\n".join(_comments(root))
    etree.strip_tags(root, etree.ProcessingInstruction)
    for element in [one for one in root.iter(etree.Element) if _holds_markup(one)]:
        _flatten(element)
    cut = tuple(part for element in list(root.iter(etree.Element)) for part in _shorten(element))
    xml = etree.tostring(root, encoding="utf-8")
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(xml, True)
    except expat.ExpatError as error:
        raise _unreadable() from error
    beside, *entries = _said(root)
    return Tidied(xml, comments, is_mended, cut, tuple(map(tuple, entries)), tuple(beside))


def _said(root: etree._Element) -> list[list[Named]]:
    """What stands in no entry, then what stands in each: all words with what they are called.

    Of entries within others it is not certain whose words are whose: they are all said of the feed.
    """
    said, holders, is_nested = [list[Named]()], [0], False
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            holders.pop()
            said[holders[-1]].append((_name(element), element.tail or ""))
            continue
        is_entry = _name(element) in _ENTRIES
        is_nested |= is_entry and holders[-1] > 0
        holders.append(len(said) if is_entry else holders[-1])
        if is_entry:
            said.append([])
        name = _full_name(element)
        words = ((_local(key), str(value)) for key, value in element.attrib.items())
        said[holders[-1]] += ((name, element.text or ""), *words)
    found = [[(name, words) for name, words in one if words.strip()] for one in said]
    return [[pair for one in found for pair in one]] if is_nested else found


def _full_name(element: etree._Element) -> str:
    """An element's name with the one before it that says whose it is: `dcterms_available`."""
    space = element.tag.rpartition("}")[0][1:] if isinstance(element.tag, str) else ""
    usual = next((prefix for prefix, one in _USUAL.items() if one == space), element.prefix or "")
    return f"{usual}_{_name(element)}" if usual else _name(element)


def _local(key: object) -> str:
    return str(key).rpartition("}")[2]


def _unreadable() -> UnreadableFile:
    return UnreadableFile(
        "it is no XML that can be read: export the feed again, or paste the text of an entry"
    )


def _reference(found: re.Match[str]) -> str:
    """A reference as XML has it: HTML's by its number, a mere ampersand as one."""
    name = found[1]
    if name is None or name in _XML:
        return found[0] if len(found[0]) > 1 else "&amp;"
    letters = html5.get(f"{name};")
    return "".join(f"&#{ord(letter)};" for letter in letters) if letters else f"&amp;{name};"


def _check(root: etree._Element) -> None:
    """Refuse what has more in it than can be read in time."""
    depth, elements, entries = 0, 0, 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if event == "start" and _name(element) in _ENTRIES:
            entries += 1
        if event == "start" and len(element.attrib) > _MOST_ATTRIBUTES:
            raise UnreadableFile("an element of it has more attributes than any feed has")
        if depth > _DEEPEST:
            raise UnreadableFile("its elements are nested too deeply to be read")
    if entries > MOST:
        raise UnreadableFile(f"it has more than {MOST:,} entries: export a year at a time")
    if elements > _MOST_ELEMENTS:
        raise UnreadableFile(_TOO_MANY)


def _declare(element: etree._Element) -> None:
    """Give what stands in a namespace that nobody declared the one that its prefix is used for."""
    prefix, colon, name = str(element.tag).rpartition("}")[2].partition(":")
    if colon:
        is_usual = prefix in _USUAL and _LOCAL_NAME.fullmatch(name)
        plain = f"{prefix}_{name}".replace(":", "_")
        element.tag = f"{{{_USUAL[prefix]}}}{name}" if is_usual else plain
    for key in [str(key) for key in element.attrib if ":" in str(key).rpartition("}")[2]]:
        del element.attrib[key]


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _comments(root: etree._Element) -> Iterator[str]:
    for comment in root.iter(etree.Comment, etree.ProcessingInstruction):
        yield (comment.text or "").strip()


def _holds_markup(element: etree._Element) -> bool:
    return _name(element) in _WORDED and len(element) > 0 and not _is_within_words(element)


def _is_within_words(element: etree._Element) -> bool:
    return any(_name(above) in _WORDED for above in element.iterancestors())


def _flatten(element: etree._Element) -> None:
    """Write the elements within words as words, as every feed may have them."""
    for inner in element.iter(etree.Element):
        if inner is not element:
            name = _name(inner)
            inner.tag = name if _HTML_NAME.fullmatch(name) else "span"
    etree.cleanup_namespaces(element)
    words = [element.text or ""]
    words += [etree.tostring(inner, encoding="unicode", method="html") for inner in element]
    for inner in list(element):
        element.remove(inner)
    element.text = "".join(words)
    element.attrib.pop("mode", "")
    if str(element.tag).startswith(_ATOM) or "type" in element.attrib:
        element.set("type", "html")


def _shorten(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Cut what is too long for a name, an address or a date, and drop what comes too often.

    Returns:
        The names of what is cut, and all the words of each.
    """
    name, words = _name(element), element.text or ""
    if name not in _LONG and len(words) > _LONGEST_NAME:
        yield name, words
        element.text = words[:_LONGEST_NAME]
    if name in _ENTRIES and len(element) > _MOST_OF_ONE:
        for surplus in list(element)[_MOST_OF_ONE:]:
            for one in surplus.iter(etree.Element):
                yield _name(one), f"{one.text or ''}\n{one.tail or ''}"
                yield from ((_name(one), str(words)) for words in one.attrib.values())
            element.remove(surplus)
