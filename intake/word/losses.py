"""What of a document is in no release, as it is found while reading."""

from collections import Counter
from dataclasses import dataclass, field

from press.releases.received import LeftOut
from press.releases.release import NotYet

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
        struck: words that are struck through.
    """

    found: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
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
