"""A real mail server (aiosmtpd) that answers as a test wants it to."""

import socket
import ssl
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from delivery.mail.account import MailServer

HOST = "127.0.0.1"
DROP = ""  # instead of an answer


@dataclass
class Taken:
    """One letter that the server took.

    Args:
        sender: the address that is reported to.
        to: whom it is for.
        content: as it came.
        is_encrypted: whether the connection was.
    """

    sender: str
    to: str
    content: bytes
    is_encrypted: bool


@dataclass
class MailRoom:
    """Takes letters, and answers as it was told.

    Args:
        at_mail: answers to whom a letter is from, one after the other; then it takes them.
        at_data: the same to what it says.
        of: answers to whom it is for, by address.
        taken: what it took.
        tried: how often each address was named.
        port: where it listens.
    """

    at_mail: list[str] = field(default_factory=list)
    at_data: list[str] = field(default_factory=list)
    of: dict[str, str] = field(default_factory=dict)
    taken: list[Taken] = field(default_factory=list)
    tried: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    port: int = 0
    connections: int = 0

    @property
    def server(self) -> MailServer:
        """As an account names it."""
        return MailServer(HOST, self.port)

    async def handle_EHLO(  # noqa: N802 - these are aiosmtpd's names
        self, server: SMTP, session: Session, _: Envelope, hostname: str, answers: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return answers

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, _: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.at_mail.pop(0) if self.at_mail else "250 OK"
        if answer == DROP:
            _drop(server)
        if answer.startswith("2"):
            envelope.mail_from = address
        return answer or "421 gone"

    async def handle_RCPT(  # noqa: N802
        self, _: SMTP, __: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.tried[address] += 1
        answer = self.of.get(address, "250 OK")
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.at_data.pop(0) if self.at_data else "250 OK"
        if answer == DROP:
            _drop(server)
        if answer.startswith("2"):
            content = bytes(envelope.content or b"")
            (to,) = envelope.rcpt_tos
            self.taken.append(Taken(str(envelope.mail_from), to, content, session.ssl is not None))
        return answer or "421 gone"


def _drop(server: SMTP) -> None:
    assert server.transport is not None
    server.transport.abort()


def log_in(_: SMTP, __: Session, ___: Envelope, ____: str, said: Any) -> AuthResult:
    """Let in who knows the password."""
    is_right = isinstance(said, LoginPassword) and said.password == b"right"
    return AuthResult(success=is_right, handled=False)


@contextmanager
def listening(room: MailRoom, **options: Any) -> Iterator[MailRoom]:
    """The server at work, until left."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        room.port = probe.getsockname()[1]
    controller = Controller(room, hostname=HOST, port=room.port, **options)
    controller.start()
    try:
        yield room
    finally:
        controller.stop()


def certified(folder: Path) -> ssl.SSLContext:
    """A certificate that signs itself, as a machine's own mail server has it."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + signed.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
