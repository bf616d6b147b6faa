"""Colours of pages, and whether words in them stand out from their ground (WCAG 2.2, 1.4.3)."""

import re
from collections.abc import Iterator, Sequence
from colorsys import hls_to_rgb, rgb_to_hls

ENOUGH = 4.5
# What words stand on by day and by night, and the colour of links and signs, as the style has them
# (web/static/style/1-ground.css): a test compares.
DAY = ("#ffffff", "#f3f5f8", "#fdf6e0")
NIGHT = ("#14181e", "#1d232b", "#2b2614")
ACCENT, ACCENT_DARK = "#1d3f72", "#a3c4f7"
# By night a colour is made lighter than it must be: large surfaces of it lie beside small words.
_BRIGHT = 7.0
_STEPS = 255
_COLOUR = re.compile("#(?:[0-9a-f]{3}){1,2}")


def read_colour(text: str) -> str:
    """Read a colour and spell it in one way.

    Args:
        text: `#1d3f72`, or `#139` for short.

    Raises:
        ValueError: it is none.
    """
    colour = text.strip().lower()
    if not _COLOUR.fullmatch(colour):
        raise ValueError("it is not a colour such as #1d3f72")
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart: 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lowest(colour: str, grounds: Sequence[str]) -> float:
    """How far a colour stands out from that ground from which it does least."""
    return min(contrast(colour, ground) for ground in grounds)


def nearest(colour: str, grounds: Sequence[str]) -> str:
    """The colour of the same hue, and as near in lightness as can be, that stands out enough.

    Args:
        colour: as `read_colour` spells it.
        grounds: what it is to stand out from; all of them light, or all dark.
    """
    return next(one for one in _away(colour, grounds[0]) if lowest(one, grounds) >= ENOUGH)


def by_night(colour: str) -> str:
    """A colour of the day mixed with white until it is light enough for the night."""
    return next(one for one in _paler(colour) if lowest(one, NIGHT) >= _BRIGHT)


def _away(colour: str, ground: str) -> Iterator[str]:
    """The colour, then lighter and lighter ones up to white, or darker ones down to black."""
    yield colour
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    end = 0.0 if _luminance(ground) > 0.5 else 1.0
    for step in range(1, _STEPS + 1):
        shade = lightness + (end - lightness) * step / _STEPS
        yield _spelt(*hls_to_rgb(hue, shade, saturation))


def _paler(colour: str) -> Iterator[str]:
    for step in range(_STEPS + 1):
        yield _spelt(*(part + (1 - part) * step / _STEPS for part in _parts(colour)))


def _spelt(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in (red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
