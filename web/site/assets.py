"""The few files every page is dressed with, and their addresses by their content."""

import hashlib
from functools import cache
from pathlib import Path

from web.site.house import local

FOLDER = Path(__file__).parents[1] / "static"
_STYLE = "style.css"  # one file for readers, who fetch it once; one for each part of a page here


@cache
def assets() -> dict[str, tuple[bytes, str]]:
    """Content and fingerprint of each file by its name, read once."""
    contents = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.is_file()}
    contents[_STYLE] = _style()
    return {name: (c, hashlib.sha256(c).hexdigest()[:16]) for name, c in contents.items()}


def _style() -> bytes:
    """The parts of the style, in the order of their numbers: what comes later wins."""
    return b"\n".join(part.read_bytes() for part in sorted((FOLDER / "style").glob("*.css")))


def asset(name: str) -> str:
    """The address of a file as it is now."""
    return local(f"/static/{name}?v={assets()[name][1]}")
