"""What surrounds every page: its name, its languages, its feeds, the way around."""

from collections.abc import Mapping
from dataclasses import dataclass

from feeds.parts.alternates import (
    Alternates,
    of_archive,
    of_directory,
    of_follow,
    of_list,
    of_release,
    of_standing,
)
from feeds.parts.head import search_title
from feeds.parts.html import summary_of
from press.languages import Language
from press.public.calendar import Almanac, SeasonPage
from press.public.edition import Entry, Page
from press.public.search import ResultPage
from press.public.standing import StandingPage
from press.topic import ALL, Topic
from press.words import say
from web.site.dates import season_name
from web.site.house import language_at, site
from web.site.links import (
    FeedLink,
    archives,
    directory,
    feeds_found,
    feeds_of,
    homes,
    pages_found,
    pages_of,
    pages_of_season,
    same_release,
    title_of,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds one page.

    Args:
        language: of the page.
        title: of the page, without the newsroom's.
        elsewhere: the address of the same page per language code; a page for one person is in
            their language only.
        canonical: its one address for search engines, absolute; an error page has none.
        alternates: tag and absolute address of each language with words of its own; only pages
            that are among them have any.
        pages: `rel` and absolute address of the first, previous and next page of a list.
        feeds: what a reader may follow from here, the page's own topic first.
        topics: the way around.
        summary: what it is about, for search engines.
    """

    language: Language
    title: str
    elsewhere: Mapping[str, str]
    canonical: str = ""
    alternates: Alternates = ()
    pages: tuple[tuple[str, str], ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    topics: tuple[Topic, ...] = ()
    summary: str = ""


def list_frame(page: Page, topics: tuple[Topic, ...]) -> Frame:
    """What surrounds a list of releases."""
    language, slug = page.feed.language, page.feed.topic
    title = title_of(page.topic, language)
    addresses = homes(slug)
    first = page.number == 1
    return Frame(
        language,
        title,
        addresses,
        canonical=addresses[language.code] + ("" if first else f"?page={page.number}"),
        # Another language need not have as many pages.
        alternates=of_list(site(), slug) if first else (),
        pages=pages_of(page),
        feeds=_feeds(language, {slug: title}),
        topics=topics,
    )


def archive_frame(page: Almanac | SeasonPage, topics: tuple[Topic, ...]) -> Frame:
    """What surrounds the list of all years and months, or what came out in one of them."""
    language, slug = page.feed.language, page.feed.topic
    season, codes, number = "", tuple(site().languages.codes), 1
    name, pages = say(language.code, "archive"), pages_of_season(page)
    if isinstance(page, SeasonPage):
        season, codes, number = str(page.season), page.codes, page.number
        name = season_name(page.season, language.code)
    about = "" if slug == ALL else f"{title_of(page.topic, language)} – "
    addresses = archives(slug, season, codes)
    return Frame(
        language,
        f"{about}{name}",
        addresses,
        canonical=addresses[language.code] + ("" if number == 1 else f"?page={number}"),
        alternates=of_archive(site(), slug, season, codes) if number == 1 else (),
        pages=pages,
        feeds=_feeds(language, {slug: title_of(page.topic, language)}),
        topics=topics,
    )


def release_frame(entry: Entry, language: Language, topics: tuple[Topic, ...]) -> Frame:
    """What surrounds a release."""
    addresses = same_release(entry)
    shown = language_at(entry.text.language) or language
    is_own = language.code in entry.languages
    return Frame(
        language,
        entry.text.headline,
        addresses,
        # Words that stand in for a translation have their own page in their own language.
        canonical=site().release(shown, entry.slug),
        alternates=of_release(site(), entry.slug, entry.languages, entry.source) if is_own else (),
        feeds=_feeds(language, entry.topics),
        topics=topics,
        summary=summary_of(entry.text),
    )


def search_frame(page: ResultPage, topics: tuple[Topic, ...]) -> Frame:
    """What surrounds what was found; search engines are to find it elsewhere."""
    language, sought = page.language, page.sought
    title = say(language.code, "search_label")
    if not sought.is_empty:
        topic = next((title_of(one, language) for one in topics if one.slug == sought.topic), "")
        title = search_title(sought, topic, language)
    return Frame(
        language,
        title,
        {one.code: site().search(one, sought) for one in site().languages},
        pages=pages_found(page),
        feeds=() if sought.is_empty else feeds_found(page, title),
        topics=topics,
    )


def feeds_frame(language: Language, topics: tuple[Topic, ...]) -> Frame:
    """What surrounds the list of all feeds."""
    others = [other for other in site().languages if other != language]
    offered = [_feeds(one, {}) for one in (language, *others)]
    return Frame(
        language,
        say(language.code, "feeds"),
        {one.code: directory(one) for one in site().languages},
        canonical=directory(language),
        alternates=of_directory(site()),
        feeds=tuple(link for links in offered for link in links),
        topics=topics,
        summary=say(language.code, "feeds_what"),
    )


def follow_frame(language: Language, topics: tuple[Topic, ...]) -> Frame:
    """What surrounds the form on which people say what they want mail about."""
    return Frame(
        language,
        say(language.code, "follow_mail"),
        {one.code: site().follow(one) for one in site().languages},
        canonical=site().follow(language),
        alternates=of_follow(site()),
        feeds=_feeds(language, {}),
        topics=topics,
        summary=say(language.code, "follow_mail_what"),
    )


def standing_frame(
    page: StandingPage, languages: tuple[str, ...], language: Language, topics: tuple[Topic, ...]
) -> Frame:
    """What surrounds a page that stands in every footer.

    Args:
        page: in the language that is shown.
        languages: codes of those that have words of their own.
        language: of the address.
        topics: the way around.
    """
    return Frame(
        language,
        page.title,
        {one.code: site().standing(one, page.name) for one in site().languages},
        # Words that stand in for others have their own page in their own language.
        canonical=site().standing(site().languages.named(page.language), page.name),
        alternates=of_standing(site(), page.name, languages)
        if page.language == language.code
        else (),
        feeds=_feeds(language, {}),
        topics=topics,
        summary="",
    )


def missing_frame(language: Language, topics: tuple[Topic, ...]) -> Frame:
    """What surrounds the answer that there is no such page: the same for every address."""
    return Frame(language, say(language.code, "not_found"), homes(ALL), topics=topics)


def withdrawn_frame(language: Language, topics: tuple[Topic, ...]) -> Frame:
    """What surrounds the word that a release was taken back."""
    title, feeds = say(language.code, "withdrawn"), _feeds(language, {})
    return Frame(language, title, homes(ALL), feeds=feeds, topics=topics)


def _feeds(language: Language, topics: Mapping[str, str]) -> tuple[FeedLink, ...]:
    """The feeds of some topics, then of everything."""
    return feeds_of(language, {**topics, ALL: say(language.code, "all")})
