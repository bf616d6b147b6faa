"""A letter as bytes: RFC 5322 and MIME, in ASCII, whatever its words are.

What stands in every copy is made once and kept: to fold the headers costs the standard library ten
times what the rest of a letter costs.
"""

import re
from base64 import encodebytes
from binascii import b2a_qp
from datetime import datetime
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import lru_cache

from delivery.mail.account import MailAccount, is_address
from delivery.mail.letter import Letter

_POLICY = SMTP.clone(cte_type="7bit")
# “=_” can stand in no text that is quoted-printable, and in none of base64 (RFC 2045, 6.7).
_BOUNDARY = "=_newsroom"
# Ends of lines and what no header holds, halves of characters among them.
_UNFIT = re.compile("[\x00-\x20\x7f-\xa0\ud800-\udfff\u2028\u2029]+")
_NAME = re.compile(r"[!-;=?-~]+")  # what may stand between angle brackets
_ASCII = bytes(range(128))


def to_bytes(letter: Letter, account: MailAccount) -> bytes:
    """A letter as it goes out, its lines ended by CRLF, not longer than 998 characters.

    Args:
        letter: what it says; nothing in it can become a header of its own.
        account: as whom it goes.

    Raises:
        ValueError: its address or a name in it is none.
    """
    about = bytes.join(b"", _personal(letter))
    shared = _shared(account.sender, letter.subject, letter.language, letter.date)
    parts = (_part("plain", letter.text), _part("html", letter.html))
    edge = f"--{_BOUNDARY}".encode()
    body = b"".join(b"%b\r\n%b" % (edge, part) for part in parts)
    return b"%b%b\r\n%b%b--\r\n" % (shared, about, body, edge)


def envelope_sender(letter: Letter, account: MailAccount) -> str:
    """The address that mail servers report to, which names the letter's receiver (VERP)."""
    if account.bounce and letter.token:
        return account.bounce.replace("TOKEN", letter.token)
    return address_of(account.sender)


@lru_cache(8)
def address_of(sender: str) -> str:
    """The address in `Press office <press@example.org>`."""
    return parseaddr(sender)[1]


@lru_cache(64)
def _shared(sender: str, subject: str, language: str, date: datetime) -> bytes:
    """The headers that every copy of a letter has."""
    headers = {
        "From": sender,
        "Subject": " ".join(_UNFIT.sub(" ", subject).split()),
        "Date": format_datetime(date),
        "MIME-Version": "1.0",
        "Content-Type": f'multipart/alternative; boundary="{_BOUNDARY}"',
        "Content-Language": language,
        # Nobody's absence is answered to us (RFC 3834; the second is Exchange's).
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "DR, RN, NRN, OOF, AutoReply",
    }
    return b"".join(_folded(name, value) for name, value in headers.items())


def _folded(name: str, value: str) -> bytes:
    return _POLICY.fold_binary(*_POLICY.header_store_parse(name, value))


def _personal(letter: Letter) -> list[bytes]:
    if not is_address(letter.to):
        raise ValueError("it is addressed to nobody")
    lines = [f"To: {letter.to}", f"Message-ID: {_named(letter.message_id)}"]
    if letter.answers:
        lines.append(f"In-Reply-To: {_named(letter.answers)}")
    if letter.references:
        lines.append("References: " + "\r\n ".join(map(_named, letter.references)))
    if letter.list_id:
        lines += [f"List-Id: {_named(letter.list_id)}", "Precedence: list"]
    if letter.unsubscribe:
        lines.append(f"List-Unsubscribe: {_named(letter.unsubscribe)}")
        lines.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    return [f"{line}\r\n".encode("ascii") for line in lines]


def _named(name: str) -> str:
    """A name or an address in angle brackets.

    Raises:
        ValueError: something in it would end it.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"“{name}” cannot stand in a header")
    return f"<{name}>"


def _part(subtype: str, words: str) -> bytes:
    lines = words.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"
    # Halves of characters, which no text holds that was filed, become question marks.
    data = lines.replace("\n", "\r\n").encode(errors="replace")
    coding, coded = _coded(data)
    head = f'Content-Type: text/{subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: {coding}'
    return b"%b\r\n\r\n%b" % (head.encode(), coded)


def _coded(data: bytes) -> tuple[str, bytes]:
    """The shorter of both codings: three letters for every other byte, or four for every three."""
    others = len(data.translate(None, _ASCII))
    if others * 2 > len(data) // 3:
        return "base64", encodebytes(data).replace(b"\n", b"\r\n")
    return "quoted-printable", b2a_qp(data)
