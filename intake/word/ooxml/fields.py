"""Fields of a Word document: words that Word writes by itself (ECMA-376-1, 17.16)."""

import re
from dataclasses import dataclass, field

from intake.word.losses import Losses

_LINK = re.compile(r'\s*HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))')
_PLACE = re.compile(r'\\l\s+"([^"]*)"')
_PAGES = {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF"}
_DATES = {"DATE", "TIME", "SAVEDATE", "PRINTDATE"}
# Fields that show nothing, so that there is nothing to miss without a result.
_SILENT = {
    *_PAGES,
    "XE",
    "TC",
    "TA",
    "RD",
    "SET",
    "ASK",
    "HYPERLINK",
    "TOC",
    "INDEX",
    "REF",
    "NEXT",
}
_LONGEST = 4000  # characters of an instruction that are looked at


@dataclass(slots=True)
class WordField:
    """A field that has begun.

    Args:
        box: the box it shows where it is a box to tick: `☐` or `☒`.
        is_shown: whether what follows is what it shows.
    """

    box: str = ""
    is_shown: bool = False
    _told: list[str] = field(default_factory=list)

    def tell(self, words: str) -> None:
        """Go on with its instruction."""
        if sum(map(len, self._told)) < _LONGEST:
            self._told.append(words)

    @property
    def instruction(self) -> str:
        """What it is to show."""
        return "".join(self._told)[:_LONGEST]

    @property
    def name(self) -> str:
        """The first word of its instruction."""
        return next(iter(self.instruction.split()), "").upper()

    @property
    def is_page(self) -> bool:
        """Whether it shows the number of a page, which a release has not."""
        return self.name in _PAGES

    @property
    def is_date(self) -> bool:
        """Whether it shows the day on which it was last looked at."""
        return self.name in _DATES

    @property
    def href(self) -> str:
        """Where it leads; empty where it is no link, or one within the document."""
        found = _LINK.match(self.instruction)
        if not found:
            return ""
        place = _PLACE.search(self.instruction)
        return (found[1] or found[2] or "") + (f"#{place[1]}" if place else "")

    def end(self, losses: Losses) -> str:
        """What it shows where Word has left no result for it."""
        if self.is_shown:
            return ""
        if self.name == "FORMCHECKBOX":
            return self.box
        if self.name and self.name not in _SILENT:
            losses.leave(self.instruction.strip(), "a field of Word for which it has left no words")
        return ""
