"""Pictures that stand for a newsroom, in its own colour: its sign, and its card elsewhere."""

import zlib

_PALETTE = b"PLTE"
_WHITE = 255
_BEFORE, _AFTER = 4, 4  # bytes of a chunk's length, and of its sum
Shade = tuple[int, ...]


def in_colour(png: bytes, ours: str, theirs: str) -> bytes:
    """A picture of a colour, white and what lies between them, in another colour in its place.

    Args:
        png: of at most 256 colours (PNG, 11.2.2 “PLTE”).
        ours: the colour it has, `#1d3f72`.
        theirs: the colour it is to have.
    """
    if ours == theirs:
        return png
    at = png.index(_PALETTE)
    start = at + len(_PALETTE)
    end = start + int.from_bytes(png[at - _BEFORE : at], "big")
    shades = (tuple(png[i : i + 3]) for i in range(start, end, 3))
    mixed = (_mixed(shade, _parts(ours), _parts(theirs)) for shade in shades)
    chunk = _PALETTE + b"".join(map(bytes, mixed))
    total = zlib.crc32(chunk).to_bytes(_AFTER, "big")
    return png[:at] + chunk + total + png[end + _AFTER :]


def _mixed(shade: Shade, ours: Shade, theirs: Shade) -> Shade:
    """The shade that lies as far between a colour and white as another does."""
    part = min(ours)  # where it is farthest to white, so that least is lost
    place = ours.index(part)
    share = (shade[place] - part) / (_WHITE - part)
    return tuple(round(one + share * (_WHITE - one)) for one in theirs)


def _parts(colour: str) -> Shade:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
