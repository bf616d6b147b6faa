"""The way of a letter to a mail server (RFC 5321): one connection for many.

What a server says before it hears whom a letter is for is about us: then all letters wait. What it
says of the receiver or the words is that letter's alone.
"""

import re
import smtplib
from contextlib import suppress

from delivery.mail.account import MailAccount
from delivery.mail.connecting import connect
from delivery.mail.letter import Letter
from delivery.mail.message import envelope_sender
from delivery.mail.post import Acceptance, Meanwhile, Receipt, nothing, server_words
from press.errors import MailWaits

_STATUS = re.compile(r"\s*([245]\.\d{1,3}\.\d{1,3})\b")
_GO_ON = 354
# “Relay access denied”, “rejected by policy”, a sender that is not liked: about us, though said
# where a receiver was named. A server that is set wrongly says it of each: none may be lost by it.
_OURS = re.compile(r"5\.(7\.\d+|1\.[78])")
# Answers without a status of RFC 3463 that are about a mailbox where they follow RCPT.
_NO_MAILBOX = (550, 551, 553)


class SmtpPost:
    """Hands letters to a mail server; the connection stays open until it is closed.

    Args:
        account: as whom, and where.
    """

    def __init__(self, account: MailAccount) -> None:
        self._account = account
        self._connection: smtplib.SMTP | None = None

    def send(self, letter: Letter, content: bytes, meanwhile: Meanwhile = nothing) -> Receipt:
        """Hand over one letter.

        Args:
            letter: to whom.
            content: the same as bytes.
            meanwhile: done while the server has it and has not answered yet.

        Raises:
            MailWaits: the server is away, or refuses us whatever we send.
        """
        connection, refusal = self._begin(letter, len(content))
        if refusal:
            return refusal
        try:
            return self._hand_over(connection, letter, content, meanwhile)
        except OSError:  # smtplib's own among them
            self._drop()
            return Receipt(Acceptance.LATER, "4.4.2", "the connection broke off")

    def close(self) -> None:
        """End the connection, if there is one."""
        if self._connection:
            with suppress(OSError):
                self._connection.quit()
        self._drop()

    def _drop(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None

    def _begin(self, letter: Letter, size: int) -> tuple[smtplib.SMTP, Receipt | None]:
        """Say from whom a letter is; what was closed while nothing was sent is opened again."""
        was_open = self._connection is not None
        connection = self._connection = self._connection or connect(self._account)
        option = f" SIZE={size}" if connection.has_extn("size") else ""
        try:
            # smtplib's own way reads both addresses anew, for each of thousands of letters.
            said_from = f"MAIL FROM:<{envelope_sender(letter, self._account)}>{option}"
            code, said = connection.docmd(said_from)
        except OSError as error:
            self._drop()
            if was_open:
                return self._begin(letter, size)
            what = error.__class__.__name__
            raise MailWaits(f"the mail server cannot be reached: {what}") from None
        if code == 552:  # RFC 1870, 6.1: this letter is too long, others may go
            return connection, self._refused(connection, letter, code, said)
        if code // 100 == 2:
            return connection, None
        if was_open and code == 421:
            self._drop()
            return self._begin(letter, size)
        self.close()
        raise MailWaits(
            f"the mail server takes no mail from us: {code} {server_words(said, letter.to)}"
        )

    def _hand_over(
        self, connection: smtplib.SMTP, letter: Letter, content: bytes, meanwhile: Meanwhile
    ) -> Receipt:
        code, said = connection.docmd(f"RCPT TO:<{letter.to}>")
        if code // 100 != 2:
            return self._refused(connection, letter, code, said, _NO_MAILBOX)
        code, said = connection.docmd("DATA")
        if code == _GO_ON:
            # A line that begins with a dot gets another (RFC 5321, 4.5.2).
            connection.send(content.replace(b"\r\n.", b"\r\n..") + b".\r\n")
            meanwhile()
            code, said = connection.getreply()
        if code // 100 != 2:
            return self._refused(connection, letter, code, said)
        return Receipt(Acceptance.ACCEPTED)

    def _refused(
        self,
        connection: smtplib.SMTP,
        letter: Letter,
        code: int,
        said: bytes,
        of_mailbox: tuple[int, ...] = (),
    ) -> Receipt:
        with suppress(OSError):
            if code == 421:
                self._drop()
            else:
                connection.rset()
        return receipt_of(code, said, letter.to, of_mailbox)


def receipt_of(code: int, said: bytes, to: str, of_mailbox: tuple[int, ...] = ()) -> Receipt:
    """What an answer that is no yes means.

    Args:
        code: the answer's (RFC 5321, 4.2.1).
        said: its words.
        to: the address it may name.
        of_mailbox: codes that mean the mailbox where the words do not tell (RFC 3463).
    """
    words = said.decode(errors="replace")
    found = _STATUS.match(words)
    first = min(max(code // 100, 4), 5)
    status = found[1] if found else f"{first}.{'1' if code in of_mailbox else '0'}.0"
    is_ours = bool(_OURS.fullmatch(status)) or code in (503, 530, 535, 538)
    acceptance = Acceptance.NEVER if first == 5 and not is_ours else Acceptance.LATER
    return Receipt(acceptance, status, f"{code} {server_words(said, to)}".strip())
