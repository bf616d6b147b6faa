"""Ways to tell others of a release: plain links, so that nobody is told of who reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from flask import Blueprint

from web.site.frame import Frame

# Where each takes what is shared: the address alone, or words with the address behind them.
# Mastodon has no one place: each server is its own.
NETWORKS = {
    "Bluesky": "https://bsky.app/intent/compose?text={words}%20{address}",
    "Facebook": "https://www.facebook.com/sharer/sharer.php?u={address}",
    "LinkedIn": "https://www.linkedin.com/sharing/share-offsite/?url={address}",
    "WhatsApp": "https://wa.me/?text={words}%20{address}",
    "X": "https://x.com/intent/post?text={words}&url={address}",
}
_MAIL = "mailto:?subject={words}&body={words}%0D%0A%0D%0A{address}"
blueprint = Blueprint("ways", __name__)


@dataclass(frozen=True, slots=True)
class ShareLink:
    """One way to tell others.

    Args:
        name: of the network; nothing where it is mail.
        address: to follow.
    """

    name: str
    address: str


@blueprint.app_template_global()
def ways_to_share(frame: Frame) -> Iterator[ShareLink]:
    """The ways to tell others of a page: mail, then networks by name."""
    said = {"words": quote(frame.title, safe=""), "address": quote(frame.canonical, safe="")}
    yield ShareLink("", _MAIL.format(**said))
    for name, place in NETWORKS.items():
        yield ShareLink(name, place.format(**said))
