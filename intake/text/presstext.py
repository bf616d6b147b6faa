"""The plain press release: what stands round its headline, the text, whom to call."""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.characters.bounds import check_bounds
from intake.given import Given
from intake.moments.datelines import Dated
from intake.notyet.screening import Screened, screen
from intake.notyet.withholding import marked_in
from intake.text.body import Body, body_of
from intake.text.dating import date_of
from intake.text.sheet.above import with_words_below
from intake.text.sheet.announced import leads_on
from intake.text.sheet.furniture import SPOKEN_WORD
from intake.text.sheet.headline import LONGEST_HEADLINE
from intake.text.sheet.seen import level, paragraph_end
from intake.text.sheet.top import Top, top_of
from intake.text.sheet.withheld import marks_in, marks_in_text, without_marks
from press.months import written_in
from press.releases.received import LeftOut
from press.releases.release import Filing, NotYet, Reading
from press.text import Block, Kind

__all__ = [
    "FOR_JOURNALISTS",
    "LONGEST_HEADLINE",
    "held_back_whole",
    "held_by_above",
    "marked_lines",
    "read",
]

_OF_ABOVE = "it says of what stands above it that it is not for the public"
FOR_JOURNALISTS = "it says of the whole text that it is not for the public"


def read(text: str, given: Given) -> Reading:
    """Read one press release; its lines may carry Markdown.

    Args:
        text: the whole file.
        given: the zone of a date that names none; a mail's subject and day, where one brought it.

    Raises:
        UnreadableFile: no headline can be told, or it is as long as no press text is.
        UnreadableTime: a line at the top means to be a date and cannot be read.
        NonexistentTime, AmbiguousTime: the clocks change just then.
    """
    check_bounds(text)
    screened = screen(text, given)
    sheet = _with_words_below(marked_lines(text.split("\n"), screened))
    top = top_of(without_marks(sheet.lines, sheet.marks), given)
    first = _first_of_text(sheet, top)
    body = _body(sheet, first, top)
    dated, told = date_of(body.blocks, top.dated, given)
    known = {one.words for one in screened.not_yet}
    beside = (*held_by_above(body), *marked_in(body.reached))
    unknown = (one for one in beside if one.words not in known)
    not_yet = (*screened.not_yet, *_held(sheet, first), *unknown)
    filing = Filing(
        (Block(Kind.HEADLINE, top.headline.words), *body.blocks),
        embargo=dated.embargo,
        contacts=(*top.contacts, *body.contacts),
        likely=_likely(dated, top, not_yet),
        not_yet=not_yet,
        doubts=(*dated.doubts, *body.doubts),
        issuer=", ".join(top.issuers),
        reference=", ".join(top.numbers),
        unpublished=body.unpublished,
        left_out=(*_left_out(sheet, first, top), *body.left_out),
        notes=tuple(filter(None, (top.headline.note, *top.notes, told))),
    )
    return Reading((filing,))


def held_by_above(body: Body) -> tuple[NotYet, ...]:
    """What holds a text back since it speaks of what nobody can tell, as what stands above it."""
    above = (NotYet(" ".join(words.split()), None, _OF_ABOVE) for words in body.above)
    return (*above, *marked_in(body.doubtful))


def held_back_whole(line: str) -> NotYet:
    """What holds a text back since a line above its headline keeps all of it from the public."""
    return NotYet(" ".join(line.split()), None, FOR_JOURNALISTS)


@dataclass(frozen=True, slots=True)
class MarkedLines:
    """The lines of a text without what says “not yet”.

    Args:
        lines: in order.
        marks: what each says of publication, as `marks_in` does; nothing where it names a moment.
        held: whether each holds the text back already.
        original: each as written.
    """

    lines: list[str]
    marks: list[str]
    held: list[bool]
    original: list[str]


def marked_lines(original: Sequence[str], screened: Screened) -> MarkedLines:
    """The lines of a text that are left when it has been screened, and what marks any of them."""
    timed = {n for n, one in screened.found if one.embargo}
    bare = {n for n, _ in screened.bare}
    marks = [_mark_of(original, n) if n not in timed else "" for n in range(len(original))]
    kept = [n for n, line in enumerate(screened.lines) if line is not None or marks[n]]
    return MarkedLines(
        [screened.lines[n] or "" for n in kept],
        [marks[n] for n in kept],
        [n in bare for n in kept],
        [original[n] for n in kept],
    )


def _mark_of(original: Sequence[str], n: int) -> str:
    return marks_in(original[n]) or ("follows" if leads_on(original, n) else "")


def _with_words_below(sheet: MarkedLines) -> MarkedLines:
    """The same where a mark above the headline takes the words right below it with it."""
    for n in with_words_below(sheet.lines, sheet.marks):
        sheet.lines[n], sheet.marks[n] = sheet.original[n], "para"
    return sheet


def _first_of_text(sheet: MarkedLines, top: Top) -> int:
    """The number of the line with which the text begins below headline and furniture.

    What stands above the first words of it marks the whole text.
    """
    n = top.headline.end
    while n < len(sheet.lines) and (
        n in top.taken or _marks_all(sheet, n) or not (sheet.lines[n].strip() or sheet.marks[n])
    ):
        n += 1
    return n


def _marks_all(sheet: MarkedLines, n: int) -> bool:
    """Whether a line is alone in its paragraph and marks the whole text."""
    below, deep = sheet.lines[n + 1 :], level(sheet.original[n])
    has_section = deep > 1 and any(0 < level(line) <= deep for line in below)
    return sheet.marks[n] == "all" and not has_section and not any(map(str.strip, below[:1]))


def _body(sheet: MarkedLines, first: int, top: Top) -> Body:
    lines = [*top.kept, "", *_untaken(sheet, first, top)]
    marks = [*[""] * len(top.kept), "", *sheet.marks[first:]]
    return body_of(lines, list(map(_mark_below, lines, marks)), top.issuers)


def _mark_below(line: str, mark: str) -> str:
    return mark or marks_in_text(line)


def _untaken(sheet: MarkedLines, first: int, top: Top) -> list[str]:
    """The lines of the text, those that mark something as they were: some are headings."""
    return [
        "" if n in top.taken else sheet.original[n] if sheet.marks[n] else sheet.lines[n]
        for n in range(first, len(sheet.lines))
    ]


def _held(sheet: MarkedLines, first: int) -> list[NotYet]:
    """What above the text keeps all of it from the public, and is no embargo."""
    return [
        held_back_whole(sheet.original[n])
        for n in range(first)
        if sheet.marks[n] and not sheet.held[n]
    ]


def _left_out(sheet: MarkedLines, first: int, top: Top) -> list[LeftOut]:
    ends = (
        (n, n + 1 if mark == "all" else paragraph_end(sheet.original, n))
        for n, mark in enumerate(sheet.marks[:first])
        if mark
    )
    marked = ["\n".join(sheet.original[n:end]).strip() for n, end in ends]
    remark = [LeftOut(top.headline.remark, SPOKEN_WORD)] if top.headline.remark else []
    return [*(LeftOut(words, FOR_JOURNALISTS) for words in marked), *top.left_out, *remark]


def _likely(dated: Dated, top: Top, not_yet: Sequence[NotYet]) -> str | None:
    """The language in which it says its date, what it is, or not yet."""
    lines = [*(one.words for one in not_yet if one.embargo)]
    by_date = written_in(dated.line) if dated.line else None
    return by_date or top.language or next(filter(None, map(written_in, lines)), None)
