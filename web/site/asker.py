"""Who asks, and with how many words: for addresses at which something can be done."""

from ipaddress import ip_address

from flask import request
from werkzeug.datastructures import MultiDict

# What a form takes, with every topic of a large newsroom.
MOST_BYTES = 16 * 1024
# What nginx says of whom it asks for (deploy/nginx.conf).
HEADER = "X-Real-IP"


def posted() -> MultiDict[str, str]:
    """The fields that were sent; more than a form could have is refused."""
    request.max_content_length = MOST_BYTES
    return request.form


def client_address() -> str:
    """Where a request comes from: as nginx says, if it is on this machine and so asks for others.

    Whoever else sends the header is not believed.
    """
    peer = request.remote_addr or ""
    return request.headers.get(HEADER, peer) if _is_here(peer) else peer


def _is_here(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    # A socket for both families gives IPv4 as ::ffff:127.0.0.1.
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback
