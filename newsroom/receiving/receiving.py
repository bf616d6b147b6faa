"""What becomes of a mail: filed as a draft or a schedule, refused with an answer, or set aside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import intake
from delivery.mail.message import address_of
from intake.formats import LARGEST
from intake.mail.headers import MailHeader
from intake.mail.parts import header_of
from intake.mail.reading import identity_of
from intake.mail.senders import is_authentic, is_automatic, sender_of
from newsroom.filing.refiling import Filed, Instructions
from newsroom.filing.releases import Releases
from newsroom.filing.spoken import spoken_here
from newsroom.receiving.answering import MailAnswers
from newsroom.receiving.quarantine import set_aside
from newsroom.settings.known import Known
from press.errors import HomeRefused, Refusal
from press.public.site import Site
from press.releases.release import Reading
from press.telling.answer import MailAnswer

# What mails are called as files: nothing in a mailbox's own names speaks of a text.
_NAME = "mail.eml"
_NAMED = re.compile(r"[!-;=?-~]{1,250}")  # what may stand between angle brackets
_LONGEST = 200  # characters of a subject that is answered
_UNKNOWN = "nobody of this address may send releases (RECEIVE_FROM)"
_CUT = f"it is cut: only its first {LARGEST // 2**20} MiB are kept there"
_NOBODY = "it names no sender, or several"
_FORGED = "the mail server did not find that it comes from where it says (RECEIVE_HOST)"


class Reception(StrEnum):
    """What became of a mail."""

    FILED = "filed"
    KNOWN = "known"
    REFUSED = "refused"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Received:
    """A mail that was handled.

    Args:
        became: what it did.
        sender: the address that it says it is from; may be empty.
        why: it was refused or set aside, as a clause.
        filed: what became of each release in it.
        answered: whether an answer is owed now.
        kept: whether a mail that was set aside is in quarantine; else it is where it came from.
    """

    became: Reception
    sender: str = ""
    why: str = ""
    filed: tuple[Filed, ...] = ()
    answered: bool = False
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Rules:
    """Whose mails are taken.

    Args:
        known: may send releases.
        host: how our mail server names itself where it says what it found out; may be empty.
        own: our own sender, whose mails are never taken.
        quarantine: folder for those that are not.
    """

    known: Known
    host: str
    own: str
    quarantine: Path


class Receiver:
    """Takes mails, one after the other.

    Nothing is public by being received: it is a draft, or scheduled for a moment that lies ahead.
    An answer goes to a sender who is known and, where our server says so, authentic; nobody else
    is answered, since the address may be a victim's.

    Args:
        releases: files them.
        answering: owes answers.
        site: the newsroom's languages and zone.
        rules: whose are taken.
    """

    def __init__(
        self, releases: Releases, answering: MailAnswers, site: Site, rules: Rules
    ) -> None:
        self._releases = releases
        self._answering = answering
        self._site = site
        self._rules = rules

    def take(self, data: bytes, now: datetime) -> Received:
        """Handle one mail; the same mail again files nothing and answers nothing twice.

        Args:
            data: as it came.
            now: UTC.

        Raises:
            HomeRefused: the home cannot be written; the mail may be brought again.
            OSError: the quarantine cannot; likewise.
        """
        header = header_of(data)
        sender = sender_of(header)
        if why := self._why_not(header, sender):
            if len(data) > LARGEST:
                why = f"{why}; {_CUT}"
            kept = set_aside(self._rules.quarantine, data, why)
            return Received(Reception.SET_ASIDE, sender, why, kept=kept)
        identity = identity_of(header, data)
        try:
            reading, filed = self._file(data, sender, now)
        except HomeRefused:
            raise
        except Refusal as refusal:
            answer = self._answer(header, sender, refused=str(refusal).rstrip("."))
            owed = self._answering.owe(identity, answer, now)
            return Received(Reception.REFUSED, sender, str(refusal), answered=owed)
        told = self._answering.as_first(identity, reading.filings, filed, now)
        named = self._answering.name_of(identity, reading.filings, filed)
        answer = self._about(header, sender, named, reading, told, now)
        owed = self._answering.owe(named, answer, now)
        became = Reception.FILED if any(one.is_new for one in filed) else Reception.KNOWN
        return Received(became, sender, filed=tuple(filed), answered=owed)

    def _why_not(self, header: MailHeader, sender: str) -> str:
        """Why a mail is not taken, as a clause; empty where it is."""
        if why := is_automatic(header):
            return why
        if not sender:
            return _NOBODY
        if sender == address_of(self._rules.own).lower():
            return "it is the newsroom's own mail"
        if not self._rules.known.knows(sender):
            return _UNKNOWN
        host = self._rules.host
        return "" if not host or is_authentic(header, host, sender) else _FORGED

    def _file(self, data: bytes, sender: str, now: datetime) -> tuple[Reading, list[Filed]]:
        language = self._site.languages.default.code
        reading = intake.read(_NAME, data, zone=self._site.zone, language=language)
        reading = spoken_here(reading, self._site.languages)
        return reading, self._releases.file(reading, Instructions(sender), now)

    def _about(
        self,
        header: MailHeader,
        sender: str,
        identity: str,
        reading: Reading,
        filed: Sequence[Filed],
        now: datetime,
    ) -> MailAnswer:
        understood = tuple(
            self._answering.understood(identity, filing, one, now)
            for filing, one in zip(reading.filings, filed, strict=True)
        )
        answer = self._answer(header, sender)
        return replace(answer, understood=understood, language=understood[0].language)

    def _answer(self, header: MailHeader, sender: str, refused: str = "") -> MailAnswer:
        name = header.raw("message-id").strip().strip("<>")
        return MailAnswer(
            sender,
            name if _NAMED.fullmatch(name) else "",
            self._site.languages.default.code,
            header.words("subject")[:_LONGEST],
            refused=refused,
        )
