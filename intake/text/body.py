"""The text below its headline: its blocks, whom to call, and what of it is in no document."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.contacts.blocks import take_contacts
from intake.contacts.columns import doubts_of
from intake.text.blocks import split
from intake.text.bullets import listed
from intake.text.extents import without_withheld
from intake.text.sections import in_sections
from intake.text.sheet import withheld
from intake.text.sheet.furniture import (
    AGENCY,
    END_OF_TEXT,
    is_end,
    is_end_in_words,
    is_letterhead,
    may_close,
    why_left_out,
    without_agency,
)
from intake.text.sheet.seen import said
from intake.text.short_lines import with_breaks
from press.contact import Contact
from press.releases.received import LeftOut
from press.text import Block, Kind


@dataclass(slots=True)
class Body:
    """A text below its headline.

    Args:
        blocks: in reading order, sections apart last.
        contacts: whom to call.
        unpublished: whom the press alone may call.
        left_out: what is in no document.
        doubtful: marks of words that left the text with them, which hold it all the same.
        reached: lines with a number or an address, some of whose words no contact keeps.
        doubts: of whom the numbers are of people side by side.
        above: marks “not for publication” of what stands above them, and so in the blocks.
    """

    blocks: tuple[Block, ...] = ()
    contacts: tuple[Contact, ...] = ()
    unpublished: tuple[Contact, ...] = ()
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: tuple[str, ...] = ()
    above: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)


def body_of(lines: Sequence[str], marks: Sequence[str], senders: Sequence[str]) -> Body:
    """Read a text below its headline.

    Args:
        lines: of it.
        marks: what each says of publication, as `withheld.marks_in_text` does.
        senders: names of the offices that send it.
    """
    public, body = public_lines(lines, marks, senders)
    rest, ended = _without_marks_of_end(public, body)
    rest, body.contacts = take_contacts(rest)
    body.doubts = doubts_of(rest)
    rest = _without_agency(_without_last_marks(rest, body), body)
    names = [*senders, *(contact.name for contact in body.contacts)]
    above, below = (_blocks_of(part) for part in (rest[:ended], rest[ended:]))
    blocks = in_sections((*above, *below), len(above), names)
    body.blocks = tuple(_without_edges(blocks))
    return body


def public_lines(
    lines: Sequence[str], marks: Sequence[str], senders: Sequence[str] = ()
) -> tuple[list[str], Body]:
    """The lines that are for the public, and a body that names the others and has no blocks yet.

    Args:
        lines: as above.
        marks: likewise.
        senders: likewise.
    """
    public = without_withheld(lines, marks, senders)
    reached = list(filter(withheld.says_how_to_reach, public.lines))
    body = Body(above=public.above, doubtful=public.doubtful, reached=reached)
    for part in public.parts:
        body.left_out.append(LeftOut("\n".join(part), withheld.WHY))
        body.unpublished += _whom_to_call(withheld.whom_to_call(part))
    return public.lines, body


def _blocks_of(lines: Sequence[str]) -> tuple[Block, ...]:
    return split("\n".join(with_breaks(listed(lines))), typed=True)


def _whom_to_call(part: Sequence[str]) -> tuple[Contact, ...]:
    """The contacts in what is not for publication, where need be on lines between others."""
    apart = [line for words in part for line in (words, "")]
    return take_contacts(part)[1] or take_contacts(apart)[1]


def _without_marks_of_end(lines: Sequence[str], body: Body) -> tuple[list[str], int]:
    """Without the lines that say where the text ends or when it was changed, and its end."""
    rest, ended = list(lines), len(lines)
    for n, line in enumerate(lines):
        if not may_close(line):
            continue
        if is_end_in_words(line) or line.strip() == "###":
            ended, why = min(ended, n), END_OF_TEXT
        elif is_letterhead(line) or is_end(line) or not (why := why_left_out(line)):
            continue
        body.left_out.append(LeftOut(said(line) or line.strip(), why))
        rest[n] = ""
    return rest, ended


def _without_last_marks(lines: list[str], body: Body) -> list[str]:
    """Without signs that mark the end, where no text follows; between parts they are rules."""
    for n in range(len(lines) - 1, -1, -1):
        if lines[n].strip() and not is_end(lines[n]):
            break
        if lines[n].strip():
            body.left_out.append(LeftOut(lines[n].strip(), END_OF_TEXT))
            lines[n] = ""
    return lines


def _without_agency(lines: list[str], body: Body) -> list[str]:
    """Without the agency that signs before the first paragraph."""
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is not None:
        lines[first], agency = without_agency(lines[first])
        body.left_out += [LeftOut(agency, AGENCY)] if agency else []
    return lines


def _without_edges(blocks: Sequence[Block]) -> Sequence[Block]:
    """Without the rules that only set the text apart from headline and contacts."""
    words = [n for n, block in enumerate(blocks) if block.kind is not Kind.RULE]
    return blocks[words[0] : words[-1] + 1] if words else ()
