"""Every address the public can ask: one list for the demonstration and for proofs."""

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from urllib.parse import quote, urlsplit

import feeds
from press.releases.release import Release
from press.topic import ALL

# About the newsroom as a whole, whether it has them or not.
COMMON = ("/", "/feeds/", "/feeds.opml", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt")
# Where documents name further ones: archives (RFC 5005), next pages, sitemaps of a sitemap index.
_FURTHER = (
    re.compile(r'<(?:\w+:)?link\b(?=[^>]*\brel="?(?:prev-archive|next)\b)[^>]*\bhref="([^"]+)"'),
    re.compile(r'"next_url"\s*:\s*"([^"]+)"'),
    re.compile(r"<loc>\s*([^<\s]+\.xml)\s*</loc>"),
)


@dataclass(frozen=True, slots=True)
class Surface:
    """One address the public can ask.

    Args:
        language: code; `*` where it is about all of them.
        topic: slug; empty where it is about none.
        kind: `atom`, `rss`, `json`, or what sort of page it is.
        path: the address below the server's.
        unknown: an invented address of the same form, where this one is itself a secret: until
            the minute both have to answer alike.
    """

    language: str
    topic: str
    kind: str
    path: str
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What is found around a release.

    Args:
        public: slugs of the topics the public may know.
        secret: slugs of the topics that nothing but this release could have made known.
        files: token and name of each attachment, and of each size of a picture.
    """

    public: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()


def showing(codes: Sequence[str], release: Release) -> list[Surface]:
    """Every address on which a release must not be before its minute, and must be after.

    Args:
        codes: of the languages it comes out in.
        release: which.
    """
    return [
        *_feeds(codes, (ALL, *release.topics)),
        *(Surface(code, "", "home", f"/{code}/") for code in codes),
        *(Surface(c, "", "release", f"/{c}/releases/{release.slug}") for c in codes),
        *_pages(codes, release.topics),
    ]


def everything(codes: Sequence[str], release: Release, near: Neighbours) -> list[Surface]:
    """Every address that could give a release away.

    Args:
        codes: of all the newsroom's languages.
        release: which.
        near: its topics, the others, its files.
    """
    others = [slug for slug in near.public if slug not in release.topics]
    found = [*showing(codes, release), *_feeds(codes, others), *_pages(codes, others)]
    found += [Surface("*", "", "common", path) for path in COMMON]
    found += [Surface(code, "", "feeds", f"/{code}/feeds/") for code in codes]
    found += [Surface(code, "", "follow", f"/{code}/follow/") for code in codes]
    found += [Surface("*", "", "file", f"/files/{t}/{quote(n, safe='')}") for t, n in near.files]
    found += _beside(codes, release.slug)
    found += _searches(codes, release)
    found += _embeds(codes, (ALL, *release.topics, *others), release.slug)
    found += _archive(codes, release)
    hidden = (release.slug, *near.secret, *(token for token, _ in near.files))
    return [_with_unknown(surface, hidden) for surface in found]


def further(body: str, host: str) -> list[Surface]:
    """The archives, next pages and sitemaps that a document names.

    Args:
        body: the document.
        host: of the newsroom; other hosts are left alone.
    """
    named = {address for form in _FURTHER for address in form.findall(body)}
    parts = [urlsplit(address.replace("&amp;", "&").replace("\\/", "/")) for address in named]
    paths = {
        part.path + (f"?{part.query}" if part.query else "")
        for part in parts
        if part.netloc in ("", host) and part.path.startswith("/")
    }
    return [Surface("*", "", "further", path) for path in sorted(paths)]


def _feeds(codes: Sequence[str], topics: Sequence[str]) -> Iterator[Surface]:
    for code, topic, extension in product(codes, topics, feeds.FORMATS):
        yield Surface(code, topic, extension, f"/{code}/{topic}.{extension}")


def _pages(codes: Sequence[str], topics: Sequence[str]) -> Iterator[Surface]:
    for code, topic in product(codes, topics):
        yield Surface(code, topic, "page", f"/{code}/{topic}/")


def _embeds(codes: Sequence[str], topics: Sequence[str], slug: str) -> Iterator[Surface]:
    """What other sites show in frames."""
    for code, topic in product(codes, topics):
        yield Surface(code, topic, "embed", f"/{code}/{topic}/embed")
    for code in codes:
        yield Surface(code, "", "embed", f"/{code}/releases/{slug}/embed")


def _beside(codes: Sequence[str], slug: str) -> Iterator[Surface]:
    """What there is of a release beside its page."""
    for code, end in product(codes, (".txt", "/contacts.vcf")):
        yield Surface(code, "", "document", f"/{code}/releases/{slug}{end}")


def _archive(codes: Sequence[str], release: Release) -> Iterator[Surface]:
    """The list of all months, and the month of a release as whoever scheduled it reads the date."""
    ends = [""] + ([f"{release.embargo.wall:%Y/%m}/"] if release.embargo else [])
    for code, end in product(codes, ends):
        yield Surface(code, "", "archive", f"/{code}/archive/{end}")


def _searches(codes: Sequence[str], release: Release) -> Iterator[Surface]:
    """Look for the longest word of each headline; an answer repeats it, so it is not all of it."""
    for code in codes:
        words = re.findall(r"\w+", release.texts.get(code, release.original).headline)
        if len(words) < 2:
            continue
        word = max(words, key=len)
        yield Surface(code, "", "search", f"/{code}/search?q={quote(word)}")


def _with_unknown(surface: Surface, hidden: Sequence[str]) -> Surface:
    """Where an address names a secret, set beside it the same one with an invented name."""
    for name in hidden:
        form = re.compile(rf"(?<=/){re.escape(name)}(?=[/.]|$)")
        invented = form.sub(f"x{secrets.token_hex(8)}", surface.path)
        if invented != surface.path:
            return Surface(surface.language, surface.topic, surface.kind, surface.path, invented)
    return surface
