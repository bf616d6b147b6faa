"""The topic listing: a title, an introduction, then headlines with dates and teasers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.given import Given
from intake.moments.datelines import Dated, means_date, read_dateline
from intake.notyet.screening import screen
from intake.text.blocks import plain, split, typed_markdown
from intake.text.items import ListedItem, items_of
from intake.text.signs import signs_of_release
from press.errors import UnreadableFile, UnreadableTime
from press.releases.release import Filing, Reading
from press.text import Block, Kind
from press.topic import Topic, check_slug, slugify

FEWEST = 3  # dated items of a text that is a listing though nobody says so
_CREDIT = re.compile(r"\s*(?:©|\(c\)|copyright\b)\s*\S.*", re.IGNORECASE)


def recognises(text: str) -> bool:
    """Whether a text is a listing: at least three dated items, and no sign of a release.

    Raises:
        UnreadableFile: it may be the one or the other; the message says what decides it.
    """
    title, lines = _title(text)
    items = list(items_of(lines))
    if not any(means_date(item.date) for item in items):
        return False
    signs = signs_of_release(title, lines, items)
    if signs and len(items) < FEWEST:
        return False
    if doubt := _doubt(lines, items, signs):
        raise UnreadableFile(f"{doubt}: import it with --as listing, or with --as release")
    return True


def read(text: str, given: Given) -> Reading:
    """Read a listing; each of its items becomes a release of that day.

    Args:
        text: the whole file.
        given: the language of the topic, the zone of the dates.

    Raises:
        UnreadableFile: it has no items, or its title makes no address.
        UnreadableTime: the date of an item cannot be read.
    """
    screened = screen(text, given)
    title, lines = _title(screened.text)
    items = list(items_of(lines))
    if not items:
        raise UnreadableFile(
            "it is no topic listing: no line below its title ends with a date in brackets, "
            "such as “Aid for the harbour (10 May 2022)”"
        )
    topic = _topic(title, lines[: items[0].first], given)
    filings = (
        # What holds one of them back holds them all: a listing comes out as a whole.
        replace(_filing(item, lines[item.below : end], topic.slug, given), not_yet=screened.not_yet)
        for item, end in zip(items, _ends(items, lines), strict=True)
    )
    return Reading(tuple(filings), topic)


def _doubt(lines: Sequence[str], items: Sequence[ListedItem], signs: Sequence[str]) -> str | None:
    """Why a text with dated lines is not certainly a listing; nothing if it is."""
    said = f"{_counted(items)} with a date in brackets, as in a topic listing"
    if len(items) < FEWEST:
        return said
    if signs:
        return f"{said}, but it has {' and '.join(signs)}, as a press release has"
    if 2 * sum(_have_teasers(lines, items)) < len(items):
        return f"{said}, but most have no text below"
    return None


def _counted(items: Sequence[ListedItem]) -> str:
    if len(items) == 1:
        return "one of its lines ends"
    return f"{'two' if len(items) == 2 else len(items)} of its lines end"


def _have_teasers(lines: Sequence[str], items: Sequence[ListedItem]) -> list[bool]:
    """Whether each item has a text below its headline."""
    parts = zip(items, _ends(items, lines), strict=True)
    return ["".join(lines[item.below : end]).strip() != "" for item, end in parts]


def _ends(items: Sequence[ListedItem], lines: Sequence[str]) -> list[int]:
    """The number of the line after each item."""
    return [*(item.first for item in items[1:]), len(lines)]


def _title(text: str) -> tuple[str, list[str]]:
    """The first line that says something, and the lines below it."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if re.search(r"[^\W_]", line)), 0)
    return plain(lines[first].strip().strip("# ")), lines[first + 1 :]


def _topic(title: str, lines: Sequence[str], given: Given) -> Topic:
    slug = slugify(title, given.language)
    if not slug:
        raise UnreadableFile(f"the title “{title}” has no letters for an address; use a-z or 0-9")
    credit = next((line for line in lines if _CREDIT.fullmatch(line)), "")
    others = "\n".join(line.rstrip() for line in lines if line is not credit)
    introduction = typed_markdown(re.sub(r"\n{3,}", "\n\n", others).strip())
    return Topic(
        slug=check_slug(slug),
        titles={given.language: title},
        introductions={given.language: introduction} if introduction else {},
        credit=" ".join(credit.split()),
    )


def _filing(item: ListedItem, teaser: Sequence[str], slug: str, given: Given) -> Filing:
    blocks = split("\n".join(teaser), typed=True)
    headline = Block(Kind.HEADLINE, item.headline)
    dated = _dated(item, given)
    return Filing((headline, *blocks), embargo=dated.embargo, topics=(slug,), doubts=dated.doubts)


def _dated(item: ListedItem, given: Given) -> Dated:
    try:
        dated = read_dateline(item.date, given)
        if dated.embargo:
            return dated
    except UnreadableTime as error:
        raise UnreadableTime(f"in “{item.line}”: {error}") from error
    raise UnreadableTime(f"in “{item.line}”: a date has a day, such as (10 May 2022)")
