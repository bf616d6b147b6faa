"""What feeds, entries and their texts point to."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urljoin, urlsplit

from press.errors import UnknownLanguage
from press.languages import Language
from press.public.edition import Entry, Feed
from press.public.site import Site
from press.text import clean

# Not `alternate`: with several of those, half of the readers open the wrong language, whatever
# the order; and not `related`, which NetNewsWire shows as a page of somebody else's.
TRANSLATION = "https://schema.org/workTranslation"
AUTHENTIC = "https://schema.org/translationOfWork"


@dataclass(frozen=True, slots=True)
class Link:
    """One way out of a feed or an entry (RFC 4287, 4.2.7).

    Args:
        rel: what it is to where it stands.
        address: absolute.
        language: BCP 47 tag of what is there.
    """

    rel: str
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with an entry (RFC 4287, 4.2.7.2; RSS 2.0, “enclosure”).

    Args:
        address: absolute.
        media_type: of its content.
        size: bytes.
        title: its name, plain text.
        width: of an image, pixels; 0 if unknown.
        height: the same.
        alt: what it shows or holds, plain text in the language of the feed, or else in the one the
            release was written in; may be empty.
        credit: whom it is owed to, likewise.
        shown: of an image, the address of a size that every program can show; may be empty.
    """

    address: str
    media_type: str
    size: int
    title: str
    width: int = 0
    height: int = 0
    alt: str = ""
    credit: str = ""
    shown: str = ""


# What stands between the words of a heading, and what a link leaves of them.
_SIGNS, _GAPS = re.compile(r"[^\w\s-]"), re.compile(r"[\s_-]+")
# Where a page begins; a link may call it so, or by the headline, or `#` alone.
TOP, _TOP_NAMES = "content", ("", "top")


@dataclass(frozen=True, slots=True)
class PictureWithin:
    """A picture that goes with a text, as the text shows it.

    Args:
        file: address of the file, to which links lead.
        source: address at which it is seen.
        alt: what it shows, where the text does not say so.
        width: pixels; 0 if unknown.
        height: the same.
    """

    file: str
    source: str
    alt: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Leads:
    """Where the links of a text lead that name no other site.

    Args:
        base: what they are relative to; without it they stay as they are.
        page: address of the page that shows the text; empty on that page itself.
        headings: what links call each heading, and its `id`.
        files: what links call each file that goes with the text, and its address.
        pictures: those of the files that can be shown.
    """

    base: str = ""
    page: str = ""
    headings: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    pictures: tuple[PictureWithin, ...] = ()
    # The same once more: a text may have thousands of links, and a tuple is looked through.
    _ids: dict[str, str] = field(init=False, compare=False, repr=False)
    _addresses: dict[str, str] = field(init=False, compare=False, repr=False)
    _shown: dict[str, PictureWithin] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ids", dict(self.headings))
        object.__setattr__(self, "_addresses", dict(self.files))
        object.__setattr__(self, "_shown", {one.file: one for one in self.pictures})

    def address(self, href: str) -> str:
        """Where a link leads; empty where that is a heading the text does not have.

        Args:
            href: as the text has it.
        """
        try:
            parts = urlsplit(href)
            if parts.scheme:
                return href
            if href.startswith("#"):
                return self._heading(parts.fragment)
            if not parts.netloc and (file := self._file(parts.path)):
                return f"{file}#{parts.fragment}" if parts.fragment else file
            return urljoin(self.base, href)
        except ValueError:
            return ""

    def picture(self, source: str) -> PictureWithin | None:
        """A picture of the text, if it goes with it."""
        return self._shown.get(self.address(source))

    def leads_nowhere(self, href: str, places: Iterable[str]) -> bool:
        """Whether a link leads to no heading, file or page of ours, nor to another site.

        Args:
            href: as the text has it.
            places: how the paths of our pages begin, without slashes.
        """
        try:
            parts = urlsplit(href)
        except ValueError:
            return True
        if parts.scheme or parts.netloc:
            return False
        if href.startswith("#") or self._file(parts.path):
            return not self.address(href)
        first, *_ = parts.path.removeprefix("./").lstrip("/").split("/")
        return first not in places

    def _heading(self, fragment: str) -> str:
        found = self._ids.get(heading_name(unquote(fragment)))
        return "" if found is None else f"{self.page}#{quote(found)}"

    def _file(self, path: str) -> str:
        return self._addresses.get(file_name(unquote(path)), "")


def heading_name(words: str) -> str:
    """What links call a heading: `Key figures: 2026` is `key-figures-2026`.

    Programs make it of the words in much the same way; accents make no difference here.
    """
    apart = unicodedata.normalize("NFKD", words).casefold()
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _GAPS.sub("-", _SIGNS.sub("", letters)).strip("-")


def heading_names(headings: Iterable[str]) -> Iterator[str]:
    """What links call each heading of a text; the second of a name is `name-1`.

    Args:
        headings: their words.
    """
    taken = dict[str, int]()  # how often each name was wanted
    for number, words in enumerate(headings, start=1):
        name = one = heading_name(words) or f"section-{number}"
        while one in taken:
            one = f"{name}-{taken[name]}"
            taken[name] += 1
        taken[one] = 1
        yield one


def named_headings(
    headline: str, own: Sequence[str], ids: Sequence[str], originals: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """What links within a text call its headings, and the headings' ids.

    A translation's links are the original's, and so call them by the original's words.

    Args:
        headline: plain text.
        own: the words of the headings.
        ids: of each.
        originals: the words of the original's; of another number than the translation has they
            tell nothing.
    """
    named = dict.fromkeys([*_TOP_NAMES, heading_name(headline)], TOP)
    named |= zip(heading_names(own), ids, strict=True)
    if len(originals) == len(ids):
        named |= zip(heading_names(originals), ids, strict=True)
    return tuple(named.items())


def file_name(path: str) -> str:
    """What a link calls a file, wherever it was: the end of its path, small and composed."""
    return unicodedata.normalize("NFC", re.split(r"[/\\]", path)[-1]).casefold()


def enclosures(entry: Entry, site: Site) -> tuple[Enclosure, ...]:
    """The files of a release, in the order attached."""
    return tuple(
        Enclosure(
            address=site.file(file.token, file.name),
            media_type=file.media_type,
            size=file.size,
            title=clean(file.name),
            width=file.width,
            height=file.height,
            alt=clean(file.alt),
            credit=clean(file.credit),
            shown=site.file(file.shown.token, file.shown.name) if file.is_picture else "",
        )
        for file in entry.files
    )


def translations(entry: Entry, site: Site) -> tuple[Link, ...]:
    """From an authentic text to its public translations; from a translation to the authentic text.

    Args:
        entry: the release.
        site: languages it no longer publishes in have no pages, so no links.
    """
    if entry.is_authentic:
        rel, codes = TRANSLATION, [code for code in entry.languages if code != entry.source]
    else:
        rel, codes = AUTHENTIC, [code for code in entry.languages if code == entry.source]
    found = _published(codes, site)
    return tuple(Link(rel, site.release(known, entry.slug), known.tag) for known in found)


def _published(codes: list[str], site: Site) -> Iterator[Language]:
    for code in codes:
        try:
            yield site.languages.named(code)
        except UnknownLanguage:
            continue


def other_feeds(feed: Feed, site: Site, extension: str) -> tuple[Link, ...]:
    """The same topic in the other languages.

    `related`, since several readers take an alternate of a feed's type for the site's own page.
    """
    others = (language for language in site.languages if language != feed.language)
    return tuple(
        Link("related", site.feed(language, feed.topic, extension), language.tag)
        for language in others
    )
