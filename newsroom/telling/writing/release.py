"""The letter about a release: whole, in words its reader wants."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from delivery.mail.letter import Letter
from feeds.parts.attached import facts
from feeds.parts.contacts import contacts_html
from feeds.parts.dates import dateline
from feeds.parts.html import body_html, leads_of, summary_of, summing_up
from feeds.parts.item import Item, item_of
from feeds.parts.languages import attributes, said_in, spoken
from feeds.parts.provenance import correction_html, letterhead_html, notice_html
from newsroom.telling.writing.context import Context
from newsroom.telling.writing.sheet import Ends, SharedWords, letter_of, sheet_of
from newsroom.telling.writing.thread import thread_of
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Site
from press.telling.mail_words import say_mail
from press.telling.notices import NEWS, Notice, Occasion
from press.telling.subscriber import Subscriber
from press.telling.wishes import Wanted, Wishes
from press.text import Origin
from press.topic import ALL
from press.words import say


@dataclass(frozen=True, slots=True)
class _Said:
    """What a letter about a release says to all who want the same.

    Args:
        language: its readers'.
        why: they get it, plain text.
        list_id: the list it comes from.
        sheet: what every copy says.
    """

    language: Language
    why: str
    list_id: str
    sheet: SharedWords


def write_release(context: Context, notice: Notice, subscriber: Subscriber | None) -> Letter | None:
    """The letter about a release that came out, got better words, or was corrected.

    Args:
        context: what is so now.
        notice: what is owed.
        subscriber: whom.
    """
    if notice.event is None or subscriber is None:
        return None
    wishes, number = subscriber.wishes, notice.event.release_id
    answers, references = thread_of(context, notice, number)
    is_again = notice.kind is Occasion.REVIEWED and bool(answers)
    said = context.kept(
        ("letter", number, notice.kind, notice.language, wishes, is_again),
        lambda: _said(context, notice, wishes, number, is_again=is_again),
    )
    if said is None:
        return None
    ends = Ends(said.why, said.language, said.list_id, answers, references)
    return letter_of(context, notice, subscriber, said.sheet, ends)


def _said(
    context: Context, notice: Notice, wishes: Wishes, release_id: int, *, is_again: bool
) -> _Said | None:
    entry = entry_for(context, notice.language, wishes, release_id)
    if entry is None or (notice.kind in NEWS and not wishes.follows(entry.topics)):
        return None
    language = language_for_reader(context, wishes, entry)
    is_correction = notice.kind is Occasion.CORRECTED
    sheet = context.kept(
        ("sheet", entry.digest, language.code, is_correction, is_again),
        lambda: _sheet(
            entry, language, context.site, is_correction=is_correction, is_again=is_again
        ),
    )
    list_id = context.list_id(topic_for(wishes, entry.topics), language)
    return _Said(language, _why(context, wishes, entry, language), list_id, sheet)


def topic_for(wishes: Wishes, topics: Iterable[str]) -> str:
    """The topic because of which somebody is told of a release about these; or `all`."""
    return next((topic for topic in topics if topic in wishes.topics), ALL)


def entry_for(context: Context, code: str, wishes: Wishes, release_id: int) -> Entry | None:
    """In the language it was to be told in, else the next its reader wants, else the original's.

    Who wants official words alone gets no machine's, whatever has happened since that was decided.
    """
    for wanted in dict.fromkeys((code, *wishes.languages)):
        entry = context.entry(release_id, wanted)
        if entry and entry.text.language == wanted and _suits(entry, wishes):
            return entry
    any_one = context.entry(release_id, code) or context.entry_of_source(release_id)
    return context.entry(release_id, any_one.source) if any_one else None


def _suits(entry: Entry, wishes: Wishes) -> bool:
    is_official = entry.is_authentic or (
        entry.text.origin is Origin.EDITOR and not entry.is_partial
    )
    return is_official or wishes.texts is not Wanted.OFFICIAL


def language_for_reader(context: Context, wishes: Wishes, entry: Entry) -> Language:
    """The reader's: that of the words, or where these stand in for others, the dearest."""
    code = entry.text.language
    return context.language(code if code in wishes.languages else wishes.languages[0])


def _why(context: Context, wishes: Wishes, entry: Entry, language: Language) -> str:
    code, title = said_in(language).code, context.site.title
    topic = topic_for(wishes, entry.topics)
    if not wishes.follows(entry.topics):
        return say_mail(code, "why_had")
    if topic == ALL:
        return say_mail(code, "why_all", title=title)
    words = context.topic_title(topic, language, may_be_machine=wishes.texts is not Wanted.OFFICIAL)
    return say_mail(code, "why", topic=words, title=title)


def _sheet(
    entry: Entry, language: Language, site: Site, *, is_correction: bool, is_again: bool
) -> SharedWords:
    item = item_of(entry, language, site)
    subject = item.title
    if is_correction:
        subject = say_mail(language.code, "corrected_subject", headline=subject)
    fragments = _fragments(entry, item, language, site, is_again=is_again)
    return sheet_of(subject, "".join(fragments), spoken(site, entry.text.language))


def _fragments(
    entry: Entry, item: Item, language: Language, site: Site, *, is_again: bool
) -> Iterator[str]:
    """What a release's page says, in its order."""
    code, ours = language.code, attributes(said_in(language))
    shown = spoken(site, entry.text.language)
    leads = leads_of(entry, site, item.address)
    headline = spoken(site, entry.language_of(entry.text.blocks[0]))
    yield letterhead_html(entry, language, site)
    yield f"<p {ours}>{escape(dateline(entry, code, site))}</p>"
    yield f"<h1 {attributes(headline)}>{escape(item.title)}</h1>"
    if is_again:
        yield f"<p {ours}><strong>{escape(say_mail(code, 'again'))}</strong></p>"
    yield correction_html(entry, language, site)
    yield notice_html(entry, language, site)
    yield _summary(entry, site)
    yield f"<div {attributes(shown)}>{body_html(entry, site, leads)}</div>"
    yield _files(entry, item, language)
    source = spoken(site, entry.source)
    below = contacts_html(entry.contacts, language, source, entry.translated, site.country)
    yield f"<div {ours}>{below}</div>" if below else ""
    yield _elsewhere(entry, language, site)


def _summary(entry: Entry, site: Site) -> str:
    block = summing_up(entry.text)
    if block is None or not entry.text.summary:
        return ""
    said = attributes(spoken(site, entry.language_of(block)))
    return f"<p {said}><strong>{escape(summary_of(entry.text))}</strong></p>"


def _files(entry: Entry, item: Item, language: Language) -> str:
    lines = [
        f'<li><a href="{escape(link.address)}">{escape(link.title)}</a>'
        f" ({escape(facts(file, language))})</li>"
        for file, link in zip(entry.files, item.files, strict=True)
    ]
    return _list(say(language.code, "files"), lines, said_in(language))


def _elsewhere(entry: Entry, language: Language, site: Site) -> str:
    """Its page, and the other languages that have words of their own."""
    known = [one for one in site.languages if one.code in entry.languages]
    here = next((one for one in known if one.code == entry.text.language), language)
    lines = [
        f'<li {attributes(one)}><a href="{escape(site.release(one, entry.slug))}"'
        f' hreflang="{one.tag}">{escape(one.name)}</a></li>'
        for one in known
        if one != here
    ]
    words, address = say_mail(language.code, "page"), escape(site.release(here, entry.slug))
    page = f'<a href="{address}">{escape(words)}</a>'
    others = _list(say(language.code, "other_languages"), lines, said_in(language))
    return f"{others}<p {attributes(said_in(language))}>{page}</p>"


def _list(heading: str, lines: list[str], language: Language) -> str:
    if not lines:
        return ""
    return f"<div {attributes(language)}><h2>{escape(heading)}</h2><ul>{''.join(lines)}</ul></div>"
