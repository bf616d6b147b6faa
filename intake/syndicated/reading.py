"""Every entry of a file on its own: what cannot be read is named, the others go in."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from intake.given import Given
from intake.syndicated.beside import said_beside
from intake.syndicated.filing import filing_of, words_of
from intake.syndicated.newsitem import LONGEST_TITLE, MOST, NewsFeed, NewsItem
from intake.syndicated.pointed import shown
from press.errors import Refusal, UnreadableFile
from press.releases.release import Filing, Reading

_URI = re.compile(r"[a-z][a-z0-9+.-]{1,20}:\S+", re.IGNORECASE)
# How names begin that are given to mails, and to entries of which some had none.
_OTHERS = ("mail:", "feed:", "file:", "page:")
_LONGEST = 500  # characters of an identity; a longer one is known by its digest
_MOST_MARKS = 10_000  # lines and tags of all entries; typical are some hundred for each
_MOST_NAMED = 50  # entries of which each is named in a sentence of its own


def reading_of(items: Iterable[NewsItem | Refusal], feed: NewsFeed, given: Given) -> Reading:
    """Make one filing of each entry.

    Args:
        items: in the file's order, or why one is none.
        feed: what holds for all.
        given: what is known beside it.

    Raises:
        UnreadableFile: it has no entry, too many, or none that can be read.
    """
    filings, notes = dict[str, Filing](), list[str]()
    every = list(islice(items, MOST + 1))
    if not every:
        raise UnreadableFile("it has no entries: there is nothing in it to file")
    if len(every) > MOST:
        raise UnreadableFile(f"it has more than {MOST:,} entries: export a year at a time")
    room, feed = _MOST_MARKS, _screened(feed, given)
    for n, item in enumerate(every, start=1):
        if isinstance(item, Refusal):
            notes.append(f"entry {n} was left out: {item}")
            continue
        title = shown(item.title.words) or f"entry {n}"
        if (name := identity_of(item, feed.name)) in filings:
            notes.append(f"“{title}” was left out: an entry above it has the same id")
            continue
        room -= item.body.marks + item.summary.marks
        try:
            _check_size(item, room)
            title = shown(words_of(item.title)) or title
            filings[name] = replace(filing_of(item, feed, given), identity=name)
        except Refusal as refusal:
            notes.append(f"“{title}” was left out: {refusal}")
    if not filings:
        raise UnreadableFile(f"none of its entries can be filed: {'; '.join(notes[:_MOST_NAMED])}")
    more = len(notes) - _MOST_NAMED
    told = [*notes[:_MOST_NAMED], *([f"{more} more were left out"] if more > 0 else [])]
    return Reading(tuple(filings.values()), notes=(*feed.notes, *told))


def _screened(feed: NewsFeed, given: Given) -> NewsFeed:
    """A feed whose own words are looked through once, however many entries they hold for."""
    said = said_beside(NewsItem(asides=feed.asides), (), given)
    return replace(feed, not_yet=(*feed.not_yet, *said), asides=())


def _check_size(item: NewsItem, room: int) -> None:
    if len(item.title.words) > LONGEST_TITLE:
        raise UnreadableFile("its title has as many letters as a text: give it a shorter one")
    if room < 0:
        raise UnreadableFile("the file has more paragraphs than can be read: send it in parts")


def identity_of(item: NewsItem, feed: str) -> str:
    """What an entry is called, wherever its feed is read.

    Nobody but a mail is called as mails are: an entry whose id begins so has `feed:` before it.
    Other ids stand alone, as they did in every home before.

    Args:
        item: whose id may be a mere number.
        feed: what the feed is called; may be empty.
    """
    own = " ".join(item.own_id.split())
    name = _identity(item, feed, own)
    is_anothers = name.lower().startswith(_OTHERS) or own.lower().startswith("sha256:")
    return f"feed:{name}" if is_anothers else name


def _identity(item: NewsItem, feed: str, own: str) -> str:
    if own and not _URI.fullmatch(own):
        own = f"{feed} {own}".strip()
    if not own:
        said = (feed, item.title.words, item.date, item.link)
        return _digest("\x1f".join(words.strip() for words in said))
    return own if len(own) <= _LONGEST else _digest(own)


def _digest(words: str) -> str:
    return f"sha256:{hashlib.sha256(words.encode()).hexdigest()}"
