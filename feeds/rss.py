"""An edition as RSS 2.0, following the RSS Advisory Board's Best Practices Profile."""

from copy import copy
from datetime import UTC
from email.utils import format_datetime
from functools import lru_cache
from html import escape

from feedgen.feed import FeedGenerator
from lxml import etree

from feeds.parts.elements import (
    ATOM,
    CONTENT,
    DC,
    MEDIA,
    XML_LANG,
    Finished,
    NoDate,
    RssElements,
    put,
    put_again,
    put_sender,
    refer,
)
from feeds.parts.head import GENERATOR, Head, head_of
from feeds.parts.history import add_history
from feeds.parts.item import Item
from feeds.parts.links import Enclosure
from feeds.parts.written import written
from press.public.edition import Edition
from press.public.site import Site

MEDIA_TYPE = "application/rss+xml"
ATOM_LINK = f"{{{ATOM}}}link"
# Minutes a copy may be kept: a release may come out at any whole minute.
TTL = 1
_HTML = {"description", f"{{{CONTENT}}}encoded"}  # all else is plain text
_WIDTH = 144  # pixels
_NO_DATE = NoDate(1, 1, 1, tzinfo=UTC)


def render(edition: Edition, site: Site) -> bytes:
    """Write an edition as an RSS feed; an entry that cannot be written is left out and logged.

    Args:
        edition: what the public may see.
        site: addresses and names.
    """
    generator = _channel(head_of(edition, site, "rss"), site)
    for element in written(edition, site, _item):
        generator.add_entry(Finished(element), order="append")
    document: bytes = generator.rss_str()
    return document


def _channel(head: Head, site: Site) -> FeedGenerator:
    feed = FeedGenerator()
    feed.title(head.title)
    # The only link feedgen is told of: it makes the last one the channel's.
    feed.link(href=head.home)
    feed.description(head.description or head.title)
    feed.language(head.language)
    feed.generator(GENERATOR)
    feed.copyright(head.rights or None)
    feed.ttl(TTL)
    # As wide as a channel's picture may be; its title and link are the channel's (RSS 2.0).
    picture, width, height = site.picture(_WIDTH)
    feed.image(picture, head.title, head.home, str(width), str(height))
    feed.lastBuildDate(_NO_DATE)
    feed.register_extension("more", RssElements, RssElements, atom=False)
    feed.more.add("lastBuildDate", format_datetime(head.changed))
    feed.more.add(ATOM_LINK, rel="self", type=MEDIA_TYPE, href=head.address)
    for other in head.others:
        feed.more.add(
            ATOM_LINK, rel=other.rel, type=MEDIA_TYPE, hreflang=other.language, href=other.address
        )
    if head.hub:
        feed.more.add(ATOM_LINK, rel="hub", href=head.hub)
    if head.license:
        feed.more.add(ATOM_LINK, rel="license", href=head.license)
    add_history(feed.more, head, ATOM_LINK, MEDIA_TYPE)
    return feed


def _item(item: Item) -> etree._Element:
    made = etree.Element("item", {XML_LANG: item.language})
    put(made, "title", item.title)
    put(made, "link", item.address)
    # A description is HTML by custom, the summary is plain text: its “<” must not become markup.
    put(made, "description", escape(item.summary or item.title, quote=False))
    put(made, f"{{{CONTENT}}}encoded", item.content)
    put(made, "guid", item.id, isPermaLink="false")
    made.extend(list(copy(_categories(tuple(item.topics.values()), item.scheme))))
    made.extend(list(copy(_categories((item.origin_said,), item.origin_scheme))))
    put(made, "pubDate", format_datetime(item.published))
    _add_more(made, item)
    for one in list(made.iter(etree.Element)):
        if one.tag not in _HTML:
            refer(one)
    return made


@lru_cache(1024)  # the same topics stand in entry after entry, and a copy is soon made
def _categories(labels: tuple[str, ...], scheme: str) -> etree._Element:
    every = etree.Element("categories")
    for label in labels:
        put(every, "category", label, domain=scheme)
    return every


def _add_more(made: etree._Element, item: Item) -> None:
    """What RSS itself has no element for."""
    for name in item.authors:
        put_again(made, f"{{{DC}}}creator", name)  # RSS's own author has to be an e-mail address
    if item.engine:
        put_again(made, f"{{{DC}}}contributor", item.engine)
    if item.rights:
        put_again(made, f"{{{DC}}}rights", item.rights)
    put_sender(made, item.issuer, item.reference)
    put_again(made, f"{{{DC}}}language", item.language)  # which Miniflux and feedparser read
    _add_links(made, item)
    _add_files(made, item.files, item.rights)


def _add_links(made: etree._Element, item: Item) -> None:
    for link in item.links:
        one = put_again(made, ATOM_LINK, rel=link.rel, type="text/html", hreflang=link.language)
        one.set("href", link.address)
    if item.license:
        put_again(made, ATOM_LINK, rel="license", href=item.license)


def _add_files(made: etree._Element, files: tuple[Enclosure, ...], rights: str) -> None:
    """One enclosure: of several, readers take all, the first or the last (Profile, “enclosure”).

    The others are Media RSS; so is the first once more if there is anything to say of it that an
    enclosure cannot: readers that know both know by its address that it is the same file.
    """
    for file in files[:1]:
        put(made, "enclosure", url=file.address, length=str(file.size), type=file.media_type)
    for number, file in enumerate(files):
        if number or file.width or file.alt or file.credit:
            _add_media(made, file, rights)


def _add_media(made: etree._Element, file: Enclosure, rights: str) -> None:
    """One file (https://www.rssboard.org/media-rss#media-content).

    It stands in no group, which is for renditions of the same content. What is said of it stands
    inside, never beside it: there feedparser takes the description for the item's own.
    """
    pixels = {"width": str(file.width), "height": str(file.height)} if file.width else {}
    media = put(
        made,
        f"{{{MEDIA}}}content",
        url=file.address,
        type=file.media_type,
        medium="image" if file.media_type.startswith("image/") else "document",
        fileSize=str(file.size),
        **pixels,
    )
    put(media, f"{{{MEDIA}}}title", file.title, type="plain")
    if file.alt:
        put(media, f"{{{MEDIA}}}description", file.alt, type="plain")
    if file.credit:
        # Of the EBU's roles, the one that is true of whoever made it, a photograph or a report.
        put(media, f"{{{MEDIA}}}credit", file.credit, role="author", scheme="urn:ebu")
    elif rights:  # what is owed to somebody else is theirs
        put(media, f"{{{MEDIA}}}copyright", rights)
