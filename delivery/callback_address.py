"""Addresses of programs elsewhere, as others gave them to us: which can be asked at all."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address
from urllib.parse import SplitResult, urlsplit

from press.errors import CallbackRefused

PORTS = {"http": 80, "https": 443}
_PRINTABLE = re.compile(r"[!-\[\]-~]+")  # no spaces, no controls, no backslash
_NAME = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*[a-z0-9-]{1,63}")


@dataclass(frozen=True, slots=True)
class CallbackAddress:
    """Where a program is asked.

    Args:
        scheme: `http` or `https`.
        host: its computer's name in small letters, or an IPv4 or IPv6 address.
        port: where it listens.
        path: what is asked for there, with its query.
    """

    scheme: str
    host: str
    port: int
    path: str


def read_address(text: str) -> CallbackAddress:
    """Read an address.

    Raises:
        CallbackRefused: it is none, or none that we ask.
    """
    if not _PRINTABLE.fullmatch(text):
        raise CallbackRefused("the address has characters that are not written so in addresses")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise CallbackRefused(f"the address cannot be read: {error}") from error
    if parts.scheme not in PORTS:
        raise CallbackRefused("the address begins neither with https:// nor with http://")
    if "@" in parts.netloc:
        raise CallbackRefused("the address has a user's name in it")
    if port == 0:
        raise CallbackRefused("the address has a port on which nothing can listen")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return CallbackAddress(parts.scheme, _host(parts), port or PORTS[parts.scheme], path)


def _host(parts: SplitResult) -> str:
    """The name; one that ends in a number is an address, written in full (not 127.1, 0x7f000001).

    See https://url.spec.whatwg.org/#ends-in-a-number-checker.
    """
    host = (parts.hostname or "").lower()
    if ":" in host and "%" not in host and "[" in parts.netloc:
        return host  # an IPv6 address; which one is seen when it is resolved
    is_number = host.rpartition(".")[2][:1].isdigit()
    if not _NAME.fullmatch(host) or (is_number and not _is_address(host)):
        raise CallbackRefused("the address has no name of a computer that could be asked")
    return host


def _is_address(host: str) -> bool:
    try:
        IPv4Address(host)
    except ValueError:
        return False
    return True
