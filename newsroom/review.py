"""What editors do with translations: each act one transaction, journalled."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.choosing import all_to_approve, approved, chosen, of_a_machine, rejected
from newsroom.corrected import corrected
from newsroom.filling import place, put_in, sheet
from newsroom.life import WAITING, Life
from press.errors import NotAllowedNow
from press.release import Release, State
from press.review import Sheet, named
from press.site import Site
from press.text import Block, Text
from storage import Database, Storage, findings, journal, memory, releases
from storage.journal import Line
from storage.memory import Pair

_OPEN = (*WAITING, State.OUT)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A text after an editor's act.

    Args:
        sheet: as it is now.
        is_ready: whether the public may read these words, now or from the release's minute.
        at: numbers of the blocks the act was about.
    """

    sheet: Sheet
    is_ready: bool
    at: tuple[int, ...]


class Review(Life):
    """The editors' side: look at translations, approve, correct and reject them.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages, zone and names.
        reviewed: codes of the languages whose machine text waits for an editor.
    """

    def __init__(
        self, storage: Storage, site: Site, reviewed: AbstractSet[str] = frozenset()
    ) -> None:
        super().__init__(storage, site)
        self.reviewed = reviewed

    def to_review(self) -> list[Sheet]:
        """Every text that waits, is older than its original, or has something said against it."""
        with self.storage.read() as db:
            return [
                sheet(db, releases.get(db, number), code) for number, code in findings.to_review(db)
            ]

    def sheet(self, release_id: int, code: str) -> Sheet:
        """One language of a release: source and target side by side, the newest words.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: the release was written in this language.
        """
        with self.storage.read() as db:
            return _sheet(db, releases.get(db, release_id), code)

    def approve(
        self, release_id: int, code: str, who: str, now: datetime, numbers: Sequence[int] = ()
    ) -> Reviewed:
        """Take a machine's words for an editor's own; when all are, the public may read the text.

        Args:
            release_id: of the release.
            code: of the language.
            who: the editor.
            now: UTC.
            numbers: of blocks, from 1; none for the whole text.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: there is nothing to approve, a block has no words yet, or one was
                rejected and is not named.
        """
        with self._change(release_id, _OPEN, "approved", now) as (db, release, _):
            before = _sheet(db, release, code)
            picked = chosen(before, numbers) if numbers else all_to_approve(before)
            words = {one.number: approved(one) for one in picked}
            return self._settle(db, release, before, words, Line(now, who, "approved", None, ""))

    def correct(
        self, release_id: int, code: str, number: int, markdown: str, who: str, now: datetime
    ) -> Reviewed:
        """Give a block an editor's words; they are remembered for its source wherever it returns.

        Args:
            release_id: of the release.
            code: of the language.
            number: of the block, from 1.
            markdown: the words; of the same kind as the block of the original.
            who: the editor.
            now: UTC.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: there is no such block, or it says exactly that already.
            Refusal: the words are of another kind.
        """
        with self._change(release_id, _OPEN, "corrected", now) as (db, release, _):
            before = _sheet(db, release, code)
            (one,) = chosen(before, [number])
            block = corrected(one.source, markdown)
            if one.is_settled and one.target == block:
                raise NotAllowedNow(f"block {number} says exactly that already")
            words = {number: block}
            return self._settle(db, release, before, words, Line(now, who, "corrected", None, ""))

    def take(
        self,
        release_id: int,
        code: str,
        pairs: Sequence[tuple[Block, Block]],
        who: str,
        now: datetime,
    ) -> Reviewed:
        """Take a translator's words for many blocks at once.

        Those whose source block the release no longer has are remembered, and shown beside what
        took its place.

        Args:
            release_id: of the release.
            code: of the language.
            pairs: each a block as it stood in the original, and an editor's words for it.
            who: the editor.
            now: UTC.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: the release was written in this language, or withdrawn.
        """
        with self._change(release_id, _OPEN, "corrected", now) as (db, release, _):
            numbers = {s.source.digest: s.number for s in _sheet(db, release, code).segments}
            here = {numbers[s.digest]: words for s, words in pairs if s.digest in numbers}
            gone = {s: words for s, words in pairs if s.digest not in numbers}
            words_of = {source.digest: words for source, words in gone.items()}
            memory.remember(db, Pair(release.source, code), words_of, now, gone)
            releases.note_edited(db, release_id, code, words_of)
            note = f"{len(gone)} for blocks that are gone" if gone else ""
            line = Line(now, who, "took a translator's", None, note)
            return self._settle(db, release, _sheet(db, release, code), here, line)

    def reject(
        self, release_id: int, code: str, who: str, now: datetime, numbers: Sequence[int] = ()
    ) -> Reviewed:
        """Say that a machine's words must not be read; the original stands in until others come.

        The same engine is not asked for these blocks again.

        Args:
            release_id: of the release.
            code: of the language.
            who: the editor.
            now: UTC.
            numbers: of blocks, from 1; none for all of a machine's.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: there is no such block, or its words are not a machine's.
        """
        with self._change(release_id, _OPEN, "rejected", now) as (db, release, _):
            before = _sheet(db, release, code)
            picked = of_a_machine(before, numbers)
            marked = {one.number: rejected(one, who) for one in picked}
            _mark_in_memory(db, Pair(release.source, code), marked.values(), now)
            _take_away(db, release, _with(before, marked), marked.values(), now)
            _note(db, Line(now, who, "rejected", release_id, ""), code, marked)
            after = releases.get(db, release_id)
            is_ready = code in after.texts and code not in after.waiting
            return Reviewed(sheet(db, after, code), is_ready, tuple(marked))

    def _settle(
        self,
        db: Database,
        release: Release,
        before: Sheet,
        words: Mapping[int, Block],
        line: Line,
    ) -> Reviewed:
        """Keep an editor's words, and let the text out if nothing else speaks against it."""
        code, pair = before.language, Pair(release.source, before.language)
        sources = [before.segments[number - 1].source for number in words]
        edited = dict(zip([source.digest for source in sources], words.values(), strict=True))
        memory.remember(db, pair, edited, line.at, sources)
        releases.note_edited(db, release.id, code, edited)
        after, is_ready = _with(before, words), False
        if after.missing:
            put_in(db, release, code, words.values(), line.at)
        else:
            is_ready = place(db, release, Text(code, after.blocks), line.at, self.reviewed)
        if words or line.note:
            _note(db, replace(line, release_id=release.id), code, words)
        kept = sheet(db, releases.get(db, release.id), code)
        return Reviewed(kept, is_ready, tuple(words))


def _sheet(db: Database, release: Release, code: str) -> Sheet:
    if code == release.source:
        raise NotAllowedNow(
            f"release {release.id} was written in {code}; newsroom revise gives it new words"
        )
    return sheet(db, release, code)


def _mark_in_memory(db: Database, pair: Pair, rejected: Iterable[Block], now: datetime) -> None:
    """So that the words do not return by another release; newer ones are left alone."""
    words = {block.of: block for block in rejected}
    known = memory.recall(db, pair, words)
    same = {d: b for d, b in words.items() if d not in known or known[d].markdown == b.markdown}
    memory.remember(db, pair, same, now)


def _take_away(
    db: Database, release: Release, after: Sheet, rejected: Iterable[Block], now: datetime
) -> None:
    """Rejected words leave the text, whatever an approved text is allowed; a waiting one waits."""
    text = release.texts.get(after.language)
    if text is None:
        return
    marked = {(block.of, block.markdown): block for block in rejected}
    held = any((block.of, block.markdown) in marked for block in text.blocks)
    if not held and after.language not in release.waiting:
        return
    blocks = tuple(marked.get((b.of, b.markdown), b) for b in text.blocks)
    newest = blocks if after.missing else after.blocks
    releases.save_text(db, release.id, Text(after.language, newest), now, ready=False)


def _with(before: Sheet, words: Mapping[int, Block]) -> Sheet:
    segments = [replace(s, target=words.get(s.number, s.target)) for s in before.segments]
    return replace(before, segments=tuple(segments))


def _note(db: Database, line: Line, code: str, words: Mapping[int, Block]) -> None:
    note = "; ".join(filter(None, (named(words) if words else "", line.note)))
    journal.add(db, replace(line, verb=f"{line.verb} {code}", note=note))
