"""Files within a release, and what is said of each before its link is followed."""

from collections.abc import Callable
from html import escape

from feeds.parts.languages import attributes, said_in, spoken
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Site
from press.releases.attachment import Attachment, form_called
from press.releases.rendition import Rendition, to_choose
from press.text import clean
from press.words import say

# Where a file, or a size of a picture, is found.
FindFile = Callable[[Attachment | Rendition], str]
# How wide pictures are shown on a page (web/static/style/4b-pictures.css): the first, and others.
LEADING = "(min-width: 48rem) 46rem, calc(100vw - 2rem)"
BESIDE = "(min-width: 48rem) 22.5rem, calc(100vw - 2rem)"
WITHIN = LEADING  # where the text has it
LISTED = "clamp(5.5rem, 22vw, 10rem)"  # in a list (web/static/style/3-lists.css)
# How wide that is at the most, in pixels: what is narrower says its own width.
_ROOM = {LEADING: 736, BESIDE: 592, LISTED: 160}
_UNITS = {"fr": ("octets", "ko", "Mo")}
_POINTS = {"fr": ",", "nl": ",", "de": ","}


def files_html(
    entry: Entry, language: Language, site: Site, body: str = "", at: FindFile | None = None
) -> str:
    """The files of a release: each picture with its credit, then the others as a list.

    Args:
        entry: the release.
        language: of the feed or the page, in which the fragment's own words are.
        site: where files and languages are found.
        body: the text above as HTML; a picture that it shows is only listed.
        at: where the files are found, if not where the public finds them.
    """
    shown, _ = _parted(entry, site, body, at)
    figures = (_figure(file, entry, language, site, at) for file in shown)
    return "".join(figures) + list_html(entry, language, site, body, at)


def list_html(
    entry: Entry, language: Language, site: Site, body: str = "", at: FindFile | None = None
) -> str:
    """The files that are shown nowhere else, or stand in the text, as a list; arguments alike."""
    find, (_, rest) = _finding(site, at), _parted(entry, site, body, at)
    lines = (_line(file, find(file), language) for file in rest)
    return f"<ul>{''.join(lines)}</ul>" if rest else ""


def gallery_html(
    entry: Entry, language: Language, site: Site, body: str = "", at: FindFile | None = None
) -> tuple[str, str]:
    """A page's pictures that do not stand in its text, each with credit and its original.

    Returns:
        the first, which leads; and all others.
    """
    shown, _ = _parted(entry, site, body, at)
    figures = [
        f"<figure>{image_html(file, entry, language, site, sizes, at)}"
        f"{_caption(file, language, site, at)}</figure>"
        for file, sizes in zip(shown, (LEADING, *(BESIDE,) * len(shown)), strict=False)
    ]
    return "".join(figures[:1]), "".join(figures[1:])


def image_html(
    file: Attachment,
    entry: Entry,
    language: Language,
    site: Site,
    sizes: str = "",
    at: FindFile | None = None,
) -> str:
    """A picture, in sizes among which its reader's program chooses (HTML, 4.8.4).

    Args:
        file: a picture that goes with the release.
        entry: the release.
        language: of the feed or the page.
        site: where files and languages are found.
        sizes: how wide it is shown, as the attribute says it; without, there is one size for all.
        at: where files are found, if not where the public finds them.
    """
    find, one = _finding(site, at), file.shown
    choices = choices_of(file, find) if sizes else ""
    pixels = f' width="{one.width}" height="{one.height}"' if one.width else ""
    shown = escape(bounded(sizes, one.width))
    chosen = f' srcset="{escape(choices)}" sizes="{shown}"' if choices else ""
    late = (' fetchpriority="high"' if sizes == LEADING else ' loading="lazy"') if sizes else ""
    picture = f'<img src="{escape(find(one))}"{chosen} alt="{escape(clean(file.alt))}"{pixels}'
    return f"{picture}{late}{_marks(file.alt, entry, language, site)}>"


def bounded(sizes: str, width: int) -> str:
    """How wide a picture is shown, as `sizes` says it, and never wider than it is.

    A program takes from it how large a picture is by itself, whatever its pixels are.

    Args:
        sizes: one of those above; empty: nothing is said.
        width: pixels; 0 if unknown.
    """
    return f"min(100vw - 2rem, {width}px)" if 0 < width < _ROOM.get(sizes, 0) else sizes


def choices_of(file: Attachment, find: FindFile) -> str:
    """The sizes of a picture among which its reader's program chooses, as `srcset` has them."""
    return ", ".join(f"{find(one)} {one.width}w" for one in to_choose(file.renditions))


def _isolated(words: str) -> str:
    """Words that run as they do by themselves, whatever stands around (Unicode UAX #9, 2.4)."""
    return f"\u2068{words}\u2069"


def _parted(
    entry: Entry, site: Site, body: str, at: FindFile | None
) -> tuple[list[Attachment], list[Attachment]]:
    """The pictures that are to be shown, and the other files."""
    find = _finding(site, at)
    shown = [f for f in entry.files if f.is_shown and not _stands(find(f.shown), body)]
    return shown, [file for file in entry.files if file not in shown]


def _finding(site: Site, at: FindFile | None) -> FindFile:
    return at or (lambda file: site.file(file.token, file.name))


def _stands(address: str, body: str) -> bool:
    return f'<img src="{escape(address)}"' in body


def _figure(
    file: Attachment, entry: Entry, language: Language, site: Site, at: FindFile | None
) -> str:
    """A picture, whom it is owed to, and the way to the file itself."""
    link = f"{_link(file, _finding(site, at)(file))} ({escape(_known(file, language))})"
    picture = image_html(file, entry, language, site, at=at)
    return f"<figure>{picture}<figcaption>{_owed(file, language)}{link}</figcaption></figure>"


def _caption(file: Attachment, language: Language, site: Site, at: FindFile | None) -> str:
    """Whom a picture is owed to, and the way to the original: what the press prints."""
    original = escape(say(language.code, "picture_original"))
    link = _link(file, _finding(site, at)(file), f"{original} ", " download")
    known = escape(_known(file, language))
    return f"<figcaption>{_owed(file, language)}{link} ({known})</figcaption>"


def _owed(file: Attachment, language: Language) -> str:
    credit = clean(file.credit)
    owed = say(language.code, "credit", name=_isolated(credit))
    return f"{escape(owed)} – " if credit else ""


def _marks(words: str, entry: Entry, language: Language, site: Site) -> str:
    """The language of what is said of a file, where it is not that of the words around it."""
    is_own = entry.is_authentic or words in entry.translated
    said = spoken(site, entry.text.language if is_own else entry.source)
    return f" {attributes(said)}" if words and said.code != said_in(language).code else ""


def _line(file: Attachment, address: str, language: Language) -> str:
    return f"<li>{_link(file, address)} <span>({escape(facts(file, language))})</span></li>"


def _link(file: Attachment, address: str, before: str = "", more: str = "") -> str:
    name = f"{before}<bdi>{escape(clean(file.name))}</bdi>"
    return f'<a href="{escape(address)}" type="{file.media_type}"{more}>{name}</a>'


def facts(
    attachment: Attachment, language: Language, isolate: Callable[[str], str] = _isolated
) -> str:
    """What a reader wants to know before following the link: `PNG, 1600 × 900, 48 kB`.

    Args:
        attachment: the file.
        language: of the page.
        isolate: sets apart what is said of the file, which may run the other way than the page.
    """
    said = [isolate(clean(attachment.alt))] if attachment.alt else []
    if attachment.credit:
        said.append(say(language.code, "credit", name=isolate(clean(attachment.credit))))
    return " – ".join([_known(attachment, language), *said])


def _known(file: Attachment, language: Language) -> str:
    known = [form_called(file.media_type)]
    known += [f"{file.width} × {file.height}"] if file.width else []
    return ", ".join([*known, human_size(file.size, language.code)])


def human_size(size: int, code: str) -> str:
    """A number of bytes as people of a language write it."""
    least, kilo, mega = _UNITS.get(code, ("bytes", "kB", "MB"))
    if size < 1000:
        return f"{size}\N{NO-BREAK SPACE}{least}"
    if size < 999_500:
        return f"{size / 1000:.0f}\N{NO-BREAK SPACE}{kilo}"
    number = f"{size / 1_000_000:.1f}".replace(".", _POINTS.get(code, "."))
    return f"{number}\N{NO-BREAK SPACE}{mega}"
