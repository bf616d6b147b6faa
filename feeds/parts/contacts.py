"""Whom to call, as HTML that a telephone understands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from urllib.parse import quote

from feeds.parts.languages import attributes, said_in
from feeds.parts.telephones import dialled
from press.contact import Contact, ContactKind
from press.languages import Language
from press.text import clean
from press.words import say

_MAIL = re.compile(r"[^\s@]+@[^\s@]+")
_WEB = re.compile(r"(https?://)?[^\s/:@]+\.[^\s/:@]+(:\d+)?([/?#]\S*)?", re.IGNORECASE)


def contacts_html(
    contacts: Sequence[Contact],
    language: Language,
    source: Language,
    translated: tuple[str, ...] = (),
    country: str = "",
) -> str:
    """A section with a heading and an address block for each contact, or nothing.

    It stands in an element marked with the language of our own sentences.

    Args:
        contacts: in the order given.
        language: of the feed or the page, and so of the heading.
        source: of the release, in which names of people stay: they are never translated.
        translated: names of services and roles that are in the former.
        country: in which numbers without a prefix are dialled (ISO 3166-1), or "".
    """
    return _section(tuple(contacts), language, source, translated, country) if contacts else ""


def contact_html(contact: Contact, said: Language, page: Language, country: str = "") -> str:
    """One contact as an address block, without a heading.

    Args:
        contact: whom to call.
        said: the language its words are in.
        page: that of the document.
        country: as for `contacts_html`.
    """
    marks = "" if said.code == page.code else f" {attributes(said)}"
    return f"<address{marks}>{'<br>'.join(_lines(contact, {}, country))}</address>"


@lru_cache(1024)  # the same service signs release after release
def _section(
    contacts: tuple[Contact, ...],
    language: Language,
    source: Language,
    translated: tuple[str, ...],
    country: str,
) -> str:
    marks = "" if source.code == said_in(language).code else f" {attributes(source)}"
    said = {words: f" {attributes(language)}" for words in translated if language != source}
    lines = ("<br>".join(_lines(one, said, country)) for one in contacts)
    blocks = (f"<address{marks}>{one}</address>" for one in lines)
    heading = escape(say(language.code, "contacts"))
    return f"<section><h2>{heading}</h2>{''.join(blocks)}</section>"


def _lines(contact: Contact, said: Mapping[str, str], country: str) -> Iterator[str]:
    """A contact line by line; what is said in the language of the document is marked as that."""
    is_service = contact.kind is ContactKind.SERVICE
    marks = said.get(contact.name, "") if is_service else ""
    yield f"<strong{marks}>{_text(contact.name)}</strong>"
    if contact.role:
        marks = said.get(contact.role, "")
        yield f"<span{marks}>{_text(contact.role)}</span>" if marks else _text(contact.role)
    yield from map(_text, filter(None, contact.address))
    yield from (phone_link(number, country) for number in contact.phones)
    yield from map(mail_link, contact.emails)
    yield from map(site_link, contact.sites)


def _text(words: str) -> str:
    return escape(clean(words))


def phone_link(number: str, country: str) -> str:
    """A number that can be called (RFC 3966); left to right even among Arabic words.

    Args:
        number: as written for people.
        country: as for `contacts_html`.
    """
    if not (figures := dialled(number, country)):
        return _text(number)
    return f'<a href="tel:{figures}" dir="ltr">{_text(number)}</a>'


def mail_link(address: str) -> str:
    """An address that can be written to; nothing in it can add a header (RFC 6068)."""
    address = clean(address).strip()
    if not _MAIL.fullmatch(address):
        return escape(address)
    return f'<a href="mailto:{quote(address, safe="@+")}">{escape(address)}</a>'


def site_link(address: str, style: str = "") -> str:
    """An address of the web that can be followed, with a scheme or without.

    Args:
        address: as written for people.
        style: class of the link; empty for none.
    """
    address = clean(address).strip()
    if not (found := _WEB.fullmatch(address)):
        return escape(address)
    whole = address if found[1] else f"https://{address}"
    marks = f' class="{style}"' if style else ""
    return f'<a{marks} href="{escape(whole)}">{escape(address)}</a>'
