"""Connections to mail servers: encrypted where that is asked for or offered, and logged in."""

import smtplib
import ssl
from ipaddress import ip_address

from delivery.mail.account import MailAccount, MailServer
from delivery.mail.message import address_of
from delivery.mail.post import server_words
from press.errors import MailWaits

SECONDS = 30.0


def connect(account: MailAccount) -> smtplib.SMTP:
    """Open a connection, encrypted where that is asked for or offered, and log in.

    Raises:
        MailWaits: it cannot be had.
    """
    assert account.server is not None  # noqa: S101 - there is no such way without one
    name = address_of(account.sender).rpartition("@")[2]
    try:
        connection = _open(account.server, name)
        try:
            _secure(connection, account.server)
            if account.server.user:
                _log_in(connection, account)
        except BaseException:
            connection.close()
            raise
    except smtplib.SMTPResponseException as error:
        said = error.smtp_error
        words = server_words(said if isinstance(said, bytes) else said.encode())
        raise MailWaits(f"the mail server refuses us: {error.smtp_code} {words}") from None
    except OSError as error:
        what = error.strerror or error.__class__.__name__
        host = account.server.host
        raise MailWaits(f"the mail server {host} cannot be reached: {what}") from None
    return connection


def _open(server: MailServer, name: str) -> smtplib.SMTP:
    if server.is_encrypted:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, name, timeout=SECONDS, context=context)
    return smtplib.SMTP(server.host, server.port, name, timeout=SECONDS)


def _secure(connection: smtplib.SMTP, server: MailServer) -> None:
    """Encrypt where that is offered, if the connection is not encrypted already."""
    connection.ehlo_or_helo_if_needed()
    if not server.is_encrypted and connection.has_extn("starttls"):
        connection.starttls(context=_context(server))
        connection.ehlo()


def _context(server: MailServer) -> ssl.SSLContext:
    """Whose certificate is asked for: a password is given to the right server alone.

    Without one, any encryption is better than none (RFC 7435), and the servers of one's own machine
    sign their certificates themselves.
    """
    context = ssl.create_default_context()
    if not server.user:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _log_in(connection: smtplib.SMTP, account: MailAccount) -> None:
    server = account.server
    is_encrypted = isinstance(connection.sock, ssl.SSLSocket)
    if not is_encrypted and server and not _is_here(server.host):
        raise MailWaits(
            f"the mail server {server.host} offers no encryption, and the password would be read"
        )
    try:
        connection.login(server.user if server else "", account.password)
    except UnicodeError:
        raise MailWaits("MAIL_PASSWORD has letters that no mail server takes") from None


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
