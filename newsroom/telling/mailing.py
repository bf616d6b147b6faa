"""The lane of mail: one letter a notice, over one connection, ended in groups."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic

from delivery.mail.account import MailAccount
from delivery.mail.dkim import signer
from delivery.mail.folder import FolderPost
from delivery.mail.letter import Letter
from delivery.mail.message import to_bytes
from delivery.mail.post import Acceptance, Meanwhile, Post, Receipt
from delivery.mail.smtp import SmtpPost
from newsroom.public.front import Front
from newsroom.telling.ahead import Ahead
from newsroom.telling.lane import Lane, Now
from newsroom.telling.letters import write
from newsroom.telling.link_tokens import LinkTokens
from newsroom.telling.pacing import Pace, next_try
from newsroom.telling.writing.context import Context
from press.embargo import minute_of
from press.errors import MailWaits
from press.telling.notices import Channel, Fate, Notice, Occasion
from press.telling.subscriber import Following, Subscriber
from press.telling.suppressing import Suppression
from storage import Database, Storage
from storage.telling import bounces, notices, subscribers
from storage.telling.notices import Ended

log = logging.getLogger("newsroom.telling")
# So many letters, or so long: then it is looked whether somebody stopped the rest, and what went is
# noted. A kill has no more than these sent again, each under the name it had.
GROUP, GROUP_SECONDS = 20, 0.5
# What was taken is free for others after its lease; no slow server may hold it for so long.
MOST_SECONDS = 45.0
IDLE_SECONDS = 20.0
NOTHING_TO_SAY = "there was nothing to say any more"
# Those that somebody gets who follows nothing, or not yet.
ASKING = (Occasion.CONFIRM, Occasion.KNOWN)


@dataclass(frozen=True, slots=True)
class _Handled:
    """What became of a notice; without a fate it is tried again."""

    notice: Notice
    fate: Fate | None
    note: str = ""
    status: str = ""  # of an address that was refused (RFC 3463)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A letter that can go; without one, what became of its notice."""

    handled: _Handled
    letter: Letter | None = None
    content: bytes = b""


class Mailing(Lane):
    """Sends letters; any number of processes may do so at once.

    Args:
        storage: where everything is kept.
        front: what the public may read: what letters say is asked there.
        account: as whom, and how.
        mailbox: folder that letters are written into where no server takes them.
        clock: tells the time, UTC.
    """

    def __init__(
        self, storage: Storage, front: Front, account: MailAccount, mailbox: Path, clock: Now
    ) -> None:
        super().__init__(storage, Channel.MAIL, clock)
        self._front = front
        self._account = account
        self._post: Post = SmtpPost(account) if account.server else FolderPost(mailbox)
        self._pace = Pace(account.rate)
        self._tokens: LinkTokens | None = None
        self._sign: Callable[[bytes], bytes] | None = None
        self._last: tuple[object, Context] | None = None
        self._used = 0.0
        self._said = ""

    def do_due(self) -> int:
        """Send everything that is due, and end the connection where nothing was for a while."""
        done = super().do_due()
        if self._used and monotonic() - self._used > IDLE_SECONDS:
            self._used = 0.0
            self._post.close()
        return done

    def room(self) -> int:
        """As many as may go within this minute."""
        return self._pace.room(self.AT_ONCE, self.clock())

    def finish(self) -> None:
        """End the connection."""
        self._post.close()

    def send(self, taken: Sequence[Notice]) -> None:
        """Send letters in groups; what is not tried is given back."""
        left, begun, until = list(taken), monotonic(), None
        try:
            self._sign = self._sign or signer(self._account)
            while left and not self.stopping.is_set() and monotonic() - begun < MOST_SECONDS:
                self._send_group(left)
            self._say("")
        except MailWaits as waits:
            self._say(str(waits))
            until = self._pace.wait(self.clock())
        if left:
            with self.storage.write() as db:
                notices.give_back(db, [notice.id for notice in left], until)

    def _send_group(self, left: list[Notice]) -> None:
        group, end = left[:GROUP], monotonic() + GROUP_SECONDS
        context, receivers = self._context(), self._receivers(group)
        ours = [notice for notice in group if notice.id in receivers]
        letters = Ahead(self._ready(context, n, *receivers[n.id]) for n in ours)
        handled = list[_Handled]()
        try:
            for letter in letters:
                handled.append(self._handle(letter, letters.make))
                if monotonic() > end:
                    break
        finally:
            done = {one.notice.id for one in handled} | {n.id for n in group} - receivers.keys()
            left[:] = [notice for notice in left if notice.id not in done]
            self._note(handled)

    def _receivers(self, group: Sequence[Notice]) -> dict[int, tuple[Subscriber | None, str]]:
        """Of each notice that nobody stopped, whom its letter is for, and why they get none."""
        numbers = [notice.receiver for notice in group]
        with self.storage.read() as db:
            still_open = notices.are_open(db, [notice.id for notice in group])
            there = subscribers.of_numbers(db, numbers)
            suppressed = bounces.suppressions(db, numbers, self.clock())
        return {
            n.id: (found := there.get(n.receiver), _why_not(n, found, suppressed.get(n.receiver)))
            for n in group
            if n.id in still_open
        }

    def _ready(
        self, context: Context, notice: Notice, receiver: Subscriber | None, why_not: str
    ) -> _Ready:
        """A letter that can go, or why none does."""
        if why_not:
            return _Ready(_Handled(notice, Fate.SKIPPED, why_not))
        try:
            letter = write(context, notice, receiver)
            content = to_bytes(letter, self._account) if letter else b""
            signed = self._sign(content) if self._sign and letter else content
        except Exception as error:  # whatever is wrong with it, the next must go
            log.exception("the letter of message %s cannot be written", notice.id)
            return _Ready(_failed(notice, f"it cannot be written: {error!r}"))
        return _Ready(_Handled(notice, Fate.SKIPPED, NOTHING_TO_SAY), letter, signed)

    def _handle(self, ready: _Ready, meanwhile: Meanwhile) -> _Handled:
        if ready.letter is None:
            return ready.handled
        receipt = self._post.send(ready.letter, ready.content, meanwhile)
        self._pace.went(self.clock())
        self._used = monotonic()
        return _judged(ready.handled.notice, receipt)

    def _note(self, handled: Sequence[_Handled]) -> None:
        """What became of a group, in one transaction."""
        if not handled:
            return
        now = self.clock()
        with self.storage.write() as db:
            notices.end(db, [Ended(h.notice.id, h.fate, h.note) for h in handled if h.fate], now)
            for one in handled:
                self._note_failure(db, one, now)

    def _note_failure(self, db: Database, one: _Handled, now: datetime) -> None:
        if one.fate is None and (again := next_try(one.notice.tries, now)):
            notices.postpone(db, [one.notice.id], again, one.note)
        if one.fate is Fate.FAILED and one.status:
            permanent = one.status.startswith("5")
            bounces.bounced(
                *(db, one.notice.receiver), permanent=permanent, status=one.status, now=now
            )

    def _context(self) -> Context:
        """What is so now: what was read stays true until something public changes."""
        now = self.clock()
        key = self._front.generation(), minute_of(now)
        if self._last is None or self._last[0] != key:
            self._tokens = self._tokens or LinkTokens(self.storage)
            made = Context(self.storage, self._front, self._account, self._tokens, now)
            self._last = key, made
        return self._last[1]

    def _say(self, why: str) -> None:
        """Why no letter goes: once, however often it is tried."""
        if why and why != self._said:
            log.error("no mail can leave: %s", why)
        elif self._said and not why:
            log.info("mail leaves again")
        self._said = why


def _why_not(notice: Notice, receiver: Subscriber | None, suppressed: Suppression | None) -> str:
    """Why somebody gets no letter, where they do not; number 0 is the newsroom itself."""
    if notice.receiver == 0:
        return ""
    if receiver is None or receiver.address is None:
        return "nobody is there any more"
    if notice.kind not in ASKING and receiver.state is not Following.FOLLOWS:
        return "they follow no more"
    return f"no mail: {suppressed.reason}" if suppressed else ""


def _judged(notice: Notice, receipt: Receipt) -> _Handled:
    if receipt.acceptance is Acceptance.ACCEPTED:
        return _Handled(notice, Fate.SENT)
    status = receipt.status if receipt.is_of_address else ""
    if receipt.acceptance is Acceptance.NEVER:
        return _Handled(notice, Fate.FAILED, receipt.said, status)
    return _failed(notice, receipt.said, status)


def _failed(notice: Notice, why: str, status: str = "") -> _Handled:
    """It failed for now, or once too often."""
    is_last = next_try(notice.tries, notice.due_at) is None
    return _Handled(notice, Fate.FAILED if is_last else None, why, status)
