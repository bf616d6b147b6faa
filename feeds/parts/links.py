"""What feeds and entries point to."""

from collections.abc import Iterator
from dataclasses import dataclass

from press.errors import UnknownLanguage
from press.languages import Language
from press.public.edition import Entry, Feed
from press.public.site import Site
from press.text import clean

# Not `alternate`: with several of those, half of the readers open the wrong language, whatever
# the order; and not `related`, which NetNewsWire shows as a page of somebody else's.
TRANSLATION = "https://schema.org/workTranslation"
AUTHENTIC = "https://schema.org/translationOfWork"


@dataclass(frozen=True, slots=True)
class Link:
    """One way out of a feed or an entry (RFC 4287, 4.2.7).

    Args:
        rel: what it is to where it stands.
        address: absolute.
        language: BCP 47 tag of what is there.
    """

    rel: str
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with an entry (RFC 4287, 4.2.7.2; RSS 2.0, “enclosure”).

    Args:
        address: absolute.
        media_type: of its content.
        size: bytes.
        title: its name, plain text.
        width: of an image, pixels; 0 if unknown.
        height: the same.
        alt: what it shows or holds, plain text in the language of the feed, or else in the one the
            release was written in; may be empty.
        credit: whom it is owed to, likewise.
    """

    address: str
    media_type: str
    size: int
    title: str
    width: int = 0
    height: int = 0
    alt: str = ""
    credit: str = ""


def enclosures(entry: Entry, site: Site) -> tuple[Enclosure, ...]:
    """The files of a release, in the order attached."""
    return tuple(
        Enclosure(
            address=site.file(file.token, file.name),
            media_type=file.media_type,
            size=file.size,
            title=clean(file.name),
            width=file.width,
            height=file.height,
            alt=clean(file.alt),
            credit=clean(file.credit),
        )
        for file in entry.files
    )


def translations(entry: Entry, site: Site) -> tuple[Link, ...]:
    """From an authentic text to its public translations; from a translation to the authentic text.

    Args:
        entry: the release.
        site: languages it no longer publishes in have no pages, so no links.
    """
    if entry.is_authentic:
        rel, codes = TRANSLATION, [code for code in entry.languages if code != entry.source]
    else:
        rel, codes = AUTHENTIC, [code for code in entry.languages if code == entry.source]
    found = _published(codes, site)
    return tuple(Link(rel, site.release(known, entry.slug), known.tag) for known in found)


def _published(codes: list[str], site: Site) -> Iterator[Language]:
    for code in codes:
        try:
            yield site.languages.named(code)
        except UnknownLanguage:
            continue


def other_feeds(feed: Feed, site: Site, extension: str) -> tuple[Link, ...]:
    """The same topic in the other languages.

    `related`, since several readers take an alternate of a feed's type for the site's own page.
    """
    others = (language for language in site.languages if language != feed.language)
    return tuple(
        Link("related", site.feed(language, feed.topic, extension), language.tag)
        for language in others
    )
