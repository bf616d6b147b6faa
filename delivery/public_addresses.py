"""Which addresses of a network are the world's, and which are somebody's own house."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# `is_global` alone lets some of them through, which ones depends on the version of Python
# (https://www.iana.org/assignments/iana-ipv4-special-registry, -ipv6-special-registry).
_NOT_PUBLIC_4 = [
    ip_network(net)
    for net in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # shared by a provider's customers
        "192.0.0.0/24",
        "192.88.99.0/24",  # relays into 2002::/16
        "224.0.0.0/3",  # multicast, and reserved
    )
]
# Of IPv6 only this is given to networks of the world: addresses that hold an IPv4 one, as those of
# NAT64 (64:ff9b::/96, 64:ff9b:1::/48) and ::ffff:0:0/96, local ones and multicast lie outside.
_UNICAST_6 = ip_network("2000::/3")
_NOT_PUBLIC_6 = [
    ip_network(net)
    for net in (
        "2001::/23",  # protocols, Teredo among them, which holds an IPv4 address
        "2001:db8::/32",
        "2002::/16",  # 6to4 holds an IPv4 address
        "3fff::/20",
    )
]
_OWN = [
    ip_network(net)
    for net in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "::1/128",
        "fc00::/7",
    )
]


def is_public(text: str) -> bool:
    """Whether an address is one that anybody in the world may have.

    Args:
        text: an IPv4 or IPv6 address as `getaddrinfo` writes it, its zone included.
    """
    address = _read(text)
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in net for net in _NOT_PUBLIC_4)
    return (
        address.is_global
        and address.scope_id is None
        and address in _UNICAST_6
        and not any(address in net for net in _NOT_PUBLIC_6)
    )


def is_own(text: str) -> bool:
    """Whether an address is this machine's, or of a house's own network (RFC 1918, RFC 4193)."""
    address = _read(text)
    return any(address in net for net in _OWN)


def _read(text: str) -> IPv4Address | IPv6Address:
    return ip_address(text)
