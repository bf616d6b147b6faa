"""From what is understood of an office document to a release."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePath

from intake.characters.language import reads_otherwise
from intake.enclosures import sorted_out
from intake.given import Given
from intake.markup.html import marked
from intake.notyet.outright import outright
from intake.notyet.screening import all_of, each_moment_once, screen
from intake.notyet.waiting import waiting_in
from intake.notyet.withholding import marked_beside
from intake.text import presstext
from intake.word.archive import OfficeArchive
from intake.word.furniture import telling, unsaid
from intake.word.hearing import strings_in, unread
from intake.word.losses import Losses
from intake.word.page import html_of
from intake.word.sheet import Picture, SheetBlock, paragraphs_of
from intake.word.styled import said_by_styles, states_of
from press.errors import Refusal, UnreadableFile
from press.releases.received import Enclosed
from press.releases.release import Filing, NotYet
from press.text import clean

_EDGE = "it stands in the header or footer of its pages"
_NUMBER_OF_NOTE = re.compile(r"\[\d{1,4}\]")
_SAMPLE = 5000  # letters by which a language is told


@dataclass(frozen=True, slots=True)
class OfficeText:
    """What is understood of a document.

    Args:
        archive: its members.
        blocks: its text.
        edges: lines of headers and footers, each once.
        pictures: in the text, in its order.
        language: tag of the language that most of its words are marked as; may be empty.
        losses: what is left out of it.
    """

    archive: OfficeArchive
    blocks: list[SheetBlock]
    edges: list[str]
    pictures: list[Picture]
    language: str
    losses: Losses

    @property
    def markdown(self) -> str:
        """The text as CommonMark.

        Raises:
            UnreadableFile: there is none.
        """
        page = marked(html_of(self.blocks)).markdown
        if not page.strip():
            raise UnreadableFile("it has no words; send the text as words, not as a picture")
        return page


def filing_of(text: OfficeText, given: Given) -> Filing:
    """The release in a document.

    Raises:
        Refusal: its words cannot be read as a press text.
    """
    page, losses = text.markdown, text.losses
    filing = _filed(text, page, given)
    files, refused = sorted_out(_enclosed(text))
    return replace(
        filing,
        likely=filing.likely or _likely(text.language, page),
        not_yet=_not_yet(text, filing.not_yet, given),
        files=(*filing.files, *files),
        left_out=(*filing.left_out, *losses.left_out, *refused),
        notes=(*filing.notes, *losses.told),
    )


def _not_yet(text: OfficeText, said: tuple[NotYet, ...], given: Given) -> tuple[NotYet, ...]:
    """What the text says of it, and all that stands beside the text; no moment of it twice."""
    losses = text.losses
    for picture in text.pictures:
        losses.hear(picture.alt)
    shown = [one.words for one in paragraphs_of(text.blocks)]
    plain = [_NUMBER_OF_NOTE.sub("", words) for words in shown]
    heard = [*shown, *plain, *text.edges, *losses.unseen]
    for words in unread(strings_in(text.archive), heard):
        losses.hear(words)
    for words in said_by_styles(text.archive):
        losses.hear(words)
    states = outright(states_of(text.archive), given)
    beside = all_of(screen("\n\n".join(losses.unseen), given), named=said)
    marks = marked_beside(words for words in losses.unseen if words not in losses.settled)
    waits = () if beside or states or marks else islice(waiting_in(losses.unseen), 1)
    return tuple(each_moment_once((*beside, *states, *marks, *waits, *losses.unheard)))


def _furniture(text: OfficeText, given: Given) -> tuple[list[str], list[str]]:
    """Lines of headers and footers that belong above the headline; the others are named."""
    lines = unsaid(text.edges, text.blocks)
    who, when = telling(lines, given)
    for line in lines:
        if line in (*who, *when):
            text.losses.hear(line)
        else:
            text.losses.leave(line, _EDGE)
    return who, when


def _filed(text: OfficeText, page: str, given: Given) -> Filing:
    """The release, with what its header says of it; its date only where it bears no other."""
    who, when = _furniture(text, given)
    said, used = "\n".join([*who, "", page]) if who else page, ""
    filing = presstext.read(said, given).filings[0]
    if when and not filing.embargo and not filing.not_yet:
        try:
            filing = presstext.read(f"{when[0]}\n{said}", given).filings[0]
            used = when[0]
        except Refusal:
            pass  # it is named below
    for line in when:
        if line != used:
            text.losses.leave(line, _EDGE)
    return filing


def _enclosed(text: OfficeText) -> Iterator[Enclosed]:
    """Each picture once, with what is first said of it."""
    described = {one.part: one.alt for one in reversed(text.pictures) if one.alt}
    for part in dict.fromkeys(one.part for one in text.pictures):
        if part in text.archive.names:
            alt = clean(described.get(part, ""))
            yield Enclosed(PurePath(part).name, text.archive.read(part), alt)
        else:
            text.losses.leave(part, "it is a picture that is not in the file")


def _likely(tag: str, page: str) -> str | None:
    """The code of a language, unless the text reads as if it were in another."""
    code = tag.partition("-")[0].lower()
    return code if code and reads_otherwise(page[:_SAMPLE], code) is None else None
