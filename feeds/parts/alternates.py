"""The same page in other languages, as search engines are told in heads and sitemaps.

Every page of a set names the whole set, itself included (Google, “Localized versions”).
"""

from collections.abc import Collection

from press.languages import Language
from press.public.site import Site
from press.topic import ALL

# A BCP 47 tag, or `x-default` for readers of none of our languages, with an absolute address.
Alternates = tuple[tuple[str, str], ...]
DEFAULT = "x-default"


def of_release(site: Site, slug: str, languages: Collection[str], source: str) -> Alternates:
    """The pages of a release in the languages that have words of their own.

    Args:
        site: whose pages.
        slug: of the release.
        languages: codes of those that have a public text.
        source: code of the language it was written in, which is the default if it has a page.
    """
    own = [language for language in site.languages if language.code in languages]
    if not own:
        return ()
    default = next((language for language in own if language.code == source), own[0])
    pages = tuple((language.tag, site.release(language, slug)) for language in own)
    return (*pages, (DEFAULT, site.release(default, slug)))


def of_list(site: Site, topic: str) -> Alternates:
    """The pages of a topic, or of everything: there the door asks the browser."""
    slug = None if topic == ALL else topic
    pages = tuple((language.tag, site.home(language, slug)) for language in site.languages)
    default = site.home(site.languages.default, slug) if slug else f"{site.base_url}/"
    return (*pages, (DEFAULT, default))


def of_archive(site: Site, topic: str, season: str, codes: Collection[str]) -> Alternates:
    """The pages of the archive, or of one of its years or months.

    Args:
        site: whose pages.
        topic: slug, or `all`.
        season: as `Site.archive` takes it.
        codes: of the languages in which there is such a page.
    """
    slug = None if topic == ALL else topic
    own = [language for language in site.languages if language.code in codes]
    pages = tuple((one.tag, site.archive(one, slug, season)) for one in own)
    return (*pages, (DEFAULT, pages[0][1])) if pages else ()


def of_directory(site: Site) -> Alternates:
    """The pages that list every feed."""
    pages = tuple((language.tag, directory(site, language)) for language in site.languages)
    return (*pages, (DEFAULT, directory(site, site.languages.default)))


def of_standing(site: Site, name: str, languages: Collection[str]) -> Alternates:
    """A page of every footer, in the languages that have words of their own.

    Args:
        site: whose page.
        name: of the page.
        languages: codes, at least one.
    """
    own = [language for language in site.languages if language.code in languages]
    pages = tuple((language.tag, site.standing(language, name)) for language in own)
    return (*pages, (DEFAULT, site.standing(own[0], name)))


def of_follow(site: Site) -> Alternates:
    """The pages on which people say what they want mail about."""
    pages = tuple((language.tag, site.follow(language)) for language in site.languages)
    return (*pages, (DEFAULT, site.follow(site.languages.default)))


def directory(site: Site, language: Language) -> str:
    """Address of the page that lists every feed; the default language's names no language."""
    place = "" if language == site.languages.default else f"/{language.code}"
    return f"{site.base_url}{place}/feeds/"
