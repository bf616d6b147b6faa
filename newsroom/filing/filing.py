"""From what a reader found in a file to a release that is kept."""

import secrets
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

from intake.characters.language import language_of
from newsroom.filing.refiling import Again, Filed, Instructions, KnownBy
from newsroom.filing.spoken import named_language
from newsroom.releases.acts import record
from newsroom.releases.enclosing import Enclosing
from newsroom.releases.topics import todays, unknown_topic
from newsroom.tasks.due import announcement, translations
from press.errors import NotAllowedNow
from press.languages import Language
from press.public.site import Site
from press.releases.outcome import Outcome, outcome_of
from press.releases.received import SourceFile
from press.releases.release import Filing, Release
from press.text import Text
from press.topic import slugify
from storage import Database, tasks, topics
from storage.filed import originals, releases
from storage.journal import JournalLine

_SLUG_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Filer:
    """Files what was found in one file.

    Args:
        db: in a write transaction.
        site: the newsroom's languages and names.
        told: what the officer says.
        now: UTC.
        enclosing: keeps the files that come with it.
        source: the file itself, if it is to be kept.
        introduced: slug of the topic that the file introduces, or nothing.
    """

    db: Database
    site: Site
    told: Instructions
    now: datetime
    enclosing: Enclosing
    source: SourceFile | None = None
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
        known = self._known(filing, language, digest, ours)
        if known and not self.told.beside:
            before = releases.get(self.db, known[0])
            return Again(self.db, self.told, self.now, before, filing, known[1]).take(outcome)
        if known:
            filing, digest = self._beside(filing, digest)
        release = replace(self._named(filing, language, outcome), topics=about)
        return Filed(self._add(filing, release, digest), is_new=True)

    def _add(self, filing: Filing, release: Release, digest: str) -> Release:
        """Keep a new release with all that came with it, and what it makes due."""
        topics.mention(self.db, release.topics, self.now)
        release_id = releases.add(self.db, filing, release, digest)
        tasks.add(self.db, translations(release_id, release.source, self.site.languages, self.now))
        tasks.add(self.db, announcement(release_id, release.embargo, self.now))
        note = str(release.embargo) if release.embargo else f"draft: {release.why}"
        self.enclosing.enclose(self.db, release_id, filing.files, self.now)
        line = JournalLine(self.now, self.told.who, "filed", release_id, note)
        release = record(self.db, line)
        if self.source:
            originals.keep(self.db, release_id, release.version, self.source)
        return release

    def _known(
        self, filing: Filing, language: Language, digest: str, ours: AbstractSet[int]
    ) -> tuple[int, KnownBy] | None:
        """The release that it is, if it was filed before, and how that is known."""
        if number := self._of_ours(filing):
            return number, KnownBy.OWN
        if number := releases.with_digest(self.db, digest):
            return number, KnownBy.INPUT
        if number := self._with_same_identity(filing):
            return number, KnownBy.ITEM
        number = self._with_same_words(filing, language, ours)
        return (number, KnownBy.WORDS) if number else None

    def _beside(self, filing: Filing, digest: str) -> tuple[Filing, str]:
        """What is known already, under what nobody else is known by."""
        if releases.with_digest(self.db, digest):
            digest = f"{digest} {secrets.token_hex(4)}"
        if self._of_ours(filing) or self._with_same_identity(filing):
            filing = replace(filing, identity="")
        return filing, digest

    def _of_ours(self, filing: Filing) -> int | None:
        """The release to which we gave this name ourselves, as its feeds tell everybody."""
        return releases.with_entry(self.db, filing.identity) if filing.identity else None

    def _with_same_identity(self, filing: Filing) -> int | None:
        """The release that its sender calls by the same name."""
        return releases.with_identity(self.db, filing.identity) if filing.identity else None

    def _with_same_words(
        self, filing: Filing, language: Language, ours: AbstractSet[int]
    ) -> int | None:
        """The release that says the same words, unless it came with the same file."""
        words = Text(language.code, filing.blocks).digest
        same = releases.with_words(self.db, language.code, words)
        return None if same in ours else same

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
            issuer=filing.issuer,
            reference=filing.reference,
            why=outcome.why,
            not_yet=filing.not_yet,
        )

    def _language(self, filing: Filing) -> Language:
        languages = self.site.languages
        likely = filing.likely if filing.likely in languages.codes else None
        name = filing.language or self.told.language or likely or self._by_its_words(filing)
        return named_language(languages, name) if name else languages.default

    def _by_its_words(self, filing: Filing) -> str | None:
        """The code of the language it reads as, where that is certain and is spoken here.

        Else a text that bears no date would be translated as if it were in the default language.
        """
        words = "\n".join(block.markdown for block in filing.blocks)
        return language_of(words, self.site.languages.codes)


def check_told(told: Instructions, now: datetime) -> None:
    """Refuse a moment that has passed, unless the officer says that it is to come out.

    Raises:
        NotAllowedNow: it has.
    """
    if told.publish or told.embargo is None:
        return
    if told.embargo.has_passed(now):
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
