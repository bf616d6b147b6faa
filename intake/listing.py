"""The topic listing: a title, an introduction, then headlines with dates and teasers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.blocks import plain, split
from intake.dates import means_date, read_date
from intake.given import Given
from intake.items import Item, items_of
from intake.notyet.screening import screen
from press.embargo import Embargo
from press.errors import UnreadableFile, UnreadableTime
from press.release import Filing, Reading
from press.text import Block, Kind
from press.topic import Topic, check_slug, slugify

_CREDIT = re.compile(r"\s*(?:©|\(c\)|copyright\b)\s*\S.*", re.IGNORECASE)


def recognises(text: str) -> bool:
    """Whether a text is a listing: dated items below a title, and no dateline."""
    _, lines = _title(text)
    items = list(items_of(lines))
    top = [line for line in text.split("\n") if line.strip()][:3]
    if not items or any(map(means_date, top)):
        return False
    if len(items) > 1:
        return True
    teaser = "\n".join(lines[items[0].below :])
    return bool(teaser.split("\n")[0].strip()) and "\n\n" not in teaser.strip()


def read(text: str, given: Given) -> Reading:
    """Read a listing; each of its items becomes a release of that day.

    Args:
        text: the whole file.
        given: the language of the topic, the zone of the dates.

    Raises:
        UnreadableFile: the title makes no address.
        UnreadableTime: the date of an item cannot be read.
    """
    screened = screen(text, given)
    title, lines = _title(screened.text)
    items = list(items_of(lines))
    topic = _topic(title, lines[: items[0].first] if items else lines, given)
    ends = [*(item.first for item in items[1:]), len(lines)]
    filings = (
        # What holds one of them back holds them all: a listing comes out as a whole.
        replace(_filing(item, lines[item.below : end], topic.slug, given), not_yet=screened.not_yet)
        for item, end in zip(items, ends, strict=True)
    )
    return Reading(tuple(filings), topic)


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
    introduction = re.sub(r"\n{3,}", "\n\n", others).strip()
    return Topic(
        slug=check_slug(slug),
        titles={given.language: title},
        introductions={given.language: introduction} if introduction else {},
        credit=" ".join(credit.split()),
    )


def _filing(item: Item, teaser: Sequence[str], slug: str, given: Given) -> Filing:
    blocks = split("\n".join(teaser), typed=True)
    headline = Block(Kind.HEADLINE, item.headline)
    return Filing((headline, *blocks), embargo=_embargo(item, given), topics=(slug,))


def _embargo(item: Item, given: Given) -> Embargo:
    try:
        if embargo := read_date(item.date, given):
            return embargo
    except UnreadableTime as error:
        raise UnreadableTime(f"in “{item.line}”: {error}") from error
    raise UnreadableTime(f"in “{item.line}”: a date has a day, such as (10 May 2022)")
