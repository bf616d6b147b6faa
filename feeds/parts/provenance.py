"""Who wrote what a feed shows, who sends it under what number, and where the authentic text is."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from html import escape

from feeds.parts.dates import moment
from feeds.parts.languages import attributes, said_in, spoken
from press.errors import UnknownLanguage
from press.languages import Language
from press.months import day_in
from press.public.edition import Entry
from press.public.site import Site
from press.text import Origin, Text, clean, in_one_line
from press.topic import Topic, TopicPart
from press.words import language_name, say


@dataclass(frozen=True, slots=True)
class Mark:
    """What a text is labelled with where there is no room for a sentence.

    Args:
        words: plain text, very few.
        language: which they are in.
    """

    words: str
    language: Language


def stands_in(entry: Entry, language: Language) -> bool:
    """Whether the words shown are in another language than the feed's."""
    return entry.text.language != language.code


# What `term_of` says, with our words for it: the page of all feeds explains them.
TERMS = {
    "author": "author",
    "machine": "machine_mark",
    "editor": "edited",
    "original": "feeds_original",
}


def term_of(entry: Entry, language: Language) -> str:
    """Who wrote it, for programs: `author`, `machine`, `editor`, or `original` where it stands in.

    Args:
        entry: the release.
        language: of the feed.
    """
    if stands_in(entry, language) and entry.is_authentic:
        return "original"
    return entry.text.origin.value


def sentence_of(entry: Entry, language: Language, site: Site) -> str:
    """Who wrote it and when, for people; nothing where the authentic text stands in its language.

    Args:
        entry: the release.
        language: of the feed, in which the sentence is.
        site: in whose zone it has a date.
    """
    if entry.is_authentic:
        return _stands_in(entry, language) if stands_in(entry, language) else ""
    text = entry.text
    day = day_of(text.made_at, site)
    return _translated_by(_role(text), clean(text.engine), day, language, entry.source)


def _role(text: Text) -> str:
    """Whoever answers for a translation, as our words are named: `machine`, `rough`, `editor`."""
    return "rough" if text.is_rough else text.origin.value


@lru_cache(1024)  # a day's work of one engine, in entry after entry
def _translated_by(
    role: str, engine: str, made: date | None, language: Language, source: str
) -> str:
    day, code = _said(made, language), language.code
    if role in ("machine", "rough"):
        by = ", ".join(filter(None, (engine, day)))
        return say(code, role, engine=by, language=language_name(code, source))
    if role != "editor":
        return ""
    said = say(code, "edited_machine", engine=engine) if engine else say(code, "edited")
    return f"{said} ({day})" if day else said


def outdated_of(entry: Entry, language: Language, site: Site) -> str:
    """That the original changed after these words were made, and when; nothing if it did not."""
    day = _said(day_of(entry.outdated, site), language)
    return say(language.code, "outdated", date=day) if day else ""


def partial_of(entry: Entry, language: Language) -> str:
    """That some of the text is still the original's; nothing if all of it is translated."""
    if not entry.is_partial:
        return ""
    return say(language.code, "partial", language=language_name(language.code, entry.source))


def day_of(instant: datetime | None, site: Site) -> date | None:
    """The day on the newsroom's wall: the hour would tell how long a release lay ready."""
    return site.wall(instant).date() if instant else None


def _said(day: date | None, language: Language) -> str:
    """The day in the language of our own sentences."""
    return day_in(said_in(language).code, day) if day else ""


def label_of(entry: Entry, language: Language, site: Site) -> str:
    """Who wrote it, for people, in every case.

    Args:
        entry: the release.
        language: of the feed, in which the label is.
        site: in whose zone it has a date.
    """
    return sentence_of(entry, language, site) or say(language.code, "author")


def mark_of(entry: Entry, language: Language, site: Site) -> Mark | None:
    """The language of a text that stands in, or that a machine wrote it; nothing for other texts.

    Args:
        entry: the release.
        language: of the feed or the page.
        site: whose languages have names.
    """
    if stands_in(entry, language):
        shown = spoken(site, entry.text.language)
        return Mark(shown.name, shown)
    if entry.text.origin is Origin.MACHINE and not entry.is_authentic:
        return Mark(say(language.code, f"{_role(entry.text)}_mark"), said_in(language))
    return None


def mark_of_topic(topic: Topic, language: Language, *parts: TopicPart) -> Mark | None:
    """That a machine wrote one of these, as shown in a language; nothing if somebody did.

    Args:
        topic: in the words shown.
        language: of the feed or the page.
        parts: title, introduction or both.
    """
    code = language.code
    if not any(topic.is_machine(part, code) for part in parts):
        return None
    role = "rough" if set(parts) & set(topic.rough.get(code, ())) else "machine"
    return Mark(say(code, f"{role}_mark"), said_in(language))


def bracketed(mark: Mark, language: Language) -> str:
    """A mark as it stands before plain words of a language, for readers who show nothing else."""
    said = mark.words
    if mark.language.direction != language.direction:
        # Isolated, so that what follows runs as its own words do (Unicode UAX #9, 2.4 and P2).
        said = f"\u2068{said}\u2069"
    return f"[{said}]"


def _stands_in(entry: Entry, language: Language) -> str:
    code = language.code
    wanted, shown = (language_name(code, named) for named in (code, entry.text.language))
    return say(code, "stands_in", wanted=wanted, language=shown)


def authentic_address(entry: Entry, site: Site) -> str | None:
    """Where the words the release was written in are shown, if that language is published in."""
    try:
        return site.release(site.languages.named(entry.source), entry.slug)
    except UnknownLanguage:
        return None


def authentic_elsewhere(entry: Entry, site: Site) -> str | None:
    """Where the authentic text is shown, unless its words are the very ones shown here."""
    return None if entry.is_authentic else authentic_address(entry, site)


def corrected_when(entry: Entry, language: Language, site: Site) -> str:
    """That a release was changed, and when where that is told: before the words that say how.

    Args:
        entry: the release, which has such words.
        language: of the feed or the page.
        site: in whose zone.
    """
    if entry.noted is None:
        return say(language.code, "corrected")
    date = moment(entry.noted, said_in(language).code, site)
    return say(language.code, "corrected_on", date=date)


def correction_html(entry: Entry, language: Language, site: Site) -> str:
    """Paragraphs that say when and what the last major change was, or nothing.

    Args:
        entry: the release.
        language: of the feed; a note that nobody translated may be in any.
        site: in whose zone the former is.
    """
    if not (note := clean(entry.note).strip()):
        return ""
    heading = escape(corrected_when(entry, language, site))
    marks = attributes(language) if entry.note in entry.translated else 'dir="auto"'
    return (
        f"<p {attributes(said_in(language))}><strong>{heading}</strong></p>"
        f"<p {marks}>{escape(note)}</p>"
    )


def notice_html(entry: Entry, language: Language, site: Site) -> str:
    """A paragraph that says who wrote it, and when, and leads to the authentic text, or nothing.

    Args:
        entry: the release.
        language: of the feed, in which the paragraph is.
        site: where the authentic text is found.
    """
    sentences = (
        outdated_of(entry, language, site),
        sentence_of(entry, language, site),
        partial_of(entry, language),
    )
    said = [f"<em>{escape(sentence)}</em>" if sentence else "" for sentence in sentences]
    said.append(_way_to_authentic(entry, language, site))
    words = ". ".join(filter(None, said))
    return f"<p {attributes(said_in(language))}>{words}</p>" if words else ""


def _way_to_authentic(entry: Entry, language: Language, site: Site) -> str:
    address = authentic_elsewhere(entry, site)
    if address is None:
        return ""
    words = say(language.code, "authentic", language=language_name(language.code, entry.source))
    tag = site.languages.named(entry.source).tag
    return f'<a href="{escape(address)}" hreflang="{tag}">{escape(words)}</a>'


def issuer_of(entry: Entry) -> str:
    """Who sends it, plain text; empty where nobody is named."""
    return in_one_line(entry.issuer)


def reference_of(entry: Entry) -> str:
    """Under what number the sender keeps it, as written; empty where it has none."""
    return in_one_line(entry.reference)


def letterhead_html(entry: Entry, language: Language, site: Site) -> str:
    """A paragraph with issuer and reference, or nothing.

    A number alone says to nobody what it is, so that it stands after our word for it.

    Args:
        entry: the release.
        language: of the feed or the page, in which that word is.
        site: whose languages have full tags.
    """
    parts = (_issuer_html(entry, site), _reference_html(entry, language))
    if not (words := " · ".join(filter(None, parts))):
        return ""
    return f'<p class="letterhead" {attributes(said_in(language))}>{words}</p>'


def _issuer_html(entry: Entry, site: Site) -> str:
    """In the text's language where that is known, else in the one the release was written in."""
    is_translated = entry.issuer in entry.translated
    said = spoken(site, entry.text.language if is_translated else entry.source)
    issuer = escape(issuer_of(entry))
    return f"<strong {attributes(said)}>{issuer}</strong>" if issuer else ""


def _reference_html(entry: Entry, language: Language) -> str:
    """A number runs from left to right or as its own letters do, whatever stands around it."""
    if not (number := escape(reference_of(entry))):
        return ""
    words = escape(say(language.code, "reference"))
    return f'{words} <span dir="auto">{number}</span>'
