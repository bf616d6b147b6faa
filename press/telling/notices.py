"""What happened to a release, and what is owed to whom because of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Occasion(StrEnum):
    """What somebody is told of."""

    OUT = "out"
    TRANSLATED = "translated"  # it got words of its own in a language after it came out
    REVIEWED = "reviewed"  # a person has now written or read all of a language's words
    CORRECTED = "corrected"  # with a note
    WITHDRAWN = "withdrawn"
    # And of what is no release's:
    CONFIRM = "confirm"  # whether somebody who was signed up wants to be
    KNOWN = "known"  # somebody who follows already was signed up again
    DIGEST = "digest"  # what came out in a day or a week
    VERIFY = "verify"  # whether a callback wants what was asked for in its name
    DISABLED = "disabled"  # a webhook that failed for days is asked no more
    RECEIVED = "received"  # what became of a mail that a press office sent us


# What tells somebody of a release for the first time.
NEWS = (Occasion.OUT, Occasion.TRANSLATED, Occasion.REVIEWED)


class Channel(StrEnum):
    """How somebody is told."""

    MAIL = "mail"
    HUB = "hub"
    WEBHOOK = "webhook"
    DIGEST = "digest"  # a place in somebody's next digest, which goes by mail


class Fate(StrEnum):
    """What became of a message."""

    SENT = "sent"
    SKIPPED = "skipped"  # there was nothing to say any more, or nobody to say it to
    SUPERSEDED = "superseded"  # something newer says it too
    STOPPED = "stopped"  # by an officer
    FAILED = "failed"  # given up; `newsroom deliveries --failed` shows it


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a release, of which people are told.

    Args:
        id: its row.
        kind: what happened.
        release_id: to which release.
        at: when, UTC.
        language: code of the one it happened to, where it is about one.
    """

    id: int
    kind: Occasion
    release_id: int
    at: datetime
    language: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one receiver.

    Args:
        id: its row.
        key: names the message; the same at every try, so that whoever gets it twice can tell.
        channel: how it goes.
        kind: what it tells of.
        receiver: number of the subscriber, the hub's subscription or the webhook.
        due_at: from when it may go, UTC.
        event: what happened, where it is about a release.
        language: code of the one it is in.
        body: what only this message says, as its channel wrote it (JSON).
        tries: how often it was begun, this time included.
    """

    id: int
    key: str
    channel: Channel
    kind: Occasion
    receiver: int
    due_at: datetime
    event: Event | None = None
    language: str = ""
    body: str = ""
    tries: int = 0
