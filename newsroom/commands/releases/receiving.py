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
from newsroom.commands.releases.showing import instant, when
from newsroom.filing.refiling import Filed
from newsroom.receiving.answering import MailAnswers
from newsroom.receiving.boxes import Arrived, arrived
from newsroom.receiving.receiving import Received, Receiver, Reception, Rules
from press.errors import HomeRefused, Refusal

log = logging.getLogger("newsroom.receiving")
_FAILED = "failed"
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
    mail, lines = _typed() if place == "-" else None, list[dict[str, Any]]()
    try:
        for line in _taken(door, place, mail):
            lines.append(line)
    except (Refusal, OSError) as error:
        if lines:  # what was handled before is told
            _tell(lines, as_json=as_json)
        if mail is None and not isinstance(error, HomeRefused | OSError):
            raise
        raise NotNow(plain(str(error))) from error
    _tell(lines, as_json=as_json)
    if any(line["outcome"] == _FAILED for line in lines):
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
        yield _one(receiver, "-", mail)
        return
    for one in arrived(Path(place)):
        try:
            data = one.content()
        except OSError as error:
            yield _failed(one.name, "", f"it cannot be read: {error.strerror}")
            continue
        if data is not None:
            yield _put_away(one, _one(receiver, one.name, data))


def _one(receiver: Receiver, name: str, data: bytes) -> dict[str, Any]:
    """What became of a mail; one that cannot be handled leaves the others of its folder alone."""
    try:
        received = receiver.take(data, now())
    except HomeRefused:
        raise
    except OSError as error:
        return _failed(name, "", str(error))
    except Exception as error:  # it is a fault of ours; the mail stays where it is
        log.exception("%s cannot be handled", name)
        return _failed(name, "", repr(error))
    if not received.kept:
        return _failed(name, received.sender, f"{received.why}; {_FULL}")
    return _line(name, received)


def _put_away(one: Arrived, line: dict[str, Any]) -> dict[str, Any]:
    """Move a mail that was handled; it failed where it has to be brought again."""
    if line["outcome"] == _FAILED:
        return line
    try:
        one.put_away()
    except OSError as error:
        why = f"it is handled ({line['outcome']}), but cannot be moved: {error.strerror}"
        return line | {"outcome": _FAILED, "why": why}
    return line


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
    said = {"mail": name, "from": sender, "outcome": _FAILED, "why": why}
    return said | {"answered": False, "releases": []}


def _release(one: Filed) -> dict[str, Any]:
    release = one.release
    return {
        "release": release.id,
        "new": one.is_new,
        "state": str(release.state(now())),
        "reason": release.why,
        "when": when(release.embargo),
        "instant": instant(release.embargo),
        "headline": release.original.headline,
    }


def _tell(lines: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        say_json(lines)
        return
    for line in lines:
        say(_sentence(line), err=line["outcome"] == _FAILED)
    counts = Counter(line["outcome"] for line in lines)
    order = (*map(str, Reception), _FAILED)
    said = [f"{counts[one]} {one}" for one in order if counts[one] or one != _FAILED]
    say(", ".join(said))


def _sentence(line: dict[str, Any]) -> str:
    answered = ", answered" if line.get("answered") else ""
    if line["why"]:
        return f"{line['outcome']} {line['mail']}: {line['why']}{answered}"
    each = (f"{one['release']}: {one['headline']} ({_stands(one)})" for one in line["releases"])
    return f"{line['outcome']} {'; '.join(each)}{answered}"


def _stands(one: dict[str, Any]) -> str:
    return f"{one['state']}: {one['reason']}" if one["reason"] else f"{one['state']}, {one['when']}"


COMMANDS = (receive,)
