"""What every format says of a feed as a whole."""

from dataclasses import dataclass
from datetime import datetime

from feeds.parts.html import plain
from feeds.parts.links import Link, other_feeds
from feeds.parts.provenance import bracketed, mark_of_topic
from press.languages import Language
from press.public.archive import Part
from press.public.edition import Edition
from press.public.site import Site
from press.text import clean
from press.topic import ALL, Topic, TopicPart
from press.words import say

GENERATOR = "newsroom"


@dataclass(frozen=True, slots=True)
class Head:
    """A feed without its entries; every string is fit for XML.

    Args:
        id: tag URI of the topic in the language, the same in every format (RFC 4287, 4.2.6).
        title: plain text.
        description: the topic's introduction in the feed's language, plain text, marked where a
            machine wrote it or the title; may be empty.
        author: whom an entry is by that names nobody.
        language: BCP 47 tag.
        home: address of the page of the same topic and language.
        address: of the document itself, from the settings and never from a request.
        hub: address of the hub that tells of its changes (WebSub, 4); empty in archives, which
            nobody subscribes to.
        current: of the feed that readers subscribe to; the document itself unless an archive.
        older: address of the archive before it; empty if there is none.
        rest: address of what is older than its entries, and has none of them; empty if there is
            nothing.
        newer: address of the archive after it; empty if there is none.
        is_archive: whether it holds older entries, and will hold the same ones for ever.
        is_whole: whether there is nothing but this document.
        is_closed: whether nothing new will appear in it.
        others: the same topic in other languages.
        updated: newest significant change of an entry or of the feed, with the newsroom's offset.
        changed: last change of any kind, with the newsroom's offset.
        rights: whose the texts are; may be empty.
        license: address of the terms they may be used under; may be empty.
    """

    id: str
    title: str
    description: str
    author: str
    language: str
    home: str
    address: str
    hub: str
    current: str
    older: str
    rest: str
    newer: str
    is_archive: bool
    is_whole: bool
    is_closed: bool
    others: tuple[Link, ...]
    updated: datetime
    changed: datetime
    rights: str
    license: str


def head_of(edition: Edition, site: Site, extension: str) -> Head:
    """What a format's feed says of itself.

    Args:
        edition: which feed, and when it changed.
        site: addresses and names.
        extension: of the format, `atom`.
    """
    slug, language, place = edition.feed.topic, edition.feed.language, edition.place

    def address(part: Part | None) -> str:
        return site.feed(language, slug, extension, part)

    return Head(
        id=site.tag(f"feed:{edition.topic.permanent}:{language.code}"),
        title=clean(f"{topic_title(slug, edition.topic, language, site)} – {site.title}"),
        description=_description(edition.topic, language),
        author=clean(site.title),
        language=language.tag,
        home=home_of(slug, language, site),
        address=address(place.part),
        hub="" if place.part else site.hub,
        current=address(None),
        older=address(place.older) if place.older else "",
        rest=address(place.rest or place.older) if place.older else "",
        newer=address(place.newer) if place.newer else "",
        is_archive=place.part is not None,
        is_whole=place.is_whole,
        is_closed=edition.is_closed,
        others=other_feeds(edition.feed, site, extension),
        updated=site.local(edition.updated),
        changed=site.local(edition.changed),
        rights=clean(site.rights),
        license=site.license,
    )


def _description(topic: Topic, language: Language) -> str:
    words = plain(topic.introduction(language.code))
    mark = mark_of_topic(topic, language, TopicPart.TITLE, TopicPart.INTRODUCTION)
    return f"{bracketed(mark, language)} {words}".rstrip() if mark else words


def topic_title(slug: str, topic: Topic, language: Language, site: Site) -> str:
    """A topic's title in a language, in the default language where it has none."""
    if slug == ALL:
        return say(language.code, "all")
    return clean(topic.title(language.code, site.languages.default.code))


def home_of(slug: str, language: Language, site: Site) -> str:
    """The page that shows what a feed carries; of everything, the language's first page."""
    return site.home(language, None if slug == ALL else slug)
