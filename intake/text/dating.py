"""The date of a text: of a line at its top, else of the dateline in its first paragraph."""

from collections.abc import Sequence
from itertools import islice

from intake.given import Given
from intake.moments.datelines import Dated, as_said
from intake.moments.openings import Opening, nearest, opening_of
from intake.text.sheet.seen import said
from press.embargo import embargo_on
from press.text import Block, Kind

_MOST = 8  # paragraphs that are looked at; with several datelines they are a programme
_SHOWN = 200


def date_of(blocks: Sequence[Block], dated: Dated, given: Given) -> tuple[Dated, str]:
    """When a text is from, and what an officer should know of that.

    Args:
        blocks: below the headline.
        dated: what a line at the top says.
        given: the zone, and when the mail was sent that brought it.
    """
    opening = _opening(blocks, given)
    if not opening:
        return dated, ""
    if dated.embargo:
        return as_said(dated, *_day_of(opening), given), ""
    if opening.dated.embargo:
        return opening.dated, ""
    return of_this_year(opening, given)


def _opening(blocks: Sequence[Block], given: Given) -> Opening | None:
    paragraphs = (block.markdown for block in blocks if block.kind is Kind.PARAGRAPH)
    found = [
        opening
        for words in islice(paragraphs, _MOST)
        if (
            opening := opening_of(
                said(words[:_SHOWN].replace("\\\n", " ").replace("\n", " ")), given
            )
        )
    ]
    return found[0] if len(found) == 1 else None


def _day_of(opening: Opening) -> tuple[int, int]:
    if opening.dated.embargo:
        wall = opening.dated.embargo.wall
        return wall.day, wall.month
    return opening.day


def of_this_year(opening: Opening, given: Given) -> tuple[Dated, str]:
    """A day without a year, in the year of the mail that brought it; else it is a doubt.

    Args:
        opening: with the day, and its words.
        given: when the mail was sent, if one was, and the zone.

    Returns:
        The date, and what an officer should know of it.
    """
    day = nearest(opening.day, given.sent) if given.sent else None
    if day is None:
        doubt = f"“{opening.said}” names no year: write its date with one, on a line above the text"
        return Dated(doubts=(doubt,), line=opening.said), ""
    note = f"“{opening.said}” is taken for {day.day} {day:%B} {day.year}, as the mail was sent then"
    return Dated(embargo_on(day, given.zone), line=opening.said), note
