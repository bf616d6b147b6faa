"""What of a document is in no release, as it is found while reading."""

import re
from collections import Counter
from dataclasses import dataclass, field

from intake.notyet.withholding import marked_beside
from intake.text.sheet.withheld import WHY, marks_in
from press.releases.received import LeftOut
from press.releases.release import NotYet

_OF_ITS_PLACE = re.compile(
    r"\b(?:th(?:is|ese)|above|cet?|cette|ces|ci-dessus|dies\w*|oben|obig\w*|vorstehend\w*|deze|dit"
    r"|hierboven|bovenstaande?)\b",
    re.IGNORECASE,
)
MOST = 20  # that are named for one reason
_LONGEST = 300  # characters of each
_ALL = 200_000  # characters that are looked through for an embargo; more of them hold the text
_TOO_LONG = "more words of it are hidden or left out than can be looked through"


@dataclass(slots=True)
class Losses:
    """What is left out, and what an officer should know.

    Args:
        found: in the order it was found.
        notes: a sentence each.
        unseen: words that readers will not see, and which may say “not yet” all the same.
        settled: those of them that are not for publication and are in no document.
        struck: words that are struck through.
    """

    found: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    settled: set[str] = field(default_factory=set)
    struck: list[str] = field(default_factory=list)
    _kept: int = 0

    def leave(self, what: str, why: str) -> None:
        """Leave something out.

        Args:
            what: its words, or what it is called.
            why: as a clause an officer understands.
        """
        said = " ".join(what.split())
        self.hear(what)
        if said:
            short = said if len(said) <= _LONGEST else f"{said[:_LONGEST]} …"
            self.found.append(LeftOut(short, why))

    def withhold(self, words: str, why: str) -> None:
        """Leave out what speaks of itself alone where it says that it is not for publication."""
        self.settled.add(words)
        self.leave(words, why)

    def keeps_back(self, note: str) -> bool:
        """Leave out a note that is not for publication; whether it was.

        What it says of itself is all that is meant; what may mean the words it belongs to holds
        the release.

        Args:
            note: its words, a paragraph a line.
        """
        marks = {marks_in(line) for line in note.split("\n")}
        if not any(marks) and not marked_beside((note,)):
            return False
        if marks & {"below", "para", "part"} and not _OF_ITS_PLACE.search(note):
            self.withhold(note, WHY)
        else:
            self.leave(note, WHY)
        return True

    def hear(self, words: str) -> None:
        """Keep words in which an embargo is looked for."""
        if not words.strip():
            return
        if self._kept < _ALL:
            self.unseen.append(words[: _ALL - self._kept])
        self._kept += len(words)

    @property
    def unheard(self) -> tuple[NotYet, ...]:
        """What stands for the words that are too many to be looked through: they may say it."""
        return (NotYet("", None, _TOO_LONG),) if self._kept > _ALL else ()

    def note(self, sentence: str) -> None:
        """Say something once."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    @property
    def told(self) -> tuple[str, ...]:
        """What an officer should know, a sentence each."""
        if not self.struck:
            return tuple(self.notes)
        few = "; ".join(f"“{words[:120]}”" for words in self.struck[:MOST])
        return (*self.notes, f"Words that are struck through are read like any others: {few}.")

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """All of it, each once; of very many for the same reason the first, and how many more."""
        named, counts = list[LeftOut](), Counter[str]()
        for one in dict.fromkeys(self.found):
            counts[one.why] += 1
            if counts[one.why] <= MOST:
                named.append(one)
        more = {why: count - MOST for why, count in counts.items() if count > MOST}
        return (*named, *(LeftOut(f"{count} more", why) for why, count in more.items()))
