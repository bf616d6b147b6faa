"""Reading a newsroom's own sign: only a picture that brings nothing else with it."""

import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from newsroom.settings.svg import svg_size
from press.public.identity import PNG, SVG, Logo
from press.releases.dimensions import UNKNOWN, dimensions

_LARGEST = 256 * 1024  # bytes: every page shows it
_WIDEST = 4096  # pixels
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class LogoFile:
    """A sign as it lies in the home.

    Args:
        logo: what pages say of it.
        content: its bytes.
    """

    logo: Logo
    content: bytes = field(repr=False)


def read_logo(path: Path) -> LogoFile:
    """Read a sign.

    Args:
        path: of a file that ends in .svg or .png.

    Raises:
        ValueError: it cannot be read, or shows more than a picture.
    """
    content = _content(path)
    media_type, read = (SVG, svg_size) if path.suffix == ".svg" else (PNG, _png_size)
    width, height = read(content)
    fingerprint = hashlib.sha256(content).hexdigest()[:16]
    return LogoFile(Logo(f"logo{path.suffix}", media_type, width, height, fingerprint), content)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise ValueError(f"there is no file {path}")
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from error
    if len(content) > _LARGEST:
        raise ValueError(f"{path} is larger than {_LARGEST // 1024} kB, which every page would be")
    return content


def _png_size(content: bytes) -> tuple[int, int]:
    size = dimensions(BytesIO(content), PNG) if content.startswith(_SIGNATURE) else UNKNOWN
    if size == UNKNOWN or max(size) > _WIDEST:
        raise ValueError(f"it is not a PNG of at most {_WIDEST} pixels a side")
    return size
