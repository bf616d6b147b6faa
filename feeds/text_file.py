"""A release as plain text, to keep or to copy from: what its page says, in its order."""

from collections.abc import Iterator
from html import escape

from feeds.parts.attached import facts
from feeds.parts.contacts import contacts_html
from feeds.parts.dates import dateline
from feeds.parts.html import body_html, leads_of, summary_of
from feeds.parts.languages import attributes, said_in, spoken
from feeds.parts.provenance import correction_html, label_of, letterhead_html, notice_html
from feeds.plain import ENDLESS, to_text
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Site
from press.text import clean, in_one_line
from press.words import say

MEDIA_TYPE = "text/plain"


def render(entry: Entry, language: Language, site: Site) -> bytes:
    """A release as a text file: UTF-8, each paragraph a line.

    Args:
        entry: the release.
        language: of the page.
        site: addresses and names.
    """
    return to_text("".join(_fragments(entry, language, site)), ENDLESS).encode()


def _fragments(entry: Entry, language: Language, site: Site) -> Iterator[str]:
    code, address = language.code, site.release(language, entry.slug)
    yield letterhead_html(entry, language, site)
    yield f"<p>{escape(dateline(entry, code, site))}</p>"
    yield f"<h1>{escape(in_one_line(entry.text.headline))}</h1>"
    yield correction_html(entry, language, site)
    yield notice_html(entry, language, site)
    yield f"<p>{escape(summary_of(entry.text))}</p>" if entry.text.summary else ""
    yield body_html(entry, site, leads_of(entry, site, address))
    yield _files(entry, language, site)
    source = spoken(site, entry.source)
    yield contacts_html(entry.contacts, language, source, entry.translated, site.country)
    yield f"<hr><p {attributes(said_in(language))}>{escape(label_of(entry, language, site))}</p>"
    yield f"<p>{escape(address)}</p>"


def _files(entry: Entry, language: Language, site: Site) -> str:
    """The name of each file, what is known of it, and where it is."""
    lines = (
        f'<li><a href="{escape(site.file(file.token, file.name))}">{escape(clean(file.name))}</a>'
        f" ({escape(facts(file, language, str))})</li>"  # whoever copies it wants no marks of ours
        for file in entry.files
    )
    heading = escape(say(language.code, "files"))
    return f"<h2>{heading}</h2><ul>{''.join(lines)}</ul>" if entry.files else ""
