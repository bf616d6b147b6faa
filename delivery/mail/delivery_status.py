"""What a mail server says of a letter it gave up, where it says so as RFC 3464 wants it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from delivery.mail.post import without_addresses

MOST_SAID = 2000  # characters of a field that are read
_TYPES = ("message/delivery-status", "message/global-delivery-status")
_FAILED = ("fail", "error")  # OpenSMTPD says error
# An enhanced status code that is no part of a network address (RFC 3463, 2).
STATUS = re.compile(r"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?!\.?\d)")
REPLY = re.compile(r"(?<![\d.])[45]\d\d(?=[ -])")
_ADDRESS = re.compile(r"[^\s<>()\";,]+@[^\s<>()\";,]+")


@dataclass(frozen=True, slots=True)
class Report:
    """What a mail server says of a letter that it gave up.

    Args:
        recipients: the address it was for, as we wrote it and as it was when it failed.
        is_permanent: whether it would fail again, as the server says.
        status: RFC 3463, `5.1.1`; empty where it says none.
        diagnosis: in the server's own words, one line, without addresses.
    """

    recipients: tuple[str, ...]
    is_permanent: bool
    status: str = ""
    diagnosis: str = ""


def report_of(recipients: tuple[str, ...], status: str, diagnosis: str) -> Report:
    """Put together what was said.

    Args:
        recipients: addresses, the one that we wrote first.
        status: what a server gives as its status, anything or nothing.
        diagnosis: in its own words.
    """
    code = _status(status, diagnosis)
    reply = REPLY.search(diagnosis)
    # A full mailbox is one thing that 552 says (RFC 5321, 4.2.3): no address is gone by it.
    passes = bool(reply) and (reply[0][0] == "4" or reply[0] == "552") if reply else False
    said = without_addresses(diagnosis[:MOST_SAID], *recipients)[:200]
    return Report(recipients, code.startswith("5") or not (code or passes), code, said)


def is_report(message: Message) -> bool:
    """Whether a mail is a delivery status notification (RFC 3464, RFC 6533)."""
    return message.get_content_type() == "multipart/report" and any(_parts(message))


def reports(message: Message) -> Iterator[Report]:
    """What it says of each letter that was given up; of one that is still tried it says nothing."""
    for part in _parts(message):
        groups = part.get_payload()
        for group in groups if isinstance(groups, list) else ():
            if isinstance(group, Message) and field(group, "action").lower().startswith(_FAILED):
                names = ("original-recipient", "final-recipient")
                found = (_ADDRESS.search(field(group, name)) for name in names)
                recipients = tuple(dict.fromkeys(match[0].lower() for match in found if match))
                yield report_of(recipients, field(group, "status"), field(group, "diagnostic-code"))


def field(message: Message, name: str) -> str:
    """A field as one line, whatever is in it; empty if there is none."""
    return " ".join(str(message.get(name, ""))[:MOST_SAID].split())


def _parts(message: Message) -> Iterator[Message]:
    """Its own parts alone: what lies within a letter that came back says nothing of that letter."""
    parts = message.get_payload()
    for part in parts if isinstance(parts, list) else ():
        if isinstance(part, Message) and part.get_content_type() in _TYPES:
            yield part


def _status(status: str, diagnosis: str) -> str:
    """The most that is said: of a server that says “other” the status in its own words."""
    given, told = STATUS.search(status), STATUS.search(diagnosis)
    code = given[0] if given else ""
    is_vague = not code or code.endswith(".0.0")
    return told[0] if told and is_vague and told[0].startswith(code[:1]) else code
