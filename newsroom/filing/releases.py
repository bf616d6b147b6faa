"""What officers do with releases: each act one transaction, journalled."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from newsroom.filing.filing import Filer, check_told
from newsroom.filing.refiling import Filed, Instructions
from newsroom.releases.enclosing import Enclosing
from newsroom.releases.topics import declare
from press.errors import Refusal
from press.public.site import Site
from press.releases.outcome import is_held_back
from press.releases.release import Reading, Release, State
from storage import Database, Storage, journal, topics
from storage.filed import releases
from storage.journal import JournalLine


class Releases:
    """Filing releases, and looking at what is filed.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages, zone and names.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self.storage = storage
        self.site = site

    def file(self, reading: Reading, told: Instructions, now: datetime) -> list[Filed]:
        """File everything a reader found in one file: all of it or, if refused, nothing.

        Nothing comes out by being filed: what lies ahead is scheduled, all else is a draft, unless
        the officer says that what is dated today or before is to come out.

        Raises:
            UnknownLanguage: it is in a language the newsroom does not publish in.
            NotAllowedNow: the officer's moment has passed, or a topic is retired.
            Refusal: a topic is not known, or cannot be named so.
        """
        (filed,) = self.file_all([reading], told, now)
        if isinstance(filed, Refusal):
            raise filed
        return filed

    def file_all(
        self, readings: Iterable[Reading], told: Instructions, now: datetime, *, dry: bool = False
    ) -> list[list[Filed] | Refusal]:
        """File what was found in several files, each whole or not at all, in one transaction.

        Args:
            readings: one a file.
            told: what the officer says of them all.
            now: UTC.
            dry: whether only to see what would become of them; nothing is kept.

        Returns:
            what became of each, or why it was refused.
        """
        with (
            Enclosing(self.storage, dry=dry) as enclosing,
            self.storage.rehearse() if dry else self.storage.write() as db,
        ):
            return [self._file(db, enclosing, reading, told, now) for reading in readings]

    def get(self, release_id: int) -> tuple[Release, list[JournalLine]]:
        """A release and its journal.

        Raises:
            UnknownRelease: there is none of that number.
        """
        with self.storage.read() as db:
            return releases.get(db, release_id), journal.of_release(db, release_id)

    def every(self) -> list[Release]:
        """All releases: drafts, then the latest due first."""
        with self.storage.read() as db:
            return list(releases.every(db))

    def _file(
        self,
        db: Database,
        enclosing: Enclosing,
        reading: Reading,
        told: Instructions,
        now: datetime,
    ) -> list[Filed] | Refusal:
        try:
            with db.atomic():
                check_told(told, now)
                introduced = reading.topic.slug if reading.topic else ""
                introduced = topics.today(db, introduced) or introduced
                filer = Filer(db, self.site, told, now, enclosing, reading.source, introduced)
                filed = filer.file_all(reading.filings)
                if reading.topic:
                    topic = replace(reading.topic, slug=introduced)
                    is_open = not _is_held_back(reading, told, now)
                    public = is_open and _is_any_out(filed, now)
                    declare(db, self.site, topic, told.who, now, public=public)
                return filed
        except Refusal as refusal:
            return refusal


def _is_held_back(reading: Reading, told: Instructions, now: datetime) -> bool:
    """Whether a listing, or the officer, says that it must not be public yet."""
    is_told = told.embargo is not None and told.embargo.instant > now
    return is_told or any(is_held_back(filing.not_yet, now) for filing in reading.filings)


def _is_any_out(filed: Sequence[Filed], now: datetime) -> bool:
    """Whether a listing may show its topic: nothing is in it, or something of it is out."""
    return not filed or any(one.release.state(now) is State.OUT for one in filed)
