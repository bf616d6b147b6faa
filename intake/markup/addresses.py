"""Addresses of links: whole, and harmless."""

import re
from urllib.parse import urljoin, urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_LONGEST = 2000  # characters of an address somebody follows
_BLANKS = re.compile(r"[\x00-\x20\x7f\xa0]+")
# What would end an address in Markdown, or mean something else there.
_MEANT = {ord(sign): f"%{ord(sign):02X}" for sign in ' "<>()\\^`{|}*'}
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")


def absolute(href: str, base: str) -> str:
    """The whole address of a link; empty where it leads nowhere outside its page.

    Args:
        href: as it stands in the document.
        base: the document's own address, or empty.
    """
    href = _BLANKS.sub(" ", href).strip()
    if not href or href.startswith("#") or len(href) > _LONGEST:
        return ""
    try:
        whole = urljoin(base, href) if base else href
        parts = urlsplit(whole)
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not (parts.netloc or parts.path.strip(" /")):
        return ""
    if parts.scheme in ("http", "https") and not parts.netloc:
        return ""
    return "" if base and _same_page(whole, base) else whole


def _same_page(whole: str, base: str) -> bool:
    page, mark, _ = whole.partition("#")
    return bool(mark) and page == base.partition("#")[0]


def written(address: str) -> str:
    """An address as the destination of a link in CommonMark (0.31, section 6.3)."""
    return _ENTITY.sub("&amp;", address.translate(_MEANT))
