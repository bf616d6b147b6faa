"""Sitemaps as search engines read them."""

from dataclasses import replace
from datetime import UTC, datetime
from urllib.robotparser import RobotFileParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from feeds import sitemap
from press.languages import Language, parse_languages
from press.public.sitemap import Mapped, Month, News
from tests.feeds.samples import NOON, PEACE, SITE

BASE = SITE.base_url
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
ONE = Mapped("demining", "en", ("en", "fr", "xx"), NOON)


def links(url: etree._Element) -> dict[str | None, str | None]:
    return {a.get("hreflang"): a.get("href") for a in url.iter(f"{XHTML}link")}


@pytest.mark.promise(71)
def test_every_page_of_a_release_names_all_of_them_and_itself() -> None:
    root = etree.fromstring(sitemap.releases(SITE, [ONE]))
    en, fr = (f"{BASE}/{code}/releases/demining" for code in ("en", "fr"))
    urls = root.findall(f"{MAP}url")
    assert [url.findtext(f"{MAP}loc") for url in urls] == [en, fr]
    assert [links(url) for url in urls] == [{"en": en, "fr-BE": fr, "x-default": en}] * 2
    assert {link.get("rel") for link in root.iter(f"{XHTML}link")} == {"alternate"}
    assert root.findtext(f"{MAP}url/{MAP}lastmod") == "2026-08-25T14:18:00+02:00"


@pytest.mark.parametrize(
    ("languages", "source", "default"),
    [(("fr", "nl"), "nl", "nl"), (("nl", "fr"), "xx", "fr"), (("de",), "en", "de")],
)
def test_the_default_is_the_original_or_the_first_there_is(
    languages: tuple[str, ...], source: str, default: str
) -> None:
    root = etree.fromstring(sitemap.releases(SITE, [Mapped("a", source, languages, NOON)]))
    assert {links(url)["x-default"] for url in root} == {f"{BASE}/{default}/releases/a"}


def test_a_release_in_none_of_our_languages_has_no_page_to_list() -> None:
    assert len(etree.fromstring(sitemap.releases(SITE, [Mapped("a", "xx", ("xx",), NOON)]))) == 0


def test_the_index_leads_to_pages_and_months() -> None:
    root = etree.fromstring(
        sitemap.index(SITE, [Month("2026-07", 1, NOON), Month("2026-08", 9, NOON)])
    )
    names = [one.findtext(f"{MAP}loc") for one in root]
    assert names == [f"{BASE}/sitemaps/{name}.xml" for name in ("pages", "2026-07", "2026-08")]
    assert [one.findtext(f"{MAP}lastmod") for one in root] == [
        None,
        *["2026-08-25T14:18:00+02:00"] * 2,
    ]


@pytest.mark.parametrize(
    ("more", "names"), [(0, ["2026-08"]), (1, ["2026-08", "2026-08-2"])], ids=["full", "fuller"]
)
def test_a_month_is_split_only_when_it_is_too_large(more: int, names: list[str]) -> None:
    month = Month("2026-08", sitemap.releases_a_file(SITE) + more, NOON)
    root = etree.fromstring(sitemap.index(SITE, [month]))
    assert [str(one.findtext(f"{MAP}loc"))[:-4].rpartition("/")[2] for one in root][1:] == names


@pytest.mark.promise(71)
@pytest.mark.parametrize("count", [1, 2, 4, 24])
def test_the_largest_file_is_far_below_what_the_protocol_allows(count: int) -> None:
    tags = [f"{a}{b}" for a in "abcdef" for b in "wxyz"][:count]
    site = replace(SITE, languages=parse_languages(",".join(tags)))
    full = [
        Mapped(f"{'a-long-word-' * 8}{n:08x}", tags[0], tuple(tags), NOON)
        for n in range(sitemap.releases_a_file(site))
    ]
    document = sitemap.releases(site, full)
    assert document.count(b"<loc>") <= 25_000
    assert len(document) < 20_000_000


def test_homes_topics_and_lists_of_feeds_name_each_other() -> None:
    urls = etree.fromstring(sitemap.pages(SITE, [PEACE])).findall(f"{MAP}url")
    found = {str(url.findtext(f"{MAP}loc")): links(url) for url in urls}
    assert len(found) == len(urls) == 4 * 5
    assert all(address in set(found[address].values()) for address in found)
    assert found[f"{BASE}/fr/"]["x-default"] == f"{BASE}/"
    assert found[f"{BASE}/fr/peace-and-security/"]["x-default"] == f"{BASE}/en/peace-and-security/"
    assert found[f"{BASE}/fr/feeds/"]["en"] == found[f"{BASE}/feeds/"]["x-default"]


@pytest.mark.promise(72)
def test_news_says_where_in_which_language_when_and_what() -> None:
    at = datetime(2026, 1, 25, 12, 18, tzinfo=UTC)
    root = etree.fromstring(sitemap.news(SITE, [News("demining", "fr", "A & <b>\x0b\nC", at)]))
    (url,) = root
    assert url.findtext(f"{MAP}loc") == f"{BASE}/fr/releases/demining"
    said = {e.tag.removeprefix(NEWS): e.text for e in url.iter() if e.tag.startswith(NEWS)}
    assert said == {
        "news": None,
        "publication": None,
        "name": "Press & office",
        "language": "fr",
        "publication_date": "2026-01-25T13:18:00+01:00",
        "title": "A & <b> C",
    }


@given(st.text())
def test_any_headline_makes_a_document(headline: str) -> None:
    root = etree.fromstring(sitemap.news(SITE, [News("slug", "en", headline, NOON)]))
    assert root.findtext(f"{MAP}url/{NEWS}news/{NEWS}title")


@pytest.mark.promise(72)
@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("fr-BE", "fr"),
        ("ast", "ast"),
        ("zh", "zh-cn"),
        ("zh-CN", "zh-cn"),
        ("zh-Hans-TW", "zh-cn"),
        ("zh-Hant-HK", "zh-tw"),
        ("zh-TW", "zh-tw"),
        ("zh-Hant", "zh-tw"),
    ],
)
def test_news_names_languages_as_google_asks(tag: str, name: str) -> None:
    assert sitemap.news_language(Language(tag)) == name


@pytest.mark.promise(56, 71)
def test_robots_may_read_everything_and_are_told_where_the_sitemaps_are() -> None:
    robots = RobotFileParser()
    robots.parse(sitemap.robots(SITE).decode().splitlines())
    for path in ("/", "/fr/all.atom", "/files/a/b.pdf", "/feeds/"):
        assert robots.can_fetch("Googlebot", BASE + path)
    assert robots.site_maps() == [f"{BASE}/sitemap.xml", f"{BASE}/news-sitemap.xml"]


def test_the_same_content_is_the_same_bytes() -> None:
    assert sitemap.releases(SITE, [ONE]) == sitemap.releases(SITE, [ONE])
