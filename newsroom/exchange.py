"""What goes to translators outside and comes back: releases as XLIFF, the memory as TMX."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsroom.corrected import corrected
from newsroom.desk import Desk
from newsroom.review import Reviewed
from press.errors import Refusal, UnreadableFile
from press.exchange import Answer, Job, Memory, Remembered, Return
from press.release import Release
from press.review import Displaced, Sheet
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
        replaced: an editor's words that the translator's took the place of, by their source.
    """

    release: Release
    language: str
    reviewed: Reviewed
    new: int
    open: int
    replaced: tuple[Displaced, ...] = ()


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

        What the translator only confirmed does not undo what an editor has put in its place since
        it was sent.

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
        edited = _edited(self.desk.sheet(release.id, code))
        pairs = _new(returned.answers, edited)
        reviewed = self.desk.take(release.id, code, pairs, who, now)
        replaced = tuple(edited[s.digest] for s, _ in pairs if s.digest in edited)
        return Taken(release, code, reviewed, len(pairs), returned.open, replaced)

    def memory(self, pair: tuple[str, str] | None = None) -> list[Remembered]:
        """What is remembered, from one language into another or all of it.

        A machine's words that must not go out unread stay here: a memory cannot say that of them.
        """
        with self.storage.read() as db:
            known = memory.everything(db, Pair(*pair) if pair else None)
            return [one for one in known if not one.words.is_blocked]

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


# An editor's words are remembered beside a machine's, and used instead of them.
_BETTER = (Origin.MACHINE, Origin.EDITOR)


def _edited(sheet: Sheet) -> dict[str, Displaced]:
    """An editor's words in a text and beside it, by digest of their source."""
    beside = [one for segment in sheet.segments for one in segment.displaced]
    inside = [
        Displaced(segment.source, segment.target)
        for segment in sheet.segments
        if segment.target and segment.target.origin is Origin.EDITOR
    ]
    return {one.source.digest: one for one in (*sheet.elsewhere, *beside, *inside)}


def _new(answers: Sequence[Answer], edited: Mapping[str, Displaced]) -> list[tuple[Block, Block]]:
    """Without what an editor has said in the very same words, or otherwise since it was sent."""
    changed = {answer.source.digest for answer in answers if answer.changed}
    return [
        (source, words)
        for source, words in _blocks(answers)
        if source.digest not in edited
        or (source.digest in changed and edited[source.digest].words != words)
    ]


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
