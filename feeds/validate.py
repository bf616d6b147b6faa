"""What a feed must be, checked on the document itself: the demonstration and the tests ask."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree

from feeds.parts.dates import is_rfc822, is_rfc3339
from feeds.parts.elements import ATOM

_ATOM = f"{{{ATOM}}}"
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:.", re.IGNORECASE)  # RFC 3986, 3.1


def faults(extension: str, document: bytes) -> list[str]:
    """What a document breaks of what its format demands, a sentence each; nothing if it is sound.

    Follows RFC 4287, RSS 2.0 with the Best Practices Profile, JSON Feed 1.1.

    Args:
        extension: of the format, `atom`, `rss` or `json`.
        document: as it is sent.

    Raises:
        KeyError: there is no such format.
    """
    check = {"atom": _atom, "rss": _rss, "json": _json}[extension]
    try:
        return list(check(document))
    except (etree.XMLSyntaxError, ValueError) as error:
        return [f"The document cannot be read: {error}"]


def _atom(document: bytes) -> Iterator[str]:
    feed = _parsed(document)
    if feed.tag != f"{_ATOM}feed":
        yield "The document is not an Atom feed"
        return
    yield from _atom_head(feed, "The feed")
    if len(feed.findall(f"{_ATOM}link[@rel='self']")) != 1:
        yield "The feed has no single link to itself (rel=self)"
    yield from _hubs(feed, "The feed")
    entries = feed.findall(f"{_ATOM}entry")
    for number, entry in enumerate(entries, 1):
        name = _named(entry.findtext(f"{_ATOM}id"), number)
        yield from _atom_head(entry, name)
        yield from _atom_links(entry, name)
        if entry.find(f"{_ATOM}author") is None and feed.find(f"{_ATOM}author") is None:
            yield f"{name} has no author"
    yield from _unique(entry.findtext(f"{_ATOM}id") for entry in entries)


def _atom_head(element: etree._Element, name: str) -> Iterator[str]:
    """Check what feeds and entries share (RFC 4287, 4.1.1 and 4.1.2)."""
    for tag in ("id", "title", "updated"):
        if (count := len(element.findall(f"{_ATOM}{tag}"))) != 1:
            yield f"{name} has {count} elements “{tag}” and needs exactly one"
    if not _ABSOLUTE.match(element.findtext(f"{_ATOM}id") or ""):
        yield f"{name} has an id that is not an absolute URI"
    for tag in ("updated", "published"):
        yield from _dates(element.findall(f"{_ATOM}{tag}"), name, is_rfc3339)


def _atom_links(entry: etree._Element, name: str) -> Iterator[str]:
    """One alternate, and first: all that readers agree on (RFC 4287, 4.1.2 allows more)."""
    rels = [link.get("rel", "alternate") for link in entry.findall(f"{_ATOM}link")]
    if (count := rels.count("alternate")) != 1:
        yield f"{name} has {count} alternate links and needs exactly one"
    elif rels[0] != "alternate":
        yield f"{name} has another link before its alternate"


def _hubs(element: etree._Element, name: str) -> Iterator[str]:
    """Check where a document says that its changes are told (WebSub, 4)."""
    for link in element.findall(f"{_ATOM}link[@rel='hub']"):
        if not _ABSOLUTE.match(link.get("href", "")):
            yield f"{name} names a hub whose address is not absolute"


def _rss(document: bytes) -> Iterator[str]:
    root = _parsed(document)
    channel = root.find("channel")
    if root.tag != "rss" or channel is None:
        yield "The document is not an RSS feed"
        return
    for tag in ("title", "link", "description"):
        if not channel.findtext(tag):
            yield f"The channel has no {tag}"
    if len(channel.findall(f"{_ATOM}link[@rel='self']")) != 1:
        yield "The channel has no single link to itself (atom:link rel=self)"
    yield from _hubs(channel, "The channel")
    yield from _dates(channel.findall("lastBuildDate"), "The channel", is_rfc822)
    items = channel.findall("item")
    for number, item in enumerate(items, 1):
        yield from _rss_item(item, _named(item.findtext("guid"), number))
    yield from _unique(item.findtext("guid") for item in items)


def _rss_item(item: etree._Element, name: str) -> Iterator[str]:
    for tag in ("guid", "link"):
        if not item.findtext(tag):
            yield f"{name} has no {tag}"
    if not (item.findtext("title") or item.findtext("description")):
        yield f"{name} has neither title nor description"
    yield from _dates(item.findall("pubDate"), name, is_rfc822)


def _json(document: bytes) -> Iterator[str]:
    feed = json.loads(document.decode())
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        yield "The document is not a JSON feed: it has no list of items"
        return
    if not str(feed.get("version")).startswith("https://jsonfeed.org/version/1"):
        yield "The feed does not say which version of JSON Feed it is"
    if not feed.get("title"):
        yield "The feed has no title"
    if not all(map(_is_hub, feed.get("hubs", []))):
        yield "The feed names a hub without its type or its absolute address"
    for number, item in enumerate(items, 1):
        yield from _json_item(item, _named(item.get("id"), number))
    yield from _unique(item.get("id") for item in items)


def _is_hub(hub: object) -> bool:
    """Whether it says what kind of hub it is and where (JSON Feed 1.1, “hubs”)."""
    if not isinstance(hub, dict) or not hub.get("type"):
        return False
    return _ABSOLUTE.match(str(hub.get("url"))) is not None


def _json_item(item: dict[str, Any], name: str) -> Iterator[str]:
    if not (isinstance(item.get("id"), str) and item["id"]):
        yield f"{name} has no id that is a string"
    if not ({"content_html", "content_text"} & item.keys()):
        yield f"{name} has neither content_html nor content_text"
    for key in ("date_published", "date_modified"):
        if key in item and not is_rfc3339(str(item[key])):
            yield f"{name} has a {key} that is no date: “{item[key]}”"


def _parsed(document: bytes) -> etree._Element:
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, huge_tree=True))
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:
        raise ValueError("it has a document type, which readers refuse")
    return root


def _named(id_: object, number: int) -> str:
    return f"Entry “{id_}”" if id_ else f"Entry number {number}"


def _unique(ids: Iterable[object]) -> Iterator[str]:
    for id_, count in Counter(str(id_) for id_ in ids if id_).items():
        if count > 1:
            yield f"Entry “{id_}” is not the only one of this id: there are {count}"


def _dates(
    elements: Iterable[etree._Element], name: str, is_date: Callable[[str], bool]
) -> Iterator[str]:
    for element in elements:
        if not is_date(element.text or ""):
            yield f"{name} has a {etree.QName(element).localname} that is no date: “{element.text}”"
