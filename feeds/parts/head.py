"""What every format says of a feed as a whole."""

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from feeds.parts.html import plain
from feeds.parts.links import Link, other_feeds
from feeds.parts.provenance import bracketed, mark_of_topic
from press.languages import Language
from press.public.archive import Part
from press.public.edition import Edition
from press.public.site import Site
from press.public.sought import Sought
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
            nobody subscribes to, and where it is a search's.
        current: of the feed that readers subscribe to; the document itself unless an archive.
        older: address of the archive before it; empty if there is none.
        rest: address of what is older than its entries, and has none of them; empty if there is
            nothing.
        newer: address of the archive after it; empty if there is none.
        is_archive: whether it holds older entries, and will hold the same ones for ever.
        is_whole: whether there is nothing but this document.
        is_closed: whether nothing new will appear in it.
        others: the same topic in other languages; a search has words of one language.
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
    sought = edition.feed.sought

    def address(part: Part | None) -> str:
        if sought:
            return site.search(language, sought, extension)
        return site.feed(language, slug, extension, part)

    return Head(
        id=site.tag(_key(edition)),
        title=clean(f"{_title(edition, site)} – {site.title}"),
        description="" if sought else _description(edition.topic, language),
        author=clean(site.title),
        language=language.tag,
        home=site.search(language, sought) if sought else home_of(slug, language, site),
        address=address(place.part),
        hub="" if place.part or sought else site.hub,
        current=address(None),
        older=address(place.older) if place.older else "",
        rest=address(place.rest or place.older) if place.older else "",
        newer=address(place.newer) if place.newer else "",
        is_archive=place.part is not None,
        is_whole=place.is_whole,
        is_closed=edition.is_closed,
        others=() if sought else other_feeds(edition.feed, site, extension),
        updated=site.local(edition.updated),
        changed=site.local(edition.changed),
        rights=clean(site.rights),
        license=site.license,
    )


def _key(edition: Edition) -> str:
    """What a feed's identifier is made of."""
    code, sought = edition.feed.language.code, edition.feed.sought
    if sought is None:
        return f"feed:{edition.topic.permanent}:{code}"
    topic = edition.topic.permanent if sought.topic else ""
    return f"search:{code}:{urlencode(replace(sought, topic=topic).fields)}"


def _title(edition: Edition, site: Site) -> str:
    feed, topic = edition.feed, edition.topic
    if feed.sought and not feed.sought.topic:
        return search_title(feed.sought, "", feed.language)
    title = topic_title(feed.topic, topic, feed.language, site)
    return search_title(feed.sought, title, feed.language) if feed.sought else title


def search_title(sought: Sought, topic: str, language: Language) -> str:
    """What a search is called.

    Args:
        sought: what is looked for.
        topic: the title of the topic it is looked for in; may be empty.
        language: of the page or feed.
    """
    said = [sought.words, topic, str(sought.year or "")]
    return say(language.code, "search_for", words=" · ".join(filter(None, said)))


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
