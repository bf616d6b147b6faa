"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import re
from collections.abc import Iterator

from intake.given import Given
from intake.notyet.outright import outright
from intake.syndicated.jsondata import Members, others, parsed, said, several
from intake.syndicated.newsitem import FeedWords, NewsFeed, NewsItem
from intake.syndicated.pointed import Pointed
from intake.syndicated.reading import reading_of
from press.errors import UnreadableFile
from press.releases.release import Reading

_OURS = "_newsroom"
_WORDS = re.compile(r"[^\W\d_]{2,} +[^\W\d_]{2,}")
_LONGEST = 60  # characters of a member's name
_OF_FEED = frozenset(("version", "items"))


def read(data: bytes, given: Given) -> Reading:
    """Read a feed; every item is a release.

    Args:
        data: the whole file.
        given: zone and language where an item names none.

    Raises:
        UnreadableFile: it is damaged, has nothing in it or too much.
    """
    whole, notes = parsed(data)
    if not isinstance(whole, dict):
        raise UnreadableFile("it is no JSON feed: export it again")
    beside = others(whole, _OF_FEED)
    feed = NewsFeed(
        name=said(whole, "feed_url", "home_page_url", "title"),
        language=said(whole, "language"),
        issuers=(*_authors(whole), said(whole, "title")),
        asides=tuple(words for _, words in beside),
        not_yet=tuple(outright(beside, given)),
        notes=notes,
    )
    return reading_of((_item(item, given) for item in several(whole, "items")), feed, given)


def _item(item: Members, given: Given) -> NewsItem:
    link = said(item, "url", "external_url")
    others_ = others(item)
    html = said(item, "content_html")
    tags = item.get("tags")
    return NewsItem(
        title=FeedWords(said(item, "title")),
        summary=FeedWords(said(item, "summary")),
        body=FeedWords(html or said(item, "content_text"), bool(html), link),
        date=said(item, "date_published", "date_modified"),
        language=said(item, "language"),
        own_id=said(item, "id"),
        link=link,
        authors=tuple(_authors(item)),
        files=tuple(_files(item)),
        categories=tuple(tag for tag in tags if isinstance(tag, str))
        if isinstance(tags, list)
        else (),
        remarks=tuple(_extensions(item)),
        asides=tuple(words for _, words in others_),
        not_yet=tuple(outright(others_, given)),
    )


def _extensions(item: Members) -> Iterator[tuple[str, str]]:
    """What members of the sender's own say in words; an officer sees it (JSON Feed, Extensions)."""
    for key, value in item.items():
        if key.startswith("_") and key != _OURS:
            words = (one for _, one in others({key: value}) if _WORDS.search(one))
            if said_in_it := ", ".join(words):
                yield key[:_LONGEST], said_in_it


def _authors(of: Members) -> Iterator[str]:
    """Those of version 1.1, then the one of version 1."""
    yield from filter(None, (said(author, "name") for author in several(of, "authors", "author")))


def _files(item: Members) -> Iterator[Pointed]:
    for key in ("image", "banner_image"):
        yield Pointed(said(item, key))
    for file in several(item, "attachments"):
        own = file.get(_OURS)
        ours = own if isinstance(own, dict) else {}
        alt = said(ours, "alt") or said(file, "title")
        yield Pointed(said(file, "url"), alt, said(ours, "credit"))
