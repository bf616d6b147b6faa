"""The answer to a mail: put together when it was handled, owed once, sent with other mail."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from newsroom.filing.refiling import Filed
from newsroom.releases.omissions import omissions
from newsroom.releases.previews import Previews
from press.contact import Contact
from press.errors import NotAllowedNow
from press.releases.release import Filing, Release, State
from press.telling.answer import PREVIEW_KEY, MailAnswer, Understood
from press.telling.notices import Channel, Notice, Occasion
from storage import Database, Storage
from storage.instants import to_ms
from storage.telling import notices
from storage.telling.secrets import kept, token_of

LASTS = timedelta(days=7)  # a preview link in an answer
# Answers an hour to all senders together: two programs that answer each other end there.
MOST = 60
_HOUR = timedelta(hours=1)
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

    def owe(self, identity: str, answer: MailAnswer, now: datetime) -> bool:
        """Owe an answer.

        Args:
            identity: names the mail.
            answer: to it.
            now: UTC.

        Returns:
            whether it is owed now; False where it was before, or too many are.
        """
        notice = Notice(
            *(0, self.key_of(identity), Channel.MAIL, Occasion.RECEIVED, 0, now),
            language=answer.language,
            body=answer.packed(),
        )
        with self._storage.write() as db:
            return _of_late(db, now) < MOST and notices.add(db, notice)

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
            headline=filing.headline,
            when=str(moment or filing.moment or ""),
            language=release.source,
            issuer=filing.issuer,
            reference=filing.reference,
            contacts=tuple(map(_line, filing.contacts)),
            unpublished=tuple(map(_line, filing.unpublished)),
            files=tuple(file.name for file in filing.files),
            left_out=tuple((left.what[:300], left.why) for left in filing.left_out[:_SHOWN]),
            notes=_notes(filing, release if one.is_new else None, needs),
            needs=needs,
            preview=preview,
            until=f"{now + LASTS:%Y-%m-%d %H:%M} UTC" if preview else "",
        )

    def _preview(self, identity: str, release: Release, now: datetime) -> str:
        """The address of a link, with a gap for its token, which is kept nowhere."""
        with self._storage.write() as db:
            key = kept(db, PREVIEW_KEY, _made)
        try:
            token = token_of(key, self.key_of(identity))
            self._previews.make(release.id, "mail", now, LASTS, token)
        except NotAllowedNow:
            return ""
        return self._previews.address("TOKEN")


def _made() -> str:
    return secrets.token_urlsafe(32)


def _of_late(db: Database, now: datetime) -> int:
    query = "SELECT COUNT(*) FROM notice WHERE kind = ? AND due_at > ?"
    return int(db.execute(query, (Occasion.RECEIVED, to_ms(now - _HOUR))).fetchone()[0])


def _became(one: Filed, state: State) -> str:
    if one.held_back:
        return "held"
    if not one.is_new:
        return "differs" if one.differs else "known"
    return "scheduled" if state is State.SCHEDULED else "draft"


def _needs(release: Release) -> tuple[str, ...]:
    there = {
        "topic": release.topics,
        "contact": release.contacts,
        "summary": release.original.summary,
    }
    return tuple(what for what, has in there.items() if not has)


def _notes(filing: Filing, release: Release | None, needs: Sequence[str]) -> tuple[str, ...]:
    slips = omissions(release)[bool(needs) :] if release else []
    return tuple(dict.fromkeys((*filing.doubts, *filing.notes, *slips)))


def _line(contact: Contact) -> str:
    """A contact on one line, its numbers as they were written."""
    who = ", ".join(filter(None, (contact.name, contact.role)))
    reached = ", ".join((*contact.phones, *contact.emails, *contact.sites))
    return f"{who}: {reached}" if reached else who
