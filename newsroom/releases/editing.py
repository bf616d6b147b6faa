"""Changing what was filed, piece by piece."""

from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.releases.acts import Act, act_of, change, check_ahead, hold_back, move, record
from newsroom.releases.revising import STATES, put_words
from newsroom.releases.topics import todays, unknown_topic
from newsroom.tasks.due import translation, translations
from newsroom.translation.asides import follow
from press.contact import Contact
from press.embargo import Embargo
from press.errors import NotAllowedNow, Refusal
from press.public.site import Site
from press.releases.outcome import quoted
from press.releases.release import NotYet, Release
from press.text import Block, Kind, clean
from storage import Database, Storage, files, tasks, topics
from storage.filed import changes, releases
from storage.journal import JournalLine

_SHOWN = ("summary", "issuer", "reference", "credit", "contacts")  # what has words of its own
LONGEST_LINE = 300  # characters of an issuer or a reference


@dataclass(frozen=True, slots=True)
class Edit:
    """What an officer changes of a release, piece by piece; None is what stays.

    Args:
        add: slugs of topics it belongs to besides.
        remove: slugs of topics it belongs to no more.
        new_topics: whether topics that are not known are made.
        summary: the new summary, plain text; empty for none.
        contacts: whom to call instead.
        embargo: from when it may be published.
        credit: whom its pictures are owed to.
        language: code of the language it is really written in.
        not_yet: what in its new words says that it must not come out yet.
        issuer: who sends it, as a letterhead says; empty for nobody.
        reference: under what number the sender keeps it; empty for none.
    """

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    new_topics: bool = False
    summary: str | None = None
    contacts: tuple[Contact, ...] | None = None
    embargo: Embargo | None = None
    credit: str | None = None
    language: str | None = None
    not_yet: tuple[NotYet, ...] = ()
    issuer: str | None = None
    reference: str | None = None


class Edits:
    """The officers' small changes, piece by piece.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self.storage = storage
        self.site = site

    def edit(self, release_id: int, edit: Edit, by: Act | str, now: datetime) -> Release:
        """Change a release piece by piece.

        Args:
            release_id: its number.
            edit: what changes.
            by: the officer.
            now: UTC.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is withdrawn; it is out and its time or language would change; its
                text says that it must not come out then; nothing would change; or another version
                came since.
            Refusal: a topic is not known, it has no picture to credit, or an issuer or a reference
                is no short line.
        """
        act = act_of(by)
        with change(self.storage, release_id, STATES, "edited", now, act.shown) as (
            db,
            release,
            moment,
        ):
            self._check_edit(release, edit, moment)
            said = list(self._edit(db, release, edit, act, moment))
            if not said:
                raise NotAllowedNow(f"release {release_id} has all that already")
            follow(db, self.site.languages, release_id, moment)
            return record(db, JournalLine(moment, act.who, "edited", release_id, ", ".join(said)))

    def _check_edit(self, release: Release, edit: Edit, now: datetime) -> None:
        for name, words in (("issuer", edit.issuer), ("reference", edit.reference)):
            if words and (len(words) > LONGEST_LINE or clean(words).splitlines() != [words]):
                raise Refusal(f"{name} is one line of at most {LONGEST_LINE} characters")
        if edit.embargo:
            check_ahead(release.id, edit.embargo, now)
        if edit.embargo and release.held and not release.restored:
            raise NotAllowedNow(
                f"release {release.id} is held; newsroom schedule {release.id} WHEN gives it "
                "another time and lets it go on"
            )
        if release.is_known(now) and (edit.embargo or edit.language):
            raise NotAllowedNow(
                f"release {release.id} is out; its time and language stay. newsroom withdraw takes "
                "it back"
            )

    def _edit(
        self, db: Database, release: Release, edit: Edit, act: Act, now: datetime
    ) -> list[str]:
        """Make every change that is one; returns what was changed."""
        done = {
            "language": self._edit_language(db, release, edit, now),
            "topics": self._edit_topics(db, release, edit, now),
            "contacts": edit.contacts not in (None, release.contacts),
            "summary": self._edit_summary(db, release.id, edit, now),
            "issuer": edit.issuer not in (None, release.issuer),
            "reference": edit.reference not in (None, release.reference),
            "credit": self._edit_credit(db, release.id, edit, now),
            "time": edit.embargo not in (None, release.embargo),
        }
        if done["contacts"] and edit.contacts is not None:
            changes.set_contacts(db, release.id, edit.contacts, now)
        if done["issuer"] or done["reference"]:
            self._edit_sender(db, release, edit, now)
        if edit.not_yet and any(done[name] for name in _SHOWN):
            why = f"its new words say {quoted(edit.not_yet)}"
            hold_back(db, release, (*release.not_yet, *edit.not_yet), why, now)
        if done["time"] and edit.embargo:
            move(db, releases.get(db, release.id), edit.embargo, act, now)
        return [name for name, is_done in done.items() if is_done]

    def _edit_topics(self, db: Database, release: Release, edit: Edit, now: datetime) -> bool:
        added = todays(db, edit.add)
        gone = [topics.today(db, slug) or slug for slug in edit.remove]
        if not edit.new_topics and (unknown := unknown_topic(db, (*added, *gone))):
            raise unknown
        about = tuple(s for s in dict.fromkeys((*release.topics, *added)) if s not in gone)
        if about == release.topics:
            return False
        topics.mention(db, about, now)
        changes.set_topics(db, release.id, about, now)
        return True

    def _edit_summary(self, db: Database, release_id: int, edit: Edit, now: datetime) -> bool:
        release = releases.get(db, release_id)
        if edit.summary is None or edit.summary == (release.original.summary or ""):
            return False
        headline, *rest = [b for b in release.original.blocks if b.kind is not Kind.SUMMARY]
        summary = [Block(Kind.SUMMARY, edit.summary)] if edit.summary else []
        put_words(db, self.site, release, (headline, *summary, *rest), now)
        return True

    def _edit_credit(self, db: Database, release_id: int, edit: Edit, now: datetime) -> bool:
        if edit.credit is None:
            return False
        pictures = [
            f for f in files.of_release(db, release_id) if f.media_type.startswith("image/")
        ]
        if not pictures:
            raise Refusal(
                f"release {release_id} has no picture to credit; newsroom attach adds one"
            )
        changed = [f for f in pictures if f.credit != edit.credit]
        for file in changed:
            files.describe(db, release_id, replace(file, credit=edit.credit), now)
        return bool(changed)

    def _edit_sender(self, db: Database, release: Release, edit: Edit, now: datetime) -> None:
        issuer = release.issuer if edit.issuer is None else edit.issuer
        reference = release.reference if edit.reference is None else edit.reference
        changes.set_sender(db, release.id, issuer, reference, now)

    def _edit_language(self, db: Database, release: Release, edit: Edit, now: datetime) -> bool:
        code = edit.language and self.site.languages.named(edit.language).code
        if not code or code == release.source:
            return False
        changes.set_source(db, release.id, code, now)
        tasks.drop(db, translation(release.id, code, now).key, now)
        tasks.renew(db, translations(release.id, code, self.site.languages, now))
        return True
