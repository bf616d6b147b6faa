"""What a digest says of one release, as safe HTML."""

from collections.abc import Iterator
from html import escape

from feeds.parts.dates import dateline
from feeds.parts.html import summary_of, summing_up
from feeds.parts.languages import attributes, said_in, spoken
from feeds.parts.provenance import Mark, correction_html, mark_of
from newsroom.telling.writing.withdrawal import mark_of_headline
from press.languages import Language
from press.public.edition import Entry, Withdrawal
from press.public.site import Site
from press.telling.mail_words import say_mail
from press.text import Text, clean, in_one_line
from press.words import say


def entry_in_digest(entry: Entry, own: Language, language: Language, site: Site) -> Iterator[str]:
    """Headline, time, what wrote it, in a few words what it says, and what was changed.

    Args:
        entry: the release.
        own: the language it is shown in.
        language: of the reader.
        site: where its page is.
    """
    here = own if own.code == entry.text.language else spoken(site, entry.text.language)
    address = site.release(here if here in tuple(site.languages) else own, entry.slug)
    title = in_one_line(entry.text.headline) or entry.slug
    said = attributes(spoken(site, entry.language_of(entry.text.blocks[0])))
    yield f'<h3 {said}><a href="{escape(address)}">{escape(title)}</a></h3>'
    marks = [mark_of(entry, language, site), mark_of(entry, here, site)]
    shown = [_marked(mark) for mark in dict.fromkeys(filter(None, marks))]
    when = escape(dateline(entry, said_in(language).code, site))
    yield f"<p {attributes(said_in(language))}>{' · '.join([when, *shown])}</p>"
    if (block := summing_up(entry.text)) and (summary := summary_of(entry.text)):
        lead = attributes(spoken(site, entry.language_of(block)))
        yield f"<p {lead}>{escape(summary)}</p>"
    yield correction_html(entry, own, site)


def withdrawal_in_digest(text: Text, gone: Withdrawal, language: Language) -> Iterator[str]:
    """Which release was withdrawn and why, and nothing of its text.

    Args:
        text: whose headline its reader had.
        gone: why it is public no more.
        language: of the reader.
    """
    code, ours = language.code, attributes(said_in(language))
    headline = in_one_line(text.headline) or gone.slug
    yield f'<h3 dir="auto">{escape(headline)}{mark_of_headline(text, code)}</h3>'
    yield f"<p {ours}><strong>{escape(say(code, 'withdrawn'))}.</strong> "
    yield f"{escape(say_mail(code, 'withdrawn_reason'))}</p>"
    yield f'<blockquote dir="auto"><p>{escape(clean(gone.reason))}</p></blockquote>'
    yield f"<p {ours}>{escape(say(code, gone.mark))}.</p>" if gone.mark else ""


def _marked(mark: Mark) -> str:
    return f"<span {attributes(mark.language)}>{escape(mark.words)}</span>"
