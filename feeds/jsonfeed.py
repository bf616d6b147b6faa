"""An edition as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from typing import Any

from feeds.head import head_of
from feeds.item import Item, written
from press.edition import Edition
from press.site import Site

MEDIA_TYPE = "application/feed+json"


def render(edition: Edition, site: Site) -> bytes:
    """Write an edition as a JSON feed; an entry that cannot be written is left out and logged.

    Args:
        edition: what the public may see.
        site: addresses and names.
    """
    head = head_of(edition, site, "json")
    about = f"{site.base_url}/feeds/"
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "home_page_url": head.home,
        "feed_url": head.address,
        "description": head.description or head.title,
        "language": head.language,
        "authors": [{"name": head.author, "url": f"{site.base_url}/"}],
        "items": written(edition, site, lambda item: _item(item, about)),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _item(item: Item, about: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.topics.values()),
        "language": item.language,
        **({"attachments": _attachments(item)} if item.files else {}),
        "_newsroom": _newsroom(item, about),
    }


def _attachments(item: Item) -> list[dict[str, Any]]:
    return [
        {
            "url": file.address,
            "mime_type": file.media_type,
            "title": file.title,
            "size_in_bytes": file.size,
        }
        for file in item.files
    ]


def _newsroom(item: Item, about: str) -> dict[str, Any]:
    """Our extension: who wrote it, what was changed, the same release in other languages."""
    return {
        "about": about,
        "origin": item.origin,
        "origin_label": item.origin_said,
        "engine": item.engine,
        "made": item.made.isoformat() if item.made else None,
        "original_changed": item.outdated.isoformat() if item.outdated else None,
        "note": item.note,
        "source_language": item.source,
        "authentic_url": item.authentic,
        "translations": [
            {"rel": link.rel, "language": link.language, "url": link.address} for link in item.links
        ],
    }
