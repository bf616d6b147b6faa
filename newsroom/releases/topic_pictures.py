"""The pictures that stand for topics: each act one transaction, journalled."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from newsroom.releases.attachments import keep_copy
from newsroom.releases.topics import named
from newsroom.tasks.due import render_key, rendering
from newsroom.translation.topic_queue import make_due
from press.errors import Refusal
from press.public.site import Site
from press.releases.attachment import Attachment, Words
from press.topic import Topic
from storage import Database, Storage, files, journal, tasks, topics
from storage.journal import JournalLine


@dataclass(frozen=True, slots=True)
class Pictured:
    """What became of a topic's picture.

    Args:
        topic: as it is now.
        is_new: whether another picture stands for it now.
        is_changed: whether it is another, or something else is said of it.
    """

    topic: Topic
    is_new: bool
    is_changed: bool


class TopicPictures:
    """What officers do with pictures of topics.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self.storage = storage
        self.site = site
        self.folder = files.folder_of(storage)

    def give(
        self,
        slug: str,
        path: Path,
        alts: Mapping[str, str],
        credit: str | None,
        who: str,
        now: datetime,
    ) -> Pictured:
        """Let a copy of a picture stand for a topic; it is public exactly when the topic is.

        Of the picture it has, only what is said of it changes. What was said of another is not
        said of this one; a credit that the topic was filed with is that of its first picture. The
        sizes in which it is shown are made by the clock.

        Args:
            slug: of the topic.
            path: the picture.
            alts: what it shows, per language code.
            credit: whom it is owed to; None says nothing of that.
            who: the officer.
            now: UTC.

        Raises:
            Refusal: there is no such topic, nobody says what the picture shows, or words are too
                long.
            AttachmentRefused: the file is no picture, too large or not readable.
            HomeRefused: the copy cannot be written.
        """
        lines = {code: Words.said(alt, "").alt for code, alt in alts.items()}
        said = {code: alt for code, alt in lines.items() if alt}
        owed = None if credit is None else Words.said("", credit).credit
        with self.storage.read() as db:
            named(db, slug)  # before anything is copied
        made = keep_copy(self.folder, path).file
        try:
            done, gone = self._given(slug, made, said, owed, JournalLine(now, who, "", None, ""))
        except Refusal:
            files.discard(self.folder, made.token)
            raise
        for one in gone:
            files.discard_with_sizes(self.folder, one)
        return done

    def take(self, slug: str, who: str, now: datetime) -> Topic:
        """Let no picture stand for a topic, erase our copy of it, and whom it was owed to.

        Raises:
            Refusal: there is no such topic, or it has no picture.
        """
        with self.storage.write() as db:
            before = named(db, slug)
            if before.picture is None:
                raise Refusal(f"topic {before.slug} has no picture")
            topics.take_picture(db, before.slug)
            tasks.drop(db, render_key(before.picture.token), now)
            note = f"{before.slug}: {before.picture.name}"
            journal.add(db, JournalLine(now, who, "took picture of topic", None, note))
            make_due(db, before.slug, self.site.languages.codes, now)
        files.discard_with_sizes(self.folder, before.picture)
        return before

    def _given(
        self,
        slug: str,
        made: Attachment,
        alts: Mapping[str, str],
        credit: str | None,
        by: JournalLine,
    ) -> tuple[Pictured, tuple[Attachment, ...]]:
        """What became of it, and the pictures that no row names any more."""
        if not made.is_picture:
            raise Refusal(f"{made.name} is no picture")
        with self.storage.write() as db:
            before = named(db, slug)
            after = _after(before, made, alts, credit)
            if after.picture is None or not after.alts:
                raise Refusal(f"say what {made.name} shows, for those who cannot see it")
            old, is_new = before.picture, after.picture is made
            if is_changed := after != before:
                self._save(db, after, by)
            if is_new:
                tasks.add(db, [rendering(0, made.token, by.at)])
            if is_new and old:
                tasks.drop(db, render_key(old.token), by.at)
            done = Pictured(named(db, slug), is_new, is_changed)
        gone = (old,) if old and old != after.picture else (made,) if after.picture is old else ()
        return done, gone

    def _save(self, db: Database, topic: Topic, by: JournalLine) -> None:
        if topic.picture:
            topics.give_picture(db, topic.slug, topic.picture, topic.alts, topic.credit)
            note = f"{topic.slug}: {topic.picture.name} (sha256 {topic.picture.sha256})"
            journal.add(db, replace(by, verb="pictured topic", note=note))
            make_due(db, topic.slug, self.site.languages.codes, by.at)


def _after(before: Topic, made: Attachment, alts: Mapping[str, str], credit: str | None) -> Topic:
    """A topic with a picture, and what is said of that."""
    old = before.picture
    if old and old.sha256 == made.sha256:
        words = {**before.alts, **alts}
        return replace(before, alts=words, credit=before.credit if credit is None else credit)
    kept = "" if old else before.credit
    return replace(before, picture=made, alts=dict(alts), credit=kept if credit is None else credit)
