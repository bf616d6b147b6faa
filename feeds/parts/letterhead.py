"""Who sends a release and under what number, as its letterhead said: a line for people."""

from html import escape

from feeds.parts.languages import attributes, said_in, spoken
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Site
from press.text import clean
from press.words import say


def issuer_of(entry: Entry) -> str:
    """Who sends it, plain text; empty where nobody is named."""
    return _line(entry.issuer)


def reference_of(entry: Entry) -> str:
    """Under what number the sender keeps it, as written; empty where it has none."""
    return _line(entry.reference)


def letterhead_html(entry: Entry, language: Language, site: Site) -> str:
    """A paragraph with issuer and reference, or nothing.

    A number alone says to nobody what it is, so that it stands after our word for it.

    Args:
        entry: the release.
        language: of the feed or the page, in which that word is.
        site: whose languages have full tags.
    """
    parts = (_issuer(entry, site), _reference(entry, language))
    if not (words := " · ".join(filter(None, parts))):
        return ""
    return f'<p class="letterhead" {attributes(said_in(language))}>{words}</p>'


def _issuer(entry: Entry, site: Site) -> str:
    """In the text's language where that is known, else in the one the release was written in."""
    is_translated = entry.issuer in entry.translated
    said = spoken(site, entry.text.language if is_translated else entry.source)
    issuer = escape(issuer_of(entry))
    return f"<strong {attributes(said)}>{issuer}</strong>" if issuer else ""


def _reference(entry: Entry, language: Language) -> str:
    """A number runs from left to right or as its own letters do, whatever stands around it."""
    if not (number := escape(reference_of(entry))):
        return ""
    words = escape(say(language.code, "reference"))
    return f'{words} <span dir="auto">{number}</span>'


def _line(words: str) -> str:
    return " ".join(clean(words).split())
