"""Giving a release everything a new file says."""

from dataclasses import replace
from datetime import datetime

from newsroom.releases.acts import WAITING, Act, act_of, change, move, record
from newsroom.releases.enclosing import Enclosing
from newsroom.releases.topics import todays, unknown_topic
from newsroom.tasks.due import translations
from newsroom.translation.asides import follow
from press.errors import NotAllowedNow, UnreadableFile
from press.public.site import Site
from press.releases.received import SourceFile
from press.releases.release import Filing, Reading, Release, State
from press.releases.revision import Revision, revision_of
from press.text import Block, Text
from storage import Database, Storage, files, tasks, topics
from storage.filed import changes, originals, releases
from storage.journal import JournalLine

STATES = (*WAITING, State.OUT)


class Revisions:
    """The officers' new words for what was filed.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self.storage = storage
        self.site = site

    def filing_for(self, release_id: int, reading: Reading) -> Filing:
        """The one release in a file that is to revise another.

        Raises:
            UnreadableFile: it holds several, and not one that is the same item to its sender.
        """
        if len(reading.filings) == 1:
            return reading.filings[0]
        with self.storage.read() as db:
            same = [
                filing
                for filing in reading.filings
                if filing.identity and releases.with_identity(db, filing.identity) == release_id
            ]
        if len(same) != 1:
            raise UnreadableFile(f"it holds {len(reading.filings)} releases; revise takes one")
        return same[0]

    def revise(
        self,
        release_id: int,
        filing: Filing,
        by: Act | str,
        now: datetime,
        note: str = "",
        source: SourceFile | None = None,
    ) -> Release:
        """Give a release everything a file says; its other languages follow.

        Args:
            release_id: its number.
            filing: the file.
            by: the officer.
            now: UTC.
            note: what changed, for the public: a major change. Without it the change is silent.
            source: the file itself, if it is to be kept.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is withdrawn; it is out, and the file says that it must not be yet;
                the file says nothing new, or is in another language; or another version came since.
            Refusal: a topic is not known.
        """
        act = act_of(by)
        with (
            Enclosing(self.storage) as enclosing,
            change(self.storage, release_id, STATES, "revised", now, act.shown) as (
                db,
                release,
                moment,
            ),
        ):
            revision = self._revision(db, release, filing, moment)
            if not revision.says:
                raise NotAllowedNow(f"release {release_id} says exactly that already")
            self._apply(db, release, revision, act, moment)
            enclosing.enclose(db, release_id, revision.files, moment)
            if note and release.is_known(moment):
                releases.note(db, release_id, note, moment)
            follow(db, self.site.languages, release_id, moment)
            verb = "revised (major)" if note else "revised"
            revised = record(db, JournalLine(moment, act.who, verb, release_id, note))
            if source:
                originals.keep(db, release_id, revised.version, source)
            return revised

    def would_revise(self, release_id: int, filing: Filing, now: datetime) -> tuple[str, ...]:
        """What a file would change, a line each; nothing is kept.

        Args:
            release_id: its number.
            filing: the file.
            now: UTC.

        Raises:
            UnknownRelease, NotAllowedNow, Refusal: as `revise` would.
        """
        with self.storage.read() as db:
            release = releases.get(db, release_id)
            return self._revision(db, release, filing, now).says

    def _revision(self, db: Database, release: Release, filing: Filing, now: datetime) -> Revision:
        language = filing.language and self.site.languages.named(filing.language).code
        if language not in (None, release.source):
            raise NotAllowedNow(
                f"that is in {language}; the release is in {release.source}. Where {language} is "
                f"right: newsroom edit {release.id} --language {language}"
            )
        named = dict.fromkeys(topics.today(db, slug) or slug for slug in filing.topics)
        kept_there = [slug for slug in named if slug in release.topics]  # retired or not
        about = (*kept_there, *todays(db, [slug for slug in named if slug not in kept_there]))
        if unknown := unknown_topic(db, about):
            raise unknown
        attached = files.of_release(db, release.id)
        return revision_of(release, replace(filing, topics=about), now, attached)

    def _apply(
        self, db: Database, release: Release, revision: Revision, act: Act, now: datetime
    ) -> None:
        if revision.not_yet is not None:
            changes.set_not_yet(db, release.id, revision.not_yet)
            release = replace(release, not_yet=revision.not_yet)
        if revision.topics is not None:
            changes.set_topics(db, release.id, revision.topics, now)
        if revision.contacts is not None:
            changes.set_contacts(db, release.id, revision.contacts, now)
        if revision.sender is not None:
            changes.set_sender(db, release.id, *revision.sender, now)
        if revision.embargo:
            move(db, release, revision.embargo, act, now)
        if revision.hold:
            if release.embargo:
                releases.hold(db, release.id, now)
            changes.set_why(db, release.id, revision.hold)
        if revision.blocks is not None:
            put_words(db, self.site, release, revision.blocks, now)


def put_words(
    db: Database, site: Site, release: Release, blocks: tuple[Block, ...], now: datetime
) -> None:
    """Give a release other words in its own language; the others follow.

    Args:
        db: in a write transaction.
        site: the newsroom's languages.
        release: as it is kept.
        blocks: the new words.
        now: UTC.
    """
    releases.save_text(db, release.id, Text(release.source, blocks), now)
    tasks.renew(db, translations(release.id, release.source, site.languages, now))
