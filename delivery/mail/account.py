"""How mail leaves: as whom, by which server, how fast, signed with what."""

import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

_PORTS = {"smtp": 25, "smtps": 465}
_DOMAIN = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*")


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server that takes mail from us (RFC 5321).

    Args:
        host: its name or address.
        port: where it listens.
        user: as whom we log in; empty: we do not.
        is_encrypted: whether the connection is encrypted from its first byte (RFC 8314); of another
            one encryption is asked for, and had where the server offers it.
    """

    host: str
    port: int
    user: str = ""
    is_encrypted: bool = False


@dataclass(frozen=True, slots=True)
class MailAccount:
    """How mail leaves.

    Args:
        sender: the From of every letter: `Press office <press@example.org>`.
        server: who takes it; None: it is written into a folder.
        password: for the server.
        rate: letters a minute at the most; 0: as fast as the server takes them.
        bounce: where mail servers report, with TOKEN where each letter's own name goes (VERP);
            empty: to the sender.
        dkim_key: file of the private key that signs (RFC 6376); None: nothing is signed here.
        dkim_selector: under which name the public key is found.
    """

    sender: str = "newsroom@localhost"
    server: MailServer | None = None
    password: str = ""
    rate: int = 0
    bounce: str = ""
    dkim_key: Path | None = None
    dkim_selector: str = "newsroom"


UNSENT = MailAccount()  # nobody takes it, and it is kept in a folder


def read_sender(text: str) -> str:
    """Read who letters are from; nothing is left to the newsroom's own address.

    Raises:
        ValueError: it is no address of a mailbox.
    """
    name, address = parseaddr(text)
    if text and not is_address(address):
        raise ValueError("it is not a sender such as Press office <press@example.org>")
    return str(Address(name, addr_spec=address)) if text else ""


def read_server(text: str) -> MailServer | None:
    """Read where mail is handed over: `smtp://host:port` or `smtps://user@host`.

    Raises:
        ValueError: it is neither.
    """
    if not text:
        return None
    parts = urlsplit(text)
    port = parts.port or _PORTS.get(parts.scheme, 0)
    if not port or not parts.hostname or parts.password is not None or parts.path not in ("", "/"):
        raise ValueError(
            "it is not a mail server such as smtp://mail.example.org:587 or"
            " smtps://user@mail.example.org (the password is MAIL_PASSWORD)"
        )
    is_encrypted = parts.scheme == "smtps"
    return MailServer(parts.hostname, port, unquote(parts.username or ""), is_encrypted)


def read_bounce(text: str) -> str:
    """Read where mail servers report.

    Raises:
        ValueError: it is no address with TOKEN in it.
    """
    if text and (text.count("TOKEN") != 1 or not is_address(text.replace("TOKEN", "t"))):
        raise ValueError("it is not an address such as bounce+TOKEN@example.org")
    return text


def is_address(text: str) -> bool:
    """Whether a text is one mail address that can be written to as it stands (RFC 5321, 4.1.2)."""
    local, at, domain = text.rpartition("@")
    if not at or len(text) > 254 or len(local) > 64 or not text.isascii():
        return False
    is_local = re.fullmatch(
        r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*", local
    )
    return bool(is_local and _DOMAIN.fullmatch(domain))
