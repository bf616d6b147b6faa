"""Which feed is at an address."""

import re

from feeds import FORMATS, Format
from press.public.edition import Feed
from press.public.site import Site

_NAME = re.compile(r"/([a-z]{2,3})/([a-z0-9-]{1,100})\.([a-z]{1,10})", re.ASCII)


def feed_at(site: Site, address: str) -> tuple[Feed, Format] | None:
    """The newest document of a feed that an address names, whether there is such a topic or not.

    Args:
        site: the newsroom's addresses; each feed has one, spelled exactly as documents say.
        address: absolute.

    Returns:
        the feed and its format; None if the address cannot be one of a feed's newest document.
    """
    if not address.startswith(site.base_url):
        return None
    found = _NAME.fullmatch(address[len(site.base_url) :])
    if found is None or found[3] not in FORMATS:
        return None
    language = next((one for one in site.languages if one.code == found[1]), None)
    return (Feed(found[2], language), FORMATS[found[3]]) if language else None
