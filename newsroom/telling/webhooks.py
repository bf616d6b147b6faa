"""What officers do with webhooks: each act one transaction, journalled without any secret."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from delivery.http import CallbackAnswer, GuardedClient
from delivery.webhooks import made_secret, signed_headers
from newsroom.public.front import Front
from newsroom.telling.hook_messages import HookMessages, message
from press.errors import Refusal
from press.telling.notices import Fate
from press.telling.webhook import Webhook
from press.topic import ALL
from storage import Database, Storage, journal, topics
from storage.filed import releases
from storage.instants import to_ms
from storage.journal import JournalLine
from storage.telling import notices, webhooks

# How long a secret signs beside the one that replaces it.
OVERLAP = timedelta(hours=24)
KEY_BYTES = 32
# What a program answers that wants nothing more.
GONE = 410


class Webhooks:
    """What officers do with webhooks.

    Args:
        storage: where everything is kept.
        front: says the newsroom's languages, and what the public may read now.
        client: asks programs elsewhere.
    """

    def __init__(self, storage: Storage, front: Front, client: GuardedClient) -> None:
        self._storage = storage
        self._site = front.site
        self._messages = HookMessages(storage, front)
        self._client = client

    def every(self) -> list[Webhook]:
        """All of them, in the order in which they came."""
        with self._storage.read() as db:
            return webhooks.every(db)

    def add(
        self,
        address: str,
        slugs: Sequence[str],
        codes: Sequence[str],
        who: str,
        now: datetime,
    ) -> Webhook:
        """Have a program told of what happens from now on.

        Args:
            address: it is asked at.
            slugs: of topics; none for all.
            codes: of languages; none for all.
            who: the officer.
            now: UTC.

        Raises:
            CallbackRefused: the address may not be asked.
            CallbackFailed: nobody knows its name.
            Refusal: there is no such topic or language.
        """
        self._client.check(address)
        languages = [self._site.languages.named(code).code for code in codes]
        with self._storage.write() as db:
            named = [_topic(db, slug) for slug in slugs if slug != ALL]
            about = [] if ALL in slugs else list(dict.fromkeys(named))
            added = webhooks.add(
                db, address, _new_secret(), about, list(dict.fromkeys(languages)), now
            )
            note(db, added, who, "webhook added", now)
        return added

    def remove(self, number: int, who: str, now: datetime) -> None:
        """Have it told nothing more.

        Raises:
            Refusal: there is none of this number.
        """
        with self._storage.write() as db:
            found = _get(db, number)
            webhooks.remove(db, number, now)
            note(db, found, who, "webhook removed", now)

    def rotate(self, number: int, who: str, now: datetime) -> str:
        """Sign what it is sent with another secret; the one before signs too for a day.

        Returns:
            the new secret.

        Raises:
            Refusal: there is none of this number.
        """
        secret = _new_secret()
        with self._storage.write() as db:
            found = _get(db, number)
            webhooks.rotate(db, number, secret, now + OVERLAP)
            note(db, found, who, "webhook's secret changed", now)
        return secret

    def replay(
        self,
        number: int,
        who: str,
        now: datetime,
        *,
        release_id: int | None = None,
        only_failed: bool = False,
    ) -> int:
        """Send again what it was sent, each message under its own name; and ask it again at all.

        What the public may not read any more does not go again.

        Args:
            number: of the webhook.
            who: the officer.
            now: UTC.
            release_id: what is about this release alone; also what an officer had stopped.
            only_failed: what was given up alone.

        Returns:
            how many messages will go.

        Raises:
            Refusal: there is none of this number.
            UnknownRelease: there is no such release.
        """
        fates = [Fate.FAILED] if only_failed else [Fate.FAILED, Fate.SENT]
        if release_id is not None and not only_failed:
            fates.append(Fate.STOPPED)
        chosen = self._can_be_said(number, fates, release_id, now)
        with self._storage.write() as db:
            found = _get(db, number)
            count = notices.replay(db, chosen, now)
            webhooks.enable(db, number)
            note(db, found, who, f"webhook is sent {count} messages again", now)
        return count

    def _can_be_said(
        self, number: int, fates: Sequence[Fate], release_id: int | None, now: datetime
    ) -> list[int]:
        """Rows of messages that ended so, as far as there is something to say of them now."""
        with self._storage.read() as db:
            _get(db, number)
            if release_id is not None:
                releases.get(db, release_id)
            ended = notices.read(db, webhooks.ended(db, number, fates, release_id))
        return [one.id for one in ended if self._messages.body(one, now) is not None]

    def test(self, number: int, now: datetime) -> CallbackAnswer:
        """Send a signed message that says nothing, at once, and see what it answers.

        An answer of 410 ends the webhook, as it does to any message.

        Raises:
            Refusal: there is none of this number.
            CallbackRefused: its address may not be asked.
            CallbackFailed: it did not answer.
        """
        with self._storage.read() as db:
            found = _get(db, number)
        body = message("newsroom.test", now, {})
        key = f"webhook:test:{number}:{to_ms(now)}"
        headers = signed_headers(key, body, found.secrets(now), now)
        answer = self._client.post(found.address, body, headers)
        if answer.status == GONE:
            with self._storage.write() as db:
                remove_gone(db, found, now)
        return answer


def remove_gone(db: Database, webhook: Webhook, now: datetime) -> None:
    """Tell a program nothing more that answered 410, in a write transaction."""
    if webhooks.remove(db, webhook.id, now):
        note(db, webhook, "newsroom", f"webhook removed: it answered {GONE}", now)


def note(db: Database, webhook: Webhook, who: str, verb: str, now: datetime) -> None:
    """Journal what was done with a webhook; its whole address may hold a secret."""
    said = f"webhook {webhook.id} on {webhook.place}"
    journal.add(db, JournalLine(now, who, verb, None, said))


def _get(db: Database, number: int) -> Webhook:
    found = webhooks.get(db, number)
    if found is None:
        raise Refusal(f"there is no webhook {number}; newsroom webhooks lists them")
    return found


def _topic(db: Database, slug: str) -> str:
    named = topics.today(db, slug) or slug
    if topics.find(db, named) is None:
        raise Refusal(f"there is no topic “{slug}”; newsroom topics lists them")
    return named


def _new_secret() -> str:
    return made_secret(secrets.token_bytes(KEY_BYTES))
