"""All that is kept about somebody who follows."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from newsroom.telling.link_tokens import LinkTokens
from press.telling.subscriber import Following, Subscriber
from storage import Database
from storage.telling import bounces, records


def export(
    db: Database, subscriber: Subscriber, tokens: LinkTokens, now: datetime
) -> dict[str, Any]:
    """Everything kept about somebody, for themselves to read or a program.

    Args:
        db: in a transaction.
        subscriber: who.
        tokens: makes the hash under which their address may be suppressed.
        now: UTC.
    """
    address = subscriber.address
    no_mail = bounces.suppression_of(db, tokens.hash_of(address), now) if address else None
    follows = subscriber.state is Following.FOLLOWS
    return {
        "number": subscriber.id,
        "address": address,
        "state": str(subscriber.state),
        "wishes": asdict(subscriber.wishes) if follows else None,
        "asked_for": asdict(subscriber.wanted) if subscriber.wanted else None,
        "asked_at": _written(subscriber.asked_at),
        "follows_since": _written(subscriber.confirmed_at),
        "mails": list(records.mails(db, subscriber.id)),
        "returned_mail": list(records.bounces(db, subscriber.id)),
        "no_mail": {"reason": no_mail.reason, "until": _written(no_mail.until)}
        if no_mail
        else None,
    }


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
