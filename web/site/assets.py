"""The few files every page is dressed with, and their addresses by their content."""

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from press.public.colours import ACCENT, ACCENT_DARK
from press.public.identity import OURS, Identity
from web.site.card import in_colour
from web.site.house import front, local, site

FOLDER = Path(__file__).parents[1] / "static"
_STYLE = "style.css"  # one file for readers, who fetch it once; one for each part of a page here
_SIGN = "icon.svg"
CARD = "card.png"
_PAINTED = re.compile(r"(?:icon-[0-9]+|card)\.png")
# What stands in a frame on another site is dressed in as little as that takes, in the same colours.
_EMBED, _GROUND = "embed.css", "1-ground.css"


@lru_cache(4)
def assets(identity: Identity = OURS, logo: bytes = b"") -> Mapping[str, tuple[bytes, str]]:
    """Content and fingerprint of each file by its name, read once.

    Args:
        identity: of the newsroom, whose colours they have.
        logo: content of its own sign, if it has one.
    """
    contents = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.is_file()}
    contents[_STYLE] = _coloured(_style(), identity)
    contents[_EMBED] = _coloured(
        (FOLDER / "style" / _GROUND).read_bytes() + contents[_EMBED], identity
    )
    contents[_SIGN] = _coloured(contents[_SIGN], identity)
    for name in [name for name in contents if _PAINTED.fullmatch(name)]:
        contents[name] = in_colour(contents[name], ACCENT, identity.accent)
    if identity.logo:
        contents[identity.logo.name] = logo
    return {name: (c, hashlib.sha256(c).hexdigest()[:16]) for name, c in contents.items()}


def ours() -> Mapping[str, tuple[bytes, str]]:
    """The files of the newsroom at work."""
    return assets(site().identity, front().logo)


def asset(name: str) -> str:
    """The address of a file as it is now."""
    return local(f"{site().static(name)}?v={ours()[name][1]}")


def _style() -> bytes:
    """The parts of the style, in the order of their numbers: what comes later wins."""
    return b"\n".join(part.read_bytes() for part in sorted((FOLDER / "style").glob("*.css")))


def _coloured(content: bytes, identity: Identity) -> bytes:
    """A file in the newsroom's colours in place of ours."""
    for ours_, theirs in ((ACCENT, identity.accent), (ACCENT_DARK, identity.accent_dark)):
        content = content.replace(ours_.encode(), theirs.encode())
    return content
