"""What a feed says of its past: its archives (RFC 5005), and what was taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from feeds.parts.elements import HISTORY, Elements
from feeds.parts.head import Head
from press.languages import Language
from press.public.edition import Edition, Withdrawal
from press.public.site import Site
from press.text import clean
from press.words import say


@dataclass(frozen=True, slots=True)
class Gone:
    """An entry that was taken back; every string is fit for XML.

    Args:
        id: tag URI it had.
        address: its page in the feed's language, which says so too.
        at: when, with the newsroom's offset.
        reason: plain text.
    """

    id: str
    address: str
    at: datetime
    reason: str


def gone(edition: Edition, site: Site) -> tuple[Gone, ...]:
    """What was taken back from an edition, latest first."""
    language = edition.feed.language
    return tuple(
        Gone(clean(o.id), site.release(language, o.slug), site.local(o.at), _reason(o, language))
        for o in edition.withdrawn
    )


def _reason(one: Withdrawal, language: Language) -> str:
    """Why, after a mark in brackets where a machine translated it."""
    mark = f"[{say(language.code, one.mark)}] " if one.mark else ""
    return f"{mark}{clean(one.reason)}"


def add_history(more: Elements, head: Head, link: str, media_type: str) -> None:
    """Lead to the archives before and after a document, and say what it is among them.

    Args:
        more: of the feed.
        head: of the document.
        link: the name of Atom's link element in this format.
        media_type: of its documents.
    """
    for rel, address in _ways(head):
        more.add(link, rel=rel, type=media_type, href=address)
    if head.is_archive:
        more.add(f"{{{HISTORY}}}archive")
    if head.is_whole:
        more.add(f"{{{HISTORY}}}complete")


def _ways(head: Head) -> Iterator[tuple[str, str]]:
    if head.is_archive:
        yield "current", head.current
    if head.older:
        yield "prev-archive", head.older
    if head.newer:
        yield "next-archive", head.newer
