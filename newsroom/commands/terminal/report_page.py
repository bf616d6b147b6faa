"""A report as a page of text: a name, and beside it what was understood."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from press.contact import Contact
from press.embargo import Embargo, Precision
from press.languages import OWN_NAMES
from press.releases.reading_report import (
    PartApart,
    ReadingReport,
    form_of,
    left_out_said,
    ways_to,
    words_in,
)
from press.releases.received import Enclosed
from press.releases.release import NotYet
from press.text import Kind

WIDTH = 80  # columns
_NAMES = 16  # columns of the names
NONE = "none"
# A telephone number or a date with a time, in which a line does not end; no longer than a line.
_NUMBER = re.compile(r"\+?\d[\d() /.-]{2,40}\d")
_KEPT = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class PageRow:
    """One name of a page, and what stands beside it.

    Args:
        name: what it is about.
        lines: an entry each, perhaps of several lines; without any the row is left out.
    """

    name: str
    lines: tuple[str, ...]


def page_of(report: ReadingReport, more: Iterable[PageRow] = ()) -> str:
    """A report as a page of text, no line longer than `WIDTH` unless one word is.

    Args:
        report: what was understood.
        more: what stands below it: what becomes of it.
    """
    rows = (*rows_of(report), *more)
    return "\n".join(line for row in rows for line in _laid_out(row))


def rows_of(report: ReadingReport) -> tuple[PageRow, ...]:
    """What stands on the page of a report."""
    filing = report.filing
    return (
        PageRow("Headline", (filing.headline,)),
        PageRow("Summary", (report.summary or NONE,)),
        PageRow("When", (moment_said(filing.moment),)),
        PageRow("Says not yet", tuple(map(_not_yet, filing.not_yet))),
        PageRow("Uncertain", filing.doubts),
        PageRow("Language", (_language(report),)),
        PageRow("Issuer", (filing.issuer or NONE,)),
        PageRow("Reference", (filing.reference or NONE,)),
        PageRow("Text", (_text(report),)),
        PageRow("For editors", tuple(map(_apart, _of(report, Kind.NOTES)))),
        PageRow("About sender", tuple(map(_apart, _of(report, Kind.ABOUT)))),
        PageRow("Contacts", tuple(map(_contact, filing.contacts)) or (NONE,)),
        PageRow("For the press", _for_the_press(filing.unpublished)),
        PageRow("Files", tuple(map(_file, filing.files)) or (NONE,)),
        PageRow("Left out", tuple(map(left_out_said, filing.left_out)) or ("nothing",)),
        PageRow("To note", report.notes),
    )


def moment_said(moment: Embargo | None) -> str:
    """A moment in words, with its zone."""
    if moment is None:
        return NONE
    day = f"{moment.wall.day} {moment.wall:%B %Y}"
    if moment.precision is Precision.DATE:
        return f"{day}, without a time of day ({moment.zone})"
    return f"{day}, {moment.wall:%H:%M} {moment.zone} ({moment.instant:%Y-%m-%d %H:%M} UTC)"


def counted_words(counts: dict[str, int]) -> str:
    """How many there are of each thing that is there, in words."""
    there = ((count, name) for name, count in counts.items() if count)
    return ", ".join(f"{n:,} {name[:-1] if n == 1 else name}" for n, name in there)


def _laid_out(row: PageRow) -> Iterator[str]:
    """The lines of a row; what follows the first line of an entry stands further in."""
    lead, further = f"{row.name:<{_NAMES}}", " " * (_NAMES + 2)
    for entry in row.lines:
        for line in filter(str.strip, entry.split("\n")):
            yield from _wrapped(line, lead, further)
            lead = further
        lead = " " * _NAMES


def _wrapped(line: str, first: str, rest: str) -> list[str]:
    """A line in as many as it takes; words and numbers stay whole."""
    whole = _NUMBER.sub(lambda found: found[0].replace(" ", _KEPT), " ".join(line.split()))
    found = textwrap.wrap(
        whole,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [one.replace(_KEPT, " ") for one in found]


def _not_yet(one: NotYet) -> str:
    words = " ".join(one.words.split())
    if one.embargo:
        return f"“{words}”: {moment_said(one.embargo)}"
    return f"“{words}”: {one.why or 'it names no moment'}"


def _language(report: ReadingReport) -> str:
    code = report.language
    if not code:
        return "not told"
    name = OWN_NAMES.get(code.split("-")[0], "")
    return f"{name or code}{f' ({code})' if name else ''}: {report.told}"


def _text(report: ReadingReport) -> str:
    return counted_words(report.counts) or "no text below the headline"


def _of(report: ReadingReport, kind: Kind) -> Sequence[PartApart]:
    return [part for part in report.apart if part.kind is kind]


def _apart(part: PartApart) -> str:
    counts = {"blocks": len(part.blocks), "words": words_in(part.blocks)}
    return f"“{part.heading}”: {counted_words(counts) or 'nothing below it'}"


def _contact(contact: Contact) -> str:
    who = ", ".join(filter(None, (contact.name, contact.role)))
    return "\n".join(filter(None, (who, *ways_to(contact), ", ".join(contact.address))))


def _for_the_press(contacts: Sequence[Contact]) -> tuple[str, ...]:
    """Whom the file names for the press alone."""
    if not contacts:
        return ()
    return (*map(_contact, contacts), "These are in no document that anybody reads.")


def _file(file: Enclosed) -> str:
    said = f"alternative text “{file.alt}”" if file.alt else "no alternative text"
    credit = f"; credit “{file.credit}”" if file.credit else ""
    return f"{file.name}: {form_of(file)}, {len(file.data):,} bytes; {said}{credit}"
