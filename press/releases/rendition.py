"""A picture in one of the sizes in which it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

WEBP, JPEG = "image/webp", "image/jpeg"
_ENDINGS = {WEBP: ".webp", JPEG: ".jpg"}


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture in one size, made once, with nothing in it but what is seen.

    Args:
        token: unguessable, and part of its address.
        name: as a reader saves it.
        media_type: of it.
        size: bytes.
        sha256: of its content (hex).
        width: pixels.
        height: pixels.
    """

    token: str
    name: str
    media_type: str
    size: int
    sha256: str
    width: int
    height: int


def name_of(picture: str, width: int, media_type: str) -> str:
    """What a size of a picture is called: `bridge-640.webp`.

    Args:
        picture: the name of the file.
        width: pixels.
        media_type: of the size.
    """
    return f"{PurePath(picture).stem}-{width}{_ENDINGS[media_type]}"


def to_choose(renditions: Sequence[Rendition]) -> tuple[Rendition, ...]:
    """Those that a page lets its reader's program choose among, narrowest first."""
    return tuple(sorted((r for r in renditions if r.media_type == WEBP), key=lambda r: r.width))


def to_share(renditions: Sequence[Rendition]) -> Rendition | None:
    """The one for programs elsewhere, of which some know one format alone; None without any."""
    return next((r for r in renditions if r.media_type == JPEG), None)
