"""Whether two pictures of a page look alike, however a machine draws its letters."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

WIDTH = 640  # pixels: no picture is kept wider
HEIGHT = 1400  # nor longer: what is below is made of the same pieces
COLOURS = 64
CELL = 8  # pixels that are taken together, about as much as a letter
# From how much on a cell is another, of 255: in how light it is, and in its hue, which does not
# depend on how thick a machine draws letters. Half a pixel further on stays below.
LIGHT, HUE = 20, 6
FEW = 8  # cells of a thousand that may be others


@dataclass(frozen=True)
class Difference:
    """How two pictures differ.

    Args:
        height: by how many pixels one is longer.
        cells: how many of a thousand cells are others.
    """

    height: int
    cells: float

    @property
    def is_slight(self) -> bool:
        """Whether a reader would take one for the other."""
        return self.height <= 2 * CELL and self.cells <= FEW


def small(screenshot: bytes) -> Image.Image:
    """A screenshot as small as it is kept."""
    with Image.open(io.BytesIO(screenshot)) as image:
        picture = image.convert("RGB")
    picture = picture.reduce(-(-picture.width // WIDTH))
    return picture.crop((0, 0, picture.width, min(picture.height, HEIGHT)))


def keep(picture: Image.Image, file: Path) -> None:
    """Write a picture with few colours."""
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """How two pictures of the same width differ."""
    assert one.width == other.width
    height = min(one.height, other.height)
    told = ImageChops.difference(_coarse(one, height), _coarse(other, height)).split()
    light, *hues = (
        channel.point([255 * (value >= step) for value in range(256)])
        for channel, step in zip(told, (LIGHT, HUE, HUE), strict=True)
    )
    others = ImageChops.lighter(light, ImageChops.lighter(*hues))
    share = others.histogram()[255] / (others.width * others.height)
    return Difference(abs(one.height - other.height), round(1000 * share, 1))


def _coarse(image: Image.Image, height: int) -> Image.Image:
    """A picture of its cells, each of the colour that it has from afar."""
    picture = image.convert("RGB").crop((0, 0, image.width, height))
    # The cells overlap, or a line on the edge of one would change with every pixel.
    near = picture.filter(ImageFilter.BoxBlur(CELL / 2))
    size = (image.width // CELL, max(1, height // CELL))
    return near.resize(size, Image.Resampling.BOX).convert("YCbCr")
