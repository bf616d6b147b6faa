"""What was understood of a file: one report, for whoever sent it and for programs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from press.contact import Contact
from press.releases.attachment import HEAD, form_called, media_type_of
from press.releases.received import Enclosed, LeftOut
from press.releases.release import Filing, NotYet, Reading
from press.text import Block, Kind, Text

# A Markdown link, an address in angle brackets, or one that stands alone.
_LINK = re.compile(r"\]\(|<(?:https?|mailto):|(?<![\[(<\w])https?://")
_WORD = re.compile(r"\w")
_APART = (Kind.NOTES, Kind.ABOUT)
# What a text is made of beside paragraphs.
_COUNTED = {
    Kind.HEADING: "headings",
    Kind.LIST: "lists",
    Kind.TABLE: "tables",
    Kind.QUOTE: "quotations",
}


class LanguageTold(StrEnum):
    """How it is known in which language a text is."""

    NAMED = "the file names it"
    DATED = "its date is written in it"
    READ = "its words are in it"
    TAKEN = "nothing in the file names another"


@dataclass(frozen=True, slots=True)
class PartApart:
    """Notes to editors, or what the sender always says of itself.

    Args:
        kind: which of the two.
        heading: above it.
        blocks: below its heading.
    """

    kind: Kind
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """What was understood of one release in a file.

    Args:
        filing: as it was read.
        notes: of the file and of this release, a sentence each.
        language: code of the language it is filed in; empty where nobody has decided.
        told: how that is known.
    """

    filing: Filing
    notes: tuple[str, ...] = ()
    language: str = ""
    told: LanguageTold = LanguageTold.TAKEN

    @property
    def summary(self) -> str:
        """Its summary, plain text; may be empty."""
        return Text(self.language, self.filing.blocks).summary or ""

    @property
    def body(self) -> tuple[Block, ...]:
        """The text below headline and summary, without what stands apart."""
        blocks = Text(self.language, self.filing.blocks).body
        end = next((n for n, block in enumerate(blocks) if block.kind in _APART), len(blocks))
        return blocks[:end]

    @property
    def apart(self) -> tuple[PartApart, ...]:
        """Notes to editors and boilerplate, in the file's order."""
        return tuple(_apart(self.filing.blocks))

    @property
    def counts(self) -> dict[str, int]:
        """How many blocks and words the text has, and how much of it is no plain paragraph."""
        kinds = Counter(block.kind for block in self.body)
        found = {"blocks": len(self.body), "words": words_in(self.body)}
        found |= {name: kinds[kind] for kind, name in _COUNTED.items()}
        return found | {"links": sum(len(_LINK.findall(b.markdown)) for b in self.body)}

    def fields(self) -> dict[str, Any]:
        """All of it, for a program to read."""
        filing, moment = self.filing, self.filing.moment
        return {
            "headline": filing.headline,
            "summary": self.summary,
            "when": str(moment) if moment else None,
            "says_not_yet": [_not_yet(one) for one in filing.not_yet],
            "language": self.language or None,
            "language_told": str(self.told),
            "issuer": filing.issuer,
            "reference": filing.reference,
            "identity": filing.identity,
            "text": [block.markdown for block in self.body],
            "counts": self.counts,
            "notes_to_editors": _said(self.apart, Kind.NOTES),
            "boilerplate": _said(self.apart, Kind.ABOUT),
            "contacts": [asdict(contact) for contact in filing.contacts],
            "unpublished": [asdict(contact) for contact in filing.unpublished],
            "files": [_file(file) for file in filing.files],
            "left_out": [asdict(one) for one in filing.left_out],
            "doubts": list(filing.doubts),
            "notes": list(self.notes),
        }


def report_of(filing: Filing, reading: Reading, code: str = "", reads: str = "") -> ReadingReport:
    """Say what was understood of one release in a file.

    Args:
        filing: one of the reading's.
        reading: all that was found in the file.
        code: of the language that it is filed in, where that is decided.
        reads: code of the language its words seem to be in, where somebody has looked.
    """
    notes = tuple(dict.fromkeys((*reading.notes, *filing.notes)))
    language = code or filing.language or filing.likely or reads
    return ReadingReport(filing, notes, language, _told(filing, language, reads))


def words_in(blocks: Iterable[Block]) -> int:
    """How many words blocks have; marks between them are none."""
    return sum(1 for b in blocks for word in b.markdown.split() if _WORD.search(word))


def form_of(file: Enclosed) -> str:
    """What people call the form of a file that may be attached."""
    return form_called(media_type_of(file.name, file.data[:HEAD]))


def _told(filing: Filing, language: str, reads: str) -> LanguageTold:
    if filing.language:
        return LanguageTold.NAMED
    if language and language == filing.likely:
        return LanguageTold.DATED
    return LanguageTold.READ if language and language == reads else LanguageTold.TAKEN


def _apart(blocks: Sequence[Block]) -> Iterator[PartApart]:
    starts = [n for n, block in enumerate(blocks) if block.kind in _APART]
    for start, end in pairwise([*starts, len(blocks)]):
        heading = blocks[start].markdown.strip("# ")
        yield PartApart(blocks[start].kind, heading, tuple(blocks[start + 1 : end]))


def _said(parts: Iterable[PartApart], kind: Kind) -> list[str]:
    return [block.markdown for part in parts if part.kind is kind for block in part.blocks]


def _not_yet(one: NotYet) -> dict[str, str | None]:
    return {"words": one.words, "until": str(one.embargo) if one.embargo else None, "why": one.why}


def _file(file: Enclosed) -> dict[str, Any]:
    facts = {"name": file.name, "form": form_of(file), "size": len(file.data)}
    return facts | {"alt": file.alt, "credit": file.credit}


def ways_to(contact: Contact) -> tuple[str, ...]:
    """How somebody is reached, a line each for numbers, mail addresses and web addresses."""
    return tuple(", ".join(ways) for ways in (contact.phones, contact.emails, contact.sites))


def left_out_said(one: LeftOut, most: int = 160) -> str:
    """What was left out and why, on one line; long words are cut, and it is said how long.

    Args:
        one: what was left out.
        most: characters of its words that are shown.
    """
    words = " ".join(one.what.split())
    if len(words) > most:
        words = f"{words[:most].rstrip()} … ({len(words):,} characters)"
    return f"“{words}”: {one.why}"
