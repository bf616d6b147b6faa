"""An edition as Atom (RFC 4287)."""

from collections.abc import Sequence
from copy import copy
from functools import lru_cache

from feedgen.feed import FeedGenerator
from lxml import etree

from feeds.parts.elements import (
    TOMBSTONES,
    XML_LANG,
    Elements,
    Finished,
    put,
    put_again,
    put_sender,
)
from feeds.parts.head import GENERATOR, Head, head_of
from feeds.parts.history import Gone, add_history, gone
from feeds.parts.item import Item
from feeds.parts.links import Link
from feeds.parts.written import written
from press.public.edition import Edition
from press.public.site import Site

MEDIA_TYPE = "application/atom+xml"


def render(edition: Edition, site: Site) -> bytes:
    """Write an edition as an Atom feed; an entry that cannot be written is left out and logged.

    Args:
        edition: what the public may see.
        site: addresses and names.
    """
    generator = _feed(head_of(edition, site, "atom"), gone(edition, site), site)
    for element in written(edition, site, _entry):
        generator.add_entry(Finished(element), order="append")
    document: bytes = generator.atom_str()
    return document


def _feed(head: Head, taken: Sequence[Gone], site: Site) -> FeedGenerator:
    feed = FeedGenerator()
    feed.id(head.id)
    feed.title(head.title)
    feed.subtitle(head.description or None)
    feed.updated(head.updated)
    feed.language(head.language)
    feed.author(name=head.author)
    feed.generator(GENERATOR)
    feed.icon(site.icon(512))
    if logo := site.identity.logo:
        feed.logo(site.static(logo.name))
    feed.rights(head.rights or None)
    # The page first: some readers take the first link for the site, whatever it is to the feed.
    feed.link(href=head.home, rel="alternate", type="text/html", hreflang=head.language)
    feed.link(href=head.address, rel="self", type=MEDIA_TYPE, hreflang=head.language)
    for other in head.others:
        feed.link(href=other.address, rel=other.rel, type=MEDIA_TYPE, hreflang=other.language)
    feed.register_extension("more", Elements, rss=False)
    if head.hub:
        feed.more.add("link", rel="hub", href=head.hub)
    if head.license:
        feed.more.add("link", rel="license", href=head.license)
    add_history(feed.more, head, "link", MEDIA_TYPE)
    for one in taken:
        _bury(feed.more, one)
    return feed


def _bury(more: Elements, one: Gone) -> None:
    """Say that an entry was taken back (RFC 6721, 3)."""
    stone = more.add(f"{{{TOMBSTONES}}}deleted-entry", ref=one.id, when=one.at.isoformat())
    stone.add(f"{{{TOMBSTONES}}}comment", one.reason)


def _entry(item: Item) -> etree._Element:
    entry = etree.Element("entry", {XML_LANG: item.language})
    put(entry, "id", item.id)
    title = put(entry, "title", item.title)
    if item.title_language:
        title.set(XML_LANG, item.title_language)
    put(entry, "updated", item.updated.isoformat())
    for name in item.authors:
        put_again(put(entry, "author"), "name", name)
    put(entry, "content", item.content, type="html")
    if item.summary:
        put(entry, "summary", item.summary, type="text")
    _add_categories(entry, item)
    if item.engine:
        # Who translated it, where nobody has read it since (RFC 4287, 4.2.3).
        put_again(put(entry, "contributor"), "name", item.engine)
    put(entry, "published", item.published.isoformat())
    if item.rights:
        put_again(entry, "rights", item.rights)
    put_sender(entry, item.issuer, item.reference)
    _add_links(entry, item)
    return entry


def _add_categories(entry: etree._Element, item: Item) -> None:
    topics = _categories(tuple(item.topics.items()), item.scheme)
    # Who wrote it stands beside the topics (RFC 4287, 4.2.2).
    origin = _categories(((item.origin, item.origin_said),), item.origin_scheme)
    for some in (topics, origin):
        entry.extend(list(copy(some)))


@lru_cache(1024)  # the same topics stand in entry after entry, and a copy is soon made
def _categories(labels: tuple[tuple[str, str], ...], scheme: str) -> etree._Element:
    every = etree.Element("categories")
    for term, label in labels:
        put(every, "category", term=term, scheme=scheme, label=label)
    return every


def _add_links(entry: etree._Element, item: Item) -> None:
    # One alternate, and first: of several, half of the readers take the last, half the first.
    for link in (Link("alternate", item.address, item.language), *item.links):
        made = put_again(entry, "link", rel=link.rel, type="text/html", hreflang=link.language)
        made.set("href", link.address)
    if item.license:
        put_again(entry, "link", rel="license", href=item.license)  # RFC 4946
    for file in item.files:
        put(
            entry,
            "link",
            rel="enclosure",
            type=file.media_type,
            length=str(file.size),
            title=file.title,
            href=file.address,
        )
