"""The same 50 entries as others would serve them: WSGI applications for Granian.

The entries and their HTML are read once, before the first request, which is more than these
libraries get in practice; what is measured is building and packing the document.
"""

import gzip
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.contrib.syndication.views import Feed as Syndication
from django.core.wsgi import get_wsgi_application
from django.urls import path
from django.utils.feedgenerator import Atom1Feed
from feedgen.feed import FeedGenerator

from benchmarks.office import ENVIRONMENT, HOME
from newsroom.settings import load_settings
from newsroom.wiring import open_newsroom
from press.public.edition import Entry, Feed
from web.site.application import create_app

SITE = "http://127.0.0.1:8000"

_newsroom = open_newsroom(load_settings(ENVIRONMENT, Path(os.environ[HOME])), datetime.now(UTC))
_edition = _newsroom.front.edition(
    Feed("topic-00", _newsroom.settings.site.languages.named("fr")), datetime.now(UTC)
)


def _html(entry: Entry) -> str:
    return "".join(f"<p>{escape(block.markdown)}</p>" for block in entry.text.blocks)


_entries = [(entry, _html(entry)) for entry in _edition.entries]
# Our own application without the response cache.
flask = create_app(_newsroom.front, lambda: datetime.now(UTC))


def feedgen(_environ: Any, start_response: Callable[..., object]) -> Iterable[bytes]:
    """Build the feed with feedgen at every request."""
    feed = FeedGenerator()
    feed.id(SITE)
    feed.title("Topic")
    feed.link(href=SITE)
    feed.updated(_edition.changed)
    for entry, html in _entries:
        item = feed.add_entry(order="append")
        item.id(entry.id)
        item.title(entry.text.headline)
        item.link(href=f"{SITE}/fr/releases/{entry.slug}")
        item.published(entry.published)
        item.updated(entry.updated)
        item.content(html, type="html")
    body = gzip.compress(feed.atom_str(), 6)
    start_response(
        "200 OK", [("Content-Type", "application/atom+xml"), ("Content-Encoding", "gzip")]
    )
    return [body]


class Topical(Syndication):  # type: ignore[misc]  # django comes without types
    """The same feed by Django's syndication framework."""

    feed_type = Atom1Feed
    title, link = "Topic", "/"

    def items(self) -> list[tuple[Entry, str]]:  # noqa: D102 - as Django names them
        return _entries

    def item_title(self, item: tuple[Entry, str]) -> str:  # noqa: D102
        return item[0].text.headline

    def item_description(self, item: tuple[Entry, str]) -> str:  # noqa: D102
        return item[1]

    def item_link(self, item: tuple[Entry, str]) -> str:  # noqa: D102
        return f"/fr/releases/{item[0].slug}"

    def item_pubdate(self, item: tuple[Entry, str]) -> datetime:  # noqa: D102
        return item[0].published

    def item_updateddate(self, item: tuple[Entry, str]) -> datetime:  # noqa: D102
        return item[0].updated

    def get_feed(self, obj: object, request: object) -> Any:  # noqa: D102
        request.META["HTTP_HOST"] = "127.0.0.1"  # type: ignore[attr-defined]
        return super().get_feed(obj, request)


settings.configure(
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="bench",
    USE_TZ=True,
    MIDDLEWARE=["django.middleware.gzip.GZipMiddleware"],
)
django.setup()
urlpatterns = [path("fr/topic-00.atom", Topical())]
syndication = get_wsgi_application()
