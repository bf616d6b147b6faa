"""The hub's counter: who asks for subscriptions, and what is taken (WebSub, 5.1)."""

import json
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Self
from urllib.parse import urlsplit

from delivery.websub import CallbackCheck
from newsroom.public.addresses import feed_at
from newsroom.public.front import Front
from press.errors import CallbackRefused, HubBusy, HubRefused, NotPublic
from press.telling.notices import Channel, Notice, Occasion
from storage import Database, Storage
from storage.telling import hub, notices
from storage.telling.hub import Subscribed

SUBSCRIBE, UNSUBSCRIBE = "subscribe", "unsubscribe"
LEASE, SHORTEST, LONGEST = timedelta(days=5), timedelta(days=1), timedelta(days=10)
MOST_CALLBACK = 2048  # characters
MOST_SECRET = 199  # bytes
# Nobody has us keep more, nor ask somebody's server more often in the name of others.
MOST = 10_000
MOST_QUESTIONS = 2_000
MOST_UNCONFIRMED = 500
# The same for what is secret, what never was and what is no address of ours.
NO_TOPIC = "hub.topic is not the address of one of our feeds"


@dataclass(frozen=True, slots=True)
class SubscriptionRequest:
    """What somebody asks of the hub, as it was sent (5.1).

    Args:
        mode: `hub.mode`.
        topic: `hub.topic`.
        callback: `hub.callback`.
        secret: `hub.secret`; may be empty.
        lease_seconds: `hub.lease_seconds`; may be empty.
    """

    mode: str
    topic: str
    callback: str
    secret: str = ""
    lease_seconds: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What a callback is to be asked: whether it wants what was asked for in its name.

    Args:
        mode: `subscribe` or `unsubscribe`.
        lease: seconds.
        secret: signs what it will be sent; may be empty.
    """

    mode: str
    lease: int
    secret: str

    @classmethod
    def of(cls, body: str) -> Self:
        """Read one from what is kept."""
        return cls(**json.loads(body))

    def __str__(self) -> str:
        return json.dumps(asdict(self))


class Hub:
    """Takes what is asked, and has each callback asked whether it wants that.

    Args:
        storage: where everything is kept.
        front: says which feeds the public may know.
        private: whether callbacks may lie on this machine or its network.
    """

    def __init__(self, storage: Storage, front: Front, *, private: bool) -> None:
        self._storage = storage
        self._front = front
        self._callbacks = CallbackCheck(private=private)

    def request(self, asked: SubscriptionRequest, now: datetime) -> None:
        """Take a request; its callback is asked soon.

        Args:
            asked: as it was sent.
            now: UTC.

        Raises:
            HubRefused: with the reason, for who asked.
            HubBusy: it may be asked again later.
        """
        question, wanted = _question(asked), self._wanted(asked, now)
        with self._storage.write() as db:
            hub.prune(db, now)
            known = hub.find(db, wanted)
            if question.mode == SUBSCRIBE:
                _check_room(db, wanted, is_new=known is None)
            elif known is None or not known.is_live(now):
                return  # there is nothing to end
            _put(db, hub.ask(db, wanted, now), question, now)

    def _wanted(self, asked: SubscriptionRequest, now: datetime) -> Subscribed:
        """Which callback is to be told of which feed; the callback is looked at first.

        So nobody learns of feeds what is not said to everybody.
        """
        host = self._host(asked.callback)
        found = feed_at(self._front.site, asked.topic)
        if found is None:
            raise HubRefused(NO_TOPIC)
        feed, form = found
        try:
            self._front.edition(feed, now)
        except NotPublic:
            raise HubRefused(NO_TOPIC) from None
        return Subscribed(asked.callback, host, feed.topic, feed.language.code, form.extension)

    def _host(self, callback: str) -> str:
        if not callback:
            raise HubRefused("hub.callback is missing")
        if len(callback) > MOST_CALLBACK:
            raise HubRefused(f"hub.callback is longer than {MOST_CALLBACK} characters")
        try:
            self._callbacks.check(callback)
        except CallbackRefused as error:
            raise HubRefused(f"hub.callback: {error}") from error
        return urlsplit(callback).hostname or ""


def _question(asked: SubscriptionRequest) -> Question:
    if asked.mode not in (SUBSCRIBE, UNSUBSCRIBE):
        raise HubRefused(f"hub.mode is neither {SUBSCRIBE} nor {UNSUBSCRIBE}")
    if len(asked.secret.encode()) > MOST_SECRET:
        raise HubRefused("hub.secret is not shorter than 200 bytes")
    return Question(asked.mode, _lease(asked.lease_seconds), asked.secret)


def _lease(seconds: str) -> int:
    """As long as was asked, within what we keep (5.1: a hub may choose)."""
    if not seconds:
        return int(LEASE.total_seconds())
    if not (seconds.isascii() and seconds.isdigit()):
        raise HubRefused("hub.lease_seconds is not a number of seconds")
    most = int(LONGEST.total_seconds())
    # A number of thousands of digits is not worth being read.
    wanted = int(seconds) if len(seconds) <= len(str(most)) + 9 else most
    return min(max(wanted, int(SHORTEST.total_seconds())), most)


def _check_room(db: Database, wanted: Subscribed, *, is_new: bool) -> None:
    if is_new and hub.count(db) >= MOST:
        raise HubBusy("there are as many subscriptions as this hub keeps")
    if is_new and hub.count_unconfirmed(db, wanted.host) >= MOST_UNCONFIRMED:
        raise HubBusy("too many requests for callbacks there were not confirmed")
    if hub.count_questions(db) >= MOST_QUESTIONS:
        raise HubBusy("too many callbacks are still to be asked")


def _put(db: Database, subscription: int, question: Question, now: datetime) -> None:
    """Have a callback asked, and not what it was to be asked before."""
    hub.drop_questions(db, subscription, now)
    notices.add(
        db,
        Notice(
            id=0,
            key=f"{Channel.HUB}:{Occasion.VERIFY}:{subscription}:{secrets.token_hex(8)}",
            channel=Channel.HUB,
            kind=Occasion.VERIFY,
            receiver=subscription,
            due_at=now,
            body=str(question),
        ),
    )
