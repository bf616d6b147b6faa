"""What officers do with releases: each act one transaction, journalled."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.due import announcement, translations
from newsroom.review import Review
from newsroom.subjects import Subjects, declare, todays
from press.embargo import Embargo
from press.errors import NotAllowedNow
from press.languages import Language
from press.release import Filing, Reading, Release, State
from press.topic import slugify
from storage import Database, journal, releases, tasks, topics
from storage.journal import Line

_SLUG_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Instructions:
    """What the officer says about files, beside what the files say themselves.

    Args:
        who: the officer.
        language: of files that do not name theirs; None for the newsroom's default.
        topics: slugs, added to those the files name.
        embargo: instead of the time the files give.
    """

    who: str
    language: str | None = None
    topics: tuple[str, ...] = ()
    embargo: Embargo | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one filing.

    Args:
        release: as it is now kept.
        is_new: False when the same input had been filed before.
        differs: whether it was filed with other contacts, without a topic now named, or for
            another minute; what is filed is left as it is.
    """

    release: Release
    is_new: bool
    differs: bool = False


class Desk(Review, Subjects):
    """The officers' side of the newsroom: filing, and looking at what is filed."""

    def file(self, reading: Reading, told: Instructions, now: datetime) -> list[Filed]:
        """File everything a reader found in one file: all of it or, if refused, nothing.

        Raises:
            UnknownLanguage: it is in a language the newsroom does not publish in.
            Refusal: a topic cannot be named so.
        """
        with self.storage.write() as db:
            filed = [self._file(db, filing, told, now) for filing in reading.filings]
            if reading.topic:
                slug = topics.today(db, reading.topic.slug) or reading.topic.slug
                topic = replace(reading.topic, slug=slug)
                declare(db, topic, told.who, now, public=_is_any_out(filed, now))
            return filed

    def would_file(self, reading: Reading, told: Instructions, now: datetime) -> list[Filed]:
        """What `file` would do; nothing is kept.

        Raises:
            UnknownLanguage, Refusal: as `file` would.
        """
        with self.storage.rehearse() as db:
            return [self._file(db, filing, told, now) for filing in reading.filings]

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

    def _file(self, db: Database, filing: Filing, told: Instructions, now: datetime) -> Filed:
        language = self._language(filing, told)
        digest = filing.digest(language.code)
        known = releases.with_digest(db, digest)
        if known is not None:
            return _again(db, releases.get(db, known), filing, told)
        if told.embargo and told.embargo.instant < now.replace(second=0, microsecond=0):
            raise NotAllowedNow(f"{told.embargo} has passed; a mistyped year would publish at once")
        about = todays(db, (*filing.topics, *told.topics))
        release = replace(self._named(filing, language, told, now), topics=about)
        topics.mention(db, release.topics, now)
        release_id = releases.add(db, filing, release, digest)
        tasks.add(db, translations(release_id, language.code, self.site.languages, now))
        tasks.add(db, announcement(release_id, release.embargo, now))
        journal.add(db, Line(now, told.who, "filed", release_id, str(release.embargo or "draft")))
        return Filed(releases.get(db, release_id), is_new=True)

    def _named(
        self, filing: Filing, language: Language, told: Instructions, now: datetime
    ) -> Release:
        return Release(
            id=0,
            tag=self.site.tag(secrets.token_hex(12)),
            slug=_slug(filing.headline, language),
            source=language.code,
            filed_at=now,
            embargo=told.embargo or filing.embargo,
            contacts=filing.contacts,
        )

    def _language(self, filing: Filing, told: Instructions) -> Language:
        languages = self.site.languages
        likely = filing.likely if filing.likely in languages.codes else None
        name = filing.language or told.language or likely
        return languages.named(name) if name else languages.default


def _is_any_out(filed: Sequence[Filed], now: datetime) -> bool:
    """Whether a listing may show its topic: nothing is in it, or something of it is out."""
    return not filed or any(one.release.state(now) is State.OUT for one in filed)


def _again(db: Database, release: Release, filing: Filing, told: Instructions) -> Filed:
    """A release that is filed already, compared with what would have been filed now."""
    named = (*filing.topics, *told.topics)
    same = (
        {topics.today(db, slug) or slug for slug in named} <= set(release.topics)
        and filing.contacts == release.contacts
        and told.embargo in (None, release.embargo)
    )
    return Filed(release, is_new=False, differs=not same)


def _slug(headline: str, language: Language) -> str:
    """Words for people and a part nobody can guess.

    Without that part a second release of the same headline would be told from the first by a
    number, and so betray one that is still under embargo.
    """
    words = slugify(headline, language.code)
    if len(words) > _SLUG_LENGTH:
        words = words[: _SLUG_LENGTH + 1].rpartition("-")[0] or words[:_SLUG_LENGTH]
    return "-".join(filter(None, (words, secrets.token_hex(4))))
