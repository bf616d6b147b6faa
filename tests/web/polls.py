"""What is asked of the cache before the application, and who counts what reaches it."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from storage import Storage

FEED = "/fr/peace-and-security.atom"
KEPT = [
    "/en/",
    "/fr/releases/demining",
    "/fr/releases/demining.txt",
    "/en/releases/demining/contacts.vcf",
    "/feeds/",
    "/feeds.opml",
    FEED,
    "/en/all.rss",
    "/nl/all.json",
    "/en/humanitarian-aid/2021-01.atom",
    "/sitemap.xml",
    "/robots.txt",
    "/en/all/embed",
    "/fr/releases/demining/embed",
    "/nl/archive/",
    "/en/archive/2021/01/",
]
PASSED = [
    "/",
    "/healthz",
    "/en/?page=2",
    "/static/style.css",
    "/files/a/b",
    "/preview/x",
    "/metrics",
    "/oembed",
    "/oembed?url=https://press.example.org/en/",
    "/en/all/embed?n=2",
]
MISSED = [
    "/en/nowhere/",
    "/xx/",
    "/en/all/",
    "/feeds",
    "/en",
    "/en/releases/secret",
    "/en/releases/secret.txt",
    "/en/releases/secret/contacts.vcf",
    "/en/nowhere/embed",
    "/en/archive/2026/08/",
]
WISHES: list[dict[str, str]] = [
    {},
    {"Accept-Encoding": "gzip"},
    {"Accept-Encoding": "gzip;q=0.1, identity"},
    {"Accept-Encoding": "gzip, br", "A-IM": "feed"},
    {"Accept-Language": "fr", "Host": "evil.example", "Cookie": "a=b"},
    {"If-None-Match": "*"},
    {"If-None-Match": '"other"'},
    {"If-None-Match": ""},
    {"If-None-Match": "{tag}"},
    {"If-None-Match": '"other", {tag}', "Accept-Encoding": "gzip"},
    {"If-None-Match": "W/{tag}", "Accept-Encoding": "br"},
    {"If-None-Match": '"other"', "If-Modified-Since": "Tue, 25 Aug 2026 12:00:00 GMT"},
    {"If-Modified-Since": "Tue, 25 Aug 2026 12:00:00 GMT"},
    {"If-Modified-Since": "Thu, 05 Mar 2026 09:32:00 GMT"},
    {"If-Modified-Since": "Thu, 05 Mar 2026 09:31:59 GMT"},
    {"If-Modified-Since": "yesterday"},
    {"If-Modified-Since": "Fri, 01 Jan 99999999999 00:00:00 GMT"},
    {"If-Modified-Since": "Tue, 25 Aug 2026 12:00:30 GMT"},
    {"Range": "bytes=0-1"},
]


class Counted:
    """An application that counts how often it is entered."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.calls = 0

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        self.calls += 1
        return self.app(environ, start_response)


def retitle(storage: Storage) -> None:
    """What another process may commit."""
    with sqlite3.connect(storage.path) as other:
        other.execute("UPDATE topic_words SET title = 'Lasting peace'")
    other.close()
