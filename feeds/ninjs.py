"""A release as a news item for editorial systems (IPTC ninjs 3.0, https://iptc.org/std/ninjs/).

What an item says for people it says as feeds do: marked where a machine wrote it.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from feeds.parts.html import leads_of, news_content_html, plain, sections_html
from feeds.parts.item import Item, item_of
from feeds.parts.languages import attributes, spoken
from feeds.parts.links import Enclosure
from feeds.parts.provenance import (
    bracketed,
    mark_of,
    outdated_of,
    partial_of,
    sentence_of,
)
from press.contact import Contact, ContactKind
from press.languages import Language
from press.public.edition import Entry, Withdrawal
from press.public.site import Site
from press.text import Kind, clean
from press.words import say

NinjsItem = dict[str, Any]
SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#"
_STANDARD = {"name": "ninjs", "version": "3.0", "schema": SCHEMA}
_HTML, _PLAIN = "text/html", "text/plain"
_ROLES = {Kind.NOTES: "notes", Kind.ABOUT: "boilerplate"}


def ninjs_item(entry: Entry, language: Language, site: Site) -> NinjsItem:
    """A release that is public, for programs; every value is fit for JSON.

    Args:
        entry: what the public sees of it.
        language: in which it was asked for.
        site: addresses and names.
    """
    item = item_of(entry, language, site)
    return _filled(
        standard=_STANDARD,
        uri=item.id,
        altIds=[{"role": "reference", "value": item.reference}] if item.reference else [],
        type="text",
        representationType="full",
        firstCreated=item.published.isoformat(),
        versionCreated=site.local(entry.changed).isoformat(),
        pubStatus="usable",
        language=item.language,
        slugline=entry.slug,
        by=", ".join(item.authors),
        headlines=[{"role": "main", "contentType": _PLAIN, "value": item.title}],
        descriptions=_descriptions(item),
        bodies=_bodies(entry, item, language, site),
        edNote=_note(entry, language, site),
        genres=[_origin(item)],
        subjects=[_subject(key, title, site) for key, title in item.topics.items()],
        infoSources=[*_issuer(item), *map(_source, _services(entry))],
        people=[_person(one) for one in entry.contacts if one.kind is ContactKind.PERSON],
        copyrightNotice=item.rights,
        rightsInfo={"linkedRights": item.license} if item.license else {},
        renditions=[_page(item.address)],
        associations=[*map(_file, item.files), *_translations(entry, item, language, site)],
    )


def cancelled_item(gone: Withdrawal, language: Language, site: Site) -> NinjsItem:
    """A release that was taken back: that it is cancelled and why, and nothing of its text.

    Args:
        gone: as the public is told.
        language: in which it was asked for.
        site: addresses and names.
    """
    mark = f"[{say(language.code, gone.mark)}] " if gone.mark else ""
    return {
        "standard": _STANDARD,
        "uri": clean(gone.id),
        "type": "text",
        "representationType": "partial",
        "versionCreated": site.local(gone.changed or gone.at).isoformat(),
        "pubStatus": "canceled",
        "language": language.tag,
        "slugline": gone.slug,
        "edNote": f"{mark}{clean(gone.reason)}",
        "renditions": [_page(site.release(language, gone.slug))],
    }


def _filled(**members: Any) -> NinjsItem:
    """What has something to say: an empty list or word would say that there is nothing."""
    return {name: value for name, value in members.items() if value}


def _descriptions(item: Item) -> list[NinjsItem]:
    described = [("summary", item.summary), ("correction", item.note)]
    return [
        {"role": role, "contentType": _PLAIN, "value": words} for role, words in described if words
    ]


def _bodies(entry: Entry, item: Item, language: Language, site: Site) -> list[NinjsItem]:
    """The body as HTML and as plain words; counted are the words of the release alone.

    Notes to editors and boilerplate are bodies of their own, which whoever prints the news leaves.
    """
    paragraphs = [words for block in entry.text.news if (words := plain(block.markdown))]
    counts = {
        "charCount": sum(map(len, paragraphs)),
        "wordCount": sum(len(words.split()) for words in paragraphs),
    }
    mark = mark_of(entry, language, site)
    shown = spoken(site, entry.text.language)
    marked = [bracketed(mark, shown), *paragraphs] if mark else paragraphs
    return [
        {
            "role": "main",
            "contentType": _HTML,
            **counts,
            "value": _news(entry, item, language, site),
        },
        {"role": "plain", "contentType": _PLAIN, **counts, "value": "\n\n".join(marked)},
        *_sections(entry, item, site),
    ]


def _news(entry: Entry, item: Item, language: Language, site: Site) -> str:
    """The text without what has a place of its own in an item: sections apart, and files."""
    is_more = entry.text.sections or entry.files
    return news_content_html(entry, language, site) if is_more else item.content


def _sections(entry: Entry, item: Item, site: Site) -> Iterator[NinjsItem]:
    said = attributes(spoken(site, entry.text.language))
    for kind, html in sections_html(entry, site, leads_of(entry, site, item.address)):
        yield {
            "role": _ROLES[kind],
            "contentType": _HTML,
            "value": f"<div {said}>{html}</div>",
        }


def _note(entry: Entry, language: Language, site: Site) -> str:
    """Who translated it and what stands in, for whoever decides whether to run it."""
    said = (
        sentence_of(entry, language, site),
        outdated_of(entry, language, site),
        partial_of(entry, language),
    )
    return " ".join(f"{clean(words)}." for words in said if words)


def _origin(item: Item) -> NinjsItem:
    """Who wrote the words, for people and for programs: `author`, `machine`, `editor`, …."""
    uri = f"{item.origin_scheme}#{item.origin}"
    return {"name": item.origin_said, "uri": uri, "literal": item.origin}


def _subject(key: str, title: str, site: Site) -> NinjsItem:
    uri = site.tag(f"topic:{quote(key, safe='')}")
    return {"name": title, "rel": "about", "uri": uri, "literal": key}


def _services(entry: Entry) -> Iterator[Contact]:
    return (one for one in entry.contacts if one.kind is ContactKind.SERVICE)


def _issuer(item: Item) -> list[NinjsItem]:
    return [{"name": item.issuer, "role": "issuer"}] if item.issuer else []


def _source(contact: Contact) -> NinjsItem:
    return _filled(name=clean(contact.name), role="press service", contactInfo=_ways(contact))


def _person(contact: Contact) -> NinjsItem:
    return _filled(name=clean(contact.name), rel="press contact", contactInfo=_ways(contact))


def _ways(contact: Contact) -> list[NinjsItem]:
    """How somebody is reached; the schema has no place for an office but beside each way."""
    ways = [{"type": "phone", "value": clean(number)} for number in contact.phones]
    ways += [{"type": "email", "value": clean(address)} for address in contact.emails]
    ways += [{"type": "web", "value": clean(address)} for address in contact.sites]
    lines = [clean(line) for line in contact.address if line]
    said: list[NinjsItem] = [*ways, *([{"address": {"lines": lines}}] if lines else [])]
    return [_filled(name=clean(contact.role), **way) for way in said]


def _page(address: str) -> NinjsItem:
    return {"name": "web", "href": address, "contentType": _HTML}


def _file(file: Enclosure) -> NinjsItem:
    """A file that goes with it, described by what it shows and owed to whom it is."""
    shown = [{"role": "alternative text", "contentType": _PLAIN, "value": file.alt}]
    rendition = _filled(
        name="original",
        href=file.address,
        contentType=file.media_type,
        title=file.title,
        sizeInBytes=file.size,
        width=file.width,
        height=file.height,
    )
    return _filled(
        name=file.title,
        rel="enclosure",
        uri=file.address,
        type="picture" if file.media_type.startswith("image/") else "text",
        by=file.credit,
        descriptions=shown if file.alt else [],
        renditions=[rendition],
    )


def _translations(entry: Entry, item: Item, language: Language, site: Site) -> Iterator[NinjsItem]:
    """The same release in other languages; identities differ in the language they end in."""
    tags = {known.tag: known for known in site.languages}
    identity = item.id.removesuffix(language.code)
    for link in item.links:
        yield {
            "name": tags[link.language].name,
            "rel": link.rel,
            "uri": f"{identity}{tags[link.language].code}",
            "type": "text",
            "representationType": "partial",
            "language": link.language,
            "slugline": entry.slug,
            "renditions": [_page(link.address)],
        }
