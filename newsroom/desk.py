"""What officers do with releases: each act one transaction, journalled."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from newsroom.editing import Edit, Editing
from newsroom.filing import Filed, Filer, Instructions, check_told
from newsroom.history import History
from newsroom.review import Review
from newsroom.subjects import Subjects, declare
from press.release import Reading, Release, State
from storage import Database, journal, releases, topics
from storage.journal import Line

__all__ = ["Desk", "Edit", "Filed", "Instructions"]


class Desk(Review, Editing, History, Subjects):
    """The officers' side of the newsroom: filing, and looking at what is filed."""

    def file(self, reading: Reading, told: Instructions, now: datetime) -> list[Filed]:
        """File everything a reader found in one file: all of it or, if refused, nothing.

        Nothing comes out by being filed: what lies ahead is scheduled, all else is a draft, unless
        the officer says that what is dated today or before is to come out.

        Raises:
            UnknownLanguage: it is in a language the newsroom does not publish in.
            NotAllowedNow: the officer's moment has passed, or a topic is retired.
            Refusal: a topic is not known, or cannot be named so.
        """
        check_told(told, now)
        with self.storage.write() as db:
            filed = self._filer(db, reading, told, now).file_all(reading.filings)
            if reading.topic:
                slug = topics.today(db, reading.topic.slug) or reading.topic.slug
                topic = replace(reading.topic, slug=slug)
                declare(db, topic, told.who, now, public=_is_any_out(filed, now))
            return filed

    def would_file(self, reading: Reading, told: Instructions, now: datetime) -> list[Filed]:
        """What `file` would do; nothing is kept.

        Raises:
            UnknownLanguage, NotAllowedNow, Refusal: as `file` would.
        """
        check_told(told, now)
        with self.storage.rehearse() as db:
            return self._filer(db, reading, told, now).file_all(reading.filings)

    def release(self, release_id: int) -> tuple[Release, list[Line]]:
        """A release and its journal.

        Raises:
            UnknownRelease: there is none of that number.
        """
        with self.storage.read() as db:
            return releases.get(db, release_id), journal.of_release(db, release_id)

    def releases(self) -> list[Release]:
        """All releases: drafts, then the latest due first."""
        with self.storage.read() as db:
            return list(releases.every(db))

    def _filer(self, db: Database, reading: Reading, told: Instructions, now: datetime) -> Filer:
        introduced = reading.topic.slug if reading.topic else ""
        return Filer(db, self.site, told, now, topics.today(db, introduced) or introduced)


def _is_any_out(filed: Sequence[Filed], now: datetime) -> bool:
    """Whether a listing may show its topic: nothing is in it, or something of it is out."""
    return not filed or any(one.release.state(now) is State.OUT for one in filed)
