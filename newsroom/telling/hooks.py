"""The lane of webhooks: one signed request a message, tried again for five days."""

import json
from datetime import datetime, timedelta

from delivery.http import GuardedClient
from delivery.webhooks import pause_after, signed_headers
from newsroom.public.front import Front
from newsroom.telling.hook_messages import HookMessages
from newsroom.telling.lane import Now, Pool
from newsroom.telling.webhooks import GONE, note, remove_gone
from press.errors import CallbackFailed, CallbackRefused
from press.telling.notices import Channel, Fate, Notice, Occasion
from press.telling.webhook import Webhook
from storage import Database, Storage
from storage.instants import to_ms
from storage.telling import notices, webhooks
from storage.telling.notices import Ended

# A webhook that took nothing for so long is asked no more.
PATIENCE = timedelta(days=5)


class Hooks(Pool):
    """Tells programs elsewhere; any number of processes may do so at once.

    Args:
        storage: where everything is kept.
        front: what the public may read: what is sent is asked there.
        client: asks programs elsewhere.
        clock: tells the time, UTC.
    """

    def __init__(self, storage: Storage, front: Front, client: GuardedClient, clock: Now) -> None:
        super().__init__(storage, Channel.WEBHOOK, clock)
        self._messages = HookMessages(storage, front)
        self._client = client

    def place_of(self, notice: Notice) -> str:
        """The computer it goes to."""
        with self.storage.read() as db:
            found = webhooks.get(db, notice.receiver)
        return found.place if found else ""

    def send_one(self, notice: Notice) -> None:
        """Send one message if there is still somebody to tell and something to say."""
        with self.storage.read() as db:
            webhook = webhooks.get(db, notice.receiver)
            is_open = notices.are_open(db, [notice.id])
        if not is_open:
            return  # an officer stopped it meanwhile
        if webhook is None:
            self._end(notice, Fate.SKIPPED, "the webhook was removed")
        elif webhook.disabled_at:
            self._end(notice, Fate.FAILED, "the webhook is disabled")
        elif (body := self._messages.body(notice, self.clock())) is None:
            self._end(notice, Fate.SKIPPED, "there was nothing to say any more")
        else:
            self._judge(notice, webhook, *self._post(notice, webhook, body))

    def _post(self, notice: Notice, webhook: Webhook, body: bytes) -> tuple[int, str]:
        """What was answered: its status, and what went wrong; a status of 0 is no answer."""
        now = self.clock()
        headers = signed_headers(notice.key, body, webhook.secrets(now), now)
        try:
            status = self._client.post(webhook.address, body, headers).status
        except (CallbackFailed, CallbackRefused) as refusal:
            return 0, str(refusal)
        return status, f"it answered {status}"

    def _judge(self, notice: Notice, webhook: Webhook, status: int, why: str) -> None:
        now = self.clock()
        with self.storage.write() as db:
            if status // 100 == 2:
                notices.end(db, [Ended(notice.id, Fate.SENT)], now)
                webhooks.took(db, webhook.id)
            elif status == GONE:
                notices.end(db, [Ended(notice.id, Fate.SKIPPED, why)], now)
                remove_gone(db, webhook, now)
            else:
                _failed(db, notice, webhook, why, now)

    def _end(self, notice: Notice, fate: Fate, why: str) -> None:
        with self.storage.write() as db:
            notices.end(db, [Ended(notice.id, fate, why)], self.clock())


def _failed(db: Database, notice: Notice, webhook: Webhook, why: str, now: datetime) -> None:
    """Try again later, or no more; whoever took nothing for days is asked nothing more."""
    pause = pause_after(notice.tries)
    if webhooks.failed(db, webhook.id, now) + PATIENCE <= now:
        pause = None
        if webhooks.disable(db, webhook.id, now):
            note(db, webhook, "newsroom", "webhook disabled: it took nothing for five days", now)
            notices.add(db, _told_to_us(webhook, why, now))
    if pause:
        notices.postpone(db, [notice.id], now + pause, why)
    else:
        notices.end(db, [Ended(notice.id, Fate.FAILED, why)], now)


def _told_to_us(webhook: Webhook, why: str, now: datetime) -> Notice:
    """A letter to the newsroom's own mailbox: nobody else would notice."""
    body = json.dumps({"webhook": webhook.id, "place": webhook.place, "why": why})
    key = f"mail:disabled:{webhook.id}:{to_ms(now)}"
    return Notice(0, key, Channel.MAIL, Occasion.DISABLED, 0, now, body=body)
