"""Sitemaps (https://www.sitemaps.org/protocol.html), and robots.txt (RFC 9309).

An index leads to one file a month, which never moves, and to one for homes, topics and feeds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from html import escape

from feeds.parts.alternates import (
    Alternates,
    of_archive,
    of_directory,
    of_list,
    of_release,
    of_standing,
)
from press.languages import Language
from press.public.calendar import Season
from press.public.site import Site
from press.public.sitemap import Mapped, Month, News
from press.public.standing import NONE, StandingSet
from press.text import clean, in_one_line
from press.topic import ALL, Topic

MEDIA_TYPE = "application/xml"
PAGES = "pages"
# Every page of a release names all the others: it is these links that make a file large. So many
# of them take less than 15 MB of the 50 allowed, on at most 25,000 pages of the 50,000.
MOST_LINKS = 50_000
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
# Google asks for ISO 639 codes, and for these two (“News sitemaps”, `news:language`).
_SCRIPTS = {"Hans": "zh-cn", "Hant": "zh-tw", "TW": "zh-tw", "HK": "zh-tw", "MO": "zh-tw"}


def releases_a_file(site: Site) -> int:
    """How many releases one file lists at the most."""
    languages = len(site.languages.all)
    return max(1, MOST_LINKS // (languages * (languages + 1)))


def index(site: Site, months: Iterable[Month]) -> bytes:
    """Write the index of all sitemaps.

    Args:
        site: addresses.
        months: in which a release came out; a large one takes several files.
    """
    entries = [_file(site, PAGES)]
    for month in months:
        changed = _moment(site, month.changed)
        entries += [_file(site, name, changed) for name in _names(site, month)]
    return _document("sitemapindex", entries)


def releases(site: Site, mapped: Iterable[Mapped]) -> bytes:
    """Write the pages of releases, each with the same release in other languages.

    Args:
        site: addresses and languages.
        mapped: the releases.
    """
    entries = (
        entry
        for one in mapped
        for entry in _set(
            of_release(site, one.slug, one.languages, one.source), _moment(site, one.changed)
        )
    )
    return _document("urlset", entries, xhtml=_XHTML)


def pages(
    site: Site,
    topics: Sequence[Topic],
    standing: StandingSet = NONE,
    seasons: Mapping[Season, Sequence[str]] | None = None,
) -> bytes:
    """Write homes, topics, lists of feeds, the pages of every footer, the archive of everything.

    Args:
        site: addresses and languages.
        topics: the public may know.
        standing: the pages of every footer.
        seasons: the years and months in which anything is out, with the codes of its languages.
    """
    sets = [of_list(site, slug) for slug in (ALL, *(topic.slug for topic in topics))]
    sets += [of_directory(site)]
    sets += [of_standing(site, name, standing.languages(name)) for name in standing.names]
    sets += [of_archive(site, ALL, "", site.languages.codes)]
    sets += [of_archive(site, ALL, str(one), codes) for one, codes in (seasons or {}).items()]
    entries = (entry for one in sets for entry in _set(one))
    return _document("urlset", entries, xhtml=_XHTML)


def news(site: Site, found: Iterable[News]) -> bytes:
    """Write a news sitemap (Google, “News sitemaps”).

    Args:
        site: addresses, languages, and the publication's name.
        found: texts of the last two days.
    """
    return _document("urlset", (_news(site, one) for one in found), news=_NEWS)


def robots(site: Site) -> bytes:
    """Write robots.txt: everything may be read, and where the sitemaps are."""
    maps = (f"Sitemap: {site.base_url}/{name}.xml\n" for name in ("sitemap", "news-sitemap"))
    return f"User-agent: *\nAllow: /\n\n{''.join(maps)}".encode()


def news_language(language: Language) -> str:
    """How a news sitemap names a language: ISO 639, and Chinese by its script."""
    if language.code != "zh":
        return language.code
    found = (_SCRIPTS[part] for part in language.tag.split("-") if part in _SCRIPTS)
    return next(found, "zh-cn")


def _names(site: Site, month: Month) -> Iterator[str]:
    """The names of a month's files: `2026-08`, then `2026-08-2`, and so on."""
    yield month.name
    for part in range(2, -(-month.releases // releases_a_file(site)) + 1):
        yield f"{month.name}-{part}"


def _file(site: Site, name: str, changed: str = "") -> str:
    address = escape(f"{site.base_url}/sitemaps/{name}.xml")
    return f"<sitemap><loc>{address}</loc>{_lastmod(changed)}</sitemap>"


def _set(alternates: Alternates, changed: str = "") -> Iterator[str]:
    """One entry for each page of a set, naming them all."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(address)}"/>'
        for tag, address in alternates
    )
    for address in dict.fromkeys(address for _, address in alternates[:-1]):
        yield f"<url><loc>{escape(address)}</loc>{_lastmod(changed)}{links}</url>"


def _news(site: Site, one: News) -> str:
    language = site.languages.named(one.language)
    title = in_one_line(one.headline) or one.slug
    return (
        f"<url><loc>{escape(site.release(language, one.slug))}</loc><news:news>"
        f"<news:publication><news:name>{escape(clean(site.title))}</news:name>"
        f"<news:language>{news_language(language)}</news:language></news:publication>"
        f"<news:publication_date>{_moment(site, one.published)}</news:publication_date>"
        f"<news:title>{escape(title)}</news:title></news:news></url>"
    )


def _document(root: str, entries: Iterable[str], **prefixes: str) -> bytes:
    names = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in prefixes.items())
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_SITEMAP}"{names}>'
    return "\n".join([head, *entries, f"</{root}>", ""]).encode()


def _lastmod(changed: str) -> str:
    return f"<lastmod>{changed}</lastmod>" if changed else ""


def _moment(site: Site, instant: datetime) -> str:
    return site.local(instant).isoformat()
