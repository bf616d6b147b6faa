"""The answer to a mail: put together when it was handled, owed once, sent with other mail."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from newsroom.filing.refiling import Filed, KnownBy
from newsroom.releases.omissions import links_to_nothing, omissions
from newsroom.releases.previews import Previews
from press.contact import Contact
from press.embargo import Embargo, Precision, embargo_from, minute_of
from press.errors import NotAllowedNow
from press.releases.release import Filing, Release, State
from press.telling.answer import PREVIEW_KEY, MailAnswer, Understood, preview_of
from press.telling.notices import Channel, Notice, Occasion
from storage import Database, Storage
from storage.filed import releases
from storage.telling import answers, notices
from storage.telling.secrets import kept, token_of

LASTS = timedelta(days=7)  # a preview link in an answer
# Answers an hour to all senders together, more wait: two programs that answer each other are slow.
MOST = 60
_HOUR = timedelta(hours=1)
_AS_FILED = (State.DRAFT, State.SCHEDULED)
_SHOWN = 50  # things left out that are named


class MailAnswers:
    """Owes answers.

    Args:
        storage: where the outbox is.
        previews: makes links.
    """

    def __init__(self, storage: Storage, previews: Previews) -> None:
        self._storage = storage
        self._previews = previews

    def key_of(self, identity: str) -> str:
        """What an answer is called: the same however often its mail comes."""
        return f"mail:answer:{hashlib.sha256(identity.encode()).hexdigest()[:32]}"

    def name_of(self, identity: str, filings: Sequence[Filing], filed: Sequence[Filed]) -> str:
        """What is answered: a mail, or one that has another's name and says something else.

        Args:
            identity: names the mail.
            filings: as read.
            filed: what became of each.
        """
        pairs = zip(filings, filed, strict=True)
        others = (
            filing.digest(one.release.source)
            for filing, one in pairs
            if one.differs and one.known_by is KnownBy.ITEM
        )
        return " ".join((identity, *others))

    def owe(self, identity: str, answer: MailAnswer, now: datetime) -> bool:
        """Owe an answer.

        Args:
            identity: names the mail.
            answer: to it.
            now: UTC.

        Returns:
            whether it is owed now; False where it was before.
        """
        with self._storage.write() as db:
            due = answers.free_at(db, now, MOST, _HOUR)
            notice = Notice(
                *(0, self.key_of(identity), Channel.MAIL, Occasion.RECEIVED, 0, due),
                language=answer.language,
                body=answer.packed(),
            )
            return notices.add(db, notice)

    def as_first(
        self, identity: str, filings: Sequence[Filing], filed: Sequence[Filed], now: datetime
    ) -> list[Filed]:
        """What became of a mail; as when it was filed, if we ended then before it was answered.

        Args:
            identity: names the mail.
            filings: as read.
            filed: what became of each now.
            now: UTC.
        """
        with self._storage.read() as db:
            if answers.is_known(db, self.key_of(identity)):
                return list(filed)
            return [
                replace(one, is_new=True, known_by=None)
                if _is_its_own(db, filing, one, now)
                else one
                for filing, one in zip(filings, filed, strict=True)
            ]

    def understood(self, identity: str, filing: Filing, one: Filed, now: datetime) -> Understood:
        """What became of one release, in the words of the mail itself.

        Args:
            identity: names the mail.
            filing: as read.
            one: as filed.
            now: UTC.
        """
        release = one.release
        needs = _needs(release) if one.is_new else ()
        moment = release.embargo if one.is_new else filing.moment
        preview = self._preview(identity, release, now) if one.is_new else ""
        return Understood(
            _became(one, release.state(now)),
            release.id,
            why=release.why,
            others=one.others,
            headline=filing.headline,
            when=_when(moment or filing.moment),
            language=release.source,
            issuer=filing.issuer,
            reference=filing.reference,
            contacts=tuple(map(_line, filing.contacts)),
            unpublished=tuple(map(_line, filing.unpublished)),
            files=tuple(file.name for file in filing.files),
            left_out=tuple((left.what[:300], left.why) for left in filing.left_out[:_SHOWN]),
            notes=self._notes(filing, release if one.is_new else None, needs),
            needs=needs,
            preview=preview,
            until=_when(self._here(now + LASTS)) if preview else "",
        )

    def _here(self, instant: datetime) -> Embargo:
        """An instant in the newsroom's zone."""
        return embargo_from(minute_of(instant), self._previews.site.zone)

    def _notes(
        self, filing: Filing, release: Release | None, needs: Sequence[str]
    ) -> tuple[str, ...]:
        slips = omissions(release)[bool(needs) :] if release else []
        names, codes = [file.name for file in filing.files], self._previews.site.languages.codes
        lost = links_to_nothing(filing.blocks, names, codes)
        return tuple(dict.fromkeys((*filing.doubts, *filing.notes, *slips, *lost)))

    def _preview(self, identity: str, release: Release, now: datetime) -> str:
        """The address of a link, with a gap for its token, which is kept nowhere."""
        with self._storage.write() as db:
            key = kept(db, PREVIEW_KEY, _made)
        try:
            token = token_of(key, preview_of(self.key_of(identity), release.id))
            self._previews.make(release.id, "mail", now, LASTS, token)
        except NotAllowedNow:
            return ""
        return self._previews.address("TOKEN")


def _made() -> str:
    return secrets.token_urlsafe(32)


def _is_its_own(db: Database, filing: Filing, one: Filed, now: datetime) -> bool:
    """Whether a release that was filed before came by this very mail, and nobody changed it."""
    if one.is_new or one.differs or one.release.state(now) not in _AS_FILED:
        return False
    return releases.with_identity(db, filing.identity) == one.release.id


def _became(one: Filed, state: State) -> str:
    is_item = one.known_by is KnownBy.ITEM
    if one.held_back:
        return "held_item" if is_item else "held"
    if one.differs:
        changed = "differs_since" if "words" in one.others else "differs"
        return "differs_item" if is_item else changed
    if not one.is_new:
        return "known"
    return "scheduled" if state is State.SCHEDULED else "draft"


def _needs(release: Release) -> tuple[str, ...]:
    there = {
        "topic": release.topics,
        "contact": release.contacts,
        "summary": release.original.summary,
    }
    return tuple(what for what, has in there.items() if not has)


def _when(moment: Embargo | None) -> str:
    """A moment for people, in its own zone: `2026-12-03 10:00 (Europe/Brussels)`."""
    if moment is None or moment.precision is Precision.DATE:
        return str(moment or "")
    return f"{moment.wall:%Y-%m-%d %H:%M} ({moment.zone})"


def _line(contact: Contact) -> str:
    """A contact on one line, its numbers as they were written."""
    who = ", ".join(filter(None, (contact.name, contact.role)))
    reached = ", ".join((*contact.phones, *contact.emails, *contact.sites))
    return f"{who}: {reached}" if reached else who
