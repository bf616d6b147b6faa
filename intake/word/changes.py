"""What is not settled in an office document: who would still change what, and what was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.word.losses import Losses
from press.errors import UnreadableFile
from press.releases.received import LeftOut

SHOWN = 10  # changes that are named
_WORDS = 8  # of each
_GONE = ("deleted", "moved away")


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """Something that is not settled in a document.

    Args:
        who: did it; may be empty.
        did: inserted, deleted, moved here, moved away, merged or commented.
        words: all of them; empty where it is a break between paragraphs.
    """

    who: str
    did: str
    words: str

    def __str__(self) -> str:
        words = self.words.split()
        few = " ".join(words[:_WORDS])[:120] + (" …" if len(words) > _WORDS else "")
        return f"{self.who or 'somebody'} {self.did} {f'“{few}”' if few else 'a paragraph break'}"

    @property
    def is_gone(self) -> bool:
        """Whether its words are no longer in the text once the change is done."""
        return self.did in _GONE


def check_settled(changes: Sequence[TrackedChange], *, accept: bool) -> None:
    """Refuse a document in which something is not settled, unless changes are accepted.

    Raises:
        UnreadableFile: there are tracked changes or comments; the message lists them.
    """
    if not changes or accept:
        return
    raise UnreadableFile(
        f"it has tracked changes or comments: {listed(changes)}. Accept or reject each change and "
        "delete the comments in the word processor, or take the changes as done with "
        "--accept-changes"
    )


def listed(changes: Sequence[TrackedChange]) -> str:
    """The first of them in words, and how many more there are."""
    more = f"; and {len(changes) - SHOWN} more" if len(changes) > SHOWN else ""
    return "; ".join(map(str, changes[:SHOWN])) + more


def name(changes: Sequence[TrackedChange], losses: Losses) -> None:
    """Say what becomes of changes that are taken as done."""
    for one in changes:
        who = one.who or "somebody"
        if one.did == "commented":
            losses.leave(one.words, f"it is a comment by {who}")
        elif one.is_gone and one.words.strip():
            losses.found.append(LeftOut(one.words.strip()[:300], f"{who} {one.did} it"))
    if kept := [one for one in changes if not one.is_gone and one.did != "commented"]:
        losses.note(f"Tracked changes were taken as done: {listed(kept)}.")
