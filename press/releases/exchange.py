"""What goes to translators outside and comes back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from press.releases.review import Segment
from press.text import Block


@dataclass(frozen=True, slots=True)
class Job:
    """One release in one language, as a translator gets it.

    Args:
        name: the release's permanent identifier.
        source: code of the language it was written in.
        target: code of the language wanted.
        segments: a block each, with the newest words and an editor's earlier ones.
    """

    name: str
    source: str
    target: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ReturnedBlock:
    """What a translator says of one block.

    Args:
        number: the block's in the file, from 1.
        source: the block as it was sent.
        words: its translation as it came back, Markdown.
        changed: whether these are other words than were sent.
    """

    number: int
    source: Block
    words: str
    changed: bool = True


@dataclass(frozen=True, slots=True)
class Return:
    """A translator's file that came back.

    Args:
        name: the release's permanent identifier.
        source: code of the language of the release.
        target: code of the language of the translation.
        answers: of the blocks that the translator changed or confirmed.
        open: how many blocks are not done.
    """

    name: str
    source: str
    target: str
    answers: tuple[ReturnedBlock, ...]
    open: int


@dataclass(frozen=True, slots=True)
class Remembered:
    """One translation in the memory.

    Args:
        source_language: code.
        target_language: code.
        source: the block that was translated.
        words: its translation.
        made_at: when it was made, UTC, where that is known.
    """

    source_language: str
    target_language: str
    source: Block
    words: Block
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """A translation memory, or a part of one, as it was read.

    Args:
        translations: what it holds.
        left_out: how many units hold another program's codes, more words than any block has, or
            languages nobody asked for.
        units: how many it has, with those left out.
    """

    translations: Sequence[Remembered]
    left_out: int
    units: int = 0


@dataclass(frozen=True, slots=True)
class MemoryParts:
    """A translation memory that is read part by part, since all of it may be too much to hold.

    Args:
        units: how many it has.
        parts: one after the other, each made when it is asked for; at least one, maybe empty.
    """

    units: int
    parts: Iterator[Memory]
