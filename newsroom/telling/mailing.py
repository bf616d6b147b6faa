"""The lane of mail: one letter a notice, over one connection, ended in groups."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from delivery.mail.account import MailAccount
from delivery.mail.dkim import signer
from delivery.mail.folder import FolderPost
from delivery.mail.letter import Letter
from delivery.mail.message import to_bytes
from delivery.mail.post import Meanwhile, Post
from delivery.mail.smtp import SmtpPost
from newsroom.public.front import Front
from newsroom.telling.lane import Lane, Now
from newsroom.telling.letters import write
from newsroom.telling.link_tokens import LinkTokens
from newsroom.telling.outgoing.ahead import Ahead
from newsroom.telling.outgoing.ledger import Handled, Ledger, failed, judged
from newsroom.telling.outgoing.pacing import Pace
from newsroom.telling.writing.context import Context
from press.embargo import minute_of
from press.errors import MailWaits
from press.telling.notices import Channel, Fate, Notice, Occasion
from press.telling.subscriber import Following, Subscriber
from press.telling.suppressing import Suppression
from storage import Storage
from storage.telling import bounces, notices, subscribers

log = logging.getLogger("newsroom.telling")
# So many letters, or so long: then it is looked whether somebody stopped the rest, and what went is
# noted while the next go. A kill has two groups sent again at most, each letter under its old name.
GROUP, GROUP_SECONDS = 10, 0.5
# What was taken is free for others after its lease; no slow server may hold it for so long.
MOST_SECONDS = 45.0
IDLE_SECONDS = 20.0
NOTHING_TO_SAY = "there was nothing to say any more"
# Those that somebody gets who follows nothing, or not yet.
ASKING = (Occasion.CONFIRM, Occasion.KNOWN)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A letter that can go; without one, what became of its notice."""

    handled: Handled
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
        self._ledger = Ledger(storage, clock)
        self._tokens: LinkTokens | None = None
        self._sign: Callable[[bytes], bytes] | None = None
        self._last: tuple[object, Context] | None = None
        self._used = 0.0
        self._said = ""

    def do_due(self) -> int:
        """Send everything that is due, and end the connection where nothing was for a while."""
        try:
            done = super().do_due()
        finally:
            self._ledger.end()
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
        self._ledger.close()

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

    def _take(self) -> list[Notice]:
        """What is sent next, taken in the transaction that notes what went last."""
        limit = self.room()
        if limit < 1:
            return []
        self._ledger.settle()
        with self.storage.write() as db:
            self._ledger.write(db)
            taken = self._claim(db, limit)
        self._ledger.forget()
        return taken

    def _send_group(self, left: list[Notice]) -> None:
        group, end = left[:GROUP], monotonic() + GROUP_SECONDS
        context, receivers = self.context(), self._receivers(group)
        ours = [notice for notice in group if notice.id in receivers]
        letters = Ahead(self._ready(context, n, *receivers[n.id]) for n in ours)
        handled = list[Handled]()
        try:
            for letter in letters:
                handled.append(self._handle(letter, letters.make))
                if monotonic() > end:
                    break
        finally:
            done = {one.notice.id for one in handled} | {n.id for n in group} - receivers.keys()
            left[:] = [notice for notice in left if notice.id not in done]
            self._ledger.keep(handled)
        if left:
            self._ledger.begin()

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
            return _Ready(Handled(notice, Fate.SKIPPED, why_not))
        try:
            letter = write(context, notice, receiver)
            content = to_bytes(letter, self._account) if letter else b""
            signed = self._sign(content) if self._sign and letter else content
        except Exception as error:  # whatever is wrong with it, the next must go
            log.exception("the letter of message %s cannot be written", notice.id)
            return _Ready(failed(notice, f"it cannot be written: {error!r}"))
        return _Ready(Handled(notice, Fate.SKIPPED, NOTHING_TO_SAY), letter, signed)

    def _handle(self, ready: _Ready, meanwhile: Meanwhile) -> Handled:
        if ready.letter is None:
            return ready.handled
        receipt = self._post.send(ready.letter, ready.content, meanwhile)
        self._pace.went(self.clock())
        self._used = monotonic()
        return judged(ready.handled.notice, receipt)

    def context(self) -> Context:
        """What is so now: what was read stays true until something public changes."""
        # The generation first: what is in it was written before the clock is read.
        generation, now = self._front.generation(), self.clock()
        key = generation, minute_of(now)
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
    if notice.kind in ASKING:
        return ""  # an answer lifts what keeps others back
    if receiver.state is not Following.FOLLOWS:
        return "they follow no more"
    return f"no mail: {suppressed.reason}" if suppressed else ""
