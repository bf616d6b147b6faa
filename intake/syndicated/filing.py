"""An entry of a feed, read as the press text it is, with what the feed says of it beside."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from email.utils import parseaddr
from html import unescape

from intake.given import Given
from intake.markup.html import Marked, marked
from intake.moments.datelines import Dated
from intake.moments.stamps import date_of
from intake.notyet.screening import Screened, all_of, screen
from intake.syndicated.beside import said_beside
from intake.syndicated.newsitem import FeedWords, NewsFeed, NewsItem
from intake.syndicated.pointed import Pointed, shown, taken
from intake.syndicated.summaries import is_cut, only_repeats, without_footer
from intake.text import presstext
from intake.text.blocks import plain
from intake.text.sheet.sender import is_sender
from intake.text.sheet.withheld import marks_in
from press.contact import Contact
from press.embargo import Embargo, Precision
from press.errors import UnreadableFile
from press.releases.received import LeftOut
from press.releases.release import Filing, NotYet
from press.text import Block, Kind, in_one_line, well_formed
from press.words import says_origin

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NAMELESS = "the feed gives it no id: it is known by its title, date and address"
_CUT = "the feed has only the beginning of the text: file the page it is taken from in its place"
_LONGEST_NAME = 300
# Whom programs name where nobody said who wrote something.
_FIRM = re.compile(
    r"\b(?:GmbH|AG|KG|SE|eG|e\.\s?V\.|Ltd|Limited|plc|Inc|LLC|Corp|Company|Group|Holding|SA|S\.A\."
    r"|SARL|SAS|NV|N\.V\.|BV|B\.V\.|vzw|asbl|Trust|Treasury|Society|Club|Press|Team|Times|Verlag"
    r"|Media|Communications|Airport|Railways?|Industries|Partners|Werke|Theat(?:re|er))(?!\w)"
)
_NOBODY = re.compile(r"admin\w*|webmaster|editor|root|user\d*|author|unknown|[a-z0-9._-]+", re.A)


def filing_of(item: NewsItem, feed: NewsFeed, given: Given) -> Filing:
    """Make a filing of an entry.

    Args:
        item: as the feed has it.
        feed: what holds for all its entries.
        given: zone, and language of an entry that names none.

    Raises:
        UnreadableFile: it has neither title nor text.
        Refusal: its text cannot be read.
    """
    language = _language(item.language) or _language(feed.language)
    given = replace(given, language=language or given.language)
    text = _text(item)
    body, footer = without_footer(text.markdown)
    title = screen(words_of(item.title), given)
    read = presstext.read(_with_title(title.text.strip(), body), given).filings[0]
    dated = date_of(item.date, given)
    summary = screen(words_of(item.summary) if item.body else "", given)
    hidden = said_beside(item, (*text.unseen, *text.asides), given)
    images = (Pointed(image.source, image.alt, image.credit) for image in text.images)
    files, elsewhere = taken((*item.files, *images))
    return replace(
        read,
        blocks=_blocks(read.blocks, "" if marks_in(summary.text) else summary.text, body),
        language=language or read.language,
        embargo=_later(dated.embargo, read.embargo),
        contacts=_contacts(item.contacts, read.contacts),
        not_yet=_not_yet((*feed.not_yet, *item.not_yet, *read.not_yet, *hidden), (title, summary)),
        doubts=(*dated.doubts, *read.doubts),
        issuer=read.issuer or _issuer(item, feed),
        reference=read.reference or item.reference,
        files=(*read.files, *files),
        left_out=(
            *(*read.left_out, *_left_out(item, footer, summary.text)),
            *(*text.left_out, *elsewhere),
        ),
        notes=(*read.notes, *_notes(item, dated, read.embargo, text.markdown)),
    )


def words_of(passage: FeedWords) -> str:
    """What a title or a summary says, plain, on one line."""
    words = passage.words
    if passage.is_html and "<" in words:
        lines = without_footer(marked(words, passage.base).markdown)[0].split("\n")
        words = " ".join(plain(line) for line in lines if line.strip())
    # An ampersand is often escaped once too often.
    return in_one_line(_unescaped(_unescaped(words)))


def _unescaped(words: str) -> str:
    """Words without the references that HTML has for signs."""
    return _ENTITY.sub(lambda one: unescape(one[0]), words)


def _text(item: NewsItem) -> Marked:
    """The body, else the summary that stands in for one."""
    body = item.body or item.summary
    if not body.is_html:
        return Marked(well_formed(_unescaped(body.words)))
    return marked(body.words, body.base or item.link)


def _with_title(title: str, body: str) -> str:
    if not title and not body.strip():
        raise UnreadableFile("it has neither a title nor a text")
    return f"# {_escaped(title)}\n\n{body}" if title else body


def _escaped(title: str) -> str:
    """A title as Markdown that says it as it is; a # at its end would be the heading's."""
    return re.sub(r"([\\`*_\[\]<>|~&])", r"\\\1", title).replace("#", "&#35;")


def _blocks(blocks: Sequence[Block], summary: str, body: str) -> tuple[Block, ...]:
    """With the summary below the headline, where it says something of its own."""
    headline, *below = blocks
    summary = " ".join(summary.split())
    if not summary or only_repeats(summary, headline.markdown, body):
        return tuple(blocks)
    return (headline, Block(Kind.SUMMARY, summary), *below)


def _not_yet(named: Sequence[NotYet], parts: Iterable[Screened]) -> tuple[NotYet, ...]:
    """All of it, once; a mere word adds nothing to a moment."""
    every = tuple(dict.fromkeys(all_of(*parts, named=named)))
    timed = any(one.embargo for one in every)
    return tuple(one for one in every if not (one.bare and timed))


def _later(feeds: Embargo | None, texts: Embargo | None) -> Embargo | None:
    """The feed's date, unless the text itself names a later day or minute."""
    if not (feeds and texts):
        return feeds or texts
    if texts.precision is Precision.DATE and texts.wall.date() <= feeds.wall.date():
        return feeds
    return max(feeds, texts, key=lambda one: one.instant)


def _contacts(listed: Sequence[Contact], found: Sequence[Contact]) -> tuple[Contact, ...]:
    """Those the feed lists, then those its text names beside them."""
    ways = {way for contact in listed for way in (*contact.phones, *contact.emails)}
    others = [one for one in found if not {*one.phones, *one.emails} <= ways]
    return (*listed, *others)


def _issuer(item: NewsItem, feed: NewsFeed) -> str:
    """The first office that is named: a person who wrote something, or a mail address, is none.

    Who publishes is taken for an office; who wrote it, and what a feed is called, only where it
    is named as offices are.
    """
    published = [name for name in item.issuers if "@" not in name]
    offices = [name for name in (*item.issuers, *item.authors) if _is_office(_line(name))]
    feeds = [name for name in feed.issuers if _is_office(_line(name))]
    names = map(_line, (*published, *offices, *feed.publishers, *feeds))
    return next((name for name in names if name and not _NOBODY.fullmatch(name)), "")


def _is_office(name: str) -> bool:
    return is_sender(name) or _FIRM.search(name) is not None


def _writers(item: NewsItem) -> Iterator[str]:
    """Who wrote it, where that is nobody whom a release is sent by."""
    mailed = (name for name in item.issuers if "@" in name)
    for name in dict.fromkeys((*mailed, *item.authors)):
        line = shown(_line(name) or name)
        if line and not _is_office(line) and not _NOBODY.fullmatch(line):
            yield line


def _line(name: str) -> str:
    """A name without the mail address that stands beside it."""
    line = in_one_line(_unescaped(name))[:_LONGEST_NAME]
    return parseaddr(line)[0] if "@" in line else line


def _language(tag: str) -> str:
    """The language of a tag without its country: feeds often name the program's own."""
    code = re.split("[-_]", tag.strip(), maxsplit=1)[0].lower()
    return code if re.fullmatch("[a-z]{2,3}", code) else ""


def _left_out(item: NewsItem, footer: str, summary: str) -> Iterator[LeftOut]:
    yield from (LeftOut(shown(what), why) for what, why in item.left_out)
    if marks_in(summary):
        yield LeftOut(shown(summary), "it is marked not for publication")
    if footer:
        yield LeftOut(shown(plain(footer)), "the website adds it to every entry of its feed")


def _notes(item: NewsItem, dated: Dated, texts: Embargo | None, text: str) -> Iterator[str]:
    yield from dated.doubts
    if not item.own_id.strip():
        yield _NAMELESS
    if not text.strip():
        yield "it has no text, only a title"
    elif not item.body and is_cut(text):
        yield _CUT
    if dated.embargo and texts and dated.embargo.wall.date() != texts.wall.date():
        yield f"the feed dates it {dated.embargo}, its text {texts}: the later one holds"
    if categories := [one for one in item.categories if not says_origin(one)]:
        names = shown(", ".join(dict.fromkeys(categories)))
        yield f"its categories are {names}; --topic files it under one of ours"
    if writers := list(_writers(item)):
        yield f"written by {', '.join(writers[:5])}"
    yield from (f"{label}: {shown(words)}" for label, words in item.remarks if words.strip())
