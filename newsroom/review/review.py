"""What editors do with translations: each act one transaction, journalled."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from newsroom.review.choosing import (
    approved,
    of_a_machine,
    overruled,
    rejected,
    to_approve,
    to_correct,
)
from newsroom.review.opening import opened
from newsroom.review.settling import (
    Reviewed,
    as_it_is,
    mark_in_memory,
    note,
    settle,
    take_away,
    with_words,
)
from newsroom.review.slips import slips
from newsroom.review.unapproving import give_back, machines, only_approved
from press.public.site import Site
from press.releases.readiness import Readiness
from storage import Storage
from storage.journal import JournalLine


class Review:
    """What editors say of translations: they approve, correct and reject them.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages and names.
        readiness: says which words of a machine the public may read.
    """

    def __init__(self, storage: Storage, site: Site, readiness: Readiness) -> None:
        self.storage = storage
        self.site = site
        self.readiness = readiness

    def approve(
        self,
        release_id: int,
        code: str,
        who: str,
        now: datetime,
        numbers: Sequence[int] = (),
        as_shown: str = "",
        *,
        despite: bool = False,
    ) -> Reviewed:
        """Take a machine's words for an editor's own; when all are, the public may read the text.

        Args:
            release_id: of the release.
            code: of the language.
            who: the editor.
            now: UTC.
            numbers: of blocks, from 1; none for the whole text.
            as_shown: the sheet's name when the editor read it, or the number of a version; without
                it nobody asks.
            despite: whether also words that a finding blocks are taken as they are.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: there is nothing to approve, a block has no words yet, one was rejected
                and is not named, a finding blocks one, or the words have changed since they were
                shown.
        """
        with opened(self.storage, release_id, code, "approved", now, as_shown) as text:
            before = text.sheet
            picked = to_approve(before, numbers, despite=despite)
            words = {one.number: approved(one) for one in picked}
            line = JournalLine(text.at, who, "approved", None, overruled(picked))
            return settle(text.db, text.release, before, words, line, self.readiness)

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
        with opened(self.storage, release_id, code, "corrected", now, as_shown) as text:
            one, block = to_correct(text.sheet, number, markdown)
            line = JournalLine(text.at, who, "corrected", None, "")
            words = {number: block}
            done = settle(text.db, text.release, text.sheet, words, line, self.readiness)
            said = [(number, one.source, block)]
            return replace(
                done, slips=slips(text.db, self.site.title, text.release, text.pair, said)
            )

    def unapprove(
        self,
        release_id: int,
        code: str,
        who: str,
        now: datetime,
        numbers: Sequence[int] = (),
        as_shown: str = "",
    ) -> Reviewed:
        """Take an approval back: the words are the machine's again, and wait if such words wait.

        Args:
            release_id: of the release.
            code: of the language.
            who: the editor.
            now: UTC.
            numbers: of blocks, from 1; none for all that were only approved.
            as_shown: as for `approve`.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: there is no such block, its words are an editor's own or a machine's
                still, or they have changed since they were shown.
        """
        with opened(self.storage, release_id, code, "un-approved", now, as_shown) as text:
            picked = only_approved(text.sheet, numbers)
            words = machines(text.db, self.site.title, text.release, code, picked)
            line = JournalLine(text.at, who, "un-approved", None, "")
            return give_back(text.db, text.release, text.sheet, words, line, self.readiness)

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
        with opened(self.storage, release_id, code, "rejected", now, as_shown) as text:
            db, release = text.db, text.release
            picked = of_a_machine(text.sheet, numbers)
            marked = {one.number: rejected(one, who) for one in picked}
            mark_in_memory(db, text.pair, marked.values(), text.at)
            after = with_words(text.sheet, marked)
            take_away(db, release, after, marked.values(), text.at, self.readiness)
            note(db, JournalLine(text.at, who, "rejected", release_id, ""), code, marked)
            return as_it_is(db, release_id, code, tuple(marked))
