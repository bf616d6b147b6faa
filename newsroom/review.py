"""What editors do with translations: each act one transaction, journalled."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.choosing import all_to_approve, approved, chosen, of_a_machine, rejected
from newsroom.corrected import corrected
from newsroom.filling import sheet
from newsroom.life import WAITING
from newsroom.looking import Looking
from newsroom.returning import Pairs, Taken, edited, new, translated
from newsroom.settling import (
    Reviewed,
    mark_in_memory,
    note,
    settle,
    sheet_of_translation,
    take_away,
    with_words,
)
from newsroom.slips import slips
from press.errors import NotAllowedNow, UnreadableFile
from press.exchange import Return
from press.release import Release, State
from press.review import Sheet
from press.site import Site
from storage import Database, Storage, memory, releases
from storage.journal import Line
from storage.memory import Pair

_OPEN = (*WAITING, State.OUT)


@dataclass(frozen=True, slots=True)
class _Open:
    """A text that is open for an editor's act.

    Args:
        db: in a write transaction.
        release: whose it is.
        sheet: the text.
        pair: from which language into which.
        at: of the act, UTC.
    """

    db: Database
    release: Release
    sheet: Sheet
    pair: Pair
    at: datetime


class Review(Looking):
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

    def approve(
        self,
        release_id: int,
        code: str,
        who: str,
        now: datetime,
        numbers: Sequence[int] = (),
        as_shown: str = "",
    ) -> Reviewed:
        """Take a machine's words for an editor's own; when all are, the public may read the text.

        Args:
            release_id: of the release.
            code: of the language.
            who: the editor.
            now: UTC.
            numbers: of blocks, from 1; none for the whole text.
            as_shown: the sheet's name when the editor read it; without it nobody asks.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: there is nothing to approve, a block has no words yet, one was rejected
                and is not named, or the words have changed since they were shown.
        """
        with self._open(release_id, code, "approved", now, as_shown) as text:
            before = text.sheet
            picked = chosen(before, numbers) if numbers else all_to_approve(before)
            words = {one.number: approved(one) for one in picked}
            line = Line(text.at, who, "approved", None, "")
            return settle(text.db, text.release, before, words, line, self.reviewed)

    def correct(
        self,
        release_id: int,
        code: str,
        number: int,
        markdown: str,
        who: str,
        now: datetime,
        as_shown: str = "",
    ) -> Reviewed:
        """Give a block an editor's words; they are remembered for its source wherever it returns.

        What the checks say of them is said to the editor, who decides.

        Args:
            release_id: of the release.
            code: of the language.
            number: of the block, from 1.
            markdown: the words; of the same kind as the block of the original.
            who: the editor.
            now: UTC.
            as_shown: as for `approve`; where the original changed, the numbers have moved.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: there is no such block, it says exactly that already, or the words have
                changed since they were shown.
            Refusal: the words are of another kind.
        """
        with self._open(release_id, code, "corrected", now, as_shown) as text:
            (one,) = chosen(text.sheet, [number])
            block = corrected(one.source, markdown)
            if one.is_settled and one.target == block:
                raise NotAllowedNow(f"block {number} says exactly that already")
            line = Line(text.at, who, "corrected", None, "")
            words = {number: block}
            done = settle(text.db, text.release, text.sheet, words, line, self.reviewed)
            said = [(number, one.source, block)]
            return replace(done, slips=slips(text.db, self.site.title, text.pair, said))

    def take(self, release_id: int, returned: Return, who: str, now: datetime) -> Taken:
        """Take what a translator changed or confirmed: all of it or, if refused, nothing.

        What the translator only confirmed does not undo what an editor has put in its place since
        it was sent. Words whose source block the release no longer has are remembered, and shown
        beside what took its place.

        Args:
            release_id: of the release.
            returned: what came back.
            who: the editor.
            now: UTC.

        Raises:
            UnknownRelease: there is none of that number.
            UnknownLanguage: the newsroom does not publish in its language.
            UnreadableFile: it is from another language, or a block is of the wrong kind.
            NotAllowedNow: the release was written in this language, or withdrawn.
        """
        code = self.site.languages.named(returned.target).code
        pairs = translated(returned.answers)
        with self._open(release_id, code, "corrected", now) as text:
            source = text.release.source
            if returned.source != source:
                raise UnreadableFile(f"it is from {returned.source}; the release is in {source}")
            digests = [source.digest for source, _ in pairs]
            known = edited(text.sheet, pairs, memory.recall(text.db, text.pair, digests))
            fresh = new(pairs, returned.answers, known)
            done = self._take(text, fresh, who) if fresh else _as_it_was(text)
            replaced = tuple(known[s.digest] for s, _ in fresh if s.digest in known)
            return Taken(text.release, code, done, len(fresh), returned.open, replaced)

    def reject(
        self,
        release_id: int,
        code: str,
        who: str,
        now: datetime,
        numbers: Sequence[int] = (),
        as_shown: str = "",
    ) -> Reviewed:
        """Say that a machine's words must not be read; the original stands in until others come.

        The same engine is not asked for these blocks again.

        Args:
            release_id: of the release.
            code: of the language.
            who: the editor.
            now: UTC.
            numbers: of blocks, from 1; none for all of a machine's.
            as_shown: as for `approve`.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: there is no such block, its words are not a machine's, or they have
                changed since they were shown.
        """
        with self._open(release_id, code, "rejected", now, as_shown) as text:
            db, release = text.db, text.release
            picked = of_a_machine(text.sheet, numbers)
            marked = {one.number: rejected(one, who) for one in picked}
            mark_in_memory(db, text.pair, marked.values(), text.at)
            take_away(db, release, with_words(text.sheet, marked), marked.values(), text.at)
            note(db, Line(text.at, who, "rejected", release_id, ""), code, marked)
            after = releases.get(db, release_id)
            is_ready = code in after.texts and code not in after.waiting
            return Reviewed(sheet(db, after, code), is_ready, tuple(marked))

    @contextmanager
    def _open(
        self, release_id: int, code: str, done: str, now: datetime, as_shown: str = ""
    ) -> Iterator[_Open]:
        """One transaction on a translation.

        An act that waited for another's end is dated after the release's minute if that came
        meanwhile: what the public has been shown is not undone as if it had never been.
        """
        with self._change(release_id, _OPEN, done, now) as (db, release, moment):
            before = sheet_of_translation(db, release, code)
            if as_shown and as_shown != before.as_shown:
                raise NotAllowedNow(
                    f"the {code} words of release {release_id} have changed since they were shown "
                    f"as {as_shown}; look again: newsroom review {release_id} {code}"
                )
            at = now if release.state(now) is release.state(moment) else moment
            yield _Open(db, release, before, Pair(release.source, code), at)

    def _take(self, text: _Open, pairs: Pairs, who: str) -> Reviewed:
        """Keep a translator's words, in the text or beside it."""
        db, release = text.db, text.release
        numbers = {s.source.digest: s.number for s in text.sheet.segments}
        here = [(numbers[s.digest], s, words) for s, words in pairs if s.digest in numbers]
        gone = {s: words for s, words in pairs if s.digest not in numbers}
        words_of = {source.digest: words for source, words in gone.items()}
        memory.remember(db, text.pair, words_of, text.at, gone)
        releases.note_edited(db, release.id, text.pair.target, words_of)
        said = f"{len(gone)} for blocks that are gone" if gone else ""
        line = Line(text.at, who, "took a translator's", None, said)
        words = {number: block for number, _, block in here}
        before = sheet_of_translation(db, release, text.pair.target)
        done = settle(db, release, before, words, line, self.reviewed)
        return replace(done, slips=slips(db, self.site.title, text.pair, here))


def _as_it_was(text: _Open) -> Reviewed:
    """A text that an act left alone."""
    code, release = text.pair.target, text.release
    return Reviewed(text.sheet, code in release.texts and code not in release.waiting, ())
