"""What comes back: which letter a mail server gave up, for whom and why.

What is no server's report is none of ours: automatic answers, holiday notes, people's own mails.
The mails are strangers': nothing in them raises, and only what can prove that it answers a letter
of ours is told apart (`tokens`, `links`); whether it does is for the newsroom to say.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from itertools import islice

from flufl.bounce import scan_message

from delivery.mail.delivery_status import (
    REPLY,
    STATUS,
    Report,
    field,
    is_report,
    report_of,
    reports,
)

log = logging.getLogger("newsroom.mail")
logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL)  # it logs what it reads when it fails
# Bytes of a mail that are read. What a server says stands before the letter that it returns, and
# the standard library takes its square in time for some headers: a mebibyte of them 13 seconds.
MOST = 2**17
_MOST_WORDS = 2**16  # bytes of one that is written for people, and the longest line of it
_LONGEST_LINE = 998  # RFC 5322, 2.1.1
_MOST_FOUND = 20  # reports of one mail, and links in it
_ADDRESSED = ("to", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "return-path")
_LINK = re.compile(rb"/follow/(?:confirm|manage|unsubscribe)/([0-9A-Za-z_-]{1,64})")
_SERVER = re.compile(
    r"mail(er)?-?daemon|postmaster|mail delivery|(mail|system) administrator", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Returned:
    """A mail that came back.

    Args:
        tokens: what stands in the addresses it was sent to, where a letter's own name is (VERP).
        links: what stands in links of ours within it: it holds the letter, or its header.
        reports: of each letter that was given up; of anything but a server's report there is none.
    """

    tokens: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    reports: tuple[Report, ...] = ()


def read(mail: bytes, pattern: str) -> Returned:
    """Read a mail that came to where mail servers report.

    Args:
        mail: as it came; what is beyond `MOST` bytes is not looked at.
        pattern: of that address, with TOKEN in it; empty: letters have no names of their own.
    """
    start = mail[:MOST]
    try:
        message = message_from_bytes(start)
        found = tuple(islice(_reports(message, start), _MOST_FOUND))
        tokens, links = _tokens(message, pattern), _LINK.findall(start)
        ours = dict.fromkeys(link.decode() for link in links)
        return Returned(tokens, tuple(ours)[:_MOST_FOUND], found)
    except Exception as error:  # whatever a stranger's mail does to its readers
        log.warning("a mail that came back cannot be read: %s", type(error).__name__)
        return Returned()


def _tokens(message: Message, pattern: str) -> tuple[str, ...]:
    if not pattern:
        return ()
    before, _, after = map(re.escape, pattern.partition("TOKEN"))
    token = re.compile(rf"(?<![\w.+-]){before}([\w-]{{1,64}}){after}(?![\w.-])", re.I | re.A)
    said = (str(value) for name in _ADDRESSED for value in message.get_all(name, ()))
    return tuple(dict.fromkeys(match[1] for value in said for match in token.finditer(value)))


def _reports(message: Message, mail: bytes) -> Iterator[Report]:
    if is_report(message):
        yield from reports(message)
    elif _is_a_servers(message):
        yield from _in_words(mail)


def _is_a_servers(message: Message) -> bool:
    """Whether a mail server wrote it.

    Reports may call themselves automatic answers (RFC 3834, 5): Postfix and Gmail do so in those
    that RFC 3464 describes, Exim in others, and names whom it did not reach in a field of its own.
    """
    if message["x-failed-recipients"]:
        return True
    answers = field(message, "auto-submitted").lower().startswith("auto-replied")
    return not answers and bool(_SERVER.search(field(message, "from")))


def _in_words(mail: bytes) -> Iterator[Report]:
    """What is said in sentences of some server's own."""
    lines = mail[:_MOST_WORDS].splitlines(keepends=True)
    short = b"".join(line for line in lines if len(line) <= _LONGEST_LINE)
    words = re.split(rb"\r?\n\r?\n", short, maxsplit=1)[-1].decode("latin-1").splitlines()
    why = next((line for line in words if STATUS.search(line)), "")
    why = why or next((line for line in words if REPLY.search(line)), "")
    for address in sorted(scan_message(message_from_bytes(short))):
        yield report_of((address.decode("ascii").lower(),), "", why)
