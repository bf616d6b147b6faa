"""`newsroom receive`: mails in, drafts and schedules filed, senders answered."""

import logging
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from intake.formats import LARGEST
from newsroom.commands import AS_JSON, Command, Door, now, pass_door, plain, say, say_json
from newsroom.commands.releases.showing import instant
from newsroom.filing.refiling import Filed
from newsroom.receiving.answering import MailAnswers
from newsroom.receiving.boxes import Arrived, arrived
from newsroom.receiving.receiving import Received, Receiver, Reception, Rules
from press.errors import HomeRefused, Refusal

log = logging.getLogger("newsroom.receiving")
_SWALLOWED = 2**16
_NOBODY = (
    "nobody may send releases by mail: set RECEIVE_FROM, press@ministry.example or @agency.example"
)
_BELIEVED = (
    "RECEIVE_HOST is not set: whoever writes a known address in From is believed, and anybody can"
)
_FULL = "and the folder quarantine is full: look through it and empty it"
_HELP = """\b
Examples:
  newsroom receive ~/Maildir
  newsroom receive - < release.eml
\b
With Postfix, where newsroom is the user that everything belongs to:
  /etc/aliases        releases: newsroom
  ~newsroom/.forward  "|/opt/newsroom/.venv/bin/newsroom receive - --home /var/lib/newsroom"
"""


class NotNow(click.ClickException):
    """The mail server keeps the mail and tries again (EX_TEMPFAIL of sysexits.h)."""

    exit_code = 75


@click.command(cls=Command, epilog=_HELP)
@click.argument("place", metavar="DIR|-")
@AS_JSON
@pass_door
def receive(door: Door, place: str, as_json: bool) -> None:
    """Take mails for releases: a Maildir, a folder of .eml files, or one mail (-).

    Nothing comes out by being received: what lies ahead is scheduled, all else is a draft. Whoever
    sent it is answered by mail with what was understood, or why nothing was filed. Only senders of
    RECEIVE_FROM are, and where RECEIVE_HOST is set only those whom that server found authentic; the
    mails of all others lie in the folder quarantine of the home, and nobody is answered.

    A mail that was handled is marked as seen (Maildir), or moved into the folder done; the same
    mail again files nothing twice. It ends with 0 when all were handled, whatever became of them,
    and with 75 where a mail server should bring a mail again.
    """
    mail = _typed() if place == "-" else None
    try:
        lines = list(_taken(door, place, mail))
    except (HomeRefused, OSError) as error:
        raise NotNow(plain(str(error))) from error
    except Refusal as refusal:
        if mail is None:
            raise
        raise NotNow(plain(str(refusal))) from refusal
    _tell(lines, as_json=as_json)
    if any(line["outcome"] == "failed" for line in lines):
        raise click.exceptions.Exit(NotNow.exit_code)


def _typed() -> bytes:
    """A mail from standard input, all of which is taken."""
    mail = sys.stdin.buffer.read(LARGEST + 1)
    while sys.stdin.buffer.read(_SWALLOWED):
        pass  # a mail server that cannot hand over all of it takes that for a failure
    return mail


def _taken(door: Door, place: str, mail: bytes | None) -> Iterator[dict[str, Any]]:
    receiver = _receiver(door)
    if mail is not None:
        yield from _one(receiver, "-", mail)
        return
    for one in arrived(Path(place)):
        data = one.content()
        yield from _one(receiver, one.name, data, one) if data is not None else ()


def _one(
    receiver: Receiver, name: str, data: bytes, one: Arrived | None = None
) -> Iterator[dict[str, Any]]:
    """What became of a mail; one that cannot be handled leaves the others of its folder alone."""
    try:
        received = receiver.take(data, now())
    except (HomeRefused, OSError):
        raise
    except Exception as error:  # it is a fault of ours; the mail stays where it is
        log.exception("%s cannot be handled", name)
        yield _failed(name, "", repr(error))
        return
    if not received.kept:
        yield _failed(name, received.sender, f"{received.why}; {_FULL}")
        return
    if one:
        one.put_away()
    yield _line(name, received)


def _receiver(door: Door) -> Receiver:
    newsroom, settings = door.newsroom, door.settings
    if not settings.receive_from:
        raise Refusal(_NOBODY)
    if not settings.receive_host:
        say(_BELIEVED, err=True)
    rules = Rules(
        *(settings.receive_from, settings.receive_host),
        *(settings.mail.sender, settings.quarantine),
    )
    answering = MailAnswers(newsroom.storage, newsroom.previews)
    return Receiver(newsroom.releases, answering, settings.site, rules)


def _line(name: str, received: Received) -> dict[str, Any]:
    """What became of a mail, for a program to read."""
    return {
        "mail": name,
        "from": received.sender,
        "outcome": str(received.became),
        "why": received.why,
        "answered": received.answered,
        "releases": [_release(one) for one in received.filed],
    }


def _failed(name: str, sender: str, why: str) -> dict[str, Any]:
    """The same of a mail that stays where it is, to be brought again."""
    said = {"mail": name, "from": sender, "outcome": "failed", "why": why}
    return said | {"answered": False, "releases": []}


def _release(one: Filed) -> dict[str, Any]:
    release = one.release
    return {
        "release": release.id,
        "new": one.is_new,
        "state": str(release.state(now())),
        "reason": release.why,
        "instant": instant(release.embargo),
        "headline": release.original.headline,
    }


def _tell(lines: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        say_json(lines)
        return
    for line in lines:
        say(_sentence(line), err=line["outcome"] == "failed")
    counts = Counter(line["outcome"] for line in lines)
    order = (*map(str, Reception), "failed")
    said = [f"{counts[one]} {one}" for one in order if counts[one] or one != "failed"]
    say(", ".join(said))


def _sentence(line: dict[str, Any]) -> str:
    answered = ", answered" if line.get("answered") else ""
    if line["why"]:
        return f"{line['outcome']} {line['mail']}: {line['why']}{answered}"
    each = (f"{one['release']}: {one['headline']} ({_stands(one)})" for one in line["releases"])
    return f"{line['outcome']} {'; '.join(each)}{answered}"


def _stands(one: dict[str, Any]) -> str:
    return (
        f"{one['state']}: {one['reason']}" if one["reason"] else f"{one['state']}, {one['instant']}"
    )


COMMANDS = (receive,)
