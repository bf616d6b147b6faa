"""What webhooks are sent: what is true now of what happened, as the bytes that are signed."""

import json
from datetime import datetime

from feeds.ninjs import NinjsItem, cancelled_item, ninjs_item
from newsroom.public.front import Front
from press.errors import NotPublic, UnknownLanguage
from press.telling.notices import Event, Notice, Occasion
from storage import Storage
from storage.telling import events

_KINDS = {
    Occasion.OUT: "release.out",
    Occasion.TRANSLATED: "release.translated",
    Occasion.REVIEWED: "release.translated",
    Occasion.CORRECTED: "release.corrected",
    Occasion.WITHDRAWN: "release.withdrawn",
}


class HookMessages:
    """Writes messages of what the public may read.

    Args:
        storage: where everything is kept.
        front: what the public may read.
    """

    def __init__(self, storage: Storage, front: Front) -> None:
        self._storage = storage
        self._front = front

    def body(self, notice: Notice, now: datetime) -> bytes | None:
        """What a message says; None if the public may not read any more what it tells of.

        Args:
            notice: of a webhook.
            now: UTC.
        """
        event = notice.event
        data = self._item(event, notice.language, now) if event else None
        return message(_KINDS[event.kind], event.at, data) if event and data else None

    def _item(self, event: Event, code: str, now: datetime) -> NinjsItem | None:
        site = self._front.site
        with self._storage.read() as db:
            slug = events.slug_of(db, event.release_id)
        try:
            language = site.languages.named(code)
            if event.kind is Occasion.WITHDRAWN:
                gone = self._front.withdrawal(slug, language, now)
                return cancelled_item(gone, language, site)
            entry = self._front.entry(slug, language, now)
        except (NotPublic, UnknownLanguage):
            return None
        return ninjs_item(entry, language, site) if entry.text.language == code else None


def message(kind: str, at: datetime, data: object) -> bytes:
    """What a webhook is sent, as the bytes that are signed.

    Args:
        kind: of event, `release.out`.
        at: when it happened, UTC.
        data: the event's own.
    """
    said = {"type": kind, "timestamp": f"{at:%Y-%m-%dT%H:%M:%S}Z", "data": data}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
