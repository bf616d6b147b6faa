"""From what a reader found in a file to a release that is kept."""

import secrets
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.due import announcement, translations
from newsroom.life import WAITING, kept
from newsroom.subjects import todays, unknown_topic
from press.embargo import Embargo
from press.errors import NotAllowedNow
from press.languages import Language
from press.outcome import Outcome, is_held_back, outcome_of
from press.release import Filing, Release, State
from press.site import Site
from press.text import Text
from press.topic import slugify
from storage import Database, releases, tasks, topics
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
        publish: whether what is dated today or before comes out, under its own date.
        new_topics: whether topics that are not known are made.
        beside: whether words that are filed already are filed again beside these.
    """

    who: str
    language: str | None = None
    topics: tuple[str, ...] = ()
    embargo: Embargo | None = None
    publish: bool = False
    new_topics: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one filing.

    Args:
        release: as it is now kept.
        is_new: False when the same words had been filed before.
        differs: whether they were filed with other contacts, without a topic now named, or for
            another minute; what is filed is left as it is.
        let_out: whether a draft that had been filed before was let out now.
    """

    release: Release
    is_new: bool
    differs: bool = False
    let_out: bool = False


@dataclass(frozen=True, slots=True)
class Filer:
    """Files what was found in one file.

    Args:
        db: in a write transaction.
        site: the newsroom's languages and names.
        told: what the officer says.
        now: UTC.
        introduced: slug of the topic that the file introduces, or nothing.
    """

    db: Database
    site: Site
    told: Instructions
    now: datetime
    introduced: str = ""

    def file_all(self, filings: Iterable[Filing]) -> list[Filed]:
        """File everything; an item of a listing may say what another of it says.

        Raises:
            UnknownLanguage: one is in a language the newsroom does not publish in.
            Refusal: a topic is not known, or cannot be one.
        """
        filed, ours = list[Filed](), set[int]()
        for filing in filings:
            filed.append(self._file(filing, ours))
            ours.add(filed[-1].release.id)
        return filed

    def _file(self, filing: Filing, ours: AbstractSet[int]) -> Filed:
        language = self._language(filing)
        digest = filing.digest(language.code)
        outcome = outcome_of(filing, self.told.embargo, self.now, publish=self.told.publish)
        about = self._topics(filing)
        if known := self._known(filing, language, digest, ours):
            return self._again(known, filing, outcome)
        release = replace(self._named(filing, language, outcome), topics=about)
        topics.mention(self.db, about, self.now)
        release_id = releases.add(self.db, filing, release, digest)
        tasks.add(self.db, translations(release_id, language.code, self.site.languages, self.now))
        tasks.add(self.db, announcement(release_id, release.embargo, self.now))
        note = str(release.embargo) if release.embargo else f"draft: {release.why}"
        return Filed(self._kept(release_id, "filed", note), is_new=True)

    def _known(
        self, filing: Filing, language: Language, digest: str, ours: AbstractSet[int]
    ) -> Release | None:
        """The release that was filed from this input before, or that says the same words."""
        known = releases.with_digest(self.db, digest)
        if known is None and not self.told.beside:
            words = Text(language.code, filing.blocks).digest
            same = releases.with_words(self.db, language.code, words)
            known = None if same in ours else same
        return None if known is None else releases.get(self.db, known)

    def _again(self, release: Release, filing: Filing, outcome: Outcome) -> Filed:
        """A release that is filed already, compared with what would have been filed now.

        A draft comes out under the file's own date where the officer now says so.
        """
        differs = not self._is_same(release, filing)
        if differs or not outcome.embargo or not self._may_come_out(release):
            return Filed(release, is_new=False, differs=differs)
        releases.move(self.db, release.id, outcome.embargo, self.now)
        tasks.renew(self.db, announcement(release.id, outcome.embargo, self.now))
        kept = self._kept(release.id, "published", str(outcome.embargo))
        return Filed(kept, is_new=False, let_out=kept.state(self.now) is State.OUT)

    def _may_come_out(self, release: Release) -> bool:
        """Whether a draft is to come out, and nothing that it said when it was filed forbids it."""
        is_draft = release.state(self.now) is State.DRAFT
        return self.told.publish and is_draft and not is_held_back(release.not_yet, self.now)

    def _is_same(self, release: Release, filing: Filing) -> bool:
        if Text(release.source, filing.blocks).digest != release.original.digest:
            return False
        named = (*filing.topics, *self.told.topics)
        if not {topics.today(self.db, slug) or slug for slug in named} <= set(release.topics):
            return False
        if filing.contacts != release.contacts:
            return False
        is_waiting = release.state(self.now) in WAITING
        if filing.not_yet and is_waiting and filing.not_yet != release.not_yet:
            return False
        when = self.told.embargo or filing.moment
        return when is None or release.embargo in (None, when)

    def _kept(self, release_id: int, verb: str, note: str) -> Release:
        return kept(self.db, Line(self.now, self.told.who, verb, release_id, note))

    def _topics(self, filing: Filing) -> tuple[str, ...]:
        """What its topics are called today.

        Raises:
            Refusal: one is not known and nobody said that it is new, or it cannot be one.
        """
        about = todays(self.db, (*filing.topics, *self.told.topics))
        strange = [slug for slug in about if slug != self.introduced]
        if not self.told.new_topics and (unknown := unknown_topic(self.db, strange)):
            raise unknown
        return about

    def _named(self, filing: Filing, language: Language, outcome: Outcome) -> Release:
        return Release(
            id=0,
            tag=self.site.tag(secrets.token_hex(12)),
            slug=_slug(filing.headline, language),
            source=language.code,
            filed_at=self.now,
            embargo=outcome.embargo,
            contacts=filing.contacts,
            why=outcome.why,
            not_yet=filing.not_yet,
        )

    def _language(self, filing: Filing) -> Language:
        languages = self.site.languages
        likely = filing.likely if filing.likely in languages.codes else None
        name = filing.language or self.told.language or likely
        return languages.named(name) if name else languages.default


def check_told(told: Instructions, now: datetime) -> None:
    """Refuse a moment that has passed, unless the officer says that it is to come out.

    Raises:
        NotAllowedNow: it has.
    """
    if told.publish or told.embargo is None:
        return
    if told.embargo.instant < now.replace(second=0, microsecond=0):
        raise NotAllowedNow(
            f"{told.embargo} has passed; a mistyped year would publish at once. "
            "--publish lets out what is dated before now"
        )


def _slug(headline: str, language: Language) -> str:
    """Words for people and a part nobody can guess.

    Without that part a second release of the same headline would be told from the first by a
    number, and so betray one that is still under embargo.
    """
    words = slugify(headline, language.code)
    if len(words) > _SLUG_LENGTH:
        words = words[: _SLUG_LENGTH + 1].rpartition("-")[0] or words[:_SLUG_LENGTH]
    return "-".join(filter(None, (words, secrets.token_hex(4))))
