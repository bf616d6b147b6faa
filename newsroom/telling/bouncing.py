"""What is done with mail that came back."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from delivery.mail import bounces as returned
from delivery.mail.account import MailAccount
from delivery.mail.bounces import Returned
from delivery.mail.delivery_status import Report
from newsroom.telling.link_tokens import LinkTokens
from press.telling.subscriber import Subscriber
from press.telling.suppressing import Suppression
from storage import Database, Storage, journal
from storage.journal import JournalLine
from storage.telling import bounces, subscribers

BOUNCE = "bounce"  # the purpose of a token in the address that mail servers report to
_IN_LINKS = ("unsubscribe", "manage", "confirm")
_NOTHING = "no mail server says there that it gave up a letter; nothing was done"
_UNKNOWN = "no letter of ours came back there; nothing was done"


def who_gets_no_mail(
    storage: Storage, numbers: Iterable[int], now: datetime
) -> dict[int, Suppression]:
    """Which of these followers get none for a while, each with why and until when.

    Args:
        storage: of the newsroom.
        numbers: of subscribers.
        now: UTC.
    """
    with storage.read() as db:
        return bounces.suppressions(db, numbers, now)


class Bounces:
    """Notes whose letters came back.

    A letter's own name in the address it came back to says whose it is, and so does a link of ours
    in what came back: only we can make either. A bare address in a report anybody can write; it
    counts where `BOUNCE` is not set, so that letters have no names of their own.

    Args:
        storage: where everything is kept.
        tokens: reads names and links, and makes hashes of addresses.
        account: says where mail servers report.
    """

    def __init__(self, storage: Storage, tokens: LinkTokens, account: MailAccount) -> None:
        self._storage = storage
        self._tokens = tokens
        self._pattern = account.bounce

    def take(self, mail: bytes, now: datetime) -> str:
        """Do what a mail that came back asks for.

        Args:
            mail: as it came.
            now: UTC.

        Returns:
            what was understood and done, without anybody's address.
        """
        found = returned.read(mail, self._pattern)
        if not found.reports:
            return _NOTHING
        with self._storage.write() as db:
            said = [self._note(db, who, what, now) for who, what in self._ours(db, found)]
        return "; ".join(said) or _UNKNOWN

    def _ours(self, db: Database, found: Returned) -> Iterator[tuple[Subscriber, Report]]:
        """Whose letters came back, each with what is said of it."""
        proven = self._proven(db, found)
        if proven:
            about = [report for report in found.reports if self._is_about(proven, report)]
            yield proven, (about or found.reports)[0]
        elif not self._pattern:
            for report in found.reports:
                if who := self._with_address(db, report):
                    yield who, report

    def _proven(self, db: Database, found: Returned) -> Subscriber | None:
        named = (self._tokens.read(db, token, BOUNCE, folded=True) for token in found.tokens)
        linked = (self._tokens.read(db, token, *_IN_LINKS) for token in found.links)
        return next(filter(None, (*named, *linked)), None)

    def _is_about(self, who: Subscriber, report: Report) -> bool:
        return who.address is not None and who.address.lower() in report.recipients

    def _with_address(self, db: Database, report: Report) -> Subscriber | None:
        hashes = map(self._tokens.hash_of, report.recipients)
        return next(filter(None, (subscribers.with_hash(db, one) for one in hashes)), None)

    def _note(self, db: Database, who: Subscriber, report: Report, now: datetime) -> str:
        if who.address is None:
            return f"subscriber {who.id} follows no more; nothing was done"
        follows = bounces.bounced(
            db, who.id, permanent=report.is_permanent, status=report.status, now=now
        )
        status = report.status or ("permanent" if report.is_permanent else "temporary")
        note = f"subscriber {who.id}: {status}"
        if follows:
            note += f"; {follows}"
        journal.add(db, JournalLine(now, "newsroom", "came back", None, note))
        return note + (f"; the server says: {report.diagnosis}" if report.diagnosis else "")
