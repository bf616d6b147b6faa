"""The text below front matter without what it marks as not for publication, as in any text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.notyet.screening import Screened
from intake.text.blocks import plain
from intake.text.body import Body, public_lines
from intake.text.presstext import FOR_JOURNALISTS, held_back_whole, held_by_above, marked_lines
from intake.text.sheet.seen import level
from intake.text.sheet.withheld import WHY, marks_in_text
from press.contact import Contact
from press.releases.received import LeftOut
from press.releases.release import NotYet

_UNDERLINE = re.compile(r" {0,3}=+[ \t]*")


@dataclass(frozen=True, slots=True)
class PublicPart:
    """What of a text is for the public, and what is said of the rest.

    Args:
        text: without what is marked.
        left_out: what was taken out.
        not_yet: marks of the whole text, or of what stands above them.
        unpublished: whom the press alone may call.
    """

    text: str
    left_out: tuple[LeftOut, ...]
    not_yet: tuple[NotYet, ...]
    unpublished: tuple[Contact, ...]


def public_part(text: str, screened: Screened, title: str) -> PublicPart:
    """Take out of a text what it marks as not for publication.

    Args:
        text: below the front matter.
        screened: the same, without what says “not yet”.
        title: plain words of the headline that the front matter gives; may be empty.
    """
    lines, marks = _lines_of(text, screened)
    first, end = _headline_of(lines, marks, title)
    # What stands above the headline speaks of the whole text, and its section ends there.
    top, whole = public_lines(lines[:first], marks[:first])
    rest, body = public_lines(lines[end:], marks[end:])
    return PublicPart(
        "\n".join((*top, *lines[first:end], *rest)),
        (*(LeftOut(one.what, FOR_JOURNALISTS) for one in whole.left_out), *body.left_out),
        (*map(held_back_whole, _marked(whole)), *held_by_above(body)),
        (*whole.unpublished, *body.unpublished),
    )


def public_summary(words: str, screened: Screened) -> tuple[str, tuple[LeftOut, ...]]:
    """A summary, or nothing and what was left out where it is marked as not for publication."""
    if not marks_in_text(words):
        return screened.text, ()
    return "", (LeftOut(words, WHY),)


def _lines_of(text: str, screened: Screened) -> tuple[list[str], list[str]]:
    """The lines that are left, those with a mark as they were, and what each marks."""
    sheet = marked_lines(text.split("\n"), screened)
    every = zip(sheet.original, sheet.lines, sheet.marks, strict=True)
    lines = [as_written if mark else line for as_written, line, mark in every]
    return lines, [
        mark or marks_in_text(line) for line, mark in zip(lines, sheet.marks, strict=True)
    ]


def _headline_of(lines: Sequence[str], marks: Sequence[str], title: str) -> tuple[int, int]:
    """The numbers of the first line of the headline and of the one behind it.

    A heading that only marks the text is none where another follows. Both are 0 where the front
    matter alone names it.
    """
    found = list(_headings(lines, title))
    unmarked = (one for one in found if marks[one[0]] != "all")
    return next(unmarked, found[0] if found else (0, 0))


def _headings(lines: Sequence[str], title: str) -> Iterator[tuple[int, int]]:
    """The headings that may be the headline; of a title that is known, one that begins the text."""
    for n, line in enumerate(lines):
        if not line.strip():
            continue
        is_underlined = n + 1 < len(lines) and _UNDERLINE.fullmatch(lines[n + 1]) is not None
        if is_underlined or level(line) == 1:
            words = plain(line.strip().strip("#").strip())
            if title in ("", words):
                yield n, n + 1 + is_underlined
        if title:
            break


def _marked(whole: Body) -> tuple[str, ...]:
    """What in the lines above a headline marks all of the text."""
    return (*(one.what for one in whole.left_out), *whole.above)
