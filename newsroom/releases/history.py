"""Every version of a release, and the way back to one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from newsroom.releases.acts import Act, act_of, change, hold_back, record
from newsroom.releases.revising import STATES, put_words
from newsroom.translation.asides import beside, follow
from newsroom.translation.filling import place, put_beside
from press.errors import NotAllowedNow
from press.public.site import Site
from press.releases.outcome import is_held_back, quoted
from press.releases.readiness import Readiness
from press.releases.received import SourceFile
from press.releases.release import Release
from press.releases.version import Version
from press.text import Block, Origin
from storage import Database, Storage, topics
from storage.filed import asides, changes, originals, releases, versions
from storage.journal import JournalLine
from storage.translation import dismissals, memory
from storage.translation.memory import Pair


class History:
    """Every version of a release: none is ever lost.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages.
        readiness: says which words of a machine the public may read.
    """

    def __init__(self, storage: Storage, site: Site, readiness: Readiness) -> None:
        self.storage = storage
        self.site = site
        self.readiness = readiness

    def history(self, release_id: int, language: str = "") -> list[Version]:
        """Every version of a release, or of one of its languages, oldest first.

        Raises:
            UnknownRelease: there is none of that number.
        """
        with self.storage.read() as db:
            releases.get(db, release_id)
            return versions.every(db, release_id, language)

    def version(self, release_id: int, number: int) -> Version:
        """One version of a release.

        Raises:
            UnknownRelease: there is no release of that number.
            Refusal: it has no version of that number.
        """
        with self.storage.read() as db:
            releases.get(db, release_id)
            return versions.get(db, release_id, number)

    def sources(self, release_id: int) -> dict[int, str]:
        """The names of the files that versions of a release were read from, by their numbers.

        Raises:
            UnknownRelease: there is none of that number.
        """
        with self.storage.read() as db:
            releases.get(db, release_id)
            return originals.names(db, release_id)

    def original(self, release_id: int, number: int | None = None) -> SourceFile:
        """The file that a version was read from; of the newest that was read from one.

        Raises:
            UnknownRelease: there is none of that number.
            Refusal: it has no version of that number, or it was not read from a file.
        """
        with self.storage.read() as db:
            releases.get(db, release_id)
            if number is not None:
                versions.get(db, release_id, number)
            return originals.get(db, release_id, number)

    def restore_version(
        self, release_id: int, number: int, by: Act | str, now: datetime
    ) -> tuple[Release, Version]:
        """Make an earlier version's words the newest again: a new version, that changes no time.

        Returns:
            the release, and the version that was restored.

        Raises:
            UnknownRelease: there is no release of that number.
            NotAllowedNow: it is withdrawn, it says exactly that now, or another version came since.
            Refusal: it has no version of that number.
        """
        act = act_of(by)
        with change(self.storage, release_id, STATES, "restored", now, act.shown) as (
            db,
            release,
            moment,
        ):
            version = versions.get(db, release_id, number)
            code = version.text.language
            if code == release.source and version.facts:
                self._hold_again(db, release, version, moment)
                self._restore_original(db, release, version, now)
                follow(db, self.site.languages, release_id, now)
            else:
                self._restore_translation(db, release, version, now)
            line = JournalLine(now, act.who, "restored", release_id, f"version {number} {code}")
            return record(db, line, code), version

    def _hold_again(self, db: Database, release: Release, version: Version, now: datetime) -> None:
        """Words that said “not yet” bring that back with them.

        Raises:
            NotAllowedNow: the release is out, and they still say so.
        """
        said = version.facts.not_yet if version.facts else ()
        at = max(release.embargo.instant, now) if release.embargo else now
        if said and is_held_back(said, at):
            why = f"version {version.number} was restored, which says {quoted(said)}"
            hold_back(db, release, said, why, now)

    def _restore_original(
        self, db: Database, release: Release, version: Version, now: datetime
    ) -> None:
        blocks, facts = version.text.blocks, version.facts
        is_same = blocks == release.original.blocks
        if facts and (facts.issuer, facts.reference) != (release.issuer, release.reference):
            is_same = False
            changes.set_sender(db, release.id, facts.issuer, facts.reference, now)
        if facts and (facts.topics, facts.contacts) != (release.topics, release.contacts):
            is_same = False
            named = [topics.today(db, slug) or slug for slug in facts.topics]
            known = tuple(slug for slug in named if topics.find(db, slug))
            changes.set_topics(db, release.id, known, now)
            changes.set_contacts(db, release.id, facts.contacts, now)
        if is_same:
            raise NotAllowedNow(f"release {release.id} says exactly that now")
        put_words(db, self.site, release, blocks, now)

    def _restore_translation(
        self, db: Database, release: Release, version: Version, now: datetime
    ) -> None:
        code, text = version.text.language, release.texts.get(version.text.language)
        if code == release.source or version.facts:
            raise NotAllowedNow(
                f"version {version.number} is in {code}, and release {release.id} is now written "
                f"in {release.source}: newsroom edit {release.id} --language {code} comes first"
            )
        said = {block.digest for block in beside(db, release)}
        there = {of: one.words for of, one in asides.of(db, release.id, code).items()}
        # What a person has since said beside the text is not undone by a machine's words.
        read = {of for of, words in there.items() if words.origin is Origin.EDITOR}
        words = [
            b
            for b in version.asides
            if b.of in said and (b.origin is Origin.EDITOR or b.of not in read)
        ]
        is_same = all(there.get(block.of) == block for block in words)
        if text and text.blocks == version.text.blocks and is_same:
            raise NotAllowedNow(f"the {code} text of release {release.id} says exactly that now")
        every = (*version.text.blocks, *words)
        edited = {b.of: b for b in every if b.of and b.origin is Origin.EDITOR}
        memory.remember(db, Pair(release.source, code), edited, now)
        pair = Pair(release.source, code)
        put_beside(db, release, code, found_today(db, pair, words), now, self.readiness)
        text = replace(version.text, blocks=found_today(db, pair, version.text.blocks))
        is_ready = place(db, release, text, now, self.readiness)
        if not is_ready and code not in releases.get(db, release.id).waiting:
            raise NotAllowedNow(
                f"version {version.number} holds words that wait for an editor, and the {code} "
                f"text that one approved stays: newsroom unapprove {release.id} {code} comes first"
            )


def found_today(db: Database, pair: Pair, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks of an earlier version with what is found in a machine's words now.

    What was rejected since stays rejected, and what is no longer dismissed counts again.

    Args:
        db: the database.
        pair: from which language into which.
        blocks: as the version has them.
    """
    blocks = list(blocks)
    known = memory.made_by_machine(db, pair, [block.of for block in blocks])
    return dismissals.applied(db, pair, (_found_today(b, known.get(b.of)) for b in blocks))


def _found_today(block: Block, known: Block | None) -> Block:
    if block.origin is not Origin.MACHINE:
        return block
    same = known is not None and known.markdown == block.markdown
    found = known.findings if known and same else block.findings
    return replace(block, findings=tuple(replace(f, dismissed_by="", reason="") for f in found))
