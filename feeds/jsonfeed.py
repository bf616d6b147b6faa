"""An edition as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Sequence
from typing import Any

from feeds.parts.head import Head, head_of
from feeds.parts.history import Gone, gone
from feeds.parts.item import Item
from feeds.parts.links import Enclosure
from feeds.parts.written import written
from press.public.edition import Edition
from press.public.site import Site

MEDIA_TYPE = "application/feed+json"


def render(edition: Edition, site: Site) -> bytes:
    """Write an edition as a JSON feed; an entry that cannot be written is left out and logged.

    Args:
        edition: what the public may see.
        site: addresses and names.
    """
    head = head_of(edition, site, "json")
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "home_page_url": head.home,
        "feed_url": head.current,
        **({"next_url": head.rest} if head.rest else {}),
        "description": head.description or head.title,
        "icon": site.icon(512),
        "favicon": site.icon(144),
        "language": head.language,
        "authors": [{"name": head.author, "url": f"{site.base_url}/"}],
        **({"expired": True} if head.is_closed else {}),
        **({"hubs": [{"type": "WebSub", "url": head.hub}]} if head.hub else {}),
        "items": written(edition, site, _item),
        "_newsroom": _of_feed(head, gone(edition, site), f"{site.base_url}/feeds/"),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _of_feed(head: Head, taken: Sequence[Gone], about: str) -> dict[str, Any]:
    """Our extension: the document among its archives, whose it is, and what was taken back."""
    return {
        "about": about,
        "url": head.address,
        "is_archive": head.is_archive,
        "is_complete": head.is_whole,
        "newer_url": head.newer or None,
        "rights": head.rights or None,
        "license": head.license or None,
        "withdrawn": [
            {"id": one.id, "url": one.address, "date": one.at.isoformat(), "reason": one.reason}
            for one in taken
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content,
        **({"image": item.picture} if item.picture else {}),
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.topics.values()),
        "language": item.language,
        **({"attachments": _attachments(item)} if item.files else {}),
        "_newsroom": _newsroom(item),
    }


def _attachments(item: Item) -> list[dict[str, Any]]:
    return [
        {
            "url": file.address,
            "mime_type": file.media_type,
            "title": _title(file, item),
            "size_in_bytes": file.size,
            "_newsroom": {
                "about": item.about,
                "name": file.title,
                "width": file.width or None,
                "height": file.height or None,
                "alt": file.alt,
                "credit": file.credit,
            },
        }
        for file in item.files
    ]


def _title(file: Enclosure, item: Item) -> str:
    """What it shows if that is said of no other: the same title twice means the same thing twice.

    Follows JSON Feed 1.1, “attachments”.
    """
    is_its_own = [other.alt for other in item.files].count(file.alt) == 1
    return file.alt if file.alt and is_its_own else file.title


def _newsroom(item: Item) -> dict[str, Any]:
    """Our extension: who wrote it, what was changed, the same release in other languages."""
    return {
        "about": item.about,
        "origin": item.origin,
        "origin_label": item.origin_said,
        "engine": item.engine,
        **({"rough": True} if item.is_rough else {}),
        "made": item.made.isoformat() if item.made else None,
        "original_changed": item.outdated.isoformat() if item.outdated else None,
        "note": item.note,
        **({"issuer": item.issuer} if item.issuer else {}),
        **({"reference": item.reference} if item.reference else {}),
        "source_language": item.source,
        "authentic_url": item.authentic,
        "translations": [
            {"rel": link.rel, "language": link.language, "url": link.address} for link in item.links
        ],
    }
