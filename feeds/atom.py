"""An edition as Atom (RFC 4287)."""

from collections.abc import Sequence

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from feeds.elements import TOMBSTONES, Elements, Finished
from feeds.head import GENERATOR, Head, head_of
from feeds.history import Gone, add_history, gone
from feeds.item import Item
from feeds.written import written
from press.edition import Edition
from press.site import Site

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
    feed.rights(head.rights or None)
    # The page first: some readers take the first link for the site, whatever it is to the feed.
    feed.link(href=head.home, rel="alternate", type="text/html", hreflang=head.language)
    feed.link(href=head.address, rel="self", type=MEDIA_TYPE, hreflang=head.language)
    for other in head.others:
        feed.link(href=other.address, rel=other.rel, type=MEDIA_TYPE, hreflang=other.language)
    feed.register_extension("more", Elements, rss=False)
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
    entry = FeedEntry()
    entry.id(item.id)
    entry.title(item.title)
    entry.updated(item.updated)
    entry.published(item.published)
    entry.author([{"name": name} for name in item.authors])
    # Who translated it, where nobody has read it since (RFC 4287, 4.2.3).
    entry.contributor([{"name": item.engine}] if item.engine else None)
    entry.rights(item.rights or None)
    entry.content(item.content, type="html")
    if item.summary:
        entry.summary(item.summary, type="text")
    entry.category(_categories(item))
    entry.register_extension("more", Elements, rss=False)
    _add_links(entry.more, item)
    entry.more.language = item.language
    element: etree._Element = entry.atom_entry()
    return element


def _categories(item: Item) -> list[dict[str, str]]:
    """The topics, then who wrote it (RFC 4287, 4.2.2)."""
    topics = [
        {"term": slug, "scheme": item.scheme, "label": title} for slug, title in item.topics.items()
    ]
    origin = {"term": item.origin, "scheme": item.origin_scheme, "label": item.origin_said}
    return [*topics, origin]


def _add_links(more: Elements, item: Item) -> None:
    """Write the links ourselves: feedgen drops the rel, type and hreflang of an entry's links."""
    # One alternate, and first: of several, half of the readers take the last, half the first.
    more.add("link", rel="alternate", type="text/html", hreflang=item.language, href=item.address)
    for link in item.links:
        more.add("link", rel=link.rel, type="text/html", hreflang=link.language, href=link.address)
    if item.license:
        more.add("link", rel="license", href=item.license)  # RFC 4946
    for file in item.files:
        more.add(
            "link",
            rel="enclosure",
            type=file.media_type,
            length=str(file.size),
            title=file.title,
            href=file.address,
        )
