"""A letter as bytes: RFC 5322 and MIME, in ASCII, whatever its words are.

What stands in every copy is made once and kept: to fold the headers costs the standard library ten
times what the rest of a letter costs.
"""

import re
from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Iterator
from datetime import datetime
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import lru_cache
from itertools import product

from delivery.mail.account import MailAccount, is_address
from delivery.mail.letter import Letter

_POLICY = SMTP.clone(cte_type="7bit")
# “=_” can stand in no text that is quoted-printable, and in none of base64 (RFC 2045, 6.7).
_BOUNDARY = "=_newsroom"
# Ends of lines and what no header holds, halves of characters among them.
_UNFIT = re.compile("[\x00-\x20\x7f-\xa0\ud800-\udfff\u2028\u2029]+")
_NAME = re.compile(r"[!-;=?-~]+")  # what may stand between angle brackets
_ASCII = bytes(range(128))
_EDGE = f"\r\n--{_BOUNDARY}".encode()
_HEADS = {
    (kind, is_base64): (
        f'\r\nContent-Type: text/{kind}; charset="utf-8"'
        f"\r\nContent-Transfer-Encoding: {'base64' if is_base64 else 'quoted-printable'}\r\n\r\n"
    ).encode()
    for kind, is_base64 in product(("plain", "html"), (True, False))
}


def to_bytes(letter: Letter, account: MailAccount) -> bytes:
    """A letter as it goes out, its lines ended by CRLF, not longer than 998 characters.

    Args:
        letter: what it says; nothing in it can become a header of its own.
        account: as whom it goes.

    Raises:
        ValueError: its address or a name in it is none.
    """
    shared = _shared(
        *(account.sender, letter.subject, letter.language, letter.date),
        is_answer=letter.is_answer,
    )
    return b"".join(
        (
            *(shared, _personal(letter)),
            *(_EDGE, *_part("plain", letter.text, letter.shared_text)),
            *(_EDGE, *_part("html", letter.html, letter.shared_html), _EDGE, b"--\r\n"),
        )
    )


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
def _shared(sender: str, subject: str, language: str, date: datetime, *, is_answer: bool) -> bytes:
    """The headers that every copy of a letter has."""
    headers = {
        "From": _line(sender),
        "Subject": _line(subject),
        "Date": format_datetime(date),
        "MIME-Version": "1.0",
        "Content-Type": f'multipart/alternative; boundary="{_BOUNDARY}"',
        "Content-Language": language,
        # Nobody's absence is answered to us (RFC 3834; the second is Exchange's).
        "Auto-Submitted": "auto-replied" if is_answer else "auto-generated",
        "X-Auto-Response-Suppress": "DR, RN, NRN, OOF, AutoReply",
    }
    return b"".join(_folded(name, value) for name, value in headers.items())


def _line(words: str) -> str:
    return " ".join(_UNFIT.sub(" ", words).split())


def _folded(name: str, value: str) -> bytes:
    return _POLICY.fold_binary(*_POLICY.header_store_parse(name, value))


def _personal(letter: Letter) -> bytes:
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
    return ("\r\n".join(lines) + "\r\n").encode("ascii")


def _named(name: str) -> str:
    """A name or an address in angle brackets.

    Raises:
        ValueError: something in it would end it.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"“{name}” cannot stand in a header")
    return f"<{name}>"


def _part(subtype: str, words: str, shared: str) -> Iterator[bytes]:
    """What every copy says, made ready once, and what this one says of its own."""
    is_base64 = _is_base64(shared or words)
    yield _HEADS[subtype, is_base64]
    if is_base64:  # whose pieces cannot be put together
        yield encodebytes(_lines(words)).replace(b"\n", b"\r\n")
    elif shared.endswith("\n") and words.startswith(shared):
        yield _quoted(shared)
        yield b2a_qp(_lines(words[len(shared) :]))
    else:
        yield b2a_qp(_lines(words))


@lru_cache(64)
def _quoted(words: str) -> bytes:
    return b2a_qp(_lines(words))


@lru_cache(64)
def _is_base64(words: str) -> bool:
    """The shorter of both codings: three letters for every other byte, or four for every three."""
    data = words.encode(errors="replace")
    return len(data.translate(None, _ASCII)) * 2 > len(data) // 3


def _lines(words: str) -> bytes:
    """Each line ended by CRLF; halves of characters, which no filed text holds, are “?”."""
    if words and not words.endswith("\n"):
        words += "\n"
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace("\n", "\r\n").encode(errors="replace")
