"""What is counted and found while an office document is read from the top."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePath

from intake.word.losses import Losses
from intake.word.sheet import Picture
from press.errors import UnreadableFile

# What mammoth turns into a page in half a second: a table of 1,300 cells, or 2,000 paragraphs.
MOST_PIECES = 4000
MOST_LETTERS = 400_000


@dataclass(slots=True)
class ReadingState:
    """What is counted and found.

    Args:
        losses: what is left out.
        languages: how many letters are in each.
        pictures: in the document's order.
        told: notes that something in the text refers to.
        pages: numbers of pages that the text shows.
    """

    losses: Losses = field(default_factory=Losses)
    languages: Counter[str] = field(default_factory=Counter)
    pictures: list[Picture] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    _pieces: int = 0
    _letters: int = 0

    @property
    def language(self) -> str:
        """The tag of the language that most letters are in; may be empty."""
        return next((tag for tag, _ in self.languages.most_common(1)), "")

    def leave_pictures(self, count: int) -> None:
        """Name the pictures behind the first ones, which are those of headers and footers."""
        for picture in self.pictures[count:]:
            self.losses.leave(
                picture.alt or PurePath(picture.part).name,
                "it is a picture in the header or footer of its pages",
            )

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
