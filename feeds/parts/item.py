"""What every format says of one entry, made once and safely."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType

from feeds.parts.html import content_html, summary_of
from feeds.parts.languages import spoken
from feeds.parts.links import Enclosure, Link, enclosures, translations
from feeds.parts.provenance import (
    authentic_address,
    bracketed,
    day_of,
    issuer_of,
    label_of,
    mark_of,
    reference_of,
    term_of,
)
from press.contact import ContactKind
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Site
from press.text import clean, in_one_line


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as a feed shows it; every string is fit for XML.

    Args:
        id: tag URI, the same in every format and topic.
        title: plain text, never empty.
        title_language: BCP 47 tag of its words, where they are not in that of the words shown.
        address: its page in the feed's language.
        language: BCP 47 tag of the words shown.
        summary: plain text, marked where a machine wrote it or it stands in; may be empty.
        content: safe HTML with absolute links.
        published: when it came out, with the newsroom's offset.
        updated: last significant change, with the newsroom's offset.
        authors: who sends it, then the services that sent it.
        issuer: who sends it, as its letterhead said, plain text; may be empty.
        reference: under what number the sender keeps it, likewise.
        topics: title per permanent name.
        scheme: what the names are names in: address of the language's first page.
        origin: `author`, `machine`, `editor` or `original`.
        origin_said: the same for people, in the feed's language.
        origin_scheme: what these terms are names in.
        engine: what translated it, if a machine did.
        is_rough: whether the small model that ships did, and nobody has read it.
        made: on which day a translation was made or approved, on the newsroom's wall, if known.
        outdated: on which day the original changed, if these words translate earlier ones.
        source: BCP 47 tag of the language it was written in.
        authentic: address of the authentic text, if it has one.
        links: translations, or the authentic text.
        note: what the last major change was, plain text; may be empty.
        files: what goes with it.
        rights: whose it is, plain text; may be empty.
        license: address of the terms it may be used under; may be empty.
        about: address of what explains what we add to the formats.
    """

    id: str
    title: str
    title_language: str
    address: str
    language: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...]
    issuer: str
    reference: str
    topics: Mapping[str, str]
    scheme: str
    origin: str
    origin_said: str
    origin_scheme: str
    engine: str
    is_rough: bool
    made: date | None
    outdated: date | None
    source: str
    authentic: str | None
    links: tuple[Link, ...]
    note: str
    files: tuple[Enclosure, ...]
    rights: str
    license: str
    about: str

    @property
    def picture(self) -> str:
        """Where the first picture that goes with it is seen; empty where there is none."""
        shown = (one.shown for one in self.files if one.media_type.startswith("image/"))
        return next(shown, "")


def item_of(entry: Entry, language: Language, site: Site) -> Item:
    """What a feed in a language says of an entry."""
    return Item(
        id=clean(entry.id),
        # A release must be found even if nothing of its headline can be shown.
        title=in_one_line(entry.text.headline) or entry.slug,
        title_language=_title_language(entry, site),
        address=site.release(language, entry.slug),
        language=spoken(site, entry.text.language).tag,
        summary=_summary(entry, language, site),
        content=content_html(entry, language, site),
        published=site.local(entry.published),
        updated=site.local(entry.updated),
        authors=_authors(entry, site),
        issuer=issuer_of(entry),
        reference=reference_of(entry),
        topics=_topics(entry),
        scheme=site.home(language),
        origin=term_of(entry, language),
        origin_said=clean(label_of(entry, language, site)),
        origin_scheme=f"{site.base_url}/provenance",
        engine=clean(entry.text.engine),
        is_rough=entry.text.is_rough,
        made=None if entry.is_authentic else day_of(entry.text.made_at, site),
        outdated=day_of(entry.outdated, site),
        source=spoken(site, entry.source).tag,
        authentic=authentic_address(entry, site),
        links=translations(entry, site),
        note=clean(entry.note).strip(),
        files=enclosures(entry, site),
        rights=clean(site.rights),
        license=site.license,
        about=f"{site.base_url}/feeds/",
    )


def _title_language(entry: Entry, site: Site) -> str:
    code = entry.language_of(entry.text.blocks[0])
    return "" if code == entry.text.language else spoken(site, code).tag


def _topics(entry: Entry) -> Mapping[str, str]:
    keys = entry.keys
    return _cleaned(tuple((keys.get(slug, slug), title) for slug, title in entry.topics.items()))


@lru_cache(1024)  # the same topics stand in entry after entry
def _cleaned(titles: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return MappingProxyType({clean(key): clean(title) for key, title in titles})


def _summary(entry: Entry, language: Language, site: Site) -> str:
    """In few words what it says, after a mark in brackets: many readers show nothing else."""
    words = summary_of(entry.text)
    if (mark := mark_of(entry, language, site)) is None:
        return words
    return f"{bracketed(mark, spoken(site, entry.text.language))} {words}".rstrip()


def _authors(entry: Entry, site: Site) -> tuple[str, ...]:
    """Issuer and services that send it; persons are whom to call, not who wrote it."""
    services = [clean(c.name) for c in entry.contacts if c.kind is ContactKind.SERVICE]
    return tuple(dict.fromkeys(filter(None, [issuer_of(entry), *services]))) or (clean(site.title),)
