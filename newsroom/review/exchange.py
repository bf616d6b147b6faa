"""What goes to translators outside and comes back: releases as XLIFF, the memory as TMX."""

from collections.abc import Callable, Iterable
from datetime import datetime

from newsroom.review.remembering import Added, add, looked_through, told_apart
from newsroom.review.returning import Taken
from newsroom.review.settling import sheet_of_translation
from newsroom.review.taking import Taking
from press.errors import UnreadableFile
from press.releases.exchange import Job, Memory, Remembered, Return
from storage import Storage, journal
from storage.filed import releases
from storage.journal import JournalLine
from storage.translation import memory
from storage.translation.memory import Pair


class Exchange:
    """The way out to translators, and back.

    Args:
        storage: where everything is kept.
        taking: which takes their words.
    """

    def __init__(self, storage: Storage, taking: Taking) -> None:
        self.storage = storage
        self.taking = taking

    def job(self, release_id: int, code: str) -> Job:
        """A release in one language, for a translator.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it was written in this language.
        """
        with self.storage.read() as db:
            release = releases.get(db, release_id)
            sheet = sheet_of_translation(db, release, code)
        return Job(release.tag, release.source, code, sheet.segments)

    def take(self, returned: Return, who: str, now: datetime, as_shown: str = "") -> Taken:
        """Take what a translator changed or confirmed: all of it or, if refused, nothing.

        What the translator only confirmed does not undo what an editor has put in its place since
        it was sent.

        Raises:
            UnreadableFile: it belongs to no release here, or a block is of the wrong kind.
            NotAllowedNow: the release is withdrawn, or says something else since they were shown.
            UnknownLanguage: the newsroom does not publish in it.
        """
        with self.storage.read() as db:
            number = releases.with_tag(db, returned.name)  # it has it for ever
        if number is None:
            raise UnreadableFile("it belongs to no release of this newsroom")
        return self.taking.take(number, returned, who, now, as_shown)

    def memory(self, pair: tuple[str, str] | None = None) -> list[Remembered]:
        """What is remembered, from one language into another or all of it.

        A machine's words that must not go out unread stay here: a memory cannot say that of them.
        """
        with self.storage.read() as db:
            known = memory.everything(db, Pair(*pair) if pair else None)
            return [one for one in known if not (one.words.is_blocked or one.words.is_rough)]

    def take_memory(
        self,
        parts: Iterable[Memory],
        who: str,
        now: datetime,
        done: Callable[[int], None] = lambda _: None,
    ) -> Added:
        """Add translations to the memory; what is known already stays as it is.

        They count as an editor's. Where a check finds what must not go out unread, they wait for
        one here in every text they are used in.

        Each part is a transaction of its own, with its line in the journal: whoever stops it keeps
        whole parts, which a second run passes over quickly, since they are known by then.

        Args:
            parts: as they were read, one held at a time.
            who: the officer.
            now: UTC.
            done: told how many more units were looked at, and kept.
        """
        added = Added()
        for part in parts:
            added = added.and_(self._take_part(part, who, now))
            done(part.units)
        return added

    def _take_part(self, part: Memory, who: str, now: datetime) -> Added:
        with self.storage.read() as db:
            new, known = told_apart(db, part.translations)
        looked = looked_through(new)  # the lock waits for its end
        with self.storage.write() as db:
            added = add(db, looked, now, known)
            waits = f", {added.waiting} of them to be read first" if added.waiting else ""
            note = f"{added.new} translations{waits}"
            journal.add(db, JournalLine(now, who, "took a memory", None, note))
        return added
