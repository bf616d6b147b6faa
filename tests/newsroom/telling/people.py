"""Somebody who follows."""

from datetime import datetime

from newsroom.telling.link_tokens import LinkTokens
from newsroom.wiring import Newsroom
from press.telling.subscriber import Subscriber
from press.telling.wishes import Wishes
from storage.telling import subscribers

ALL_IN_ENGLISH = Wishes(("all",), ("en",))


def somebody(
    newsroom: Newsroom, address: str, now: datetime, wishes: Wishes = ALL_IN_ENGLISH
) -> Subscriber:
    """Somebody who asked and confirmed."""
    tokens = LinkTokens(newsroom.storage)
    with newsroom.storage.write() as db:
        digest = tokens.hash_of(address)
        asked = subscribers.ask(db, address, digest, f"nonce of {address}", wishes, now)
        subscribers.follow(db, asked.id, wishes, now)
        found = subscribers.get(db, asked.id)
    assert found is not None
    return found
