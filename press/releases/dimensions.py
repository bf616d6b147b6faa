"""How wide and high an image is, read from its first bytes; nothing is decoded."""

import struct
from collections.abc import Callable
from typing import IO, Any

UNKNOWN = (0, 0)
# JPEG and GIF can say no more (ITU-T T.81, B.2.2); who claims more means harm to those who believe.
LARGEST = 2**16 - 1  # pixels a side
# An image with colour profile, previews and XMP has a few hundred; a file may be made of nothing
# else.
_MOST_SEGMENTS = 1000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))  # markers without a length
_ENDS = frozenset((0xD9, 0xDA))  # after these comes no frame header
_ORIENTATION = 0x0112
_TURNED = range(5, 9)  # shown a quarter turn from how it is stored


def dimensions(file: IO[bytes], media_type: str) -> tuple[int, int]:
    """Width and height of an image as it is shown, in pixels; `UNKNOWN` if they cannot be told.

    What a file claims is not believed beyond what an image can be, and whatever is broken is
    unknown: it is no reason to refuse a file.

    Args:
        file: its content, from the beginning; it is left anywhere.
        media_type: decided before, by its content.
    """
    read = _READERS.get(media_type)
    if read is None:
        return UNKNOWN
    file.seek(0)
    try:
        width, height = read(file)
    except struct.error:  # it ends too early
        return UNKNOWN
    return (width, height) if 0 < width <= LARGEST and 0 < height <= LARGEST else UNKNOWN


def _png(file: IO[bytes]) -> tuple[int, int]:
    """PNG, third edition, 11.2.1: the header comes first."""
    chunk, width, height = _next(file, ">8x4x4sII")
    return (width, height) if chunk == b"IHDR" else UNKNOWN


def _gif(file: IO[bytes]) -> tuple[int, int]:
    """GIF89a, 18: the logical screen."""
    width, height = _next(file, "<6xHH")
    return width, height


def _webp(file: IO[bytes]) -> tuple[int, int]:
    """RFC 9649, 2.5 to 2.7: what the first chunk is, says where the size stands."""
    (chunk,) = _next(file, "<12x4s4x")
    if chunk == b"VP8X":
        low, high, low_height, high_height = _next(file, "<4xHBHB")
        return (high << 16 | low) + 1, (high_height << 16 | low_height) + 1
    if chunk == b"VP8L":
        signature, bits = _next(file, "<BI")
        return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1) if signature == 0x2F else UNKNOWN
    if chunk == b"VP8 ":
        start, width, height = _next(file, "<3x3sHH")
        return (width & 0x3FFF, height & 0x3FFF) if start == b"\x9d\x01\x2a" else UNKNOWN
    return UNKNOWN


def _jpeg(file: IO[bytes]) -> tuple[int, int]:
    """ITU-T T.81, B.1.1: segment after segment, until the one that describes the frame."""
    file.seek(2)
    is_turned = False
    for _ in range(_MOST_SEGMENTS):
        before, marker = _next(file, "BB")
        if before != 0xFF or marker in _ENDS:
            return UNKNOWN
        if marker == 0xFF:  # padding
            file.seek(-1, 1)
            continue
        if marker in _ALONE:
            continue
        (length,) = _next(file, ">H")
        if marker in _FRAMES:
            height, width = _next(file, ">xHH")
            return (height, width) if is_turned else (width, height)
        content = file.read(max(length - 2, 0))
        if marker == 0xE1 and content.startswith(b"Exif\0\0"):
            is_turned = _orientation(content[6:]) in _TURNED
    return UNKNOWN


def _orientation(tiff: bytes) -> int:
    """Which way up it was taken (Exif 2.32, 4.6.4); 1, upright, if that is not said."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(count):
            tag, value = struct.unpack_from(f"{order}H6xH", tiff, start + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:  # it ends too early
        pass
    return 1


def _next(file: IO[bytes], form: str) -> tuple[Any, ...]:
    return struct.unpack(form, file.read(struct.calcsize(form)))


_READERS: dict[str, Callable[[IO[bytes]], tuple[int, int]]] = {
    "image/png": _png,
    "image/gif": _gif,
    "image/webp": _webp,
    "image/jpeg": _jpeg,
}
