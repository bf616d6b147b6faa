"""An address on the web as every document may say it: a URI (RFC 3986), however it was typed."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, quote, urlsplit

_PORTS = {"http": 80, "https": 443}
# What no address has unescaped, and browsers take away or turn round in silence.
_NEVER = re.compile(r'[\s\x00-\x1f\x7f<>"\\^`{|}]')
_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
_KEPT = "%/:@!$&'()*+,;=-._~"
_NAME = re.compile(r"(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_-]{1,63}")
_LONGEST = 255
# Browsers read these as IPv4, whatever they look like: 0, 0x7f.1, 127.1 (WHATWG URL, 3.5).
_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
# Written otherwise by the older and the newer rules of international names (UTS 46, 7).
_TWO_WAYS = frozenset("ßẞς\u200c\u200d")


def web_address(text: str) -> str:
    """Read an address that documents are to say, and spell it as machines do.

    Args:
        text: as somebody typed it, absolute.

    Raises:
        ValueError: it is none that others could follow; says what to do.
    """
    if _NEVER.search(text):
        raise ValueError("it has a space or a sign in it that no web address has")
    parts = _split(text)
    if parts.scheme not in _PORTS or not parts.netloc:
        raise ValueError("it is not a web address such as https://press.example.org")
    if "@" in parts.netloc:
        raise ValueError("it has a user's name in it, which everybody would read")
    port = _port(parts)
    netloc = _host(parts) + (f":{port}" if port not in (None, _PORTS[parts.scheme]) else "")
    rest = [_escaped(part) for part in (parts.path, parts.query, parts.fragment)]
    return SplitResult(parts.scheme, netloc, *rest).geturl()


def base_address(text: str) -> str:
    """Read an address that others begin with; without a closing slash.

    Args:
        text: as somebody typed it, absolute.

    Raises:
        ValueError: as for `web_address`, or nothing could follow it.
    """
    if "?" in text or "#" in text:
        raise ValueError("it is not a web address such as https://press.example.org")
    address = web_address(text.rstrip("/"))
    segments = urlsplit(address).path.split("/")[1:]
    if not all(segments) or not {".", ".."}.isdisjoint(segments):
        raise ValueError("its path has an empty part or a dot for one; write it out")
    return address


def address_of_server(address: str, port: int) -> str:
    """Where a server is found from its own machine; nobody could come to “every address”.

    Args:
        address: what its socket listens on, IPv4 or IPv6.
        port: likewise.
    """
    found = ip_address(address.partition("%")[0])
    if found.is_unspecified:
        found = ip_address("127.0.0.1" if found.version == 4 else "::1")
    return f"http://{_spelt(found)}:{port}"


def _split(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError as error:  # brackets that hold no address, letters that hide a sign
        raise ValueError("it is not a web address such as https://press.example.org") from error


def _port(parts: SplitResult) -> int | None:
    bare = parts.netloc.rpartition("]")[2]
    if bare.count(":") > 1:
        raise ValueError("an IPv6 address stands in brackets: http://[2001:db8::1]:8000")
    try:
        port = parts.port
    except ValueError as error:
        raise ValueError("its port is not a number from 1 to 65535") from error
    if port == 0:
        raise ValueError("its port is not a number from 1 to 65535")
    return port


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    address = _ip_address(host) if "[" in parts.netloc or _NUMBER.fullmatch(host) else None
    if address is None:
        return _name(host)
    mapped = getattr(address, "ipv4_mapped", None)
    if address.is_unspecified or (mapped and mapped.is_unspecified):
        raise ValueError(f"{host} means every address of a machine, and leads nobody anywhere")
    return _spelt(address)


def _ip_address(host: str) -> IPv4Address | IPv6Address:
    try:
        address = ip_address(host)
    except ValueError as error:
        raise ValueError(f"“{host}” is not an address of a machine such as 192.0.2.1") from error
    if getattr(address, "scope_id", None):
        raise ValueError("its IPv6 address has a zone, which is good on one machine alone")
    return address


def _spelt(address: IPv4Address | IPv6Address) -> str:
    return str(address) if address.version == 4 else f"[{address}]"


def _name(host: str) -> str:
    """A host's name in letters of ASCII (RFC 3490, 4); one of two readings is refused."""
    if not _TWO_WAYS.isdisjoint(host):
        raise ValueError(f"“{host}” is written in two ways; give it as it is registered, xn--…")
    try:
        # No name is longer, and of long ones the encoder takes for ever.
        name = host[:_LONGEST].removesuffix(".").encode("idna").decode().lower()
    except UnicodeError:
        name = ""
    if len(host) >= _LONGEST or not _NAME.fullmatch(name) or _NUMBER.fullmatch(name):
        raise ValueError(f"“{host}” is not a name that a machine on the internet can have")
    return name


def _escaped(part: str) -> str:
    """A part of an address with its other letters as UTF-8 in percents (RFC 3987, 3.1)."""
    if _ESCAPE.search(part):
        raise ValueError("it has a % that begins no escape; write %25 for it")
    return quote(part, safe=_KEPT + "?")
