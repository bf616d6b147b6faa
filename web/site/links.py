"""What a page's head points to: feeds to follow, the same page in other languages."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from feeds import FORMATS
from feeds.parts import alternates
from press.languages import Language
from press.public.calendar import Almanac, SeasonPage
from press.public.edition import Entry, Page
from press.public.search import ResultPage
from press.public.site import Fallback
from press.topic import ALL, Topic, TopicPart
from web.site.house import house, site

# Proper names, the same in every language.
FORMAT_NAMES = {"atom": "Atom", "rss": "RSS", "json": "JSON Feed"}


@dataclass(frozen=True, slots=True)
class FeedLink:
    """One feed a page offers.

    Args:
        address: the feed's own, absolute.
        media_type: of its format.
        name: of its format, for people.
        title: which newsroom, topic and format it is.
        language: what it is written in.
    """

    address: str
    media_type: str
    name: str
    title: str
    language: Language


def feeds_of(language: Language, topics: Mapping[str, str]) -> tuple[FeedLink, ...]:
    """Every format of the feeds of some topics.

    Args:
        language: of the feeds.
        topics: slugs with their titles, in the order in which readers should offer them.
    """
    return tuple(
        FeedLink(
            site().feed(language, slug, format_.extension),
            format_.media_type,
            format_name(format_.extension),
            f"{site().title} – {title} ({format_name(format_.extension)})",
            language,
        )
        for slug, title in topics.items()
        for format_ in FORMATS.values()
    )


def feeds_found(page: ResultPage, title: str) -> tuple[FeedLink, ...]:
    """Every format of the feed of what is found."""
    return tuple(
        FeedLink(
            site().search(page.language, page.sought, format_.extension),
            format_.media_type,
            format_name(format_.extension),
            f"{site().title} – {title} ({format_name(format_.extension)})",
            page.language,
        )
        for format_ in FORMATS.values()
    )


def pages_found(page: ResultPage) -> tuple[tuple[str, str], ...]:
    """Where else what is found leads, as for a list."""
    first, joint = site().search(page.language, page.sought), "&" if page.sought.fields else "?"
    return _pages(first, page.number, is_last=page.is_last, joint=joint)


def format_name(extension: str) -> str:
    """What people call a format."""
    return FORMAT_NAMES.get(extension, extension.upper())


def title_of(topic: Topic, language: Language) -> str:
    """A topic's title in a language, or in the first of the newsroom's that has one."""
    return topic.title(language.code, *site().languages.codes)


def code_of(topic: Topic, part: str, language: Language) -> str:
    """The language in which a topic's title or introduction is shown on a page of a language."""
    codes = language.code, *site().languages.codes
    return topic.language_of(TopicPart(part), *codes) or language.code


def homes(topic: str) -> dict[str, str]:
    """The address of a topic's page in each language."""
    slug = None if topic == ALL else topic
    return {language.code: site().home(language, slug) for language in site().languages}


def archives(topic: str, season: str, codes: Collection[str]) -> dict[str, str]:
    """The address of a page of the archive in each language; where it has none, the whole one's.

    Args:
        topic: slug, or `all`.
        season: as `Site.archive` takes it.
        codes: of the languages that have such a page.
    """
    slug = None if topic == ALL else topic
    return {
        one.code: site().archive(one, slug, season if one.code in codes else "")
        for one in site().languages
    }


def same_release(entry: Entry) -> dict[str, str]:
    """Where a release is found in each language; where it has no page, that language's home."""
    shown = site().languages.codes if site().fallback is Fallback.ORIGINAL else entry.languages
    return {
        language.code: site().release(language, entry.slug)
        if language.code in shown
        else site().home(language)
        for language in site().languages
    }


def text_file(language: Language, slug: str) -> str:
    """The address of a release as a text file."""
    return f"{site().release(language, slug)}.txt"


def contact_cards(language: Language, slug: str) -> str:
    """The address of a release's contacts, for address books."""
    return f"{site().release(language, slug)}/contacts.vcf"


def directory(language: Language) -> str:
    """The address of the list of all feeds in a language."""
    return alternates.directory(site(), language)


def opensearch(language: Language) -> str:
    """The address of what tells browsers how to search in a language (OpenSearch 1.1)."""
    return f"{site().base_url}/{language.code}/opensearch.xml"


def mail_form(language: Language, *topics: str) -> str:
    """The address of the form to follow topics by mail; nothing where nobody can."""
    if house().following is None:
        return ""
    chosen = urlencode([("topic", topic) for topic in topics])
    return site().follow(language) + (f"?{chosen}" if chosen else "")


def _pages(
    first: str, number: int, *, is_last: bool, joint: str = "?"
) -> tuple[tuple[str, str], ...]:
    """Where the pages of a list are, but for the one shown.

    Args:
        first: address of the first.
        number: of the one shown.
        is_last: whether it is the last.
        joint: what stands between that address and a number.
    """
    before = first if number == 2 else f"{first}{joint}page={number - 1}"
    found = (("first", first), ("prev", before)) if number > 1 else ()
    return found if is_last else (*found, ("next", f"{first}{joint}page={number + 1}"))


def pages_of_season(page: Almanac | SeasonPage) -> tuple[tuple[str, str], ...]:
    """Where else what came out in a year or month leads, as for a list; the archive is one page."""
    if isinstance(page, Almanac):
        return ()
    slug = None if page.feed.topic == ALL else page.feed.topic
    first = site().archive(page.feed.language, slug, str(page.season))
    return _pages(first, page.number, is_last=page.is_last)


def pages_of(page: Page) -> tuple[tuple[str, str], ...]:
    """Where else a list that takes several pages leads, as `rel` and absolute address.

    There is no `last`: how many there are would have to be counted for each.
    """
    slug = None if page.feed.topic == ALL else page.feed.topic
    return _pages(site().home(page.feed.language, slug), page.number, is_last=page.is_last)
