"""When somebody gets no mail for a while, because mail servers say that it does not arrive."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

# Somebody else may be given the address, or it works again; a letter every half year finds out.
FOR_GOOD = timedelta(days=180)
FOR_A_WHILE = timedelta(days=14)
WITHIN = timedelta(days=14)
TOO_OFTEN = 5
# Final, as the server says, but about this letter, this sender or today (RFC 3463, 3; RFC 7505):
# the mailbox is full, the letter too long, its sender or its words are refused.
_OF_THE_LETTER = re.compile(r"5\.(1\.[78]|2\.[23]|3\.4|[67]\.\d+)")


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why and until when an address gets no mail.

    Args:
        reason: for officers to read: `5.1.1`, `5 times in 14 days, last 4.2.2`.
        until: when it gets mail again, UTC.
    """

    reason: str
    until: datetime

    def __str__(self) -> str:
        return f"no mail until {self.until:%Y-%m-%d} ({self.reason})"


def is_for_good(*, permanent: bool, status: str) -> bool:
    """Whether what a mail server said means that the address takes no mail at all.

    Args:
        permanent: whether the server will not try again.
        status: RFC 3463, `5.1.1`; empty where it said none.
    """
    return permanent and not status.startswith("4") and not _OF_THE_LETTER.fullmatch(status)


def suppression_for(
    now: datetime, *, permanent: bool, status: str, lately: Sequence[datetime]
) -> Suppression | None:
    """What follows when a letter came back.

    Args:
        now: when that became known, UTC.
        permanent: whether the server will not try again.
        status: RFC 3463; empty where it said none.
        lately: when others of theirs came back without proof that the address is gone, UTC.

    Returns:
        until when nothing is sent; None: the next letter is.
    """
    if is_for_good(permanent=permanent, status=status):
        return Suppression(status or "refused for good", now + FOR_GOOD)
    count = 1 + sum(now - WITHIN < at <= now for at in lately)
    if count < TOO_OFTEN:
        return None
    last = f", last {status}" if status else ""
    return Suppression(f"{count} times in {WITHIN.days} days{last}", now + FOR_A_WHILE)
