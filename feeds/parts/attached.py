"""Files within a release, and what is said of each before its link is followed."""

from collections.abc import Callable
from html import escape

from feeds.parts.languages import attributes, said_in, spoken
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Site
from press.releases.attachment import Attachment, form_called
from press.text import clean
from press.words import say

_UNITS = {"fr": ("octets", "ko", "Mo")}
_POINTS = {"fr": ",", "nl": ",", "de": ","}


def files_html(
    entry: Entry,
    language: Language,
    site: Site,
    body: str = "",
    at: Callable[[Attachment], str] | None = None,
) -> str:
    """The files of a release: each picture with its credit, then the others as a list.

    Args:
        entry: the release.
        language: of the feed or the page, in which the fragment's own words are.
        site: where files and languages are found.
        body: the text above as HTML; a picture that it shows is only listed.
        at: where the files are found, if not where the public finds them.
    """
    find = at or (lambda file: site.file(file.token, file.name))
    shown = [f for f in entry.files if f.is_picture and not _stands(find(f), body)]
    rest = [_line(file, find(file), language) for file in entry.files if file not in shown]
    figures = (_figure(file, find(file), entry, language, site) for file in shown)
    return "".join(figures) + (f"<ul>{''.join(rest)}</ul>" if rest else "")


def _stands(address: str, body: str) -> bool:
    return f'<img src="{escape(address)}"' in body


def _figure(file: Attachment, address: str, entry: Entry, language: Language, site: Site) -> str:
    """A picture, whom it is owed to, and the way to the file itself."""
    size = f' width="{file.width}" height="{file.height}"' if file.width else ""
    alt, credit = clean(file.alt), clean(file.credit)
    picture = f'<img src="{escape(address)}" alt="{escape(alt)}"{size}'
    picture += f"{_marks(file.alt, entry, language, site)}>"
    link = f"{_link(file, address)} ({escape(_known(file, language))})"
    owed = say(language.code, "credit", name=_isolated(credit))
    caption = f"{escape(owed)} – {link}" if credit else link
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def _marks(words: str, entry: Entry, language: Language, site: Site) -> str:
    """The language of what is said of a file, where it is not that of the words around it."""
    is_own = entry.is_authentic or words in entry.translated
    said = spoken(site, entry.text.language if is_own else entry.source)
    return f" {attributes(said)}" if words and said.code != said_in(language).code else ""


def _line(file: Attachment, address: str, language: Language) -> str:
    return f"<li>{_link(file, address)} <span>({escape(facts(file, language))})</span></li>"


def _link(file: Attachment, address: str) -> str:
    name = escape(clean(file.name))
    return f'<a href="{escape(address)}" type="{file.media_type}"><bdi>{name}</bdi></a>'


def facts(attachment: Attachment, language: Language) -> str:
    """What a reader wants to know before following the link: `PNG, 1600 × 900, 48 kB`.

    What is said of the file follows, each part isolated: it may run the other way than the page
    (Unicode UAX #9, 2.4).
    """
    said = [_isolated(clean(attachment.alt))] if attachment.alt else []
    if attachment.credit:
        said.append(say(language.code, "credit", name=_isolated(clean(attachment.credit))))
    return " – ".join([_known(attachment, language), *said])


def _known(file: Attachment, language: Language) -> str:
    known = [form_called(file.media_type)]
    known += [f"{file.width} × {file.height}"] if file.width else []
    return ", ".join([*known, human_size(file.size, language.code)])


def _isolated(words: str) -> str:
    return f"\u2068{words}\u2069"


def human_size(size: int, code: str) -> str:
    """A number of bytes as people of a language write it."""
    least, kilo, mega = _UNITS.get(code, ("bytes", "kB", "MB"))
    if size < 1000:
        return f"{size}\N{NO-BREAK SPACE}{least}"
    if size < 999_500:
        return f"{size / 1000:.0f}\N{NO-BREAK SPACE}{kilo}"
    number = f"{size / 1_000_000:.1f}".replace(".", _POINTS.get(code, "."))
    return f"{number}\N{NO-BREAK SPACE}{mega}"
