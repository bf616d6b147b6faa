"""What goes to translators outside and comes back: releases as XLIFF, the memory as TMX."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsroom.corrected import corrected
from newsroom.desk import Desk
from newsroom.review import Reviewed
from press.errors import Refusal, UnreadableFile
from press.exchange import Answer, Job, Memory, Remembered, Return
from press.release import Release
from press.text import Block, Origin
from storage import Storage, journal, memory, releases
from storage.journal import Line
from storage.memory import Pair


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a translator's file.

    Args:
        release: whose text it was.
        language: code.
        reviewed: the text as it is now.
        new: how many blocks have a translator's words they had not before.
        open: how many blocks were not done.
    """

    release: Release
    language: str
    reviewed: Reviewed
    new: int
    open: int


class Exchange:
    """The way out to translators, and back.

    Args:
        storage: where everything is kept.
        desk: which takes their words.
    """

    def __init__(self, storage: Storage, desk: Desk) -> None:
        self.storage = storage
        self.desk = desk

    def job(self, release_id: int, code: str) -> Job:
        """A release in one language, for a translator.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it was written in this language.
        """
        release, _ = self.desk.release(release_id)
        sheet = self.desk.sheet(release_id, code)
        return Job(release.tag, release.source, code, sheet.segments)

    def take(self, returned: Return, who: str, now: datetime) -> Taken:
        """Take what a translator changed or confirmed: all of it or, if refused, nothing.

        Raises:
            UnreadableFile: it belongs to no release here, or a block is of the wrong kind.
            NotAllowedNow: the release is withdrawn.
            UnknownLanguage: the newsroom does not publish in it.
        """
        with self.storage.read() as db:
            number = releases.with_tag(db, returned.name)
        if number is None:
            raise UnreadableFile("it belongs to no release of this newsroom")
        release, _ = self.desk.release(number)
        code = self.desk.site.languages.named(returned.target).code
        if returned.source != release.source:
            raise UnreadableFile(
                f"it is from {returned.source}; the release is in {release.source}"
            )
        pairs = self._new(release.id, code, _blocks(returned.answers))
        reviewed = self.desk.take(release.id, code, pairs, who, now)
        return Taken(release, code, reviewed, len(pairs), returned.open)

    def memory(self, pair: tuple[str, str] | None = None) -> list[Remembered]:
        """What is remembered, from one language into another or all of it."""
        with self.storage.read() as db:
            return list(memory.everything(db, Pair(*pair) if pair else None))

    def take_memory(self, found: Memory, who: str, now: datetime) -> int:
        """Add translations to the memory; what is known already stays as it is.

        Returns:
            how many are new.
        """
        with self.storage.write() as db:
            new = 0
            for one in found.translations:
                pair, digest = Pair(one.source_language, one.target_language), one.source.digest
                known = memory.recall(db, pair, [digest]).get(digest)
                if known is None or (known.origin, one.words.origin) == _BETTER:
                    made_at = one.made_at or now
                    memory.remember(db, pair, {digest: one.words}, made_at, [one.source])
                    new += 1
            journal.add(db, Line(now, who, "took a memory", None, f"{new} translations"))
            return new

    def _new(
        self, release_id: int, code: str, pairs: Sequence[tuple[Block, Block]]
    ) -> list[tuple[Block, Block]]:
        """Without what an editor has said in the very same words."""
        said = {b.of: b for b in self.desk.sheet(release_id, code).blocks}
        return [(source, words) for source, words in pairs if said.get(source.digest) != words]


# An editor's words are remembered beside a machine's, and used instead of them.
_BETTER = (Origin.MACHINE, Origin.EDITOR)


def _blocks(answers: Sequence[Answer]) -> list[tuple[Block, Block]]:
    mistakes = list(_mistakes(answers))
    if mistakes:
        raise UnreadableFile("; ".join(mistakes))
    return [(answer.source, corrected(answer.source, answer.words)) for answer in answers]


def _mistakes(answers: Sequence[Answer]) -> Iterator[str]:
    for answer in answers:
        try:
            corrected(answer.source, answer.words)
        except Refusal as refusal:
            yield f"block {answer.number}: {refusal}"
