"""The hub at work: callbacks are asked what they want, and sent what is new (WebSub, 5.3 and 7)."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from zlib import crc32

from delivery.websub import Callbacks, Intent
from feeds import FORMATS, Format
from newsroom.public.front import Front
from newsroom.telling.hub import SUBSCRIBE, Question
from newsroom.telling.lane import A_MOMENT, Now, Pool
from newsroom.telling.parcels import Parcels
from press.errors import CallbackFailed, CallbackRefused, NotPublic, UnknownLanguage
from press.public.edition import Feed
from press.telling.notices import Channel, Fate, Notice, Occasion
from storage import Storage
from storage.telling import hub, notices
from storage.telling.hub import HubSubscription, Subscribed
from storage.telling.notices import Ended

FIRST_PAUSE = timedelta(seconds=15)
# How often a push is tried again, and a question.
PUSHES, QUESTIONS = 8, 2
# How many places all questions are at together: anybody may have us ask any number of computers.
QUESTION_PLACES = 2


class Pushing(Pool):
    """Asks and tells the hub's callbacks.

    Args:
        storage: where everything is kept.
        front: what the public may see.
        callbacks: asks and tells them.
        clock: tells the time, UTC.
    """

    EACH = 8

    def __init__(self, storage: Storage, front: Front, callbacks: Callbacks, clock: Now) -> None:
        super().__init__(storage, Channel.HUB, clock)
        self._site = front.site
        self._parcels = Parcels(front, clock)
        self._callbacks = callbacks
        self._told_now = set[int]()
        self._taking_turns = threading.Lock()

    def place_of(self, notice: Notice) -> str:
        """The computer that a callback is on; questions leave half of the workers to pushes."""
        with self.storage.read() as db:
            found = hub.get(db, notice.receiver)
        host = found.of.host if found else ""
        if notice.kind is Occasion.VERIFY:
            return f"question {crc32(host.encode()) % QUESTION_PLACES}"  # no computer's name
        return host

    def send_one(self, notice: Notice) -> None:
        """Ask a callback, or tell it; never two things at once, so that the newest comes last."""
        with self._turn(notice.receiver) as is_ours:
            with self.storage.read() as db:
                found = hub.get(db, notice.receiver)
                waits = hub.is_being_told(db, notice, self.clock())
            if waits or not is_ours:
                with self.storage.write() as db:
                    notices.give_back(db, [notice.id], self.clock() + A_MOMENT)
            elif found is None:
                self._end(notice, Fate.SKIPPED, "there is no such subscription any more")
            elif notice.kind is Occasion.VERIFY:
                self._verify(notice, found)
            else:
                self._push(notice, found)

    def _verify(self, notice: Notice, asked: HubSubscription) -> None:
        """Ask a callback; no answer is no failure of ours: anybody may have us ask in its name."""
        question = Question.of(notice.body)
        is_new = question.mode == SUBSCRIBE
        lease = question.lease if is_new else None
        intent = Intent(question.mode, self._address(asked.of), lease)
        try:
            is_wanted = self._callbacks.confirms(asked.of.callback, intent)
        except CallbackRefused as error:
            self._end(notice, Fate.SKIPPED, str(error))
        except CallbackFailed as error:
            self._put_off(notice, QUESTIONS, Fate.SKIPPED, str(error))
        else:
            self._settle(notice, question, is_wanted=is_wanted)

    def _settle(self, notice: Notice, question: Question, *, is_wanted: bool) -> None:
        """Do what was confirmed, and say that it was, in one transaction."""
        now = self.clock()
        fate, note = Fate.SENT, question.mode
        if not is_wanted:
            fate, note = Fate.SKIPPED, f"{question.mode}: the callback did not confirm it"
        with self.storage.write() as db:
            if is_wanted and question.mode == SUBSCRIBE:
                lease = timedelta(seconds=question.lease)
                hub.confirm(db, notice.receiver, question.secret, now, lease)
            elif is_wanted:
                hub.end(db, notice.receiver)
            notices.end(db, [Ended(notice.id, fate, note)], now)
            hub.forget_body(db, notice.id)

    def _push(self, notice: Notice, to: HubSubscription) -> None:
        if not to.is_live(self.clock()):
            self._end(notice, Fate.SKIPPED, "the subscription had ended")
            return
        try:
            parcel = self._parcels.of(*self._feed(to.of))
        except (NotPublic, UnknownLanguage):
            self._callbacks.deny(to.of.callback, self._address(to.of), "there is no such feed")
            self._end(notice, Fate.SKIPPED, "there is no such feed any more", ends=True)
            return
        if parcel.digest == to.sent_tag:
            self._end(notice, Fate.SKIPPED, "it has these very bytes")
            return
        try:
            is_there = self._callbacks.push(to.of.callback, parcel, to.secret)
        except (CallbackRefused, CallbackFailed) as error:
            self._put_off(notice, PUSHES, Fate.FAILED, str(error))
            return
        if is_there:
            self._end(notice, Fate.SENT, "", has=parcel.digest)
        else:
            self._end(notice, Fate.SKIPPED, "the callback is gone (410)", ends=True)

    def _feed(self, of: Subscribed) -> tuple[Feed, Format]:
        return Feed(of.topic, self._site.languages.named(of.language)), FORMATS[of.extension]

    def _address(self, of: Subscribed) -> str:
        return f"{self._site.base_url}/{of.language}/{of.topic}.{of.extension}"

    def _put_off(self, notice: Notice, most: int, last: Fate, reason: str) -> None:
        """Try again after a while that grows, or end it so."""
        if notice.tries > most:
            self._end(notice, last, reason)
        else:
            until = self.clock() + FIRST_PAUSE * 2 ** (notice.tries - 1)
            with self.storage.write() as db:
                notices.postpone(db, [notice.id], until, reason)

    def _end(
        self, notice: Notice, fate: Fate, note: str, *, has: str = "", ends: bool = False
    ) -> None:
        with self.storage.write() as db:
            if has:
                hub.has(db, notice.receiver, has)
            if ends:
                hub.end(db, notice.receiver)
            notices.end(db, [Ended(notice.id, fate, note)], self.clock())
            hub.forget_body(db, notice.id)

    @contextmanager
    def _turn(self, receiver: int) -> Iterator[bool]:
        """Whether nobody else of ours is at this receiver now."""
        with self._taking_turns:
            is_ours = receiver not in self._told_now
            self._told_now.add(receiver)
        try:
            yield is_ours
        finally:
            if is_ours:
                with self._taking_turns:
                    self._told_now.discard(receiver)
