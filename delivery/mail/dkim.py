"""Signatures of our domain under letters (DKIM, RFC 6376), where the mail server makes none."""

from collections.abc import Callable
from pathlib import Path

import dkim

from delivery.mail.account import MailAccount
from delivery.mail.message import address_of
from press.errors import MailWaits

# Whoever shows a button that ends letters wants both headers of it signed (RFC 8058, 4).
SIGNED = (
    *("from", "to", "subject", "date", "message-id", "in-reply-to", "references"),
    *("mime-version", "content-type", "content-language", "auto-submitted"),
    *("list-id", "list-unsubscribe", "list-unsubscribe-post"),
)


def signer(account: MailAccount) -> Callable[[bytes], bytes]:
    """What signs a letter, as its account wants; it leaves letters alone where there is no key.

    Args:
        account: key, selector, and the domain letters are from.

    Raises:
        MailWaits: there is a key, and it cannot be used.
    """
    if account.dkim_key is None:
        return lambda content: content
    key = _read(account.dkim_key)
    selector = account.dkim_selector.encode()
    domain = address_of(account.sender).rpartition("@")[2].encode()
    _check(key, account.dkim_key)

    def sign(content: bytes) -> bytes:
        head = content[: content.index(b"\r\n\r\n")].lower()
        there = [
            name for name in map(str.encode, SIGNED) if b"\r\n" + name + b":" in b"\r\n" + head
        ]
        # Named once more than it is there, the sender cannot be set a second time (8.15).
        signature = dkim.sign(
            *(content, selector, domain, key),
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=[b"from", *there],
        )
        return bytes(signature) + content

    return sign


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MailWaits(f"DKIM_KEY: {path} cannot be read: {error.strerror}") from error


def _check(key: bytes, path: Path) -> None:
    try:
        dkim.crypto.parse_pem_private_key(key)
    except Exception as error:  # whatever stumbles over it
        raise MailWaits(f"DKIM_KEY: {path} holds no private RSA key (PEM)") from error
