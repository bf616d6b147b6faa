"""What is known and counted while a Word document is read from the top."""

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from intake.word.losses import Losses
from intake.word.names import q
from intake.word.ooxml.fields import WordField
from intake.word.ooxml.numbering import WordLists
from intake.word.ooxml.package import Relation
from intake.word.ooxml.styles import WordStyle, WordStyles, shown
from intake.word.sheet import Picture
from press.errors import UnreadableFile

# What mammoth turns into a page in half a second: a table of 1,300 cells, or 2,000 paragraphs.
MOST_PIECES = 4000
MOST_LETTERS = 400_000
_VALUE = q("w:val")


@dataclass(slots=True)
class WordState:
    """What is known and counted.

    Args:
        styles: of the document.
        lists: counted as far as has been read.
        notes: footnotes and endnotes by kind and name, each with what its part refers to.
        relations: what the part that is read refers to.
        losses: what is left out.
        fields: that have begun and not ended, the outermost first.
        languages: how many letters are in each.
        pictures: in the document's order.
        told: notes that something in the text refers to.
        pages: numbers of pages that the text shows.
        kept_back: such notes that are not for publication.
    """

    styles: WordStyles
    lists: WordLists
    notes: dict[tuple[str, str], tuple[etree._Element, dict[str, Relation]]]
    relations: dict[str, Relation] = field(default_factory=dict)
    losses: Losses = field(default_factory=Losses)
    fields: list[WordField] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    pictures: list[Picture] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    kept_back: set[tuple[str, str]] = field(default_factory=set)
    _looks: dict[object, WordStyle] = field(default_factory=dict)
    _pieces: int = 0
    _letters: int = 0

    def look(self, paragraph: WordStyle, properties: etree._Element | None) -> WordStyle:
        """How the words of a run look, in a paragraph of some style."""
        if properties is None:
            told: tuple[object, ...] = ()
        else:
            told = tuple((one.tag, one.get(_VALUE)) for one in properties)
        if (paragraph, told) not in self._looks:
            self._looks[paragraph, told] = shown(self.styles, paragraph, properties)
        return self._looks[paragraph, told]

    def leave_pages(self) -> None:
        """Name the numbers of pages in what was read; a release has no pages."""
        for number in self.pages:
            self.losses.leave(number, "it is the number of a page, and a release has no pages")
        self.pages.clear()

    def count(self, pieces: int, letters: int = 0) -> None:
        """Count what has been read.

        Raises:
            UnreadableFile: it is more than any press text has.
        """
        self._pieces += pieces
        self._letters += letters
        if self._pieces > MOST_PIECES or self._letters > MOST_LETTERS:
            raise UnreadableFile(
                f"it is longer than a press text: more than {MOST_PIECES:,} paragraphs, cells and "
                f"stretches of one look, or more than {MOST_LETTERS:,} characters; send the text "
                "alone, and tables and annexes apart"
            )
