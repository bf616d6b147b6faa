"""Addresses of mailboxes as people type them, and the networks that people come from."""

import re
from ipaddress import IPv6Address, ip_address, ip_network

from delivery.mail.account import is_address
from press.errors import AddressRefused

# What one household or office usually has of the address space.
_WIDTHS = {4: 24, 6: 48}


def read_address(text: str) -> str:
    """Read the address of a mailbox on the internet, as it can be written to.

    Args:
        text: as somebody typed it; an international domain becomes what machines call it
            (IDNA, RFC 3490).

    Raises:
        AddressRefused: it is none, or its part before the @ has other letters than machines take.
    """
    local, at, domain = text.strip().rpartition("@")
    try:
        address = local + at + domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        address = ""
    # No mailbox is found at a bare word or a number (RFC 7085; RFC 5321, 2.3.5).
    last = address.rpartition(".")[2]
    if not is_address(address) or "@" in last or not re.search("[a-z]", last):
        raise AddressRefused("it is not an e-mail address such as name@example.org")
    return address


def network_of(place: str) -> str:
    """The network of a client: /24 of IPv4, /48 of IPv6; nothing if its address is unknown."""
    try:
        address = ip_address(place.strip())
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or IPv6Address(int(address))  # without its zone
    return str(ip_network((address, _WIDTHS[address.version]), strict=False))
